// Before and around a game: until when it is kept, and how it goes.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { becomes } from '../patience.mjs';
import { accessible, fits, open, shot, shots } from './harness.mjs';

let stage;

before(async () => {
  stage = await open();
});
after(() => stage?.close());

const button = (page, name) => page.getByRole('button', { name, exact: true });
const inDialog = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true });
const newToken = () => randomBytes(24).toString('base64url');

async function looked(page, name) {
  await shot(page, name);
  await accessible(page, name);
  await fits(page, name);
}

/** An exercise of the river, its facilitator's page, and people who joined it. */
async function exercise({ name, people = [], options = {} }) {
  const token = newToken();
  const made = await stage.call('exercise.create', { scenario: 'river', name, token, untimed: true, ...options });
  const control = await stage.person({ at: `/control/${made.exercise}#${token}` });
  await control.getByRole('heading', { name }).waitFor();
  const pages = [];
  for (const [called, size] of people) {
    const page = await stage.person({ size, at: `/join/${made.code}` });
    await page.getByLabel('Your name').fill(called);
    await button(page, 'Join').click();
    await page.getByText(`You are in, ${called}`).waitFor();
    pages.push(page);
  }
  return { ...made, token, control, pages };
}

test('the door says how long things are kept', async () => {
  const page = await stage.person();
  await page.getByText('What is played here is deleted 30 days after the last act in it.').waitFor();
});

test('a facilitator keeps an exercise for good, or deletes it by its name', async () => {
  const { control, pages, exercise: id } = await exercise({
    name: 'Monday, 10 b',
    people: [['Ana', 'desk'], ['Boris', 'phone']],
  });
  const [ana, boris] = pages;
  await control.getByText(/^Everything is kept until \w+ \d+,/).waitFor();
  await button(control, 'Keep it for good').click();
  await control.getByText('Everything is kept until you delete it.').waitFor();
  await button(control, 'Let it be deleted in time').click();
  await control.getByText(/^Everything is kept until \w+ \d+,/).waitFor();
  await looked(control, 'keeping');
  await boris.goto('/');
  await button(control, 'Delete now…').click();
  await becomes(() => inDialog(control, 'Delete for ever').isDisabled(), true);
  await control.getByLabel('To be sure, write its name: Monday, 10 b').fill('Monday, 10 b');
  await looked(control, 'keeping-delete');
  await inDialog(control, 'Delete for ever').click();
  for (const page of [control, ana]) {
    await page.getByRole('heading', { name: 'This exercise was deleted' }).waitFor();
  }
  // Who was not there when it went is told as well, and the door forgets it.
  await boris.getByRole('heading', { name: 'You are already in' }).waitFor();
  await boris.goto(`/t/${id}`);
  await boris.getByRole('heading', { name: 'This exercise was deleted' }).waitFor();
  await looked(boris, 'deleted-phone');
  await boris.getByRole('link', { name: 'To the door' }).click();
  await boris.getByRole('heading', { name: 'Play now' }).waitFor();
  assert.equal(await boris.getByRole('heading', { name: 'You are already in' }).count(), 0);
});

