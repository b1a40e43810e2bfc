// Talk: whom to meet in one room; circles, unread marks, calls, quotes and older messages over a wire; nothing lost, nothing said twice.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from '../patience.mjs';
import { open } from './harness.mjs';
import { button, dialog, looked, newToken, place } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

let key = 1;
/** A table of Paris in its talks; each seat has a page, and `say` to act without it. */
async function table(mode, seats) {
  const control = newToken();
  const { exercise, code } = await stage.call('exercise.create', { scenario: 'paris', tables: 1, mode, token: control });
  const at = {};
  for (const [party, size] of seats) {
    const token = newToken();
    await stage.call('exercise.join', { code, name: party, token, party });
    const page = size && (await stage.person({ size, dark: party === 'deu', at: `/t/${exercise}#${token}` }));
    at[party] = { page, act: (method, params) => stage.call(method, { key: (key += 1000), ...params }, token) };
  }
  await stage.call('exercise.start', {}, control);
  await stage.call('exercise.advance', {}, control);
  return at;
}

const declaration = (who) =>
  who.act('instrument.draft', {
    kind: 'declaration',
    invite: ['ukr', 'fra', 'deu'],
    clauses: [{ type: 'monitor', terms: { strength: 50, lead: 'usa', powers: 'attribute' } }],
  });

test('in one room the screen says whom to meet, and why', async () => {
  const { ukr, fra } = await table('room', [['ukr', 'desk'], ['fra', 'phone'], ['deu']]);
  const meet = ukr.page.getByRole('region', { name: 'Whom to meet' });
  await meet.getByText('Meet USA, France, and Germany.').waitFor();
  assert.equal(await ukr.page.getByLabel('Write a message').count(), 0);
  await declaration(ukr);
  await meet.getByText('Ask what they need before they sign the Joint declaration on security guarantees.').waitFor();
  await place(fra.page, /^Talk/).click();
  await fra.page.getByText('The Joint declaration on security guarantees waits for you.').waitFor();
  await looked(fra.page, 'meet-phone');
  await looked(ukr.page, 'meet-desk');
  await fra.page.getByRole('region', { name: 'Whom to meet' }).getByRole('link', { name: 'Open the text' }).first().click();
  await fra.page.getByRole('heading', { name: 'Joint declaration on security guarantees', level: 2 }).waitFor();
});

test('circles of three, unread marks that outlive a reload, a call, and an article on a card', async () => {
  const { ukr, fra, deu } = await table('online', [['ukr', 'desk'], ['fra', 'phone'], ['deu', 'tablet']]);
  const three = { to: ['ukr', 'fra', 'deu'] };
  const { instrument } = await declaration(ukr);
  await fra.act('message.send', { ...three, text: 'Shall we three begin?' });
  await fra.act('message.send', { ...three, text: 'This one.', quote: { instrument, clause: { type: 'monitor' } } });
  const circle = ukr.page.getByRole('link', { name: 'France and Germany 2 unread' });
  await circle.waitFor();
  await ukr.page.waitForFunction(() => document.title.startsWith('(2)'));
  await ukr.page.reload();
  await circle.click();
  const card = ukr.page.locator('a.quote');
  await card.getByText('Article 1. Monitoring and verification').waitFor();
  await ukr.page.waitForFunction(() => !document.title.startsWith('('));
  await button(ukr.page, 'Set a call link').click();
  const asked = dialog(ukr.page);
  await asked.getByLabel('Address of the call').fill('http://call.example/plain');
  await becomes(() => button(asked, 'Give it to the circle').isDisabled(), true);
  await asked.getByLabel('Address of the call').fill('https://call.example/three');
  await looked(ukr.page, 'call-desk');
  await button(asked, 'Give it to the circle').click();
  await asked.waitFor({ state: 'detached' });
  const join = deu.page.getByRole('link', { name: 'Join the call at call.example', exact: true });
  await place(deu.page, /^Talk/).click();
  await deu.page.getByRole('link', { name: /^Ukraine and France/ }).click();
  await join.waitFor();
  assert.equal(await join.getAttribute('href'), 'https://call.example/three');
  await looked(deu.page, 'circle-tablet-dark');
  await card.click();
  await ukr.page.getByRole('heading', { name: 'Joint declaration on security guarantees', level: 2 }).waitFor();
  await place(fra.page, /^Talk/).click();
  await fra.page.getByRole('link', { name: /^Ukraine and Germany/ }).waitFor();
  await looked(fra.page, 'circles-phone');
});

