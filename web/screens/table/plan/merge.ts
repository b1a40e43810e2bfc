// Two people write the same notes at once: nobody's words are lost.

import { diffArrays } from 'diff';

/** What became of each line of the base, and what was put in before it (the last: at the end). */
function changed(base: string[], now: string[]) {
  const kept = base.map(() => true);
  const put: string[][] = Array.from({ length: base.length + 1 }, () => []);
  let at = 0;
  for (const part of diffArrays(base, now)) {
    if (part.added) put[at]?.push(...part.value);
    else {
      if (part.removed) kept.fill(false, at, at + part.value.length);
      at += part.value.length;
    }
  }
  return { kept, put };
}

/** What two put in at one place: what both did stands once. */
function together(first: string[], second: string[]): string[] {
  const shared = first.findIndex((line, at) => line !== second[at]);
  const same = shared < 0 ? first.length : shared;
  return [...first, ...second.slice(same)];
}

/** Ours and theirs, both made of `base`, as one: line by line. A line that both changed stands twice, theirs first. */
export function mergeNotes(base: string, ours: string, theirs: string): string {
  if (ours === base || ours === theirs) return theirs;
  if (theirs === base) return ours;
  const lines = (text: string) => (text === '' ? [] : text.split('\n'));
  const from = lines(base);
  const left = changed(from, lines(theirs));
  const right = changed(from, lines(ours));
  const merged: string[] = [];
  for (let at = 0; at <= from.length; at++) {
    const [first = [], second = []] = [left.put[at], right.put[at]];
    merged.push(...together(first, second));
    if (at < from.length && left.kept[at] && right.kept[at]) merged.push(from[at] ?? '');
  }
  return merged.join('\n');
}

/** Where the caret stands after the words around it became others. */
export function caretAfter(before: string, caret: number, after: string): number {
  if (after.startsWith(before.slice(0, caret))) return caret;
  const rest = before.slice(caret);
  return after.endsWith(rest) ? after.length - rest.length : Math.min(caret, after.length);
}
