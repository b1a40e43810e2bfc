// Why an interest moves: which articles stand in it, which figures carried that on, and which stayed as they were and for want of what.

import type { Evaluation } from '../../methods';
import { clauseName } from '../../parts/treaty';
import type { ClauseKey, PartyId, Scenario, Value, View } from '../../view';

export interface Reason {
  /** As in expressions: `risk`, `usa.promised`. */
  figure?: string;
  now?: Value;
  /** Absent: it stays as it is. */
  then?: Value;
  /** Articles of what is weighed that stand in it. */
  by: ClauseKey[];
  /** Kinds of article that stand in it, of which nothing is agreed or weighed. */
  without: string[];
}

const reasons_most = 2;
const named_most = 2;
const lacking_most = 3;

interface Weighed {
  rules: Scenario;
  seen: View;
  us: PartyId;
  answer: Evaluation;
}

const readsOf = ({ rules }: Weighed, figure: string) =>
  rules.formulas?.[clauseName(figure).type]?.reads ?? [];

const isFigure = ({ rules }: Weighed, name: string) =>
  rules.formulas?.[clauseName(name).type] !== undefined;

/** A name of something with keys, read by the figure of one of them, means that one; a bare name read by others means all. */
function spread({ rules, answer }: Weighed, name: string, within?: string): string[] {
  const { type, key } = clauseName(name);
  const known = rules.formulas?.[type];
  if (key || !known?.per) return [name];
  if (within) return [`${within}.${type}`];
  return Object.keys(answer.formulas ?? {}).filter((id) => clauseName(id).type === type);
}

/** Figures that stand in these reads, nearest first, each once. */
function figuresIn(weighed: Weighed, reads: string[]): string[] {
  const found: string[] = [];
  let layer = reads;
  let owner: string | undefined;
  while (layer.length > 0) {
    const figures = layer
      .filter((name) => isFigure(weighed, name))
      .flatMap((name) => spread(weighed, name, owner))
      .filter((name) => !found.includes(name));
    found.push(...figures);
    owner = figures.length === 1 ? clauseName(figures[0] ?? '').key : undefined;
    layer = figures.flatMap((name) => readsOf(weighed, name));
  }
  return [...new Set(found)];
}

/** Articles, by key or by kind, that stand in these reads directly or through figures. */
function clausesIn(weighed: Weighed, reads: string[]): string[] {
  const all = [...reads, ...figuresIn(weighed, reads).flatMap((name) => readsOf(weighed, name))];
  return [...new Set(all)].filter((name) => weighed.rules.clauses[clauseName(name).type]);
}

const covers = (name: string, key: ClauseKey) => name === key || clauseName(key).type === name;

function weighedIn(weighed: Weighed, names: string[]): ClauseKey[] {
  return Object.keys(weighed.answer.clauses ?? {}).filter((key) =>
    names.some((name) => covers(name, key)),
  );
}

function missingIn({ rules, seen, answer }: Weighed, names: string[]): string[] {
  const there = [...Object.keys(answer.clauses ?? {}), ...Object.keys(seen.settled ?? {})];
  return names.filter((name) => {
    const { type } = clauseName(name);
    const open = rules.clauses[type]?.keys.some((key) => covers(name, key));
    return open && !there.some((key) => covers(name, key));
  });
}

const valueNow = (seen: View, figure: string): Value | undefined => {
  const { type, key } = clauseName(figure);
  const value = seen.formulas?.[type];
  if (value === undefined || !key) return value as Value | undefined;
  return (value as Record<string, Value>)[key];
};

/** At most two, the nearest first: figures that moved; else the articles themselves; and where it got no better, what stayed. */
export function reasonsFor(weighed: Weighed, item: string): Reason[] {
  const { rules, us, answer } = weighed;
  const reads = rules.scores?.[us]?.items[item]?.reads ?? [];
  const figures = figuresIn(weighed, reads);
  const own = weighedIn(
    weighed,
    reads.filter((name) => rules.clauses[clauseName(name).type]),
  );
  const reasons: Reason[] = [];
  if (own.length > 0) reasons.push({ by: own.slice(0, named_most), without: [] });
  for (const figure of figures) {
    const moved = answer.formulas?.[figure];
    if (!moved) continue;
    const by = weighedIn(weighed, clausesIn(weighed, readsOf(weighed, figure)));
    reasons.push({ figure, ...moved, by: by.slice(0, named_most), without: [] });
  }
  const change = answer.items[item];
  const still = change && change.then <= change.now ? standsStill(weighed, figures) : null;
  if (!still) return reasons.slice(0, reasons_most);
  return [...reasons.slice(0, reasons_most - 1), still];
}

/** The figure that did not move and lacks the most: what would have to be agreed for it to get better. */
function standsStill(weighed: Weighed, figures: string[]): Reason | null {
  let found: Reason | null = null;
  let lacking = 0;
  for (const figure of figures) {
    const now = valueNow(weighed.seen, figure);
    if (weighed.answer.formulas?.[figure] || now === undefined || typeof now === 'object') continue;
    const without = missingIn(weighed, clausesIn(weighed, readsOf(weighed, figure)));
    if (without.length <= lacking) continue;
    lacking = without.length;
    found = { figure, now, by: [], without: without.slice(0, lacking_most) };
  }
  return found;
}
