import { useEffect, useState } from 'preact/hooks';
import { t } from '../locale';
import { tongue } from '../locale/tongue';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { JoinCode } from '../parts/JoinCode';
import { Masthead } from '../parts/Masthead';
import { exercise } from '../store';
import { act, loadTexts, roomsOf, texts } from './control/acts';
import { Requests } from './control/Requests';
import { Roster } from './control/Roster';

/** Before the start: people arrive and are seated. */
export const Hall = () => {
  const [projecting, setProjecting] = useState(false);
  const [starting, setStarting] = useState(false);
  const running = exercise.value;
  useEffect(() => {
    void loadTexts();
  }, [tongue.value.language, running?.exercise.scenario]);
  if (!running) return null;
  const { name, code } = running.exercise;
  const rooms = roomsOf(running.tables);
  document.title = name ?? t('hall-title');
  if (projecting) {
    return (
      <main class="projected">
        <h1>{name}</h1>
        {code && <JoinCode code={code} />}
        <p class="headcount">
          <Count />
        </p>
        <Button onPress={() => setProjecting(false)}>{t('hall-project-end')}</Button>
      </main>
    );
  }
  return (
    <>
      <Masthead title={name ?? t('hall-title')}>
        <Button onPress={() => setProjecting(true)}>{t('hall-project')}</Button>
        <Button look="main" onPress={() => setStarting(true)}>
          {t('hall-start-all', { tables: rooms.length })}
        </Button>
      </Masthead>
      <main class="page hall">
        {code && <JoinCode code={code} />}
        <p class="headcount">
          <Count />
        </p>
        {texts.value && <Requests scenario={texts.value} />}
        <Roster />
      </main>
      {starting && <Starting onClose={() => setStarting(false)} />}
    </>
  );
};

const Count = () => {
  const { people = 0, seated = 0 } = exercise.value?.hall ?? {};
  return (
    <>
      {t('hall-count', { people })}
      {people > 0 && <>, {t('hall-seated', { free: people - seated })}</>}.
    </>
  );
};

/** Says what is missing before it starts, and starts all the same if told to. */
const Starting = ({ onClose }: { onClose: () => void }) => {
  const parties = texts.value?.parties ?? {};
  const missing = roomsOf(exercise.value?.tables).flatMap(([, room]) => {
    const names = (test: (id: string) => boolean) =>
      Object.keys(parties)
        .filter(test)
        .map((id) => parties[id]?.short ?? id);
    const people = (id: string) => room.seats?.[id]?.people ?? 0;
    const empty = names((id) => !!parties[id]?.essential && people(id) === 0);
    const headless = names((id) => people(id) > 0 && !room.seats?.[id]?.head);
    return [
      ...(empty.length > 0 ? [{ id: 'hall-missing-party', names: empty, room: room.name }] : []),
      ...(headless.length > 0
        ? [{ id: 'hall-missing-head', names: headless, room: room.name }]
        : []),
    ];
  });
  return (
    <Dialog
      title={t('hall-start-ask')}
      onClose={onClose}
      actions={
        <Button
          look="main"
          onPress={() => act('exercise.start', {}, undefined, t('hall-started')).then(onClose)}
        >
          {t('hall-start')}
        </Button>
      }
    >
      {missing.length > 0 && (
        <ul>
          {missing.map(({ id, names, room }) => (
            <li key={id + room}>{t(id, { room, parties: names.join(', ') })}</li>
          ))}
        </ul>
      )}
      <p>{t('hall-start-text')}</p>
      <p class="muted">{t('hall-start-text-people')}</p>
    </Dialog>
  );
};
