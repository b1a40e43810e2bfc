// A facilitator and three people, one of them on a phone: set up, join by code, start, run, end, read what came of it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes, eventually } from '../patience.mjs';
import { accessible, fits, open, shot } from './harness.mjs';
import { escaped } from './table.mjs';

let stage;
let control;
const delegates = {};
let code;

before(async () => {
  stage = await open();
});
after(() => stage?.close());

const button = (page, name) => page.getByRole('button', { name, exact: true });
const inDialog = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const asked = (page) => page.getByRole('dialog').waitFor({ state: 'detached' });

/** The token this page acts by, for what other tests do with the mouse. */
const tokenOf = (page) =>
  page.evaluate(() => JSON.parse(localStorage.getItem('entente.places'))[0].token);

async function looked(page, name) {
  await shot(page, name);
  await accessible(page, name);
  await fits(page, name);
}

async function next(page) {
  await button(page, 'Next').click();
  await inDialog(page, 'End the round').click();
  await asked(page);
}

test('the door shows three ways in', async () => {
  control = await stage.person();
  await control.getByRole('heading', { name: 'Play now' }).waitFor();
  await looked(control, 'door');
  await becomes(() => control.getByRole('heading', { level: 2 }).count(), 3);
});

test('a facilitator sets up an exercise and gets a code to project', async () => {
  await button(control, 'Set one up').click();
  await control.getByLabel('How many people?').fill('30');
  await control.getByText('30 people: 3 rooms of 10.').waitFor();
  await looked(control, 'run');
  await control.getByRole('radio', { name: /The River/ }).check();
  await control.getByLabel('Rooms').fill('1');
  await control.getByLabel('Name of the exercise').fill('Class 10 b');
  await button(control, 'Open the hall').click();
  await control.getByRole('heading', { name: 'Class 10 b' }).waitFor();
  code = (await control.locator('.code-big').innerText()).match(/[A-Z]{6}/)[0];
  await control.getByText('Nobody is here yet').waitFor();
  await button(control, 'Fill the screen').click();
  await looked(control, 'projected');
  await button(control, 'Back to the hall').click();
});

test('people join by code, on a phone too, and find a seat and a briefing', async () => {
  for (const [name, size] of [['Ana', 'desk'], ['Boris', 'phone'], ['Chloé', 'tablet']]) {
    const page = await stage.person({ size, at: `/join/${code}`, dark: size === 'tablet' });
    await becomes(() => page.getByLabel('Code', { exact: true }).inputValue(), code);
    if (name === 'Boris') await looked(page, 'join-phone');
    await page.getByLabel('Your name').fill(name);
    await button(page, 'Join').click();
    await button(page, 'I understand').click();
    await page.getByText(`You are in, ${name}`).waitFor();
    delegates[name] = page;
  }
  await control.getByText('3 people are here').waitFor();
  const own = delegates.Boris.getByText('For your delegation only.').first();
  await own.waitFor();
  await looked(delegates.Boris, 'waiting-phone');
  await looked(delegates['Chloé'], 'waiting-tablet-dark');
});

test('a code that nobody gave is refused in words', async () => {
  const page = await stage.person({ at: '/' });
  await page.getByLabel('Code', { exact: true }).fill('ABC');
  await page.getByLabel('Your name').first().fill('Eve');
  await button(page, 'Join').click();
  await page.getByText('A code has six letters.').waitFor();
  await page.getByLabel('Code', { exact: true }).fill(code === 'ZZZZZZ' ? 'YYYYYY' : 'ZZZZZZ');
  await button(page, 'Join').click();
  await page.locator('.notice.refused').waitFor();
  await page.context().close();
});

test('the facilitator moves people with the keyboard', async () => {
  const chosen = control.getByLabel('Move Chloé to');
  await chosen.selectOption({ label: 'Southland' });
  await delegates['Chloé'].getByRole('heading', { name: /Southland/ }).first().waitFor();
  await control.getByLabel('Move Chloé to').selectOption({ label: 'Without a seat' });
  await delegates['Chloé'].getByText('The facilitator will give you a delegation').waitFor();
  await control.getByText('3 people are here, 1 without a seat.').waitFor();
  await control.getByLabel('Move Chloé to').selectOption({ label: 'Northland' });
  await delegates['Chloé'].getByRole('heading', { name: /Northland/ }).first().waitFor();
  await looked(control, 'hall');
});

test('a reload in the hall brings the same person back', async () => {
  await delegates.Boris.reload();
  await delegates.Boris.getByText('You are in, Boris').waitFor();
});

test('start, pause, resume and extend act on the clock', async () => {
  await control.getByRole('button', { name: /^Start/ }).click();
  await inDialog(control, 'Start').click();
  await button(control, 'Next').waitFor();
  const room = control.getByRole('article', { name: 'Room 1' });
  await room.getByText(/^Briefing/).waitFor();
  await looked(control, 'control');
  await button(control, 'Pause').click();
  await room.getByText(/^Paused ·/).waitFor();
  const minutes = async () => Number((await room.locator('.clock').innerText()).match(/(\d+):\d\d/)[1]);
  const earlier = await minutes();
  await control.getByRole('button', { name: '+5 minutes for this round' }).click();
  await control.getByText('5 minutes more', { exact: true }).waitFor();
  await eventually(async () => (await minutes()) >= earlier + 4);
  await button(control, 'Resume').click();
  await room.getByText(/^Paused ·/).waitFor({ state: 'detached' });
});

