// Looking back: how a game went, and the game itself as it was at any moment through anybody’s eyes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { eventually } from '../patience.mjs';
import { rivers, water } from './river.mjs';
import { call, start } from './server.mjs';

let server;
before(async () => {
  server = await start();
});
after(async () => {
  assert.deepEqual(await server.stop(), { status: 0, signal: null });
});

const { river, until, played } = rivers(() => server);

test('before the debrief is open only control looks back', async () => {
  const game = await river();
  const { say, control, north, spectator, id } = game;
  await say(control, 'exercise.start');
  const refused = async (token, method, params, type) =>
    assert.equal((await call(server, method, params, token)).error?.data?.type, type, `${method} ${JSON.stringify(params)}`);
  for (const token of [north, spectator]) {
    await refused(token, 'exercise.report', {}, 'debrief.closed');
    await refused(token, 'exercise.report', { table: id }, 'debrief.closed');
    await refused(token, 'replay.moments', { table: id }, 'debrief.closed');
    await refused(token, 'replay.view', { table: id, at: 1 }, 'debrief.closed');
  }
  await refused(undefined, 'exercise.report', {}, 'token.unknown');
  await refused(control, 'exercise.report', { table: id }, 'debrief.closed');
  await refused(control, 'exercise.report', { table: 'none' }, 'table.unknown');
  assert.equal((await call(server, 'replay.moments', { table: id }, control)).moments[0].n, 2);
  await say(control, 'exercise.end');
  assert.ok((await call(server, 'exercise.report', { table: id }, control)).scores.nor);
  await refused(north, 'exercise.report', { table: id }, 'debrief.closed');
  await say(control, 'debrief.open', { on: true });
  assert.ok((await call(server, 'exercise.report', { table: id }, north)).scores.sou);
  await say(control, 'debrief.open', { on: false });
  await refused(north, 'exercise.report', { table: id }, 'debrief.closed');
});

test('offers, moves, disputes, signatures and promises are told as they came about', async () => {
  const { say, control, north, south, id, text } = await played();
  await say(control, 'debrief.open', { on: true });
  const report = await call(server, 'exercise.report', { table: id }, north);
  assert.deepEqual(report.offers.map(({ version, party, clauses }) => [version, party, clauses[0].terms.share]), [
    [1, 'nor', 60], [2, 'sou', 60], [3, 'sou', 60], [4, 'sou', 40],
  ]);
  const [first, , , last] = report.offers;
  assert.equal(report.moves.length, 1);
  const [move] = report.moves;
  assert.deepEqual([move.clause, move.party, move.change, move.terms], ['water', 'sou', 'changed', { share: { from: 60, to: 40 } }]);
  // A move alone gives what the offer after it is worth more than the one before.
  for (const party of ['nor', 'sou']) assert.equal(move.worth[party] ?? 0, last.value[party] - first.value[party], party);
  assert.notEqual(move.worth.sou, undefined);
  const [dispute] = report.disputes;
  assert.equal(report.disputes.length, 1);
  assert.deepEqual([dispute.clause, dispute.holder, dispute.instrument], ['water', 'sou', text]);
  assert.ok(dispute.until > dispute.n);
  assert.deepEqual(report.signatures.map(({ what, party, version }) => [what, party, version]), [['signed', 'sou', 4], ['signed', 'nor', 4]]);
  // What a signature was worth is what the offer was: nothing else had changed.
  for (const { party, value, today } of report.signatures) assert.deepEqual([value, today], [last.value[party], last.today[party]]);
  const [promise] = report.promises;
  assert.deepEqual([promise.clause, promise.terms, promise.binds, promise.state], ['water', { share: 40 }, ['nor'], 'kept']);
  assert.deepEqual([report.texts[text].status, report.texts[text].in_force], ['in_force', promise.n]);
  const learnt = report.known.filter(({ instrument }) => instrument === text);
  assert.deepEqual(learnt.map(({ how, to, public: all }) => [how, to ?? all]), [['drafted', ['nor', 'sou']], ['entered', true]]);
  assert.equal(report.marks, undefined);
  assert.equal(report.seats, undefined);
  assert.deepEqual([report.mine.party, report.mine.did.drafts, report.mine.did.messages, report.mine.did.signatures], ['nor', 1, 1, 1]);
  assert.equal(report.mine.questions.at(-1).id, 'result');
  assert.equal(report.mine.questions.at(-1).gain, report.scores.nor.total - report.scores.nor.walking);
  assert.equal(report.mine.card.agreements, 1);
  const whole = await call(server, 'exercise.report', { table: id }, control);
  assert.equal(whole.marks[0].text, 'Here it turned.');
  assert.deepEqual(Object.values(whole.seats).map(({ party }) => party).sort(), ['nor', 'sou']);
  assert.equal((await call(server, 'exercise.report', { table: id }, south)).mine.party, 'sou');
});

test('how it went does not depend on who asks, or how often', async () => {
  const { say, control, north, id } = await played();
  await say(control, 'debrief.open', { on: true });
  const { mine, ...once } = await call(server, 'exercise.report', { table: id }, north);
  assert.ok(mine);
  const asked = await Promise.all([...Array(8)].map(() => call(server, 'exercise.report', { table: id }, control)));
  for (const { seats, marks, ...again } of asked) assert.deepEqual(again, once);
});

