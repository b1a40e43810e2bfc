// What is rare at a table: advisers, blank texts, disputes, links, declining, leaking, showing to everyone, pausing.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { button, dialog, looked, now, openText, place, rarely, seated } from './table.mjs';

let stage;
let sit;
let tell;
let ukraine;
let adviser;
let france;
let russia;

before(async () => {
  stage = await open();
});
after(() => stage?.close());

test('the head signs and the adviser advises', async () => {
  ({ sit, tell } = await seated(stage, 'room'));
  ukraine = await sit('ukr', 'Olena');
  adviser = await sit('ukr', 'Taras', { size: 'phone' });
  france = await sit('fra', 'Camille', { size: 'tablet' });
  russia = await sit('rus', 'Pavel', { dark: true });
  await tell('exercise.start');
  await tell('exercise.advance');
  for (const page of [ukraine, adviser, france, russia]) {
    await button(page, 'We have read it').click();
  }
  await now(adviser).getByText(/^Stand up\. Find USA, France, and Germany\./).waitFor();
  await looked(adviser, 'brief-room-phone');
});

test('a text from a blank page: articles by subject, own words, a term out of range', async () => {
  await place(ukraine, /^Texts/).click();
  await button(ukraine, 'New text').click();
  await looked(ukraine, 'new-desk');
  await button(ukraine, 'Start from a blank page: Joint declaration on security guarantees').click();
  for (const party of ['France', 'UK']) {
    await ukraine.getByRole('checkbox', { name: party, exact: true }).first().check();
  }
  await button(ukraine, 'Add: Multinational force').click();
  await button(ukraine, 'Add: Contribution to the force: France').click();
  await button(ukraine, '+ An article in your own words').click();
  await ukraine.getByRole('textbox', { name: 'In our own words' }).fill('We meet in Lviv each year.');
  await ukraine.locator('summary', { hasText: 'Conditions' }).click();
  await ukraine
    .getByRole('group', { name: 'Takes effect only if' })
    .getByLabel('a ceasefire is in force')
    .check();
  const size = ukraine.getByLabel('Contribution to the force: France, size', { exact: true });
  await size.fill('40');
  await ukraine.getByText('3 to 12, in steps of 3').waitFor();
  await button(ukraine, 'Send to France and UK').click();
  await ukraine.locator('.article .refused').waitFor();
  assert.equal(await size.inputValue(), '40');
  await looked(ukraine, 'refused-desk');
  await size.fill('6');
  await button(ukraine, 'Send to France and UK').click();
  await ukraine.getByText('Draft by Ukraine, version 1').waitFor();
  await ukraine.getByText('We meet in Lviv each year.').waitFor();
  await ukraine.getByText('a ceasefire is in force · not so now').waitFor();
});

test('an adviser drafts and disputes, and cannot sign', async () => {
  await openText(adviser, /^Joint declaration/);
  await adviser.getByText('Your head signs.').waitFor();
  assert.equal(await button(adviser, 'Sign').count(), 0);
  await rarely(adviser, 'Mark what we dispute');
  await button(adviser, 'Dispute this article').first().click();
  await adviser.getByText('Disputed by you.').waitFor();
  await openText(france, /^Joint declaration/);
  await france.getByText('Disputed by Ukraine.').waitFor();
  await france.getByText('it waits for agreement on article 1').waitFor();
  await france.getByText('It can be signed once nothing in it is disputed.').waitFor();
  await looked(france, 'disputed-tablet');
  await button(adviser, 'No longer dispute it').click();
  await button(france, 'Sign').waitFor();
});

test('a party declines, and an amendment clears the answer', async () => {
  await rarely(france, 'Decline');
  await dialog(france).getByText('see at once that you do not sign it').waitFor();
  await button(dialog(france), 'Decline').click();
  await ukraine.locator('.signatures').getByText('declined').waitFor();
  await button(adviser, 'Change it').click();
  await adviser.getByRole('textbox', { name: 'In our own words' }).fill('We meet in Lviv every spring.');
  await button(adviser, 'Send the amendment').click();
  await ukraine.locator('.signatures').getByText('declined').waitFor({ state: 'detached' });
});

test('two texts are linked', async () => {
  await place(ukraine, /^Texts/).click();
  await button(ukraine, 'New text').click();
  await button(ukraine, 'A force led by Paris, once the guns are silent').click();
  await ukraine.getByRole('button', { name: /^Send to/ }).click();
  await ukraine.getByText('Draft by Ukraine, version 1').waitFor();
  await rarely(ukraine, 'Link with another text');
  await dialog(ukraine).getByRole('checkbox', { name: /^Joint declaration/ }).check();
  await button(dialog(ukraine), 'Link them').click();
  await ukraine.getByRole('heading', { name: 'Linked texts' }).waitFor();
  await looked(ukraine, 'linked-desk');
});

test('a text is opened for signature, leaked, and shown to everyone', async () => {
  await place(russia, /^Texts/).click();
  await russia.getByText('There is no text yet that you may see.').waitFor();
  await rarely(ukraine, 'Open for signature');
  await button(dialog(ukraine), 'Open for signature').click();
  await button(ukraine, 'Change it').waitFor({ state: 'detached' });
  await ukraine.getByText('open for signature').first().waitFor();
  await openText(france, /^Declaration of intent/);
  await rarely(france, 'Leak it');
  await dialog(france).getByText('Everyone sees it at once').waitFor();
  await looked(france, 'leak-tablet');
  await button(dialog(france), 'Leak it').click();
  await openText(russia, /^Declaration of intent/);
  await russia.getByText('you are not invited to sign it').waitFor();
  await looked(russia, 'outsider-desk-dark');
  await place(russia, 'World').click();
  await russia.getByRole('region', { name: 'Minutes' }).getByText('France leaks the Declaration of intent').waitFor();
});

test('a text without signatures is withdrawn by its author', async () => {
  await openText(ukraine, /^Joint declaration/);
  await rarely(ukraine, 'Withdraw the text');
  await button(dialog(ukraine), 'Withdraw the text').click();
  await ukraine.getByText('Withdrawn by Ukraine').waitFor();
});

test('a statement to the press, a word to the facilitator, a pause', async () => {
  await place(france, /^Talk/).click();
  await france.getByRole('link', { name: /^Press statements/ }).click();
  await france.getByLabel('Write a message').fill('France stands by its word.');
  await button(france, 'Publish').click();
  await russia.getByRole('link', { name: /^Press statements/ }).click();
  await russia.getByText('France stands by its word.', { exact: true }).waitFor();
  await tell('exercise.pause');
  await now(france).getByText('Paused.').waitFor();
  await france.getByText('Paused: only the facilitator can be written to.').waitFor();
  await looked(france, 'paused-tablet');
  await france.getByRole('link', { name: 'All conversations' }).click();
  await france.getByRole('link', { name: 'The facilitator' }).click();
  await france.getByLabel('Write a message').fill('How long is the pause?');
  await button(france, 'Send').click();
  await france.locator('.said.ours').waitFor();
  await tell('exercise.resume');
});

test('the head passes the lead on', async () => {
  await ukraine.getByRole('button', { name: /here$/ }).click();
  await dialog(ukraine).getByText('Taras · Adviser').waitFor();
  await looked(ukraine, 'people-desk');
  await dialog(ukraine).locator('summary').click();
  await button(dialog(ukraine), 'Make head').click();
  await ukraine.getByText('Taras · Head').waitFor();
  await button(dialog(ukraine), 'Close').last().click();
  await openText(adviser, /^Declaration of intent/);
  await button(adviser, 'Sign').waitFor();
});
