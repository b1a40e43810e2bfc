// The studio: who may see it, what it says of a scenario and its errors, what a package is worth to everybody, and that it sees
// what an editor does to the files.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect, newToken } from './client.mjs';
import { call, folder, run, start } from './server.mjs';

const place = folder();
const home = join(place.path, 'harbour');
const file = (name) => join(home, name);
const read = (name) => readFileSync(file(name), 'utf8');
const change = (name, from, to) => {
  const text = read(name);
  assert.ok(text.includes(from), from);
  writeFileSync(file(name), text.replace(from, to));
};
const elsewhere = { 'x-forwarded-for': '203.0.113.9' };
let server;
let author;

before(async () => {
  assert.equal((await run('new', home)).status, 0);
  server = await start({ args: ['--studio', home] });
  author = await connect(server);
});
after(async () => {
  await author.close();
  assert.deepEqual(await server.stop(), { status: 0, signal: null });
  place.drop();
});

const evaluate = (more) => call(server, 'studio.evaluate', { package: {}, ...more });
/** The newest state, once `wanted` is true of it. */
const until = (wanted) =>
  author.until(({ told }) => {
    const state = told.at(-1)?.params;
    return state && wanted(state) && state;
  });

test('watching shows the scenario whole', async () => {
  const state = await author.ask('studio.watch');
  assert.equal(state.folder, home);
  assert.equal(state.good, true);
  assert.deepEqual(state.diagnostics, []);
  assert.deepEqual(Object.keys(state.scenario.scores), ['hill', 'lake']);
  assert.match(state.scenario.briefings.parties.lake, /for your eyes only/);
  assert.equal(state.document.injects.storm.chance, '50');
  assert.deepEqual(state.limits.clauses, { used: 3, most: 256 });
  assert.deepEqual(state.languages, []);
});

test('a package is worth to each party what the command line says', async () => {
  const bundle = { rebuild: { share: 60 }, stalls: { days: 4 }, books: { how: 'open' } };
  const answer = await evaluate({ package: bundle });
  const { hill, lake } = answer.parties;
  assert.equal(hill.expected.now, hill.no_deal);
  for (const party of [hill, lake]) {
    for (const kind of [party.expected, party.points]) {
      const items = Object.values(kind.items);
      assert.equal(kind.then, items.reduce((sum, item) => sum + item.then, 0));
      assert.equal(kind.now, items.reduce((sum, item) => sum + item.now, 0));
    }
  }
  assert.deepEqual(hill.points.items.stalls, { now: 0, then: 20 });
  assert.deepEqual(hill.expected.items.stalls, { now: 0, then: 19 });
  assert.deepEqual(answer.changed, { trust: { now: 60, then: 95 } });
  assert.deepEqual(answer.clauses.stalls, { binds: ['lake'] });
  assert.deepEqual(answer.conditions, { honest: true });
  assert.equal(answer.outcome, 'bridge');
  assert.equal(answer.formulas.trust, 95);
  assert.deepEqual(answer.troubles, []);
});

test('what is not met is said: requirements, orders, conditions', async () => {
  const alone = await evaluate({ package: { books: { how: 'open' } } });
  assert.match(alone.clauses.books.requires, /no accounts to show/);
  const much = await evaluate({ package: { stalls: { days: 5 } }, takes_effect_if: ['honest'] });
  assert.match(much.parties.lake.mandate[0], /at most four days/);
  assert.equal(much.parties.hill.mandate, undefined);
});

test('variables may be other than they start', async () => {
  const built = { rebuild: { share: 60 } };
  const calm = await evaluate({ package: built });
  const storm = await evaluate({ package: built, variables: { ferry: false, 'hill.caught': true } });
  assert.equal(storm.variables.ferry, false);
  assert.deepEqual(storm.conditions, { honest: false });
  assert.ok(storm.parties.lake.points.then > calm.parties.lake.points.then);
  assert.equal(storm.parties.hill.points.items.word.now, -10);
});

