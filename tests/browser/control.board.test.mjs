// The facilitator's page with a few rooms and with forty: who needs attention, acting on some, a kind word, rulings on a text.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from '../patience.mjs';
import { accessible, fits, open, shot } from './harness.mjs';
import { button, dialog, looked, newToken } from './table.mjs';

let stage;

before(async () => {
  stage = await open();
});
after(() => stage?.close());

/** An exercise with people in its first rooms; `sit` adds one more, `says` asks as control. */
async function made(scenario, tables, people = []) {
  const token = newToken();
  const exercise = await stage.call('exercise.create', { scenario, tables, edition: '', untimed: true, token });
  const seats = [];
  for (const [room, party] of people) {
    const own = newToken();
    const table = exercise.tables[room].id;
    await stage.call('exercise.join', { code: exercise.code, name: `${party} ${room}`, token: own, table, party });
    seats.push({ token: own, table });
  }
  return {
    ...exercise,
    seats,
    at: `/t/${exercise.exercise}#${token}`,
    says: (method, params = {}) => stage.call(method, params, token),
  };
}

test('five rooms are cards: some are ticked, and the act is done there alone', async () => {
  const { at, says, tables, seats } = await made('river', 5, [[0, 'nor'], [0, 'sou'], [1, 'nor']]);
  await says('exercise.start');
  const page = await stage.person({ at });
  await page.getByRole('heading', { name: 'Is everyone here and ready?' }).waitFor();
  const first = page.getByRole('article', { name: 'Room 1' });
  await first.getByText('Away: North and South').waitFor();
  const reader = await stage.person({ size: 'phone', at: `/t/${at.split('/t/')[1].split('#')[0]}#${seats[0].token}` });
  await first.getByText('Has not read the briefing: North').waitFor();
  await looked(page, 'board-5-desk');
  await reader.getByRole('button', { name: 'We have read it' }).click();
  await first.getByText('Has not read the briefing: North').waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: 'Choose Room 2' }).check();
  await page.getByRole('checkbox', { name: 'Choose Room 4' }).check();
  await page.getByText('You act on 2 rooms.').waitFor();
  await button(page, 'Pause').click();
  await page.getByRole('article', { name: 'Room 2' }).getByText('Paused').first().waitFor();
  await page.getByRole('article', { name: 'Room 4' }).getByText('Paused').first().waitFor();
  await first.getByText('Paused').waitFor({ state: 'detached' });
  await button(page, 'Choose none').click();
  await page.getByText('You act on all 5 rooms.').waitFor();
  // A word to a delegation that has nothing on paper.
  await says('exercise.resume');
  await says('exercise.advance');
  await first.getByText('No text yet').waitFor();
  await button(page, 'Nudge Room 1: No text yet').click();
  await looked(page, 'nudge-desk');
  await dialog(page).getByLabel('Your words').fill('Write one line.');
  await button(dialog(page), 'Send').click();
  await dialog(page).waitFor({ state: 'detached' });
  const { view } = await says('table.attach', { table: tables[0].id });
  assert.match(JSON.stringify(view.circles.plenary), /Write one line/);
});

test('news says when it may come, where, and is varied', async () => {
  const { at, says, tables } = await made('river', 2, [[0, 'nor']]);
  await says('exercise.start');
  await says('inject.hold', { inject: 'drought', on: true, table: tables[1].id });
  const page = await stage.person({ at });
  await button(page, 'News').click();
  const sheet = dialog(page);
  const dry = sheet.getByRole('listitem').filter({ hasText: 'A dry spring' }).first();
  await dry.getByText(/As things stand it may come at the end of: .* \(60%\) \(Room 1\)/).waitFor();
  await dry.getByText(/Held back .*\(Room 2\)/).waitFor();
  await looked(page, 'news-when-desk');
  await button(sheet, 'In other words: A dry spring').click();
  await sheet.getByLabel('What happened').fill('No rain at all this year.');
  await sheet.getByText('In all rooms').click();
  await sheet.getByRole('checkbox', { name: 'Room 2' }).check();
  await button(sheet, 'Bring this news').click();
  await page.getByText('It is out').first().waitFor();
  const news = async ({ id }) => JSON.stringify((await says('table.attach', { table: id })).view.news);
  assert.match(await news(tables[1]), /No rain at all/);
  assert.doesNotMatch(await news(tables[0]), /No rain at all/);
  await button(sheet, 'Bring it now: A dry spring').click();
  await dry.getByText(/Has come/).waitFor();
});