test('older messages come in pages', async () => {
  const { ukr, rus } = await table('online', [['ukr', 'desk'], ['rus']]);
  for (let n = 1; n <= 60; n++) {
    const who = n % 2 ? ukr : rus;
    await who.act('message.send', { to: ['ukr', 'rus'], text: `Point ${n}.` });
  }
  await ukr.page.getByRole('link', { name: /^Russia/ }).click();
  await ukr.page.getByText('Point 60.', { exact: true }).waitFor();
  assert.equal(await ukr.page.getByText('Point 1.', { exact: true }).count(), 0);
  await button(ukr.page, 'Older messages').click();
  await ukr.page.getByText('Point 1.', { exact: true }).waitFor();
  await becomes(() => ukr.page.locator('.said').count(), 60);
});

test('a message that was on its way when the page was reloaded is there once, and not offered again', async () => {
  const { ukr, fra } = await table('online', [['ukr', 'desk'], ['fra', 'phone']]);
  await ukr.page.getByRole('link', { name: /^Everyone/ }).click();
  const field = ukr.page.getByLabel('Write a message');
  await field.fill('Once, and for all.');
  await stage.kill();
  await ukr.page.getByText('The connection is lost.').waitFor();
  await button(ukr.page, 'Send').click();
  await ukr.page.getByText('It is sent as soon as the connection is back.').waitFor();
  await stage.restart();
  await ukr.page.locator('.said', { hasText: 'Once, and for all.' }).waitFor();
  await becomes(() => field.inputValue(), '');
  // The answer is lost with the page: what was on its way is remembered, and found to have arrived.
  await field.fill('And this.');
  await ukr.page.evaluate(() => {
    const at = Object.keys(localStorage).find((name) => name.startsWith('entente.saying.'));
    const typed = at.replace('saying', 'typed');
    addEventListener('pagehide', () => {
      localStorage.setItem(at, JSON.stringify({ plenary: { text: 'And this.', after: 1 } }));
      localStorage.setItem(typed, JSON.stringify({ plenary: 'And this.' }));
    });
  });
  await button(ukr.page, 'Send').click();
  await ukr.page.locator('.said', { hasText: 'And this.' }).waitFor();
  await ukr.page.reload();
  await ukr.page.locator('.said', { hasText: 'And this.' }).waitFor();
  await ukr.page.waitForFunction(() => document.querySelector('textarea')?.value === '');
  await place(fra.page, /^Talk/).click();
  await fra.page.getByRole('link', { name: /^Everyone/ }).click();
  await fra.page.getByText('And this.', { exact: true }).waitFor();
  await becomes(() => fra.page.locator('.said').count(), 2);
});

test('a flurry is one sentence to a screen reader', async () => {
  const { ukr, rus, fra } = await table('online', [['ukr', 'desk'], ['rus'], ['fra']]);
  // Begun anew under a clock of its own, so that the opening of the talks is not part of the flurry.
  await ukr.page.clock.install();
  await ukr.page.reload();
  await ukr.page.getByRole('heading', { name: 'Talk', exact: true }).waitFor();
  await ukr.page.evaluate(() => {
    globalThis.heard = [];
    const region = document.querySelector('p.spoken[role="status"]');
    new MutationObserver(() => region.textContent && globalThis.heard.push(region.textContent)).observe(
      region,
      { childList: true, characterData: true, subtree: true },
    );
  });
  // However long they take to come in on this machine, it is a moment on the page's clock.
  await ukr.page.clock.pauseAt(Date.now() + 8000);
  for (let n = 0; n < 4; n++) {
    await rus.act('message.send', { to: ['ukr', 'rus'], text: `Word ${n}` });
    await fra.act('message.send', { to: ['ukr', 'fra'], text: `Word ${n}` });
  }
  await ukr.page.waitForFunction(() => document.title.startsWith('(8)'));
  assert.deepEqual(await ukr.page.evaluate(() => globalThis.heard), []);
  await ukr.page.clock.runFor(3000);
  await ukr.page.waitForFunction(() => globalThis.heard.length > 0);
  const heard = await ukr.page.evaluate(() => globalThis.heard);
  assert.equal(heard.length, 1);
  assert.match(heard[0], /8 new messages/);
});
