// An author beside an editor: a fresh scenario, an error and its mending, numbers, briefings, terms, and a table to play at.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { accessible, fits, open, program, root, shot } from './harness.mjs';
import { term } from './table.mjs';

const folder = mkdtempSync(join(tmpdir(), 'entente-studio-'));
const home = join(folder, 'harbour');
let stage;
let author;

const file = (name) => join(home, name);
const change = (name, from, to) => {
  const text = readFileSync(file(name), 'utf8');
  assert.ok(text.includes(from), from);
  writeFileSync(file(name), text.replace(from, to));
};
const problems = () => author.locator('.problems');
const card = (party) => author.locator('.worth-card').filter({ hasText: party });
/** A number in a party's table: row and column by their words. */
const figure = (party, row, column) => {
  const at = ['Before', 'Expected', 'Change', 'Points'].indexOf(column);
  return card(party)
    .getByRole('row', { name: new RegExp(`^${row}`) })
    .getByRole('cell')
    .nth(at);
};
const says = async (place, words) => {
  await place.filter({ hasText: words }).waitFor();
};

async function looked(page, name) {
  await shot(page, `studio-${name}`);
  await accessible(page, name);
  await fits(page, name);
}

before(async () => {
  const made = spawnSync(program, ['new', home]);
  assert.equal(made.status, 0, String(made.stderr));
  stage = await open({ args: ['--studio', home] });
  author = await stage.person({ at: '/studio' });
});
after(async () => {
  await stage?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a fresh scenario is shown at once: drafts, every score, briefings, course', async () => {
  await problems().getByText('Nothing is wrong').waitFor();
  await author.getByRole('heading', { name: 'The Bridge', level: 2 }).waitFor();
  await author.getByText('Everybody is better off than with no deal.').waitFor();
  assert.equal(await figure('Hilltown', 'Stalls', 'Points').innerText(), '15');
  assert.equal(await figure('Hilltown', 'Stalls', 'Expected').innerText(), '12');
  assert.equal(await figure('Hilltown', 'A way', 'Change').innerText(), '+14');
  assert.equal(await figure('Laketown', 'Places', 'Points').innerText(), '−6');
  const wish = author.getByRole('row', { name: /^What Hilltown would like/ });
  await says(wish.getByRole('cell').nth(0), /^\+19$/);
  await says(wish.getByRole('cell').nth(1), /^−22$/);
  await author.getByText('Ask Laketown what a day on its market costs it.').waitFor();
  await author.getByText('The guilds want one day of the week to themselves').first().waitFor();
  await author.getByRole('heading', { name: /^A storm on the lake/ }).waitFor();
  await author.getByText("phase == 'talks' && round == 1").waitFor();
  await looked(author, 'desk');
});

test('a term that is moved moves what it is worth, for everybody', async () => {
  const less = author.getByRole('button', { name: 'Less: Stalls on the market, days' });
  const more = author.getByRole('button', { name: 'More: Rebuilding the bridge, share' });
  await term(author, 'Rebuilding the bridge, share').click();
  await more.click();
  await says(figure('Hilltown', 'Hilltown', 'Points'), /^−18$/);
  await says(figure('Laketown', 'Laketown', 'Points'), /^−16$/);
  await more.click();
  await author.getByRole('button', { name: 'Remove: The books' }).click();
  await term(author, 'Stalls on the market, days').click();
  for (let step = 0; step < 2; step++) await less.click();
  await says(figure('Hilltown', 'Stalls', 'Points'), /^5$/);
  await author.getByText('Not better off than with no deal: Hill.').waitFor();
  await author.getByLabel('The books', { exact: true }).check();
  await term(author, 'The books, how').click();
  await author.getByRole('radio', { name: 'whenever it is asked' }).check();
  await author
    .getByRole('row', { name: /^How far a promise/ })
    .getByText('95 %')
    .waitFor();
  await author.getByRole('button', { name: 'As in the file' }).click();
  await says(figure('Hilltown', 'Stalls', 'Points'), /^15$/);
});

test('any package: ticked together, with what it lacks and which orders it breaks', async () => {
  await author.getByLabel('Draft', { exact: true }).selectOption({ label: 'Nothing yet' });
  await author.getByLabel('The books', { exact: true }).check();
  await author.getByText('There are no accounts to show').first().waitFor();
  await author.getByLabel('Stalls on the market', { exact: true }).check();
  const days = author.getByRole('button', { name: 'More: Stalls on the market, days' });
  await term(author, 'Stalls on the market, days').click();
  for (let step = 0; step < 4; step++) await days.click();
  await card('Laketown').getByText('Against its orders').waitFor();
  await looked(author, 'package');
});

