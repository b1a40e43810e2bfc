// The description of the protocol and the running server say the same: every method, what it answers and refuses, every notification
// and view on the way through a whole game.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { unhurried } from '../patience.mjs';
import { connect, newToken } from './client.mjs';
import { asyncapi, methods, openapi, refusalTypes, schemas, wrong, wrongCall } from './described.mjs';
import { ask, call, folder, root, run, start } from './server.mjs';
import { follow } from './stream.mjs';

const place = folder();
let server;
/** What was asked and answered with a result: by method. */
const done = new Map();
/** The types that were refused for real. */
const refused = new Set();

before(async () => {
  const studio = join(place.path, 'studio');
  assert.equal((await run('new', studio)).status, 0);
  server = await start({ args: ['--studio', studio] });
});
after(async () => {
  assert.deepEqual(await server.stop(), { status: 0, signal: null });
  place.drop();
});

/** A connection whose every message is held against the description. `ask` wants a result, `no` a refusal of this type. */
async function person(token, more = {}, at = server) {
  const client = await connect(at);
  let heard = 0;
  const listen = () => {
    for (const message of client.told.slice(heard)) assert.deepEqual(wrong(message.method, message), []);
    heard = client.told.length;
    for (const [of, { view }] of Object.entries(client.views)) {
      assert.deepEqual(wrong(of === 'exercise' ? 'exerciseView' : 'tableView', view), []);
    }
  };
  const ask = unhurried(client.ask);
  const say = async (method, params) => {
    assert.deepEqual(wrongCall(method, params), [], `the test asks ${method} wrongly`);
    const answer = await ask(method, params);
    listen();
    return answer;
  };
  const me = { client, token, listen, until: client.until, views: client.views };
  me.ask = async (method, params = {}) => {
    const answer = await say(method, params);
    assert.equal(answer.error, undefined, `${method}: ${JSON.stringify(answer.error)}`);
    assert.deepEqual(wrong(`${method}.result`, answer), []);
    done.set(method, params);
    return answer;
  };
  me.no = async (type, method, params = {}) => {
    const { error } = await say(method, params);
    assert.equal(error?.data?.type, type, `${method}: ${JSON.stringify(error)}`);
    assert.deepEqual(wrong('error', error), []);
    refused.add(type);
  };
  if (token) {
    me.attached = await me.ask('attach', { token, ...more });
    me.you = me.attached.you;
  }
  return me;
}

/** A table of the river with a head for each side, an adviser in the north, the facilitator and a spectator. */
async function table(more = {}) {
  const token = newToken();
  const made = await call(server, 'exercise.create', { scenario: 'river', tables: 2, token, ...more });
  const [{ id }] = made.tables;
  const sit = async (name, party) => {
    const own = newToken();
    await call(server, 'exercise.join', { code: made.code, name, token: own, table: id, party });
    return person(own);
  };
  const north = await sit('Ana', 'nor');
  const south = await sit('Ben', 'sou');
  const adviser = await sit('Cleo', 'nor');
  const control = await person(token);
  return { ...made, id, north, south, adviser, control, token };
}
const water = (share) => ({ type: 'water', terms: { share } });
const treaty = { kind: 'treaty', invite: ['nor', 'sou'], clauses: [water(45)] };