test('a finished table guesses and reflects until the debrief, and then sees what it was', async () => {
  const { control, token, pages: [ana, boris] } = await exercise({
    name: 'Guesses',
    people: [['Ana', 'desk'], ['Boris', 'phone']],
  });
  const tell = (method, params = {}) => stage.call(method, params, token);
  await tell('exercise.start');
  await tell('exercise.end');
  for (const page of [ana, boris]) {
    await page.getByRole('heading', { name: 'It is over, and the debrief is yet to come' }).waitFor();
    await page.getByText('No text is in force.', { exact: true }).waitFor();
    // Nothing of the others' aims or points is on the page, nor was it sent.
    assert.equal(await page.getByRole('heading', { name: 'Who got what' }).count(), 0);
    assert.equal(await page.getByText(page === ana ? 'Water for the farms' : 'Ships to the sea').count(), 0);
  }
  await ana.getByLabel('What mattered most to Southland?').selectOption({ label: 'Water' });
  await ana.getByLabel('A note for yourself').fill('I would have asked sooner.');
  await looked(ana, 'holding');
  await looked(boris, 'holding-phone');
  await ana.reload();
  await becomes(() => ana.getByLabel('A note for yourself').inputValue(), 'I would have asked sooner.');
  await tell('debrief.open', { on: true });
  const row = ana.getByRole('row', { name: /^South Water/ });
  await row.getByText(/A quiet border/).waitFor();
  await becomes(() => ana.getByLabel('A note for yourself').inputValue(), 'I would have asked sooner.');
  await looked(ana, 'guessed');
  await boris.getByRole('heading', { name: 'Who got what' }).waitFor();
  assert.equal(await boris.getByRole('heading', { name: 'What you thought they wanted' }).count(), 0);
  await control.close();
});

/** A round trip takes no time: what is tried is the page, not how busy this machine is. */
const swift = (page) =>
  page.addInitScript(() => {
    performance.now = () => 0;
  });

