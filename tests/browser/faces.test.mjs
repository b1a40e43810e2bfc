// The faces of the program that no other test looks at: in the dark on a phone, in light on a desk, in print.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fits, open, sizes } from './harness.mjs';
import { button, dialog, newToken, place, seated } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

/** The page as it is now on a phone in the dark, on a tablet, and on a light desk, where it is left. */
async function faced(page, name) {
  for (const [size, { viewport }] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    await fits(page, `${name}, ${size}`);
    if (size === 'tablet') continue;
    await page.emulateMedia({ colorScheme: size === 'phone' ? 'dark' : 'light' });
    await accessible(page, `${name}, ${size}`);
  }
}

/** What a press opens, looked at and left. */
async function asked(page, press, title) {
  await press.click();
  const sheet = page.getByRole('dialog', { name: title });
  await sheet.waitFor();
  await faced(page, String(title));
  await page.keyboard.press('Escape');
  await sheet.waitFor({ state: 'detached' });
}

async function exercise(options, people = []) {
  const token = newToken();
  const made = await stage.call('exercise.create', { scenario: 'river', name: 'Faces', untimed: true, token, ...options });
  const seats = [];
  for (const [name, more] of people) {
    const own = newToken();
    await stage.call('exercise.join', { code: made.code, name, token: own, ...more });
    seats.push(own);
  }
  return { ...made, seats, at: (own) => `/t/${made.exercise}#${own ?? token}`, tell: (what, params = {}) => stage.call(what, params, token) };
}

test('joining, waiting, the hall and what it asks', async () => {
  const { code, at, seats } = await exercise({ tables: 2 }, [['Ana', {}], ['Boris', {}]]);
  const join = await stage.person({ at: `/join/${code}` });
  await join.getByLabel('Your name').waitFor();
  await faced(join, 'join');
  const ana = await stage.person({ at: at(seats[0]) });
  await ana.getByText('You are in').first().waitFor();
  await faced(ana, 'waiting');
  await join.getByLabel('Your name').fill('Chloé');
  await button(join, 'Join').click();
  await join.getByText('You are in, Chloé').waitFor();
  await join.goto('/');
  await asked(join, join.getByRole('button', { name: /^Forget .* on this device$/ }), /^Forget “/);
  const hall = await stage.person({ at: at() });
  await asked(hall, button(hall, 'Start both rooms'), 'Start now?');
  await asked(hall, button(hall, 'New link for Ana'), 'A new link for Ana');
  await asked(hall, button(hall, 'Remove Ana from the exercise'), 'Remove Ana from the exercise?');
  await asked(hall, button(hall, 'Seat everybody anew'), /anew/);
  await button(hall, 'Fill the screen').click();
  await hall.locator('.projected').waitFor();
  await faced(hall, 'the projected hall');
  for (const page of [join, ana, hall]) await page.context().close();
});

test('a facilitator’s phone shows rooms first, and the rarer acts on demand', async () => {
  const { at, tell } = await exercise({ scenario: 'paris', tables: 5 }, ['ukr', 'rus', 'fra', 'usa'].map((party) => [party, { party }]));
  await tell('exercise.start');
  const page = await stage.person({ size: 'phone', at: at() });
  const rooms = page.getByRole('article');
  await rooms.nth(4).waitFor();
  const { y, height } = await rooms.first().boundingBox();
  assert.ok(y + height <= sizes.phone.viewport.height, 'the first room stands whole on the first screen');
  assert.equal(await button(page, 'News').isVisible(), false);
  await button(page, 'More').click();
  for (const [name, title] of [
    ['Next', 'End this round now?'],
    ['End the game', 'End the game now?'],
    ['Message', 'A message to everyone'],
    ['Mark this moment', 'Mark this moment'],
    ['Teaching note', 'Teaching note'],
  ]) {
    await page.setViewportSize(sizes.phone.viewport);
    await asked(page, button(page, name), title);
  }
  await asked(page, page.getByRole('button', { name: /^Code / }), 'Let people in');
  await page.context().close();
});

