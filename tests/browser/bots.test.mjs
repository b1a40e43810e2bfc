// Bots at the table: their sentences in the reader's language, advice that control may switch off, and seats that they fill and give back.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventually } from '../patience.mjs';
import { open, root } from './harness.mjs';
import { button, dialog, newToken, place } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

const words = readFileSync(join(root, 'web/locale/fr/table.ftl'), 'utf8');
/** How a bot's sentence begins in French: as far as it has nothing of the game in it. */
const begins = (sentence) =>
  new RegExp(`^bot-${sentence.replace('_', '-')} = ([^{\\n]+)`, 'm').exec(words)[1].trim();

const both = { kind: 'treaty', invite: ['nor', 'sou'] };
const water = (share) => ({ ...both, clauses: [{ type: 'water', terms: { share } }] });

test('whatever a bot says, it says in the language of who reads it', async () => {
  const token = newToken();
  const { exercise } = await stage.call('play.now', { scenario: 'river', party: 'nor', name: 'Ana', token });
  await stage.call('ready.set', { on: true, key: 1 }, token);
  const view = async () => (await stage.call('attach', {}, token)).view;
  await eventually(async () => (await view()).clock.allows?.includes('draft'));
  // Nothing is given for the water: a bot signs, changes or declines it, and says why.
  await stage.call('instrument.draft', { ...water(60), key: 2 }, token);
  const said = await eventually(async () =>
    Object.values((await view()).circles ?? {})
      .flatMap(({ messages }) => Object.values(messages ?? {}))
      .find(({ from, says }) => from === 'sou' && says),
  );
  const page = await stage.person({ size: 'phone', language: 'fr-FR', at: `/t/${exercise}#${token}` });
  await page.getByRole('navigation', { name: 'Rubriques' }).getByRole('link', { name: /^Échanges/ }).click();
  await page.getByRole('link', { name: /^Sud/ }).first().click();
  const sentence = page.locator('.said-text').getByText(begins(said.says.sentence)).first();
  await sentence.waitFor();
  assert.notEqual((await sentence.innerText()).slice(0, 12), said.text.slice(0, 12), 'not in English');
  await page.context().close();
});

/** A table of the river in its talks, with a text that North opens. */
async function opened(more) {
  const control = newToken();
  const made = await stage.call('exercise.create', { scenario: 'river', untimed: true, token: control, ...more });
  const tokens = { nor: newToken(), sou: newToken() };
  for (const [party, token] of Object.entries(tokens)) {
    await stage.call('exercise.join', { code: made.code, name: party, token, party });
  }
  await stage.call('exercise.start', {}, control);
  await stage.call('exercise.advance', {}, control);
  await stage.call('instrument.draft', { ...water(45), key: 1 }, tokens.sou);
  const page = await stage.person({ at: `/t/${made.exercise}#${tokens.nor}` });
  await place(page, /^Texts/).click();
  await page.getByRole('link', { name: /River treaty/ }).first().click();
  await page.getByRole('heading', { name: 'River treaty', level: 2 }).waitFor();
  await page.locator('.worth-total').first().waitFor();
  return page;
}

test('advice is there, unless the facilitator has switched it off', async () => {
  const advised = await opened({});
  await button(advised, 'What would help?').waitFor();
  await advised.context().close();
  const alone = await opened({ advice: false });
  assert.equal(await button(alone, 'What would help?').count(), 0);
  await alone.context().close();
});

test('a facilitator has empty seats play by themselves; whoever joins takes one over', async () => {
  const control = await stage.person();
  await button(control, 'Set one up').click();
  await control.getByRole('radio', { name: /The River/ }).check();
  await control.getByText('More choices').click();
  await control.getByLabel('Empty seats play by themselves').check();
  await button(control, 'Open the hall').click();
  const code = (await control.locator('.code-big').innerText()).match(/[A-Z]{6}/)[0];
  const token = newToken();
  await control.getByRole('button', { name: /^Start/ }).click();
  await dialog(control).getByRole('button', { name: /^Start/ }).click();
  await dialog(control).waitFor({ state: 'detached' });
  const { exercise, role } = await stage.call('exercise.join', { code, name: 'Nora', token });
  assert.equal(role, 'head');
  const person = await stage.person({ size: 'phone', at: `/t/${exercise}#${token}` });
  await button(person, 'I understand').click();
  await person.getByRole('navigation', { name: 'Places' }).waitFor();
  await person.getByRole('button', { name: /here$/ }).first().click();
  await dialog(person).getByText(/^Nora · Head/).waitFor();
  await person.context().close();
  await control.context().close();
});
