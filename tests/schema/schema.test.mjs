// The schema and the loader refuse the same: every file of tests/scenarios/bad that the loader
// refuses is refused by the schema as well, or stands in beyond.json under a rule that no schema
// can say, which rules/README.md says too. Every good scenario is accepted by both.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../..');
const read = (...path) => readFileSync(join(root, ...path), 'utf8');
const folders = (path) =>
  readdirSync(join(root, path), { withFileTypes: true }).filter((entry) => entry.isDirectory());
const schema = JSON.parse(read('rules/schema/scenario.schema.json'));
const validate = new Ajv2020({ strict: true, strictRequired: false, strictTypes: false }).compile(schema);
const beyond = JSON.parse(read('tests/schema/beyond.json'));

// The form of the files is told in tests/unit/engine/scenario_bad_test.c.
function readCase(name) {
  const [head, expected] = read('tests/scenarios/bad', name).split(/^expect\n/m);
  let file = 'scenario.json';
  let old = '';
  let scenario = read('tests/scenarios/good/brook/scenario.json');
  for (const line of head.split('\n')) {
    if (line.startsWith('file ')) file = line.slice(5);
    else if (line === 'remove scenario.json') scenario = undefined;
    else if (line.startsWith('- ')) old = line.slice(2);
    else if (line.startsWith('+ ') && file === 'scenario.json') {
      assert.equal(scenario.split(old).length, 2, `${name}: ${old}`);
      scenario = scenario.replace(old, () => line.slice(2));
    }
  }
  const errors = expected.split('\n').filter((line) => line && !/^\S+ (\S+ )?warning: /.test(line));
  return { scenario, refused: errors.some((line) => line.startsWith('scenario.json')) };
}

function accepts(scenario) {
  try {
    return validate(JSON.parse(scenario));
  } catch {
    return false;
  }
}

for (const parent of ['rules/scenarios', 'tests/scenarios/good'])
  for (const { name } of folders(parent))
    test(`${parent}/${name} is accepted`, () => {
      assert.ok(validate(JSON.parse(read(parent, name, 'scenario.json'))), JSON.stringify(validate.errors));
    });

test('the template of `entente new` is accepted', () => {
  const scenario = { ...JSON.parse(read('rules/template/scenario.json')), id: 'new' };
  assert.ok(validate(scenario), JSON.stringify(validate.errors));
});

test('what the loader refuses the schema refuses, but for what is beyond it', () => {
  const listed = Object.values(beyond).flat();
  assert.equal(new Set(listed).size, listed.length, 'each case stands under one rule');
  const names = readdirSync(join(root, 'tests/scenarios/bad'));
  const missed = [];
  const wrong = [];
  for (const name of names) {
    const { scenario, refused } = readCase(name);
    if (scenario === undefined) continue;
    const accepted = accepts(scenario);
    if (refused && accepted && !listed.includes(name)) missed.push(name);
    if (!refused && !accepted) wrong.push(name);
    if (listed.includes(name) && !(refused && accepted)) wrong.push(`${name} is not beyond the schema`);
  }
  assert.deepEqual(missed, [], 'accepted by the schema alone');
  assert.deepEqual(wrong, [], 'refused by the schema alone');
  assert.deepEqual(listed.filter((name) => !names.includes(name)), [], 'no such case');
});

test('rules/README.md tells every rule that is beyond the schema', () => {
  const told = read('rules/README.md').replaceAll(/\s+/g, ' ');
  for (const rule of Object.keys(beyond)) assert.ok(told.includes(rule), rule);
});
