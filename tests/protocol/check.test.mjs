// `entente check`: words for people, lines for editors, and the exit status.
import assert from 'node:assert/strict';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { folder, run } from './server.mjs';

const good = join(dirname(fileURLToPath(import.meta.url)), '../scenarios/good/brook');
const place = folder();
const brook = join(place.path, 'brook');
const file = join(brook, 'scenario.json');
after(() => place.drop());

function spoil(...edits) {
  cpSync(good, brook, { recursive: true });
  let text = readFileSync(file, 'utf8');
  for (const [old, wanted] of edits) {
    assert.equal(text.split(old).length, 2, old);
    text = text.replace(old, () => wanted);
  }
  writeFileSync(file, text);
}

test('every error is a line, and so is what sums them up', async () => {
  spoil(['"[it]"', '"[ti]"'], ['"once": true', '"once": 1']);
  const { status, out, err } = await run('check', brook);
  assert.deepEqual([status, out], [1, '']);
  assert.deepEqual(err.trim().split('\n'), [
    `${file}:46:18: clauses.troops.binds: Nothing is called "ti"; did you mean "it"?`,
    `${file}:89:80: injects.flood.once: This must be true or false; it is a number.`,
    `${brook}: 2 errors, 0 warnings`,
  ]);
});

test('editors get one object a line, of every folder', async () => {
  spoil(['"spare": ["med"]', '"spare": ["med", "nor"]']);
  const { status, out } = await run('check', '--json', brook, join(place.path, 'nowhere'));
  assert.equal(status, 1);
  const [warning, error, ...others] = out.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(others, []);
  assert.deepEqual(warning, {
    file,
    line: 121,
    column: 20,
    path: 'spare.1',
    severity: 'warning',
    message: "'nor' is essential, so it cannot be left out.",
  });
  assert.deepEqual([error.severity, error.line, error.column, error.path], ['error', 1, 1, '']);
});

test('a warning does not make a scenario bad; no folder and no such option are wrong usage', async () => {
  spoil(['"spare": ["med"]', '"spare": ["med", "nor"]']);
  assert.equal((await run('check', brook)).status, 0);
  assert.equal((await run('check')).status, 2);
  assert.equal((await run('check', '--jsn', brook)).status, 2);
  assert.equal((await run('check', '--help')).status, 0);
});
