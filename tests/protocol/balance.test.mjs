// `entente balance`: many games of bots, what they come to, and how it is asked.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { closeSync, cpSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { folder, program, root, run } from './server.mjs';

const river = join(root, 'rules', 'scenarios', 'river');
const paris = join(root, 'rules', 'scenarios', 'paris');

async function balance(...args) {
  const { status, out, err } = await run('balance', '--json', ...args);
  assert.equal(err, '');
  assert.equal(status, 0);
  return JSON.parse(out);
}

const sum = (values) => values.reduce((one, other) => one + other, 0);

test('shares add up, and lie in their intervals', async () => {
  const found = await balance(river, '--games', '40');
  assert.equal(found.scenario, 'river');
  assert.equal(found.edition, 'full');
  assert.equal(found.games, 40);
  assert.equal(found.seed, 1);
  const outcomes = Object.values(found.outcomes);
  assert.ok(Math.abs(sum(outcomes.map(({ share }) => share)) + found.no_outcome.share - 1) < 1e-6);
  for (const { share, low, high } of [...outcomes, found.agreed, found.willing, found.zopa, found.cut])
    assert.ok(0 <= low && low <= share && share <= high && high <= 1);
  assert.ok(found.zopa.share <= found.willing.share && found.willing.share <= found.agreed.share);
  assert.equal(sum(Object.values(found.temperaments).map(({ advantage }) => advantage.count)), 80);
  for (const { gain } of Object.values(found.parties)) {
    assert.equal(gain.count, 40);
    const values = [gain.least, gain.q05, gain.q25, gain.q50, gain.q75, gain.q95, gain.most];
    assert.deepEqual(values, [...values].sort((one, other) => one - other));
  }
  for (const { settled, terms } of Object.values(found.clauses))
    for (const { values } of Object.values(terms))
      assert.equal(sum(values.map(({ games }) => games)), Math.round(settled.share * 40));
});

test('the same seed gives the same bytes, whatever the number of threads', async () => {
  const args = ['balance', '--json', '--games', '9', paris];
  const [one, three, other] = await Promise.all([
    run(...args, '--threads', '1'),
    run(...args, '--threads', '3'),
    run(...args, '--seed', '2'),
  ]);
  assert.equal(one.status, 0);
  assert.equal(one.out, three.out);
  assert.notEqual(one.out, other.out);
});

test('an edition and temperaments are as asked', async () => {
  const found = await balance(paris, '--games', '4', '--edition', 'full', '--temperament', 'conceder,rus=boulware');
  assert.equal(found.edition, 'full');
  assert.equal(found.temperament, 'conceder,rus=boulware');
  assert.equal(found.temperaments.boulware.gains.rus.count, 4);
  assert.equal(found.temperaments.boulware.advantage.count, 4);
  assert.equal(found.temperaments.conceder.advantage.count, 7 * 4);
});

test('a page holds every chart with its table, and needs nothing else', async () => {
  const pages = [];
  const place = folder();
  for (const threads of ['1', '2']) {
    const file = join(place.path, 'page.html');
    const { status, out, err } = await run('balance', paris, '--games', '6', '--html', file, '--threads', threads);
    assert.equal(status, 0);
    assert.equal(err, '');
    assert.match(out, /6 games of bots/);
    pages.push(readFileSync(file, 'utf8'));
  }
  place.drop();
  const [page, other] = pages;
  assert.equal(page, other);
  assert.doesNotMatch(page.replaceAll('xmlns="http://www.w3.org/2000/svg"', ''), /https?:|src=|@import|<script/);
  assert.doesNotMatch(page, /\bnan\b|\binf\b/);
  const charts = page.split('<svg ').slice(1);
  assert.ok(charts.length >= 7);
  for (const chart of charts) {
    assert.match(chart, /^role="img" aria-label="[^"]+"/);
    assert.match(chart, /<\/svg>\s*<\/div>\s*<div class="wide"><table>/);
  }
  assert.match(page, /<h1>After Paris: /);
  assert.match(page, /<th scope="row">Türkiye<\/th>/);
});

