// What to do next, as what is so: the first thing that is so, is said. It knows no screen and no words, so that every state of a game can
// be tried without one.

import type {
  FirstMove,
  Instrument,
  InstrumentId,
  Job,
  Mode,
  PartyId,
  Role,
  Scenario,
  View,
} from '../../view';
import { isAskedToDecide } from './asked';
import { allows, canSign, hasBrackets, hasSigned, isAsked, textsInOrder } from './state';

/** What a step speaks of; the card finds the words for it. */
export interface About {
  text?: InstrumentId;
  party?: PartyId;
  parties?: PartyId[];
  decision?: string;
  circle?: string;
  count?: number;
  advice?: string;
  title?: string;
}

export interface Act {
  /** The id of the button's words. */
  words: string;
  /** A place of the table: ['texts', id]. */
  to?: [string, ...string[]];
  /** Said to be ready. */
  ready?: true;
  /** A first move whose text is begun. */
  move?: FirstMove;
  /** The first of them is talked to. */
  parties?: PartyId[];
}

export interface Step {
  says: string;
  about?: About;
  act?: Act;
}

export interface Here {
  rules: Scenario;
  seen: View;
  /** null: looks on. */
  us: PartyId | null;
  role?: Role | undefined;
  /** Signs and decides. */
  binding: boolean;
  mode?: Mode | undefined;
  /** An adviser's. */
  job?: Job | undefined;
  /** Somebody new to it all, whom the guide leads. */
  guided: boolean;
  /** This person has read the briefing. */
  briefed: boolean;
  /** What is open: ['texts', id]. */
  at: string[];
  /** Written and not sent: its name. */
  unsent?: string | undefined;
  /** What is new about a text to this person. */
  news: (id: InstrumentId, text: Instrument) => 'new' | 'amended' | 'moved' | null;
  /** The first circle with something unread. */
  unread?: { circle: string; count: number } | undefined;
  /** Delegations with a head present who is not ready. */
  notReady: PartyId[];
  moves: FirstMove[];
}

type Player = Here & { us: PartyId };

const open = (words: string, ...to: [string, ...string[]]): Act => ({ words, to });

/** People meet with their mouths, by writing, or either way. */
const way = ({ mode }: Here) => (mode === 'room' ? 'meet' : mode === 'mixed' ? 'either' : 'write');

export function stepOf(here: Here): Step {
  const { seen, us } = here;
  if (seen.clock.final || seen.clock.state === 'closed') return { says: 'now-final' };
  if (us === null) return toLookOn(here);
  const player = { ...here, us };
  if (seen.clock.state === 'paused') return toPause(player);
  if (here.role === 'observer') return unlessThere(player, toObserve(player));
  return unlessThere(player, toAct(player));
}

/** A button that leads to where one is does nothing, and is not there. */
function unlessThere({ at }: Here, { act, ...step }: Step): Step {
  const there = !!act?.to && act.to.length <= at.length && act.to.every((one, n) => at[n] === one);
  if (!act || !there) return act ? { ...step, act } : step;
  return step.says === 'now-brief' ? { ...step, says: 'now-brief-here' } : step;
}

function toAct(player: Player): Step {
  return (
    toDecide(player) ??
    toBrief(player) ??
    toSend(player) ??
    toTexts(player) ??
    toMessages(player) ??
    toBegin(player) ??
    toWait(player)
  );
}

const toLookOn = ({ seen }: Here): Step =>
  seen.clock.state === 'paused'
    ? { says: 'now-look-paused' }
    : { says: 'now-look-on', act: open('now-world-open', 'world') };

const toPause = ({ us }: Player): Step => ({
  says: 'now-paused',
  act: open('now-control-open', 'talk', `control:${us}`),
});

/** Reads its delegation's papers, and says nothing here. */
function toObserve(here: Player): Step {
  if (!here.briefed) return { says: 'now-brief', act: open('now-brief-open', 'brief') };
  const fresh = textsInOrder(here.seen).find(([id, text]) => here.news(id, text) !== null);
  return fresh
    ? {
        says: 'now-observe-text',
        about: { text: fresh[0] },
        act: open('now-text-open', 'texts', fresh[0]),
      }
    : { says: 'now-observe', act: open('now-plan-open', 'plan') };
}

