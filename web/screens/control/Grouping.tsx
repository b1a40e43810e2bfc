// How people come to their seats: evenly, by chance, as they choose, by the facilitator's hand, or by a pasted list; and back again.

import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import type { Planned } from '../../methods';
import { tell, tellRefusal } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { exercise } from '../../store';
import type { Grouping as How } from '../../view';
import { MakeLink } from './MakeLink';

const ways: How[] = ['even', 'random', 'choice', 'hand'];

export const Grouping = () => {
  const [sheet, setSheet] = useState<'anew' | 'list' | 'look' | undefined>();
  const running = exercise.value;
  if (!running) return null;
  const { grouping = 'even', anonymous } = running.exercise;
  const close = () => setSheet(undefined);
  return (
    <section class="grouping" aria-label={t('group')}>
      <Field label={t('group-how')} hint={t(`group-${grouping}-text`)}>
        <select
          value={grouping}
          onChange={(event) => {
            const how = event.currentTarget.value as How;
            send('roster.group', { how, who: 'waiting' }).catch(tellRefusal);
          }}
        >
          {ways.map((way) => (
            <option key={way} value={way}>
              {t(`group-${way}`)}
            </option>
          ))}
        </select>
      </Field>
      <div class="row">
        <Button onPress={() => setSheet('anew')}>{t('group-anew')}</Button>
        {!anonymous && <Button onPress={() => setSheet('list')}>{t('list-paste')}</Button>}
        {running.undoable && (
          <Button onPress={() => send('roster.undo', {})} done={t('group-undone')}>
            {t('group-undo')}
          </Button>
        )}
        <Button onPress={() => send('bot.fill', {})} done={t('bots-in-done')}>
          {t('bots-in')}
        </Button>
        <Button onPress={() => setSheet('look')}>{t('look-on')}</Button>
      </div>
      {sheet === 'anew' && <Anew how={grouping} onClose={close} />}
      {sheet === 'list' && <PasteList onClose={close} />}
      {sheet === 'look' && <LookOn onClose={close} />}
    </section>
  );
};

/** Everybody stands up and is seated anew; it can be taken back. */
const Anew = ({ how, onClose }: { how: How; onClose: () => void }) => {
  const seatAll = async () => {
    await send('roster.group', { how, who: 'all' });
    onClose();
    tell(t('group-anew-done'));
  };
  return (
    <Dialog
      title={t('group-anew-ask')}
      onClose={onClose}
      actions={
        <Button look="main" onPress={seatAll}>
          {t('group-anew')}
        </Button>
      }
    >
      <p>{t(`group-${how}-text`)}</p>
      <p class="muted">{t('group-anew-text')}</p>
    </Dialog>
  );
};

const PasteList = ({ onClose }: { onClose: () => void }) => {
  const [list, setList] = useState('');
  const [tried, setTried] = useState<Planned | undefined>();
  const change = (text: string) => {
    setList(text);
    setTried(undefined);
  };
  const take = async () => {
    const answer = await send('roster.plan', { list });
    onClose();
    tell(t('list-done', { placed: answer.placed }));
  };
  return (
    <Dialog
      wide
      title={t('list-title')}
      onClose={onClose}
      actions={
        tried ? (
          <Button look="main" disabled={tried.placed === 0} onPress={take}>
            {t('list-take', { placed: tried.placed })}
          </Button>
        ) : (
          <Button
            look="main"
            disabled={!list.trim()}
            onPress={async () => setTried(await send('roster.plan', { list, try: true }))}
          >
            {t('list-try')}
          </Button>
        )
      }
    >
      <Field label={t('list-text')} hint={t('list-hint')}>
        <textarea
          rows={10}
          class="list"
          value={list}
          spellcheck={false}
          onInput={(event) => change(event.currentTarget.value)}
        />
      </Field>
      <Field label={t('list-file')}>
        <input
          type="file"
          accept=".csv,.txt,text/plain,text/csv"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file) file.text().then(change).catch(tellRefusal);
          }}
        />
      </Field>
      <div role="status">
        {tried && <p>{t('list-tried', { placed: tried.placed, expected: tried.expected })}</p>}
        {tried && tried.problems.length > 0 && (
          <ul class="small">
            {tried.problems.map(({ line, text, message }) => (
              <li key={line}>
                {t('list-problem', { line, message })} <small class="muted">{text}</small>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  );
};

/** A link for those who look on: a projector, a guest. */
const LookOn = ({ onClose }: { onClose: () => void }) => (
  <MakeLink
    title={t('look-on')}
    words={t('look-on-text')}
    stays
    make={(token) => send('spectator.link', { token })}
    onClose={onClose}
  />
);
