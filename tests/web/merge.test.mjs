import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './bundle.mjs';

const { mergeNotes, caretAfter } = await load('screens/table/plan/merge.ts');

test('notes of two people become one', () => {
  for (const [what, base, ours, theirs, both] of [
    ['only they wrote', 'a', 'a', 'a\nb', 'a\nb'],
    ['only we wrote', 'a', 'a\nb', 'a', 'a\nb'],
    ['both wrote the same', 'a', 'b', 'b', 'b'],
    ['both began', '', 'ours', 'theirs', 'theirs\nours'],
    ['in different lines', 'a\nb\nc', 'A\nb\nc', 'a\nb\nC', 'A\nb\nC'],
    ['at both ends', 'a', 'z\na', 'a\nb', 'z\na\nb'],
    ['in the same line', 'Ask Kyiv', 'Ask Kyiv twice', 'Ask Kyiv first', 'Ask Kyiv first\nAsk Kyiv twice'],
    ['one struck out what the other left', 'a\nb', 'a', 'a\nb\nc', 'a\nc'],
    ['one struck out what the other changed', 'a\nb', 'a', 'a\nB', 'a\nB'],
    ['the same line added by both', 'a', 'a\nb', 'a\nb\nc', 'a\nb\nc'],
  ]) {
    assert.equal(mergeNotes(base, ours, theirs), both, what);
  }
});

test('no word of either is lost, whatever is put in', () => {
  let seed = 7;
  const dice = (sides) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % sides;
  };
  for (let time = 0; time < 500; time++) {
    const base = Array.from({ length: dice(5) }, () => `line ${dice(3)}`);
    const put = (who) => {
      const lines = [...base];
      const own = `${who} ${time}`;
      lines.splice(dice(lines.length + 1), 0, own);
      return { text: lines.join('\n'), own };
    };
    const [ours, theirs] = [put('ours'), put('theirs')];
    const merged = mergeNotes(base.join('\n'), ours.text, theirs.text);
    for (const line of [...base, ours.own, theirs.own]) {
      assert.ok(merged.split('\n').includes(line), `seed 7, time ${time}: ${line} of ${merged}`);
    }
  }
});

test('the caret stays where one writes', () => {
  assert.equal(caretAfter('one', 3, 'one\ntwo'), 3);
  assert.equal(caretAfter('one', 3, 'zero\none'), 8);
  assert.equal(caretAfter('one', 1, 'x'), 1);
});