function toDecide({ seen, us, binding }: Player): Step | null {
  const asked = Object.entries(seen.decisions ?? {}).find(
    ([, decision]) => isAskedToDecide(decision, us) && !decision.mine,
  );
  if (!asked) return null;
  return {
    says: binding ? 'now-decide' : 'now-decide-advise',
    about: { decision: asked[0] },
    act: open('now-decide-open', 'decide'),
  };
}

/** Before there is anything to draft, sign or decide: read, rank, try, agree. */
function toBrief(here: Player): Step | null {
  const { rules, seen, us, briefed, job } = here;
  if (!briefed) return { says: 'now-brief', act: open('now-brief-open', 'brief') };
  if (allows(seen, 'draft') || allows(seen, 'decide') || allows(seen, 'sign')) return null;
  const ours = seen.plans?.[us];
  const aims = Object.keys(rules.scores?.[us]?.items ?? {}).length;
  const plan = open('now-plan-open', 'plan');
  if (here.guided || seen.parties[us]?.ready) return toAgree(here);
  if (!ours?.aims && aims > 1) return { says: 'now-rank', about: { count: aims }, act: plan };
  if (!ours?.terms && seen.table.calculator !== false) return { says: 'now-try', act: plan };
  if (job) return { says: `now-job-${job}`, act: plan };
  return toAgree(here);
}

function toAgree({ seen, us, binding, notReady }: Player): Step {
  if (binding && !seen.parties[us]?.ready) {
    return { says: 'now-agree', act: { words: 'ready-off', ready: true } };
  }
  const waiting = notReady.filter((party) => party !== us);
  return {
    says: waiting.length > 0 ? 'now-brief-wait' : 'now-brief-talk',
    about: { parties: waiting },
    act: open('now-own-open', 'talk', us),
  };
}

/** Somebody who writes is not called away by what waits meanwhile. */
const toSend = ({ seen, at }: Player): Step | null =>
  allows(seen, 'draft') && at[0] === 'texts' && at[1] === 'write' ? { says: 'now-writing' } : null;

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

function toTexts(here: Player): Step | null {
  const { seen, us, binding, news } = here;
  type Known = [id: InstrumentId, text: Instrument];
  const asked: Known[] = textsInOrder(seen).filter(
    ([, text]) => text.status === 'draft' && isAsked(text, us),
  );
  const said = (says: string, [id, { amended_by, author }]: Known, more: About = {}): Step => ({
    says,
    about: { text: id, party: amended_by ?? author, ...more },
    act: open('now-text-open', 'texts', id),
  });
  const signing = allows(seen, 'sign');
  const cleared = asked.find(
    ([id, text]) => text.amended_by !== us && signedBefore(seen, id, text, us),
  );
  if (cleared && signing) return said(binding ? 'now-cleared' : 'now-cleared-advise', cleared);
  const fresh = asked.find(
    ([id, text]) =>
      (text.amended_by ?? text.author) !== us && ['new', 'amended'].includes(news(id, text) ?? ''),
  );
  if (fresh) {
    const sent = news(...fresh) === 'new' && fresh[1].author !== us;
    return sent
      ? said('now-read', fresh, { party: fresh[1].author })
      : said('now-read-amended', fresh);
  }
  const declined = (text: Instrument) => text.declined?.includes(us);
  const ready = asked.filter(([, text]) => canSign(text, us) && !declined(text));
  const waited = ready.find(([, text]) => Object.keys(text.signatures ?? {}).length > 0);
  if (waited && signing) {
    const parties = Object.keys(waited[1].signatures ?? {});
    const more = { parties, count: parties.length };
    if (!binding) return said('now-sign-advise', waited, more);
    return said(waited[1].witnesses?.includes(us) ? 'now-witness' : 'now-sign', waited, more);
  }
  const disputed = asked.find(([, text]) => hasBrackets(text) && !declined(text));
  if (disputed && allows(seen, 'draft')) return said('now-disputed', disputed);
  const last = (text: Instrument) => text.amended_by ?? text.author;
  const own = ready.find(([, text]) => last(text) === us && text.invited.includes(us));
  if (own && signing && binding) return said('now-sign-own', own);
  const first = ready.find(([, text]) => text.invited.includes(us));
  if (!first || !signing || !binding) return null;
  return said(first[1].version > 1 ? 'now-sign-changed' : 'now-sign-first', first);
}

