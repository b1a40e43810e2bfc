// People and seats: a list, choosing, a notice and a private word, moves, bots, who is away, who leaves, who takes over.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fits, open, shot } from './harness.mjs';
import { button, dialog, escaped, newToken } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

async function looked(page, name) {
  await shot(page, `people-${name}`);
  await accessible(page, name);
  await fits(page, name);
}

/** An exercise of the river, made by POST; `control` opens its page. */
async function made(options = {}) {
  const token = newToken();
  const exercise = await stage.call('exercise.create', { scenario: 'river', tables: 2, token, ...options });
  const at = `/t/${exercise.exercise}#${token}`;
  return {
    ...exercise,
    tell: (what, params = {}) => stage.call(what, params, token),
    control: (size = 'desk') => stage.person({ size, at }),
    async join(name, more = {}) {
      const own = newToken();
      const joined = await stage.call('exercise.join', { code: exercise.code, name, token: own, ...more });
      const page = await stage.person({ size: 'phone', at: `/t/${exercise.exercise}#${own}` });
      return { page, token: own, ...joined };
    },
  };
}
const inDialog = (page, name) => dialog(page).getByRole('button', { name, exact: true });
const closed = (page) => dialog(page).waitFor({ state: 'detached' });
const group = (page, room, party) => page.getByRole('region', { name: `${room}: ${party}`, exact: true });

test('setting up asks for names or none, who leads, and a notice', async () => {
  const page = await stage.person({ size: 'phone' });
  await button(page, 'Set one up').click();
  await page.getByText('More choices').click();
  await page.getByLabel(/^Without names/).check();
  const notice = page.getByLabel('A notice before people see their roles');
  assert.match(await notice.inputValue(), /You play a role/);
  await looked(page, 'set-up-phone');
  await page.context().close();
});

test('a pasted list says what it cannot place, seats the rest, and waits for them by name', async () => {
  const { control: facilitator, join } = await made();
  const control = await facilitator();
  await button(control, 'Paste a list').click();
  await control.getByLabel('One person a line').fill('name,room,delegation\nZoë Ångström,Room 2,Southland\nBen,Rom 1,\nCem,1,North');
  await inDialog(control, 'See what comes of it').click();
  await control.getByText('did you mean "Room 1"?').waitFor();
  await looked(control, 'list');
  await inDialog(control, 'Seat 2 people').click();
  await closed(control);
  await group(control, 'Room 2', 'Southland').getByText('Expected: Zoë Ångström').waitFor();
  const { page } = await join('zoe angstrom');
  await page.getByRole('heading', { name: /Southland/ }).first().waitFor();
  await group(control, 'Room 2', 'Southland').getByText('zoe angstrom').waitFor();
  await button(control, 'Take it back').click();
  await control.getByText('Everybody is where they were').waitFor();
  await looked(control, 'hall');
  await control.context().close();
});

test('people choose their places on a phone', async () => {
  const { control: facilitator, join } = await made();
  const control = await facilitator('phone');
  await control.getByLabel('People are seated', { exact: true }).selectOption('choice');
  await control.getByText('Everybody takes one of the free places.').waitFor();
  const { page } = await join('Ana');
  await page.getByRole('heading', { name: 'Choose your place' }).waitFor();
  await looked(page, 'places-phone');
  await page.getByRole('button', { name: 'Take it: Southland, Room 2' }).click();
  await page.getByRole('heading', { name: /Southland/ }).first().waitFor();
  await button(page, 'Choose another place').click();
  await page.getByRole('heading', { name: 'Choose your place' }).waitFor();
  await page.getByRole('button', { name: 'Take it: Northland, Room 1' }).click();
  await page.getByRole('heading', { name: /Northland/ }).first().waitFor();
  await looked(control, 'hall-phone');
  await button(control, 'Seat everybody anew').click();
  await inDialog(control, 'Seat everybody anew').click();
  await page.getByRole('heading', { name: 'Choose your place' }).waitFor();
  await control.context().close();
});

test('a notice comes before the role, with a private way to ask for another', async () => {
  const { control: facilitator, join } = await made({ notice: 'This game is about water, and a war that may come of it.' });
  const control = await facilitator();
  const { page } = await join('Ana');
  await page.getByRole('heading', { name: 'Before you begin' }).waitFor();
  assert.equal(await page.getByText('Northland').count(), 0, 'the role is not told yet');
  await looked(page, 'notice-phone');
  await button(page, 'I’d rather have another role').click();
  await page.getByLabel('Anything they should know?').fill('My family lives by a river.');
  await looked(page, 'notice-ask-phone');
  await inDialog(page, 'Ask for another role').click();
  await page.getByRole('heading', { name: /Northland/ }).first().waitFor();
  await control.getByText('Ana would rather have another role').waitFor();
  await control.getByText('My family lives by a river.').waitFor();
  await looked(control, 'request');
  await page.reload();
  await page.getByRole('heading', { name: /Northland/ }).first().waitFor();
  await control.getByRole('button', { name: 'Done' }).first().click();
  await control.getByText('Ana would rather have another role').waitFor({ state: 'detached' });
  await control.context().close();
});

