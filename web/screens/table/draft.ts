// A text in the making, before it is sent: where it starts, and how it meets what others wrote meanwhile.

import type { ClauseWish } from '../../methods';
import { clauseName } from '../../parts/treaty';
import type {
  Article,
  ClauseType,
  DraftedClause,
  Instrument,
  InstrumentId,
  PartyId,
  Scenario,
  Template,
  Terms,
} from '../../view';
import { mergeWords } from './merge';
import { clauseId, inOrder } from './words';

export interface OwnWords {
  /** Of an article that was sent. */
  id?: string;
  /** Of one that was not: tells it apart on the page. */
  local?: string;
  text: string;
}

/** What a version says. */
export interface Content {
  clauses: ClauseWish[];
  articles: OwnWords[];
  takes_effect_if: string[];
  suspended_while: string[];
}

export interface Draft extends Content {
  kind: string;
  invite: PartyId[];
  witnesses: PartyId[];
  /** The text it amends, and the version it started from. */
  instrument?: InstrumentId;
  version?: number;
  base?: Content;
  /** Written as "we give | they give". */
  exchange?: boolean;
  /** What others changed meanwhile, that ours was carried over onto; until it was read. */
  carried?: { by: PartyId; version: number; changes: Difference[] };
}

const clauseWish = ({ type, key, terms }: DraftedClause | ClauseWish): ClauseWish => ({
  type,
  ...(key ? { key } : {}),
  terms: { ...terms },
});

export const contentOf = (version: {
  clauses: DraftedClause[];
  articles?: Article[];
  takes_effect_if?: string[];
  suspended_while?: string[];
}): Content => ({
  clauses: version.clauses.map(clauseWish),
  articles: (version.articles ?? []).map(({ id, text }) => ({ id, text })),
  takes_effect_if: version.takes_effect_if ?? [],
  suspended_while: version.suspended_while ?? [],
});

const nothing: Content = { clauses: [], articles: [], takes_effect_if: [], suspended_while: [] };

/** The kinds that a party may draft. */
export const kindsFor = (scenario: Scenario, party: PartyId) =>
  Object.entries(scenario.instruments).filter(([, kind]) => kind.open_to.includes(party));

export const blank = (kind: string, us: PartyId): Draft => ({
  ...nothing,
  kind,
  invite: [us],
  witnesses: [],
});

export function fromTemplate(
  scenario: Scenario,
  kind: string,
  template: Template,
  us: PartyId,
  to: PartyId[] = [],
): Draft {
  const open = scenario.instruments[kind]?.open_to ?? [];
  const invite = [us, ...template.invite, ...to].filter((party) => open.includes(party));
  return {
    ...blank(kind, us),
    ...contentOf({ ...template, articles: [] }),
    invite: inOrder(scenario, [...new Set(invite)]),
  };
}

export const copyOf = (scenario: Scenario, text: Instrument, us: PartyId): Draft => ({
  ...blank(text.kind, us),
  ...contentOf(text),
  articles: (text.articles ?? []).map((article) => ({ text: article.text })),
  invite: inOrder(scenario, [...new Set([us, ...text.invited])]),
});

export const amendmentOf = (id: InstrumentId, text: Instrument): Draft => ({
  ...contentOf(text),
  kind: text.kind,
  invite: text.invited,
  witnesses: text.witnesses ?? [],
  instrument: id,
  version: text.version,
  base: contentOf(text),
});

export const newSlot = () => `new-${Date.now().toString(36)}`;

/** An article in own words, before it is sent. */
export const newWords = (articles: OwnWords[], text = ''): OwnWords => {
  const taken = new Set(articles.map((article) => article.local));
  let count = 1;
  while (taken.has(`own-${count}`)) count++;
  return { local: `own-${count}`, text };
};