test('a teacher tries the room: network, many at once, phones, projector', async () => {
  const page = await stage.person({ size: 'desk', before: swift });
  await page.getByRole('link', { name: 'Test this room' }).click();
  await page.getByText('40 of 40 connections were answered').waitFor();
  await page.getByText('Live connections (WebSockets) pass.').waitFor();
  // The page was opened by this machine's own name, and the server knows no better one.
  await page.getByText(/is this machine’s name for itself/).waitFor();
  await page.getByText(/^Mend this first: phones can’t reach/).waitFor();
  const link = await page.getByRole('link', { name: /\/test\/phone#/ }).getAttribute('href');
  const phone = await stage.person({ size: 'phone', at: new URL(link).pathname + new URL(link).hash });
  await phone.getByRole('heading', { name: 'This device reaches the server' }).waitFor();
  await page.getByText('One device is here:').waitFor();
  await page.getByText(/^Chrome, .*360 × 740$/).waitFor();
  await looked(phone, 'test-phone');
  await page.getByRole('radio', { name: 'None of them' }).check();
  await page.getByText(/and the last row can’t read the screen\./).waitFor();
  await page.getByRole('radio', { name: 'Middle' }).check();
  await page.getByText('The hall and the debrief can be projected as they are.').waitFor();
  await looked(page, 'test-room');
});

test('a room that others reach is ready once a phone was there', async () => {
  const other = await open({ args: ['--address', 'http://192.0.2.7:7777'] });
  try {
    const page = await other.person({ size: 'phone', at: '/test', before: swift });
    await page.getByText(/^Nothing is wrong so far/).waitFor();
    const link = new URL(await page.getByRole('link', { name: /\/test\/phone#/ }).getAttribute('href'));
    assert.equal(link.origin, 'http://192.0.2.7:7777');
    await other.person({ size: 'phone', at: link.pathname + link.hash });
    await page.getByText('Ready: this room can play.').waitFor();
    await looked(page, 'test-room-phone');
  } finally {
    await other.close();
  }
});

test('where sockets are blocked the room is tried without them', async () => {
  const page = await stage.person({
    size: 'desk',
    before: (fresh) => fresh.routeWebSocket(/\/ws$/, (socket) => socket.close()),
    at: '/test',
  });
  await page.getByText(/Live connections \(WebSockets\) are blocked here; the game then uses/).waitFor();
  await page.getByText('Not tried, for WebSockets are blocked here.').waitFor();
});

/** The sizes of a PDF's pages, in points, as they come. */
const pagesOf = (pdf) =>
  [...pdf.toString('latin1').matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) =>
    Number(width) > Number(height) ? 'across' : 'upright',
  );

test('a pack is printed: every briefing on its own pages, and a sign for each delegation', async () => {
  const page = await stage.person();
  await button(page, 'Set one up').click();
  await page.getByRole('radio', { name: /Paris/ }).check();
  await page.getByRole('link', { name: 'Printable pack' }).click();
  await page.getByRole('heading', { name: 'Running sheet', level: 2 }).waitFor();
  await page.getByText('Confidential: for Ukraine alone').waitFor();
  await page.locator('.pack .prose').nth(9).waitFor();
  await page.getByLabel('When does the lesson begin?').fill('09:50');
  await page.getByRole('cell', { name: '09:58' }).waitFor();
  await accessible(page, 'pack');
  await fits(page, 'pack');
  const sizes = pagesOf(await page.pdf({ path: join(shots, 'pack-paris.pdf'), preferCSSPageSize: true }));
  assert.equal(sizes.filter((size) => size === 'across').length, 8, 'a sign for each delegation');
  assert.ok(sizes.filter((size) => size === 'upright').length >= 12, 'each part begins a page');
});

test('an exercise’s own pack has its code; without its link or the right to make one there is none', async () => {
  const { control, code, exercise: id } = await exercise({ name: 'To print' });
  await control.getByRole('link', { name: 'Printable pack' }).click();
  await control.getByRole('heading', { name: 'Join here' }).waitFor();
  await control.locator('.join-sheet').getByText(code).waitFor();
  await control.locator('.pack .prose').nth(3).waitFor();
  await shot(control, 'pack-river');
  await control.pdf({ path: join(shots, 'pack-river.pdf'), preferCSSPageSize: true });
  const other = await open({ args: ['--create-key', 'sesame'] });
  try {
    const stranger = await other.person({ at: `/pack/river?exercise=${id}` });
    await stranger.getByText(/This server asks for a key/).waitFor();
    assert.equal(await stranger.getByText(/Confidential/).count(), 0);
    await stranger.goto('/?key=sesame');
    await stranger.getByRole('heading', { name: 'Play now' }).waitFor();
    await stranger.goto('/pack/river');
    await stranger.getByText('Confidential: for Northland alone').waitFor();
  } finally {
    await other.close();
  }
});

/** What a press of the button downloads. */
async function downloaded(page, press) {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  const parts = [];
  for await (const part of await download.createReadStream()) parts.push(part);
  return Buffer.concat(parts).toString('utf8');
}

async function joinOpen(page, game, name) {
  await button(page, `Join ${game}`).click();
  await page.getByLabel('A name for this game').fill(name);
  await inDialog(page, 'Join').click();
  await page.waitForURL(/\/t\//);
  await button(page, 'I understand').click();
}

test('strangers find an open game at the door, and it begins by itself', async () => {
  const maker = await stage.person();
  await button(maker, 'Set one up').click();
  await maker.getByRole('radio', { name: /The River/ }).check();
  await maker.getByRole('radio', { name: /^Online/ }).check();
  await maker.getByLabel('Name of the exercise').fill('River for strangers');
  await maker.getByText('More choices').click();
  await maker.getByLabel('List it for strangers').check();
  await maker.getByLabel('When does it begin?').fill('2099-05-04T18:30');
  await looked(maker, 'list-open');
  await maker.getByLabel('When does it begin?').fill('');
  const soon = new Date(Date.now() + 86_400_000);
  const local = new Date(soon.getTime() - soon.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
  await maker.getByLabel('When does it begin?').fill(local);
  await button(maker, 'Open the hall').click();
  await maker.getByRole('heading', { name: 'River for strangers' }).waitFor();

  const ana = await stage.person();
  const boris = await stage.person({ size: 'phone' });
  await ana.getByText('0 of 2 seats taken.').waitFor();
  const file = await downloaded(ana, () => button(ana, 'Calendar file: River for strangers').click());
  assert.match(file, /^BEGIN:VCALENDAR\r\n/);
  assert.match(file, /SUMMARY:River for strangers\r\n/);
  assert.match(file, new RegExp(`DTSTART:${soon.toISOString().slice(0, 16).replace(/[-:]/g, '')}00Z\r\n`));
  assert.doesNotMatch(file, /#/);
  await looked(ana, 'lobby');
  await looked(boris, 'lobby-phone');
  await joinOpen(ana, 'River for strangers', 'Ana');
  await ana.getByText(/^It begins by itself on/).waitFor();
  await looked(ana, 'lobby-waiting');
  await joinOpen(boris, 'River for strangers', 'Boris');
  // The last seat is taken: nobody presses Start.
  for (const page of [ana, boris]) await page.getByText('You are in').waitFor({ state: 'detached' });
  const late = await stage.person();
  await late.getByRole('heading', { name: 'Play now' }).waitFor();
  assert.equal(await late.getByRole('heading', { name: 'Open games' }).count(), 0);
});

test('who harms a game is muted, reported, and removed by the others', async () => {
  const token = newToken();
  const made = await stage.call('exercise.create', {
    scenario: 'paris', name: 'Strangers', mode: 'online', untimed: true, listed: { people_min: 3 }, token,
  });
  const pages = [];
  for (const name of ['Ana', 'Boris', 'Chloé']) {
    const page = await stage.person({ at: `/join/${made.code}` });
    await page.getByLabel('Your name').fill(name);
    await button(page, 'Join').click();
    await page.waitForURL(/\/t\//);
    pages.push(page);
  }
  const [ana, boris, chloe] = pages;
  for (const page of pages) await page.getByText('You are in').waitFor({ state: 'detached' });
  const own = await boris.evaluate(() => JSON.parse(localStorage.getItem('entente.places'))[0].token);
  await stage.call('exercise.advance', {}, token);
  await stage.call('message.send', { to: 'plenary', text: 'You fools!' }, own);
  await ana.evaluate(() => {
    location.hash = '#talk/plenary';
  });
  await ana.getByText('You fools!').first().waitFor();
  const aboutBoris = async (page) => {
    await page.getByRole('button', { name: /here$/ }).click();
    await page.getByLabel('More about Boris').click();
  };
  await aboutBoris(ana);
  await inDialog(ana, 'Mute').click();
  await inDialog(ana, 'Hear again').waitFor();
  await looked(ana, 'people');
  await inDialog(ana, 'Report').click();
  await ana.getByLabel('What happened?').fill('Insults.');
  await ana.getByRole('dialog').last().getByRole('button', { name: 'Report', exact: true }).click();
  await ana.getByText('Reported').waitFor();
  await ana.getByText('A message of Boris, whom you have muted.').waitFor();
  const { view } = await stage.call('attach', {}, token);
  assert.match(Object.values(view.requests)[0].text, /^Report about Boris \(.*\): Insults\.$/);
  await inDialog(ana, 'Vote to remove').click();
  await ana.getByText('1 of 2 votes that are needed').waitFor();
  await aboutBoris(chloe);
  await inDialog(chloe, 'Vote to remove').click();
  await boris.getByRole('heading', { name: 'You were removed from this game' }).waitFor();
  await assert.rejects(
    stage.call('exercise.join', { code: made.code, name: 'Boris', token: own }),
    (error) => error.data.type === 'person.removed',
  );
});

test('in a game over days the end of the round goes into one’s calendar', async () => {
  const { control, token, pages: [ana] } = await exercise({
    name: 'Over days',
    people: [['Ana', 'desk']],
    options: { untimed: false, pace: 'async', schedule: { minutes: { '*': 24 * 60 } } },
  });
  await stage.call('exercise.start', {}, token);
  const press = button(ana, 'Calendar file: Over days: the round ends');
  await press.waitFor();
  const { view } = await stage.call('attach', {}, token);
  const [{ clock }] = Object.values(view.tables);
  const at = new Date(clock.deadline).toISOString().replace(/[-:]|\.\d+/g, '');
  const file = await downloaded(ana, () => press.click());
  assert.ok(file.includes(`DTSTART:${at}\r\n`), file);
  assert.doesNotMatch(file, new RegExp(token));
  await fits(ana, 'deadline');
  await control.close();
});
