// What control does, on one table, some or all; and the scenario it does it with.

import { signal } from '@preact/signals';
import { send } from '../../connection';
import { list, t } from '../../locale';
import { tongue } from '../../locale/tongue';
import type { Acted, Method, Params } from '../../methods';
import { tell, tellRefusal } from '../../parts/announce';
import { exercise } from '../../store';
import type { Scenario, TableId, TableSummary } from '../../view';

/** The exercise's scenario, as control may know it: with news, private numbers and the teaching note. */
export const texts = signal<Scenario | null>(null);

let textsIn = '';

export async function loadTexts() {
  const running = exercise.value?.exercise;
  const { language } = tongue.value;
  if (!running || (texts.value?.id === running.scenario && textsIn === language)) return;
  textsIn = language;
  try {
    texts.value = await send('scenario.get', {});
  } catch (error) {
    tellRefusal(error);
  }
}

/** The tables in their order. */
export const roomsOf = (tables: Record<TableId, TableSummary> | undefined) =>
  Object.entries(tables ?? {}).sort(
    ([a, first], [b, second]) => first.order - second.order || (a < b ? -1 : 1),
  );

/** The rooms that an act is meant for; undefined: all. */
export type Scope = TableId[] | undefined;

export const inScope = (scope: Scope, id: TableId) => !scope || scope.includes(id);

/** As parameters say which tables they mean. */
export const meant = (scope: Scope): { table?: TableId; tables?: TableId[] } =>
  !scope ? {} : scope.length === 1 ? { table: scope[0] } : { tables: scope };

/** Does it in these rooms; says which of them refused, and why. */
export async function act<M extends Method>(
  method: M,
  params: Omit<Params<M>, 'table' | 'tables'>,
  scope: Scope,
  done: string,
) {
  const wish = { ...params, ...meant(scope) } as Params<M>;
  const answer = (await send(method, wish)) as Acted;
  const refused = Object.entries(answer.refused ?? {});
  if (refused.length > 0) {
    const rooms = exercise.value?.tables ?? {};
    tell(list(refused.map(([id, why]) => t('act-refused', { room: rooms[id]?.name ?? id, why }))));
  }
  if (refused.length === 0 || (answer.tables?.length ?? 0) > 0) tell(done);
}
