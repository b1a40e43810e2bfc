import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { send } from '../../../connection';
import { t, timeOfDay } from '../../../locale';
import { refusalText } from '../../../parts/announce';
import { Button } from '../../../parts/Button';
import { presence } from '../../../store';
import type { PartyId, View, Notes as Written } from '../../../view';
import { noted } from '../memory';
import { caretAfter, mergeNotes } from './merge';
import { save } from './state';

const settle_ms = 1200;
const none = { n: 0, text: '' };

/** What is typed is shown at once, kept on this device, saved when one pauses, and joined with what the others write. */
function useNotes(shared: { n: number; text: string }, fixed: boolean) {
  const [text, setText] = useState(noted.value.text ?? shared.text);
  const [state, setState] = useState('saved');
  const base = useRef(noted.value.text === undefined ? shared : (noted.value.base ?? none));
  const now = useRef(text);
  const sent = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const area = useRef<HTMLTextAreaElement>(null);
  const keep = () => {
    const dirty = now.current !== base.current.text;
    noted.value = dirty ? { text: now.current, base: base.current } : {};
  };
  const flush = async () => {
    clearTimeout(timer.current);
    const words = now.current;
    if (words === base.current.text || sent.current !== null || fixed) return;
    sent.current = words;
    try {
      const { notes } = await send('plan.save', { notes: words, seen: base.current.n });
      // What came meanwhile from another is joined already.
      if (notes !== undefined && notes >= base.current.n) base.current = { n: notes, text: words };
      setState(now.current === base.current.text ? 'saved' : 'typing');
      if (now.current !== base.current.text) later();
    } catch (error) {
      setState(refusalText(error));
    }
    sent.current = null;
    keep();
  };
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), settle_ms);
  };
  const type = (words: string) => {
    now.current = words;
    setText(words);
    setState('typing');
    keep();
    later();
  };
  useEffect(() => {
    if (shared.n <= base.current.n) return;
    if (shared.text === sent.current) {
      base.current = shared;
      return;
    }
    const merged = mergeNotes(base.current.text, now.current, shared.text);
    const caret = area.current ? caretAfter(now.current, area.current.selectionStart, merged) : 0;
    base.current = shared;
    now.current = merged;
    setText(merged);
    keep();
    if (document.activeElement === area.current) {
      requestAnimationFrame(() => area.current?.setSelectionRange(caret, caret));
    }
    if (merged !== shared.text) later();
    else setState('saved');
  }, [shared.n, shared.text]);
  useEffect(() => {
    // Typed before a reload, or while the game stood still: it is saved as soon as may be.
    if (!fixed && now.current !== base.current.text) later();
    return () => void flush();
  }, [fixed]);
  return { text, state, type, area, flush };
}

interface NotesProps {
  fixed: boolean;
  seen: View;
  us: PartyId;
}

/** The delegation's notes, written by several at once without losing a word. */
export const Notes = ({ fixed, seen, us }: NotesProps) => {
  const plan = seen.plans?.[us];
  const shared = plan?.notes ?? none;
  const { text, state, type, area, flush } = useNotes(shared, fixed);
  const [status, field] = [useId(), useId()];
  const by = plan?.notes && presence.value[plan.notes.seat]?.name;
  return (
    <section class="card" aria-labelledby="plan-notes">
      <h3 id="plan-notes">{t('notes-title')}</h3>
      <label for={field} class="small muted">
        {t('notes-hint')}
      </label>
      <textarea
        ref={area}
        rows={6}
        id={field}
        aria-describedby={status}
        maxLength={4000}
        readOnly={fixed}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
        onBlur={() => void flush()}
      />
      <p class="small muted" id={status} role="status">
        {state === 'saved'
          ? plan?.notes && t('notes-saved', { at: timeOfDay(plan.notes.at), name: by ?? '…' })
          : state === 'typing'
            ? t('notes-typing')
            : state}
      </p>
      {plan?.kept && plan.kept.length > 0 && (
        <details class="notes-kept" open>
          <summary>{t('notes-kept')}</summary>
          <ul class="plain">
            {plan.kept.map((words) => (
              <Kept
                key={words.n}
                words={words}
                fixed={fixed}
                onBack={() => type(text ? `${text}\n${words.text}` : words.text)}
              />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};

interface KeptProps {
  words: Written;
  fixed: boolean;
  onBack: () => void;
}

const Kept = ({ words, fixed, onBack }: KeptProps) => {
  const forget = () => save({ forget: words.n });
  return (
    <li>
      <p class="small muted">
        {t('notes-by', {
          name: presence.value[words.seat]?.name ?? t('empty-seat'),
          at: timeOfDay(words.at),
        })}
      </p>
      <p class="kept-words">{words.text}</p>
      {!fixed && (
        <div class="row">
          <Button
            onPress={() => {
              onBack();
              return forget();
            }}
          >
            {t('notes-back')}
          </Button>
          <Button look="link" onPress={forget}>
            {t('notes-forget')}
          </Button>
        </div>
      )}
    </li>
  );
};
