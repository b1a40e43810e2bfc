// Finished games as files: what is in them, whose it is, and that others can read them.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { rivers } from './river.mjs';
import { call, folder, run, start } from './server.mjs';

let server;
before(async () => {
  server = await start();
});
after(async () => {
  assert.deepEqual(await server.stop(), { status: 0, signal: null });
});

const { river, played } = rivers(() => server);

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
