// Looking back: how a game went, and the game itself as it was at any moment through anybody's eyes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually, unhurried } from '../patience.mjs';
import { newToken } from './client.mjs';
import { call, folder, run, start } from './server.mjs';

let server;
before(async () => {
  server = await start();
});
after(async () => {
  assert.deepEqual(await server.stop(), { status: 0, signal: null });
});

/** A river without a clock, with a head for each side; `say` counts keys. */
async function river(more = {}) {
  const control = newToken();
  const made = await call(server, 'exercise.create', { scenario: 'river', edition: 'full', untimed: true, token: control, ...more });
  const [{ id }] = made.tables;
  const keys = new Map();
  const say = async (token, method, params = {}) => {
    const key = (keys.get(token) ?? 0) + 1;
    keys.set(token, key);
    const answer = await unhurried(call)(server, method, { ...params, key }, token);
    assert.equal(answer.error, undefined, `${method}: ${JSON.stringify(answer.error)}`);
    return answer;
  };
  const sit = async (name, party, table = id) => {
    const token = newToken();
    await call(server, 'exercise.join', { code: made.code, name, token, table, party });
    return token;
  };
  const north = await sit('Ana', 'nor');
  const south = await sit('Ben', 'sou');
  return { ...made, id, control, say, sit, north, south };
}

const water = (share) => ({ type: 'water', terms: { share } });
const until = async ({ say, control, id }, final) => {
  for (let turn = 0; turn < 40; turn++) {
    const { view } = await call(server, 'table.attach', { table: id }, control);
    if (final ? view.clock.final : view.clock.allows?.includes('sign')) return;
    await say(control, 'exercise.advance', { table: id });
  }
  assert.fail('the game does not get there');
};

/** North offers, South disputes, moves and signs; North signs; the season passes. */
async function played(more) {
  const game = await river(more);
  const { say, control, north, south, id } = game;
  await say(control, 'exercise.start');
  await until(game, false);
  await say(north, 'message.send', { to: ['sou'], text: 'Between us.' });
  await say(south, 'message.send', { to: 'control', text: 'I feel ill.' });
  const text = await say(north, 'instrument.draft', { kind: 'treaty', invite: ['nor', 'sou'], clauses: [water(60)] });
  await say(south, 'instrument.bracket', { ...text, clauses: [{ type: 'water' }], on: true });
  await say(south, 'instrument.bracket', { instrument: text.instrument, version: 2, clauses: [{ type: 'water' }], on: false });
  await say(south, 'instrument.amend', { instrument: text.instrument, version: 3, clauses: [water(40)] });
  const sign = { instrument: text.instrument, version: 4 };
  await say(south, 'instrument.sign', sign);
  await say(north, 'instrument.sign', sign);
  await say(control, 'moment.mark', { text: 'Here it turned.', table: id });
  await until(game, true);
  return { ...game, text: text.instrument };
}

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

/** RFC 4180, read strictly. */
function csv(text) {
  const rows = [[]];
  for (let at = 0; at < text.length; ) {
    let cell = '';
    if (text[at] === '"') {
      for (at++; text[at] !== '"' || text[at + 1] === '"'; at++) {
        assert.ok(at < text.length, 'a quote is not closed');
        if (text[at] === '"') at++;
        cell += text[at];
      }
      at++;
    } else {
      const end = /[,\r\n"]|$/.exec(text.slice(at)).index + at;
      cell = text.slice(at, end);
      at = end;
    }
    rows.at(-1).push(cell);
    if (text[at] === ',') {
      at++;
    } else {
      assert.equal(text.slice(at, at + 2), '\r\n');
      at += 2;
      rows.push([]);
    }
  }
  assert.deepEqual(rows.pop(), []);
  const [names, ...body] = rows;
  for (const row of body) assert.equal(row.length, names.length);
  return body.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]])));
}

const nasty = '=1+1, "so" <script>alert(1)</script>\nand Київ';

/** A game with words that no file may stumble over. */
async function spoken() {
  const game = await played({ name: 'Tom & <b>Jerry</b>' });
  const { say, north, south, control, id } = game;
  await say(north, 'message.send', { to: 'plenary', text: nasty });
  await say(south, 'message.send', { to: ['sou'], text: '@home' });
  await say(control, 'debrief.open', { on: true, table: id });
  return game;
}
const exported = async (token, format, table) => (await call(server, 'exercise.export', { format, ...(table && { table }) }, token)).files;

