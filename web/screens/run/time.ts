// How long an exercise lasts, as its facilitator says it, and as the server takes it.

import type { CreateTime, ScheduleWish } from '../../methods';

export type Pace = 'lesson' | 'days' | 'none';

export interface TimeWish {
  pace: Pace;
  /** "10:30", the next time the clock says so; empty: as long as it takes. */
  bell: string;
  debrief: number;
  /** Of a round, in a game over days. */
  hours: number;
  quiet: boolean;
  quietFrom: string;
  quietTo: string;
}

export const usual: TimeWish = {
  pace: 'lesson',
  bell: '',
  debrief: 25,
  hours: 24,
  quiet: true,
  quietFrom: '22:00',
  quietTo: '07:00',
};

const minute_ms = 60_000;
const day_ms = 24 * 60 * minute_ms;
const year_days = 366;

/** When the clock on the wall next says so; undefined where it is no time of day. */
export function nextTime(text: string, now = Date.now()): number | undefined {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (!found) return undefined;
  const at = new Date(now);
  at.setHours(Number(found[1]), Number(found[2]), 0, 0);
  if (at.getTime() <= now) at.setDate(at.getDate() + 1);
  return at.getTime();
}

const offset = (at: number) => -new Date(at).getTimezoneOffset();

/** What this device's clock differs from UTC by, for a year: from when, and minutes east. */
export function offsets(now = Date.now()): [number, number][] {
  const found: [number, number][] = [[0, offset(now)]];
  for (let day = now; day < now + year_days * day_ms; day += day_ms) {
    if (offset(day) === offset(day + day_ms)) continue;
    let before = day;
    let after = day + day_ms;
    while (after - before > minute_ms) {
      const middle = before + Math.floor((after - before) / 2);
      if (offset(middle) === offset(day)) before = middle;
      else after = middle;
    }
    found.push([Math.floor(after / minute_ms) * minute_ms, offset(after)]);
  }
  return found;
}

export const timezone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const lessonSchedule = ({ bell, debrief }: TimeWish): ScheduleWish | undefined => {
  const at = nextTime(bell);
  return at === undefined ? undefined : { bell: at, debrief };
};

const daysSchedule = (wish: TimeWish): ScheduleWish => ({
  minutes: { '*': wish.hours * 60 },
  ...(wish.quiet && {
    quiet: { from: wish.quietFrom, to: wish.quietTo, offsets: offsets() },
  }),
});

/** The part of `exercise.create` that speaks of time. */
export function createTime(wish: TimeWish): CreateTime {
  if (wish.pace === 'none') return { untimed: true };
  const schedule = wish.pace === 'days' ? daysSchedule(wish) : lessonSchedule(wish);
  return {
    ...(wish.pace === 'days' && { pace: 'async' as const, timezone: timezone() }),
    ...(schedule && { schedule }),
  };
}
