import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { after, before, test } from 'node:test';
import { connect, newToken } from './client.mjs';
import { call, folder, run, start } from './server.mjs';

const place = folder();
const store = join(place.path, 'entente.sqlite');
const hashes = new Map(); // table -> what the server said of it when it stopped
const tables = [];

const lines = (out) => out.trimEnd().split('\n').map((line) => JSON.parse(line));

/** Two tables of river, each with somebody who said something. */
before(async () => {
  const server = await start({ store });
  for (const name of ['Ana', 'Boris']) {
    const token = newToken();
    const { table } = await call(server, 'play.now', { scenario: 'river', name, token });
    const client = await connect(server);
    const { next_key, you } = await client.ask('attach', { token });
    tables.push(you?.table ?? table);
    await client.ask('message.send', { key: next_key, to: 'plenary', text: `Good morning from ${name}.` });
    if (name === 'Boris') continue;
    // A server that is running may be looked at: what was answered is there.
    const live = await run('replay', store);
    assert.equal(live.status, 0, live.err);
    assert.equal(lines(live.out).length, 1);
  }
  await server.stop();
  for (const [, table, entry, hash] of server.log.matchAll(/table (\S+) stands at entry (\d+), its state is (\w+)/g))
    hashes.set(table, { entry: Number(entry), hash });
});

after(() => place.drop());

test('each table is a line, with the hash that the server told when it stopped', async () => {
  const files = readdirSync(place.path);
  const { status, out } = await run('replay', store);
  assert.equal(status, 0);
  const found = lines(out);
  assert.deepEqual(found.map(({ table }) => table), [...tables].sort());
  for (const line of found) {
    assert.match(line.hash, /^[0-9a-f]{64}$/);
    assert.deepEqual({ entry: line.entries, hash: line.hash }, hashes.get(line.table));
    assert.equal(line.scenario, 'river');
  }
  assert.deepEqual(readdirSync(place.path), files); // It leaves nothing behind.
  const [one] = lines((await run('replay', '--table', tables[0], store)).out);
  assert.deepEqual(one, found.find(({ table }) => table === tables[0]));
});

test('the record is every entry as it is stored, and --at is how it was', async () => {
  const { status, out } = await run('replay', '--record', `--table=${tables[0]}`, store);
  assert.equal(status, 0);
  const record = lines(out);
  assert.deepEqual(record.map(({ seq }) => seq), record.map((_, index) => index + 1));
  assert.equal(record.length, hashes.get(tables[0]).entry);
  assert.equal(record[0].scenario, 'river');
  const at = record.findIndex(({ events }) => events?.some(({ text }) => text === 'Good morning from Ana.'));
  assert.ok(at > 0);
  const seen = async (entry) =>
    (await run('replay', '--table', tables[0], '--at', String(entry), '--as', 'spectator', store)).out;
  assert.doesNotMatch(await seen(at), /Good morning/);
  assert.match(await seen(at + 1), /Good morning from Ana/);
  const whole = await run('replay', '--table', tables[0], '--at', String(record.length), store);
  assert.equal(lines(whole.out)[0].hash, hashes.get(tables[0]).hash);
  const shorter = await run('replay', '--table', tables[0], '--at', String(at), store);
  assert.notEqual(lines(shorter.out)[0].hash, hashes.get(tables[0]).hash);
});

test('a view is of a party, of spectators or of control', async () => {
  for (const viewer of ['nor', 'sou', 'spectator', 'control']) {
    const { status, out } = await run('replay', '--table', tables[0], '--as', viewer, store);
    assert.equal(status, 0);
    const [seen] = lines(out);
    assert.ok(seen.clock);
    assert.equal(Boolean(seen.scores?.nor), viewer === 'nor' || viewer === 'control', viewer);
  }
});

test('what is wrongly asked ends with 2, what is no store or is damaged with 1, each in words', async () => {
  const words = join(place.path, 'words.txt');
  const empty = join(place.path, 'empty');
  const damaged = join(place.path, 'damaged.sqlite');
  writeFileSync(words, 'Not a store at all. '.repeat(100));
  writeFileSync(empty, '');
  const bytes = readFileSync(store);
  const at = bytes.indexOf('Good morning from Ana');
  assert.ok(at > 0);
  bytes.write('"', at); // The sentence ends where it began.
  writeFileSync(damaged, bytes);
  const bad = [
    [[], 2, /usage/],
    [[store, store], 2, /one journal/],
    [['--records', store], 2, /no option '--records'/],
    [['--at', '0', store], 2, /from 1/],
    [['--at', 'x', store], 2, /from 1/],
    [['--at'], 2, /lacks its value/],
    [['--record', '--as', 'nor', '--table', tables[0], store], 2, /at most one/],
    [['--record', store], 2, new RegExp(`${[...tables].sort().join('\\n')}`)],
    [['--as', 'xyz', '--table', tables[0], store], 2, /'xyz' is no viewer.*nor, sou/],
    [['--at', '99999', '--table', tables[0], store], 2, /only \d+ entries/],
    [['--table', 'nothing', store], 1, /no such table/],
    [[join(place.path, 'none.sqlite')], 1, /none\.sqlite/],
    [[words], 1, /words\.txt/],
    [[empty], 1, /empty/],
    [[damaged], 1, new RegExp(`table ${tables[0]}: entry \\d+ cannot be read`)],
  ];
  for (const [args, status, said] of bad) {
    const end = await run('replay', ...args);
    assert.equal(end.status, status, `${args.join(' ')}: ${end.err}`);
    assert.match(end.err, said);
  }
  // The other table of a damaged store is told all the same.
  const rest = lines((await run('replay', damaged)).out);
  assert.deepEqual(rest.map(({ hash }) => hash), [hashes.get(tables[1]).hash]);
  assert.ok(!readdirSync(dirname(store)).includes(basename(join(place.path, 'none.sqlite'))));
});
