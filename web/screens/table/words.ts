// How the table speaks of texts, articles, delegations and figures; built on parts/treaty.

import { list, number, t } from '../../locale';
import { clausePieces, clauseTitle, instrumentTitle, thingName } from '../../parts/treaty';
import type {
  ClauseKey,
  Instrument,
  InstrumentId,
  PartyId,
  Scenario,
  Value,
  VariableType,
  View,
} from '../../view';

export const inOrder = (scenario: Scenario, ids: PartyId[]) => {
  const order = Object.keys(scenario.parties);
  return [...ids].sort((left, right) => order.indexOf(left) - order.indexOf(right));
};

export const shortName = (scenario: Scenario, id: PartyId) =>
  id === 'control' ? t('facilitator') : (scenario.parties[id]?.short ?? id);

/** "France, Germany and Ukraine"; the own delegation, where it is told which, as "you". */
export const partyNames = (scenario: Scenario, ids: PartyId[], us?: PartyId | null) =>
  list(
    inOrder(scenario, ids).map((id) => (id === us ? t('us-in-a-list') : shortName(scenario, id))),
  );

export const clauseId = (clause: { type: string; key?: string }): ClauseKey =>
  clause.key ? `${clause.key}.${clause.type}` : clause.type;

/** The terms that an article's prose does not name: they follow it. */
export function silentTerms(scenario: Scenario, clause: { type: string; key?: string }) {
  const said = new Set(
    clausePieces(scenario, clause).flatMap((piece) =>
      typeof piece === 'string' ? [] : piece.term,
    ),
  );
  return Object.keys(scenario.clauses[clause.type]?.terms ?? {}).filter((term) => !said.has(term));
}

export const conditionTitle = (scenario: Scenario, id: string) =>
  scenario.conditions?.[id]?.title ?? id;

/** The earliest that this viewer knows of a text: its place among those of one kind. */
const knownSince = (text: Instrument) =>
  Math.min(text.at, ...Object.values(text.versions ?? {}).map((version) => version.at));

/** A text's name; with its author where there are several of the kind, and a number where one author wrote several. */
export function textTitle(
  scenario: Scenario,
  view: Pick<View, 'instruments'>,
  id: InstrumentId,
): string {
  const text = view.instruments?.[id];
  if (!text) return t('text-unknown');
  const alike = Object.entries(view.instruments ?? {}).filter(
    ([, other]) => other.kind === text.kind,
  );
  const own = alike
    .filter(([, other]) => other.author === text.author)
    .sort(
      ([leftId, left], [rightId, right]) =>
        knownSince(left) - knownSince(right) || (leftId < rightId ? -1 : 1),
    );
  const title = instrumentTitle(scenario, text, alike.length > 1);
  return own.length < 2
    ? title
    : t('text-title-nth', { title, nth: own.findIndex(([other]) => other === id) + 1 });
}

/** "article 3", "articles 2 and 3" */
export function articleList(text: Pick<Instrument, 'clauses' | 'articles'>, ids: string[]) {
  const places = [...text.clauses, ...(text.articles ?? [])].map((part) => part.id);
  const numbers = ids
    .map((id) => places.indexOf(id) + 1)
    .filter((place) => place > 0)
    .sort((left, right) => left - right);
  return t('article-list', { count: numbers.length, list: list(numbers.map(String)) });
}

/** What binds a delegation in a text, by title. */
export const boundBy = (scenario: Scenario, text: Instrument, party: PartyId) =>
  text.clauses
    .filter((clause) => clause.binds?.includes(party))
    .map((clause) => clauseTitle(scenario, clause));

export function valueWords(
  scenario: Scenario,
  type: Pick<VariableType, 'type' | 'unit' | 'options'> | undefined,
  value: Value,
): string {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') {
    if (!type?.unit) return number(value);
    return t('value-unit', { value: number(value), unit: type.unit });
  }
  if (Array.isArray(value)) return partyNames(scenario, value);
  return type?.options?.[value] ?? thingName(scenario, value);
}

/** One value for each party or region. */
export const isKeyed = (value: Value | Record<string, Value>): value is Record<string, Value> =>
  typeof value === 'object' && !Array.isArray(value);
