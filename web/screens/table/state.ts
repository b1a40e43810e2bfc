// How a text stands, in plain words: in the list, and why it is not in force.

import { list, t } from '../../locale';
import type { Instrument, InstrumentId, PartyId, Permission, Scenario, View } from '../../view';
import type { Look } from './memory';
import { articleList, conditionTitle, partyNames, shortName, textTitle } from './words';

/** Draft or in force: something can still come of it. */
export const isLive = (text: Instrument) =>
  text.status === 'draft' || text.status === 'in_force' || text.status === 'suspended';

export const isAsked = (text: Instrument, party: PartyId | null) =>
  party !== null && (text.invited.includes(party) || !!text.witnesses?.includes(party));

export const hasSigned = (text: Instrument, party: PartyId | null) =>
  party !== null && text.signatures?.[party] !== undefined;

/** Whether a party has said that it leaves, and is bound until that takes effect. */
export const leaves = (view: View, id: InstrumentId, party: PartyId | null) =>
  party !== null &&
  !view.instruments?.[id]?.denounced?.includes(party) &&
  Object.values(view.minutes ?? {}).some(
    (minute) => minute.what === 'denounced' && minute.instrument === id && minute.party === party,
  );

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
    const others = missing.signatures.filter((party) => party !== us);
    parts.push(
      t('missing-signatures', {
        mine: String(others.length < missing.signatures.length),
        count: others.length,
        parties: partyNames(scenario, others),
      }),
    );
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
  if (text.status === 'suspended') {
    const why = (text.suspended_while ?? []).filter((id) => text.conditions?.[id]);
    const titles = list(why.map((id) => `“${conditionTitle(scenario, id)}”`));
    return t('state-suspended', { ...words, count: why.length, conditions: titles });
  }
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

/** What came in since this person last looked, each as a half sentence. */
export function cameIn(
  scenario: Scenario,
  text: Instrument,
  before: Look | undefined,
  us: PartyId | null,
): string[] {
  const by = text.amended_by ?? text.author;
  const party = shortName(scenario, by);
  if (!before && text.author !== us) {
    return [t('came-new', { party: shortName(scenario, text.author) })];
  }
  if (!before) return by === us ? [] : [t('came-version', { party, version: text.version })];
  const came: string[] = [];
  if (before.version < text.version && by !== us) {
    came.push(t('came-version', { party, version: text.version }));
  }
  const fresh = (now: PartyId[], known: PartyId[] | undefined) =>
    known && before.version === text.version
      ? now.filter((party) => party !== us && !known.includes(party))
      : [];
  const signed = fresh(Object.keys(text.signatures ?? {}), before.signed);
  const declined = fresh(text.declined ?? [], before.declined);
  const names = (parties: PartyId[]) => ({
    parties: partyNames(scenario, parties),
    count: parties.length,
  });
  if (signed.length > 0) came.push(t('came-signed', names(signed)));
  if (declined.length > 0) came.push(t('came-declined', names(declined)));
  if (before.status && before.status !== text.status) {
    came.push(t(`came-${text.status.replace('_', '-')}`));
  }
  return came;
}

/** Where a text belongs in the list: it needs this delegation, or others, or it lives, or it is over. */
export type Need = 'ours' | 'others' | 'in-force' | 'public' | 'past';

export function needOf(text: Instrument, us: PartyId | null, unread: boolean): Need {
  if (!isLive(text)) return 'past';
  if (text.status !== 'draft') return 'in-force';
  if (us !== null && !isAsked(text, us)) return 'public';
  const declined = us !== null && text.declined?.includes(us);
  return unread || (canSign(text, us) && !declined) ? 'ours' : 'others';
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

/** What a person knows who looks at a text now. */
export const lookOf = (text: Instrument): Look => ({
  version: text.version,
  standing: standing(text),
  status: text.status,
  signed: Object.keys(text.signatures ?? {}),
  declined: text.declined ?? [],
});

/** One list of texts: what is alive first, the latest first within. */
export function textsInOrder(view: View): [InstrumentId, Instrument][] {
  const rank = { draft: 0, in_force: 1, suspended: 1, withdrawn: 2, ended: 2 };
  return Object.entries(view.instruments ?? {}).sort(
    ([leftId, left], [rightId, right]) =>
      rank[left.status] - rank[right.status] || right.at - left.at || (leftId < rightId ? -1 : 1),
  );
}
