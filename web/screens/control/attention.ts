// Which room needs the facilitator now, and why, in words. What matters goes by the phase: who is there before the talks, who does
// nothing during them, who has not decided and where it leads towards the end.

import { list, number, t, timeOfDay } from '../../locale';
import { countdown, timeLeft } from '../../parts/Clock';
import { serverNow } from '../../store';
import type { Clock, PartyId, Person, Scenario, TableSummary } from '../../view';

/** How much each weighs: the worst stands first, and ranks the room. */
const weights = {
  trouble: 100,
  party: 80,
  head: 70,
  bell: 60,
  lead: 50,
  unread: 45,
  away: 40,
  silent: 35,
  refused: 32,
  idle: 30,
  undecided: 28,
  text: 25,
  time: 20,
  below: 12,
  paused: 10,
  early: 8,
  debrief: 5,
};
export type Kind = keyof typeof weights;
export const kinds = Object.keys(weights) as Kind[];

export interface Reason {
  kind: Kind;
  weight: number;
  text: string;
  /** Whom a word might help. */
  parties?: PartyId[];
}

/** From here on it is pressing. */
export const pressing = weights.text;

const minute_ms = 60_000;
const silence_ms = 4 * minute_ms;
const idle_ms = 8 * minute_ms;
const soon_ms = 2 * minute_ms;
const away_ms = 3 * minute_ms;
const refusals_many = 3;

export type Stage = 'opening' | 'talks' | 'end' | 'over';

/** Which of the facilitator's questions count in this room now. */
export function stageOf({ clock, undecided }: TableSummary): Stage {
  if (clock.final || clock.state === 'closed') return 'over';
  if (undecided || clock.rest === 0) return 'end';
  return clock.allows?.includes('draft') ? 'talks' : 'opening';
}

/** When the talks will be over, if nobody hastens; null where no clock says so (the start fits the rounds anew). */
function endsAt(clock: Clock): number | null {
  const left = timeLeft(clock);
  return left === null || clock.rest === undefined ? null : serverNow() + left + clock.rest;
}

/** Heads who have been away for a while, and for whom no bot stands in. */
function needLead(need: Need, scenario: Scenario, people: Person[]) {
  const gone = people.filter(
    ({ role, away_since, stand_in }) =>
      role === 'head' && away_since && !stand_in && serverNow() - away_since >= away_ms,
  );
  if (gone.length === 0) return;
  const since = Math.min(...gone.map(({ away_since = 0 }) => away_since));
  need('lead', {
    names: list(
      gone.map(({ name, party = '' }) => `${name} (${scenario.parties[party]?.short ?? party})`),
    ),
    minutes: Math.floor((serverNow() - since) / minute_ms),
  });
}

/** `playing`: how many other rooms are not over yet; `seated`: who sits in this one. */
export function reasons(
  room: TableSummary,
  scenario: Scenario,
  playing = 0,
  seated: Person[] = [],
): Reason[] {
  const { clock } = room;
  const found: Reason[] = [];
  const names = (ids: PartyId[]) => list(ids.map((id) => scenario.parties[id]?.short ?? id));
  const need = (kind: Kind, words: Record<string, string | number> = {}, parties?: PartyId[]) => {
    if (parties?.length === 0) return;
    const text = t(`need-${kind}`, { ...words, ...(parties && { parties: names(parties) }) });
    found.push({ kind, weight: weights[kind], text, ...(parties && { parties }) });
  };
  if (clock.final || clock.state === 'closed') {
    if (!clock.debrief) need(playing > 0 ? 'early' : 'debrief', { playing });
    return found;
  }

  if (room.troubles) need('trouble', { count: room.troubles });
  const all = Object.keys(scenario.parties);
  const seats = (id: PartyId) => room.seats?.[id];
  const people = all.filter((id) => seats(id)?.people);
  const here = people.filter((id) => seats(id)?.online);
  need(
    'party',
    {},
    all.filter((id) => scenario.parties[id]?.essential && !seats(id)?.people),
  );
  need(
    'head',
    {},
    people.filter((id) => !seats(id)?.head),
  );
  need(
    'away',
    {},
    people.filter((id) => !seats(id)?.online),
  );

  if (clock.state === 'running') needLead(need, scenario, seated);
  const ends = endsAt(clock);
  if (clock.bell !== undefined && ends !== null) {
    const latest = clock.bell - (clock.debrief_minutes ?? 0) * minute_ms;
    const late = Math.floor((ends - latest) / minute_ms);
    if (late > 0) need('bell', { late, ends: timeOfDay(ends), bell: timeOfDay(clock.bell) });
  }
  if (clock.state === 'paused') need('paused');
  if (clock.state === 'running') {
    const left = timeLeft(clock);
    if (left !== null && left < soon_ms) need('time', { left: countdown(left) });
    // In a last round nobody is sent back to read.
    if (stageOf(room) === 'opening') {
      need(
        'unread',
        {},
        here.filter((id) => !seats(id)?.read),
      );
    }
    if (clock.allows?.includes('draft') && people.length > 0) talks(room, here, need);
    for (const [decision, parties] of Object.entries(room.undecided ?? {})) {
      const title = scenario.decisions?.[decision]?.title ?? decision;
      need('undecided', { title }, parties);
    }
  }
  below(room, scenario, need);
  return found.sort((a, b) => b.weight - a.weight);
}

type Own = NonNullable<TableSummary['scores']>[PartyId];
type Need = (kind: Kind, words?: Record<string, string | number>, parties?: PartyId[]) => void;

function talks(room: TableSummary, here: PartyId[], need: Need) {
  const now = serverNow();
  const silent = room.silent_ms_since ? now - room.silent_ms_since : 0;
  if (silent >= silence_ms) need('silent', { minutes: Math.floor(silent / minute_ms) });
  const texts = (room.texts?.draft ?? 0) + (room.texts?.in_force ?? 0);
  if (texts === 0) need('text');
  const since = (id: PartyId) => Math.max(room.did?.[id] ?? 0, room.phase_opened ?? now);
  const idle = here.filter((id) => now - since(id) >= idle_ms);
  if (silent < silence_ms && idle.length > 0) {
    const longest = Math.max(...idle.map((id) => now - since(id)));
    need('idle', { minutes: Math.floor(longest / minute_ms) }, idle);
  }
  need(
    'refused',
    {},
    here.filter((id) => (room.seats?.[id]?.refused ?? 0) >= refusals_many),
  );
}

/** What is in force leaves somebody worse off than walking away. */
function below(room: TableSummary, scenario: Scenario, need: Need) {
  const away = ({ no_deal, at_opening }: Own) => at_opening ?? no_deal;
  const losers = Object.entries(room.scores ?? {}).filter(([, own]) => own.expected < away(own));
  if (!room.texts?.in_force || losers.length === 0) return;
  const figures = losers.map(
    ([id, own]) =>
      `${scenario.parties[id]?.short ?? id} (${number(own.expected)} < ${number(away(own))})`,
  );
  need('below', { who: figures.join(', ') });
}
