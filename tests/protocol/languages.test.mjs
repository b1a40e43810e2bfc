// Each reads the scenario in their own language, at the same table; the rest of what is sent is the same for all.
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { start } from './server.mjs';

const newToken = () => randomBytes(24).toString('base64url');
let server;

before(async () => {
  server = await start();
});
after(() => server?.stop());

async function call(method, params = {}, token = undefined) {
  const headers = { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const response = await fetch(`${server.url}/rpc`, { method: 'POST', headers, body });
  return response.json();
}
async function answer(method, params, token) {
  const { result, error } = await call(method, params, token);
  assert.equal(error, undefined, JSON.stringify(error));
  return result;
}

/** A table of the river whose head of Northland has this token. */
async function northland() {
  const token = newToken();
  await answer('play.now', { scenario: 'river', party: 'nor', name: 'Ana', token });
  return token;
}

/** One with a facilitator, in the talks, with its facilitator. */
async function talks() {
  const control = newToken();
  const made = await answer('exercise.create', { scenario: 'river', tables: 1, token: control });
  const head = newToken();
  await answer('exercise.join', { code: made.code, name: 'Ana', token: head, party: 'nor' });
  await answer('exercise.start', { key: 1 }, control);
  await answer('exercise.advance', { key: 2 }, control);
  return { control, head };
}

test('the list and the scenario come in the language that is asked for', async () => {
  const titles = {};
  for (const language of ['en', 'fr', 'uk', 'uk-UA', 'de', '']) {
    const { scenarios } = await answer('scenario.list', language ? { language } : {});
    const card = scenarios.find(({ id }) => id === 'river');
    titles[language] = card.title;
    assert.deepEqual(card.languages, ['en', 'fr', 'uk']);
    const scenario = await answer('scenario.get', { scenario: 'river', ...(language && { language }) });
    assert.equal(scenario.title, card.title);
    assert.equal(scenario.language, card.language);
  }
  assert.deepEqual(titles, {
    en: 'The River', fr: 'Le fleuve', uk: 'Річка', 'uk-UA': 'Річка', de: 'The River', '': 'The River',
  });
});

test('the rounds of a preview are called in it, too', async () => {
  const { phases } = await answer('schedule.preview', { scenario: 'river', schedule: {}, language: 'fr' });
  assert.deepEqual(phases.map(({ title }) => title), ['Préparation', 'Pourparlers', 'L’été']);
});

test('what has no words in that language is in its own', async () => {
  const { scenarios } = await answer('scenario.list', { language: 'uk' });
  const paris = scenarios.find(({ id }) => id === 'paris');
  assert.equal(paris.language, 'en');
});

test('a delegation has its briefing, its aims and its articles in its language, and the same rules', async () => {
  const token = await northland();
  const own = await answer('scenario.get', {}, token);
  const ours = await answer('scenario.get', { language: 'uk' }, token);
  assert.match(ours.briefings.own, /^# Північщина/);
  assert.equal(ours.briefings.parties, undefined);
  assert.equal(ours.scores.nor.items.trade.label, 'Кораблі до моря');
  assert.equal(ours.scores.sou, undefined);
  assert.equal(ours.clauses.port.terms.fee.options.free, 'безоплатно');
  assert.match(ours.map, />гребля</);
  const shape = (value) =>
    value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, member]) => [key, shape(member)]))
      : typeof value;
  assert.deepEqual(shape(ours), shape(own));
  assert.equal(ours.hash, own.hash);
});

test('a refusal in the words of the scenario says them in all its languages', async () => {
  const { control, head } = await talks();
  const { error } = await call(
    'instrument.draft',
    { kind: 'treaty', invite: ['nor', 'sou'], clauses: [{ type: 'gauge', terms: { access: 'announced' } }], key: 1 },
    head,
  );
  assert.equal(error.data.type, 'clause.requires');
  assert.match(error.data.message, /^There is nothing to measure/);
  assert.match(error.data.in.fr.message, /^Il n’y a rien à mesurer/);
  assert.match(error.data.in.uk.message, /^Вимірювати нічого/);
});

test('news of the scenario comes in all its languages; what the facilitator writes, as it was written', async () => {
  const { control, head } = await talks();
  await answer('inject.fire', { inject: 'boat', key: 3 }, control);
  await answer('inject.compose', { title: 'Rain', text: 'It rains.', key: 4 }, control);
  const { view } = await answer('attach', {}, head);
  const [boat, rain] = view.news;
  assert.equal(boat.title, 'A boat off the island');
  assert.equal(boat.in.uk.title, 'Човен біля острова');
  assert.match(boat.in.fr.text, /Personne n’est blessé/);
  assert.equal(rain.title, 'Rain');
  assert.equal(rain.in, undefined);
  const minute = Object.values(view.minutes).find(({ what, title }) => what === 'inject' && title === boat.title);
  assert.equal(minute.in.fr.title, 'Un bateau au large de l’île');
});

test('a language that is no text is refused', async () => {
  for (const [method, more] of [['scenario.list'], ['scenario.get', { scenario: 'river' }], ['lobby.list']]) {
    const { error } = await call(method, { ...more, language: 7 });
    assert.equal(error.data.type, 'parameter.invalid', method);
    assert.equal(error.data.path, 'language');
  }
});
