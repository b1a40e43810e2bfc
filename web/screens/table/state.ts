// How a text stands, in plain words: in the list, and why it is not in force.

import { list, t } from '../../locale';
import type { Instrument, InstrumentId, PartyId, Permission, Scenario, View } from '../../view';
import { articleList, conditionTitle, partyNames, shortName, textTitle } from './words';

/** Draft or in force: something can still come of it. */
export const isLive = (text: Instrument) =>
  text.status === 'draft' || text.status === 'in_force' || text.status === 'suspended';

export const isAsked = (text: Instrument, party: PartyId | null) =>
  party !== null && (text.invited.includes(party) || !!text.witnesses?.includes(party));

export const hasSigned = (text: Instrument, party: PartyId | null) =>
  party !== null && text.signatures?.[party] !== undefined;

export const hasBrackets = (text: Instrument) =>
  text.clauses.some((clause) => clause.brackets?.length) ||
  !!text.articles?.some((article) => article.brackets?.length);

export const allows = (view: View, what: Permission) =>
  view.clock.state === 'running' && !!view.clock.allows?.includes(what);

/** A signature that this party could still set under the text as it is. */
export const canSign = (text: Instrument, party: PartyId | null) =>
  isAsked(text, party) &&
  (text.status === 'draft' || text.status === 'in_force') &&
  !hasSigned(text, party) &&
  !hasBrackets(text);

/** What a text waits for, each as a half sentence; empty when nothing is known to be missing. */
export function waitsFor(scenario: Scenario, view: View, text: Instrument, us: PartyId | null) {
  const missing = text.missing ?? {};
  const parts: string[] = [];
  if (missing.brackets?.length) {
    parts.push(t('missing-brackets', { articles: articleList(text, missing.brackets) }));
  }
  if (missing.signatures?.length) {
    parts.push(t('missing-signatures', { parties: partyNames(scenario, missing.signatures, us) }));
  }
  if (missing.ratification?.length) {
    parts.push(
      t('missing-ratification', { parties: partyNames(scenario, missing.ratification, us) }),
    );
  }
  if (missing.conditions?.length) {
    const titles = missing.conditions.map((id) => `“${conditionTitle(scenario, id)}”`);
    parts.push(t('missing-conditions', { conditions: list(titles) }));
  }
  if (missing.linked?.length) {
    const titles = missing.linked.map((id: InstrumentId) => textTitle(scenario, view, id));
    parts.push(t('missing-linked', { texts: list(titles) }));
  }
  return parts;
}

/** "Draft by France, version 3; waits for the signatures of Ukraine and Türkiye" */
export function stateLine(scenario: Scenario, view: View, text: Instrument, us: PartyId | null) {
  const words = { author: shortName(scenario, text.author), version: text.version };
  if (text.status === 'withdrawn') return t('state-withdrawn', words);
  if (text.status === 'ended') return t('state-ended', words);
  if (text.status === 'suspended') return t('state-suspended', words);
  if (text.status === 'in_force') {
    const dormant = text.clauses.filter((clause) => clause.state === 'dormant').length;
    return t('state-in-force', { ...words, dormant });
  }
  const head = t(
    text.opened ? 'state-opened' : text.public ? 'state-draft-public' : 'state-draft',
    words,
  );
  const waits = waitsFor(scenario, view, text, us);
  return waits.length > 0 ? t('state-and-waits', { state: head, waits: waits.join('; ') }) : head;
}

/** Changes whenever something about the text does that a person would want to see. */
export const standing = (text: Instrument) =>
  [
    text.version,
    text.status,
    text.public ? 'public' : '',
    Object.keys(text.signatures ?? {}).length,
    text.declined?.length ?? 0,
    text.clauses.filter((clause) => clause.state === 'settled').length,
  ].join(' ');

/** One list of texts: what is alive first, the latest first within. */
export function textsInOrder(view: View): [InstrumentId, Instrument][] {
  const rank = { draft: 0, in_force: 1, suspended: 1, withdrawn: 2, ended: 2 };
  return Object.entries(view.instruments ?? {}).sort(
    ([leftId, left], [rightId, right]) =>
      rank[left.status] - rank[right.status] || right.at - left.at || (leftId < rightId ? -1 : 1),
  );
}
