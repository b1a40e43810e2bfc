// A class: 40 tables and 300 people at one exercise of a real server, with a store on disk. At each
// table the delegates take turns: amend the text, speak to all, speak to one, sign. First nobody
// looks on, then a facilitator's page is attached, then that page is open in a browser: what it
// costs the server, what it is sent, what the browser's main thread does. class.mjs --entente
// PROGRAM [--chromium PROGRAM] [--tables N] [--people N] [--seconds N] [--smoke] [--json];
// tests/bench/run calls it.
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { must, newToken, ran, rpc, service, wait } from './program.mjs';
import { open } from './wire.mjs';

const { values: options } = parseArgs({
  options: {
    entente: { type: 'string' },
    chromium: { type: 'string' },
    pin: { type: 'string' },
    tables: { type: 'string', default: '40' },
    people: { type: 'string', default: '300' },
    seconds: { type: 'string', default: '10' },
    smoke: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const parties = ['ukr', 'rus', 'usa', 'fra', 'gbr', 'deu', 'eu', 'tur'];
const tableCount = options.smoke ? 2 : Number(options.tables);
const peopleCount = options.smoke ? 12 : Number(options.people);
const seconds = options.smoke ? 0.5 : Number(options.seconds);
const pause = 500; // milliseconds from one act of a table to the next
const addressOf = (number) => `10.0.0.${number}`;

/** An exercise under way; its people are spread evenly over the tables, one a delegation. */
async function makeClass(server, key) {
  const token = newToken();
  const made = await rpc(
    server,
    'exercise.create',
    { scenario: 'paris', edition: '', tables: tableCount, untimed: true, token, create_key: key },
    addressOf(0),
  );
  const tables = made.tables.map(({ id }, number) => ({ id, number, seats: [], turn: 0 }));
  for (let person = 0; person < peopleCount; person++) {
    const table = tables[person % tableCount];
    const own = newToken();
    const party = parties[table.seats.length];
    const name = `${party} ${person}`;
    const wish = { code: made.code, name, token: own, table: table.id, party };
    await rpc(server, 'exercise.join', wish, addressOf(table.number));
    table.seats.push({ token: own, party });
  }
  await rpc(server, 'exercise.start', { key: 1 }, addressOf(0), token);
  await rpc(server, 'exercise.advance', { key: 2 }, addressOf(0), token);
  return { exercise: made.exercise, token, tables };
}

/** A wire that knows which answer is to which question. */
async function attach(server, address, token) {
  const wire = await open(server.port, address);
  const waiting = new Map();
  let last = 0;
  wire.heard = (payload) => {
    if (!payload.toString('latin1', 0, 24).includes('"id"')) return;
    const { id, result, error } = JSON.parse(payload);
    must(result, `refused: ${JSON.stringify(error)}`);
    waiting.get(id)(result);
    waiting.delete(id);
  };
  const ask = (method, params) =>
    new Promise((resolve) => {
      waiting.set(++last, resolve);
      wire.send(JSON.stringify({ jsonrpc: '2.0', id: last, method, params }));
    });
  const { next_key: key } = await ask('attach', { token });
  return { wire, ask, key };
}

const clauses = (days) => [{ type: 'ceasefire', terms: { days } }];

async function draft(table) {
  const [author] = table.seats;
  const { instrument } = await author.ask('instrument.draft', {
    key: author.key++,
    kind: 'armistice',
    invite: parties,
    clauses: clauses(3),
  });
  Object.assign(table, { instrument, version: 1 });
}

/** What the one whose turn it is does. */
function act(table) {
  const { instrument, turn } = table;
  const seat = table.seats[turn % table.seats.length];
  const other = table.seats[(turn + 1) % table.seats.length].party;
  const round = Math.floor(turn / 4);
  table.turn++;
  const key = seat.key++;
  if (turn % 4 === 0) {
    const version = table.version++;
    const days = 3 + 9 * (round % 4);
    return seat.ask('instrument.amend', { key, instrument, version, clauses: clauses(days) });
  }
  if (turn % 4 === 3) return seat.ask('instrument.sign', { key, instrument, version: table.version });
  const to = turn % 4 === 1 ? 'plenary' : [other];
  return seat.ask('message.send', { key, to, text: `We could live with that, if you can. (${turn})` });
}

async function play(table, until) {
  let acts = 0;
  await wait(Math.random() * pause);
  while (performance.now() < until) {
    const next = performance.now() + pause;
    await act(table);
    acts++;
    await wait(Math.max(0, next - performance.now()));
  }
  return acts;
}

/** A while of play: acts, and the server's time for each. */
async function measure(server, { tables }) {
  const before = ran(server);
  const at = performance.now();
  const acts = await Promise.all(tables.map((table) => play(table, at + seconds * 1000)));
  const total = acts.reduce((sum, count) => sum + count, 0);
  const elapsed = (performance.now() - at) / 1000;
  const used = ran(server) - before;
  return { acts: total, perSecond: total / elapsed, microseconds: used / total, share: used / elapsed / 1e6 };
}

/** The facilitator's page in a browser: milliseconds of its main thread in each second. */
async function watched(server, { exercise, token }, during) {
  const require = createRequire(new URL('../browser/package.json', import.meta.url));
  const { chromium } = require('playwright-core');
  const browser = await chromium.launch({
    executablePath: options.chromium,
    args: ['--headless', '--no-sandbox', '--disable-gpu'],
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 860 } });
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  await page.goto(`http://127.0.0.1:${server.port}/t/${exercise}#${token}`);
  await page.locator('.rooms-glance').getByText(`Room ${tableCount}`, { exact: true }).waitFor();
  const read = async () =>
    Object.fromEntries(
      (await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value]),
    );
  const before = await read();
  const played = await during();
  const after = await read();
  await browser.close();
  const took = (name) =>
    ((after[name] - before[name]) * 1000) / (after.Timestamp - before.Timestamp);
  return {
    ...played,
    main: took('TaskDuration'),
    script: took('ScriptDuration'),
    layout: took('LayoutDuration') + took('RecalcStyleDuration'),
    heap: after.JSHeapUsedSize / 1e6,
  };
}

async function run() {
  const key = newToken();
  const server = await service(options.entente, key, options.pin)();
  const made = await makeClass(server, key);
  for (const table of made.tables) {
    for (const seat of table.seats) {
      Object.assign(seat, await attach(server, addressOf(table.number), seat.token));
    }
    await draft(table);
  }
  await wait(500); // What was told of the drafts is heard.
  const alone = await measure(server, made);
  const control = await attach(server, addressOf(0), made.token);
  const heard = () => control.wire.socket.bytesRead;
  const view = heard();
  const seen = await measure(server, made);
  seen.bytes = (heard() - view) / seen.acts;
  control.wire.socket.destroy();
  const page = options.chromium ? await watched(server, made, () => measure(server, made)) : undefined;
  for (const { seats } of made.tables) for (const { wire } of seats) wire.socket.destroy();
  await server.stop();
  return { tables: tableCount, people: peopleCount, view, alone, seen, page };
}

function print({ tables, people, view, alone, seen, page }) {
  const say = (line) => process.stdout.write(`${line}\n`);
  const row = (name, { perSecond, microseconds, share, bytes }) =>
    say(
      `${name.padEnd(26)}${perSecond.toFixed(0).padStart(8)}${microseconds.toFixed(0).padStart(12)}` +
        `${(100 * share).toFixed(1).padStart(12)}${(bytes?.toFixed(0) ?? '').padStart(14)}`,
    );
  say(`\nA class of ${tables} tables and ${people} people, ${seconds} seconds each\n`);
  say('                            acts/s   us an act  % of a core  bytes an act');
  row('nobody looks on', alone);
  row('a facilitator is attached', seen);
  if (page) row('and has the page open', page);
  say(`\nthe exercise's view        ${(view / 1000).toFixed(1)} kB`);
  if (page) {
    const ms = (value) => `${value.toFixed(1)} ms`;
    say(
      `the page, in each second   ${ms(page.main)} of the main thread: script ${ms(page.script)}, style and layout ${ms(page.layout)}; heap ${page.heap.toFixed(1)} MB`,
    );
  }
}

const answers = await run();
if (options.json) process.stdout.write(`${JSON.stringify(answers)}\n`);
else if (options.smoke) process.stdout.write(`${answers.alone.acts + answers.seen.acts} acts were answered\n`);
else print(answers);
process.exit(0);