/** A text of these clauses, say of what was tried in our plan: for those whom they bind, as far as its kind is open to them. */
export function ofClauses(
  scenario: Scenario,
  kind: string,
  clauses: ClauseWish[],
  us: PartyId,
  bound: PartyId[] = [],
): Draft {
  const open = scenario.instruments[kind]?.open_to ?? [];
  const invite = [us, ...bound].filter((party) => open.includes(party));
  return { ...blank(kind, us), clauses, invite: inOrder(scenario, [...new Set(invite)]) };
}

/** The kind of text that can hold most of what two sides may give one another. */
export function kindForExchange(scenario: Scenario, parties: PartyId[]): string | undefined {
  const size = (id: string) =>
    (scenario.instruments[id]?.clauses ?? []).reduce(
      (sum, type) => sum + (scenario.clauses[type]?.keys.length ?? 0),
      0,
    );
  return Object.entries(scenario.instruments)
    .filter(([, kind]) => parties.every((party) => kind.open_to.includes(party)))
    .map(([id]) => id)
    .sort((left, right) => size(right) - size(left))[0];
}

/** The terms that an added article starts with: the default, or the nearest that a draft may carry. */
export function firstTerms(type: ClauseType): Terms {
  const terms: Terms = {};
  for (const [name, term] of Object.entries(type.terms ?? {})) {
    if (term.type === 'int') {
      terms[name] = Math.min(term.max, Math.max(term.min, term.default));
    } else if (term.type === 'party' || term.type === 'region') {
      const of = term.of ?? [];
      terms[name] = of.length === 0 || of.includes(term.default) ? term.default : (of[0] ?? '');
    } else {
      terms[name] = term.default;
    }
  }
  return terms;
}

export const newClause = (scenario: Scenario, id: string): ClauseWish => {
  const { type, key } = clauseName(id);
  const known = scenario.clauses[type];
  return { type, ...(key ? { key } : {}), terms: known ? firstTerms(known) : {} };
};

const same = (left: unknown, right: unknown) => JSON.stringify(left) === JSON.stringify(right);
const sameTerms = (left: Terms, right: Terms) =>
  Object.keys({ ...left, ...right }).every((name) => same(left[name], right[name]));

const wordsId = (article: OwnWords) => article.id ?? article.local ?? `= ${article.text}`;

export interface Difference {
  id: string;
  what: 'added' | 'removed' | 'changed';
  before?: ClauseWish | string;
  after?: ClauseWish | string;
}

/** What one version says differently from another, article by article. */
export function differences(before: Content, after: Content): Difference[] {
  const found: Difference[] = [];
  const pair = <T>(
    old: Map<string, T>,
    now: Map<string, T>,
    equal: (left: T, right: T) => boolean,
    words: (value: T) => ClauseWish | string,
  ) => {
    for (const [id, value] of now) {
      const known = old.get(id);
      if (known === undefined) found.push({ id, what: 'added', after: words(value) });
      else if (!equal(known, value)) {
        found.push({ id, what: 'changed', before: words(known), after: words(value) });
      }
    }
    for (const [id, value] of old) {
      if (!now.has(id)) found.push({ id, what: 'removed', before: words(value) });
    }
  };
  const clauses = (content: Content) =>
    new Map(content.clauses.map((clause) => [clauseId(clause), clause]));
  const articles = (content: Content) =>
    new Map(content.articles.map((article) => [wordsId(article), article.text]));
  pair(
    clauses(before),
    clauses(after),
    (left, right) => sameTerms(left.terms, right.terms),
    (clause) => clause,
  );
  pair(
    articles(before),
    articles(after),
    (left, right) => left === right,
    (text) => text,
  );
  return found;
}

export const conditionsDiffer = (before: Content, after: Content) =>
  !same(before.takes_effect_if, after.takes_effect_if) ||
  !same(before.suspended_while, after.suspended_while);

