// Table talk: tables of six at a real server, with a store on disk. One player amends a text (a
// clause, a value, an article of 120 characters), the rules check it, it is durable, all six have
// it; then it is the next one's turn. Beside it, in the same run, a bare epoll loop that sends as
// many bytes to as many sockets. talk.mjs --entente PROGRAM --broadcast PROGRAM [--tables N]
// [--seconds N] [--smoke] [--json]; tests/bench/run calls it.
import { parseArgs } from 'node:util';
import { must, newToken, ran, resident, rpc, service, start, wait } from './program.mjs';
import { open } from './wire.mjs';

const { values: options } = parseArgs({
  options: {
    entente: { type: 'string' },
    broadcast: { type: 'string' },
    pin: { type: 'string' },
    tables: { type: 'string', default: '160' },
    seconds: { type: 'string', default: '8' },
    smoke: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const parties = ['ukr', 'rus', 'usa', 'eu', 'gbr', 'deu'];
const tableCount = options.smoke ? 2 : Number(options.tables);
const seconds = Number(options.seconds);
const smokeMoves = 24; // a table; so few that nobody moves too often
const pause = 40; // milliseconds from one move of a table to the next: a seat may make five a second
const perExercise = 40;
const addressOf = (number) => `10.0.${number >> 8}.${number & 255}`;

/** Tables under way, every seat with its token; nobody is connected. */
async function makeTables(server, key) {
  const tables = [];
  for (let exercise = 0; tables.length < tableCount; exercise++) {
    const token = newToken();
    const address = `10.1.0.${exercise}`;
    const count = Math.min(perExercise, tableCount - tables.length);
    const made = await rpc(
      server,
      'exercise.create',
      { scenario: 'paris', edition: '', tables: count, untimed: true, token, create_key: key },
      address,
    );
    for (const { id } of made.tables) {
      const number = tables.length;
      const seats = [];
      for (const party of parties) {
        const own = newToken();
        const joined = await rpc(
          server,
          'exercise.join',
          { code: made.code, name: `${party} ${number}`, token: own, table: id, party },
          addressOf(number),
        );
        must(joined.party === party, `joined as ${joined.party}, not ${party}`);
        seats.push({ token: own });
      }
      tables.push({ id, number, seats });
    }
    await rpc(server, 'exercise.start', { key: 1 }, address, token);
    await rpc(server, 'exercise.advance', { key: 2 }, address, token);
  }
  return tables;
}

function ask(seat, method, params) {
  return new Promise((resolve) => {
    const before = seat.wire.heard;
    seat.wire.heard = (payload) => {
      const message = JSON.parse(payload);
      if (message.id === undefined) return;
      must(message.result, `${method}: ${payload}`);
      seat.wire.heard = before;
      resolve(message.result);
    };
    seat.wire.send(request(method, params));
  });
}

async function attach(server, table, seat) {
  seat.wire = await open(server.port, addressOf(table.number));
  const { next_key: key } = await ask(seat, 'attach', { token: seat.token });
  seat.key = key;
}

const clauses = (days) => [{ type: 'ceasefire', terms: { days } }];
const articles = (move) => [
  {
    text: `${String(move).padStart(6, '0')} ${'The Parties shall meet again in good faith. '.repeat(3)}`.slice(
      0,
      120,
    ),
  },
];

/**
 * Sends a command, and waits until `frames` have come to the table: a patch for each seat, and
 * where the program answers, an answer. Who is online is told too, and does not count.
 */
function say(table, seat, text, frames) {
  let missing = frames;
  let answer;
  return new Promise((resolve) => {
    const heard = (payload) => {
      const start = payload.toString('latin1', 0, 40);
      if (start.includes('"presence"')) return;
      must(!start.includes('"error"'), `refused: ${payload}`);
      if (start.includes('"result"')) answer = payload.toString();
      if (--missing === 0) resolve(answer && JSON.parse(answer).result);
    };
    for (const { wire } of table.seats) wire.heard = heard;
    seat.wire.send(text);
  });
}

const request = (method, params) => JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });

async function draft(table) {
  const [author] = table.seats;
  const params = {
    key: author.key++,
    kind: 'armistice',
    invite: parties,
    clauses: clauses(3),
    articles: articles(0),
  };
  const answer = await say(table, author, request('instrument.draft', params), parties.length + 1);
  Object.assign(table, { instrument: answer.instrument, version: 1 });
}

/** The move's command, as any of the two programs gets it. */
function amendment(table, seat, move) {
  const params = {
    key: seat.key++,
    instrument: table.instrument,
    version: table.version++,
    clauses: clauses(3 + 9 * (move % 4)),
    articles: articles(move),
  };
  return request('instrument.amend', params);
}

/** A table's moves, in turn, until that time; their latencies in milliseconds. How many there were. */
async function play(table, until, answered, latencies) {
  if (!options.smoke) await wait(Math.random() * pause);
  for (let move = 1; ; move++) {
    const seat = table.seats[move % parties.length];
    const sent = performance.now();
    await say(table, seat, amendment(table, seat, move), parties.length + (answered ? 1 : 0));
    const now = performance.now();
    latencies.push(now - sent);
    if (options.smoke ? move === smokeMoves : now >= until) return move;
    if (!options.smoke) await wait(Math.max(0, sent + pause - now));
  }
}

async function measure(server, tables, answered) {
  const latencies = [];
  const bytes = () =>
    tables.reduce(
      (sum, { seats }) => sum + seats.reduce((more, { wire }) => more + wire.socket.bytesRead, 0),
      0,
    );
  const before = { ran: ran(server), bytes: bytes(), at: performance.now() };
  const moves = await Promise.all(
    tables.map((table) => play(table, before.at + seconds * 1000, answered, latencies)),
  );
  const elapsed = (performance.now() - before.at) / 1000;
  const total = moves.reduce((sum, count) => sum + count, 0);
  const deliveries = total * parties.length;
  latencies.sort((a, b) => a - b);
  const microseconds = (ran(server) - before.ran) / deliveries;
  return {
    moves: total,
    movesPerSecond: total / elapsed,
    microseconds,
    movesPerCore: 1e6 / (microseconds * parties.length),
    bytes: (bytes() - before.bytes) / deliveries,
    median: latencies[latencies.length >> 1],
    p99: latencies[Math.floor(latencies.length * 0.99)],
  };
}

function leave(tables) {
  for (const { seats } of tables) for (const { wire } of seats) wire.socket.destroy();
}

/** The same bytes from the bare loop, to as many sockets. */
async function bare(payload) {
  const server = await start(
    options.broadcast,
    [String(Math.round(payload))],
    /^(\d+)\n/,
    options.pin,
  );
  const tables = [];
  for (let number = 0; number < tableCount; number++) {
    const seats = [];
    for (const _ of parties) {
      const wire = await open(server.port);
      await new Promise((resolve) => {
        wire.heard = resolve; // It is taken in: the program greets.
      });
      seats.push({ key: 1, wire });
    }
    tables.push({ seats, instrument: 'abcdefgh', version: 1 });
  }
  const answer = await measure(server, tables, false);
  leave(tables);
  await server.stop();
  return answer;
}

async function run() {
  const key = newToken();
  const serve = service(options.entente, key, options.pin);
  let opened = performance.now();
  let server = await serve();
  const empty = performance.now() - opened;
  const memory = [resident(server)];
  const tables = await makeTables(server, key);
  memory.push(resident(server));
  for (const table of tables) for (const seat of table.seats) await attach(server, table, seat);
  memory.push(resident(server));
  for (const table of tables) await draft(table);
  const talk = await measure(server, tables, true);
  memory.push(resident(server));
  leave(tables);
  await server.stop();
  const reference = await bare(talk.bytes - 4);
  // The server folds all its tables before it opens.
  opened = performance.now();
  server = await serve();
  const cold = (performance.now() - opened - empty) / tableCount;
  await server.stop();
  return {
    tables: tableCount,
    talk,
    bare: reference,
    cold,
    memory: {
      start: memory[0],
      table: (memory[1] - memory[0]) / tableCount,
      player: (memory[2] - memory[1]) / tableCount / parties.length,
      after: (memory[3] - memory[0]) / tableCount,
    },
  };
}

function print({ tables, talk, bare: reference, cold, memory }) {
  const say = (line) => process.stdout.write(`${line}\n`);
  const row = (name, { microseconds, movesPerCore, bytes, median, p99, movesPerSecond }) =>
    say(
      `${name.padEnd(12)}${microseconds.toFixed(2).padStart(14)}${movesPerCore.toFixed(0).padStart(15)}${bytes.toFixed(0).padStart(12)}` +
        `${movesPerSecond.toFixed(0).padStart(15)}${median.toFixed(2).padStart(12)}${p99.toFixed(2).padStart(10)}`,
    );
  say(`\nTable talk, ${tables} tables of six, ${seconds} seconds\n`);
  say('            us a delivery  moves/s a core  bytes each  moves/s asked   median ms    p99 ms');
  row('entente', talk);
  row('bare epoll', reference);
  say(
    `\nof the bare loop           ${(talk.microseconds / reference.microseconds).toFixed(2)} times the processor time`,
  );
  say(
    `memory                     ${memory.table.toFixed(1)} kB a table, ${memory.player.toFixed(1)} kB a player; after the talk ${memory.after.toFixed(1)} kB a table, all told`,
  );
  say(
    `a table is open again in   ${cold.toFixed(2)} ms after a start, with ${Math.round(talk.moves / tables)} moves`,
  );
}

const answers = await run();
if (options.json) process.stdout.write(`${JSON.stringify(answers)}\n`);
else if (options.smoke) process.stdout.write(`${answers.talk.moves} moves were heard by all six\n`);
else print(answers);
process.exit(0);
