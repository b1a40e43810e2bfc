// The rules' speed, beside the same scores in JavaScript: rules.mjs --rules PROGRAM --entente
// PROGRAM [--smoke] [--json]. tests/bench/run calls it. With --smoke everything is done once, over
// few packages: what is compared must be equal, the times mean nothing.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { layoutOf, makePackages } from './packages.mjs';

const { values: options } = parseArgs({
  options: {
    rules: { type: 'string' },
    entente: { type: 'string' },
    smoke: { type: 'boolean' },
    json: { type: 'boolean' },
  },
});
const folder = join(
  import.meta.dirname ?? new URL('.', import.meta.url).pathname,
  '../../rules/scenarios/paris',
);
const scenario = JSON.parse(readFileSync(join(folder, 'scenario.json'), 'utf8'));
const count = options.smoke ? 512 : 16384;
const samples = options.smoke ? 1 : 15;
const enough = options.smoke ? 0 : 20_000; // microseconds a sample

const median = (numbers) => numbers[Math.floor(numbers.length / 2)];
const sorted = (numbers) => [...numbers].sort((a, b) => a - b);
const spent = () => {
  const { user, system } = process.cpuUsage();
  return user + system;
};

/** Nanoseconds of processor time that one of `things` takes. */
function measure(things, call) {
  const found = [];
  for (let sample = 0; sample < samples; sample++) {
    const start = spent();
    let calls = 0;
    do {
      call();
      calls++;
    } while (spent() - start < enough);
    found.push(((spent() - start) * 1000) / calls / things);
  }
  return { best: Math.min(...found), median: median(sorted(found)) };
}

function must(condition, message) {
  if (condition) return;
  process.stderr.write(`tests/bench: ${message}\n`);
  process.exit(1);
}

function command(program, args, input) {
  const ended = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 2 ** 30 });
  must(ended.status === 0, `${program} ${args.join(' ')}: ${ended.error ?? ended.stderr}`);
  return ended.stdout;
}

/** Every party's scores by closures, compared with `expected`, and how long they take. */
function closures(layout, { rows, translator }, expected) {
  const answers = {};
  for (const party of translator.parties) {
    const items = Object.values(scenario.scores[party].items).map(
      (item) => item.expected ?? item.points,
    );
    const closure = translator.closure(items, translator.key(party, 'party'));
    const scores = new Int32Array(count);
    // The loop is made anew for each party, so that V8 may put the closure into it.
    const all = new Function(
      'closure',
      'p',
      'scores',
      'columns',
      'for (let i = 0, o = 0; i < scores.length; i++, o += columns) scores[i] = closure(p, o);',
    );
    const call = () => all(closure, rows, scores, layout.columns);
    answers[party] = measure(count, call);
    for (let row = 0; row < count; row++)
      must(
        scores[row] === expected[row][party],
        `package ${row + 1}: ${party} has ${scores[row]} in JavaScript, ${expected[row][party]} by entente score`,
      );
  }
  return answers;
}

/** Lines a second of `entente score`, from the shell to the last byte; the best of a few. */
function scoreLines(json) {
  const input = `${json.join('\n')}\n`;
  let best = Infinity;
  let output = '';
  for (let run = 0; run < (options.smoke ? 1 : 5); run++) {
    const start = performance.now();
    output = command(options.entente, ['score', folder], input);
    best = Math.min(best, performance.now() - start);
  }
  const answers = output
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  must(
    answers.length === count && answers.every(({ expected }) => expected),
    'entente score refused a package',
  );
  return {
    linesPerSecond: (count / best) * 1000,
    expected: answers.map(({ expected }) => expected),
  };
}

function run() {
  const layout = layoutOf(scenario);
  const packages = makePackages(scenario, layout, count, 7);
  const place = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  try {
    const file = join(place, 'packages.jsonl');
    writeFileSync(file, `${packages.json.join('\n')}\n`);
    const engine = JSON.parse(
      command(options.rules, [folder, file, ...(options.smoke ? ['--smoke'] : [])]),
    );
    const { linesPerSecond, expected } = scoreLines(packages.json);
    return {
      packages: count,
      engine,
      javascript: closures(layout, packages, expected),
      score: { linesPerSecond },
    };
  } finally {
    rmSync(place, { recursive: true });
  }
}

const million = (ns) => (1000 / ns).toFixed(1);
const text = (value, width) => String(value).padStart(width);

function print({ packages, engine, javascript, score }) {
  const say = (line) => process.stdout.write(`${line}\n`);
  say(
    `Paris, ${packages} random packages, nanoseconds of processor time a package: best (median) of ${samples}\n`,
  );
  say(
    'party  steps   million/s   run          with columns  generating   JavaScript     alone   JS / run  alone / JS',
  );
  for (const [party, own] of Object.entries(engine.parties)) {
    const both = (timing) => text(`${timing.best.toFixed(1)} (${timing.median.toFixed(1)})`, 14);
    say(
      `${party.padEnd(5)}${text(own.steps, 7)}${text(million(own.run.best), 12)}${both(own.run)}${both(own.blocks)}${both(own.generate)}${both(javascript[party])}` +
        `${text(own.alone.best.toFixed(0), 8)}${text((javascript[party].best / own.run.best).toFixed(1), 9)}${text((own.alone.best / javascript[party].best).toFixed(1), 10)}`,
    );
  }
  const one = ({ best, median: middle }) => `${best.toFixed(1)} ns (${middle.toFixed(1)})`;
  say(`\na rule (of ${engine.rules})            ${one(engine.rule)}`);
  say(`all ${engine.formulas} formulas          ${one(engine.refresh)}`);
  say(
    `loading the scenario       ${(engine.load.best / 1e6).toFixed(2)} ms (${(engine.load.median / 1e6).toFixed(2)})`,
  );
  say(
    `entente score              ${Math.round(score.linesPerSecond)} lines a second, from start to end`,
  );
}

const answers = run();
if (options.json) process.stdout.write(`${JSON.stringify(answers)}\n`);
else if (options.smoke)
  process.stdout.write(
    `${count} packages are worth the same in blocks, one by one and in JavaScript\n`,
  );
else print(answers);
