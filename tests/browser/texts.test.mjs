// Texts between two: read, compared, changed at once by both, written as an exchange, weighed with other texts; by keyboard alone, over
// a reload, a lost connection and a restarted server.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from '../patience.mjs';
import { open } from './harness.mjs';
import { button, dialog, looked, openText, place, rarely, seated, term } from './table.mjs';

let stage;
let tell;
let ukraine;
let france;
const declaration = 'Joint declaration on security guarantees';
const size = 'Contribution to the force: France, size';
const strength = 'Monitoring and verification, strength';

before(async () => {
  stage = await open();
  const table = await seated(stage, 'online');
  tell = table.tell;
  ukraine = await table.sit('ukr', 'Olena');
  france = await table.sit('fra', 'Camille', { size: 'phone' });
  await tell('exercise.start');
  await tell('exercise.advance');
  for (const page of [ukraine, france]) await button(page, 'We have read it').click();
});
after(() => stage?.close());

const editing = (page) => page.getByRole('heading', { name: `Amend the ${declaration}` });
const version = (page, number) => page.getByText(`Draft by Ukraine, version ${number}`, { exact: true }).waitFor();
/** One step of a term, in the text that is open. */
async function step(page, name, way) {
  if (!(await button(page, `${way}: ${name}`).count())) await term(page, name).click();
  await button(page, `${way}: ${name}`).click();
}

test('the list says what came in, what a text waits for and from whom', async () => {
  await place(ukraine, /^Texts/).click();
  await button(ukraine, 'New text').click();
  await button(ukraine, 'Core guarantees').click();
  await button(ukraine, 'Send to 6 delegations').click();
  await version(ukraine, 1);
  await place(france, /^Texts/).click();
  const line = france.locator('.need-ours li', { hasText: declaration });
  await line.getByText('Since you looked: sent to you by Ukraine.').waitFor();
  await line.getByText('it waits for your signature and those of Ukraine, USA').waitFor();
  await looked(france, 'list-phone');
});

test('a term in the prose opens its control where the text is changed, and the total moves', async () => {
  await openText(france, declaration);
  const total = france.locator('.worth-total b');
  await total.waitFor();
  const before = await total.innerText();
  await looked(france, 'opened-phone');
  const aid = 'Military assistance: Germany, amount';
  await term(france, aid).click();
  await editing(france).waitFor();
  const slider = france.getByRole('slider', { name: `Slide: ${aid}` });
  assert.equal(await slider.inputValue(), '15');
  await slider.fill('20');
  await france.locator('.worth-total b').filter({ hasNotText: before }).waitFor();
  await france.locator('.worth-reasons', { hasText: /France if the war goes on: \d+ → \d+/ }).waitFor();
  await looked(france, 'term-phone');
  await slider.fill('15');
  await step(france, size, 'Less');
  await button(france, 'Send the amendment').click();
  await version(france, 2);
});

test('what changed stands in the prose, against any earlier version', async () => {
  const changed = ukraine.locator('.article', { hasText: 'France contributes' });
  await ukraine.getByText('What France changed since you last looked').waitFor();
  assert.equal(await changed.locator('del').innerText(), '6');
  assert.equal(await changed.locator('ins').innerText(), '3');
  await looked(ukraine, 'changed-desk');
  const since = ukraine.getByLabel('Show what changed since');
  await since.selectOption({ label: 'nothing: as it stands' });
  await becomes(() => ukraine.locator('.article :is(del, ins)').count(), 0);
  await since.selectOption({ label: 'version 1, by Ukraine' });
  await changed.locator('del').waitFor();
});

test('changes of different articles are carried over while one writes', async () => {
  await openText(france, declaration);
  await step(france, size, 'More');
  await openText(ukraine, declaration);
  await step(ukraine, strength, 'Less');
  await button(ukraine, 'Send the amendment').click();
  await version(ukraine, 3);
  await france.getByText('While you were writing, Ukraine made version 3').waitFor();
  await france.getByText('what you wrote stands on the new version now').waitFor();
  await becomes(() => term(france, strength).innerText(), '75');
  await becomes(() => term(france, size).innerText(), '6');
  await looked(france, 'carried-phone');
  await button(france, 'I have seen it').click();
  await button(france, 'Send the amendment').click();
  await version(france, 4);
  await becomes(() => term(france, strength).innerText(), '75');
  await becomes(() => term(france, size).innerText(), '6');
});

test('of the same article somebody chooses: mine, theirs, or both together', async () => {
  await openText(france, declaration);
  await step(france, size, 'More');
  await openText(ukraine, declaration);
  await term(ukraine, 'Contribution to the force: France, basing').click();
  await ukraine.getByRole('radio', { name: 'in neighbouring territory or at sea' }).check();
  await button(ukraine, 'Send the amendment').click();
  await version(ukraine, 5);
  await france.getByText('You both changed the same article.').waitFor();
  await becomes(() => button(france, 'Send the amendment').isDisabled(), true);
  await becomes(() => button(france, 'Go on with version 5').isDisabled(), true);
  await looked(france, 'choose-phone');
  await france.getByRole('radio', { name: 'Both together' }).check();
  await button(france, 'Go on with version 5').click();
  await button(france, 'Send the amendment').click();
  await version(france, 6);
  await france
    .locator('.article', { hasText: 'France contributes 9,000 troops, based in neighbouring territory or at sea.' })
    .waitFor();
});

