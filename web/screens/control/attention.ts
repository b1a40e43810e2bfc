// Which room needs the facilitator now, and why, in words. A room's reasons are told apart by weight, worst first.

import { number, t, timeOfDay } from '../../locale';
import { countdown, timeLeft } from '../../parts/Clock';
import { serverNow } from '../../store';
import type { Clock, Scenario, TableSummary } from '../../view';

export interface Reason {
  weight: number;
  text: string;
}

const minute_ms = 60_000;
const silence_ms = 4 * minute_ms;
const soon_ms = 2 * minute_ms;
const refusals_many = 5;

/** When the talks will be over, if nobody hastens; null where no clock says so (the start fits the rounds anew). */
function endsAt(clock: Clock): number | null {
  const left = timeLeft(clock);
  return left === null || clock.rest === undefined ? null : serverNow() + left + clock.rest;
}

const names = (scenario: Scenario, parties: string[]) =>
  parties.map((id) => scenario.parties[id]?.short ?? id).join(', ');

export function reasons(room: TableSummary, scenario: Scenario): Reason[] {
  const { clock } = room;
  if (clock.final || clock.state === 'closed') {
    return clock.debrief ? [] : [{ weight: 1, text: t('need-debrief') }];
  }
  const found: Reason[] = [];
  const need = (weight: number, id: string, words?: Record<string, string | number>) =>
    found.push({ weight, text: t(id, words) });

  if (room.troubles) need(100, 'need-trouble', { count: room.troubles });
  const parties = Object.keys(scenario.parties);
  const seats = (id: string) => room.seats?.[id];
  const absent = parties.filter((id) => scenario.parties[id]?.essential && !seats(id)?.people);
  if (absent.length > 0) need(80, 'need-party', { parties: names(scenario, absent) });
  const headless = parties.filter((id) => seats(id)?.people && !seats(id)?.head);
  if (headless.length > 0) need(70, 'need-head', { parties: names(scenario, headless) });
  const away = parties.filter((id) => seats(id)?.people && !seats(id)?.online);
  if (away.length > 0) need(40, 'need-online', { parties: names(scenario, away) });

  const ends = endsAt(clock);
  if (clock.bell !== undefined && ends !== null) {
    const latest = clock.bell - (clock.debrief_minutes ?? 0) * minute_ms;
    const late = Math.ceil((ends - latest) / minute_ms);
    if (late > 0) {
      need(60, 'need-bell', { late, ends: timeOfDay(ends), bell: timeOfDay(clock.bell) });
    }
  }
  if (clock.state === 'running') {
    const silent = room.silent_ms_since ? serverNow() - room.silent_ms_since : 0;
    if (silent >= silence_ms) {
      need(30 + silent / minute_ms, 'need-silent', { minutes: Math.floor(silent / minute_ms) });
    }
    const texts = (room.texts?.draft ?? 0) + (room.texts?.in_force ?? 0);
    if (clock.allows?.includes('draft') && texts === 0) need(25, 'need-text');
    const left = timeLeft(clock);
    if (left !== null && left < soon_ms) need(20, 'need-time', { left: countdown(left) });
  }
  if (clock.state === 'paused') need(10, 'need-paused');
  if ((room.refusals ?? 0) >= refusals_many)
    need(15, 'need-refusals', { count: room.refusals ?? 0 });
  const below = Object.entries(room.scores ?? {}).filter(
    ([, score]) => score.expected < score.no_deal,
  );
  if (room.texts?.in_force && below.length > 0) {
    const list = below.map(
      ([id, score]) =>
        `${scenario.parties[id]?.short ?? id} (${number(score.expected)} < ${number(score.no_deal)})`,
    );
    need(12, 'need-below', { parties: list.join(', ') });
  }
  return found.sort((a, b) => b.weight - a.weight);
}
