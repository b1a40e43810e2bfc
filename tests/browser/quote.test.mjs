// An article in the parties' own words, spoken of: quoted in a message from its text, read on a card, and opened from there.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { button, looked, newToken, place } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

/** A table of Paris in its talks over a wire: a page for each, and `act` to do something without it. */
async function table(seats) {
  const control = newToken();
  const { exercise, code } = await stage.call('exercise.create', { scenario: 'paris', tables: 1, mode: 'online', token: control });
  const at = {};
  let key = 1;
  for (const [party, size] of seats) {
    const token = newToken();
    await stage.call('exercise.join', { code, name: party, token, party });
    const page = await stage.person({ size, dark: size === 'phone', at: `/t/${exercise}#${token}` });
    at[party] = { page, act: (method, params) => stage.call(method, { key: (key += 1000), ...params }, token) };
  }
  await stage.call('exercise.start', {}, control);
  await stage.call('exercise.advance', {}, control);
  return at;
}

test('an article in own words is quoted, read by those who know the text, and opened; struck, it is said to be gone', async () => {
  const { ukr, fra } = await table([['ukr', 'desk'], ['fra', 'phone']]);
  const monitor = { type: 'monitor', terms: { strength: 50, lead: 'usa', powers: 'attribute' } };
  const words = 'The Parties will meet again in Geneva within a year.';
  const { instrument, version } = await ukr.act('instrument.draft', {
    kind: 'declaration',
    invite: ['ukr', 'fra', 'deu'],
    clauses: [monitor],
    articles: [{ text: words }],
  });
  await place(ukr.page, /^Texts/).click();
  await ukr.page.getByRole('link', { name: 'Joint declaration on security guarantees', exact: true }).click();
  await button(ukr.page, 'Quote article 2 in a message').click();
  const writing = ukr.page.locator('.quoting a.quote');
  await writing.getByText('Article 2. In our own words').waitFor();
  await ukr.page.getByLabel('Write a message').fill('Why within a year?');
  await button(ukr.page, 'Send').click();
  await writing.waitFor({ state: 'detached' });
  await ukr.page.locator('.said a.quote').getByText(words, { exact: true }).waitFor();
  await looked(ukr.page, 'quote-own-desk');

  await place(fra.page, /^Talk/).click();
  await fra.page.getByRole('link', { name: 'Ukraine and Germany 1 unread', exact: true }).click();
  const card = fra.page.locator('.said a.quote');
  await card.getByText(words, { exact: true }).waitFor();
  await looked(fra.page, 'quote-own-phone-dark');
  await card.click();
  const article = fra.page.locator('.article.own.asked');
  await article.getByText(words, { exact: true }).waitFor();
  await fra.page.waitForFunction(() => document.activeElement?.matches('.article.own.asked'));

  await ukr.act('instrument.amend', { instrument, version, clauses: [monitor], articles: [] });
  const gone = ukr.page.locator('.said a.quote');
  await gone.getByText('This article no longer stands in it.', { exact: true }).waitFor();
  assert.equal(await gone.getByText(words, { exact: true }).count(), 0);
});
