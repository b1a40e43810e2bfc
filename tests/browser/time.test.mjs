// Time as the facilitator sets it: a lesson that ends at a bell, a bell that comes too early, a game over days.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { button, dialog, looked } from './table.mjs';

let stage;

before(async () => {
  stage = await open();
});
after(() => stage?.close());

/** "10:30", so many minutes from now, as the browser's clock says it. */
const inMinutes = (page, minutes) =>
  page.evaluate((more) => {
    const at = new Date(Date.now() + more * 60_000);
    const two = (value) => String(value).padStart(2, '0');
    return `${two(at.getHours())}:${two(at.getMinutes())}`;
  }, minutes);

async function settingUp(more) {
  const page = await stage.person(more);
  await button(page, 'Set one up').click();
  await page.getByRole('radio', { name: /The River/ }).check();
  await page.getByLabel('Rooms').fill('1');
  return page;
}

async function begun(page) {
  await button(page, 'Open the hall').click();
  await page.getByText('Nobody is here yet').waitFor();
  await page.getByRole('button', { name: /^Start/ }).click();
  await button(dialog(page), 'Start').click();
  const room = page.locator('.room');
  await room.getByRole('timer').waitFor();
  return room;
}
const later = (page) => button(page, '+5 minutes for this round').click();

test('a bell that is far away, near, and too near is answered at once', async () => {
  const page = await settingUp();
  await page.locator('.preview').getByText('Begin at').waitFor();
  const bell = page.getByLabel('When does the bell ring?');
  await bell.fill(await inMinutes(page, 90));
  await page.locator('.preview').getByText('Bell at').waitFor();
  assert.equal(await page.locator('.preview .refused').count(), 0);
  await looked(page, 'bell-desk');
  await bell.fill(await inMinutes(page, 20));
  await page.getByText('It does not fit before the bell').waitFor();
  await page.getByLabel('Minutes for the debrief').fill('1');
  await page.locator('.preview .refused').waitFor({ state: 'detached' });
});

test('what slips is said, and made to fit', async () => {
  const page = await settingUp();
  await page.getByLabel('When does the bell ring?').fill(await inMinutes(page, 75));
  const room = await begun(page);
  for (let more = 0; more < 6; more++) await later(page);
  await room.getByText(/too late for the debrief before the bell/).waitFor();
  await looked(page, 'bell-slips-desk');
  await button(page, 'The bell').click();
  assert.match(await dialog(page).getByLabel('When does the bell ring?').inputValue(), /^\d\d:\d\d$/);
  await looked(page, 'bell-dialog-desk');
  await button(dialog(page), 'Make it fit').click();
  await room.getByText(/too late for the debrief/).waitFor({ state: 'detached' });
  await button(page, 'The bell').click();
  await button(dialog(page), 'No bell').click();
  await later(page);
  await button(page, 'The bell').click();
  await dialog(page).getByLabel('When does the bell ring?').waitFor();
  await button(dialog(page), 'No bell').waitFor({ state: 'detached' });
});

test('a game over days says its quiet hours, and lasts a day a round', async () => {
  const page = await settingUp({ size: 'phone' });
  await page.getByRole('radio', { name: /^Over days/ }).check();
  await page.getByLabel('Hours a round lasts').fill('48');
  await page.getByLabel('From', { exact: true }).fill('23:00');
  await looked(page, 'days-phone');
  const shown = await (await begun(page)).getByRole('timer').innerText();
  assert.match(shown, /^(4[789]|5\d):\d\d:\d\d$/);
});
