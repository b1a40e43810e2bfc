// What the server tells about finished games: asked for once a table, and again while something of it is still being computed.

import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Refused, send } from '../../connection';
import type { Overview, Report } from '../../report';
import { allCalled } from '../../rooms';
import type { TableId } from '../../view';

const again_ms = 2000;
const again_ms_most = 15_000;
const patient_for = 10;

const reports = signal<Record<TableId, Report>>({});
const overviews = signal<Overview | null>(null);

const waits = (part: unknown) =>
  typeof part === 'object' && part !== null && 'pending' in part && part.pending === true;
const unfinished = ({ left, space }: { left?: unknown; space?: unknown }) =>
  waits(left) || waits(space);

/** Asks until nothing is pending; stops when the page no longer wants it, or may not have it. */
function useAsking<T extends { left?: unknown; space?: unknown }>(
  ask: () => Promise<T>,
  keep: (answer: T) => void,
  wanted: boolean,
  name: string,
) {
  useEffect(() => {
    if (!wanted) return;
    let gone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pause = again_ms;
    let asked = 0;
    const once = async () => {
      try {
        const answer = await ask();
        if (gone) return;
        keep(answer);
        // Many pages may wait for the same: the longer it takes, the more seldom each asks.
        if (unfinished(answer)) timer = setTimeout(once, pause);
        asked += 1;
        if (asked > patient_for) pause = Math.min(1.5 * pause, again_ms_most);
      } catch (error) {
        if (gone) return;
        if (error instanceof Refused && error.type !== 'limit.rate') return;
        timer = setTimeout(once, again_ms);
      }
    };
    void once();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [wanted, name]);
}

/** How that table's game went; null until it is known. `wanted`: its debrief is open to us. */
export function useReport(table: TableId, wanted: boolean): Report | null {
  useAsking(
    () => send('exercise.report', { table }) as Promise<Report>,
    (report) => {
      reports.value = { ...reports.value, [table]: report };
    },
    wanted,
    table,
  );
  return wanted ? (reports.value[table] ?? null) : null;
}

/** How the tables compare; `name` changes when one more is open. */
export function useOverview(wanted: boolean, name: string): Overview | null {
  useAsking(
    () => send('exercise.report', {}) as Promise<Overview>,
    (overview) => {
      overviews.value = overview;
    },
    wanted,
    name,
  );
  const told = overviews.value;
  return wanted && told ? { ...told, tables: allCalled(told.tables) } : null;
}