test('the files are what they say they are, and the server hands them out', async () => {
  assert.deepEqual(await new Validator().validate(structuredClone(openapi)), { valid: true });
  const { schemas: versions } = createRequire(import.meta.url)('@asyncapi/specs');
  const check = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const { $schema, ...three } = structuredClone(versions['3.0.0']);
  delete three.definitions['http://json-schema.org/draft-07/schema']; // It is known already.
  check.validate(three, asyncapi);
  assert.deepEqual(check.errors ?? [], []);
  const names = JSON.stringify(asyncapi).matchAll(/openapi\.json#\/components\/schemas\/([\w.]+)/g);
  for (const [, name] of names) assert.ok(schemas[name], name);
  for (const [name, text] of Object.entries({ openapi, asyncapi })) {
    const { status, headers, text: served } = await ask(server, `/${name}.json`);
    assert.equal(status, 200, 'the client is built with them');
    assert.equal(headers['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(served), text);
  }
  assert.deepEqual(wrong('health', JSON.parse((await ask(server, '/healthz')).text)), []);
});

const source = (...path) => readFileSync(join(root, ...path), 'utf8');

test('every method of the server is described, and no other', async () => {
  const rows = source('server', 'host', 'method.c').matchAll(/^ {4}\{"([a-z.]+)", [A-Z_]+,/gm);
  assert.deepEqual([...rows].map(([, name]) => name).sort(), [...methods].sort());
  for (const method of methods) {
    assert.equal(schemas[method].properties.method.const, method);
    assert.ok(schemas[`${method}.result`], method);
    const { error } = await call(server, method, { no_such: 1 });
    assert.notEqual(error.code, -32601, method);
  }
  assert.equal((await call(server, 'no.such')).error.code, -32601);
  const used = source('web', 'methods.ts').matchAll(/^ {2}'?([a-z.]+)'?: \[/gm);
  for (const [, name] of used) assert.ok(methods.includes(name), `the client asks for ${name}`);
});

test('PROTOCOL.md has a row for each method with all its parameters, and each type of refusal', () => {
  const words = source('server', 'codec', 'PROTOCOL.md');
  const rows = new Map();
  for (const [, names, parameters] of words.matchAll(/^\| (`[^|]*?) \|((?:\\\||[^|])*)\|/gm)) {
    let family = '';
    for (const [, name] of names.matchAll(/`([a-z.]+)`/g)) {
      const whole = name.startsWith('.') ? family + name : name;
      family = whole.split('.')[0];
      rows.set(whole, `${rows.get(whole) ?? ''} ${parameters}`);
    }
  }
  for (const method of methods) {
    assert.ok(rows.has(method), `${method} has no row`);
    const { properties = {} } = schemas[method].properties.params;
    for (const name of Object.keys(properties)) {
      if (name === 'key') continue;
      const told = new RegExp(`\\b${name}\\b`).test(rows.get(method)) || /as exercise.schedule/.test(rows.get(method));
      assert.ok(told, `the row of ${method} lacks ${name}`);
    }
  }
  const types = [...words.split('## Refusal types')[1].matchAll(/`([a-z]+\.[a-z_]+)`/g)];
  assert.deepEqual(types.map(([, type]) => type).sort(), [...refusalTypes].sort());
});

test('every type of refusal that the code can emit is described, and no other', () => {
  const emitted = new Set();
  for (const room of ['game', 'codec', 'host']) {
    for (const file of readdirSync(join(root, 'server', room)).filter((name) => name.endsWith('.c'))) {
      const text = source('server', room, file)
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/^#include.*$/gm, '')
        .replace(/TEXT\("[^"]*"\)/g, '')
        .replace(/NAMED\("[^"]*"\)/g, '')
        .replace(/("[a-z]+\.[a-z_]+"), "[^"]*"/g, '$1'); // A path follows its type.
      for (const [, type] of text.matchAll(/"([a-z]+\.[a-z_]+)"/g)) emitted.add(type);
    }
  }
  const others = [...emitted].filter((type) => !refusalTypes.includes(type) && !methods.includes(type));
  assert.deepEqual(others.filter((name) => !/\.(csv|json|md|svg)$/.test(name)), []);
  assert.deepEqual(refusalTypes.filter((type) => !emitted.has(type)), []);
});

/** People choose, are grouped, ask and leave; bots come and go. */
async function peopleMove() {
  const { tables, south, adviser, control } = await table({ grouping: 'choice' });
  const away = south.you.person;
  await adviser.ask('seat.choose', { table: tables[1].id, party: 'nor', key: 1 });
  await adviser.ask('seat.ask', { text: 'Not this one.', key: 2 });
  const requests = ({ views }) => Object.values(views.exercise.view.requests);
  await control.until((client) => requests(client).length > 0);
  const [{ message }] = requests(control);
  await control.ask('request.settle', { message });
  await control.ask('roster.group', { how: 'even', who: 'all', key: 1 });
  await control.ask('roster.undo', { key: 2 });
  await control.ask('roster.plan', { list: 'name,room\nHal,2\nIda,Rom 2\n', try: false, key: 3 });
  await control.ask('bot.fill', { table: tables[1].id, party: 'sou', key: 4 });
  await control.ask('bot.release', { table: tables[1].id, party: 'sou', key: 5 });
  await control.ask('spectator.link', { token: newToken(), key: 6 });
  await south.client.close();
  await control.until(({ views }) => views.exercise.view.people[away].away_since);
  await control.ask('bot.standin', { person: away, on: true, signs: false, key: 7 });
  await control.ask('person.erase', { person: away, key: 8 });
  await adviser.ask('exercise.leave', { key: 3 });
  await adviser.client.closed;
}

test('a game through every method: what the server says is described', async () => {
  const anyone = await person();
  await anyone.ask('server.info');
  await anyone.ask('scenario.list');
  await anyone.ask('scenario.get', { scenario: 'paris', edition: '' });
  await anyone.ask('scenario.pack', { scenario: 'river', edition: '' });
  await anyone.ask('schedule.preview', { scenario: 'river', schedule: { minutes: { '*': 3 } }, joining: 5 });
  await anyone.ask('play.now', { scenario: 'river', party: 'sou', name: 'Eve', token: newToken() });
  const schedule = { bell: Date.now() + 3_600_000, debrief: 10 };
  const made = await anyone.ask('exercise.create', {
    scenario: 'river', edition: 'full', tables: 2, name: 'All of it', mode: 'online', calculator: true, advice: true, untimed: false,
    bots: false, keep: false, pace: 'live', schedule, grouping: 'even', anonymous: false, rotate_heads: true, notice: 'About a river.',
    token: newToken(),
  });
  await anyone.ask('exercise.join', { code: made.code, name: 'Fay', token: newToken(), table: made.tables[1].id, party: 'sou' });
  await anyone.ask('exercise.fate', { exercise: made.exercise });
  const room = newToken();
  await anyone.ask('room.hello', { room, name: 'Firefox, 360 × 740', socket: true });
  await anyone.ask('room.look', { room });
  await anyone.ask('studio.watch');
  await anyone.ask('studio.evaluate', { package: {} });

  await peopleMove();
  const { id, tables, north, south, adviser, control, spectator } = await table();
  const watcher = await person(spectator, { table: id });
  let key = 0;
  const does = (method, params = {}) => control.ask(method, { ...params, key: ++key });
  await does('exercise.schedule', { minutes: { talks: 6 }, debrief: 5, quiet: { from: '22:00', to: '07:00', offsets: [[0, 60]] } });
  await control.ask('table.attach', { table: id, as: 'nor' });
  await control.ask('table.attach', { table: id });
  assert.deepEqual((await control.ask('table.attach', { table: id, since: control.views[id].cursor })).patches, []);
  await control.ask('inject.foresee', { tables: [id] });
  await north.ask('brief.read', { key: 30 });
  await does('exercise.start');
  await does('exercise.extend', { minutes: 5, table: id });
  await does('exercise.pause', { table: id });
  await does('exercise.resume', { table: id });
  const asked = await north.ask('message.send', { to: 'control', text: 'May we?', key: 1 });
  await north.ask('message.send', { to: ['sou'], text: 'Shall we talk?', key: 2 });
  await does('request.claim', { table: id, message: asked.message });
  await does('request.settle', { table: id, message: asked.message });
  await does('message.send', { to: ['nor'], text: 'You may.', table: id });
  await does('exercise.advance', { table: id });

  const text = await north.ask('instrument.draft', {
    ...treaty, witnesses: [], articles: [{ text: 'In good faith.' }], takes_effect_if: ['honest'], suspended_while: [], key: 3,
  });
  const on = { instrument: text.instrument };
  const version = ({ views }) => views[id].view.instruments[on.instrument].version;
  await south.ask('message.send', { to: ['nor'], text: 'This one.', quote: { ...on, clause: { type: 'water' } }, key: 1 });
  await south.ask('instrument.bracket', { ...on, version: text.version, clauses: [{ type: 'water' }], articles: [], on: true, key: 2 });
  await south.ask('instrument.amend', { ...on, version: text.version, clauses: [water(50), { type: 'port', terms: { fee: 'half' } }, { type: 'status', key: 'island', terms: { regime: 'disputed' } }], takes_effect_if: [], suspended_while: [], key: 3 });
  await south.ask('instrument.bracket', { ...on, version: version(south), clauses: [{ type: 'water' }], articles: [], on: false, key: 20 });
  const second = await south.ask('instrument.draft', { ...treaty, key: 21 });
  await north.ask('instrument.link', { ...on, with: [second.instrument], key: 4 });
  await north.ask('instrument.link', { ...on, with: [], key: 5 });
  await north.ask('instrument.table', { ...on, key: 6 });
  await south.ask('instrument.leak', { instrument: second.instrument, key: 22 });
  await north.ask('instrument.decline', { instrument: second.instrument, key: 7 });
  await south.ask('instrument.withdraw', { instrument: second.instrument, key: 23 });
  await north.ask('instrument.open', { ...on, on: true, key: 8 });
  const sign = { ...on, version: version(south), reserve: [], override: true };
  await north.ask('instrument.sign', { ...sign, key: 9 });
  await north.ask('instrument.unsign', { ...on, key: 10 });
  await north.ask('instrument.sign', { ...sign, key: 27 });
  await does('signature.void', { table: id, ...on, party: 'nor', reason: 'A forged hand.' });
  await north.ask('score.evaluate', { assume: [on, { clauses: [{ type: 'gauge', terms: { access: 'free' } }] }] });
  await north.ask('plan.save', {
    aims: [Object.keys(north.views[id].view.scores.nor.items)[0]], terms: [water(40)], walk_away: 12, notes: 'Ask them first.', seen: 0, forget: 1,
    jobs: { [adviser.you.seat]: 'numbers' }, key: 31,
  });
  await south.ask('plan.save', { notes: 'Wait for them.', key: 28 });
  await south.ask('plan.save', { notes: 'Do not wait.', key: 29 });
  const hint = await adviser.ask('suggest.make', { kind: 'sign', ...on, text: 'It is worth it.', key: 3 });
  await adviser.ask('suggest.make', { kind: 'clause', clause: water(30), key: 4 });
  await north.ask('suggest.answer', { suggestion: hint.suggestion, on: true, key: 32 });
  await south.ask('advice.ask', on);
  await south.ask('advice.ask', {});
  await north.ask('powers.give', { seat: adviser.you.seat, on: true, key: 11 });
  await adviser.ask('instrument.sign', { ...sign, key: 1 });
  await south.ask('instrument.sign', { ...sign, reserve: [{ type: 'status', key: 'island' }], key: 24 });
  const invited = await does('control.invite', { name: 'Gil' });
  const gil = await person(invited.token);
  let hers = 0;
  const directs = (method, params) => gil.ask(method, { ...params, key: ++hers });
  await does('inject.fire', { inject: 'boat', table: id });
  await directs('inject.hold', { inject: 'drought', on: true, table: id });
  await directs('inject.compose', { title: 'A visit', text: 'Somebody comes.', to: ['nor'], effects: [{ set: 'tension', to: 31 }], table: id });
  await directs('variable.set', { name: 'nor.caught', value: false, reason: 'A mistake.', table: id });
  await directs('ruling.make', { text: 'So be it.', to: ['nor', 'sou'], effects: [{ set: 'tension', to: 20 }], table: id });
  await directs('moment.mark', { text: 'Here it turned.', table: id });
  const added = await north.ask('instruction.add', { that: 'tension < 90', else: 'Too tense.', key: 12 });
  await north.ask('instruction.remove', { id: added.id, key: 13 });
  for (const what of ['messages', 'versions', 'minutes']) {
    await north.ask('history.read', { what, ...(what === 'messages' ? { of: 'plenary' } : what === 'versions' ? { of: on.instrument } : {}), limit: 5 });
  }
  await control.ask('history.read', { what: 'minutes', table: id, as: 'sou', before: 3 });
  await north.ask('ready.set', { on: true, key: 14 });
  await south.ask('ready.set', { on: true, key: 25 });
  const phase = ({ views }) => views[id].view.clock.phase;
  while (phase(control) !== 'season') await does('exercise.advance', { table: id });
  await north.until((client) => phase(client) === 'season');
  await north.ask('decision.choose', { decision: 'conduct', option: 'bend', key: 15 });
  await south.ask('instrument.denounce', { ...on, key: 26 });
  await does('instrument.end', { table: id, ...on, reason: 'It is void.' });
  await north.ask('seat.head', { seat: adviser.you.seat, key: 28 });
  await does('seat.assign', { person: adviser.you.person, table: tables[1].id, party: 'sou', role: 'head' });
  await adviser.until(({ told }) => told.some(({ method }) => method === 'moved'));
  await does('seat.release', { person: adviser.you.person });
  await does('seat.link', { person: adviser.you.person });
  await adviser.client.closed;
  await does('exercise.end', { table: id });
  await north.no('debrief.closed', 'exercise.report');
  await north.no('debrief.closed', 'replay.moments');
  await control.ask('replay.view', { table: id, as: 'control', at: 9 });
  await does('debrief.open', { on: true, table: id });
  for (const params of [{}, { table: id }]) {
    await control.ask('exercise.report', params);
    await north.ask('exercise.report', params);
    await watcher.ask('exercise.report', params);
  }
  await south.ask('exercise.fork', { at: 8, party: 'sou', name: 'Ana', token: newToken(), key: 40 });
  await control.ask('exercise.fork', { table: id, at: 9, name: 'Again', bots: true, token: newToken() });
  await south.no('control.only', 'exercise.fork', { at: 8, token: newToken(), key: 41 });
  for (const format of ['csv', 'json', 'html']) await north.ask('exercise.export', { format });
  await control.ask('exercise.export', { format: 'csv', table: id });
  await north.ask('replay.moments', {});
  await watcher.ask('replay.moments', { table: id });
  await north.ask('replay.view', { as: 'sou', at: 12 });
  await north.ask('replay.view', { as: 'public' });
  await north.no('control.only', 'replay.view', { as: 'control' });
  await north.no('party.unknown', 'replay.view', { as: 'nowhere' });
  await north.no('table.unknown', 'replay.view', { table: tables[1].id });
  await does('control.remove', { controller: invited.controller });
  const game = await table({ tables: 1, listed: { people_min: 2, starts_at: Date.now() + 3_600_000 } });
  await game.north.until(({ views }) => views[game.id].view.clock.state === 'running');
  await game.north.ask('person.vote', { seat: game.south.you.seat, on: true, key: 1 });
  await game.adviser.ask('person.report', { seat: game.south.you.seat, text: 'Insults.', key: 1 });
  await game.control.ask('person.remove', { person: game.south.you.person, key: 1 });
  await anyone.ask('lobby.list');
  await anyone.no('person.removed', 'exercise.join', { code: game.code, name: 'Ben', token: game.south.token });
  await anyone.ask('exercise.create', { scenario: 'river', token: newToken(), listed: { people_min: 2, starts_at: Date.now() + 3_600_000 } });
  const doomed = await table({ name: 'In vain' });
  await doomed.control.ask('exercise.keep', { on: true, key: 1 });
  await doomed.control.ask('exercise.delete', { name: 'In vain', key: 2 });
  await doomed.south.client.closed;
  doomed.south.listen();
  await control.ask('table.detach', { table: id });
  const stream = await follow(server, control.token);
  const { stream: name, ...answer } = stream.attached;
  assert.equal(typeof name, 'string');
  assert.deepEqual(wrong('attach.result', answer), []);
  stream.close();
  for (const each of [north, south, adviser, control, watcher]) each.listen();
  assert.deepEqual(methods.filter((method) => !done.has(method)), [], 'every method was answered');
});

/** Every way to spoil a value: itself or a part of another type, one missing, one too many, a number out of bounds. */
function* spoiled(value) {
  for (const other of [null, true, 7, 'x', [], {}]) if (typeof other !== typeof value || typeof other === 'object') yield other;
  if (typeof value === 'number') yield* [-1, 2 ** 40];
  if (Array.isArray(value)) {
    for (const [at, part] of value.entries()) {
      for (const other of spoiled(part)) yield value.map((same, place) => (place === at ? other : same));
    }
  } else if (value && typeof value === 'object') {
    yield { ...value, no_such: 1 };
    for (const [name, part] of Object.entries(value)) {
      const { [name]: _, ...others } = value;
      yield others;
      for (const other of spoiled(part)) yield { ...value, [name]: other };
    }
  }
}

test('parameters that the description does not allow are refused', async () => {
  const tables = 30;
  const made = await call(server, 'exercise.create', { scenario: 'river', tables, token: newToken() });
  const seats = [];
  for (let at = 0; at < tables * 6; at++) {
    const token = newToken();
    const { table: own } = await call(server, 'exercise.join', { code: made.code, name: `N ${at}`, token });
    seats.push({ token, own });
  }
  const controls = [];
  for (let at = 0; at < 40; at++) {
    const token = newToken();
    const { tables: [own] } = await call(server, 'exercise.create', { scenario: 'river', token });
    await call(server, 'exercise.start', {}, token);
    controls.push({ token, own: own.id });
  }
  let turn = 0;
  const asker = (method) => {
    const who = schemas[method].description.split(/[ .,]/)[0];
    const pool = { Seats: seats, Heads: seats, People: seats, Control: controls, Any: seats }[who];
    turn++;
    return pool?.[turn % pool.length] ?? {};
  };
  const tried = new Map();
  for (const [method, params] of done) {
    for (const wish of spoiled(params)) {
      if (wrongCall(method, wish).length === 0) continue;
      const from = method.startsWith('studio.') ? {} : { 'x-forwarded-for': `203.0.113.${turn % 250}` };
      const { token, own } = asker(method);
      const asked = own && wish?.table === params.table && params.table ? { ...wish, table: own } : wish;
      const { error } = await unhurried(call)(server, method, asked, token, from);
      const what = `${method} ${JSON.stringify(wish)}: ${JSON.stringify(error)}`;
      assert.ok(error, what);
      assert.deepEqual(wrong('error', error), []);
      const envelope = error.code === -32602 && (wish === null || typeof wish !== 'object' || Array.isArray(wish));
      assert.ok(envelope || /^(parameter\.|token\.invalid|message\.to|package\.invalid|variable\.out_of_range)/.test(error.data?.type), what);
      refused.add(error.data?.type);
      tried.set(method, (tried.get(method) ?? 0) + 1);
    }
  }
  assert.deepEqual(methods.filter((method) => !tried.has(method)), []);
});

/** The types that take another scenario, another server or a fault to provoke: unit tests and other files here do. */
const elsewhere = [
  'seat.observer', 'seat.taken', 'clause.closed', 'clause.not_carried', 'clause.requires', 'party.not_open', 'instrument.signed',
  'denounce.not_bound', 'condition.not_allowed', 'instruction.limit', 'suggestion.limit', 'decision.not_asked', 'command.expired', 'command.unknown', 'limit.size',
  'store.failed', 'server.stopping', 'exercise.deleted',
];

test('what depends on the server is refused for real, too', async () => {
  const empty = folder();
  for (const [type, method, params, args] of [
    ['create.key', 'exercise.create', { scenario: 'river', token: newToken() }, ['--create-key', 'sesame']],
    ['studio.none', 'studio.watch', {}, []],
    ['studio.empty', 'studio.evaluate', { package: {} }, ['--studio', empty.path]],
  ]) {
    const other = await start({ args });
    await (await person(undefined, {}, other)).no(type, method, params);
    await other.stop();
  }
  empty.drop();
});

test('nearly every type of refusal, for real', async () => {
  const anyone = await person();
  const { code, id, control, north, south, adviser, spectator, token } = await table();
  let key = 0;
  await anyone.no('token.unknown', 'attach', { token: newToken() });
  await control.no('exercise.name', 'exercise.delete', { name: 'Another' });
  await anyone.no('token.invalid', 'exercise.join', { code, name: 'Ida', token });
  await anyone.no('code.unknown', 'exercise.join', { code: 'ZZZZZZ', name: 'Ida', token: newToken() });
  await anyone.no('scenario.unknown', 'scenario.get', { scenario: 'nowhere' });
  await anyone.no('edition.unknown', 'scenario.get', { scenario: 'river', edition: 'none' });
  await anyone.no('party.unknown', 'play.now', { party: 'none', token: newToken() });
  await anyone.no('table.unknown', 'attach', { token: spectator, table: 'none' });
  await anyone.no('package.invalid', 'studio.evaluate', { package: { nothing: {} } });
  await north.no('studio.only', 'studio.watch');
  await north.no('control.only', 'exercise.start', {});
  await control.no('seat.only', 'ready.set', { on: true });
  await control.no('person.unknown', 'seat.link', { person: 'nobody' });
  await north.no('vote.closed', 'person.vote', { seat: south.you.seat });
  await control.no('controller.unknown', 'control.remove', { controller: 'nobody' });
  await control.no('controller.first', 'control.remove', { controller: control.you.controller });
  await control.no('person.only', 'seat.ask');
  await control.no('roster.nothing', 'roster.undo');
  await control.no('person.present', 'bot.standin', { person: north.you.person });
  await north.no('choice.closed', 'seat.choose');
  const choosing = await table({ grouping: 'choice', anonymous: true });
  await choosing.control.no('exercise.anonymous', 'roster.plan', { list: 'Hal' });
  await choosing.control.ask('exercise.start');
  await choosing.north.no('table.begun', 'seat.choose');
  await control.no('request.unknown', 'request.claim', { table: id, message: 'none' });
  const released = await table();
  await released.control.ask('seat.release', { person: released.adviser.you.person });
  await released.adviser.no('seat.unknown', 'ready.set', { on: true });

  const says = { to: 'plenary', text: 'Hello.' };
  await north.no('game.not_started', 'message.send', says);
  await control.ask('exercise.start', { key: ++key });
  await north.no('phase.not_allowed', 'instrument.draft', treaty);
  const { message } = await south.ask('message.send', { to: 'control', text: 'One question.' });
  const { token: second } = await control.ask('control.invite', { name: 'Gil' });
  await control.ask('request.claim', { table: id, message });
  await (await person(second)).no('request.claimed', 'request.claim', { table: id, message });
  await control.ask('exercise.advance', { table: id, key: ++key });
  await control.ask('exercise.pause', { table: id, key: ++key });
  await north.no('game.paused', 'instrument.draft', treaty);
  await control.ask('exercise.resume', { table: id, key: ++key });

  const drafts = (type, more) => adviser.no(type, 'instrument.draft', { ...treaty, ...more });
  await drafts('clause.unknown', { clauses: [{ type: 'nothing', terms: {} }] });
  await drafts('clause.duplicate', { clauses: [water(40), water(50)] });
  await drafts('term.unknown', { clauses: [{ type: 'water', terms: { share: 40, price: 1 } }] });
  await drafts('term.missing', { clauses: [{ type: 'water', terms: {} }] });
  await drafts('term.out_of_range', { clauses: [water(99)] });
  await drafts('term.invalid', { clauses: [water('much')] });
  await drafts('party.too_few', { invite: ['nor'] });
  await drafts('condition.unknown', { takes_effect_if: ['never'] });
  await drafts('limit.clauses', { clauses: Array.from({ length: 101 }, () => water(40)) });
  await drafts('limit.articles', { articles: Array.from({ length: 101 }, () => ({ text: 'More.' })) });
  await adviser.no('message.empty', 'message.send', { ...says, text: ' ' });
  await adviser.no('message.too_long', 'message.send', { ...says, text: 'x'.repeat(2001) });
  await adviser.no('instrument.unknown', 'instrument.table', { instrument: 'none' });

  const draft = await north.ask('instrument.draft', treaty);
  const on = { instrument: draft.instrument };
  const sign = { ...on, version: draft.version };
  await adviser.no('seat.not_head', 'instrument.sign', sign);
  await south.no('version.stale', 'instrument.sign', { ...sign, version: 9 });
  await south.no('instrument.not_author', 'instrument.withdraw', on);
  await south.no('signature.none', 'instrument.unsign', on);
  await south.no('clause.not_severable', 'instrument.sign', { ...sign, reserve: [{ type: 'water' }] });
  await south.no('clause.not_held', 'instrument.bracket', { ...sign, clauses: [{ type: 'water' }], on: false });
  await south.no('denounce.not_allowed', 'instrument.denounce', on);
  await south.no('party.not_invited', 'message.send', { ...says, quote: on });
  await south.no('link.invalid', 'instrument.link', { ...on, with: [draft.instrument] });
  await south.no('decision.unknown', 'decision.choose', { decision: 'none', option: 'keep' });
  await south.no('option.unknown', 'decision.choose', { decision: 'conduct', option: 'none' });
  await south.no('aim.unknown', 'plan.save', { aims: ['nothing'] });
  await south.no('seat.not_adviser', 'suggest.make', { kind: 'decline', ...on });
  await south.no('suggestion.unknown', 'suggest.answer', { suggestion: 'none', on: true });
  await south.no('instruction.invalid', 'instruction.add', { that: '1 +', else: 'No.' });
  await south.ask('instruction.add', { that: 'water.share > 50', else: 'Too little water.' });
  await south.no('instruction.broken', 'instrument.sign', sign);
  await north.no('powers.invalid', 'powers.give', { seat: north.you.seat, on: true });
  await north.ask('instrument.table', on);
  await north.no('table.already', 'instrument.table', on);
  await south.ask('instrument.decline', on);
  await south.no('decline.already', 'instrument.decline', on);
  await north.ask('instrument.sign', sign);
  await north.no('signature.already', 'instrument.sign', sign);

  const other = await table({ calculator: false });
  await other.control.ask('exercise.start', {});
  await other.control.ask('exercise.advance', {});
  await other.north.no('calculator.off', 'score.evaluate', { assume: [] });
  await other.north.no('advice.off', 'advice.ask', {});
  const text = await other.north.ask('instrument.draft', treaty);
  const its = { instrument: text.instrument };
  const both = { ...its, version: text.version };
  await other.south.no('party.removed', 'instrument.amend', { ...both, clauses: [water(50)], invite: ['sou'] });
  await other.south.ask('instrument.bracket', { ...both, clauses: [{ type: 'water' }], on: true });
  await other.north.no('clause.bracketed', 'instrument.open', { ...its, on: true });
  const freed = await other.south.ask('instrument.bracket', { ...both, version: both.version + 1, clauses: [{ type: 'water' }], on: false });
  await other.north.ask('instrument.open', { ...its, on: true });
  await other.south.no('instrument.opened', 'instrument.amend', { ...both, clauses: [water(50)] });
  await other.south.ask('instrument.leak', its);
  await other.south.no('leak.already', 'instrument.leak', its);
  await other.north.ask('instrument.sign', { ...both, version: freed.version });
  await other.south.ask('instrument.sign', { ...both, version: freed.version });
  await other.north.no('instrument.in_force', 'instrument.withdraw', its);
  const gone = await other.north.ask('instrument.draft', treaty);
  await other.north.ask('instrument.withdraw', { instrument: gone.instrument });
  await other.south.no('instrument.ended', 'instrument.sign', { ...both, instrument: gone.instrument });
  const directs = (type, method, params) => other.control.no(type, method, { ...params, table: other.id });
  await directs('variable.unknown', 'variable.set', { name: 'nothing', value: 1, reason: 'x' });
  await directs('variable.out_of_range', 'variable.set', { name: 'tension', value: 500, reason: 'x' });
  await directs('inject.unknown', 'inject.fire', { inject: 'nothing' });
  await other.control.ask('inject.fire', { inject: 'boat', table: other.id });
  await directs('inject.once', 'inject.fire', { inject: 'boat' });
  await other.control.ask('exercise.end', {});
  await other.north.no('game.closed', 'instrument.draft', treaty);
  const paris = newToken();
  const { code: way } = await call(server, 'exercise.create', { scenario: 'paris', token: paris });
  const ukraine = newToken();
  await call(server, 'exercise.join', { code: way, name: 'Olena', token: ukraine, party: 'ukr' });
  const olena = await person(ukraine);
  const { decisions, phases } = await olena.ask('scenario.get');
  await call(server, 'exercise.start', {}, paris);
  const late = Object.keys(decisions).find((name) => decisions[name].phase !== phases.find(({ allows }) => allows.includes('decide')).id);
  const clock = () => olena.views[olena.you.table].view.clock;
  await olena.until(() => clock().state === 'running');
  while (!clock().allows.includes('decide')) {
    const { round, phase } = clock();
    await call(server, 'exercise.advance', {}, paris);
    await olena.until(() => clock().round !== round || clock().phase !== phase);
  }
  await olena.no('decision.closed', 'decision.choose', { decision: late, option: Object.keys(decisions[late].options)[0] });
  const burst = await Promise.all(Array.from({ length: 40 }, () => adviser.client.ask('ready.set', { on: 'no' })));
  const { error } = burst.find((answer) => answer.error.data.type === 'limit.rate');
  assert.deepEqual(wrong('error', error), []);
  refused.add('limit.rate');
  assert.deepEqual(refusalTypes.filter((type) => !refused.has(type)).sort(), [...elsewhere].sort());
});

test('the example, written from the description alone, plays', async () => {
  const { code, control } = await table();
  await control.ask('exercise.start', { key: 1 });
  const child = spawn(process.execPath, [join(root, 'server', 'codec', 'example.mjs'), server.url, code, 'Hal', 'Good morning.']);
  let out = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.pipe(process.stderr);
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  assert.match(out, /^[a-z]+: Good morning\.\n/m);
});
