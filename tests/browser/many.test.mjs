// A debrief of forty rooms: put together, sorted, each to be opened; nothing lies on anything else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fits, open, shot } from './harness.mjs';
import { riverPlayed } from './river.mjs';
import { button } from './table.mjs';

const cycle = ['declined', 'whole', 'port', 'water', 'broken'];
const rooms = Array.from({ length: 40 }, (_, number) => cycle[number % cycle.length]);

let stage;
let game;
let told;
before(async () => {
  stage = await open();
  game = await riverPlayed(stage, { rooms });
  told = await stage.call('exercise.report', {}, game.control);
  game.scenario = await stage.call('scenario.get', {}, game.control);
});
after(() => stage?.close());

const gainsOf = (party) =>
  Object.values(told.tables)
    .sort((a, b) => a.order - b.order)
    .map(({ scores }) => scores[party].total - scores[party].walking);
const written = (gain) => `${gain > 0 ? '+' : gain < 0 ? '\u2212' : ''}${Math.abs(gain)}`;

/** The projector's pages, on that screen, at the one with that heading. */
async function presented(heading, size) {
  const page = await stage.person({ size, at: `/t/${game.exercise}#${game.control}` });
  await button(page, 'Show the debrief').click();
  const shown = page.locator('.present');
  await shown.getByRole('heading', { name: 'How the rooms ended' }).waitFor();
  for (let turn = 0; turn < 6 && (await shown.getByRole('heading', { level: 2, name: heading }).count()) === 0; turn++) {
    const step = await shown.getByText(/^\d of \d$/).innerText();
    await page.keyboard.press('ArrowRight');
    await shown.getByText(step, { exact: true }).waitFor({ state: 'detached' });
  }
  await shown.getByRole('heading', { level: 2, name: heading }).waitFor();
  return { page, shown };
}

for (const size of ['desk', 'phone']) {
  test(`forty rooms are put together and told apart (${size})`, async () => {
    const { page, shown } = await presented('The rooms beside one another', size);
    const groups = shown.getByRole('group', { name: 'What was gained, by groups of rooms' });
    for (const [outcome, { title }] of Object.entries(game.scenario.outcomes)) {
      const same = Object.values(told.tables).filter((table) => table.outcome === outcome);
      if (same.length === 0) continue;
      const first = Math.min(...same.map(({ order }) => order));
      const words = same.length > 4 ? `${same.length} rooms \\(${first}\\D` : `Room ${first}\\b`;
      await groups.getByRole('rowheader', { name: new RegExp(`^${title} ${words}`) }).waitFor();
    }
    await shown.getByLabel('Put together by').selectOption({ label: 'nothing: all rooms as one' });
    await groups.getByRole('rowheader', { name: /^All rooms/ }).waitFor();
    for (const [name, party] of [['North', 'nor'], ['South', 'sou']]) {
      const gains = gainsOf(party).sort((a, b) => a - b);
      const cells = await groups.getByRole('row', { name: new RegExp(`^${name}`) }).locator('td').allInnerTexts();
      assert.equal(cells[0], written((gains[19] + gains[20]) / 2));
      assert.equal(cells[1], `${written(gains[0])} to ${written(gains[39])}`);
    }
    await shown.getByText('Each of the 40 rooms').click();
    const every = shown.getByRole('group', { name: 'The rooms beside one another' });
    await every.getByRole('row', { name: /^Room 40/ }).waitFor();
    const column = () => every.locator('tbody tr').evaluateAll((rows) => rows.map((row) => row.cells[3].innerText));
    const north = gainsOf('nor');
    assert.deepEqual(await column(), north.map(written), 'as they are numbered');
    await every.getByRole('button', { name: 'North' }).click();
    await every.locator('th[aria-sort="descending"]').getByText('North').waitFor();
    assert.deepEqual(await column(), [...north].sort((a, b) => b - a).map(written));
    await every.getByRole('button', { name: 'North' }).click();
    await every.locator('th[aria-sort="ascending"]').getByText('North').waitFor();
    assert.deepEqual(await column(), [...north].sort((a, b) => a - b).map(written));
    await shot(page, `many-rooms-${size}`);
    await accessible(page, 'forty rooms');
    await fits(page, 'forty rooms');
    await button(every, 'Room 17').click();
    await shown.getByRole('heading', { name: 'What was agreed' }).waitFor();
    await shown.locator('p').getByText('Room 17', { exact: true }).waitFor();
    await shown.getByRole('heading', { name: 'River treaty' }).waitFor();
    await page.context().close();
  });

  test(`no room hides another on the frontier (${size})`, async () => {
    const { page, shown } = await presented('What was possible', size);
    await shown.getByRole('img', { name: 'What was possible' }).waitFor();
    const marks = await shown.locator('.chart-mark:has(text)').evaluateAll((all) =>
      all.map((mark) => {
        const { x, y, width } = mark.querySelector('circle').getBoundingClientRect();
        return { x: x + width / 2, y: y + width / 2, radius: width / 2, words: mark.querySelector('text').textContent };
      }),
    );
    const rooms = marks.reduce((sum, { words }) => sum + (words.startsWith('×') ? Number(words.slice(1)) : 1), 0);
    assert.equal(rooms, 40);
    for (const [index, one] of marks.entries()) {
      for (const other of marks.slice(index + 1)) {
        const apart = Math.hypot(one.x - other.x, one.y - other.y);
        assert.ok(apart >= one.radius + other.radius - 1, `${one.words} lies on ${other.words}`);
      }
    }
    await shot(page, `many-frontier-${size}`);
    await accessible(page, 'the frontier of forty rooms');
    await fits(page, 'the frontier of forty rooms');
    await page.context().close();
  });
}

test('a delegate sees the own room among the forty, and opens no other', async () => {
  const page = await stage.person({ size: 'phone', at: `/t/${game.exercise}#${game.seats.sou17.token}` });
  const region = page.getByRole('region', { name: 'The rooms beside one another' });
  await region.getByText('Each of the 40 rooms').click();
  await region.locator('tr.mine').getByText('Room 17', { exact: true }).waitFor();
  assert.equal(await button(region, 'Room 17').count(), 0);
  await fits(page, 'forty rooms, as a delegate');
  await page.context().close();
});

test('another class that was led here is set beside this one', async () => {
  const other = await riverPlayed(stage, { rooms: ['whole', 'declined'], name: 'Thursday' });
  const page = await stage.person({ at: `/t/${other.exercise}#${other.control}` });
  await button(page, 'Show the debrief').waitFor();
  await page.evaluate(
    ([exercise, token, code]) => {
      const place = { exercise, token, kind: 'control', title: 'The River', name: 'Monday', code, at: 1 };
      localStorage.setItem('entente.places', JSON.stringify([place]));
    },
    [game.exercise, game.control, game.code],
  );
  await page.reload();
  await button(page, 'Show the debrief').click();
  const shown = page.locator('.present');
  await shown.getByRole('heading', { name: 'How the rooms ended' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await shown.getByRole('heading', { name: 'What was agreed' }).waitFor();
  await page.keyboard.press('ArrowRight');
  await shown.getByLabel('Another class beside it').selectOption({ label: `Monday · ${game.code}` });
  const groups = shown.getByRole('group', { name: 'What was gained, by groups of rooms' });
  await groups.getByRole('rowheader', { name: /^Thursday.* Room 1 and Room 2$/ }).waitFor();
  await groups.getByRole('rowheader', { name: /^Monday.* 40 rooms \(1–40\)$/ }).waitFor();
  await accessible(page, 'two classes beside one another');
  await page.context().close();
});
