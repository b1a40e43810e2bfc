// The circles that people talk in: what they are called, who is in them, what is unread.

import { computed } from '@preact/signals';
import { t } from '../../locale';
import { clauseProse } from '../../parts/treaty';
import { myParty, view } from '../../store';
import type { Message, PartyId, Scenario, View } from '../../view';
import { readUpTo } from './memory';
import { conditionTitle, inOrder, partyNames } from './words';

/** A private circle's key: its parties in file order, joined. */
export const circleOf = (scenario: Scenario, parties: PartyId[]) =>
  inOrder(scenario, [...new Set(parties)]).join('+');

export const isControlCircle = (circle: string) => circle.startsWith('control:');

export function circleTitle(scenario: Scenario, circle: string, us: PartyId) {
  if (circle === 'plenary' || circle === 'press') return t(`circle-${circle}`);
  if (isControlCircle(circle)) return t('circle-control');
  if (circle === us) return t('circle-own');
  return partyNames(
    scenario,
    circle.split('+').filter((party) => party !== us),
  );
}

/** Where a message to a circle goes, as message.send has it. */
export const addressOf = (circle: string): 'plenary' | 'press' | 'control' | PartyId[] =>
  circle === 'plenary' || circle === 'press'
    ? circle
    : isControlCircle(circle)
      ? 'control'
      : circle.split('+');

/** The ones that are always there, then private ones, the last spoken in first. */
export function circlesFor(view: View, us: PartyId): string[] {
  const always = ['plenary', us, `control:${us}`, 'press'];
  const latest = (circle: string) =>
    Math.max(0, ...messagesOf(view, circle).map((message) => message.at));
  const others = Object.keys(view.circles ?? {})
    .filter((circle) => !always.includes(circle))
    .sort((left, right) => latest(right) - latest(left) || (left < right ? -1 : 1));
  return [...always.slice(0, 2), ...others, ...always.slice(2)];
}

export const messagesOf = (view: View, circle: string): (Message & { id: string })[] =>
  Object.entries(view.circles?.[circle]?.messages ?? {})
    .map(([id, message]) => ({ id, ...message }))
    .sort((left, right) => left.n - right.n);

/** What was said; a bot's sentence in the reader's language, with the articles in the scenario's words. */
export function messageText(rules: Scenario, { text, says }: Message): string {
  if (!says) return text;
  const wanted = new Set(says.wanted);
  const prose = (wants: boolean) =>
    (says.clauses ?? [])
      .filter((clause) => wanted.has(clause.id) === wants)
      .map((clause) => clauseProse(rules, clause))
      .join(' ');
  return t(`bot-${says.sentence.replace('_', '-')}`, {
    takes: prose(false),
    wants: prose(true),
    conditions: (says.conditions ?? []).map((id) => conditionTitle(rules, id)).join('; '),
  });
}

export const unreadIn = (view: View, circle: string) =>
  Math.max(0, (view.circles?.[circle]?.total ?? 0) - (readUpTo.value[circle] ?? 0));

export const unread = computed(() => {
  const seen = view.value;
  const us = myParty.value;
  if (!seen || !us) return 0;
  return circlesFor(seen, us).reduce((sum, circle) => sum + unreadIn(seen, circle), 0);
});

export function markRead(circle: string, total: number) {
  if ((readUpTo.value[circle] ?? 0) < total) {
    readUpTo.value = { ...readUpTo.value, [circle]: total };
  }
}
