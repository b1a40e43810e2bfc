// `entente play`: the first difference of each play that fails, and what is wrong with a file that is none.
import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { folder, root, run } from './server.mjs';

const river = join(root, 'rules', 'scenarios', 'river');
const place = folder();
after(() => place.drop());

const played = async (text) => {
  const path = join(place.path, 'play.json');
  writeFileSync(path, typeof text === 'string' ? text : JSON.stringify(text));
  return run('play', river, path);
};
const refused = async (text, words) => {
  const { status, out } = await played(text);
  assert.equal(status, 1, out);
  assert.match(out, words);
  assert.match(out, /^0 passed, 1 failed$/m);
};
const steps = (...list) => ({ scenario: 'river', title: 'A try', steps: list });
const expecting = (expect) => steps({ by: 'control', do: 'advance_phase', expect });
const twin = (rest) => ({ scenario: 'river', steps_a: [], steps_b: [], ...rest });

test('a play that passes', async () => {
  const { status, out } = await played(expecting({ then: { '= phase': 'talks' } }));
  assert.deepEqual([status, out.split('\n').slice(-2)], [0, ['1 passed, 0 failed', '']]);
});

test('what is no play is told its place', async () => {
  await refused('', /line 1, column 1/);
  await refused('{"scenario": "river", "scenario": "river"}', /line 1, column \d+: .*duplicate/);
  await refused([], /a play is an object/);
  await refused({ scenario: 'river' }, /steps: a list of steps/);
  await refused({ scenario: 'paris', steps: [] }, /a play of 'paris'.*'river'/);
  await refused(steps('a'), /step 1: a step is an object/);
  await refused(steps({ by: 'control' }), /step 1: a step does something/);
  await refused(steps({ do: 'advance_phase' }), /step 1: .*`by`/);
  await refused(
    steps({ by: 'control', do: 'pause', expects: {} }),
    /step 1: .*'expects'.*'expect'/,
  );
  await refused(expecting({ hiden: {} }), /step 1\.expect: .*'hiden'.*'hidden'/);
  await refused(expecting({ ok: 'yes' }), /step 1\.expect\.ok: true or false/);
  await refused(twin({}), /same_for: a list of viewers/);
  await refused(twin({ same_for: ['mars'] }), /'mars' is no viewer/);
  await refused(twin({ steps: [], same_for: ['nor'] }), /not both/);
});

test('who and what is not there is named', async () => {
  await refused(steps({ by: 'mars:head', do: 'sign' }), /step 1: 'mars:head' is nobody/);
  await refused(steps({ by: 'control', do: 'dance' }), /step 1: 'dance'/);
  await refused(expecting({ visible: { mars: ['var:tension'] } }), /'mars' is no viewer/);
  for (const item of ['thing:x', 'var:nothing', 'choice:nothing.nor', 'score:mars'])
    await refused(expecting({ hidden: { nor: [item] } }), new RegExp(`'${item}' is nothing`));
  await refused(expecting({ then: { 'draft.Z.version': 1 } }), /there is no draft 'Z'/);
  await refused(
    expecting({ then: { '= 1 + ': 1 } }),
    /= 1 \+ : expected 1, found The expression ends/,
  );
});

test('the first difference alone is told, and the step it is at', async () => {
  const first = { by: 'control', do: 'advance_phase', expect: { then: { '= round': 7 } } };
  const { out } = await played(steps({ by: 'control', do: 'pause' }, first, first));
  assert.equal(out.split('\n').filter((line) => /step/.test(line)).length, 1);
  assert.match(out, /step 2: = round: expected 7, found 1/);
  await refused(expecting({ ok: false }), /step 1: a refusal was expected, and it was done/);
  await refused(steps({ by: 'nor:head', do: 'advance_phase' }), /step 1: refused: control\.only/);
  const other = { by: 'nor:head', do: 'advance_phase', expect: { error_about: 'weather' } };
  await refused(steps(other), /refused, but not about 'weather': control\.only/);
});

test('wrong usage, and folders and files that cannot be read', async () => {
  assert.equal((await run('play', river)).status, 2);
  assert.equal((await run('play', '--quick', river)).status, 2);
  assert.equal((await run('play', '--help')).status, 0);
  const missing = await run('play', river, join(place.path, 'none.json'));
  assert.deepEqual([missing.status, /cannot be opened/.test(missing.out)], [1, true]);
  const { status, out } = await run('play', place.path, join(place.path, 'play.json'));
  assert.deepEqual([status, /no good scenario/.test(out)], [1, true]);
});
