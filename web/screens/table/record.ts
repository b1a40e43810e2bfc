// The minutes as they are looked through: what kind of thing each is, and whether it answers to who, what and a word.

import type { Minute, PartyId } from '../../view';

export type Line = Minute & { n: number };

const kinds = {
  texts: [
    'drafted',
    'amended',
    'opened',
    'tabled',
    'leaked',
    'declined',
    'withdrawn',
    'entered',
    'suspended',
    'ended',
  ],
  signatures: ['signed', 'unsigned', 'ratified', 'denounced'],
  agreed: ['settled', 'unsettled', 'entered'],
  decisions: ['chosen', 'decision_opened', 'decision_closed'],
  figures: ['set'],
  news: ['inject', 'said', 'press', 'ruling'],
};
export type Kind = keyof typeof kinds;
export const allKinds = Object.keys(kinds) as Kind[];

export interface Wanted {
  who: PartyId | '';
  what: Kind | '';
  word: string;
}
export const everything: Wanted = { who: '', what: '', word: '' };

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** `words`: the line as it reads. What a delegation did, and what was done to it. */
export function answers(line: Line, words: string, { who, what, word }: Wanted): boolean {
  if (what && !kinds[what].includes(line.what)) return false;
  const named = [
    line.party,
    line.key,
    line.clause?.split('.')[0],
    ...Object.keys(line.choices ?? {}),
  ];
  if (who && !named.includes(who)) return false;
  return word.trim() === '' || folded(words).includes(folded(word.trim()));
}

/** A sentence ends. */
export const sentence = (words: string) =>
  /[.!?…”»]$/u.test(words.trim()) ? words.trim() : `${words.trim()}.`;
