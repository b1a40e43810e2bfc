// `entente explore`: what it says of spaces that are known from elsewhere, and how it is asked.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fed, root, run } from './server.mjs';

const river = join(root, 'rules', 'scenarios', 'river');
const paris = join(root, 'rules', 'scenarios', 'paris');
const good = (id) => join(root, 'tests', 'scenarios', 'good', id);

async function explore(...args) {
  const { status, out, err } = await run('explore', '--json', ...args);
  assert.equal(err, '');
  assert.equal(status, 0);
  return JSON.parse(out);
}

/** What `entente score` says of packages. */
async function score(folder, deals) {
  const { out } = await fed(deals.map(({ package: wish }) => `${JSON.stringify(wish)}\n`).join(''), 'score', folder);
  return out.trimEnd().split('\n').map((line) => JSON.parse(line));
}

const everyDeal = (found) => [...Object.values(found.solutions).map(({ deal }) => deal), ...found.efficient.deals];

test('river is what its README says, whether each package is weighed or not', async () => {
  for (const options of [[], ['--exact', '0', '--draws', '500']]) {
    const found = await explore(river, ...options);
    assert.equal(found.exact, options.length === 0);
    assert.equal(found.edition, 'full');
    assert.equal(found.space.packages, 480);
    assert.equal(found.space.legal, 438);
    assert.deepEqual(found.solutions.nash.deal.gains, { nor: 24, sou: 30 });
    assert.deepEqual(found.solutions.utilitarian.known, 'proved');
    assert.deepEqual(found.parties.nor.most, { expected: 45, known: 'proved' });
  }
});

test('every deal is worth what it is said to be', async () => {
  const found = await explore(river, '--list', '4096');
  const deals = everyDeal(found);
  const scores = await score(river, deals);
  assert.equal(found.efficient.complete, true);
  assert.equal(found.efficient.deals.length, found.efficient.found);
  assert.ok(deals.some(({ would_not_sign: refuse }) => refuse.length > 0));
  for (const [index, deal] of deals.entries()) {
    assert.deepEqual(scores[index].expected, deal.expected);
    for (const party of ['nor', 'sou']) {
      assert.equal(deal.gains[party], deal.expected[party] - found.parties[party].no_deal);
      assert.equal(deal.would_not_sign.includes(party), deal.gains[party] < 0);
    }
  }
});

test('the best are those that trying all by hand finds', async () => {
  const regimes = [undefined, 'disputed', 'shared', 'north', 'south'];
  const wishes = [];
  for (let share = 25; share <= 60; share += 5)
    for (const fee of [undefined, 'full', 'half', 'free'])
      for (const access of [undefined, 'announced', 'free'])
        for (const regime of regimes)
          wishes.push({
            ...(share > 25 && { water: { share } }),
            ...(fee && { port: { fee } }),
            ...(access && { gauge: { access } }),
            ...(regime && { 'island.status': { regime } }),
          });
  const lines = await score(river, wishes.map((wish) => ({ package: wish })));
  const gains = lines
    .filter(({ expected }) => expected)
    .map(({ expected, no_deal: without }) => ['nor', 'sou'].map((party) => expected[party] - without[party]));
  const agreed = gains.filter((gain) => Math.min(...gain) >= 0);
  const found = await explore(river);
  const most = (of, value) => Math.max(...of.map(value));
  const got = (name) => Object.values(found.solutions[name].deal.gains);
  assert.equal(gains.length, found.space.legal);
  assert.equal(agreed.length, found.zopa.packages);
  assert.equal(got('utilitarian')[0] + got('utilitarian')[1], most(gains, ([nor, sou]) => nor + sou));
  assert.equal(Math.min(...got('egalitarian')), most(gains, (gain) => Math.min(...gain)));
  assert.equal(got('nash')[0] * got('nash')[1], most(agreed, ([nor, sou]) => nor * sou));
  const ideal = [0, 1].map((party) => most(agreed, (gain) => gain[party]));
  const share = ([nor, sou]) => Math.min(nor / ideal[0], sou / ideal[1]);
  assert.equal(share(got('kalai_smorodinsky')), most(agreed, share));
  const efficient = gains.filter(([nor, sou]) => !gains.some(([a, b]) => a >= nor && b >= sou && a + b > nor + sou));
  assert.equal(found.efficient.found, new Set(efficient.map(String)).size);
});

test('the example of Nash comes out as he printed it', async () => {
  const { solutions } = await explore(good('barter'));
  assert.deepEqual(Object.keys(solutions.nash.deal.package).sort(), ['ball', 'bat', 'book', 'knife', 'pen', 'toy', 'whip']);
});

test('the same seed says the same with any number of threads, another one may not', async () => {
  const sampled = ['--exact', '0', '--draws', '300', '--width', '40', good('harbour')];
  const [one, three, other] = await Promise.all([
    run('explore', '--json', '--threads', '1', ...sampled),
    run('explore', '--json', '--threads', '3', ...sampled),
    run('explore', '--json', '--seed', '2', ...sampled),
  ]);
  assert.equal(one.status, 0);
  assert.equal(one.out, three.out);
  assert.notEqual(one.out, other.out);
});

test('an edition leaves fewer clauses open; what is too large to weigh says how it is known', async () => {
  const quick = ['--seconds', '1', '--draws', '2000'];
  const first = await explore(paris, ...quick);
  assert.equal(first.edition, 'first');
  assert.equal(first.space.clauses.length, 16);
  assert.equal(first.space.packages, 52428356662500);
  assert.equal(first.exact, false);
  const { share, low, high, known } = first.zopa.of_legal;
  assert.ok(low <= share && share <= high && low < high);
  assert.equal(known, 'sampled');
  const full = await explore(paris, '--edition', 'full', ...quick);
  assert.ok(full.space.clauses.length > 40);
  assert.match(full.space.packages, /^\d{30,}$/);
});

test('people read words', async () => {
  const { status, out, err } = await run('explore', river);
  assert.equal(status, 0);
  assert.equal(err, ''); // No progress where nobody looks at a terminal.
  assert.match(out, /480 packages/);
  assert.match(out, /438 of them legal/);
  assert.match(out, /Nash.*proved/);
  assert.match(out, /would not sign: nor/);
});

test('wrong usage ends it with 2, a bad scenario with 1', async () => {
  for (const args of [[], ['--depth', river], ['--seed', 'x', river], ['--list', '5000', river], ['--edition', 'none', river], [river, river]])
    assert.equal((await run('explore', ...args)).status, 2, args.join(' '));
  const bad = await run('explore', '/nowhere');
  assert.equal(bad.status, 1);
  assert.match(bad.err, /entente check \/nowhere/);
  const help = await run('explore', '--help');
  assert.equal(help.status, 0);
  assert.match(help.out, /--seconds/);
});
