// The rooms of an exercise beside one another: put together by what they have in common, and each by itself; whoever led several classes
// may set another one beside this.

import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../connection';
import { type Place, places } from '../../identity';
import { change, list, t } from '../../locale';
import { Field } from '../../parts/Field';
import { PartyBadge } from '../../parts/PartyBadge';
import { Scroll } from '../../parts/Scroll';
import type { Overview } from '../../report';
import { exercise, me } from '../../store';
import type { PartyId, Scenario, TableId } from '../../view';
import { type By, type Ended, endedIn, groupsOf, newsApart, type Order, sorted } from './compare';
import { Groups } from './Groups';

interface RoomsProps {
  overview: Overview | null;
  scenario: Scenario;
  table?: TableId;
  mine?: PartyId;
  /** Shows that room. */
  onOpen?: (id: TableId) => void;
}

/** With fewer each stands open. */
const folded_from = 13;
/** With more their news stand in one column. */
const news_columns_most = 3;

/** "Thursday (First class)" */
function setTitle(overview: Overview, scenario: Scenario, name: string) {
  const edition = scenario.editions?.[overview.edition]?.title ?? '';
  return t('compare-set', { name, edition, named: String(edition !== '') });
}

export const Rooms = ({ overview, scenario, table, mine, onOpen }: RoomsProps) => {
  const [by, setBy] = useState<By>('outcome');
  const [beside, setBeside] = useState<Overview | null>(null);
  const [besideName, setBesideName] = useState('');
  if (!overview || Object.keys(overview.tables).length < 2) return null;
  const name = exercise.value?.exercise.name ?? me.value?.exercise.name ?? scenario.title;
  const rooms = [
    ...endedIn(overview, setTitle(overview, scenario, name), true),
    ...(beside ? endedIn(beside, setTitle(beside, scenario, besideName), false) : []),
  ];
  // Delegations are not told what news there could be, nor what it is called.
  const apart = newsApart(rooms).filter((id) => scenario.injects?.[id]?.title);
  const ways: By[] = [
    'outcome',
    'all',
    ...apart.map((id) => `news:${id}` as const),
    ...(beside ? (['set'] as const) : []),
  ];
  const way = ways.includes(by) ? by : 'outcome';
  const waiting = Object.values(overview.tables).filter(({ scores }) => !scores);
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms">{t('compare-title')}</h2>
      <p class="prose">{t('compare-text')}</p>
      <div class="compare-ways">
        <Field label={t('compare-by')}>
          <select value={way} onChange={(event) => setBy(event.currentTarget.value as By)}>
            {ways.map((one) => (
              <option key={one} value={one}>
                {wayTitle(one, scenario)}
              </option>
            ))}
          </select>
        </Field>
        {me.value?.kind === 'control' && (
          <Beside
            scenario={scenario}
            onBeside={(found, name) => {
              setBeside(found);
              setBesideName(name);
              setBy(found ? 'set' : 'outcome');
            }}
          />
        )}
      </div>
      <Groups groups={groupsOf(rooms, way, scenario)} scenario={scenario} mine={mine} />
      <Every rooms={rooms} apart={apart} scenario={scenario} table={table} onOpen={onOpen} />
      {waiting.length > 0 && (
        <p class="small muted">
          {t('compare-not-yet', {
            rooms: list(waiting.map(({ name }) => name)),
            count: waiting.length,
          })}
        </p>
      )}
    </section>
  );
};

const wayTitle = (by: By, scenario: Scenario) =>
  by.startsWith('news:')
    ? t('compare-by-news', {
        title: scenario.injects?.[by.slice('news:'.length)]?.title ?? by.slice('news:'.length),
      })
    : t(`compare-by-${by}`);

interface BesideProps {
  scenario: Scenario;
  onBeside: (overview: Overview | null, name: string) => void;
}

