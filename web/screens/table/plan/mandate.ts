// A delegation's orders, built from what can be chosen: each is an expression that must hold as if a text were settled, and a sentence.

import type { Scenario, TermType, Value } from '../../../view';

export type Order =
  | { about: 'clause'; clause: string; agreed: boolean }
  | { about: 'term'; clause: string; term: string; is: Relation; value: Value }
  | { about: 'bound'; type: string }
  | { about: 'signed'; party: string; kind: string }
  | { about: 'figure'; figure: string; is: 'least' | 'most'; value: number };

export type Relation = 'least' | 'most' | 'same' | 'other' | 'holds' | 'lacks';

/** How a term may be asked for, by what it holds. */
export function relationsOf(type: TermType | undefined): Relation[] {
  if (type?.type === 'int') return ['least', 'most', 'same'];
  if (type?.type === 'parties') return ['holds', 'lacks'];
  return ['same', 'other'];
}

/** As an expression writes a value. */
function written(type: TermType | undefined, value: Value): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  const id = String(value);
  return type?.type === 'option' ? `'${id.replace(/[\\']/g, '\\$&')}'` : id;
}

const signs = { least: '>=', most: '<=', same: '==', other: '!=' } as const;

/** What must hold. A term counts only where its clause is agreed. */
export function expressionOf(rules: Scenario, us: string, order: Order): string {
  if (order.about === 'clause') return `${order.agreed ? '' : '!'}${order.clause}.in_force`;
  if (order.about === 'bound') return `!${us}.bound_by(${order.type})`;
  if (order.about === 'signed') return `${order.party}.signed(${order.kind})`;
  if (order.about === 'figure') return `${order.figure} ${signs[order.is]} ${order.value}`;
  const { clause, term, is, value } = order;
  const type = typeOf(rules, clause)?.terms?.[term];
  const place = `${clause}.${term}`;
  const shown = written(type, value);
  const asked =
    is === 'holds'
      ? `${shown} in ${place}`
      : is === 'lacks'
        ? `!(${shown} in ${place})`
        : `${place} ${signs[is]} ${shown}`;
  return `!${clause}.in_force || ${asked}`;
}

/** An order of each kind to begin with, or null where a scenario has none of it. */
export function firstOrder(rules: Scenario, us: string, about: Order['about']): Order | null {
  if (about === 'term') {
    const clause = keysWithTerms(rules)[0];
    return clause ? orderOnTerm(rules, clause) : null;
  }
  if (about === 'clause') {
    const clause = keysOf(rules)[0];
    return clause ? { about, clause, agreed: false } : null;
  }
  if (about === 'bound') {
    const type = Object.keys(rules.clauses).find((id) => rules.clauses[id]?.keys.length);
    return type ? { about, type } : null;
  }
  if (about === 'signed') {
    const party = Object.keys(rules.parties).find((id) => id !== us);
    const kind = Object.keys(rules.instruments)[0];
    return party && kind ? { about, party, kind } : null;
  }
  const figure = Object.keys(figuresOf(rules))[0];
  return figure ? orderOnFigure(rules, figure) : null;
}

export const keysOf = (rules: Scenario) =>
  Object.values(rules.clauses).flatMap((clause) => clause.keys);

const typeOf = (rules: Scenario, clause: string) =>
  rules.clauses[clause.slice(clause.indexOf('.') + 1)];

export const keysWithTerms = (rules: Scenario) =>
  keysOf(rules).filter((key) => Object.keys(typeOf(rules, key)?.terms ?? {}).length > 0);

/** An order on a term of a clause: the first one, where none is named. */
export function orderOnTerm(rules: Scenario, clause: string, named?: string): Order | null {
  const terms = typeOf(rules, clause)?.terms ?? {};
  const term = named ?? Object.keys(terms)[0];
  const type = terms[term ?? ''];
  if (!term || !type) return null;
  const value =
    type.type === 'parties' ? (type.of?.[0] ?? Object.keys(rules.parties)[0]) : undefined;
  const is = relationsOf(type)[0] ?? 'same';
  return { about: 'term', clause, term, is, value: value ?? type.default };
}

/** Whole numbers that the delegation sees, one for the world: by id, what they are called. */
export const figuresOf = (rules: Scenario): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rules.variables ?? {})
      .filter(([, { type, per }]) => type === 'int' && !per)
      .map(([id, { label }]) => [id, label]),
  );

export function orderOnFigure(rules: Scenario, figure: string): Order {
  const start = rules.variables?.[figure]?.start;
  return { about: 'figure', figure, is: 'most', value: typeof start === 'number' ? start : 0 };
}