test('what is no package is refused, all of it in words', async () => {
  for (const [params, type, words] of [
    [{}, 'parameter.missing', /package/],
    [{ package: [] }, 'package.invalid', /an object/],
    [{ package: { rebuilt: {} } }, 'package.invalid', /'rebuild'/],
    [{ package: { rebuild: {} } }, 'package.invalid', /rebuild\.share: This term is missing/],
    [{ package: { rebuild: { share: 65 }, stalls: { days: 9 } } }, 'package.invalid', /rebuild\.share.*stalls\.days/],
    [{ package: {}, takes_effect_if: ['hones'] }, 'condition.unknown', /honest/],
    [{ package: {}, variables: { mood: 101 } }, 'variable.out_of_range', /bounds/],
    [{ package: {}, variables: { mod: 1 } }, 'variable.unknown', /mood/],
    [{ package: {}, variables: [] }, 'parameter.invalid', /object/],
    [{ package: {}, else: 1 }, 'parameter.unknown', /./],
  ]) {
    const { error } = await call(server, 'studio.evaluate', params);
    assert.equal(error?.data.type, type, JSON.stringify(params));
    assert.match(error.message, words);
  }
});

test('an error is pushed with its place and its line; what was good stays, and is still played', async () => {
  change('scenario.json', '"start": 40', '"start": 400');
  // It may be read once while it is half written.
  const broken = await until((state) => state.diagnostics.some(({ path }) => path === 'variables.mood.start'));
  assert.equal(broken.good, false);
  assert.equal(broken.diagnostics.length, 1);
  const [wrong] = broken.diagnostics;
  assert.equal(wrong.severity, 'error');
  assert.equal(wrong.file, 'scenario.json');
  assert.ok(read('scenario.json').split('\n')[wrong.line - 1].includes('"start": 400'));
  assert.equal(wrong.source.slice(wrong.before).match(/^\d+/)?.[0], '400');
  assert.equal(broken.scenario.variables.mood.start, 40);
  assert.equal((await call(server, 'play.now', { scenario: 'harbour', token: newToken() })).party, 'hill');
  change('scenario.json', '"start": 400', '"start": 60');
  const mended = await until((state) => state.good);
  assert.equal(mended.scenario.variables.mood.start, 60);
  assert.equal((await evaluate()).variables.mood, 60);
});

test('a table under way keeps the text it began with', async () => {
  const token = newToken();
  const game = await call(server, 'play.now', { scenario: 'harbour', token });
  const before = await call(server, 'scenario.get', {}, token);
  change('scenario.json', '"title": "The Bridge"', '"title": "The Ferry"');
  await until((state) => state.scenario?.title === 'The Ferry');
  assert.deepEqual(await call(server, 'scenario.get', {}, token), before);
  const { scenarios } = await call(server, 'scenario.list');
  assert.equal(scenarios.find(({ id }) => id === 'harbour').title, 'The Ferry');
  const later = await call(server, 'play.now', { scenario: 'harbour', token: newToken() });
  assert.notEqual(later.exercise, game.exercise);
});

test('a briefing, one saved by renaming, and a new folder are all seen', async () => {
  change('briefings/lake.md', 'for your eyes only', 'for Laketown alone');
  await until((state) => /for Laketown alone/.test(state.scenario.briefings.parties.lake));
  writeFileSync(file('briefings/.common.md.swp'), '# By another way');
  renameSync(file('briefings/.common.md.swp'), file('briefings/common.md'));
  await until((state) => state.scenario.briefings.common === '# By another way');
  mkdirSync(file('locale'));
  writeFileSync(file('locale/fr.json'), '{"title": "Le bac", "parties.hill.name": "Les Hauts"}');
  const { languages } = await until((state) => state.languages.length > 0);
  assert.equal(languages[0].language, 'fr');
  assert.equal(languages[0].missing.length, languages[0].texts - 2);
  for (const path of ['summary', 'sources.0', 'agenda.market', 'clauses.books.terms.how.options.open', 'phases.1.title', 'instructions.lake.0.else', 'briefings/hill.md'])
    assert.ok(languages[0].missing.includes(path), path);
  writeFileSync(file('locale/fr.json'), '{"title": "Le bac"');
  await until((state) => state.diagnostics.some((item) => item.file === 'locale/fr.json'));
  rmSync(file('locale'), { recursive: true });
  await until((state) => state.good && state.languages.length === 0);
});