test('a replay is the view as it was', async () => {
  const game = await river();
  const { say, control, north, south, id } = game;
  const seen = new Map();
  const look = async () => {
    const { last } = await call(server, 'replay.moments', { table: id }, control);
    const views = {};
    for (const as of ['nor', 'sou']) ({ view: views[as] } = await call(server, 'table.attach', { table: id, as }, control));
    seen.set(last, views);
  };
  await look();
  await say(control, 'exercise.start');
  await until(game, false);
  await look();
  await say(north, 'message.send', { to: ['sou'], text: 'Between us.' });
  await say(south, 'message.send', { to: 'control', text: 'I feel ill.' });
  await look();
  await say(north, 'instrument.draft', { kind: 'treaty', invite: ['nor', 'sou'], clauses: [water(60)] });
  await look();
  await say(control, 'exercise.end');
  await say(control, 'debrief.open', { on: true });
  assert.equal(seen.size, 4);
  for (const [at, views] of seen) {
    for (const as of ['nor', 'sou']) {
      const { view, n } = await call(server, 'replay.view', { table: id, as, at }, control);
      assert.equal(n, at);
      assert.deepEqual(view, views[as], `${as} at ${at}`);
    }
    // Through the other's eyes, but for what they told the facilitator.
    const { view } = await call(server, 'replay.view', { as: 'sou', at }, north);
    const { circles, ...rest } = view;
    const { circles: whole, ...same } = views.sou;
    const { 'control:sou': told, ...others } = whole ?? {};
    assert.deepEqual(rest, same);
    assert.deepEqual(circles ?? {}, others);
    assert.deepEqual((await call(server, 'replay.view', { at }, south)).view, views.sou);
  }
  assert.ok([...seen.values()].some(({ sou }) => sou.circles['control:sou']), 'something was there to be hidden');
  const { moments, last } = await call(server, 'replay.moments', {}, north);
  assert.deepEqual(moments.map(({ n }) => n), [...Array(last - 1)].map((_, at) => at + 2));
  assert.ok(moments.some(({ what, party }) => what.includes('drafted') && party === 'nor'));
  assert.ok(moments.some(({ phase, round }) => phase && round === 1));
});

test('tables are compared, each once its debrief is open', async () => {
  const game = await played({ tables: 2 });
  const { say, control, north, id, tables, sit } = game;
  const other = tables[1].id;
  const there = await sit('Cleo', 'nor', other);
  await say(control, 'inject.fire', { inject: 'boat', table: other });
  await say(control, 'exercise.end', { table: other });
  await say(control, 'debrief.open', { on: true, table: id });
  const mine = await call(server, 'exercise.report', {}, north);
  assert.deepEqual(Object.keys(mine.tables[other]).sort(), ['name', 'order']);
  assert.deepEqual(Object.keys(mine.tables[id].settled), ['water']);
  assert.equal((await call(server, 'exercise.report', {}, there)).error?.data?.type, 'debrief.closed');
  const all = await call(server, 'exercise.report', {}, control);
  assert.ok(all.tables[other].injects.includes('boat'));
  assert.deepEqual(all.tables[other].settled, {});
  await say(control, 'debrief.open', { on: true, table: other });
  assert.deepEqual((await call(server, 'exercise.report', {}, there)).tables, all.tables);
  const { error } = await call(server, 'exercise.report', { table: id }, there);
  assert.equal(error.data.type, 'table.unknown');
});

/** What comes when it is no longer pending, asked for now and then. */
const found = (ask, part) =>
  eventually(async () => {
    const answer = (await ask())[part];
    return !answer.pending && answer;
  }, 200);

test('the deal they left is found, better for who would sign it, and the same for all who ask', async () => {
  const { say, control, north, id } = await played();
  await say(control, 'debrief.open', { on: true });
  const left = await found(() => call(server, 'exercise.report', { table: id }, north), 'left');
  assert.ok(left.moments.length > 0, 'a share of 40 in return for nothing leaves something');
  const report = await call(server, 'exercise.report', { table: id }, north);
  for (const { texts, gains, n } of left.moments) {
    assert.deepEqual(texts.map(({ kind, invited }) => [kind, invited]), [['treaty', Object.keys(gains)]]);
    assert.ok(n > 1 && n < report.last);
    for (const [party, { deal, got, today, walking }] of Object.entries(gains)) {
      assert.equal(got, report.scores[party].total);
      assert.ok(deal > got && deal > today && deal > walking, party);
    }
  }
  assert.deepEqual((await call(server, 'exercise.report', { table: id }, control)).left, left);
});

test('what was possible has the frontier, and the solutions stand on it', async () => {
  const { say, control, north } = await played();
  await say(control, 'debrief.open', { on: true });
  const space = await found(() => call(server, 'exercise.report', {}, north), 'space');
  assert.equal(space.exact, true);
  const dominated = (one) =>
    space.frontier.some(({ gains }) => Object.keys(gains).every((id) => gains[id] >= one[id]) && Object.keys(gains).some((id) => gains[id] > one[id]));
  for (const { gains } of space.frontier) assert.ok(!dominated(gains));
  const { nash, kalai_smorodinsky: fair, utilitarian, egalitarian } = space.solutions;
  for (const { gains, clauses, proved } of [nash, fair, utilitarian, egalitarian]) {
    assert.ok(proved && clauses.length > 0 && !dominated(gains));
  }
  for (const { gains } of space.frontier) {
    if (Math.min(...Object.values(gains)) < 0) continue;
    assert.ok(gains.nor * gains.sou <= nash.gains.nor * nash.gains.sou);
    for (const party of ['nor', 'sou']) assert.ok(gains[party] <= space.ideals[party]);
  }
});
