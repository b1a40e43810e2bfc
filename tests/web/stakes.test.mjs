import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './bundle.mjs';

const { goodMoves } = await load('screens/table/stakes.ts');
const { aimsInOrder, moved } = await load('screens/table/plan/order.ts');

test('first moves are the drafts that would do most, with those whose word they need', () => {
  const draft = (template, gain, binds, invite = []) => ({ instrument: 'pact', template, gain, binds, invite });
  const moves = goodMoves(
    [
      draft('poor', -3, [['rus']]),
      draft('best', 9, [['rus', 'fra'], ['usa'], ['usa', 'gbr'], ['deu']], ['fra', 'tur']),
      draft('good', 5, [], ['fra', 'gbr']),
      draft('fair', 1, [['usa']]),
    ],
    'fra',
  );
  assert.deepEqual(moves.map(({ template }) => template), ['best', 'good', 'fair']);
  assert.deepEqual(moves[0].to, ['usa', 'rus', 'gbr']);
  assert.deepEqual(moves[1].to, ['gbr']);
  assert.deepEqual(goodMoves([], 'fra'), []);
});

test('aims keep their order, and what was never ranked comes after', () => {
  assert.deepEqual(aimsInOrder(['a', 'b', 'c'], ['c', 'gone']), ['c', 'a', 'b']);
  assert.deepEqual(aimsInOrder(['a', 'b']), ['a', 'b']);
  assert.deepEqual(moved(['a', 'b', 'c'], 0, 2), ['b', 'c', 'a']);
  assert.deepEqual(moved(['a', 'b', 'c'], 2, -5), ['c', 'a', 'b']);
  assert.deepEqual(moved(['a'], 4, 0), ['a']);
});
