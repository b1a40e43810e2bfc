// What to do next, in one sentence with one button, and who waits for us. The first thing that is so, is said.

import { send } from '../../connection';
import { t } from '../../locale';
import type { FirstMove, Instrument, InstrumentId, PartyId, Scenario, View } from '../../view';
import { draftOfMove, startDraft } from './Brief';
import { circleOf, circlesFor, circleTitle, unreadIn } from './circles';
import { isAskedToDecide } from './Decide';
import { done, drafts } from './memory';
import { goTo, to } from './place';
import { notReady } from './Ready';
import { allows, canSign, hasBrackets, hasSigned, isAsked, textsInOrder } from './state';
import { newness } from './Texts';
import { partyNames, shortName, textTitle } from './words';

export interface Step {
  says: string;
  act?: { words: string; go: () => unknown };
}

export interface Here {
  rules: Scenario;
  seen: View;
  us: PartyId;
  /** Signs and decides. */
  binding: boolean;
  /** People sit in one room and talk with their mouths. */
  room: boolean;
}

type Known = [id: InstrumentId, text: Instrument];

const open = (words: string, where: string) => ({ words, go: () => goTo(where) });

export function nextStep(here: Here): Step {
  if (here.seen.clock.final) return { says: t('now-final') };
  if (here.seen.clock.state === 'paused') return { says: t('now-paused') };
  return (
    toDecide(here) ??
    toBrief(here) ??
    toTexts(here) ??
    toMessages(here) ??
    toBegin(here) ??
    toWait(here)
  );
}

function toDecide({ rules, seen, us, binding }: Here): Step | null {
  for (const [id, decision] of Object.entries(seen.decisions ?? {})) {
    if (!isAskedToDecide(decision, us) || decision.mine) continue;
    const words = { decision: rules.decisions?.[id]?.title ?? id };
    return {
      says: t(binding ? 'now-decide' : 'now-decide-advise', words),
      act: open(t('now-decide-open'), to('decide')),
    };
  }
  return null;
}

function toBrief({ rules, seen, us, binding }: Here): Step | null {
  const drafting = allows(seen, 'draft');
  if (!done.value.briefed) {
    return { says: t('now-brief'), act: open(t('now-brief-open'), to('brief')) };
  }
  const before = !drafting && !allows(seen, 'decide') && !allows(seen, 'sign');
  if (!before) return null;
  if (binding && !seen.parties[us]?.ready) {
    return {
      says: t('now-agree'),
      act: { words: t('ready-off'), go: () => send('ready.set', { on: true }) },
    };
  }
  const waiting = notReady(rules, seen).filter((party) => party !== us);
  return {
    says:
      waiting.length > 0
        ? t('now-brief-wait', { parties: partyNames(rules, waiting) })
        : t('now-brief-talk'),
    act: open(t('now-own-open'), to('talk', us)),
  };
}

/** We signed an earlier version, and somebody's amendment cleared it. */
function signedBefore(seen: View, id: InstrumentId, text: Instrument, us: PartyId) {
  const last = Object.entries(seen.minutes ?? {})
    .sort(([left], [right]) => Number(right) - Number(left))
    .map(([, minute]) => minute)
    .find(
      ({ what, party, instrument }) =>
        instrument === id && party === us && (what === 'signed' || what === 'unsigned'),
    );
  return last?.what === 'signed' && (last.version ?? 0) < text.version && !hasSigned(text, us);
}

function toTexts({ rules, seen, us, binding }: Here): Step | null {
  const asked: Known[] = textsInOrder(seen).filter(
    ([, text]) => text.status === 'draft' && isAsked(text, us),
  );
  const said = (id: string, [text, { amended_by, author }]: Known, extra = {}): Step => ({
    says: t(id, {
      text: textTitle(rules, seen, text),
      party: shortName(rules, amended_by ?? author),
      ...extra,
    }),
    act: open(t('now-text-open'), to('texts', text)),
  });
  const signing = allows(seen, 'sign');
  const cleared = asked.find(
    ([id, text]) => text.amended_by !== us && signedBefore(seen, id, text, us),
  );
  if (cleared && signing) return said(binding ? 'now-cleared' : 'now-cleared-advise', cleared);
  const fresh = asked.find(
    ([id, text]) =>
      (text.amended_by ?? text.author) !== us &&
      ['new', 'amended'].includes(newness(text, id) ?? ''),
  );
  if (fresh) {
    return said(newness(fresh[1], fresh[0]) === 'new' ? 'now-read' : 'now-read-amended', fresh);
  }
  const declined = (text: Instrument) => text.declined?.includes(us);
  const ready = asked.filter(([, text]) => canSign(text, us) && !declined(text));
  const waited = ready.find(([, text]) => Object.keys(text.signatures ?? {}).length > 0);
  if (waited && signing) {
    const signed = Object.keys(waited[1].signatures ?? {});
    return said(binding ? 'now-sign' : 'now-sign-advise', waited, {
      signed: partyNames(rules, signed),
      count: signed.length,
    });
  }
  const disputed = asked.find(([, text]) => hasBrackets(text) && !declined(text));
  if (disputed && allows(seen, 'draft')) return said('now-disputed', disputed);
  const own = ready.find(([, text]) => text.author === us);
  if (own && signing && binding) return said('now-sign-own', own);
  return ready[0] && signing && binding ? said('now-sign-first', ready[0]) : null;
}

