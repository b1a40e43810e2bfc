// What somebody who plays for the first time is told beside the card on top: why the next step is worth taking. It follows what is there,
// not a script, so that whatever they do, the guide is where they are.

import { list, t } from '../../locale';
import type { Instrument, PartyId, Scenario, View } from '../../view';
import { isAskedToDecide } from './asked';
import { allows, canSign, isAsked, textsInOrder } from './state';
import { partyNames, shortName, textTitle } from './words';

export interface Situation {
  rules: Scenario;
  seen: View;
  us: PartyId;
  /** The briefing was read. */
  briefed: boolean;
  /** Which place is open, and what in it. */
  at: string[];
}

/** How many of the aims are named at the start. */
const aims_most = 3;

/** What stands beside the card now; null where nothing need be said. */
export function guidance(situation: Situation): string | null {
  const { seen, briefed } = situation;
  if (seen.clock.final || seen.clock.state !== 'running') return null;
  if (!briefed) return aims(situation);
  if (choosing(situation)) return t('guide-choose');
  if (!allows(seen, 'draft') && !allows(seen, 'sign')) return t('guide-begin');
  return negotiating(situation);
}

function aims({ rules, us }: Situation) {
  const labels = Object.values(rules.scores?.[us]?.items ?? {}).map(({ label }) => label);
  return t('guide-aims', {
    us: rules.parties[us]?.name ?? us,
    aims: list(labels.slice(0, aims_most)),
    count: Math.min(labels.length, aims_most),
  });
}

const choosing = ({ seen, us }: Situation) =>
  Object.values(seen.decisions ?? {}).some(
    (decision) => isAskedToDecide(decision, us) && !decision.mine,
  );

const wroteOf = (text: Instrument, us: PartyId) =>
  text.author === us || Object.values(text.versions ?? {}).some(({ by }) => by === us);

function negotiating(situation: Situation): string {
  const { rules, seen, us, at } = situation;
  if (at[0] === 'texts' && at[1] === 'write') return t('guide-give');
  const open = (id: string) => at[0] === 'texts' && at[1] === id;
  const ours = textsInOrder(seen).filter(([, text]) => isAsked(text, us));
  const drafts = ours.filter(([, text]) => text.status === 'draft');
  // Who has not yet changed anything is not told to sign: the first offer asks for much.
  const signable = drafts.find(
    ([, text]) =>
      canSign(text, us) && Object.keys(text.signatures ?? {}).length > 0 && wroteOf(text, us),
  );
  if (signable && open(signable[0])) {
    const signed = Object.keys(signable[1].signatures ?? {});
    return t('guide-sign', { parties: partyNames(rules, signed), count: signed.length });
  }
  const last = (text: Instrument) => text.amended_by ?? text.author;
  const theirs = drafts.find(([, text]) => last(text) !== us);
  if (theirs) {
    const [id, text] = theirs;
    return t(open(id) ? 'guide-worth' : 'guide-offer', { party: shortName(rules, last(text)) });
  }
  if (drafts[0]) {
    const others = drafts[0][1].invited.filter((party) => party !== us);
    return t('guide-answer', { parties: partyNames(rules, others) });
  }
  const kept = ours.find(([, text]) => text.status === 'in_force');
  if (kept) return t('guide-kept', { text: textTitle(rules, seen, kept[0]) });
  return t('guide-first');
}
