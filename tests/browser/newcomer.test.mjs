// Somebody who has never seen it, alone with a bot, on a phone, who does what the card on top says and nothing else.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from '../patience.mjs';
import { accessible, fits, open, shot } from './harness.mjs';
import { button, dialog, newToken } from './table.mjs';

let stage;

before(async () => {
  stage = await open();
});

after(async () => {
  await stage.close();
});

const steps_max = 40;

/** One thing that the screen itself asks for; false where the game has come to its end. */
async function next(page, asked) {
  const card = page.locator('.now');
  const end = page.getByRole('heading', { name: 'Who got what' });
  await card.or(end).first().waitFor();
  if (await end.isVisible()) return false;
  const words = (await card.innerText()).replaceAll('\n', ' ');
  asked.push(words);
  if (await page.getByRole('button', { name: 'Sign', exact: true }).isVisible()) {
    await page.getByRole('button', { name: 'Sign', exact: true }).click();
    const dialog = page.getByRole('dialog');
    // What the other side wishes for may be worth less than walking away; how much it asks is its own affair.
    await dialog.getByText('You bind yourselves to:').waitFor();
    await accessible(page, 'signing');
    await shot(page, 'newcomer-sign-phone');
    await dialog.getByRole('button', { name: /^Sign version/ }).click();
    await dialog.waitFor({ state: 'detached' });
    return true;
  }
  const choice = page.getByRole('radio').first();
  if ((await choice.isVisible()) && !(await page.getByRole('radio', { checked: true }).count())) {
    await choice.check();
    return true;
  }
  const button = card.getByRole('button');
  if (await button.isVisible()) await button.first().click();
  return true;
}

test('the card on top leads from the door to the result', async () => {
  const page = await stage.person({ size: 'phone' });
  await page.getByRole('button', { name: 'Play The River' }).click();
  await page.locator('.now').waitFor();
  await page.getByRole('button', { name: 'We have read it' }).click();
  const asked = [];
  for (let step = 0; await next(page, asked); step++) {
    assert.ok(step < steps_max, `it never ends: ${asked.slice(-6).join(' || ')}`);
    // The other side takes its time; what it does then is on the card.
    const before = asked.at(-1);
    await page
      .waitForFunction(
        (old) => document.querySelector('.now')?.innerText.replaceAll('\n', ' ') !== old,
        before,
        { timeout: 2500 },
      )
      .catch(() => {});
  }
  await becomes(() => page.getByRole('row', { name: /^(North|South) [−\d]/ }).count(), 2);
  await accessible(page, 'the end');
  await fits(page, 'the end');
  await shot(page, 'newcomer-end-phone');
});

test('who would sign for less than walking away is told so first', async () => {
  const [control, north, south] = [newToken(), newToken(), newToken()];
  const river = { scenario: 'river', tables: 1, untimed: true, token: control };
  const { exercise, code } = await stage.call('exercise.create', river);
  await stage.call('exercise.join', { code, name: 'Nils', token: north, party: 'nor' });
  await stage.call('exercise.join', { code, name: 'Sol', token: south, party: 'sou' });
  await stage.call('exercise.start', { key: 1 }, control);
  await stage.call('exercise.advance', { key: 2 }, control);
  const clauses = [
    { type: 'water', terms: { share: 60 } },
    { type: 'status', key: 'island', terms: { regime: 'south' } },
  ];
  const wish = { kind: 'treaty', invite: ['nor', 'sou'], clauses, key: 1 };
  const { instrument } = await stage.call('instrument.draft', wish, south);
  const page = await stage.person({ size: 'phone', at: `/t/${exercise}#${north}` });
  await page.locator('.now').waitFor();
  await page.goto(`/t/${exercise}#texts/${instrument}`);
  await button(page, 'Sign').click();
  await dialog(page).getByText('less than walking away').waitFor();
  await accessible(page, 'signing below walking away');
  await page.context().close();
});