test('what the system tells nothing of is found all the same', async () => {
  // The file lies elsewhere, in a folder that nobody watches.
  const away = join(place.path, 'lake.md');
  writeFileSync(away, '# Kept elsewhere');
  rmSync(file('briefings/lake.md'));
  symlinkSync(away, file('briefings/lake.md'));
  await until((state) => state.scenario.briefings.parties.lake === '# Kept elsewhere');
  writeFileSync(away, '# Changed elsewhere');
  await until((state) => state.scenario.briefings.parties.lake === '# Changed elsewhere');
});

test('a folder that is moved away and back is seen again', async () => {
  renameSync(home, `${home}_away`);
  // Of the files that are read one after another some may be gone before it is.
  await until((state) => !state.good && /no such folder/.test(state.diagnostics[0]?.message));
  renameSync(`${home}_away`, home);
  await until((state) => state.good);
  change('scenario.json', '"The Ferry"', '"The Ford"');
  await until((state) => state.scenario?.title === 'The Ford');
});

test('a score that cannot be computed says why, and the rest is shown', async () => {
  change('scenario.json', '"points": "stalls.days * 5"', '"points": "100 / (stalls.days - 2)"');
  await until((state) => state.document?.scores.hill.items.stalls.points.startsWith('100'));
  const { troubles, parties } = await evaluate({ package: { stalls: { days: 2 } } });
  assert.deepEqual(troubles.map(({ path }) => path), ['scores.hill.items.stalls.points']);
  assert.match(troubles[0].text, /zero/);
  assert.equal(parties.hill.points.then, undefined);
  assert.equal(parties.hill.points.items.stalls.then, undefined);
  assert.equal(typeof parties.lake.points.then, 'number');
});

test('nobody at a table sees it, nor anybody elsewhere', async () => {
  const token = newToken();
  await call(server, 'play.now', { scenario: 'harbour', token });
  for (const method of ['studio.watch', 'studio.evaluate']) {
    const seated = await call(server, method, { package: {} }, token);
    assert.equal(seated.error.data.type, 'studio.only', method);
    const stranger = await call(server, method, { package: {} }, newToken());
    assert.equal(stranger.error.data.type, 'studio.only', method);
    const far = await call(server, method, { package: {} }, undefined, elsewhere);
    assert.equal(far.error.data.type, 'studio.only', method);
    const guess = await call(server, method, { create_key: '', package: {} }, undefined, elsewhere);
    assert.equal(guess.error.data.type, 'studio.only', method);
  }
  const player = await connect(server);
  await player.ask('attach', { token });
  assert.equal((await player.ask('studio.watch')).error.data.type, 'studio.only');
  await player.close();
});

test('with a key of the operator it is asked of everybody', async () => {
  const other = await start({ args: ['--studio', home, '--create-key', 'open sesame'] });
  assert.equal((await call(other, 'studio.watch')).error.data.type, 'studio.only');
  const watched = await call(other, 'studio.watch', { create_key: 'open sesame' }, undefined, elsewhere);
  assert.equal(watched.folder, home);
  await other.stop();
});

test('without --studio there is none; a folder that is none is said', async () => {
  const other = await start();
  assert.equal((await call(other, 'studio.watch')).error.data.type, 'studio.none');
  await other.stop();
  const { status, err } = await run('serve', '--studio', '/nowhere');
  assert.equal(status, 2);
  assert.match(err, /--studio \/nowhere: there is no such folder/);
});

test('a scenario that was never good is shown with its errors, and not played', async () => {
  const early = join(place.path, 'early');
  mkdirSync(early);
  writeFileSync(join(early, 'scenario.json'), '{"format": 1,');
  const other = await start({ args: ['--studio', early] });
  const state = await call(other, 'studio.watch');
  assert.equal(state.good, false);
  assert.equal(state.scenario, undefined);
  assert.ok(state.diagnostics.length > 0);
  assert.equal((await call(other, 'studio.evaluate', { package: {} })).error.data.type, 'studio.empty');
  assert.equal((await call(other, 'play.now', { scenario: 'early', token: newToken() })).error.data.type, 'scenario.unknown');
  await other.stop();
});
