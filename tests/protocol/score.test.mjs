// `entente score`, against packages that were worked out by hand from the scenario's file.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fed, root, run } from './server.mjs';

const harbour = join(root, 'tests', 'scenarios', 'good', 'harbour');

async function score(input, ...options) {
  const { status, out } = await fed(input, 'score', ...options, harbour);
  return { status, lines: out.trimEnd().split('\n').map((line) => JSON.parse(line)) };
}

/** What a package is worth to ald, bor, cor and med, where it is not what nothing is worth. */
const worth = (changes) => ({ ald: 6, bor: 0, cor: 0, med: 5, ...changes });
const no_deal = { ald: 6, bor: 12, cor: 0, med: 5 };
const lease = { how: 'lease', seat: 'port' };

const packages = [
  [{}, worth(), worth()],
  [{ truce: { days: 5 } }, worth({ ald: 31, bor: 10 }), worth({ ald: 26, bor: 10 })],
  // Variables stay: that ships cost a purse is no part of it.
  [{ truce: { days: 5 }, 'ald.patrol': { ships: 2 } }, worth({ ald: 27, bor: 10 }), worth({ ald: 22, bor: 10 })],
  [{ watch: { lead: 'med', open: true }, truce: { days: 30 } }, worth({ bor: 10, med: 10 }), worth({ ald: 26, bor: 10, med: 10 })],
  [{ dues: { rate: 10, payers: ['bor', 'ald'] } }, worth({ bor: -10 })],
  // Nothing paid by nobody is not the same as no dues.
  [{ dues: { rate: 10, payers: [] } }, worth({ bor: 10 })],
  [{ 'port.cession': { to: 'ald', ...lease } }, worth({ ald: 16, cor: 10 })],
  [{ 'port.cession': { to: 'bor', ...lease }, 'isle.cession': { to: 'bor', ...lease } }, worth({ cor: 15 })],
];

test('packages are worth what they are by hand', async () => {
  const { status, lines } = await score(packages.map(([wish]) => `${JSON.stringify(wish)}\n`).join(''));
  assert.equal(status, 0);
  assert.deepEqual(
    lines,
    packages.map(([, points, expected = points]) => ({ expected, points, no_deal })),
  );
});

test('items add up to what the party has', async () => {
  const { lines } = await score('{"truce":{"days":5}}', '--items');
  assert.deepEqual(lines[0].items.ald, {
    port: { points: 0, expected: 0 },
    truce: { points: 25, expected: 20 },
    ships: { points: 0, expected: 0 },
    purse: { points: 6, expected: 6 },
  });
});

test('each line that is no package says why, and harms no other', async () => {
  const bad = [
    ['{"watch":{"lead":"med","open":true}}', /watch: A watch needs a truce/],
    ['{"cor.patrol":{"ships":5}}', /scores\.cor\.items\.glory/],
    ['{"truce":{"days":0}}', /truce\.days: .* 1 to 30/],
    ['{"truce":{"days":31}}', /truce\.days/],
    ['{"truce":{}}', /truce\.days: .*missing/],
    ['{"truce":{"days":5,"nights":1}}', /truce\.nights/],
    ['{"truce":{"days":"5"}}', /truce\.days/],
    ['{"truce":{"days":5.0}}', /column 19/],
    ['{"truce":{"days":null}}', /truce\.days/],
    ['{"truce":null}', /truce:/],
    ['{"dues":{"rate":7,"payers":[]}}', /steps of 5/],
    ['{"dues":{"rate":5,"payers":["med"]}}', /'med' is none of/],
    ['{"dues":{"rate":5,"payers":["bor","bor"]}}', /twice/],
    ['{"dues":{"rate":5,"payers":"bor"}}', /of type parties: a list of their ids/],
    ['{"med.patrol":{"ships":1}}', /no such clause/],
    ['{"patrol":{"ships":1}}', /no such clause/],
    ['{"truse":{"days":1}}', /perhaps you mean 'truce'/],
    ['{"port.cession":{"to":"ald","how":"leese","seat":"port"}}', /perhaps you mean 'lease'/],
    ['{"watch":{"lead":"med","open":1},"truce":{"days":1}}', /true or false/],
    ['[]', /object/],
    ['{"truce":{"days":1}', /strict JSON/],
    ['{"truce":{"days":1},"truce":{"days":2}}', /duplicate/],
    ['{"truce":{"days":1}} {}', /strict JSON/],
    ['{"truce":{"days":99999999999999999999}}', /too big/],
  ];
  const { status, lines } = await score(bad.map(([line]) => `${line}\n{}\n`).join(''));
  assert.equal(status, 0);
  assert.equal(lines.length, 2 * bad.length);
  for (const [index, [line, words]] of bad.entries()) {
    assert.deepEqual(Object.keys(lines[2 * index]), ['errors'], line);
    assert.match(lines[2 * index].errors.join('\n'), words, line);
    assert.deepEqual(lines[2 * index + 1].points, worth(), line);
  }
});

test('a folder that is no scenario ends it with 1, none with 2', async () => {
  assert.equal((await run('score', '/nowhere')).status, 1);
  assert.equal((await run('score')).status, 2);
});