function toMessages({ rules, seen, us }: Here): Step | null {
  const circle = circlesFor(seen, us).find((one) => unreadIn(seen, one) > 0);
  if (!circle) return null;
  return {
    says: t('now-messages', {
      count: unreadIn(seen, circle),
      circle: circleTitle(rules, circle, us),
    }),
    act: open(t('now-messages-open'), to('talk', circle)),
  };
}

function firstMove(moves: FirstMove[], { rules, us, room }: Here): Step | null {
  const move = moves[0];
  if (!move) return null;
  const draft = draftOfMove(rules, move, us);
  const words = { move: move.title, parties: partyNames(rules, move.to ?? []), advice: move.text };
  return {
    says: t(!move.to?.length ? 'now-move' : room ? 'now-move-meet' : 'now-move-write', words),
    act: draft
      ? { words: t('move-start'), go: () => startDraft(draft) }
      : open(t('now-brief-open'), to('brief')),
  };
}

function toBegin(here: Here): Step | null {
  const { rules, seen, us } = here;
  if (!allows(seen, 'draft')) return null;
  const slot = Object.keys(drafts.value)[0];
  if (slot)
    return { says: t('now-unsent'), act: open(t('now-unsent-open'), to('texts', 'write', slot)) };
  // Who has a text has begun. After that the moves stay with the briefing, and the way on is to be ready.
  const begun = Object.values(seen.instruments ?? {}).some(
    (text) => text.status !== 'withdrawn' && isAsked(text, us),
  );
  if (begun) return null;
  return (
    firstMove(rules.first_moves ?? [], here) ?? {
      says: t('now-begin'),
      act: open(t('text-new'), to('texts', 'new')),
    }
  );
}

/** Nothing to do but to move others: whom each text waits for, then readiness. */
function toWait({ rules, seen, us, binding, room }: Here): Step {
  for (const [id, text] of textsInOrder(seen)) {
    if (text.status !== 'draft' || !isAsked(text, us)) continue;
    const waiting = (text.missing?.signatures ?? []).filter((party) => party !== us);
    if (waiting.length === 0) continue;
    return {
      says: t(room ? 'now-waits-meet' : 'now-waits-write', {
        text: textTitle(rules, seen, id),
        parties: partyNames(rules, waiting),
      }),
      act: open(
        t('now-talk-open', { parties: partyNames(rules, waiting.slice(0, 1)) }),
        to('talk', circleOf(rules, [us, waiting[0] ?? us])),
      ),
    };
  }
  if (binding && !seen.parties[us]?.ready) {
    return {
      says: t('now-nothing'),
      act: { words: t('ready-off'), go: () => send('ready.set', { on: true }) },
    };
  }
  const waiting = notReady(rules, seen).filter((party) => party !== us);
  if (waiting.length > 0) return { says: t('now-ready', { parties: partyNames(rules, waiting) }) };
  return { says: t('now-wait') };
}

/** Who waits for us: for a signature, or to move on. */
export function whoWaits({ rules, seen, us, binding }: Here): string {
  const signers = new Set(
    Object.values(seen.instruments ?? {})
      .filter(
        (text) => text.status === 'draft' && canSign(text, us) && !text.declined?.includes(us),
      )
      .flatMap((text) => Object.keys(text.signatures ?? {})),
  );
  if (signers.size > 0) {
    return t('waits-signature', { parties: partyNames(rules, [...signers]), count: signers.size });
  }
  const ready = Object.keys(rules.parties).filter(
    (party) => party !== us && seen.parties[party]?.ready,
  );
  if (binding && ready.length > 0 && !seen.parties[us]?.ready) {
    return t('waits-ready', { parties: partyNames(rules, ready), count: ready.length });
  }
  return t('waits-nobody');
}
