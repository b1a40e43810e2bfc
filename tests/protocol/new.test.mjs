// `entente new`: what it writes is a scenario that the other verbs take, and it writes all of it or nothing.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { newToken } from './client.mjs';
import { call, fed, folder, program, run, start } from './server.mjs';

const place = folder();
const at = (...names) => join(place.path, ...names);
after(() => place.drop());

test('a new scenario passes check in silence, and its schema lies beside it', async () => {
  const made = await run('new', at('harbour'));
  assert.deepEqual([made.status, made.out], [0, '']);
  const checked = await run('check', at('harbour'));
  assert.equal(checked.status, 0);
  assert.match(checked.err, /^\S+: 0 errors, 0 warnings\n$/);
  const scenario = JSON.parse(readFileSync(at('harbour', 'scenario.json'), 'utf8'));
  assert.equal(scenario.id, 'harbour');
  const schema = JSON.parse(readFileSync(at('harbour', scenario.$schema), 'utf8'));
  assert.match(schema.$schema, /2020-12/);
  for (const file of Object.keys(scenario.parties).concat('common'))
    assert.ok(existsSync(at('harbour', 'briefings', `${file}.md`)));
  assert.doesNotMatch(readFileSync(at('harbour', 'README.md'), 'utf8'), /@ID@/);
});

test('it can be scored, and its play passes', async () => {
  const packages = ['{}', '{"rebuild":{"share":80},"stalls":{"days":4},"books":{"how":"open"}}'];
  const scored = await fed(packages.join('\n'), 'score', at('harbour'));
  const [nothing, deal] = scored.out.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(nothing.expected, nothing.no_deal);
  for (const party of ['hill', 'lake']) assert.ok(deal.expected[party] > deal.no_deal[party], party);
  const played = await run('play', at('harbour'), at('harbour', 'plays', 'agreement.json'));
  assert.equal(played.status, 0, played.out + played.err);
});

test('it can be served and played at once', async () => {
  const server = await start({ args: ['--scenarios', place.path] });
  const game = await call(server, 'play.now', { scenario: 'harbour', token: newToken() });
  assert.equal(game.party, 'hill');
  await server.stop();
});

test('an empty folder is as good as a new one, even from within', async () => {
  mkdirSync(at('empty'));
  const made = await new Promise((resolve) => {
    spawn(program, ['new', '.'], { cwd: at('empty') }).on('close', resolve);
  });
  assert.equal(made, 0);
  assert.equal((await run('check', at('empty'))).status, 0);
});

test('what stands in the way is left as it is, and said', async () => {
  mkdirSync(at('full'));
  writeFileSync(at('full', 'notes.txt'), 'mine');
  writeFileSync(at('file'), 'mine');
  for (const [name, words] of [
    ['full', /not empty/],
    ['file', /no folder/],
    ['nowhere/at_all', /No such file or directory/],
    ['file/below', /Not a directory/],
    ['Peace-Talks 2', /perhaps peace_talks_2\./],
    ['2nd', /perhaps nd\./],
    ['été', /no id/],
  ]) {
    const { status, err } = await run('new', at(name));
    assert.equal(status, 1, name);
    assert.match(err, words);
  }
  assert.deepEqual(readdirSync(at('full')), ['notes.txt']);
  assert.equal(readFileSync(at('file'), 'utf8'), 'mine');
  assert.deepEqual(readdirSync(place.path).sort(), ['empty', 'file', 'full', 'harbour']);
});

test('where the disk is full nothing is left behind', async () => {
  // No file may be longer than 8 KiB, which the schema is.
  const limited = `trap '' XFSZ; ulimit -f 8; exec "$0" new "$1"`;
  const tried = (where) =>
    new Promise((resolve) => {
      spawn('bash', ['-c', limited, program, where]).on('close', resolve);
    });
  assert.equal(await tried(at('cut')), 1);
  assert.equal(existsSync(at('cut')), false);
  mkdirSync(at('kept'));
  assert.equal(await tried(at('kept')), 1);
  assert.deepEqual(readdirSync(at('kept')), []);
});

test('wrong usage says how', async () => {
  for (const args of [[], ['a', 'b'], ['--json'], ['']]) {
    const { status, err } = await run('new', ...args);
    assert.equal(status, 2);
    assert.match(err, /^usage: entente new DIR/);
  }
  assert.match((await run('new', '--help')).out, /^usage: entente new DIR/);
});
