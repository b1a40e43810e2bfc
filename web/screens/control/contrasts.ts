// Where the finished rooms differ most, in words: what a debrief can begin with.

import { number, t } from '../../locale';
import { clauseKeyTitle, clauseName, termText } from '../../parts/treaty';
import { together } from '../../rooms';
import type { ClauseKey, PartyId, Scenario, TableSummary, Terms } from '../../view';

type Room = TableSummary;

/** Two rooms that ended differently; of several, those that the most and the fewest rooms share. */
function ofOutcomes(rooms: Room[], scenario: Scenario): string | undefined {
  const by = new Map<string, Room[]>();
  for (const room of rooms) {
    if (room.outcome) by.set(room.outcome, [...(by.get(room.outcome) ?? []), room]);
  }
  const groups = [...by].sort(([, a], [, b]) => b.length - a.length);
  const most = groups[0];
  const fewest = groups.at(-1);
  if (!most || !fewest || most === fewest) return undefined;
  const title = (id: string) => scenario.outcomes?.[id]?.title ?? id;
  return t('contrast-outcome', {
    first: title(most[0]),
    firsts: together(most[1]),
    second: title(fewest[0]),
    seconds: together(fewest[1]),
  });
}

/** The delegation that gained most in one room and least in another. */
function ofScores(rooms: Room[], scenario: Scenario): string | undefined {
  const gain = (room: Room, party: PartyId) => {
    const score = room.scores?.[party];
    return score?.total === undefined ? null : score.total - (score.at_opening ?? score.no_deal);
  };
  let widest = { spread: 0, text: '' };
  for (const [party, { name }] of Object.entries(scenario.parties)) {
    const gains = rooms
      .flatMap((room) => {
        const value = gain(room, party);
        return value === null ? [] : [{ room, value }];
      })
      .sort((a, b) => b.value - a.value);
    const best = gains[0];
    const worst = gains.at(-1);
    if (!best || !worst || best.value - worst.value <= widest.spread) continue;
    widest = {
      spread: best.value - worst.value,
      text: t('contrast-score', {
        party: name,
        best: best.room.name,
        more: number(best.value),
        worst: worst.room.name,
        less: number(worst.value),
      }),
    };
  }
  return widest.text || undefined;
}

const said = (terms?: Terms) => JSON.stringify(terms ?? null);

/** The article on which the rooms are most divided: agreed here and not there, or on other terms. */
function ofArticles(rooms: Room[], scenario: Scenario): string | undefined {
  const keys = new Set(rooms.flatMap(({ settled }) => Object.keys(settled ?? {})));
  const divided = (key: ClauseKey) => {
    const counts = new Map<string, number>();
    for (const { settled } of rooms) {
      const terms = said(settled?.[key]?.terms);
      counts.set(terms, (counts.get(terms) ?? 0) + 1);
    }
    return rooms.length - Math.max(...counts.values());
  };
  const [key] = [...keys].sort((a, b) => divided(b) - divided(a));
  if (!key || divided(key) === 0) return undefined;
  const [one] = rooms.filter(({ settled }) => settled?.[key]);
  const terms = one?.settled?.[key]?.terms;
  const other = rooms.find(({ settled }) => said(settled?.[key]?.terms) !== said(terms));
  if (!one || !other) return undefined;
  const theirs = other.settled?.[key]?.terms;
  const words = (some: Terms = {}) =>
    Object.entries(some)
      .map(([term, value]) => termText(scenario, clauseName(key).type, term, value))
      .join(', ');
  return t('contrast-article', {
    article: clauseKeyTitle(scenario, key),
    one: one.name,
    terms: words(terms),
    other: other.name,
    theirs: theirs ? words(theirs) : '',
    agreed: String(!!theirs),
    terse: String(words(terms) === ''),
  });
}

/** At most three, where at least two rooms are over. */
export function contrasts(rooms: Room[], scenario: Scenario): string[] {
  const over = rooms.filter(({ clock }) => clock.final);
  if (over.length < 2) return [];
  return [ofOutcomes, ofScores, ofArticles].flatMap((find) => find(over, scenario) ?? []);
}
