// News: in the facilitator's own words, and the scenario's own, with when it may come by itself in which rooms.

import { useEffect, useState } from 'preact/hooks';
import { send } from '../../connection';
import { list, t } from '../../locale';
import type { Foreseen } from '../../methods';
import { tellRefusal } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { phaseTitle } from '../../parts/Clock';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { exercise } from '../../store';
import type { PartyId, Scenario, TableId } from '../../view';
import { Audience } from './Audience';
import { act, inScope, roomsOf, type Scope } from './acts';
import { type Change, Changes, effectsOf } from './Values';

interface NewsProps {
  scope: Scope;
  scenario: Scenario;
  onClose: () => void;
}

type Foresight = Record<TableId, Record<string, Foreseen>>;

/** What each room may expect; asked anew when one moves on, and after each act here. */
function useForesight() {
  const [foresight, setForesight] = useState<Foresight>({});
  const rooms = roomsOf(exercise.value?.tables);
  const look = () =>
    send('inject.foresee', {})
      .then(({ tables }) => setForesight(tables))
      .catch(tellRefusal);
  useEffect(() => {
    void look();
  }, [rooms.map(([, { clock }]) => [clock.state, clock.phase, clock.round]).join()]);
  return { foresight, look };
}

/** The scenario's own news, to bring now or hold back; and news in the facilitator's words. */
export const News = ({ scope: chosen, scenario, onClose }: NewsProps) => {
  const [scope, setScope] = useState(chosen);
  const [words, setWords] = useState({ title: '', text: '' });
  const { foresight, look } = useForesight();
  const seen = Object.entries(foresight).filter(([id]) => inScope(scope, id));
  const soon = (id: string) => Math.min(...seen.map(([, injects]) => nearness(injects[id])));
  const injects = Object.entries(scenario.injects ?? {}).sort(([a], [b]) => soon(a) - soon(b) || 0);
  return (
    <Dialog wide title={t('news-title')} onClose={onClose}>
      <Rooms scope={scope} onScope={setScope} />
      <Compose
        key={words.title}
        scope={scope}
        scenario={scenario}
        words={words}
        onSaid={() => setWords({ title: '', text: '' })}
      />
      <section class="scheduled" aria-labelledby="scheduled">
        <h3 id="scheduled">{t('news-scheduled')}</h3>
        {injects.length === 0 && <p class="muted">{t('news-none')}</p>}
        <ul class="plain">
          {injects.map(([id, inject]) => {
            const states = seen.flatMap(([, of]) => of[id] ?? []);
            const fired = states.filter((state) => state.fired > 0).length;
            const held = states.length > 0 && states.every((state) => state.held);
            const spent = !!inject.once && fired === states.length && fired > 0;
            return (
              <li key={id}>
                <strong>{inject.title}</strong>
                <p>{inject.text}</p>
                <Expected
                  inject={id}
                  seen={seen}
                  scenario={scenario}
                  automatic={inject.automatic}
                />
                <div class="row">
                  <Button
                    label={t('news-fire-label', { title: inject.title })}
                    disabled={spent}
                    onPress={() =>
                      act('inject.fire', { inject: id }, scope, t('news-done')).then(look)
                    }
                  >
                    {t('news-fire')}
                  </Button>
                  {inject.automatic && !spent && (
                    <Button
                      pressed={held}
                      label={t('news-of', {
                        act: t(held ? 'news-unhold' : 'news-hold'),
                        title: inject.title,
                      })}
                      onPress={() =>
                        act(
                          'inject.hold',
                          { inject: id, on: !held },
                          scope,
                          t(held ? 'news-unheld' : 'news-held-done'),
                        ).then(look)
                      }
                    >
                      {t(held ? 'news-unhold' : 'news-hold')}
                    </Button>
                  )}
                  <Button
                    label={t('news-of', { act: t('news-vary'), title: inject.title })}
                    onPress={() => setWords({ title: inject.title, text: inject.text })}
                  >
                    {t('news-vary')}
                  </Button>
                </div>
              </li>
            );
          })}
        </ul>
      </section>
    </Dialog>
  );
};

/** What may come sooner stands first. */
const nearness = (foreseen?: Foreseen) =>
  foreseen?.at[0] ? foreseen.at[0].round : Number.MAX_SAFE_INTEGER;