const toMessages = ({ unread }: Player): Step | null =>
  unread
    ? { says: 'now-messages', about: unread, act: open('now-messages-open', 'talk', unread.circle) }
    : null;

function firstMove(here: Player): Step | null {
  const move = here.moves[0];
  if (!move) return null;
  const about = { title: move.title, parties: move.to ?? [], advice: move.text };
  const text = here.rules.instruments[move.instrument ?? '']?.templates?.[move.template ?? ''];
  const meets = move.to?.length;
  return {
    says: meets ? `now-move-${way(here)}` : 'now-move',
    about,
    act: text
      ? { words: 'move-start', move }
      : meets
        ? { words: 'now-talk-open', parties: move.to ?? [] }
        : open('now-brief-open', 'brief'),
  };
}

function toBegin(here: Player): Step | null {
  const { rules, seen, us, unsent } = here;
  if (!allows(seen, 'draft')) return null;
  if (unsent) return { says: 'now-unsent', act: open('now-unsent-open', 'texts', 'write', unsent) };
  // Who has a text has begun. After that the moves stay with the briefing, and the way on is to be ready.
  const texts = textsInOrder(seen).filter(([, text]) => text.status !== 'withdrawn');
  if (texts.some(([, text]) => isAsked(text, us))) return null;
  const without = texts.find(([, text]) => text.public && text.status === 'draft');
  if (without) {
    return {
      says: 'now-left-out',
      about: { text: without[0], parties: without[1].invited },
      act: open('now-text-open', 'texts', without[0]),
    };
  }
  if (rules.parties[us]?.kind === 'mediator' && here.moves.length === 0) {
    return { says: 'now-mediate', act: open('text-new', 'texts', 'new') };
  }
  return firstMove(here) ?? { says: 'now-begin', act: open('text-new', 'texts', 'new') };
}

/** Nothing to do but to move others: whom each text waits for, then readiness. */
function toWait(here: Player): Step {
  const { seen, us, binding } = here;
  for (const [id, text] of textsInOrder(seen)) {
    if (text.status !== 'draft' || !isAsked(text, us)) continue;
    const parties = (text.missing?.signatures ?? []).filter((party) => party !== us);
    if (parties.length === 0) continue;
    return {
      says: `now-waits-${here.mode === 'room' ? 'meet' : 'write'}`,
      about: { text: id, parties },
      act: { words: 'now-talk-open', parties },
    };
  }
  if (binding && !seen.parties[us]?.ready) {
    return { says: 'now-nothing', act: { words: 'ready-off', ready: true } };
  }
  const waiting = here.notReady.filter((party) => party !== us);
  return waiting.length > 0 && seen.parties[us]?.ready
    ? { says: 'now-ready', about: { parties: waiting } }
    : { says: 'now-wait' };
}

/** Who waits for us: for a signature, or to move on. */
export function waitsForUs({ rules, seen, us, binding }: Here): Step | null {
  if (us === null) return null;
  const signers = new Set(
    Object.values(seen.instruments ?? {})
      .filter(
        (text) => text.status === 'draft' && canSign(text, us) && !text.declined?.includes(us),
      )
      .flatMap((text) => Object.keys(text.signatures ?? {})),
  );
  if (signers.size > 0) {
    return { says: 'waits-signature', about: { parties: [...signers], count: signers.size } };
  }
  const ready = Object.keys(rules.parties).filter(
    (party) => party !== us && seen.parties[party]?.ready,
  );
  return binding && ready.length > 0 && !seen.parties[us]?.ready
    ? { says: 'waits-ready', about: { parties: ready, count: ready.length } }
    : null;
}
