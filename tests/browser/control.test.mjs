// Two facilitators run one exercise: a question that one of them takes, rulings with effects, news in own words, the log.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { button, dialog, escaped, looked, newToken } from './table.mjs';

let stage;
let control;
let second;
let north;
let exercise;

before(async () => {
  stage = await open();
  const token = newToken();
  exercise = await stage.call('exercise.create', { scenario: 'river', tables: 2, untimed: true, token });
  const seat = newToken();
  await stage.call('exercise.join', { code: exercise.code, name: 'Ana', token: seat, party: 'nor' });
  await stage.call('exercise.start', {}, token);
  control = await stage.person({ at: `/t/${exercise.exercise}#${token}` });
  north = await stage.person({ size: 'phone', at: `/t/${exercise.exercise}#${seat}` });
  await control.getByRole('heading', { name: 'Room 1' }).waitFor();
});
after(() => stage?.close());

const ask = async (text) => {
  // The tab leads to all conversations, from one that is open too.
  await north.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /^Talk/ }).click();
  await north.getByRole('link', { name: /^The facilitator/ }).click();
  await north.getByLabel('Write a message').fill(text);
  await button(north, 'Send').click();
  await north.getByText(text).first().waitFor();
};

test('one facilitator makes a link for another, who sees the same page', async () => {
  await button(control, 'Facilitators').click();
  await dialog(control).getByLabel('Name of one more facilitator').fill('Berta');
  await button(control, 'Make a link').click();
  const link = await dialog(control).getByLabel('Link for Berta').inputValue();
  await looked(control, 'facilitators-desk');
  second = await stage.person({ size: 'tablet', dark: true, at: new URL(link).pathname + new URL(link).hash });
  await second.getByRole('heading', { name: 'Room 1' }).waitFor();
  await dialog(control).getByText('here', { exact: true }).waitFor();
  await button(dialog(control), 'Close').last().click();
});

test('a question is taken by one of them, answered, and gone for both', async () => {
  await ask('May we build a second dam?');
  const mine = control.locator('.requests');
  const other = second.locator('.requests');
  await mine.getByText('May we build a second dam?').waitFor();
  await button(other, 'I take it').click();
  await mine.getByText('Berta answers it').waitFor();
  assert.equal(await button(mine, 'Answer').count(), 0);
  await looked(control, 'requests-desk');
  await looked(second, 'requests-tablet-dark');
  await button(other, 'Answer').click();
  await dialog(second).getByText('That delegation alone reads it.').waitFor();
  await dialog(second).getByLabel('Your words').fill('One is enough.');
  await button(dialog(second), 'Send').click();
  await north.getByText('One is enough.').waitFor();
  await mine.waitFor({ state: 'detached' });
  await other.waitFor({ state: 'detached' });
});

test('a ruling answers a question and changes a value', async () => {
  await ask('The river rose. Does the island still count?');
  await button(control.locator('.requests'), 'Rule on it').click();
  const sheet = dialog(control);
  await sheet.getByText('Does the island still count?').waitFor();
  await sheet.getByLabel('Your words').fill('It counts, and trust has suffered.');
  await button(sheet, '+ A value that changes').click();
  await sheet.getByRole('combobox').first().selectOption({ index: 0 });
  await looked(control, 'ruling-desk');
  const value = sheet.getByLabel('To', { exact: true });
  if (await value.evaluate((node) => node.tagName === 'SELECT')) await value.selectOption({ index: 1 });
  else await value.fill('1');
  await button(sheet, 'Rule').click();
  await sheet.waitFor({ state: 'detached' });
  await control.locator('.requests').waitFor({ state: 'detached' });
});

test('news in own words goes to one delegation of one room', async () => {
  await control.getByRole('checkbox', { name: 'Choose Room 1' }).check();
  await control.getByText('You act on Room 1 alone.').waitFor();
  await button(control, 'News').click();
  const sheet = dialog(control);
  await sheet.getByLabel('Headline').fill('A quiet offer');
  await sheet.getByLabel('What happened').fill('An engineer knows how to mend the dam.');
  await sheet.getByText('For everyone').click();
  await sheet.getByRole('checkbox', { name: /North/ }).check();
  await button(sheet, 'Bring this news').click();
  await north.getByText('A quiet offer').first().waitFor();
  await button(sheet, 'Close').last().click();
  await button(control, 'Choose none').click();
});

test('a room is seen by a delegation’s eyes, live, and nothing can be done in its name', async () => {
  await control.getByRole('button', { name: /^Look in: Room 1/ }).click();
  const sheet = dialog(control);
  await button(sheet, 'Talk').click();
  await sheet.getByText('May we build a second dam?').waitFor();
  await sheet.getByLabel('Seen by').selectOption({ label: 'Southland' });
  await sheet.getByText('May we build a second dam?').waitFor({ state: 'detached' });
  await sheet.getByText('From here nothing can be done in its name.').waitFor();
  assert.equal(await button(sheet, 'Ruling').count(), 0);
  await looked(control, 'shoulder-desk');
  await sheet.getByLabel('Seen by').selectOption({ label: 'Northland' });
  await sheet.getByText('May we build a second dam?').waitFor();
  await ask('And a third?');
  await sheet.getByText('And a third?').waitFor();
  await sheet.getByLabel('Seen by').selectOption({ index: 0 });
  await button(sheet, 'Ruling').waitFor();
  await button(sheet, 'Close').last().click();
});

test('the log says who did what', async () => {
  await button(control, 'Log').click();
  const sheet = dialog(control);
  await sheet.getByText(/^.*Berta: Answered a question/).waitFor();
  await sheet.getByText('Ruling: It counts, and trust has suffered.').waitFor();
  await sheet.getByText('News in own words: A quiet offer (Room 1)').waitFor();
  await looked(control, 'log-desk');
  await button(sheet, 'Close').last().click();
});

test('who harms the game is removed, and shown out', async () => {
  const token = newToken();
  await stage.call('exercise.join', { code: exercise.code, name: 'Zed', token, party: 'sou' });
  const zed = await stage.person({ at: `/t/${exercise.exercise}#${token}` });
  await zed.locator('.now').waitFor();
  await control.getByRole('button', { name: /2 people/ }).click();
  await button(control, 'Remove Zed from the exercise').click();
  await dialog(control).last().getByText('does not open this exercise again').waitFor();
  await button(dialog(control).last(), 'Remove').click();
  await zed.locator('.now').waitFor({ state: 'detached' });
  await control.waitForFunction(() => document.querySelectorAll('dialog').length === 1);
  await escaped(control);
});

test('a link that is taken back ends', async () => {
  await button(control, 'Facilitators').click();
  await button(control, 'End the link of Berta').click();
  await second.getByText(/not known|another link|new link/i).first().waitFor();
  await button(dialog(control), 'Close').last().click();
  assert.deepEqual(stage.complaints, []);
});
