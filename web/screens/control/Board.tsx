// All rooms, who needs attention first: cards for a few, one line each for many. Some of them can be chosen, to act on these alone.

import { computed } from '@preact/signals';
import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { exercise, second } from '../../store';
import type { Scenario, TableId } from '../../view';
import { roomsOf } from './acts';
import { type Kind, kinds, pressing, type Reason, reasons, type Stage, stageOf } from './attention';
import { contrasts } from './contrasts';
import { Nudge, type Nudged, nudgeable } from './Nudge';
import { useCalmOrder } from './order';
import { Room } from './Room';
import { RoomLine } from './RoomLine';

const cards_most = 6;
/** What goes by the clock is looked at anew this often. */
const moment = computed(() => Math.floor(second.value / 5_000));

type Filter = 'all' | 'needs' | Kind;

interface BoardProps {
  scenario: Scenario;
  chosen: TableId[];
  onChosen: (chosen: TableId[]) => void;
  onLook: (table: TableId) => void;
}

/** Those who sit in a room. */
const seatedAt = (room: TableId) =>
  Object.values(exercise.value?.people ?? {}).filter(({ table }) => table === room);

export const Board = ({ scenario, chosen, onChosen, onLook }: BoardProps) => {
  const [filter, setFilter] = useState<Filter>('all');
  const [nudging, setNudging] = useState<{ kind: Kind; whom: Nudged[] } | undefined>();
  void moment.value;
  const rooms = roomsOf(exercise.value?.tables);
  const playing = rooms.filter(([, room]) => stageOf(room) !== 'over').length;
  const why = new Map(
    rooms.map(
      ([id, room]) => [id, reasons(room, scenario, playing, seatedAt(id))] as [TableId, Reason[]],
    ),
  );
  const of = (id: TableId) => why.get(id) ?? [];
  const { order, handlers } = useCalmOrder(
    rooms.map(([id]) => ({ id, weight: of(id)[0]?.weight ?? 0 })),
  );
  const passes = (id: TableId) =>
    filter === 'all' ||
    (filter === 'needs'
      ? (of(id)[0]?.weight ?? 0) >= pressing
      : of(id).some(({ kind }) => kind === filter));
  const shown = order.filter(passes);
  const many = rooms.length > cards_most;
  const choose = (id: TableId) => (on: boolean) =>
    onChosen(on ? [...chosen, id] : chosen.filter((one) => one !== id));
  const nudge = (id: TableId, { kind, parties }: Reason) =>
    setNudging({ kind, whom: [{ table: id, ...(parties && { parties }) }] });
  return (
    <>
      <Questions
        why={[...why.values()]}
        stage={stage(rooms.map(([, room]) => stageOf(room)))}
        filter={filter}
        onFilter={many ? setFilter : undefined}
      />
      {many && (
        <div class="row board-filter">
          {(['all', 'needs'] as const).map((one) => (
            <Button key={one} pressed={filter === one} onPress={() => setFilter(one)}>
              {t(`filter-${one}`, { rooms: one === 'all' ? rooms.length : needing(why) })}
            </Button>
          ))}
          {filter !== 'all' && shown.length > 0 && (
            <>
              <Button look="link" onPress={() => onChosen(shown)}>
                {t('choose-shown')}
              </Button>
              {filter !== 'needs' && nudgeable({ kind: filter }) && (
                <Button
                  look="link"
                  onPress={() => setNudging({ kind: filter, whom: shown.map(nudged(of, filter)) })}
                >
                  {t('nudge-all')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      <Contrasts scenario={scenario} />
      {shown.length === 0 && <p class="muted">{t('filter-none')}</p>}
      <div class={`rooms-glance ${many ? 'lines' : ''}`} {...handlers}>
        {shown.map((id) => {
          const room = exercise.value?.tables?.[id];
          if (!room) return null;
          const shared = {
            room,
            why: of(id),
            scenario,
            onLook: () => onLook(id),
            onNudge: (reason: Reason) => nudge(id, reason),
            ...(rooms.length > 1 && { chosen: chosen.includes(id), onChosen: choose(id) }),
          };
          return many ? (
            <RoomLine key={id} {...shared} />
          ) : (
            <Room key={id} {...shared} open={rooms.length <= 3} />
          );
        })}
      </div>
      {nudging && <Nudge {...nudging} scenario={scenario} onClose={() => setNudging(undefined)} />}
    </>
  );
};

const needing = (why: Map<TableId, Reason[]>) =>
  [...why.values()].filter(([first]) => (first?.weight ?? 0) >= pressing).length;

const nudged =
  (of: (id: TableId) => Reason[], kind: Kind) =>
  (table: TableId): Nudged => {
    const parties = of(table).find((reason) => reason.kind === kind)?.parties;
    return { table, ...(parties && { parties }) };
  };

/** Where most rooms are; of equals the earlier, which holds the others up. */
function stage(stages: Stage[]): Stage {
  const order: Stage[] = ['opening', 'talks', 'end', 'over'];
  const count = (one: Stage) => stages.filter((other) => other === one).length;
  return order.reduce((best, one) => (count(one) > count(best) ? one : best));
}

interface QuestionsProps {
  why: Reason[][];
  stage: Stage;
  filter: Filter;
  /** Where there are enough rooms to leave some out. */
  onFilter?: (filter: Filter) => void;
}

/** What a facilitator asks at this point of the lesson, and in how many rooms the answer is a worry. */
const Questions = ({ why, stage, filter, onFilter }: QuestionsProps) => {
  const found = kinds
    .map((kind) => ({
      kind,
      rooms: why.filter((of) => of.some((one) => one.kind === kind)).length,
    }))
    .filter(({ rooms }) => rooms > 0);
  return (
    <section class="questions" aria-labelledby="stage">
      <h2 id="stage">{t(`stage-${stage}`)}</h2>
      {found.length === 0 && <p class="muted">{t('stage-well')}</p>}
      {onFilter && found.length > 0 && (
        <ul class="plain row">
          {found.map(({ kind, rooms }) => (
            <li key={kind}>
              <Button
                pressed={filter === kind}
                onPress={() => onFilter(filter === kind ? 'all' : kind)}
              >
                {t(`kind-${kind}`, { rooms })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
};

const Contrasts = ({ scenario }: { scenario: Scenario }) => {
  const found = contrasts(
    roomsOf(exercise.value?.tables).map(([, room]) => room),
    scenario,
  );
  if (found.length === 0) return null;
  return (
    <section class="card contrasts" aria-labelledby="contrasts">
      <h2 id="contrasts">{t('contrasts')}</h2>
      <ul>
        {found.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
};
