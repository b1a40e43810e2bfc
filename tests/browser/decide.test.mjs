// Decide: what each answer would bring as far as we can know; an adviser advises there and on a text's page, and the head, who sees by
// whom, does it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { button, dialog, looked, newToken, place, term } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

const treaty = { kind: 'treaty', invite: ['nor', 'sou'], clauses: [{ type: 'water', terms: { share: 45 } }, { type: 'gauge', terms: { access: 'free' } }] };
let key = 1;
/** A table of River in its talks: North's head on a desk and its adviser on a phone; South acts without a page. */
async function table(more = {}) {
  const control = newToken();
  const { exercise, code } = await stage.call('exercise.create', {
    scenario: 'river', edition: 'full', tables: 1, mode: 'online', untimed: true, token: control, ...more,
  });
  const join = async (party, name) => {
    const token = newToken();
    await stage.call('exercise.join', { code, name, token, party });
    return token;
  };
  const page = (token, size, dark) => stage.person({ size, dark, at: `/t/${exercise}#${token}` });
  const head = await join('nor', 'Hal');
  const adviser = await join('nor', 'Ada');
  const south = await join('sou', 'Sue');
  const act = (token) => (method, params) => stage.call(method, { key: (key += 1000), ...params }, token);
  const tell = (method) => stage.call(method, {}, control);
  await tell('exercise.start');
  await tell('exercise.advance');
  return {
    head: await page(head, 'desk', true),
    adviser: await page(adviser, 'phone'),
    south: act(south),
    /** Both sign, and the season comes, in which each keeps its word or not. */
    async season() {
      const { instrument, version } = await act(south)('instrument.draft', treaty);
      for (const token of [south, head]) await act(token)('instrument.sign', { instrument, version });
      await tell('exercise.advance');
      await tell('exercise.advance');
    },
  };
}

const answer = (page, name) => page.locator('.option-card').filter({ has: page.getByRole('radio', { name }) });
const keep = /^Keep every promise/;
const bend = /^Take a little more than was agreed/;

test('each answer says what it would bring and what that hangs on; an adviser advises one, and the head follows', async () => {
  const { head, adviser, season } = await table();
  await season();
  const honest = answer(head, keep);
  await place(head, /^Decide/).click();
  await honest.getByText(/points for you; .* against today/).waitFor();
  await honest.getByText(/^Between .* and .*, by what the others choose\.$/).waitFor();
  await answer(head, bend).getByText(/^Between .* and .*, by what the others choose and chance\.$/).waitFor();
  await answer(head, bend).getByText(/^.\d+ Promises, kept and broken$/).waitFor();
  await looked(head, 'decide-foresight-desk-dark');

  await place(adviser, /^Decide/).click();
  await answer(adviser, bend).getByText(/points for you/).waitFor();
  assert.equal(await adviser.getByRole('radio', { name: bend }).isDisabled(), true);
  await adviser.getByText('Your head chooses, and sees what you suggest beside each answer.').waitFor();
  await looked(adviser, 'decide-foresight-phone');
  await button(adviser, 'Suggest it to your head: Take a little more than was agreed').click();
  await dialog(adviser).getByLabel('Why (a few words)').fill('They cannot see it.');
  await button(dialog(adviser), 'Suggest it').click();
  await dialog(adviser).waitFor({ state: 'detached' });
  await answer(adviser, bend).getByText('Ada advises this.', { exact: true }).waitFor();

  await answer(head, bend).getByText('Ada advises this.', { exact: true }).waitFor();
  await answer(head, bend).getByText('They cannot see it.', { exact: true }).waitFor();
  await head.locator('.now').getByText('Ada suggests:', { exact: true }).waitFor();
  await looked(head, 'decide-advised-desk-dark');
  await head.getByRole('radio', { name: bend }).check();
  await head.getByText('Your choice so far: Take a little more than was agreed.', { exact: false }).waitFor();
  await answer(head, bend).getByText('Ada advises this.', { exact: true }).waitFor({ state: 'detached' });
  await place(adviser, /^Plan/).click();
  await adviser.getByText('Answered', { exact: true }).click();
  await adviser.getByText('Ada: On “Do you keep your word?”: Take a little more than was agreed. Accepted.', { exact: true }).waitFor();
});

test('where the calculator is off nothing is foreseen', async () => {
  const { head, season } = await table({ calculator: false });
  await season();
  await place(head, /^Decide/).click();
  await head.getByRole('radio', { name: keep }).waitFor();
  await head.getByText('You have not chosen yet.', { exact: false }).waitFor();
  assert.equal(await head.locator('.outlook').count(), 0);
});

test('an adviser advises on a text, and advises a change instead of making it; the head sees both on its page', async () => {
  const { head, adviser, south } = await table();
  await south('instrument.draft', treaty);
  for (const page of [head, adviser]) {
    await place(page, /^Texts/).click();
    await page.getByRole('link', { name: 'River treaty', exact: true }).click();
    await page.getByRole('heading', { name: 'River treaty', exact: true }).waitFor();
  }
  const acts = adviser.locator('.text-actions');
  await button(acts, 'Suggest to your head').click();
  await dialog(adviser).getByRole('radio', { name: /^Decline the / }).check();
  await looked(adviser, 'advise-text-phone');
  await button(dialog(adviser), 'Suggest it').click();
  await dialog(adviser).waitFor({ state: 'detached' });
  const advised = head.getByRole('main').getByRole('region', { name: 'Suggestions', exact: true });
  await advised.getByText(/Decline the /).waitFor();
  await looked(head, 'advised-text-desk-dark');
  await advised.getByRole('button', { name: /^Not now: Decline the / }).click();
  await advised.waitFor({ state: 'detached' });

  await button(acts, 'Change it').click();
  await term(adviser, 'Water, share').click();
  await adviser.getByRole('spinbutton', { name: 'Water, share' }).fill('40');
  await button(adviser.locator('.editor-foot'), 'Suggest to your head').click();
  await dialog(adviser).getByText(/40/).waitFor();
  await button(dialog(adviser), 'Suggest it').click();
  await dialog(adviser).waitFor({ state: 'detached' });
  await advised.getByText(/In the .*: .*40/).waitFor();
  await advised.getByRole('button', { name: /^Accept: In the / }).click();
  await head.getByRole('button', { name: /^Send the amendment/ }).waitFor();
});
