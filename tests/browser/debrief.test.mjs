// Afterwards: the deal that was left, what was possible, a replay through anybody's eyes, one's own part, and the projector.
import assert from 'node:assert/strict';
import { copyFileSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { accessible, fits, open, shot } from './harness.mjs';
import { riverPlayed } from './river.mjs';
import { button } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

async function looked(page, name) {
  await shot(page, `debrief-${name}`);
  await accessible(page, name);
  await fits(page, name);
}

/** Two rooms of the river, played to the end: in one a treaty that leaves much undone, and a broken word; in the other nothing. */
const played = (more) => riverPlayed(stage, { rooms: ['broken', 'declined'], ...more });
const at = ({ exercise }, token) => `/t/${exercise}#${token}`;

test('each sees the deal that was left, their own part, and what was possible', async () => {
  const game = await played();
  const page = await stage.person({ size: 'phone', at: at(game, game.seats.nor1.token) });
  const left = page.getByRole('region', { name: 'The deal you left' });
  await left.getByRole('heading', { name: 'River treaty' }).waitFor();
  for (const row of await left.getByRole('row').all()) {
    const [got, deal] = (await row.locator('td').allInnerTexts()).map(Number);
    if (got !== undefined) assert.ok(deal > got, `${await row.innerText()} is better`);
  }
  const own = page.getByRole('region', { name: 'Your part in it' });
  await own.getByText('You chose: Take a little more than was agreed. You had promised: Water').waitFor();
  await own.getByRole('img', { name: /^The River. As Northland/ }).waitFor();
  const saved = page.waitForEvent('download');
  await button(own, 'Save it as a picture').click();
  assert.equal((await saved).suggestedFilename(), 'entente.png');
  const possible = page.getByRole('region', { name: 'What was possible' });
  await possible.getByRole('img', { name: 'What was possible' }).waitFor();
  await possible.getByText('Every agreement that could be written was weighed.').waitFor();
  await button(possible, 'More: points that theory would choose').click();
  await possible.getByText('the product of all gains is the largest.').waitFor();
  await looked(page, 'own-phone');
  await page.context().close();
});

test('the game is shown again through anybody’s eyes', async () => {
  const game = await played();
  const page = await stage.person({ at: at(game, game.seats.sou1.token) });
  const replay = page.getByRole('region', { name: 'Once more, through anybody’s eyes' });
  await replay.getByText('Debrief opens').waitFor();
  await page.getByLabel('Through the eyes of').selectOption({ label: 'somebody outside' });
  await replay.getByText('Nothing said yet.').waitFor();
  await page.getByLabel('Through the eyes of').selectOption({ label: 'Northland' });
  await replay.getByText('What is the water worth to you?').waitFor();
  const slider = page.getByLabel('Moment', { exact: true });
  await slider.focus();
  await page.keyboard.press('Home');
  await replay.getByText('No text yet.').waitFor();
  await button(replay, 'On').click();
  await page.getByRole('region', { name: 'The deal you left' }).waitFor();
  await button(page, 'See the table as it was then').first().click();
  await replay.getByText('Talks, round 1', { exact: true }).waitFor();
  await looked(page, 'whole-desk');
  await page.context().close();
});

test('files are taken away, and what they hold is read back', async () => {
  const game = await played();
  const page = await stage.person({ at: at(game, game.seats.nor1.token) });
  const away = page.getByRole('region', { name: 'To take away' });
  const saved = async (name) => {
    const download = page.waitForEvent('download');
    await away.getByRole('link', { name, exact: true }).click();
    return (await download).path();
  };
  await button(away, 'For a spreadsheet (CSV)').click();
  const offers = readFileSync(await saved('offers.csv'), 'utf8');
  assert.match(offers, /^\S+(,\S+)+\r?\n/, 'a head of names');
  assert.ok(offers.trim().split('\n').length >= 3, 'a row for each of two offers at least');
  await button(away, 'Everything (JSON)').click();
  const report = JSON.parse(readFileSync(await saved('report.json'), 'utf8'));
  assert.ok(JSON.stringify(report).includes('"share":50'));
  await button(away, 'A report to print (HTML)').click();
  const reader = await stage.person();
  const html = `${await saved('report.html')}.html`;
  copyFileSync(html.slice(0, -'.html'.length), html);
  await reader.goto(pathToFileURL(html).href);
  await reader.getByRole('heading', { name: /River/ }).first().waitFor();
  await shot(reader, 'debrief-report');
  await reader.context().close();
  await page.context().close();
});

test('a new game goes on from a moment of this one, by the other side, and is compared with it', async () => {
  const game = await played();
  const page = await stage.person({ at: at(game, game.seats.nor1.token) });
  const slider = page.getByLabel('Moment', { exact: true });
  await slider.focus();
  await page.keyboard.press('Home');
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await button(page, 'Play on from here').click();
  const question = page.getByRole('dialog');
  await question.getByLabel('As').selectOption({ label: 'Southland' });
  await accessible(page, 'asking how to go on');
  await button(question, 'Play against bots').click();
  await page.getByRole('navigation', { name: 'Places' }).waitFor();
  assert.doesNotMatch(page.url(), new RegExp(game.exercise));
  await page.getByText('South', { exact: true }).first().waitFor();
  await page.context().close();
});

test('until control opens it nobody sees the others’ results', async () => {
  const game = await played({ opened: false });
  const page = await stage.person({ size: 'phone', at: at(game, game.seats.nor1.token) });
  await page.getByRole('heading', { name: 'It is over, and the debrief is yet to come' }).waitFor();
  assert.equal(await page.getByRole('region', { name: 'The deal you left' }).count(), 0);
  await game.tell('debrief.open', { on: true });
  await page.getByRole('region', { name: 'The deal you left' }).waitFor();
  await page.context().close();
});

test('the projector shows rooms and delegations, step by step and without names', async () => {
  const game = await played();
  const page = await stage.person({ at: at(game, game.control) });
  await button(page, 'Show the debrief').click();
  const shown = page.locator('.present');
  await shown.getByRole('heading', { name: /^A treaty/ }).waitFor();
  await looked(page, 'present-how');
  for (const heading of ['What was agreed', 'The rooms beside one another', 'What was different', 'What was possible', 'The deal you left']) {
    await page.keyboard.press('ArrowRight');
    await shown.getByRole('heading', { name: heading }).waitFor();
    await accessible(page, heading);
    assert.doesNotMatch(await shown.innerText(), /nor1|sou1|nor2|sou2/);
  }
  await shown.getByLabel('Room').selectOption('Room 2');
  await shown.getByRole('heading', { name: 'River treaty' }).waitFor();
  await page.keyboard.press('Escape');
  await shown.waitFor({ state: 'detached' });
  await page.context().close();
});
