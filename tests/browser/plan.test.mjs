// Our plan: a head and two advisers of one delegation rank, try, note, suggest and give orders; nobody else sees any of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from '../patience.mjs';
import { open } from './harness.mjs';
import { button, dialog, looked, now, place, seated } from './table.mjs';

let stage;
let tell;
let head;
let adviser;
let other;

before(async () => {
  stage = await open();
});
after(() => stage?.close());

const section = (page, name) => page.getByRole('region', { name, exact: true });
const notes = (page) => page.getByLabel('What the others said, what they need, what to ask next');
const openPlan = async (page) => {
  await place(page, /^Plan/).click();
  await page.getByRole('heading', { name: 'Our plan', level: 2 }).waitFor();
};
/** The aims as they stand, by their first words. */
const aims = (page) => section(page, 'What we want, in order').getByRole('listitem');

test('before the talks the card leads: read, rank, try, then a job or readiness', async () => {
  let sit;
  ({ sit, tell } = await seated(stage, 'room'));
  head = await sit('fra', 'Camille');
  adviser = await sit('fra', 'Luc', { size: 'phone' });
  other = await sit('ukr', 'Olena', { dark: true });
  await tell('exercise.start');
  for (const page of [head, adviser, other]) await button(page, 'We have read it').click();
  await now(head).getByText('Rank your 8 aims').waitFor();
  await looked(head, 'brief-weights-desk');
  await looked(adviser, 'brief-weights-phone');
  await head.locator('.now').getByRole('button', { name: 'Open our plan', exact: true }).first().click();
  await head.getByRole('heading', { name: 'Our plan', level: 2 }).waitFor();
});

test('aims are moved by their buttons and by dragging, and the delegation shares the order', async () => {
  await openPlan(adviser);
  const first = 'An American backstop';
  await button(head, `Higher: ${first}`).click();
  await aims(head).first().getByText(first).waitFor();
  await aims(adviser).first().getByText(first).waitFor();
  const grip = aims(head).nth(3).locator('.grip');
  const dragged = await aims(head).nth(3).locator('.aim').innerText();
  const from = await grip.boundingBox();
  const to = await aims(head).first().boundingBox();
  await head.mouse.move(from.x + 5, from.y + 10);
  await head.mouse.down();
  await head.mouse.move(to.x + 5, to.y + 30, { steps: 4 });
  await head.mouse.move(to.x + 5, to.y + 4, { steps: 4 });
  await head.mouse.up();
  await aims(adviser).first().locator('.aim').getByText(dragged.split(' (')[0]).waitFor();
  await now(head).getByText('Try it').waitFor();
});

test('terms are tried, with what they do and why, and shared as they are moved', async () => {
  await head.getByLabel('Add it').first().selectOption({ label: 'Ceasefire' });
  await button(head, 'Add it').click();
  await section(head, 'Try it').getByText('cease fire on land').waitFor();
  await head.locator('.worth-total').waitFor();
  await head.getByRole('button', { name: /^Ceasefire, days: 30/ }).click();
  await button(head, 'Less: Ceasefire, days').click();
  await section(adviser, 'Try it').getByText('cease fire on land').waitFor();
  await section(adviser, 'Try it').getByRole('button', { name: /^Ceasefire, days: 21/ }).waitFor();
  await now(adviser).getByText('Your job: numbers.').waitFor();
  await looked(head, 'plan-desk');
  await looked(adviser, 'plan-phone');
});

test('two write the notes at once, and no word is lost', async () => {
  await notes(head).fill('Ask London.');
  await notes(adviser).fill('Ask Kyiv.');
  for (const page of [head, adviser]) {
    await page.waitForFunction(() => {
      const words = document.querySelector('.plan textarea')?.value ?? '';
      return words.includes('Ask London.') && words.includes('Ask Kyiv.');
    });
  }
  // What each has joined comes to the same before one goes on.
  const read = () => Promise.all([head, adviser].map((page) => notes(page).inputValue()));
  await becomes(async () => new Set(await read()).size, 1);
  const status = section(head, 'Notes').getByRole('status');
  await status.getByText('Saved at').waitFor();
  const both = await notes(head).inputValue();
  await notes(head).fill(`${both}\nAnd Berlin.`);
  await head.reload();
  await becomes(() => notes(head).inputValue(), `${both}\nAnd Berlin.`);
  await adviser.waitForFunction(() =>
    document.querySelector('.plan textarea')?.value.includes('And Berlin.'),
  );
});

