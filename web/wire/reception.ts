// What the server says of the game, merged into the store; nothing else writes there. Cursors stay here: where to go on from.

import type { Attached, LookedInto } from '../methods';
import { exerciseSaid, me, merge, presence, scenario, shoulders, tableSaid } from '../store';
import type { ExerciseView, Me, Presence, Scenario, TableId, View } from '../view';

/** Of the own view; empty: none yet. */
export let cursor = '';
/** Of the tables that control looks into. */
export const tableCursors = new Map<TableId, string>();

export function forgetCursors() {
  cursor = '';
  tableCursors.clear();
}

/** Patches resume the view that is there; else a whole one comes. */
const seen = (answer: { view?: object; patches?: object[] }, before: unknown) =>
  answer.view ?? (answer.patches ?? []).reduce<unknown>(merge, before);

export function become(answer: Attached, seated: boolean, texts: Scenario | null) {
  const who: Me = { kind: answer.kind, exercise: answer.exercise, ...answer.you };
  me.value = who;
  presence.value = answer.presence ?? {};
  cursor = answer.cursor;
  const after = seen(answer, seated ? tableSaid.value : exerciseSaid.value);
  tableSaid.value = seated ? (after as View) : null;
  exerciseSaid.value = seated ? null : (after as ExerciseView);
  scenario.value = seated ? texts : null;
}

export function patched({
  of,
  cursor: last,
  patch,
}: {
  of: string;
  cursor: string;
  patch: object;
}) {
  const shoulder = shoulders.value[of];
  if (shoulder && me.value?.kind === 'control') {
    tableCursors.set(of, last);
    const after = merge(shoulder.view, patch) as View;
    shoulders.value = { ...shoulders.value, [of]: { ...shoulder, view: after } };
  } else if (of === 'exercise' && exerciseSaid.value) {
    cursor = last;
    exerciseSaid.value = merge(exerciseSaid.value, patch) as ExerciseView;
  } else if (tableSaid.value && of === me.value?.table) {
    cursor = last;
    tableSaid.value = merge(tableSaid.value, patch) as View;
  }
}

export function present({ of, people }: { of: string; people: Presence }) {
  const shoulder = shoulders.value[of];
  if (shoulder) shoulders.value = { ...shoulders.value, [of]: { ...shoulder, presence: people } };
  else if (of === me.value?.table) presence.value = people;
}

export function lookedInto(table: TableId, answer: LookedInto) {
  const after = seen(answer, shoulders.value[table]?.view);
  tableCursors.set(table, answer.cursor);
  shoulders.value = {
    ...shoulders.value,
    [table]: { view: after as View, scenario: answer.scenario, presence: answer.presence ?? {} },
  };
}

export function lookedAway(table: TableId) {
  tableCursors.delete(table);
  const { [table]: _, ...others } = shoulders.value;
  shoulders.value = others;
}