test('next opens the talks, and a treaty is made', async () => {
  await next(control);
  await control.getByText('Talks, round 1 of 2').waitFor();
  const [north, south] = await Promise.all([tokenOf(delegates.Ana), tokenOf(delegates.Boris)]);
  const clauses = [
    { type: 'water', terms: { share: 45 } },
    { type: 'port', terms: { fee: 'half' } },
  ];
  const draft = { kind: 'treaty', invite: ['nor', 'sou'], clauses, key: 2 ** 30 };
  const { instrument, version } = await stage.call('instrument.draft', draft, north);
  for (const token of [north, south]) {
    await stage.call('instrument.sign', { instrument, version, key: 2 ** 31 }, token);
  }
  await control.getByText(/1 in force/).waitFor();
  await control.getByRole('button', { name: 'Look in: Room 1' }).click();
  await control.getByText('In summer Northland lets 45 per cent').waitFor();
  await looked(control, 'look');
  await control.getByRole('dialog').getByRole('button', { name: 'Minutes', exact: true }).click();
  await control.getByText('The River treaty is in force').waitFor();
  await escaped(control);
});

test('news and messages reach the delegations', async () => {
  await button(control, 'News').click();
  await looked(control, 'news');
  await control.getByLabel('Headline').fill('A visitor from the capital');
  await control.getByLabel('What happened').fill('She asks how the talks go.');
  await button(control, 'Bring this news').click();
  await delegates.Ana.getByText('A visitor from the capital').first().waitFor();
  await control.getByRole('button', { name: 'Bring it now: A boat off the island' }).click();
  await control.getByText('Has come').first().waitFor();
  await escaped(control);
  await button(control, 'Set a value').click();
  await control.getByLabel('What', { exact: true }).selectOption({ label: 'Tension on the border' });
  await control.getByLabel('To', { exact: true }).fill('25');
  await control.getByLabel('Why').fill('To try it out');
  await looked(control, 'value');
  await inDialog(control, 'Set it').click();
  await asked(control);
  await button(control, 'Message').click();
  await control.getByLabel('Your words').fill('Five minutes to go.');
  await inDialog(control, 'Send').click();
  await asked(control);
  await control.getByText(/1 message/).waitFor();
});

test('a lost connection says so, and everybody comes back by themselves', async () => {
  await stage.kill();
  await control.getByText('The connection is lost.').waitFor();
  await delegates.Boris.getByText('The connection is lost.').waitFor();
  await stage.restart();
  for (const page of [control, ...Object.values(delegates)]) {
    await page.getByText('The connection is lost.').waitFor({ state: 'detached' });
  }
  await control.getByText(/1 in force/).waitFor();
});

test('a lost link is handed out again, and the old one ends', async () => {
  await control.getByRole('button', { name: '3 people' }).click();
  await looked(control, 'people');
  await control.getByRole('button', { name: 'New link for Chloé' }).click();
  await control.getByRole('button', { name: 'Make the link' }).click();
  const link = await control.getByLabel('The link').inputValue();
  const before = delegates['Chloé'];
  await before.getByText('This device has no seat here').waitFor();
  const page = await stage.person({ size: 'tablet', at: link });
  await button(page, 'I understand').click();
  await page.getByText('Talks, round 1 of 2').waitFor();
  assert.equal(new URL(page.url()).hash, '');
  delegates['Chloé'] = page;
  await before.context().close();
  await escaped(control);
  await escaped(control);
});

test('the end: each sees their own result, and everybody’s once the debrief is open', async () => {
  while (await button(control, 'Next').isVisible()) {
    await next(control);
    await control.waitForFunction(() => !document.querySelector('dialog'));
  }
  await control.getByText('It is over; the debrief waits for you').waitFor();
  const { Boris: south } = delegates;
  await south.getByRole('heading', { name: 'Southland: your result' }).waitFor();
  await south.getByText('In summer Northland lets 45 per cent').waitFor();
  await south.getByText('The others’ results appear here').waitFor();
  await looked(south, 'debrief-waits-phone');
  assert.equal(await south.getByRole('heading', { name: 'Who got what' }).count(), 0);
  await looked(control, 'control-end');
  await button(control, 'Open the debrief').click();
  await south.getByRole('heading', { name: 'Who got what' }).waitFor();
  await looked(south, 'debrief-phone');
  await looked(delegates.Ana, 'debrief-desk');
  await looked(delegates['Chloé'], 'debrief-tablet');
  const north = south.locator('details', { hasText: /Northland \d+ points/ });
  await north.locator('summary').click();
  await north.getByText('Ships to the sea').waitFor();
});