test('a variable may be supposed otherwise', async () => {
  await author.getByLabel('Rebuilding the bridge', { exact: true }).check();
  await says(figure('Laketown', 'Customers', 'Points'), /^34$/);
  await author
    .getByRole('group', { name: 'The ferry still runs' })
    .getByRole('radio', { name: 'no', exact: true })
    .check();
  await says(figure('Laketown', 'Customers', 'Points'), /^40$/);
  await author.getByRole('button', { name: 'The one as it starts' }).click();
  await says(figure('Laketown', 'Customers', 'Points'), /^34$/);
});

test('an error says where, in which line; what was good stays; mended, it goes', async () => {
  change('scenario.json', '"binds": "[lake]"', '"binds": "[lak]"');
  await problems().getByText('One error').waitFor();
  const wrong = author.locator('.problem');
  const line =
    readFileSync(file('scenario.json'), 'utf8')
      .split('\n')
      .findIndex((text) => text.includes('[lak]')) + 1;
  await wrong.getByText(new RegExp(`^scenario\\.json:${line}:\\d+$`)).waitFor();
  await wrong.getByText('clauses.stalls.binds').waitFor();
  const [first, second] = (await wrong.locator('.source').innerText()).split('\n');
  assert.equal(first.slice(second.indexOf('^')).match(/^\w+/)?.[0], 'lak');
  await author.getByText('What follows is the last version without errors.').waitFor();
  assert.equal(await figure('Laketown', 'Customers', 'Points').innerText(), '34');
  await looked(author, 'error');
  change('scenario.json', '"binds": "[lak]"', '"binds": "[lake]"');
  await problems().getByText('Nothing is wrong').waitFor();
  assert.equal(await author.getByText('What follows is the last version').count(), 0);
});

test('a number that is changed in the file changes the score; a briefing is read anew', async () => {
  change('scenario.json', '(ferry ? 34 : 40) : 0"', '(ferry ? 37 : 40) : 0"');
  await says(figure('Laketown', 'Customers', 'Points'), /^37$/);
  change('briefings/lake.md', '**Your orders.**', '**What the guilds say.**');
  await author.getByText('What the guilds say.').waitFor();
  change(
    'scenario.json',
    '"title": "Meet in the middle", "invite"',
    '"title": "Half of everything", "invite"',
  );
  await author.getByRole('option', { name: 'Half of everything' }).waitFor({ state: 'attached' });
});

test('another language says what it lacks', async () => {
  mkdirSync(file('locale'));
  writeFileSync(file('locale/fr.json'), '{"title": "Le pont"}');
  await author.getByRole('heading', { name: 'fr', exact: true }).waitFor();
  await author.getByText('Which ones').click();
  await author.getByText('clauses.rebuild.title', { exact: true }).waitFor();
});

test('a table of it opens beside, at the side that was chosen', async () => {
  const opened = author.waitForEvent('popup');
  await author.getByRole('button', { name: 'Play as Laketown' }).click();
  const table = await opened;
  await table.getByRole('heading', { name: /^Your brief: Laketown/ }).waitFor();
  await table.close();
  await author.getByRole('heading', { name: 'The Bridge', level: 2 }).waitFor();
});

test('the server is killed and comes back, and so does the page', async () => {
  await stage.kill();
  await author.getByText('The connection is lost.').waitFor();
  change('scenario.json', '(ferry ? 37 : 40) : 0"', '(ferry ? 38 : 40) : 0"');
  await stage.restart();
  await says(figure('Laketown', 'Customers', 'Points'), /^38$/);
  await author.getByText('The connection is lost.').waitFor({ state: 'detached' });
});

test('it is whole on a phone, and in the dark', async () => {
  change('scenario.json', '"start": 40', '"start": 400');
  for (const more of [{ size: 'phone' }, { size: 'desk', dark: true }]) {
    const page = await stage.person({ at: '/studio', ...more });
    await page.getByText('One error').waitFor();
    await page.locator('.worth-card').first().waitFor();
    await page.getByText('for your eyes only').first().waitFor();
    await looked(page, more.dark ? 'dark' : 'phone');
  }
});

test('a large scenario is whole too', async () => {
  const large = await open({ args: ['--studio', join(root, 'rules/scenarios/paris')] });
  const page = await large.person({ at: '/studio' });
  await page.locator('.worth-card').nth(7).waitFor();
  await page.locator('.map svg').waitFor();
  await looked(page, 'paris');
  await large.close();
});

test('a server without one says how to open it', async () => {
  const plain = await open();
  const page = await plain.person({ at: '/studio' });
  await page.getByText('This server was started without a studio.').waitFor();
  await looked(page, 'none');
  await plain.close();
});