test('people are dragged, given roles, and bots come and go', async () => {
  const { control: facilitator, join } = await made({ tables: 1 });
  const control = await facilitator();
  const { page } = await join('Ana');
  const row = control.locator('.roster > li', { hasText: 'Ana' });
  await row.waitFor();
  await row.locator('.who').dragTo(group(control, 'Room 1', 'Southland'));
  await page.getByRole('heading', { name: /Southland/ }).first().waitFor();
  await control.getByLabel('Role of Ana').selectOption('observer');
  await page.getByText('You observe').waitFor();
  await control.getByLabel('Role of Ana').selectOption('head');
  await page.getByText('You head the delegation').waitFor();
  await control.getByRole('button', { name: 'Let a bot play Northland in Room 1' }).click();
  await control.getByRole('button', { name: 'Take it out: the bot of Northland' }).click();
  await control.getByRole('button', { name: 'Let a bot play Northland in Room 1' }).waitFor();
  await button(control, 'A link to look on').click();
  await inDialog(control, 'Make the link').click();
  const link = await control.getByLabel('The link', { exact: true }).inputValue();
  await looked(control, 'look-on');
  await escaped(control);
  const guest = await stage.person({ at: link });
  await guest.getByText('Room 1').first().waitFor();
  await control.getByRole('button', { name: 'Forget the name Ana' }).click();
  await inDialog(control, 'Forget it').click();
  await dialog(control).waitFor({ state: 'detached' });
  await group(control, 'Room 1', 'Southland').locator('.who', { hasText: /South\S* 1/ }).waitFor();
  await looked(control, 'roster');
  await control.context().close();
});

test('a head who is away is stood in for, comes back, and leaves; who takes over catches up', async () => {
  const { control: facilitator, join, tell, exercise } = await made({ tables: 1, untimed: true });
  const control = await facilitator();
  const ana = await join('Ana', { party: 'nor' });
  const ben = await join('Ben', { party: 'sou' });
  const cleo = await join('Cleo', { party: 'nor' });
  await tell('exercise.start');
  await tell('exercise.advance');
  await ana.page.context().close();
  await button(control, '3 people').click();
  await control.getByRole('button', { name: 'A bot stands in for Ana' }).click();
  await control.getByText('a bot stands in', { exact: false }).first().waitFor();
  await looked(control, 'stand-in');
  const text = { kind: 'treaty', invite: ['nor', 'sou'], clauses: [{ type: 'water', terms: { share: 45 } }] };
  const { instrument, version } = await stage.call('instrument.draft', { ...text, key: 2 ** 30 }, ben.token);
  await stage.call('instrument.sign', { instrument, version, key: 2 ** 31 }, ben.token);
  // Somebody with Ana's link, on another device: a substitute.
  const substitute = await stage.person({ size: 'phone', at: `/t/${exercise}#${ana.token}` });
  await button(substitute, 'Catch up').click();
  await dialog(substitute).getByRole('heading', { name: 'What is open' }).waitFor();
  await dialog(substitute).getByText(/Draft by South/).first().waitFor();
  await dialog(substitute).getByText(/Cleo \(/).waitFor();
  await looked(substitute, 'catch-up-phone');
  await inDialog(substitute, 'Close').last().click();
  await button(substitute, 'Catch up').waitFor({ state: 'detached' });
  await control.getByRole('button', { name: 'A bot stands in for Ana' }).waitFor({ state: 'detached' });

  await substitute.getByRole('button', { name: /here$|people/ }).first().click();
  await looked(substitute, 'own-phone');
  await button(substitute, 'Leave the exercise').click();
  await substitute.locator('dialog button.grave').click();
  await substitute.getByRole('heading', { name: 'Play now' }).waitFor();
  await cleo.page.getByText('Head', { exact: true }).first().waitFor();
  await control.context().close();
});

test('without names others see a delegation and a number', async () => {
  const { control: facilitator, join } = await made({ tables: 1, anonymous: true });
  const control = await facilitator();
  const { page } = await join('Anastasia');
  await page.getByRole('heading', { name: /Northland/ }).first().waitFor();
  await group(control, 'Room 1', 'Northland').getByText(/North 1/).waitFor();
  assert.equal(await control.getByText('Anastasia').count(), 0);
  assert.equal(await button(control, 'Paste a list').count(), 0);
  await control.context().close();
});
