// Three people at one Paris table, one of them on a phone: brief, draft, amend, sign, talk, lose the server, ratify, read the result.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from '../patience.mjs';
import { open } from './harness.mjs';
import { button, dialog, looked, now, openText, place, seated, term } from './table.mjs';

let stage;
let sit;
let tell;
let ukraine;
let france;
let germany;
const declaration = 'Joint declaration on security guarantees';

before(async () => {
  stage = await open();
});
after(() => stage?.close());

test('three people take their seats and read their briefs', async () => {
  ({ sit, tell } = await seated(stage, 'online'));
  ukraine = await sit('ukr', 'Olena');
  france = await sit('fra', 'Camille', { size: 'phone' });
  germany = await sit('deu', 'Jonas', { size: 'tablet', dark: true });
  await tell('exercise.start');
  for (const page of [ukraine, france, germany]) {
    await now(page).getByText('Read your briefing').waitFor();
    await page.getByRole('heading', { name: /^Your brief/ }).waitFor();
  }
  await looked(ukraine, 'brief-desk');
  await looked(france, 'brief-phone');
  await looked(germany, 'brief-tablet-dark');
  await becomes(() => button(france, 'Start this text').first().isDisabled(), true);
  await button(france, 'We have read it').click();
  await now(france).getByText('Rank your 8 aims').waitFor();
  await france.locator('.now summary', { hasText: 'More' }).click();
  await france.locator('.now').getByRole('button', { name: 'We are ready' }).click();
  await now(france).getByText('You are ready').waitFor();
  await button(germany, 'We have read it').click();
  await button(ukraine, 'We have read it').click();
});

test('a first move becomes a draft, with its worth beside it', async () => {
  await tell('exercise.advance');
  await now(ukraine).getByText('Begin with USA, France, and Germany').waitFor();
  await ukraine.locator('.now').getByRole('button', { name: 'Start this text' }).click();
  await ukraine.locator('.worth-total').waitFor();
  const strength = 'Monitoring and verification, strength';
  await term(ukraine, strength).click();
  await becomes(() => ukraine.getByLabel(strength, { exact: true }).inputValue(), '100');
  await button(ukraine, `Less: ${strength}`).click();
  await button(ukraine, `Less: ${strength}`).click();
  await becomes(() => ukraine.getByLabel(strength, { exact: true }).inputValue(), '50');
  await term(ukraine, 'Answer to a renewed attack: United States of America, level').click();
  await ukraine.getByRole('radio', { name: /^consultative/ }).check();
  await ukraine.getByText('Every interest').click();
  await ukraine.getByText('Chance that a breach is detected: 10 % → 32 %').waitFor();
  await looked(ukraine, 'write-desk');
  await ukraine.reload();
  await becomes(() => term(ukraine, strength).innerText(), '50');
  await ukraine.getByRole('button', { name: /^Send to/ }).click();
  await ukraine.getByRole('heading', { name: declaration, level: 2 }).waitFor();
  await ukraine.getByText('Draft by Ukraine, version 1').waitFor();
});

test('it reaches the others, who see what it does for them, and one signs', async () => {
  await now(france).getByText('Ukraine sent you').waitFor();
  await france.locator('.now').getByRole('button', { name: 'Open the text' }).click();
  await france.getByText('Draft by Ukraine, version 1').waitFor();
  await france.locator('.worth-total').waitFor();
  await looked(france, 'text-phone');
  await button(france, 'Sign').click();
  await dialog(france).getByText('You bind yourselves to:').waitFor();
  await looked(france, 'sign-phone');
  await button(dialog(france), 'Sign version 1').click();
  await france.getByText('You have signed this version.').waitFor();
  await ukraine.locator('.signatures').getByText(/^signed at/).waitFor();
});

test('an amendment asks first, clears the signature and shows what changed', async () => {
  await openText(germany, declaration);
  await button(germany, 'Change it').click();
  await term(germany, 'Military assistance: Germany, amount').click();
  await button(germany, 'Less: Military assistance: Germany, amount').click();
  await looked(germany, 'amend-tablet-dark');
  await button(germany, 'Send the amendment').click();
  await dialog(germany).getByText('The signature of France is cleared.').waitFor();
  await button(dialog(germany), 'Amend it').click();
  await germany.getByText('Draft by Ukraine, version 2').waitFor();
  await now(france).getByText('Your signature is gone').waitFor();
  await france.getByText('What Germany changed since you last looked').waitFor();
  assert.equal(await france.locator('.article del').innerText(), '15');
  assert.equal(await france.locator('.article ins').innerText(), '10');
});