test('CSV has a row for each offer, score, message and decision', async () => {
  const { control, id } = await spoken();
  const files = await exported(control, 'csv');
  const report = await call(server, 'exercise.report', { table: id }, control);
  assert.deepEqual(Object.keys(files).sort(), ['decisions.csv', 'messages.csv', 'offers.csv', 'scores.csv']);
  const offers = csv(files['offers.csv']);
  assert.deepEqual(
    offers.map(({ version, party, value_nor, value_sou, clauses }) => [version, party, value_nor, value_sou, clauses]),
    report.offers.map(({ version, party, value, clauses }) => [`${version}`, party, `${value.nor}`, `${value.sou}`, `water share=${clauses[0].terms.share}`]),
  );
  assert.equal(new Date(offers[0].time).getTime(), Math.floor(report.offers[0].at / 1000) * 1000);
  const totals = csv(files['scores.csv']).filter(({ item }) => item === 'total');
  assert.deepEqual(totals.map(({ party, points, walking }) => [party, points, walking]),
    Object.entries(report.scores).map(([party, { total, walking }]) => [party, `${total}`, `${walking}`]));
  const texts = csv(files['messages.csv']).map(({ to, text }) => [to, text]);
  assert.deepEqual(texts, [['nor+sou', 'Between us.'], ['control:sou', 'I feel ill.'], ['plenary', `'${nasty}`], ['sou', "'@home"]]);
  const decisions = csv(files['decisions.csv']);
  assert.equal(decisions.length, report.choices.reduce((sum, { choices }) => sum + Object.keys(choices).length, 0));
  assert.ok(decisions.length > 0);
});

test('each exports what is theirs', async () => {
  const { control, north, south, spectator, say } = await spoken();
  const said = async (token) => csv((await exported(token, 'csv'))['messages.csv']).map(({ to }) => to);
  assert.deepEqual(await said(north), ['nor+sou', 'plenary']);
  assert.deepEqual(await said(south), ['nor+sou', 'control:sou', 'plenary', 'sou']);
  assert.deepEqual(await said(spectator), ['plenary']);
  const whole = JSON.parse((await exported(control, 'json'))['report.json']);
  const mine = JSON.parse((await exported(north, 'json'))['report.json']);
  assert.equal(whole.tables[0].marks.length, 1);
  assert.equal(Object.keys(whole.tables[0].seats).length, 2);
  assert.equal(mine.tables[0].marks, undefined);
  assert.equal(mine.tables[0].seats, undefined);
  assert.equal(mine.tables[0].mine.party, 'nor');
  assert.deepEqual(mine.tables[0].offers, whole.tables[0].offers);
  const refused = async (token, params) => (await call(server, 'exercise.export', params, token)).error.data.type;
  assert.equal(await refused(north, { format: 'pdf' }), 'parameter.invalid');
  assert.equal(await refused(north, {}), 'parameter.missing');
  assert.equal(await refused(control, { format: 'csv', table: 'none' }), 'table.unknown');
  await say(control, 'debrief.open', { on: false });
  for (const token of [north, spectator]) assert.equal(await refused(token, { format: 'csv' }), 'debrief.closed');
  const fresh = await river();
  assert.equal(await refused(fresh.control, { format: 'csv' }), 'debrief.closed');
});

test('the page needs nothing else, and escapes what people wrote', async () => {
  const { control } = await spoken();
  const page = (await exported(control, 'html'))['report.html'];
  assert.ok(page.startsWith('<!doctype html>') && page.trimEnd().endsWith('</html>'));
  assert.doesNotMatch(page, /<script|<b>Jerry|\b(?:src|href)=|url\(|@import/);
  assert.match(page, /Tom &amp; &lt;b&gt;Jerry/);
  assert.match(page, /<svg role="img" aria-label=/);
  for (const name of ['table', 'section', 'tr', 'td', 'th', 'svg', 'ol', 'li', 'h2', 'h3', 'p']) {
    assert.equal(page.match(new RegExp(`<${name}[ >]`, 'g')).length, page.match(new RegExp(`</${name}>`, 'g')).length, name);
  }
});

test('the command line exports the same from the file alone', async () => {
  const place = folder();
  const { control, id } = await spoken();
  const files = await exported(control, 'csv', id);
  const args = [server.store, '--table', id];
  assert.deepEqual(await run('export', ...args, '--csv', join(place.path, 'sheets')), { status: 0, out: '', err: '' });
  assert.deepEqual(readdirSync(join(place.path, 'sheets')).sort(), Object.keys(files).sort());
  for (const [name, text] of Object.entries(files)) {
    assert.equal(readFileSync(join(place.path, 'sheets', name), 'utf8'), text, name);
  }
  const { status, out } = await run('export', ...args, '--json');
  assert.equal(status, 0);
  const [line, ...more] = out.trimEnd().split('\n').map((text) => JSON.parse(text));
  assert.deepEqual(more, []);
  const { tables } = JSON.parse((await exported(control, 'json', id))['report.json']);
  assert.deepEqual(line.offers, tables[0].offers);
  assert.deepEqual(line.messages, tables[0].messages);
  assert.ok(line.left.moments.length > 0);
  const page = join(place.path, 'report.html');
  assert.equal((await run('export', `--html=${page}`, ...args)).status, 0);
  assert.match(readFileSync(page, 'utf8'), /The deal you left/);
  for (const wrong of [[], [server.store], [server.store, '--json', '--html', page], [server.store, '--odd'], [server.store, '--csv']]) {
    assert.equal((await run('export', ...wrong)).status, 2, wrong.join(' '));
  }
  assert.equal((await run('export', join(place.path, 'none'), '--json')).status, 1);
  assert.equal((await run('export', server.store, '--table', 'none', '--json')).status, 1);
  assert.equal((await run('export', ...args, '--html', join(place.path, 'no', 'such', 'folder.html'))).status, 1);
  place.drop();
});

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
