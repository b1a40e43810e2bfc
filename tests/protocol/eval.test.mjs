// `entente eval`: one expression, or one a line, with a scenario's names or without.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fed, root, run } from './server.mjs';

const brook = join(root, 'tests', 'scenarios', 'good', 'brook');
const value = async (...args) => {
  const { status, out, err } = await run('eval', ...args);
  assert.equal(status, 0, err);
  return out;
};

test('a value is printed as JSON', async () => {
  assert.equal(await value('[1, 2].map(x, x > 1)'), '[false,true]\n');
  assert.equal(await value('-7 / 2'), '-3\n');
  assert.equal(await value('--1'), '1\n');
  assert.equal(await value('--', '--1'), '1\n');
  assert.equal(await value(`'\\u00e9"'`), '"é\\""\n');
  assert.equal(await value('--scenario', brook, 'delta.held_by.support'), '50\n');
  assert.equal(await value(`--scenario=${brook}`, 'parties.filter(p, p.support > 50)'), '["nor"]\n');
  assert.equal(await value('nor.conduct', '--scenario', brook), '""\n');
  assert.equal(await value('--scenario', brook, '[phase, mood]'), '["briefing","calm"]\n');
});

test('ints beyond 2^53 are strings, wherever they stand', async () => {
  assert.equal(await value('9007199254740992'), '9007199254740992\n');
  assert.equal(await value('-9007199254740992'), '-9007199254740992\n');
  assert.equal(await value('9007199254740993'), '"9007199254740993"\n');
  assert.equal(await value('[-9223372036854775808, 1]'), '["-9223372036854775808",1]\n');
});

test('what is wrong with one is said with its place', async () => {
  for (const [expression, words] of [
    ['1 / 0', /column 3: Division by zero/],
    ["'é' ==\n  nope", /line 2, column 3: Nothing is called "nope"/],
    ['', /column 1: The expression ends/],
    [`${'('.repeat(65)}1${')'.repeat(65)}`, /column 65: .*64/],
    [`1 +${' '.repeat(65536)}1`, /column 1: .*65536 bytes/],
  ]) {
    const { status, out, err } = await run('eval', expression);
    assert.deepEqual([status, out], [1, '']);
    assert.match(err, words);
  }
  assert.equal(await value(`${'('.repeat(64)}1${')'.repeat(64)}`), '1\n');
});

test('each line has its answer, whatever the others are', async () => {
  const lines = [
    ['{"expr": "1 + 1"}', { value: 2 }],
    ['{"expr": "escalatoin"}', /did you mean "escalation"/, 1],
    ['{"expr": "\'é\' == nope"}', /Nothing is called "nope"/, 8],
    ['{"expr": "1 +\\n  x"}', /Nothing is called "x"/, 3, 2],
    ['{"expr": "escalation / (escalation - 40)"}', /Division by zero/, 12],
    ['{"expr": 5}', /an object with a string "expr"/, 1],
    ['[]', /an object with a string "expr"/, 1],
    ['{"expr": "1", "expr": "2"}', /duplicate/, 20],
    ['{"expr": "1"', /strict JSON/, 12],
    ['  {"expr": "regions", "of": "mine"}\r', { value: ['delta', 'hills'] }],
    ['{"expr": "9223372036854775807"}', { value: '9223372036854775807' }],
  ];
  const { status, out } = await fed(lines.map(([line]) => line).join('\n'), 'eval', '--lines', '--scenario', brook);
  assert.equal(status, 0);
  const answers = out.trimEnd().split('\n').map((line) => JSON.parse(line));
  assert.equal(answers.length, lines.length);
  for (const [index, [line, wanted, column, row]] of lines.entries()) {
    if (!(wanted instanceof RegExp)) {
      assert.deepEqual(answers[index], wanted, line);
      continue;
    }
    assert.match(answers[index].error, wanted, line);
    assert.deepEqual([answers[index].column, answers[index].line], [column, row], line);
  }
});

test('wrong usage is 2, a scenario that does not load is 1', async () => {
  for (const args of [[], ['1', '2'], ['--lines', '1'], ['--scenario'], ['--what', '1']]) {
    const { status, out, err } = await run('eval', ...args);
    assert.deepEqual([status, out], [2, ''], args.join(' '));
    assert.match(err, /usage: entente eval/);
  }
  const { status, out, err } = await run('eval', '--scenario', join(root, 'nowhere'), '1');
  assert.deepEqual([status, out], [1, '']);
  assert.match(err, /scenario\.json:1:1/);
  assert.match(await value('--help'), /^usage: entente eval/);
});