test('a stale amendment keeps what was typed, shows both, and is made again', async () => {
  const size = 'Contribution to the force: France, size';
  await button(france, 'Change it').click();
  await term(france, size).click();
  await button(france, `Less: ${size}`).click();
  await openText(ukraine, declaration);
  await button(ukraine, 'Change it').click();
  await term(ukraine, size).click();
  await button(ukraine, `More: ${size}`).click();
  await button(ukraine, 'Send the amendment').click();
  await ukraine.getByText('Draft by Ukraine, version 3').waitFor();
  await france.getByText('While you were writing, Ukraine made version 3').waitFor();
  await france.getByText('You both changed the same article.').waitFor();
  await becomes(() => button(france, 'Send the amendment').isDisabled(), true);
  await becomes(() => france.getByLabel(size, { exact: true }).inputValue(), '3');
  await looked(france, 'stale-phone');
  await france.getByRole('radio', { name: 'What you changed' }).check();
  await button(france, 'Go on with version 3').click();
  await button(france, 'Send the amendment').click();
  await france.getByText('Draft by Ukraine, version 4').waitFor();
  await france.locator('.article', { hasText: 'France contributes 3,000 troops' }).waitFor();
});

test('a private circle, and an article quoted in it', async () => {
  await place(france, /^Talk/).click();
  await button(france, 'New circle').click();
  await dialog(france).getByLabel('Ukraine').check();
  await button(dialog(france), 'Open').click();
  await france.getByLabel('Write a message').fill('What would our soldiers be worth to you?');
  await button(france, 'Send').click();
  await france.locator('.said.ours').waitFor();
  const circle = ukraine.getByRole('link', { name: /^France/ });
  await circle.getByText('unread').waitFor();
  await circle.click();
  await ukraine.getByText('What would our soldiers be worth to you?').waitFor();
  await ukraine.getByRole('button', { name: 'Quote article 1 in a message' }).click();
  await ukraine.getByLabel('Write a message').fill('This one matters more.');
  await button(ukraine, 'Send').click();
  await france.locator('.said', { hasText: 'This one matters more.' }).getByRole('link').click();
  await france.getByRole('heading', { name: declaration, level: 2 }).waitFor();
  await france.locator('.article.asked', { hasText: 'Article 1.' }).waitFor();
  assert.equal(await germany.getByText('What would our soldiers').count(), 0);
  await looked(ukraine, 'talk-desk');
});

test('a reload in the middle keeps the place and what was typed', async () => {
  await place(france, /^Talk/).click();
  await france.getByRole('link', { name: /^Ukraine/ }).click();
  await france.getByLabel('Write a message').fill('We could take');
  await france.reload();
  await france.getByText('This one matters more.').waitFor();
  await becomes(() => france.getByLabel('Write a message').inputValue(), 'We could take');
  await looked(france, 'conversation-phone');
});

test('the server is killed and comes back, and the pages go on by themselves', async () => {
  await stage.kill();
  await france.getByText('The connection is lost.').waitFor();
  await france.getByLabel('Write a message').fill('We could take the lead.');
  await button(france, 'Send').click();
  await looked(france, 'lost-phone');
  await stage.restart();
  await ukraine.locator('.said', { hasText: 'We could take the lead.' }).waitFor();
  await france.getByText('The connection is lost.').waitFor({ state: 'detached' });
  assert.equal(await ukraine.locator('.said', { hasText: 'We could take the lead.' }).count(), 1);
});

test('signatures, one with an exception, and every place looks right', async () => {
  for (const page of [ukraine, france]) {
    await openText(page, declaration);
    await button(page, 'Sign').click();
    await button(dialog(page), 'Sign version 4').click();
    await page.getByText('You have signed this version.').waitFor();
  }
  await openText(germany, declaration);
  await button(germany, 'Sign except…').click();
  await dialog(germany).getByRole('checkbox', { name: /^Germany gives/ }).check();
  await looked(germany, 'except-tablet-dark');
  await button(dialog(germany), 'Sign except article 2').click();
  await germany.getByText('You have signed this version.').waitFor();
  await ukraine.getByText('except article 2').waitFor();
  await looked(ukraine, 'text-desk');
  await place(ukraine, 'World').click();
  await ukraine.getByText(/Germany signs the/).waitFor();
  assert.match(await ukraine.locator('#region-donetsk_n').getAttribute('class'), /region/);
  await looked(ukraine, 'world-desk');
  await place(france, 'World').click();
  await looked(france, 'world-phone');
  await place(germany, 'World').click();
  await looked(germany, 'world-tablet-dark');
});

test('ratification is chosen in secret, kept over a reload, and shown when it closes', async () => {
  await tell('exercise.advance');
  await tell('exercise.advance');
  for (const page of [ukraine, france, germany]) {
    await now(page).getByText('Make your choice on “Ratification”').waitFor();
    await place(page, /^Decide/).click();
    await page.getByRole('radio', { name: /^Ask for approval/ }).check();
    await page.getByText('Your choice so far: Ask for approval.').waitFor();
  }
  await france.reload();
  await france.getByText('Your choice so far: Ask for approval.').waitFor();
  await france.getByRole('radio', { name: /^Ask for approval/, checked: true }).waitFor();
  await looked(france, 'decide-phone');
  await looked(ukraine, 'decide-desk');
  await looked(germany, 'decide-tablet-dark');
});

test('the game ends in the debrief, in every browser', async () => {
  await tell('exercise.advance');
  await tell('debrief.open', { on: true });
  for (const page of [ukraine, france, germany]) {
    await page.locator('.after-tabs').waitFor();
  }
  await looked(france, 'after-phone');
});
