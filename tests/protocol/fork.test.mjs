// A game that goes on from a moment of one that is over.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { join } from 'node:path';
import { newToken } from './client.mjs';
import { rivers, water } from './river.mjs';
import { call, folder, run, start } from './server.mjs';

let server;
before(async () => {
  server = await start();
});
after(async () => {
  assert.deepEqual(await server.stop(), { status: 0, signal: null });
});

const { played, river, until } = rivers(() => server);

test('a fork goes on from the moment, alone and whole, and is compared with the other', async () => {
  const { control, north, south, say, id, text, exercise } = await played();
  await say(control, 'debrief.open', { on: true });
  const other = await call(server, 'exercise.report', { table: id }, control);
  const { n } = other.offers[3]; // South has just asked for less; nobody has signed.
  const { view: then } = await call(server, 'replay.view', { table: id, as: 'control', at: n }, control);
  const token = newToken();
  const forked = await call(server, 'exercise.fork', { table: id, at: n, token, name: 'Again' }, control);
  assert.equal(forked.error, undefined, JSON.stringify(forked.error));
  const again = forked.tables[0].id;
  assert.deepEqual(await call(server, 'exercise.fork', { table: id, at: n, token, name: 'Again' }, control), forked);
  const seen = async (as) => (await call(server, 'table.attach', { table: again, ...(as && { as }) }, token)).view;
  const now = await seen();
  assert.deepEqual(now.instruments[text].clauses, then.instruments[text].clauses);
  assert.deepEqual([now.clock.state, now.clock.phase, now.clock.round], ['paused', then.clock.phase, then.clock.round]);
  assert.deepEqual(now.variables, then.variables);
  assert.deepEqual(Object.values(now.parties).map(({ seats }) => Object.keys(seats ?? {}).length), [0, 0]);
  // Other people, who sign the other way round; the first one may be deleted meanwhile.
  const sit = async (name, party) => {
    const own = newToken();
    const { error } = await call(server, 'exercise.join', { code: forked.code, name, token: own, table: again, party });
    assert.equal(error, undefined, JSON.stringify(error));
    return own;
  };
  const [nora, sam] = [await sit('Nora', 'nor'), await sit('Sam', 'sou')];
  const does = async (who, method, params) => {
    const answer = await call(server, method, params, who);
    assert.equal(answer.error, undefined, `${method}: ${JSON.stringify(answer.error)}`);
  };
  await does(control, 'exercise.delete', { name: 'The River', key: 90 });
  await does(token, 'exercise.resume', { key: 1 });
  await does(nora, 'instrument.sign', { instrument: text, version: 4, key: 1 });
  await does(sam, 'instrument.amend', { instrument: text, version: 4, clauses: [water(55)], key: 1 });
  await does(token, 'exercise.end', { key: 2 });
  const report = await call(server, 'exercise.report', { table: again }, token);
  assert.equal(report.error, undefined, JSON.stringify(report.error));
  assert.deepEqual(report.offers.slice(0, 4), other.offers);
  assert.equal(report.offers[4].clauses[0].terms.share, 55);
  const { table, n: from, name, scores, hash } = report.parent;
  assert.deepEqual([table, from, name], [id, n, 'Room 1']);
  assert.match(hash, /^[0-9a-f]{64}$/);
  assert.deepEqual(scores, Object.fromEntries(Object.entries(other.scores).map(([party, { total, walking }]) => [party, { total, walking }])));
  assert.deepEqual(report.promises, []);
  const { view: replayed } = await call(server, 'replay.view', { table: again, as: 'control', at: n }, token);
  assert.deepEqual(replayed.instruments, then.instruments);
  // Its own journal is the whole game, for the command line too.
  const { status, out } = await run('replay', server.store, '--table', again);
  assert.equal(status, 0);
  assert.equal(JSON.parse(out).entries, report.last);
  const at = await run('replay', server.store, '--table', again, '--at', `${n}`);
  assert.equal(JSON.parse(at.out).entries, n);
  assert.ok(exercise && north && south);
});

test('any facilitator forks, with a key of their own', async () => {
  const { control, say, id } = await played();
  await say(control, 'debrief.open', { on: true });
  const { offers } = await call(server, 'exercise.report', { table: id }, control);
  const { token: second } = await say(control, 'control.invite', { name: 'Gil' });
  for (const [who, key] of [[second, 1], [control, 1]]) {
    const params = { table: id, at: offers[0].n, token: newToken(), key };
    const forked = await call(server, 'exercise.fork', params, who);
    assert.ok(forked.code, JSON.stringify(forked));
    assert.deepEqual(await call(server, 'exercise.fork', params, who), forked);
    assert.equal((await call(server, 'attach', {}, params.token)).next_key, 1);
  }
});

