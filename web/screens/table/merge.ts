// Two people's changes of one sentence, together.

import { diffWordsWithSpace } from 'diff';

/** The characters of the base from `from` up to `to` become `words`. */
interface Hunk {
  from: number;
  to: number;
  words: string;
}

function hunks(base: string, other: string): Hunk[] {
  const found: Hunk[] = [];
  let at = 0;
  let last: Hunk | null = null;
  for (const part of diffWordsWithSpace(base, other)) {
    if (!part.added && !part.removed) {
      at += part.value.length;
      last = null;
      continue;
    }
    if (!last) {
      last = { from: at, to: at, words: '' };
      found.push(last);
    }
    if (part.added) last.words += part.value;
    else {
      at += part.value.length;
      last.to = at;
    }
  }
  return found;
}

const meet = (left: Hunk, right: Hunk) => left.from <= right.to && right.from <= left.to;
const sameHunk = (left: Hunk, right: Hunk) =>
  left.from === right.from && left.to === right.to && left.words === right.words;

/** Both changes made; where they meet, theirs and then ours stand one after the other, so that no word is lost. */
export function mergeWords(base: string, ours: string, theirs: string): string {
  const mine = hunks(base, ours);
  const others = hunks(base, theirs);
  if (mine.some((hunk) => others.some((other) => meet(hunk, other) && !sameHunk(hunk, other)))) {
    return `${theirs.trim()} ${ours.trim()}`;
  }
  const all = [...mine, ...others.filter((hunk) => !mine.some((own) => sameHunk(own, hunk)))];
  return all
    .sort((left, right) => right.from - left.from)
    .reduce((text, { from, to, words }) => text.slice(0, from) + words + text.slice(to), base);
}