test('the head notes where to walk away, and gives the adviser a job', async () => {
  const floor = head.getByLabel('We walk away below');
  await floor.fill('30');
  await floor.press('Enter');
  await adviser.waitForFunction(
    () => document.querySelector('.plan-pair input[type=number]')?.value === '30',
  );
  await head.getByLabel('Job of Luc').selectOption({ label: 'Contacts' });
  await now(adviser).getByText('Your job: contacts.').waitFor();
});

test('an order is built by choosing, said in words, and can be taken back', async () => {
  const orders = section(head, 'Your orders');
  await orders.getByText('Add an order').click();
  await orders.getByLabel('Which article').selectOption({ label: 'Ceasefire' });
  await orders.getByLabel('How it must be').selectOption({ label: 'at most' });
  await orders.getByText('Ceasefire, days: at most 30 days.').waitFor();
  await looked(head, 'orders-desk');
  await button(head, 'Give this order').click();
  await button(head, 'Remove the order: Ceasefire, days: at most 30 days.').waitFor();
  await section(adviser, 'Your orders').getByText('Ceasefire, days: at most 30 days.').waitFor();
  for (const about of ['an article', 'what binds us', 'who must sign first', 'a figure']) {
    await orders.getByLabel('About what').selectOption({ label: about });
    await button(head, 'Give this order').click();
  }
  await orders.getByRole('listitem').nth(4).waitFor();
  await button(head, 'Remove the order: Ceasefire, days: at most 30 days.').click();
  await button(head, 'Remove the order: Ceasefire, days: at most 30 days.').waitFor({ state: 'detached' });
  for (const remove of await orders.getByRole('button', { name: /^Remove the order/ }).all()) {
    await remove.waitFor();
  }
});

test('an adviser suggests a term, and the head accepts it in one press', async () => {
  await adviser.getByLabel('Add it').first().selectOption({ label: 'Monitoring and verification' });
  await button(adviser, 'Add it').click();
  await button(adviser, 'Suggest it to your head: Monitoring and verification').click();
  await dialog(adviser).getByLabel('Why (a few words)').fill('It costs us little.');
  await looked(adviser, 'suggest-phone');
  await button(dialog(adviser), 'Suggest it').click();
  await dialog(adviser).waitFor({ state: 'detached' });
  await head.locator('.now').getByText('Luc suggests:').waitFor();
  await looked(head, 'suggested-desk');
  await head.locator('.now').getByRole('button', { name: /^Accept: Into the plan/ }).click();
  await head.locator('.now').getByText('Luc suggests:').waitFor({ state: 'detached' });
  await section(adviser, 'Suggestions').getByText('Answered').click();
  await section(adviser, 'Suggestions').getByText(/Accepted\.$/).waitFor();
});

test('the plan becomes a text, when the talks are open', async () => {
  await tell('exercise.advance');
  await now(head).getByText(/^Stand up\. Find Ukraine and UK\./).waitFor();
  await button(head, 'Send as a text…').click();
  await looked(head, 'send-as-desk');
  await dialog(head).getByRole('listitem').first().getByRole('button').click();
  await dialog(head).waitFor({ state: 'detached' });
  await head.getByText('What you write is kept on this device until you send it.').waitFor();
  await head.locator('.editor-foot').getByRole('button', { name: /^Send/ }).click();
  await head.getByText('Draft by France, version 1').waitFor();
});

test('an adviser suggests to sign, and the head is led to the text', async () => {
  await adviser.locator('.now summary', { hasText: 'More' }).click();
  await button(adviser, 'Suggest to your head').click();
  await dialog(adviser).getByRole('radio', { name: /^Sign the/ }).first().check();
  await button(dialog(adviser), 'Suggest it').click();
  await dialog(adviser).waitFor({ state: 'detached' });
  await openPlan(head);
  await head.locator('.now').getByRole('button', { name: /^Accept: Sign the/ }).click();
  await button(head, 'Sign').waitFor();
});

test('nobody else has seen any of it', async () => {
  const said = await other.content();
  for (const words of ['Ask London', 'backstop first', 'It costs us little']) {
    assert.equal(said.includes(words), false, words);
  }
  await openPlan(other);
  await looked(other, 'plan-empty-desk-dark');
  await place(adviser, /^Plan/).click();
  await tell('exercise.pause');
  await now(head).getByText('Paused.').waitFor();
  await adviser.getByText('It can be read now, and written again when the game goes on.').waitFor();
  await becomes(() => notes(adviser).getAttribute('readonly'), '');
  await tell('exercise.resume');
});
