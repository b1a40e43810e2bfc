import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { exercise } from '../../store';
import { act, inScope, roomsOf, type Scope } from './acts';
import { BellDialog } from './BellDialog';

type Question = 'next' | 'end' | 'close' | 'bell';

/** Start, next, pause, more time, the debrief, the end: only what the rooms in question can do now. */
export const ClockActs = ({ scope }: { scope: Scope }) => {
  const [asking, setAsking] = useState<Question | undefined>();
  const rooms = roomsOf(exercise.value?.tables).filter(([id]) => inScope(scope, id));
  const some = (test: (clock: (typeof rooms)[0][1]['clock']) => boolean | undefined) =>
    rooms.some(([, room]) => test(room.clock));
  const where = t('act-where', {
    rooms: rooms.length,
    all: String(!scope || scope.length === roomsOf(exercise.value?.tables).length),
    room: rooms[0]?.[1].name ?? '',
  });
  const done = () => setAsking(undefined);
  const playing = some(
    (clock) => clock.state !== 'lobby' && clock.state !== 'closed' && !clock.final,
  );
  const final = some((clock) => clock.final && clock.state !== 'closed');
  return (
    <div class="row">
      {some((clock) => clock.state === 'lobby') && (
        <Button look="main" onPress={() => act('exercise.start', {}, scope, t('act-started'))}>
          {t('act-start')}
        </Button>
      )}
      {playing && (
        <Button look="main" onPress={() => setAsking('next')}>
          {t('act-next')}
        </Button>
      )}
      {some((clock) => clock.state === 'running' && !clock.final) && (
        <Button onPress={() => act('exercise.pause', {}, scope, t('act-paused'))}>
          {t('act-pause')}
        </Button>
      )}
      {some((clock) => clock.state === 'paused') && (
        <Button onPress={() => act('exercise.resume', {}, scope, t('act-resumed'))}>
          {t('act-resume')}
        </Button>
      )}
      {some((clock) => clock.deadline !== undefined || clock.left !== undefined) &&
        [1, 5].map((minutes) => (
          <Button
            key={minutes}
            label={t('act-extend-label', { minutes })}
            onPress={() =>
              act('exercise.extend', { minutes }, scope, t('act-extended', { minutes }))
            }
          >
            {t('act-extend', { minutes })}
          </Button>
        ))}
      {some((clock) => clock.rest !== undefined) && (
        <Button onPress={() => setAsking('bell')}>{t('act-bell')}</Button>
      )}
      {some((clock) => clock.final && !clock.debrief) && (
        <Button
          look="main"
          onPress={() => act('debrief.open', { on: true }, scope, t('act-debrief-opened'))}
        >
          {t('act-debrief')}
        </Button>
      )}
      {playing && (
        <Button look="grave" onPress={() => setAsking('end')}>
          {t('act-end')}
        </Button>
      )}
      {final && (
        <Button look="grave" onPress={() => setAsking('close')}>
          {t('act-close')}
        </Button>
      )}
      {asking === 'bell' && (
        <BellDialog clocks={rooms.map(([, room]) => room.clock)} scope={scope} onClose={done} />
      )}
      {asking === 'next' && (
        <Dialog
          title={t('act-next-ask')}
          onClose={done}
          actions={
            <Button
              look="main"
              onPress={() => act('exercise.advance', {}, scope, t('act-advanced')).then(done)}
            >
              {t('act-next-do')}
            </Button>
          }
        >
          <p>{t('act-next-text', { where })}</p>
        </Dialog>
      )}
      {asking === 'end' && (
        <Dialog
          title={t('act-end-ask')}
          onClose={done}
          actions={
            <Button
              look="grave"
              onPress={() => act('exercise.end', {}, scope, t('act-ended')).then(done)}
            >
              {t('act-end-do')}
            </Button>
          }
        >
          <p>{t('act-end-text', { where })}</p>
        </Dialog>
      )}
      {asking === 'close' && (
        <Dialog
          title={t('act-close-ask')}
          onClose={done}
          actions={
            <Button
              look="grave"
              onPress={() => act('exercise.advance', {}, scope, t('act-closed')).then(done)}
            >
              {t('act-close')}
            </Button>
          }
        >
          <p>{t('act-close-text', { where })}</p>
        </Dialog>
      )}
    </div>
  );
};
