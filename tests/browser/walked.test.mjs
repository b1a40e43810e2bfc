// What the walk of somebody new (README.md) stumbled over, so that it stays mended.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { button, dialog, newToken, now, place } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

/** Two people at the river, whose talks are open. */
async function river() {
  const control = newToken();
  const made = await stage.call('exercise.create', { scenario: 'river', tables: 1, mode: 'online', token: control });
  const tell = (what, params = {}) => stage.call(what, params, control);
  const sit = async (party, more) => {
    const token = newToken();
    await stage.call('exercise.join', { code: made.code, name: party, token, party });
    return { token, page: await stage.person({ ...more, at: `/t/${made.exercise}#${token}` }) };
  };
  const north = await sit('nor', { size: 'phone' });
  const south = await sit('sou');
  await tell('exercise.start');
  await tell('exercise.advance');
  return { north, south };
}

const water = { type: 'water', terms: { share: 60 } };
const port = (fee) => ({ type: 'port', terms: { fee } });

test('what a text is worth follows what others write into it, while it is open', async () => {
  const { north, south } = await river();
  const act = (method, params, key) => stage.call(method, { ...params, key }, south.token);
  const { page } = north;
  await button(page, 'We have read it').click();
  const draft = { kind: 'treaty', invite: ['nor', 'sou'], clauses: [water, port('free')] };
  const { instrument } = await act('instrument.draft', draft, 1);
  await page.locator('.now').getByRole('button', { name: 'Open the text', exact: true }).click();
  const worth = page.getByRole('region', { name: 'What it does for you', exact: true });
  await worth.getByText('16 points for you; +11 against today (5)').waitFor();
  await act('instrument.amend', { instrument, version: 1, clauses: [water, port('full')] }, 2);
  await page.getByText('Draft by South, version 2').waitFor();
  await worth.getByText('0 points for you; −5 against today (5)', { exact: true }).waitFor();
  for (const one of [north, south]) await one.page.context().close();
});

test('the card has no button to where one is, and nothing that is said covers it', async () => {
  const { north, south } = await river();
  const { page } = north;
  await now(page).getByText('At its end, press “We have read it”').waitFor();
  assert.equal(await page.locator('.now').getByRole('button', { name: 'Open the briefing' }).count(), 0);
  await place(page, /^Plan/).click();
  await page.locator('.now').getByRole('button', { name: 'Open the briefing', exact: true }).waitFor();
  await place(page, /^Brief/).click();
  await button(page, 'We have read it').click();
  const draft = { kind: 'treaty', invite: ['nor', 'sou'], clauses: [water], key: 1 };
  const { instrument } = await stage.call('instrument.draft', draft, south.token);
  await stage.call('instrument.sign', { instrument, version: 1, key: 2 }, south.token);
  await page.locator('.now').getByRole('button', { name: 'Open the text', exact: true }).click();
  await button(page, 'Sign').click();
  await dialog(page).getByRole('button', { name: 'Sign version 1', exact: true }).click();
  await dialog(page).waitFor({ state: 'detached' });
  // Both at the same moment: what is said goes by itself after some seconds.
  const places = await page.waitForFunction(() => {
    const said = document.querySelector('.notice');
    scrollTo(0, 0);
    return said && { card: document.querySelector('.now').getBoundingClientRect().bottom, said: said.getBoundingClientRect().top };
  });
  const { card, said } = await places.jsonValue();
  assert.ok(said >= card, 'a notice covers the card on top');
  for (const one of [north, south]) await one.page.context().close();
});
