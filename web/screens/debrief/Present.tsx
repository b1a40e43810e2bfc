// The debrief on a projector, step by step: rooms by their numbers and delegations, no person's name.

import { useEffect, useState } from 'preact/hooks';
import { send } from '../../connection';
import { t, timeOfDay } from '../../locale';
import type { Replayed, Report } from '../../report';
import { together } from '../../rooms';
import { exercise } from '../../store';
import type { ExerciseView, Scenario, TableId, TableSummary, View } from '../../view';
import { roomsOf } from '../control/acts';
import { contrasts } from '../control/contrasts';
import { Agreed } from './Agreed';
import { Frontier } from './Frontier';
import { DealLeft } from './Left';
import { Rooms } from './Rooms';
import { useOverview, useReport } from './report';

interface PresentProps {
  scenario: Scenario;
  onClose: () => void;
}
type Step = 'how' | 'agreed' | 'rooms' | 'contrasts' | 'frontier' | 'left' | 'marks';

export const Present = ({ scenario, onClose }: PresentProps) => {
  const rooms = roomsOf(exercise.value?.tables)
    .map(([id, summary]) => ({ id, ...summary }))
    .filter(({ clock }) => clock.final);
  const [chosen, setChosen] = useState<TableId | undefined>();
  const room = rooms.find(({ id }) => id === chosen) ?? rooms[0];
  const overview = useOverview(true, rooms.map(({ id }) => id).join(' '));
  const report = useReport(room?.id ?? '', !!room);
  const told = contrasts(rooms, scenario);
  const steps: Step[] = [
    'how',
    'agreed',
    ...(rooms.length > 1 ? (['rooms'] as const) : []),
    ...(told.length > 0 ? (['contrasts'] as const) : []),
    'frontier',
    'left',
    ...(report?.marks?.length ? (['marks'] as const) : []),
  ];
  const [at, setAt] = useState(0);
  const step = steps[Math.min(at, steps.length - 1)] ?? 'how';
  // By what it is then: a remote's presses may come faster than pages are drawn.
  const turn = (by: number) => setAt((now) => Math.max(0, Math.min(now + by, steps.length - 1)));
  useKeys(
    () => turn(1),
    () => turn(-1),
    onClose,
  );
  const openRoom = (id: TableId) => {
    setChosen(id);
    setAt(steps.indexOf('agreed'));
  };
  if (!room) return null;
  const byRoom = step === 'agreed' || step === 'left' || step === 'marks';
  return (
    <div class="present">
      <header>
        <h1>{exercise.value?.exercise.name ?? t('present-title')}</h1>
        {byRoom && rooms.length > 1 && (
          <select
            aria-label={t('present-choose')}
            value={room.id}
            onChange={(event) => setChosen(event.currentTarget.value)}
          >
            {rooms.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
        <span class="muted">{t('present-step', { at: at + 1, of: steps.length })}</span>
        <button type="button" class="quiet" disabled={at === 0} onClick={() => turn(-1)}>
          {t('present-back')}
        </button>
        <button
          type="button"
          class="main"
          disabled={at === steps.length - 1}
          onClick={() => turn(1)}
        >
          {t('present-on')}
        </button>
        <button type="button" class="quiet" onClick={onClose}>
          {t('present-close')}
        </button>
      </header>
      <main>
        {step === 'how' && <HowTheyEnded scenario={scenario} rooms={rooms} />}
        {step === 'agreed' && <AgreedIn room={room} scenario={scenario} />}
        {step === 'rooms' && <Rooms overview={overview} scenario={scenario} onOpen={openRoom} />}
        {step === 'contrasts' && (
          <section>
            <h2>{t('present-contrasts')}</h2>
            {told.map((line) => (
              <p key={line} class="big">
                {line}
              </p>
            ))}
          </section>
        )}
        {step === 'frontier' && <Frontier overview={overview} scenario={scenario} />}
        {step === 'left' && (
          <>
            <p class="muted">{room.name}</p>
            <DealLeft report={report} scenario={scenario} />
          </>
        )}
        {step === 'marks' && <Marks report={report} room={room.name} />}
      </main>
    </div>
  );
};

/** Arrows and Page Up and Down turn the pages, as a presenter's remote does; Escape closes. */
function useKeys(on: () => void, back: () => void, close: () => void) {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.target instanceof HTMLSelectElement || event.target instanceof HTMLInputElement)
        return;
      if (event.key === 'ArrowRight' || event.key === 'PageDown') on();
      else if (event.key === 'ArrowLeft' || event.key === 'PageUp') back();
      else if (event.key === 'Escape') close();
    };
    addEventListener('keydown', pressed);
    return () => removeEventListener('keydown', pressed);
  });
}

type Ended = (TableSummary & { id: TableId })[];

const HowTheyEnded = ({ scenario, rooms }: { scenario: Scenario; rooms: Ended }) => {
  const by = new Map<string, Ended>();
  for (const room of rooms) {
    by.set(room.outcome ?? '', [...(by.get(room.outcome ?? '') ?? []), room]);
  }
  return (
    <section>
      <h2>{t('present-how')}</h2>
      {[...by].map(([id, same]) => {
        const outcome = scenario.outcomes?.[id];
        return (
          <div key={id}>
            <h3>{outcome?.title ?? t('holding-nothing')}</h3>
            <p class="big">{outcome?.text}</p>
            <p class="muted">{together(same)}</p>
          </div>
        );
      })}
    </section>
  );
};

/** The room as it was at the end. */
function useEnd(table: TableId): View | null {
  const [end, setEnd] = useState<Replayed | null>(null);
  useEffect(() => {
    let gone = false;
    send('replay.view', { table, as: 'control' }).then(
      (answer) => {
        if (!gone) setEnd(answer);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [table]);
  return end?.table === table ? end.view : null;
}

const AgreedIn = ({ room, scenario }: { room: Ended[number]; scenario: Scenario }) => {
  const view = useEnd(room.id);
  if (!view) return <p aria-busy="true">{t('loading')}</p>;
  return (
    <>
      <p class="muted">{room.name}</p>
      <Agreed view={view} scenario={scenario} />
    </>
  );
};

const Marks = ({ report, room }: { report: Report | null; room: string }) => (
  <section>
    <p class="muted">{room}</p>
    <h2>{t('present-marks')}</h2>
    {report?.marks?.map(({ n, at, text }) => (
      <p key={n} class="big">
        <span class="muted figures">{timeOfDay(at)}</span> {text}
      </p>
    ))}
  </section>
);

/** Whether there is anything to show yet. */
export const canPresent = (tables: ExerciseView['tables']) =>
  Object.values(tables ?? {}).some(({ clock }) => clock.debrief);