const byId = (changes: Difference[]) => new Map(changes.map((change) => [change.id, change]));
const sameSide = (left?: ClauseWish | string, right?: ClauseWish | string) =>
  typeof left === 'object' && typeof right === 'object'
    ? sameTerms(left.terms, right.terms)
    : left === right;

/** One article that both sides changed, to different ends. */
export interface Clash {
  id: string;
  base?: ClauseWish | string;
  ours?: ClauseWish | string;
  theirs?: ClauseWish | string;
}

export function clashes(draft: Draft, now: Content): Clash[] {
  const base = draft.base ?? now;
  const theirs = byId(differences(base, now));
  return differences(base, draft).flatMap((ours) => {
    const other = theirs.get(ours.id);
    if (!other || sameSide(ours.after, other.after)) return [];
    return [{ id: ours.id, base: ours.before, ours: ours.after, theirs: other.after }];
  });
}

/** Both sides' changes of one article together: of each term who changed it; ours where both did. Words are merged as words. */
export function merged({ base, ours, theirs }: Clash): ClauseWish | string | undefined {
  if (typeof ours === 'object' && typeof theirs === 'object') {
    const before = typeof base === 'object' ? base.terms : {};
    const terms: Terms = { ...theirs.terms };
    for (const [name, value] of Object.entries(ours.terms)) {
      if (!same(value, before[name])) terms[name] = value;
    }
    return { ...theirs, terms };
  }
  if (typeof ours === 'string' && typeof theirs === 'string') {
    return mergeWords(typeof base === 'string' ? base : '', ours, theirs);
  }
  return ours ?? theirs;
}

/** Puts what was chosen for each clash in place of our change. */
export function settleClashes(
  draft: Draft,
  chosen: Map<string, ClauseWish | string | undefined>,
): Draft {
  const clauses = draft.clauses.filter((clause) => !chosen.has(clauseId(clause)));
  const articles = draft.articles.filter((article) => !chosen.has(wordsId(article)));
  for (const [id, side] of chosen) {
    if (typeof side === 'object') clauses.push(side);
    else if (side !== undefined) articles.push({ id, text: side });
  }
  return { ...draft, clauses, articles };
}

/** What we changed, made again on a newer version; everything else as the others now have it. */
export function onto(draft: Draft, text: Instrument): Draft {
  const now = contentOf(text);
  const base = draft.base ?? now;
  const ours = byId(differences(base, draft));
  const clauses = now.clauses.filter((clause) => ours.get(clauseId(clause))?.what !== 'removed');
  const articles = now.articles.filter((article) => ours.get(article.id ?? '')?.what !== 'removed');
  for (const clause of draft.clauses) {
    const id = clauseId(clause);
    if (!ours.has(id)) continue;
    const at = clauses.findIndex((other) => clauseId(other) === id);
    if (at >= 0) clauses[at] = clause;
    else clauses.push(clause);
  }
  for (const article of draft.articles) {
    if (!ours.has(wordsId(article))) continue;
    const at = articles.findIndex((other) => article.id !== undefined && other.id === article.id);
    if (at >= 0) articles[at] = article;
    else articles.push(article);
  }
  const pick = (name: 'takes_effect_if' | 'suspended_while') =>
    same(draft[name], base[name]) ? now[name] : draft[name];
  const { carried: _, ...rest } = draft;
  return {
    ...rest,
    clauses,
    articles,
    takes_effect_if: pick('takes_effect_if'),
    suspended_while: pick('suspended_while'),
    invite: [...new Set([...text.invited, ...draft.invite])],
    witnesses: [...new Set([...(text.witnesses ?? []), ...draft.witnesses])],
    version: text.version,
    base: now,
  };
}

/** The same, where nothing stands against it; and what the others changed, to be read. */
export const carryOver = (draft: Draft, text: Instrument): Draft => ({
  ...onto(draft, text),
  carried: {
    by: text.amended_by ?? text.author,
    version: text.version,
    changes: differences(draft.base ?? contentOf(text), contentOf(text)),
  },
});
