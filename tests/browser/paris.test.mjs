// A first class of Paris, whole: eight delegations on eight pages, half of them phones, from the briefing to the debrief.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from '../patience.mjs';
import { accessible, fits, open, shot } from './harness.mjs';
import { button, dialog, now, openText, phase, phaseEnds, place, seated } from './table.mjs';

const delegations = {
  ukr: 'Olena',
  rus: 'Pavel',
  usa: 'Grace',
  fra: 'Camille',
  gbr: 'Harriet',
  deu: 'Jonas',
  eu: 'Ines',
  tur: 'Deniz',
};
const rounds_max = 12;

let stage;
let tell;
const pages = {};
const each = (act) => Promise.all(Object.entries(pages).map(([party, page]) => act(page, party)));

before(async () => {
  stage = await open();
  let sit;
  ({ sit, tell } = await seated(stage, 'online'));
  let count = 0;
  for (const [party, name] of Object.entries(delegations)) {
    pages[party] = await sit(party, name, count++ % 2 ? { size: 'phone' } : { dark: count > 4 });
  }
  await tell('exercise.start');
});
after(() => stage?.close());

const over = (page) =>
  page.getByRole('heading', { name: 'It is over, and the debrief is yet to come' });

/** Everybody says that they are ready; the last one opens what comes next. */
async function allReady() {
  const before = await phase(pages.ukr);
  for (const page of Object.values(pages)) {
    await place(page, /^Decide/).click();
    await button(page.locator('#place'), 'We are ready').click();
  }
  await phaseEnds(pages.ukr, before);
}

async function drafts(party, template) {
  const page = pages[party];
  await place(page, /^Texts/).click();
  await button(page, 'New text').click();
  await button(page, template).click();
  await page.getByRole('button', { name: /^Send to/ }).click();
  await page.getByText(/^Draft by Ukraine, version 1/).waitFor();
}

async function signs(party, title) {
  const page = pages[party];
  await openText(page, title);
  await button(page, 'Sign').click();
  // A delegation's own orders may speak against it: then its head signs a second time.
  const anyway = dialog(page).getByRole('button', { name: 'Sign all the same' });
  await dialog(page).getByRole('button', { name: /^Sign version/ }).click();
  await page.waitForFunction(
    (words) => {
      const asked = document.querySelector('dialog');
      return !asked || asked.innerText.includes(words);
    },
    'Sign all the same',
  );
  if (await anyway.isVisible()) await anyway.click();
  await dialog(page).waitFor({ state: 'detached' });
}

test('eight delegations read their briefs, and the talks open when all are ready', async () => {
  await each((page) => button(page, 'We have read it').click());
  await allReady();
  await each((page) => page.locator('.phase').getByText(/^Talks, round 1/).waitFor());
});

test('a declaration and a ceasefire are drafted, and signed by all whom they ask', async () => {
  await drafts('ukr', 'Core guarantees');
  for (const party of ['usa', 'fra', 'gbr', 'deu', 'eu', 'tur', 'ukr']) {
    await signs(party, 'Joint declaration on security guarantees');
  }
  await drafts('ukr', 'A watched ceasefire');
  for (const party of ['rus', 'tur', 'usa', 'ukr']) await signs(party, 'Ceasefire agreement');
  await place(pages.rus, /^Texts/).click();
  assert.equal(
    await pages.rus.locator('.text-list').getByRole('link', { name: 'Joint declaration' }).count(),
    0,
    'Russia does not see the declaration',
  );
});

test('they ratify, carry out what they promised, and come to an end', async () => {
  for (let round = 0; !(await over(pages.ukr).isVisible()); round++) {
    assert.ok(round < rounds_max, 'it never ends');
    const title = await phase(pages.ukr);
    for (const page of Object.values(pages)) {
      await becomes(() => phase(page), title);
      if (!/^Make your choice/.test(await now(page).innerText())) continue;
      await place(page, /^Decide/).click();
      const asked = page.getByRole('radiogroup').or(page.locator('fieldset'));
      await asked.first().waitFor();
      const questions = await asked.all();
      for (const one of questions) await one.getByRole('radio').first().check();
      await becomes(() => page.getByText(/^Your choice so far/).count(), questions.length);
    }
    await allReady();
  }
  await each((page) => over(page).waitFor());
});

test('the debrief opens for all: whole, accessible, no wider than its page', async () => {
  await tell('debrief.open', { on: true });
  await each((page) => page.getByRole('region', { name: 'The deal you left' }).waitFor());
  await each((page) => page.getByRole('region', { name: 'Who got what' }).waitFor());
  for (const party of ['ukr', 'rus']) {
    await shot(pages[party], `paris-debrief-${party}`);
    await accessible(pages[party], party);
    await fits(pages[party], party);
  }
});
