// A whole lesson: three rooms, twelve people, some on phones, from the code on the wall to the debrief, and what goes wrong on the way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import jsqr from 'jsqr';
import { PNG } from 'pngjs';
import { eventually } from '../patience.mjs';
import { accessible, open } from './harness.mjs';
import { button, dialog, escaped, looked } from './table.mjs';

let stage;
let control;
let assistant;
let code;
/** The first eleven who came, by name; the last of whom is late. */
const people = new Map();
const names = ['Ana', 'Ben', 'Chloé', 'Dmytro', 'Eva', 'Farid', 'Gül', 'Hugo', 'Ines', 'Jan', 'Kira'];
const sizes = ['phone', 'phone', 'desk', 'phone', 'tablet', 'phone'];

before(async () => {
  stage = await open();
});
after(() => stage?.close());

const bellIn = (page, minutes) =>
  page.evaluate((more) => {
    const at = new Date(Date.now() + more * 60_000);
    return [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  }, minutes);
const room = (page, name) => page.getByRole('article', { name, exact: true });
const quiet = (page) => page.waitForFunction(() => !document.querySelector('dialog'));
const clock = async (page) => {
  const [minutes, seconds] = (await page.getByRole('timer').first().innerText()).split(':').map(Number);
  return minutes * 60 + seconds;
};
/** When the clock on this page ends, to the second: what it shows, and when it did. */
const ends = (page) =>
  page
    .getByRole('timer')
    .first()
    .evaluate((timer) => {
      const [minutes, seconds] = timer.innerText.split(':').map(Number);
      return minutes * 60 + seconds + Date.now() / 1000;
    });

/** What a phone's camera reads off the wall. */
async function scanned(page) {
  const image = PNG.sync.read(await page.screenshot());
  const found = jsqr(new Uint8ClampedArray(image.data), image.width, image.height);
  assert.ok(found, 'the code on the wall cannot be read');
  return new URL(found.data);
}

async function join(name, at, size) {
  const page = await stage.person({ size, at, dark: size === 'tablet' });
  await page.getByLabel('Your name').first().fill(name);
  await button(page, 'Join').click();
  await button(page, 'I understand').click();
  people.set(name, page);
  return page;
}

/** Whoever of the people is where this is seen. */
async function those(seen) {
  const found = [];
  for (const [name, page] of people) if (await seen(page)) found.push(name);
  return found;
}

async function next() {
  await button(control, 'Next').click();
  await button(dialog(control), 'End the round').click();
  await quiet(control);
}

test('a bell and twelve people make three rooms', async () => {
  control = await stage.person();
  await button(control, 'Set one up').click();
  await control.getByRole('radio', { name: /The River/ }).check();
  await control.getByLabel('How many people?').fill('12');
  await control.getByLabel('Rooms').fill('3');
  await control.getByText('12 people: 3 rooms of 4.').waitFor();
  await control.getByLabel('When does the bell ring?').fill(await bellIn(control, 70));
  await button(control, 'Open the hall').click();
  await button(control, 'Fill the screen').click();
  code = (await control.locator('.code-big').innerText()).match(/[A-Z]{6}/)[0];
});

test('a phone reads the code off the wall, and is in', async () => {
  const url = await scanned(control);
  assert.equal(url.pathname, `/join/${code}`);
  await join('Ana', url.pathname, 'phone');
  await people.get('Ana').getByText('You are in, Ana').waitFor();
  await control.getByText(/^1 person is here/).waitFor();
});

test('ten more join, and are spread over rooms and delegations', async () => {
  for (const [index, name] of names.slice(1).entries()) {
    await join(name, `/join/${code}`, sizes[index % sizes.length]);
  }
  await control.getByText(/^11 people are here/).waitFor();
  await looked(control, 'lesson-wall-desk');
  await button(control, 'Back to the hall').click();
  for (const name of ['Room 1', 'Room 2', 'Room 3']) {
    const group = control.getByRole('region', { name, exact: true });
    await group.getByRole('listitem').nth(2).waitFor();
  }
  await looked(control, 'lesson-hall-desk');
});

test('all rooms start at once, and everybody sees the same seconds', async () => {
  await control.getByRole('button', { name: /^Start/ }).click();
  await button(dialog(control), 'Start').click();
  await room(control, 'Room 3').getByRole('timer').waitFor();
  const pages = [...people.values()];
  for (const page of pages) await page.getByRole('timer').first().waitFor();
  // A page that has not had its turn shows the second before.
  await eventually(async () => {
    const shown = await Promise.all([control, pages[0], pages[4], pages[9]].map(ends));
    return Math.max(...shown) - Math.min(...shown) <= 2;
  });
});

test('who comes late finds a room with an empty chair', async () => {
  const page = await join('Lena', `/join/${code}`, 'phone');
  await page.locator('.now').waitFor();
  await control.getByRole('button', { name: '12 people' }).click();
  await dialog(control).getByText('Lena').first().waitFor();
  await escaped(control);
  await looked(page, 'lesson-late-phone');
});

test('news for one room stays there', async () => {
  await control.getByRole('checkbox', { name: 'Choose Room 2' }).check();
  await button(control, 'News').click();
  await control.getByLabel('Headline').fill('A bridge has fallen');
  await control.getByLabel('What happened').fill('Nobody was on it.');
  await button(control, 'Bring this news').click();
  await control.getByText('It is out').waitFor();
  await escaped(control);
  const inRoom = (name) => (page) => page.getByText(name, { exact: true }).first().isVisible();
  const second = await those(inRoom('Room 2'));
  assert.equal(second.length, 4);
  for (const name of second) {
    await people.get(name).getByText('A bridge has fallen').first().waitFor();
  }
  const told = await those(async (page) => (await page.getByText('A bridge has fallen').count()) > 0);
  assert.deepEqual(told, second);
  await button(control, 'Choose none').click();
});

test('a phone loses its connection, and has missed nothing when it is back', async () => {
  const ana = people.get('Ana');
  await next();
  await ana.locator('.phase', { hasText: 'Talks' }).waitFor();
  await ana.context().setOffline(true);
  await button(control, 'Message').click();
  await control.getByLabel('Your words').fill('Shake hands before you begin.');
  await button(dialog(control), 'Send').click();
  await quiet(control);
  await ana.context().setOffline(false);
  await ana.getByRole('navigation', { name: 'Places' }).getByRole('link', { name: /^Talk/ }).click();
  await ana.getByRole('link', { name: /^Everyone/ }).click();
  await ana.getByText('Shake hands before you begin.').first().waitFor();
});

test('who lost the phone comes back by a fresh link, in the same seat', async () => {
  const before = people.get('Ben');
  const seat = await before.locator('.masthead, header').first().innerText();
  await before.context().close();
  await control.getByRole('button', { name: '12 people' }).click();
  await button(control, 'New link for Ben').click();
  await button(control, 'Make the link').click();
  const link = await control.getByLabel('The link').inputValue();
  await escaped(control);
  await escaped(control);
  const page = await stage.person({ size: 'phone', at: link });
  await button(page, 'I understand').click();
  await page.locator('.phase', { hasText: 'Talks' }).waitFor();
  assert.equal((await page.locator('.masthead, header').first().innerText()).split('\n')[0], seat.split('\n')[0]);
  people.set('Ben', page);
});

test('somebody goes home, and another takes the seat', async () => {
  await control.getByRole('button', { name: '12 people' }).click();
  const moved = control.getByLabel('Move Lena to');
  const place = await control.getByLabel('Move Kira to').inputValue();
  await control.getByLabel('Move Kira to').selectOption({ label: 'Without a seat' });
  await people.get('Kira').getByText('The facilitator will give you a delegation').waitFor();
  await moved.selectOption(place);
  await looked(control, 'lesson-people-desk');
  await escaped(control);
  await people.get('Kira').context().close();
  people.delete('Kira');
  await people.get('Lena').locator('.now').waitFor();
});

test('a second facilitator pauses; the server goes down and comes back, and it is still paused', async () => {
  await button(control, 'Facilitators').click();
  await dialog(control).getByLabel('Name of one more facilitator').fill('Mr Berg');
  await button(control, 'Make a link').click();
  const link = new URL(await dialog(control).getByLabel('Link for Mr Berg').inputValue());
  await escaped(control);
  assistant = await stage.person({ size: 'tablet', at: link.pathname + link.hash });
  await button(assistant, 'Pause').click();
  const ana = people.get('Ana');
  await ana.locator('.phase', { hasText: 'Paused' }).waitFor();
  await room(control, 'Room 1').getByText(/^Paused ·/).waitFor();
  const left = await room(control, 'Room 1').locator('.clock').innerText();
  await stage.kill();
  await stage.restart();
  for (const page of [control, assistant, ...people.values()]) {
    await page.getByText('The connection is lost.').waitFor({ state: 'detached' });
  }
  assert.equal(await room(control, 'Room 1').locator('.clock').innerText(), left);
  await button(control, 'Resume').click();
  await ana.getByRole('timer').first().waitFor();
});

test('the bell comes too early, and what is left is made to fit', async () => {
  const sooner = await ends(control);
  await button(control, '+5 minutes for this round').click();
  await eventually(async () => (await ends(control)) > sooner + 240);
  const before = await clock(control);
  await button(control, 'The bell').click();
  await dialog(control).getByLabel('When does the bell ring?').fill(await bellIn(control, 30));
  await dialog(control).getByLabel('Minutes for the debrief').fill('20');
  await button(dialog(control), 'Make it fit').click();
  await quiet(control);
  await control.waitForFunction((earlier) => {
    const [minutes, seconds] = document.querySelector('[role=timer]').innerText.split(':').map(Number);
    return minutes * 60 + seconds < earlier - 60;
  }, before);
  await control.getByText(/too late for the debrief/).first().waitFor({ state: 'detached' });
});

test('all rooms end, and the debrief opens for everybody when the facilitator says so', async () => {
  while (await button(control, 'Next').isVisible()) await next();
  await control.getByText('It is over; the debrief waits for you').first().waitFor();
  const ana = people.get('Ana');
  assert.equal(await ana.getByRole('heading', { name: 'Who got what' }).count(), 0);
  await button(assistant, 'Open the debrief').click();
  for (const page of people.values()) {
    await page.getByRole('heading', { name: 'Who got what' }).waitFor();
  }
  await accessible(ana, 'the debrief on a phone');
  await button(control, 'Log').click();
  await dialog(control).getByText(/Mr Berg: The debrief was opened/).waitFor();
});