test('who plays alone forks into a game against bots', async () => {
  const { control, north, say, id, text } = await played();
  await say(control, 'debrief.open', { on: true });
  const { offers } = await call(server, 'exercise.report', { table: id }, control);
  const token = newToken();
  const made = await call(server, 'exercise.fork', { at: offers[0].n, party: 'sou', name: 'Ana', token }, north);
  assert.equal(made.party, 'sou');
  const { view, next_key: key } = await call(server, 'attach', {}, token);
  assert.deepEqual([view.clock.state, view.clock.deadline, view.instruments[text].version], ['running', undefined, 1]);
  const seats = Object.fromEntries(Object.entries(view.parties).map(([party, { seats }]) => [party, Object.values(seats)]));
  assert.deepEqual(seats.nor.map(({ automatic }) => automatic), [true]);
  assert.deepEqual(seats.sou.map(({ role, automatic }) => [role, automatic]), [['head', undefined]]);
  assert.equal((await call(server, 'instrument.decline', { instrument: text, key }, token)).error, undefined);
});

test('who plays alone has no clock, also from a moment when it stood still', async () => {
  const { say, control, north, id } = await river({ untimed: false });
  await say(control, 'exercise.start');
  await until({ say, control, id }, false);
  await say(control, 'exercise.pause');
  await say(control, 'exercise.resume');
  await say(control, 'exercise.end');
  await say(control, 'debrief.open', { on: true });
  const { moments } = await call(server, 'replay.moments', {}, north);
  for (const what of ['paused', 'resumed']) {
    const { n } = moments.find((moment) => moment.what.includes(what));
    const token = newToken();
    assert.equal((await call(server, 'exercise.fork', { at: n, party: 'nor', name: 'Ana', token }, north)).party, 'nor');
    const { view } = await call(server, 'attach', {}, token);
    assert.deepEqual([view.clock.state, view.clock.deadline], ['running', undefined], what);
  }
});

test('what was written to the facilitator, and answered, stays behind in a fork', async () => {
  const { control, north, south, say, id } = await played();
  await say(south, 'message.send', { to: ['sou'], text: 'Among us.' });
  await say(control, 'message.send', { to: ['sou'], text: 'Get well.', table: id });
  await say(north, 'message.send', { to: 'plenary', text: 'Well done.' });
  await say(control, 'debrief.open', { on: true });
  const { moments } = await call(server, 'replay.moments', { table: id }, control);
  const opened = moments.findLast(({ what }) => what.includes('phase_opened'));
  const at = opened.n - 1;
  const whole = await call(server, 'replay.view', { table: id, as: 'control', at }, control);
  const heard = (view) => Object.values(view.circles).flatMap(({ messages }) => Object.values(messages).map(({ text }) => text));
  assert.ok(heard(whole.view).includes('I feel ill.'), 'something was there to be left behind');
  const alone = newToken();
  assert.equal((await call(server, 'exercise.fork', { at, party: 'sou', name: 'Ana', token: alone }, north)).party, 'sou');
  const token = newToken();
  const { code, tables } = await call(server, 'exercise.fork', { table: id, at, token }, control);
  const sam = newToken();
  assert.equal((await call(server, 'exercise.join', { code, name: 'Sam', token: sam, party: 'sou' })).error, undefined);
  const seen = [
    (await call(server, 'attach', {}, alone)).view,
    (await call(server, 'attach', {}, sam)).view,
    (await call(server, 'table.attach', { table: tables[0].id }, token)).view,
    (await call(server, 'replay.view', { table: tables[0].id, as: 'control', at }, token)).view,
  ];
  for (const view of seen) {
    assert.ok(!JSON.stringify(view).includes('I feel ill.'));
    assert.deepEqual(heard(view), ['Between us.']);
    assert.deepEqual(Object.keys(view.circles).filter((circle) => circle.startsWith('control:')), []);
  }
  // The other game is named by the state that it had.
  const { out } = await run('replay', server.store, '--table', id, '--at', `${at}`);
  await call(server, 'exercise.end', { key: 1 }, token);
  const { parent } = await call(server, 'exercise.report', { table: tables[0].id }, token);
  assert.equal(parent.hash, JSON.parse(out).hash);
});

