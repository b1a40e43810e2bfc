// The state of this page: what the server said, merged. Components read these signals and know no rules.

import { computed, signal } from '@preact/signals';
import { allCalled, called } from './rooms';
import type { ExerciseView, Me, Presence, Scenario, TableId, View } from './view';

/** What was said of the own table, and of the exercise: reception merges into these. */
export const tableSaid = signal<View | null>(null);
export const exerciseSaid = signal<ExerciseView | null>(null);

/** Own table, as this seat may see it; null while there is none. */
export const view = computed<View | null>(() => {
  const said = tableSaid.value;
  return said && { ...said, table: called(said.table) };
});
/** The rules and texts of the own table's scenario. */
export const scenario = signal<Scenario | null>(null);
export const me = signal<Me | null>(null);
/** Who is at the own table: by seat. */
export const presence = signal<Presence>({});
/** The exercise: whole for control; `exercise` and `hall` for a person without a seat. */
export const exercise = computed<ExerciseView | null>(() => {
  const said = exerciseSaid.value;
  return (
    said && {
      ...said,
      ...(said.tables && { tables: allCalled(said.tables) }),
      ...(said.places && { places: allCalled(said.places) }),
    }
  );
});

export interface Shoulder {
  view: View;
  scenario: Scenario;
  presence: Presence;
}
/** The tables that control looks into. */
export const shoulders = signal<Record<TableId, Shoulder>>({});

/** connecting: never yet attached. lost: trying again. unknown: the server does not know the token. deleted: nor the exercise any more. removed: by the others, or control. */
export const link = signal<
  'idle' | 'connecting' | 'online' | 'lost' | 'unknown' | 'deleted' | 'removed'
>('idle');
/** The server's clock minus ours, in milliseconds. */
export const clockSkew = signal(0);
export const serverNow = () => Date.now() + clockSkew.value;

/** Ticks once a second, for countdowns. */
export const second = signal(Date.now());
setInterval(() => {
  second.value = Date.now();
}, 1000);

export const myParty = computed(() => me.value?.party ?? null);
export const mySeat = computed(() => {
  const { party, seat } = me.value ?? {};
  if (!party || !seat) return null;
  return view.value?.parties[party]?.seats?.[seat] ?? null;
});
/** Signs and decides: a head, or who was given full powers. */
export const iMayBind = computed(() => mySeat.value?.role === 'head' || !!mySeat.value?.powers);

export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** RFC 7396. What the patch does not touch stays the same object, so that unchanged parts need no rendering. */
export function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) return patch;
  const merged: Record<string, unknown> = isObject(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete merged[key];
    else merged[key] = merge(merged[key], value);
  }
  return merged;
}

export function forget() {
  tableSaid.value = null;
  scenario.value = null;
  me.value = null;
  presence.value = {};
  exerciseSaid.value = null;
  shoulders.value = {};
}