/** Which rooms hear it: all, or some that are ticked. */
const Rooms = ({ scope, onScope }: { scope: Scope; onScope: (scope: Scope) => void }) => {
  const rooms = roomsOf(exercise.value?.tables);
  if (rooms.length < 2) return null;
  const chosen = scope ?? [];
  return (
    <details>
      <summary>
        {t('news-rooms', {
          all: String(!scope),
          rooms: list(rooms.filter(([id]) => inScope(scope, id)).map(([, { name }]) => name)),
        })}
      </summary>
      <div class="choices">
        {rooms.map(([id, { name }]) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) => {
                const next = event.currentTarget.checked
                  ? [...chosen, id]
                  : chosen.filter((one) => one !== id);
                onScope(next.length > 0 ? next : undefined);
              }}
            />
            {name}
          </label>
        ))}
      </div>
    </details>
  );
};

interface ExpectedProps {
  inject: string;
  seen: [TableId, Record<string, Foreseen>][];
  scenario: Scenario;
  automatic?: boolean;
}

/** When it may come by itself, in which rooms; where it has come, where it is held back. */
const Expected = ({ inject, seen, scenario, automatic }: ExpectedProps) => {
  const groups = new Map<string, string[]>();
  for (const [id, injects] of seen) {
    const line = expectation(injects[inject], scenario, !!automatic);
    groups.set(line, [...(groups.get(line) ?? []), exercise.value?.tables?.[id]?.name ?? id]);
  }
  return (
    <ul class="plain expected small muted">
      {[...groups].map(([line, rooms]) => (
        <li key={line}>
          {line}
          {groups.size > 1 && ` (${list(rooms)})`}
        </li>
      ))}
    </ul>
  );
};

function expectation(foreseen: Foreseen | undefined, scenario: Scenario, automatic: boolean) {
  const { fired = 0, held, at = [] } = foreseen ?? {};
  const end = ({ phase, round, chance }: Foreseen['at'][0]) => {
    const rounds = scenario.phases.find(({ id }) => id === phase)?.rounds ?? 1;
    const title = phaseTitle({ state: 'running', phase, round, rounds }, scenario.phases);
    return t('news-end', { title, chance });
  };
  const parts = [
    ...(fired > 0 ? [t('news-fired', { times: fired })] : []),
    ...(held ? [t('news-held')] : []),
    ...(at.length > 0 ? [t('news-expected', { ends: list(at.map(end)) })] : []),
  ];
  if (parts.length > 0) return parts.join(' · ');
  return t(automatic ? 'news-unexpected' : 'news-by-hand');
}

const title_most = 120;
const text_most = 2000;

interface ComposeProps {
  scope: Scope;
  scenario: Scenario;
  /** To begin with. */
  words: { title: string; text: string };
  onSaid: () => void;
}

const Compose = ({ scope, scenario, words, onSaid }: ComposeProps) => {
  const [title, setTitle] = useState(words.title);
  const [text, setText] = useState(words.text);
  const [to, setTo] = useState<PartyId[]>([]);
  const [changes, setChanges] = useState<Change[]>([]);
  const say = async () => {
    const effects = effectsOf(scenario, changes);
    const news = {
      title: title.trim(),
      text: text.trim(),
      ...(to.length > 0 && { to }),
      ...(effects.length > 0 && { effects }),
    };
    await act('inject.compose', news, scope, t('news-done'));
    setTitle('');
    setText('');
    setChanges([]);
    onSaid();
  };
  return (
    <section aria-labelledby="compose">
      <h3 id="compose">{t('news-compose')}</h3>
      {words.title && <p class="muted small">{t('news-vary-hint')}</p>}
      <Field label={t('news-headline')}>
        <input
          value={title}
          maxLength={title_most}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </Field>
      <Field label={t('news-text')}>
        <textarea
          rows={3}
          value={text}
          maxLength={text_most}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Audience scenario={scenario} to={to} onTo={setTo} />
      <Changes scenario={scenario} changes={changes} onChanges={setChanges} />
      <Button look="main" disabled={!title.trim() || !text.trim()} onPress={say}>
        {t('news-say')}
      </Button>
    </section>
  );
};