test('own words of two people are merged word by word, and none is lost', async () => {
  const own = (page) => page.getByRole('textbox', { name: 'In our own words' });
  await openText(ukraine, declaration);
  await button(ukraine, 'Change it').click();
  await ukraine.locator('summary', { hasText: 'Add an article' }).click();
  await button(ukraine, '+ An article in your own words').click();
  await own(ukraine).fill('The parties meet in Lviv every spring.');
  await button(ukraine, 'Send the amendment').click();
  await version(ukraine, 7);
  await openText(france, declaration);
  await button(france, 'Change it').click();
  await own(france).fill('The parties meet in Lviv every spring and autumn.');
  await button(ukraine, 'Change it').click();
  await own(ukraine).fill('The heads of the parties meet in Lviv every spring.');
  await button(ukraine, 'Send the amendment').click();
  await version(ukraine, 8);
  await france.getByRole('radio', { name: 'Both together' }).check();
  const merged = 'The heads of the parties meet in Lviv every spring and autumn.';
  const together = france.locator('.clash').getByRole('textbox');
  await becomes(() => together.inputValue(), merged);
  await button(france, 'Go on with version 8').click();
  await becomes(() => own(france).inputValue(), merged);
  await button(france, 'Send the amendment').click();
  await version(france, 9);
  await france.getByText(merged, { exact: true }).waitFor();
});

test('what is typed survives a reload, a lost server and its return, and is sent once', async () => {
  const own = france.getByRole('textbox', { name: 'In our own words' });
  await place(ukraine, 'World').click();
  await openText(france, declaration);
  await button(france, 'Change it').click();
  await own.fill('The heads meet in Kyiv');
  await france.reload();
  await becomes(() => own.inputValue(), 'The heads meet in Kyiv');
  await stage.kill();
  await france.getByText('The connection is lost.').waitFor();
  await own.fill('The heads meet in Kyiv once a year.');
  await button(france, 'Send the amendment').click();
  await stage.restart();
  await version(france, 10);
  await france.getByText('The heads meet in Kyiv once a year.').waitFor();
  await openText(ukraine, declaration);
  await version(ukraine, 10);
  await ukraine.getByText('What France changed since you last looked').waitFor();
  await ukraine.getByLabel('Show what changed since').selectOption({ label: 'nothing: as it stands' });
  await ukraine.getByText('The heads meet in Kyiv once a year.', { exact: true }).waitFor();
});

test('a text closed while somebody amends it: what was written is kept as another', async () => {
  await openText(france, declaration);
  await step(france, size, 'Less');
  await rarely(ukraine, 'Open for signature');
  await button(dialog(ukraine), 'Open for signature').click();
  await dialog(ukraine).waitFor({ state: 'detached' });
  await france.getByText('This text was opened for signature').waitFor();
  await button(france, 'Keep what you wrote as a new text').click();
  await button(france, 'Send to 6 delegations').waitFor();
  await becomes(() => term(france, size).innerText(), '6');
  await button(france, 'Throw away').click();
});

test('an exchange: what we give, what they give, what binds both', async () => {
  await place(france, /^Texts/).click();
  await button(france, 'New text').click();
  await button(france, 'We give, they give').click();
  await becomes(() => button(france, 'Begin').isDisabled(), true);
  await france.getByRole('checkbox', { name: 'Ukraine', exact: true }).check();
  await france.getByRole('checkbox', { name: 'USA', exact: true }).check();
  await button(france, 'Begin').click();
  const side = (name) => france.locator(`.exchange .${name}`);
  await side('ours').locator('summary').click();
  await button(side('ours'), 'Add: Contribution to the force: France').click();
  await side('ours').locator('.article', { hasText: 'France contributes' }).waitFor();
  await france.getByText('Troops need a multinational force.').waitFor();
  await side('theirs').locator('summary').click();
  await button(side('theirs'), 'Add: Answer to a renewed attack: USA').click();
  await side('theirs').locator('.article', { hasText: 'United States of America answers' }).waitFor();
  await side('both').locator('summary').click();
  await button(side('both'), 'Add: Multinational force').click();
  await side('both').locator('.article', { hasText: 'A voluntary multinational force' }).waitFor();
  await looked(france, 'exchange-phone');
  await button(france, 'Send to Ukraine and USA').click();
  await france.getByText('Draft by France, version 1').waitFor();
});

test('assuming another text as well changes what this one does', async () => {
  await place(ukraine, /^Texts/).click();
  await button(ukraine, 'New text').click();
  await button(ukraine, 'A watched ceasefire').click();
  await button(ukraine, 'Send to Russia, USA, and Türkiye').click();
  await ukraine.getByRole('heading', { name: 'Ceasefire agreement', level: 2 }).waitFor();
  const total = ukraine.locator('.worth-total b');
  await total.waitFor();
  const alone = Number(await total.innerText());
  await ukraine.getByText('stays').first().waitFor();
  await looked(ukraine, 'ceasefire-desk');
  await ukraine.getByRole('checkbox', { name: `${declaration}, version 10` }).check();
  await ukraine.waitForFunction(
    (before) => Number(document.querySelector('.worth-total b')?.textContent) > before,
    alone,
  );
});

test('what would help is asked for, and put into the text', async () => {
  await button(ukraine, 'What would help?').click();
  const pieces = ukraine.locator('.advice li');
  await pieces.first().waitFor();
  await pieces.first().getByText('for you').waitFor();
  await looked(ukraine, 'advice-desk');
  await button(pieces.first(), 'Put it into the text').click();
  await ukraine.getByRole('heading', { name: 'Amend the Ceasefire agreement' }).waitFor();
  await becomes(() => button(ukraine, 'Send the amendment').isDisabled(), false);
  await button(ukraine, 'Throw away').click();
});