test('who has no seat looks back at nothing', async () => {
  const { code, control, north, say, id } = await played();
  await say(control, 'roster.group', { how: 'hand', who: 'waiting' });
  const stray = newToken();
  assert.equal((await call(server, 'exercise.join', { code, name: 'Stray', token: stray })).error, undefined);
  await say(control, 'debrief.open', { on: true });
  const refused = async (method, params) =>
    assert.equal((await call(server, method, params, stray)).error?.data?.type, 'seat.unknown', `${method} ${JSON.stringify(params)}`);
  for (const table of [{}, { table: id }]) {
    await refused('replay.moments', table);
    await refused('replay.view', table);
    await refused('replay.view', { ...table, as: 'nor' });
    await refused('exercise.export', { ...table, format: 'csv' });
    await refused('exercise.fork', { ...table, at: 5, party: 'sou', token: newToken() });
  }
  await refused('exercise.report', { table: id });
  assert.equal((await call(server, 'exercise.report', {}, stray)).error.data.type, 'debrief.closed');
  assert.ok((await call(server, 'replay.view', {}, north)).view);
});

test('a fork is refused where it cannot be', async () => {
  const { control, north, spectator, say, id } = await played();
  const refused = async (token, params) => (await call(server, 'exercise.fork', { token: newToken(), ...params }, token)).error?.data?.type;
  assert.equal(await refused(north, { at: 5, party: 'sou' }), 'debrief.closed');
  await say(control, 'debrief.open', { on: true });
  const { last } = await call(server, 'exercise.report', { table: id }, control);
  assert.equal(await refused(north, { at: 5 }), 'control.only');
  assert.equal(await refused(spectator, { at: 5 }), 'control.only');
  assert.equal(await refused(north, { at: 5, party: 'nowhere' }), 'party.unknown');
  assert.equal(await refused(north, { party: 'sou' }), 'parameter.missing');
  assert.equal(await refused(north, { at: 5, party: 'sou', token: 'short' }), 'token.invalid');
  assert.equal(await refused(control, { table: id, at: 5, token: north }), 'token.invalid');
  // Nothing would be made with a token that has its place already.
  assert.equal(await refused(control, { table: id, at: 5, token: control }), 'token.invalid');
  assert.equal(await refused(north, { at: 5, party: 'sou', token: north }), 'token.invalid');
  assert.equal((await call(server, 'play.now', { scenario: 'river', token: north })).error.data.type, 'token.invalid');
  const taken = newToken();
  assert.equal((await call(server, 'exercise.fork', { at: 5, party: 'sou', token: taken }, north)).party, 'sou');
  assert.equal((await call(server, 'exercise.fork', { at: 5, party: 'sou', token: taken }, north)).party, 'sou');
  assert.equal(await refused(north, { at: 6, party: 'sou', token: taken }), 'token.invalid');
  assert.equal((await call(server, 'play.now', { scenario: 'river', token: taken })).error.data.type, 'token.invalid');
  assert.equal(await refused(control, { table: id, at: last }), 'parameter.invalid');
  assert.equal(await refused(control, { table: id, at: 2 }), 'parameter.invalid');
  for (const [at, message] of [[0, 'A number from 1 on belongs here.'], [last + 1, `A moment from 1 to ${last} belongs here.`]]) {
    const { error } = await call(server, 'exercise.fork', { table: id, at, token: newToken() }, control);
    assert.deepEqual([error.data.type, error.data.path, error.message], ['parameter.invalid', 'at', message]);
  }
  assert.equal(await refused(control, { table: id, at: 5, name: 'x'.repeat(81) }), 'parameter.invalid');
  assert.equal(await refused(control, { table: 'none', at: 5 }), 'table.unknown');
});

test('a fork comes back after a restart', async () => {
  const place = folder();
  const store = join(place.path, 'entente.sqlite');
  const first = await start({ store });
  const before = server;
  server = first;
  const { control, say, id, text } = await played();
  await say(control, 'debrief.open', { on: true });
  const { offers } = await call(first, 'exercise.report', { table: id }, control);
  const token = newToken();
  const forked = await call(first, 'exercise.fork', { table: id, at: offers[3].n, token, bots: true }, control);
  const again = forked.tables[0].id;
  await call(first, 'moment.mark', { text: 'Begun again.', key: 1 }, token);
  const look = async (at) => (await call(at, 'table.attach', { table: again }, token)).view;
  const once = await look(first);
  assert.ok(once.instruments[text]);
  await first.stop();
  const second = await start({ store });
  assert.deepEqual(await look(second), once);
  assert.equal((await call(second, 'moment.mark', { text: 'And on.', key: 2 }, token)).error, undefined);
  assert.equal((await look(second)).control.marks.length, once.control.marks.length + 1);
  await second.stop();
  server = before;
  place.drop();
});
