// Clauses as prose: the scenario's sentence with its terms filled in.

import { list, number, t } from '../locale';
import { tongue } from '../locale/tongue';
import type { ClauseKey, Said, Scenario, Terms, Value } from '../view';

export type Piece = string | { term: string; text: string };

/** What an item of the view says under `key`, in the language of this page where the scenario has it. */
export const saidIn = <K extends string>(item: Said & { [key in K]?: string }, key: K): string =>
  item.in?.[tongue.value.language]?.[key] ?? item[key] ?? '';

export const partyName = (scenario: Scenario, id: string) => scenario.parties[id]?.name ?? id;
/** A party or a region, by its id. */
export const thingName = (scenario: Scenario, id: string) =>
  scenario.parties[id]?.name ?? scenario.regions?.[id]?.name ?? id;

/** A term's value in words. */
export function termText(scenario: Scenario, type: string, term: string, value?: Value): string {
  const shape = scenario.clauses[type]?.terms?.[term];
  if (value === undefined) return '…';
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) {
    return value.length > 0 ? list(value.map((id) => thingName(scenario, id))) : t('nobody');
  }
  if (shape?.type === 'option') return shape.options[value] ?? value;
  return thingName(scenario, value);
}

/** The sentence in pieces, so that a term can be shown as a control, or set apart. */
export function clausePieces(
  scenario: Scenario,
  clause: { type: string; key?: string; terms?: Terms },
): Piece[] {
  const text = scenario.clauses[clause.type]?.text ?? clause.type;
  return text.split(/(\{\w+\})/).flatMap((piece): Piece[] => {
    const name = /^\{(\w+)\}$/.exec(piece)?.[1];
    if (!name) return piece ? [piece] : [];
    if (name === 'it') return [clause.key ? thingName(scenario, clause.key) : '…'];
    return [{ term: name, text: termText(scenario, clause.type, name, clause.terms?.[name]) }];
  });
}

export const clauseProse = (
  scenario: Scenario,
  clause: { type: string; key?: string; terms?: Terms },
) =>
  clausePieces(scenario, clause)
    .map((piece) => (typeof piece === 'string' ? piece : piece.text))
    .join('');

/** "Contribution of troops: France" */
export function clauseTitle(scenario: Scenario, clause: { type: string; key?: string }): string {
  const title = scenario.clauses[clause.type]?.title ?? clause.type;
  return clause.key ? t('clause-of', { title, it: thingName(scenario, clause.key) }) : title;
}

/** `fra.troops` -> { type: 'troops', key: 'fra' } */
export function clauseName(key: ClauseKey): { type: string; key?: string } {
  const dot = key.indexOf('.');
  return dot < 0 ? { type: key } : { type: key.slice(dot + 1), key: key.slice(0, dot) };
}
export const clauseKeyTitle = (scenario: Scenario, key: ClauseKey) =>
  clauseTitle(scenario, clauseName(key));

/** A text is named by its kind; where several of a kind are known, by who put it forward too. */
export const instrumentTitle = (
  scenario: Scenario,
  text: { kind: string; author?: string },
  withAuthor = false,
) => {
  const title = scenario.instruments[text.kind]?.title ?? text.kind;
  return withAuthor && text.author
    ? t('text-by', { title, party: scenario.parties[text.author]?.short ?? text.author })
    : title;
};