/** Other classes of the same scenario that were led from this device. */
const Beside = ({ scenario, onBeside }: BesideProps) => {
  const here = me.value?.exercise.id;
  const [chosen, setChosen] = useState('');
  const [failed, setFailed] = useState(false);
  const others = places.value.filter(
    ({ exercise, kind, title }: Place) =>
      kind === 'control' && exercise !== here && title === scenario.title,
  );
  useEffect(() => {
    let gone = false;
    const place = others.find(({ exercise }) => exercise === chosen);
    setFailed(false);
    if (!place) {
      onBeside(null, '');
      return;
    }
    ask('exercise.report', {}, place.token).then(
      (answer) => {
        if (!gone) onBeside(answer as Overview, place.name || place.code);
      },
      () => {
        if (!gone) setFailed(true);
      },
    );
    return () => {
      gone = true;
    };
  }, [chosen]);
  if (others.length === 0) return null;
  return (
    <Field label={t('compare-beside')} hint={failed ? t('compare-beside-failed') : undefined}>
      <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
        <option value="">{t('compare-beside-none')}</option>
        {others.map(({ exercise, name, code }) => (
          <option key={exercise} value={exercise}>
            {name ? `${name} · ${code}` : code}
          </option>
        ))}
      </select>
    </Field>
  );
};

interface EveryProps {
  rooms: Ended[];
  apart: string[];
  scenario: Scenario;
  table?: TableId;
  onOpen?: (id: TableId) => void;
}

/** Every room by itself; many are folded away under the groups. */
const Every = (props: EveryProps) =>
  props.rooms.length < folded_from ? (
    <EveryRoom {...props} />
  ) : (
    <details class="compare-every">
      <summary>{t('compare-every', { count: props.rooms.length })}</summary>
      <EveryRoom {...props} />
    </details>
  );

const EveryRoom = ({ rooms, apart, scenario, table, onOpen }: EveryProps) => {
  const [order, setOrder] = useState<Order>({ by: 'order', down: false });
  const parties = Object.entries(scenario.parties);
  const columns = apart.length <= news_columns_most ? apart : [];
  const sets = new Set(rooms.map(({ set }) => set)).size > 1;
  const head = (by: Order['by'], words: preact.ComponentChildren, numbers = true) => (
    <th
      scope="col"
      class={numbers ? 'number' : undefined}
      aria-sort={order.by !== by ? undefined : order.down ? 'descending' : 'ascending'}
    >
      <button
        type="button"
        class="link sort"
        onClick={() => setOrder({ by, down: order.by === by ? !order.down : numbers })}
      >
        {words}
        <span aria-hidden="true">{order.by !== by ? '' : order.down ? ' ↓' : ' ↑'}</span>
      </button>
    </th>
  );
  return (
    <Scroll label={t('compare-title')}>
      <table class="compare">
        <thead>
          <tr>
            {head('order', t('compare-room'), false)}
            {head('outcome', t('debrief-outcome'), false)}
            {head('articles', t('compare-in-force'))}
            {parties.map(([id, party]) => head(id, <PartyBadge party={party} />))}
            {columns.map((id) => (
              <th key={id} scope="col" class="had">
                {scenario.injects?.[id]?.title ?? id}
              </th>
            ))}
            {apart.length > columns.length && <th scope="col">{t('compare-news')}</th>}
          </tr>
        </thead>
        <tbody>
          {sorted(rooms, order, scenario).map((room) => (
            <tr key={room.id} class={room.id === table ? 'mine' : undefined}>
              <th scope="row">
                {onOpen && room.own ? (
                  <button type="button" class="link" onClick={() => onOpen(room.id)}>
                    {room.name}
                  </button>
                ) : (
                  room.name
                )}
                {sets && <small class="muted"> {room.set}</small>}
              </th>
              <td>{scenario.outcomes?.[room.outcome ?? '']?.title ?? '–'}</td>
              <td class="number">{room.articles}</td>
              {parties.map(([party]) => (
                <td key={party} class="number">
                  {room.gains[party] === undefined ? '–' : change(room.gains[party])}
                </td>
              ))}
              {columns.map((id) => (
                <td key={id} class="had">
                  {t('compare-came', { came: String(room.injects.includes(id)) })}
                </td>
              ))}
              {apart.length > columns.length && (
                <td>
                  {list(
                    apart
                      .filter((one) => room.injects.includes(one))
                      .map((one) => scenario.injects?.[one]?.title ?? one),
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