test('a signature is voided and a text ended from the room that is looked into', async () => {
  const { at, says, seats } = await made('river', 1, [[0, 'nor'], [0, 'sou']]);
  await says('exercise.start');
  await says('exercise.advance');
  const [north] = seats;
  const draft = { kind: 'treaty', invite: ['nor', 'sou'], clauses: [{ type: 'water', terms: { share: 45 } }], articles: [{ text: 'They meet each spring.' }] };
  const { instrument } = await stage.call('instrument.draft', { ...draft, key: 1 }, north.token);
  await stage.call('instrument.sign', { instrument, version: 1, key: 2 }, north.token);
  const page = await stage.person({ at });
  await button(page, 'Look in: Room 1').click();
  const sheet = dialog(page).first();
  await sheet.getByText('Signed by Northland.').waitFor();
  await looked(page, 'look-desk');
  await button(sheet, 'What article 2 brings about').click();
  await page.getByRole('dialog', { name: 'A ruling' }).getByText('They meet each spring.').waitFor();
  await button(page.getByRole('dialog', { name: 'A ruling' }), 'Go back').click();
  await button(sheet, 'Void the signature of Northland').click();
  const asking = page.getByRole('dialog', { name: /^Void the signature/ });
  await becomes(() => button(asking, 'Void it').isDisabled(), true);
  await asking.getByLabel('Why').fill('It was given under duress.');
  await looked(page, 'void-desk');
  await button(asking, 'Void it').click();
  await sheet.getByText('Nobody has signed.').waitFor();
  await button(sheet, 'End this text').click();
  const ending = page.getByRole('dialog', { name: /^End / });
  await ending.getByLabel('Why').fill('Nobody wants it.');
  await button(ending, 'End this text').click();
  await ending.waitFor({ state: 'detached' });
  await sheet.getByText('Ended', { exact: false }).first().waitFor();
  await button(sheet, 'End this text').waitFor({ state: 'detached' });
});

test('forty rooms are forty lines, by who needs attention, on a desk and on a phone', async () => {
  const people = [];
  for (let room = 0; room < 40; room++) {
    for (const party of room % 3 === 0 ? ['nor'] : ['nor', 'sou']) people.push([room, party]);
  }
  const { at, says, tables } = await made('river', 40, people);
  await says('exercise.start');
  const page = await stage.person({ at });
  await page.getByRole('article', { name: 'Room 40' }).waitFor();
  await becomes(() => page.getByRole('article').count(), 40);
  // A third has nobody for the South: they stand first.
  const names = () => page.getByRole('article').evaluateAll((all) => all.map((one) => one.ariaLabel));
  const ranked = await names();
  assert.deepEqual(ranked.slice(0, 14), [...Array(14).keys()].map((at) => `Room ${3 * at + 1}`));
  await shot(page, 'table-board-40-desk');
  await accessible(page, 'forty rooms');
  // While a hand is on the way nothing moves.
  await page.getByRole('article', { name: 'Room 2', exact: true }).hover();
  await says('exercise.pause', { table: tables[1].id });
  await page.getByRole('article', { name: 'Room 2', exact: true }).getByText('Paused').first().waitFor();
  assert.deepEqual(await names(), ranked);
  await button(page, 'Seats that matter empty: 14').click();
  await becomes(() => page.getByRole('article').count(), 14);
  await button(page, 'Choose these').click();
  await page.getByText('You act on 14 rooms.').waitFor();
  await button(page, 'All 40').click();
  await becomes(() => page.getByRole('checkbox', { checked: true }).count(), 14);
  const phone = await stage.person({ size: 'phone', dark: true, at });
  await phone.getByRole('article', { name: 'Room 40' }).waitFor();
  await fits(phone, 'forty rooms on a phone');
  await shot(phone, 'table-board-40-phone-dark');
  await accessible(phone, 'forty rooms on a phone');
});

test('finished rooms are contrasted', async () => {
  const { at, says, tables, seats } = await made('river', 2, [[0, 'nor'], [0, 'sou'], [1, 'nor'], [1, 'sou']]);
  await says('exercise.start');
  await says('exercise.advance');
  const [north, south] = seats;
  const draft = { kind: 'treaty', invite: ['nor', 'sou'], clauses: [{ type: 'water', terms: { share: 45 } }] };
  const { instrument } = await stage.call('instrument.draft', { ...draft, key: 1 }, north.token);
  for (const { token } of [north, south]) await stage.call('instrument.sign', { instrument, version: 1, key: 2 }, token);
  await says('exercise.end', { table: tables[1].id });
  const page = await stage.person({ size: 'phone', at });
  await page.getByText(/Finished early; one room still plays/).waitFor();
  await says('exercise.end');
  await page.getByRole('heading', { name: 'What came of it?' }).waitFor();
  const section = page.getByRole('region', { name: 'To begin the debrief with' });
  await section.getByText(/in Room 1.* in Room 2/).first().waitFor();
  await becomes(() => section.getByRole('listitem').count(), 3);
  await looked(page, 'contrasts-phone');
  assert.deepEqual(stage.complaints, []);
});
