// What the running server says and takes is what is described: every method, its answer, every notification and view on the way through a
// whole game; and nothing else is taken.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { unhurried } from '../patience.mjs';
import { newToken } from './client.mjs';
import { methods, schemas, wrong, wrongCall } from './described.mjs';
import { open, treaty, water } from './described.talk.mjs';
import { call } from './server.mjs';
import { follow } from './stream.mjs';

let server;
let person;
let table;
let done;
let refused;
let close;
before(async () => {
  ({ server, person, table, done, refused, close } = await open());
});
after(() => close?.());

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
  const [words] = Object.values(south.views[id].view.instruments[on.instrument].articles);
  await south.ask('message.send', { to: ['nor'], text: 'And this one.', quote: { ...on, article: words.id }, key: 19 });
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
  await north.ask('decision.foresee', { decision: 'conduct' });
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
