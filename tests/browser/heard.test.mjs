// What a screen reader is given to say: every live region of the page is written down as it changes, and time is passed by hand.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { button, dialog, newToken, place } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

/** Writes down what a live region says, as a screen reader would come to hear it: not what is switched off, nor what lies behind a dialog. */
function listen() {
  globalThis.heard = [];
  new MutationObserver((changes) => {
    const regions = new Set();
    for (const { target, type, addedNodes } of changes) {
      const near = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const region = near?.closest('[aria-live], [role=status], [role=alert], [role=log]');
      if (region && region.ariaLive !== 'off' && (type === 'characterData' || addedNodes.length > 0)) regions.add(region);
    }
    const front = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
    for (const region of regions) {
      const words = region.textContent.trim();
      if (words && front.contains(region)) globalThis.heard.push(words);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** A page on which all that is heard is written down, and time stands still once `ready` is there. */
async function listening(at, ready) {
  const page = await stage.person({
    at,
    before: async (opened) => {
      await opened.clock.install();
      await opened.addInitScript(listen);
    },
  });
  await ready(page).waitFor();
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1000);
  return page;
}

/** A table of the river in its talks, where time stands still for Northland's page and Southland acts without one. */
async function river({ started = true } = {}) {
  const control = newToken();
  const { exercise, code } = await stage.call('exercise.create', { scenario: 'river', tables: 1, mode: 'online', token: control });
  const tell = (what, params = {}) => stage.call(what, params, control);
  const [north, south] = [newToken(), newToken()];
  await stage.call('exercise.join', { code, name: 'Ana', token: north, party: 'nor' });
  await stage.call('exercise.join', { code, name: 'Boris', token: south, party: 'sou' });
  if (started) {
    await tell('exercise.start');
    await tell('exercise.advance');
  }
  const page = await listening(`/t/${exercise}#${north}`, (opened) => opened.getByText(started ? /^Talks, round 1/ : 'You are in').first());
  let key = 0;
  const as = (token) => (method, params) => stage.call(method, { key: (key += 1000), ...params }, token);
  return { page, tell, control: `/control/${exercise}#${control}`, north: as(north), south: as(south) };
}

/** What is heard in the next seconds: all of it, as it was said. */
async function next(page) {
  await page.clock.runFor(4000);
  return page.evaluate(() => globalThis.heard.splice(0));
}
const shown = (page, text) => page.getByText(text, { exact: true }).first().waitFor();
const written = (page, text) => page.locator('.said', { hasText: text }).waitFor();
const treaty = (share) => ({ kind: 'treaty', invite: ['nor', 'sou'], clauses: [{ type: 'water', terms: { share } }] });
/** So many more minutes that the last five have not begun. */
async function longer(page, tell) {
  await tell('exercise.extend', { minutes: 4 });
  await page.getByRole('timer').getByText(/^[67]:/).waitFor();
}
/** Passes time until so many seconds are left. */
async function leaves(page, seconds) {
  const [minutes, rest] = (await page.getByRole('timer').innerText()).split(':').map(Number);
  await page.clock.fastForward((minutes * 60 + rest - seconds) * 1000);
}
const plenary = (text) => ({ to: 'plenary', text });

test('a message is heard once, by whom and what, also where it is read; one’s own is not', async () => {
  const { page, north, south } = await river();
  await south('message.send', plenary('Shall we begin?'));
  await written(page, 'Shall we begin?');
  assert.deepEqual(await next(page), ['South, to everyone: Shall we begin?']);
  await south('message.send', { to: ['nor', 'sou'], text: 'Between us: 45' });
  await page.getByRole('link', { name: /^South/ }).waitFor();
  assert.deepEqual(await next(page), ['South: Between us: 45.']);
  await north('message.send', plenary('One moment.'));
  await written(page, 'One moment.');
  assert.deepEqual(await next(page), []);
  // The same words again are news again.
  await south('message.send', plenary('Shall we begin?'));
  await page.locator('.said', { hasText: 'Shall we begin?' }).nth(1).waitFor();
  assert.deepEqual(await next(page), ['South, to everyone: Shall we begin?']);
  await page.context().close();
});

test('a text that comes in, a signature, and what they bring about are heard', async () => {
  const { page, north, south } = await river();
  await place(page, /^Texts/).click();
  const { instrument } = await south('instrument.draft', treaty(45));
  await page.getByRole('link', { name: /River treaty/ }).first().waitFor();
  assert.deepEqual(await next(page), ['South sent you the River treaty.']);
  await south('instrument.sign', { instrument, version: 1 });
  await page.locator('.place').getByText(/South has signed|Signed by South/).first().waitFor();
  assert.deepEqual(await next(page), ['South has signed the River treaty.']);
  await north('instrument.sign', { instrument, version: 1 });
  await shown(page, 'The River treaty is in force.');
  assert.deepEqual(await next(page), ['The River treaty is in force.']);
  await page.context().close();
});

test('ten things in one moment are one sentence, and the time is not lost among them', async () => {
  const { page, tell, south } = await river();
  for (let n = 1; n <= 6; n++) await south('message.send', plenary(`Word ${n}`));
  for (const share of [30, 35, 40, 45]) await south('instrument.draft', treaty(share));
  await tell('exercise.pause');
  await shown(page, 'The game is paused.');
  assert.deepEqual(await next(page), ['The game is paused. 10 things happened: see what is marked.']);
  await page.context().close();
});

test('five minutes and one minute before the end are heard once each; where time is lost, only what is left', async () => {
  const { page, tell } = await river();
  await longer(page, tell);
  assert.deepEqual(await next(page), []);
  await leaves(page, 299);
  assert.deepEqual(await next(page), ['5 minutes left.']);
  await leaves(page, 61);
  assert.deepEqual(await next(page), ['One minute left.']);
  await leaves(page, 30);
  assert.deepEqual(await next(page), []);
  await page.context().close();
  const late = await river();
  await longer(late.page, late.tell);
  await leaves(late.page, 59);
  assert.deepEqual(await next(late.page), ['One minute left.']);
  await late.page.context().close();
});

test('the start, the end of a round and the end of the game are heard', async () => {
  const { page, tell } = await river({ started: false });
  await tell('exercise.start');
  await page.getByText('Briefing', { exact: true }).first().waitFor();
  assert.deepEqual(await next(page), ['Briefing has begun.']);
  await tell('exercise.advance');
  await shown(page, 'Talks, round 1 of 2 has begun.');
  assert.deepEqual(await next(page), ['Talks, round 1 of 2 has begun.']);
  await tell('exercise.end');
  await page.getByRole('heading', { name: 'Northland: your result' }).waitFor();
  assert.deepEqual(await next(page), ['The game is over.']);
  await page.context().close();
});

test('what happens while a dialog is open is heard in it, and not again behind it', async () => {
  const { page, tell } = await river();
  await page.getByRole('button', { name: /here$/ }).click();
  await next(page);
  await dialog(page).waitFor();
  await tell('exercise.pause');
  await dialog(page).getByText('The game is paused.').first().waitFor();
  assert.deepEqual(await next(page), ['The game is paused.']);
  await page.keyboard.press('Escape');
  await dialog(page).waitFor({ state: 'detached' });
  assert.deepEqual(await next(page), []);
  await page.context().close();
});

test('what a press did is heard without waiting for what others do, and nothing interrupts', async () => {
  const { page, south } = await river();
  await place(page, /^Plan/).click();
  await south('message.send', plenary('Are you there?'));
  await written(page, 'Are you there?');
  await button(page, 'Lower: A quiet border').click();
  await page.clock.runFor(500);
  const [heard] = await page.evaluate(() => globalThis.heard);
  assert.match(heard, /^A quiet border: place 5\./);
  assert.equal(await page.locator('[aria-live=assertive]').count(), 0);
  await page.context().close();
});

test('a facilitator hears that somebody asks something', async () => {
  const { page, control, south } = await river();
  const facilitator = await listening(control, (opened) => opened.getByRole('article', { name: 'Room 1', exact: true }));
  await south('message.send', { to: 'control', text: 'May we speak to the press?' });
  await facilitator.getByRole('heading', { name: 'One question for you' }).waitFor();
  assert.deepEqual(await next(facilitator), ['One question for you.']);
  for (const one of [page, facilitator]) await one.context().close();
});