test('a page that cannot be written is told of before a game is played', async () => {
  const { status, out, err } = await run('balance', paris, '--games', '100000', '--html', '/nowhere/page.html');
  assert.equal(status, 1);
  assert.equal(out, '');
  assert.match(err, /\/nowhere\/page.html cannot be written: /);
});

test('people read words', async () => {
  const { status, out, err } = await run('balance', river, '--games', '10');
  assert.equal(status, 0);
  assert.equal(err, ''); // No progress where nobody looks at a terminal.
  assert.match(out, /The River, edition full: 10 games of bots, seed 1/);
  assert.match(out, /in the zone of possible agreement/);
  assert.match(out, /Temperaments/);
});

test('wrong usage ends it with 2, a bad scenario with 1, and each says why', async () => {
  const wrong = [
    [[], /usage: entente balance/],
    [[river, river], /is not understood/],
    [['--depth', river], /'--depth' is not understood/],
    [['--games', '0', river], /'--games' is not understood: a number from 1 to 100000 belongs behind it\./],
    [['--games', '100001', river], /'--games' is not understood/],
    [['--seed', 'x', river], /'--seed' is not understood/],
    [['--threads', '257', river], /'--threads' is not understood/],
    [[river, '--games'], /'--games' is not understood/],
    [['--edition', 'none', river], /river has no edition 'none'; there are full\./],
    [['--temperament', 'angry', river], /no temperament 'angry'; there are boulware,/],
    [['--temperament', 'usa=linear', river], /river has no party 'usa'/],
    [['--temperament', 'nor=', river], /no temperament ''/],
  ];
  for (const [args, says] of wrong) {
    const { status, out, err } = await run('balance', ...args);
    assert.equal(status, 2, args.join(' '));
    assert.equal(out, '');
    assert.match(err, says);
  }
  const bad = await run('balance', '/nowhere');
  assert.equal(bad.status, 1);
  assert.match(bad.err, /entente check \/nowhere/);
  const help = await run('balance', '--help');
  assert.equal(help.status, 0);
  assert.match(help.out, /--temperament LIST/);
});

test('numbers as large as they may be harm no bot', async () => {
  const place = folder();
  const most = '9223372036854775807';
  const rules = JSON.parse(readFileSync(join(river, 'scenario.json'), 'utf8'));
  const vast = [
    ['wide', ({ clauses }) => Object.assign(clauses.water.terms.share, { min: '@-', max: '@', default: 0, step: 1 })],
    ['rich', ({ scores }) => Object.assign(scores.nor.items, { all: { label: 'All', points: `water.in_force ? ${most} : 0 - ${most}` } })],
    ['poor', ({ scores }) => Object.assign(scores.nor, { no_deal: `0 - ${most}` })],
  ];
  for (const [id, change] of vast) {
    const scenario = structuredClone(rules);
    scenario.id = id;
    change(scenario);
    const path = join(place.path, id);
    cpSync(join(river, 'briefings'), join(path, 'briefings'), { recursive: true });
    // JSON.stringify would round them.
    const text = JSON.stringify(scenario).replaceAll('"@-"', `-${most}`).replaceAll('"@"', most);
    writeFileSync(join(path, 'scenario.json'), text);
    const found = await balance('--games', '6', path);
    assert.equal(found.games, 6, id);
  }
  place.drop();
});

test('what cannot be written is no success', () => {
  const full = openSync('/dev/full', 'w');
  for (const args of [['balance', '--games', '2', river], ['balance', '--games', '2', '--json', river], ['explore', river], ['eval', '1'], ['--help']]) {
    const { status, stderr } = spawnSync(program, args, { stdio: ['ignore', full, 'pipe'], encoding: 'utf8' });
    assert.equal(status, 1, args.join(' '));
    assert.match(stderr, /cannot be written: No space left on device/);
  }
  closeSync(full);
});
