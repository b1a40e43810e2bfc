// What the names in rules stand for, so that a number can be taken apart: `attrition`, `ukr.support`, `fra.troops`, `accord`.

import { t } from '../../locale';
import { clauseName, clauseProse, clauseTitle, thingName } from '../../parts/treaty';
import { myParty } from '../../store';
import type { Scenario, Value, VariableType, View } from '../../view';
import { isKeyed, shortName, valueWords } from './words';

export type Shape = Pick<VariableType, 'label' | 'unit' | 'per' | 'type' | 'options'>;

export interface Figure {
  /** As in expressions. */
  name: string;
  id: string;
  key?: string | undefined;
  title: string;
  shape: Shape;
  formula: boolean;
}

export interface Agreed {
  name: string;
  title: string;
  prose: string | null;
  instrument?: string | undefined;
}

export const keyTitle = (rules: Scenario, shape: Shape, key: string) =>
  shape.per === 'party' ? shortName(rules, key) : thingName(rules, key);

/** A variable or a formula; null for anything else. */
export function figureOf(rules: Scenario, name: string): Figure | null {
  const { type: id, key } = clauseName(name);
  const shape: Shape | undefined = rules.variables?.[id] ?? rules.formulas?.[id];
  if (!shape) return null;
  const title =
    key && !(shape.per === 'party' && key === myParty.value)
      ? t('clause-of', { title: shape.label, it: keyTitle(rules, shape, key) })
      : shape.label;
  return { name, id, key, title, shape, formula: !rules.variables?.[id] };
}

/** What it is now, as far as this viewer sees it. */
export function valueNow(seen: View, { id, key }: Figure): Value | Record<string, Value> | null {
  const value = seen.variables?.[id] ?? seen.formulas?.[id];
  if (value === undefined) return null;
  if (key === undefined) return value;
  return isKeyed(value) ? (value[key] ?? null) : null;
}

/** An article that a rule reads, and what it says where it is agreed. */
export function agreedOf(rules: Scenario, seen: View, name: string): Agreed | null {
  const clause = clauseName(name);
  if (!rules.clauses[clause.type]) return null;
  const settled = seen.settled?.[name];
  return {
    name,
    title: clauseTitle(rules, clause),
    prose: settled ? clauseProse(rules, { ...clause, terms: settled.terms }) : null,
    instrument: settled?.instrument,
  };
}

/** A bare name of articles that each party or area has stands for all of them. */
const expanded = (rules: Scenario, names: string[]) =>
  names.flatMap((name) => {
    const keys = rules.clauses[name]?.per ? rules.clauses[name].keys : [];
    return keys.length > 0 ? keys : [name];
  });

/** What a figure is computed from, of its own party or area where it has one. */
export function partsOf(rules: Scenario, { id, key }: Figure): string[] {
  const reads = expanded(rules, rules.formulas?.[id]?.reads ?? []);
  const own = key ? reads.filter((name) => clauseName(name).key === key) : [];
  const keyed = new Set(own.map((name) => clauseName(name).type));
  return reads.filter((name) => {
    const part = clauseName(name);
    return !part.key || !keyed.has(part.type) || part.key === key;
  });
}

/** The same kind of thing of many parties or areas counts as one part. */
export function gathered(names: string[]): [type: string, names: string[]][] {
  const kinds = new Map<string, string[]>();
  for (const name of names) {
    const { type } = clauseName(name);
    kinds.set(type, [...(kinds.get(type) ?? []), name]);
  }
  return [...kinds];
}

/** Values that are alike stand together, so that eight zeros are one word. */
export function alike(rules: Scenario, shape: Shape, values: Record<string, Value>) {
  const together = new Map<string, string[]>();
  for (const [key, value] of Object.entries(values)) {
    const words = valueWords(rules, shape, value);
    together.set(words, [...(together.get(words) ?? []), keyTitle(rules, shape, key)]);
  }
  return [...together];
}

/** In one word, where there is one; else null. */
export function oneWord(rules: Scenario, { shape }: Figure, value: Value | Record<string, Value>) {
  if (!isKeyed(value)) return valueWords(rules, shape, value);
  const [first, ...others] = alike(rules, shape, value);
  if (!first || others.length > 0) return null;
  const single = Object.keys(value);
  return single.length === 1 && single[0] === myParty.value
    ? first[0]
    : t('figure-all', { value: first[0] });
}