test('a table’s rare dialogs, a round that is over, a text in print', async () => {
  const table = await seated(stage, 'online');
  const ukraine = await table.sit('ukr', 'Olena');
  await table.sit('fra', 'Camille').then((page) => page.context().close());
  await table.tell('exercise.start');
  await table.tell('exercise.advance');
  await button(ukraine, 'We have read it').click();
  await asked(ukraine, button(ukraine, 'New circle'), 'New circle');
  await place(ukraine, /^Texts/).click();
  await faced(ukraine, 'no texts');
  await button(ukraine, 'New text').click();
  await button(ukraine, 'Core guarantees').click();
  await button(ukraine, 'Send to 6 delegations').waitFor();
  await faced(ukraine, 'a text that is being written');
  await button(ukraine, 'Send to 6 delegations').click();
  await ukraine.getByText('Draft by Ukraine, version 1', { exact: true }).waitFor();
  await ukraine.locator('.worth-total b').waitFor();
  await faced(ukraine, 'a text');
  // On paper the terms stand in the prose, and nothing that is pressed is left over.
  const article = ukraine.locator('.article').first();
  const term = article.getByRole('button', { name: /Change it$/ }).first();
  await ukraine.emulateMedia({ media: 'print' });
  assert.ok(await term.isVisible(), 'a term is printed');
  assert.equal(await button(ukraine, 'New circle').isVisible(), false);
  assert.equal(await place(ukraine, /^Texts/).isVisible(), false);
  await ukraine.emulateMedia({ media: 'screen' });
  await ukraine.getByRole('button', { name: /here$/ }).click();
  await button(dialog(ukraine), 'Leave the exercise').click();
  const leaving = ukraine.getByRole('dialog', { name: 'Leave the exercise?' });
  await leaving.waitFor();
  await faced(ukraine, 'leaving');
  await ukraine.context().close();
});

test('rare questions at a table and to its facilitator; whoever is shown out', async () => {
  const people = [['Ana', { party: 'nor' }], ['Boris', { party: 'sou' }]];
  const made = await exercise({ mode: 'online' }, people);
  await made.tell('exercise.start');
  await made.tell('exercise.advance');
  const ana = await stage.person({ at: made.at(made.seats[0]) });
  await asked(ana, button(ana, 'Set a call link'), 'A call for this circle');
  await ana.getByRole('button', { name: /here$/ }).click();
  await dialog(ana).getByText('More', { exact: true }).first().click();
  await asked(ana, button(ana, 'Report'), /^Report Boris/);
  await ana.keyboard.press('Escape');
  await dialog(ana).waitFor({ state: 'detached' });
  await place(ana, /^World/).click();
  await button(ana, 'We are ready').waitFor({ state: 'detached' });
  await faced(ana, 'the world');

  await stage.call('message.send', { to: 'control', text: 'May we speak to the press?', key: 1 }, made.seats[0]);
  const control = await stage.person({ at: made.at() });
  await asked(control, button(control, 'Answer'), 'Your answer');
  await control.getByRole('button', { name: /^\d people$/ }).click();
  await control.getByRole('button', { name: /^Remove Ana/ }).click();
  await control.getByRole('dialog', { name: /^Remove Ana/ }).getByRole('button', { name: 'Remove', exact: true }).click();
  await ana.getByRole('heading', { name: 'You were removed from this game' }).waitFor();
  await faced(ana, 'removed');
  const nobody = await stage.person({ at: made.at(newToken()) });
  await nobody.getByRole('heading', { name: 'This device has no seat here' }).waitFor();
  await faced(nobody, 'a link that is not known');
  for (const page of [ana, control, nobody]) await page.context().close();
});

test('the end: what the facilitator takes away, and closing for good', async () => {
  const made = await exercise({}, [['Ana', { party: 'nor' }], ['Boris', { party: 'sou' }]]);
  await made.tell('exercise.start');
  // Briefing, two rounds of talks; without a treaty there is no summer.
  for (let n = 0; n < 3; n++) await made.tell('exercise.advance');
  const control = await stage.person({ at: made.at() });
  await asked(control, button(control, 'Close'), 'Close for good?');
  const ana = await stage.person({ at: made.at(made.seats[0]) });
  await ana.getByRole('heading', { name: 'Northland: your result' }).waitFor();
  await faced(ana, 'between the end and the debrief');
  await button(ana, 'Back at the table').click();
  await ana.locator('.now').waitFor();
  await faced(ana, 'the table afterwards');
  await made.tell('debrief.open', { on: true });
  await asked(control, button(control, 'Export'), 'Export');
  for (const page of [ana, control]) await page.context().close();
});
