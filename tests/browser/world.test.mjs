// The world: the map two ways and the same as a list, figures taken apart, minutes looked through and printed; and what is decided on it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { arrived, button, looked, newToken, place } from './table.mjs';

let stage;
let north;
let south;
let tell;
let key = 1;
const treaty = {
  kind: 'treaty',
  invite: ['nor', 'sou'],
  clauses: [{ type: 'water', terms: { share: 45 } }],
};

before(async () => {
  stage = await open();
  const control = newToken();
  const { exercise, code } = await stage.call('exercise.create', { scenario: 'river', tables: 1, mode: 'online', token: control });
  tell = (method, params = {}) => stage.call(method, params, control);
  const sit = async (party, more) => {
    const token = newToken();
    await stage.call('exercise.join', { code, name: party, token, party });
    const page = await stage.person({ ...more, at: `/t/${exercise}#${token}` });
    return { page, act: (method, params) => stage.call(method, { key: (key += 1000), ...params }, token) };
  };
  north = await sit('nor', { size: 'desk' });
  south = await sit('sou', { size: 'phone', dark: true });
  await tell('exercise.start');
  await tell('exercise.advance');
  const { instrument, version } = await north.act('instrument.draft', treaty);
  await north.act('instrument.sign', { instrument, version });
  await south.act('instrument.sign', { instrument, version });
  await tell('variable.set', { name: 'tension', value: 44, reason: 'Shots were heard.' });
  await tell('variable.set', { name: 'sou.taken', value: 3, reason: 'A secret of the South.' });
});
after(() => stage?.close());

test('the map by holder and by what is agreed, and each area in words', async () => {
  const { page } = north;
  await place(page, 'World').click();
  await page.getByRole('heading', { name: 'The map', exact: true }).waitFor();
  await arrived(page);
  await page.locator('.legend', { hasText: 'Held by North' }).waitFor();
  await page.getByRole('radio', { name: 'Who holds it' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.locator('.legend', { hasText: 'Nothing agreed yet' }).waitFor();
  assert.equal(await page.locator('.legend', { hasText: 'Held by North' }).count(), 0);
  const area = page.getByRole('button', { name: 'The Island', exact: true });
  await area.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'The Island', exact: true, expanded: true }).waitFor();
  await page.getByText('No text that you know speaks of it.').waitFor();
  await page.locator('#region-island.chosen').waitFor({ state: 'attached' });
  await looked(page, 'world-map-desk');
  await place(south.page, 'World').click();
  await south.page.getByRole('heading', { name: 'The map', exact: true }).waitFor();
  await looked(south.page, 'world-map-phone-dark');
});

const row = (page, name) => page.locator('details.figure', { hasText: name });

test('a figure says what set it, and a formula opens into its parts', async () => {
  const { page } = north;
  const tension = row(page, 'Tension on the border');
  await tension.locator('summary').click();
  await tension.getByText('as “Water” entered into force').waitFor();
  await tension.getByText('the facilitator: Shots were heard.').waitFor();
  await tension.getByText('At the start: 30.').waitFor();
  const calm = row(page, 'Worth of a quiet border');
  await calm.locator('summary').first().click();
  await calm.getByText('It comes from:', { exact: true }).first().waitFor();
  const deal = calm.locator('details.part', { hasText: 'Water and port are both settled' });
  await deal.locator('summary').click();
  await deal.getByText('In summer Northland lets 45 per cent of the river flow on to Southland.').waitFor();
  await deal.getByText('The port: not agreed').waitFor();
  await looked(page, 'world-figures-desk');
  const taken = row(page, 'Gained by breaking its word');
  await taken.locator('summary').click();
  await taken.getByText('At the start: 0.').waitFor();
  assert.equal(await page.getByText('A secret of the South.').count(), 0);
});

test('minutes are looked through by who, what and a word, and printed whole', async () => {
  const { page } = north;
  const record = page.getByRole('region', { name: 'Minutes' });
  await record.getByText('Southland signs the River treaty, version 1.').waitFor();
  await record.getByLabel('Who').selectOption('sou');
  await record.getByText('Northland signs the River treaty, version 1.').waitFor({ state: 'detached' });
  await record.getByText('Southland signs the River treaty, version 1.').waitFor();
  await record.getByLabel('Who').selectOption('');
  await record.getByLabel('What').selectOption('figures');
  await record.getByText(/^Tension on the border rises from \d+ to 44, the facilitator: Shots were heard\.$/).waitFor();
  await record.getByText('Southland signs the River treaty, version 1.').waitFor({ state: 'detached' });
  await record.getByLabel('What').selectOption('');
  await record.getByLabel('Words').fill('NORTHLAND drafts');
  await record.getByText('One entry', { exact: true }).waitFor();
  await record.getByLabel('Words').fill('');
  await looked(page, 'world-minutes-desk');
  await page.evaluate(() => {
    globalThis.print = () => {
      globalThis.printed = {
        what: document.documentElement.dataset.printed,
        lines: [...document.querySelectorAll('.minutes li span')].map((line) => line.textContent),
      };
      dispatchEvent(new Event('afterprint'));
    };
  });
  await record.getByRole('button', { name: 'Print them' }).click();
  await page.waitForFunction(() => globalThis.printed);
  const { what, lines } = await page.evaluate(() => globalThis.printed);
  assert.equal(what, 'minutes');
  assert.equal(lines[0], 'Briefing opens.');
  await page.waitForFunction(() => document.documentElement.dataset.printed === undefined);
});

test('a decision stands on evidence, and who has chosen is not shown', async () => {
  await tell('exercise.advance');
  await tell('exercise.advance');
  for (const { page } of [north, south]) await place(page, /^Decide/).click();
  const { page } = north;
  const question = page.getByRole('region', { name: 'Do you keep your word?' });
  await question.getByRole('heading', { name: 'What binds you' }).waitFor();
  await question.getByText('In summer Northland lets 45 per cent of the river flow on to Southland.').waitFor();
  const depends = question.locator('.evidence-card', { hasText: 'What it depends on' });
  await depends.getByText('Chance that a broken promise is noticed').waitFor();
  const changes = question.locator('.evidence-card', { hasText: 'What it can change' });
  await changes.getByText('Tension on the border').waitFor();
  await looked(page, 'decide-evidence-desk');
  await looked(south.page, 'decide-evidence-phone-dark');
  await question.getByRole('radio', { name: 'Take a little more than was agreed' }).check();
  await question.getByText('Your choice so far: Take a little more than was agreed.').waitFor();
  await south.page.getByText('You have not chosen yet.').waitFor();
  assert.equal(await south.page.getByText('Your choice so far').count(), 0);
  await south.page.getByRole('radio', { name: /^Keep every promise/ }).check();
  await south.page.getByText('Your choice so far: Keep every promise.').waitFor();
});
