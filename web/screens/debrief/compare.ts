// The rooms that are over, put together by how they ended, by a news that some had, or by the class: what each delegation gained in each of
// these groups.

import { t } from '../../locale';
import type { Overview } from '../../report';
import type { PartyId, Scenario, TableId } from '../../view';

/** A room that is over. */
export interface Ended {
  id: TableId;
  name: string;
  order: number;
  /** Which class, and how much of the scenario it played; the same for all where there is but one. */
  set: string;
  /** Of this exercise: it may be opened. */
  own: boolean;
  outcome?: string;
  articles: number;
  injects: string[];
  /** Over walking away. */
  gains: Record<PartyId, number>;
}

/** Those of one exercise that are told of, by their numbers. */
export const endedIn = (overview: Overview, set: string, own: boolean): Ended[] =>
  Object.entries(overview.tables)
    .flatMap(([id, room]): Ended[] => {
      if (!room.scores) return [];
      const gains = Object.entries(room.scores).map(([party, { total, walking }]) => [
        party,
        total - walking,
      ]);
      const { outcome, injects = [], settled = {}, order } = room;
      const articles = Object.keys(settled).length;
      const { name } = room;
      return [
        { id, name, order, set, own, outcome, articles, injects, gains: Object.fromEntries(gains) },
      ];
    })
    .sort((a, b) => a.order - b.order);

/** News that came to some of these and not to others. */
export function newsApart(rooms: Ended[]): string[] {
  const all = new Set(rooms.flatMap(({ injects }) => injects));
  return [...all].filter((id) => !rooms.every(({ injects }) => injects.includes(id)));
}

/** `news:ID` is one of newsApart. */
export type By = 'outcome' | 'all' | 'set' | `news:${string}`;

export interface Group {
  title: string;
  rooms: Ended[];
}

/** The largest first. */
export function groupsOf(rooms: Ended[], by: By, scenario: Scenario): Group[] {
  const news = by.startsWith('news:') ? by.slice('news:'.length) : '';
  const title = (room: Ended) => {
    if (by === 'all') return t('compare-all');
    if (by === 'set') return room.set;
    if (by === 'outcome') {
      return scenario.outcomes?.[room.outcome ?? '']?.title ?? t('holding-nothing');
    }
    const came = String(room.injects.includes(news));
    return t('compare-news-came', { title: scenario.injects?.[news]?.title ?? news, came });
  };
  const groups = new Map<string, Ended[]>();
  for (const room of rooms) groups.set(title(room), [...(groups.get(title(room)) ?? []), room]);
  return [...groups]
    .map(([title, rooms]) => ({ title, rooms }))
    .sort((a, b) => b.rooms.length - a.rooms.length);
}

export interface Spread {
  least: number;
  middle: number;
  most: number;
  /** How many rooms had which gain. */
  counts: [gain: number, rooms: Ended[]][];
}

/** Null where none of them has a result for that delegation. */
export function spreadOf(rooms: Ended[], party: PartyId): Spread | null {
  const counts = new Map<number, Ended[]>();
  for (const room of rooms) {
    const gain = room.gains[party];
    if (gain !== undefined) counts.set(gain, [...(counts.get(gain) ?? []), room]);
  }
  const sorted = [...counts].sort(([a], [b]) => a - b);
  const gains = sorted.flatMap(([gain, { length }]) => Array<number>(length).fill(gain));
  const [least] = gains;
  const most = gains.at(-1);
  const low = gains[(gains.length - 1) >> 1];
  const high = gains[gains.length >> 1];
  if (least === undefined || most === undefined || low === undefined || high === undefined) {
    return null;
  }
  return { least, middle: (low + high) / 2, most, counts: sorted };
}

export type Order = { by: 'order' | 'outcome' | 'articles' | PartyId; down: boolean };

/** Ties as the rooms are numbered. */
export function sorted(rooms: Ended[], { by, down }: Order, scenario: Scenario): Ended[] {
  const outcomes = Object.keys(scenario.outcomes ?? {});
  const value = (room: Ended) =>
    by === 'order'
      ? room.order
      : by === 'articles'
        ? room.articles
        : by === 'outcome'
          ? outcomes.indexOf(room.outcome ?? '')
          : (room.gains[by] ?? Number.NEGATIVE_INFINITY);
  const turn = down ? -1 : 1;
  return [...rooms].sort(
    (a, b) => turn * (value(a) - value(b) || 0) || a.set.localeCompare(b.set) || a.order - b.order,
  );
}
