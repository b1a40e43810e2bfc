// Every word in the reader's own language; nothing on any screen that does not come from the words or from the scenario; and right to left.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fits, open, shot } from './harness.mjs';
import { newToken } from './table.mjs';

let stage;

before(async () => {
  stage = await open();
});
after(() => stage?.close());

const language = (page) => page.evaluate(() => [document.documentElement.lang, document.documentElement.dir]);

/** A table of the river in its talks: `sit` gives a page with that delegation's seat. */
async function river({ mode = 'online' } = {}) {
  const control = newToken();
  const made = await stage.call('exercise.create', { scenario: 'river', tables: 1, mode, token: control });
  const tell = (method, params = {}) => stage.call(method, params, control);
  const tokens = [control];
  return {
    /** What the scenario says to anybody at this table. */
    read: () => Promise.all(tokens.map((token) => stage.call('scenario.get', {}, token))),
    code: made.code,
    control: `/control/${made.exercise}#${control}`,
    tell,
    /** Past the briefing. */
    async talks() {
      await tell('exercise.start', { key: 1 });
      await tell('exercise.advance', { key: 2 });
    },
    async sit(party, name, how) {
      const token = newToken();
      tokens.push(token);
      await stage.call('exercise.join', { code: made.code, name, token, party });
      return stage.person({ ...how, at: `/t/${made.exercise}${how.lang ? `?lang=${how.lang}` : ''}#${token}` });
    },
  };
}

test('a page speaks what the browser asks for, then what was chosen, and in one tab what its link says', async () => {
  const page = await stage.person({ language: 'uk-UA', size: 'phone' });
  await page.getByRole('heading', { name: 'Приєднатися' }).waitFor();
  assert.deepEqual(await language(page), ['uk', 'ltr']);
  await page.getByRole('button', { name: 'Грати: Річка' }).waitFor();
  await page.getByLabel('Мова').selectOption({ label: 'Français' });
  await page.getByRole('heading', { name: 'Rejoindre', exact: true }).waitFor();
  await page.getByRole('button', { name: /^Jouer\s: Le fleuve$/ }).waitFor();
  await page.reload();
  await page.getByRole('heading', { name: 'Rejoindre', exact: true }).waitFor();
  await page.goto('/?lang=en');
  await page.getByRole('button', { name: 'Play The River' }).waitFor();
  await page.goto('/');
  await page.getByRole('button', { name: 'Play The River' }).waitFor();
  assert.deepEqual(await language(page), ['en', 'ltr']);
});

test('a language that there is none of is English', async () => {
  const page = await stage.person({ language: 'de-DE' });
  await page.getByRole('heading', { name: 'Join', exact: true }).waitFor();
  await page.goto('/?lang=xx');
  await page.getByRole('heading', { name: 'Join', exact: true }).waitFor();
});

test('two at one table each read their own language, and change it without losing what they wrote', async () => {
  const table = await river();
  const olha = await table.sit('nor', 'Ольга', { language: 'uk', size: 'phone' });
  const luc = await table.sit('sou', 'Luc', { language: 'fr' });
  await table.talks();
  await olha.getByRole('heading', { name: 'Ваша довідка: Північщина' }).waitFor();
  await olha.getByRole('heading', { name: 'Кімната 1' }).waitFor();
  await luc.getByRole('heading', { name: 'Salle 1' }).waitFor();
  await luc.getByRole('heading', { name: /^Votre dossier\s: Sudie$/ }).waitFor();

  // A draft in Ukrainian is the same text in French.
  await olha.goto(`${olha.url().split('#')[0]}#texts/new`);
  await olha.getByRole('button', { name: 'Зійтися посередині' }).click();
  await olha.getByText('Північщина пропускає до Південщини').first().waitFor();
  await shot(olha, 'languages-uk-editor-phone');
  await fits(olha, 'the editor in Ukrainian');
  await olha.getByRole('button', { name: 'Надіслати: Південь' }).click();
  await luc.goto(`${luc.url().split('#')[0]}#texts`);
  await luc.getByRole('link', { name: 'Traité du fleuve' }).first().click();
  await luc.getByText('la Nordie laisse passer').first().waitFor();

  // What is written stays, in whatever language the page goes on.
  const words = luc.getByPlaceholder('Écrire un message');
  await words.fill('Nous lisons.');
  await luc.getByRole('button', { name: /personnes? ici$/ }).click();
  const dialog = luc.getByRole('dialog');
  await dialog.getByLabel('Langue').selectOption({ label: 'Українська' });
  await luc.getByRole('heading', { name: 'Хто тут' }).waitFor();
  await luc.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  await luc.getByText('Північщина пропускає до Південщини').first().waitFor();
  assert.equal(await luc.getByPlaceholder('Напишіть повідомлення').inputValue(), 'Nous lisons.');

  // Both sign; news of the scenario, and what happened, are told to each in their own.
  await luc.getByRole('button', { name: 'Підписати', exact: true }).click();
  await luc.getByRole('dialog').getByRole('button', { name: /^Підписати версію/ }).click();
  await luc.getByRole('dialog').waitFor({ state: 'detached' });
  await olha.getByRole('button', { name: 'Підписати', exact: true }).first().click();
  await olha.getByRole('dialog').getByRole('button', { name: /^Підписати версію/ }).click();
  await olha.getByRole('dialog').waitFor({ state: 'detached' });
  await table.tell('inject.fire', { inject: 'boat', key: 3 });
  await olha.goto(`${olha.url().split('#')[0]}#world`);
  await olha.getByRole('heading', { name: 'Човен біля острова' }).waitFor();
  await olha.getByText('Набуває чинності: Річковий договір').first().waitFor();
  await fits(olha, 'the world in Ukrainian');
  await accessible(olha, 'the world in Ukrainian');
  await shot(olha, 'languages-uk-world-phone');
});

/** The letters that stand on a page (or are said to a screen reader) and come neither from the words, which are in brackets in the made-up
 * language, nor from `known`. */
async function stray(page, known) {
  const found = await page.evaluate(() => {
    const texts = [];
    const skipped = '.prose, .map svg, .language, script, style, noscript, title, textarea';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const holder = walker.currentNode.parentElement;
      if (holder && !holder.closest(skipped)) texts.push(walker.currentNode.data);
    }
    for (const element of document.querySelectorAll('[aria-label], [placeholder], [title], [alt]')) {
      for (const name of ['aria-label', 'placeholder', 'title', 'alt']) {
        const said = element.getAttribute(name);
        if (said && !element.closest(skipped)) texts.push(said);
      }
    }
    return texts;
  });
  return found.filter((text) => {
    let left = text;
    for (let before = ''; before !== left; ) {
      before = left;
      left = left.replace(/\[[^[\]]*\]/g, '');
    }
    for (const words of known) left = left.replaceAll(words, '');
    return /\p{L}/u.test(left);
  });
}

/** Whatever a scenario says: its texts, cut where terms are filled in. */
function sayings(value) {
  if (typeof value === 'string') return value.split(/\{\w+\}/).map((piece) => piece.trim());
  return value && typeof value === 'object' ? Object.values(value).flatMap(sayings) : [];
}

/** Buttons and links show all their words, within the screen. */
const clipped = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('button, summary, .tabs a, select')]
      .filter((element) => {
        const box = element.getBoundingClientRect();
        if (box.width === 0 || element.closest('.scroll, .choose')) return false;
        const cut = element.matches('select') ? 0 : element.scrollWidth - element.clientWidth;
        return cut > 1 || box.left < -1 || box.right > innerWidth + 1;
      })
      .map((element) => element.innerText || element.outerHTML),
  );

async function looked(page, name, known) {
  assert.deepEqual(await stray(page, known), [], `${name}: not from the words`);
  await fits(page, name);
  assert.deepEqual(await clipped(page), [], `${name}: clipped`);
}

for (const [lang, direction] of [
  ['qps-ploc', 'ltr'],
  ['qps-plocm', 'rtl'],
]) {
  test(`in a made-up language (${lang}) every screen is whole on a small phone`, async () => {
    const { scenarios } = await stage.call('scenario.list');
    const table = await river();
    const page = await table.sit('nor', 'Ana', { size: 'phone', lang });
    const known = [
      ...sayings(scenarios),
      ...sayings(await table.read()),
      ...['Ana', 'The River', location()],
    ].filter((words) => /\p{L}/u.test(words));
    known.sort((a, b) => b.length - a.length);

    const look = async (name, at = page) => {
      await looked(at, `${lang} ${name}`, known);
      await shot(at, `languages-${direction}-${name}`);
    };
    await page.locator('.waiting').waitFor();
    assert.deepEqual(await language(page), ['en', direction]);
    await look('waiting');
    await table.talks();
    await page.locator('.now').waitFor();
    const places = await page.locator('.tabs a').count();
    for (let place = 0; place < places; place++) {
      await page.locator('.tabs a').nth(place).click();
      await page.locator('.tabs a').nth(place).and(page.locator('[aria-current]')).waitFor();
      await look(`table-${place}`);
    }
    await page.goto(`${page.url().split('#')[0]}#texts/new`);
    await page.getByRole('button', { name: 'Meet in the middle' }).click();
    await page.locator('.editor-foot').waitFor();
    await look('editor');
    await accessible(page, 'the editor');
    await page.locator('.masthead button').first().click();
    await page.getByRole('dialog').waitFor();
    await look('people');
    const door = await stage.person({ size: 'phone', at: `/?lang=${lang}` });
    await door.locator('.run').getByRole('button').first().click();
    await door.locator('.scenarios').waitFor();
    await look('door', door);
    const control = await stage.person({ at: table.control.replace('#', `?lang=${lang}#`) });
    await control.locator('.control').waitFor();
    await look('control', control);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await table.tell('exercise.end', { key: 3 });
    await page.locator('.holding').first().waitFor();
    await look('holding');
    await table.tell('debrief.open', { on: true, key: 4 });
    await page.locator('.bar').first().waitFor({ state: 'attached' });
    await look('debrief');
    const pack = await stage.person({ size: 'phone', at: `/pack/river?lang=${lang}` });
    await pack.locator('.sheet-of.cover').waitFor();
    await look('pack', pack);
    const next = await river();
    known.push(next.code);
    const hall = await stage.person({ size: 'phone', at: next.control.replace('#', `?lang=${lang}#`) });
    await hall.locator('.code-big').waitFor();
    await look('hall', hall);
  });
}

/** What calendars call the place that this machine is in. */
function location() {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
