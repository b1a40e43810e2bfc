// What comes out of a printer, whatever the screen looked like.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { button, newToken, place } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

const pages = async (page) => {
  const pdf = await page.pdf({ format: 'A4' });
  return pdf.toString('latin1').match(/\/Type\s*\/Page\b/g).length;
};

/** What is printed of the page: the colour of its ink, and what of it can only be pressed (terms and regions are read, too). */
const printed = (page) =>
  page.evaluate(() => {
    const seen = (part) => part.checkVisibility({ visibilityProperty: true });
    const ink = getComputedStyle(document.querySelector('h2')).color.match(/\d+/g).map(Number);
    return {
      dark: Math.max(...ink) < 80,
      pressed: [...document.querySelectorAll('button, select, nav, .grip, .talk-pane')]
        .filter((part) => seen(part) && !part.closest('.article, .region-card'))
        .map((part) => `${part.localName} ${part.textContent.slice(0, 40)}`),
    };
  });

test('a brief, a text, the world and the debrief: ink on white, what is folded with it, nothing to press, no empty sheet', async () => {
  const control = newToken();
  const { exercise, code } = await stage.call('exercise.create', { scenario: 'paris', tables: 1, mode: 'online', untimed: true, token: control });
  const tell = (what, params = {}) => stage.call(what, params, control);
  const tokens = {};
  for (const party of ['ukr', 'fra', 'deu']) {
    tokens[party] = newToken();
    await stage.call('exercise.join', { code, name: party, token: tokens[party], party });
  }
  await tell('exercise.start');
  const page = await stage.person({ size: 'phone', dark: true, at: `/t/${exercise}#${tokens.fra}` });
  await button(page, 'We have read it').waitFor();
  const everybody = page.getByRole('heading', { name: 'After Paris: general briefing' });
  assert.equal(await everybody.isVisible(), false, 'folded on a phone');
  await page.emulateMedia({ media: 'print' });
  assert.equal(await everybody.isVisible(), true, 'unfolded on paper');
  assert.deepEqual(await printed(page), { dark: true, pressed: [] });
  await page.emulateMedia({ media: 'screen' });

  await tell('exercise.advance');
  const clauses = [{ type: 'monitor', terms: { strength: 50, lead: 'usa', powers: 'attribute' } }];
  await stage.call('instrument.draft', { kind: 'declaration', invite: ['ukr', 'fra', 'deu'], clauses, key: 1 }, tokens.ukr);
  await place(page, /^Texts/).click();
  const title = page.getByRole('main').getByRole('link', { name: 'Joint declaration on security guarantees', exact: true });
  await title.waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.ok(await title.isVisible(), 'a list of texts without their names');
  await page.emulateMedia({ media: 'screen' });
  await title.click();
  await page.locator('.worth-total b').waitFor();
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual(await printed(page), { dark: true, pressed: [] });
  assert.equal(await pages(page), 1);
  await page.emulateMedia({ media: 'screen' });
  await place(page, /^World/).click();
  await page.getByRole('heading', { name: 'The world' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual(await printed(page), { dark: true, pressed: [] });
  await page.emulateMedia({ media: 'screen' });

  await tell('exercise.end');
  await tell('debrief.open', { on: true });
  await page.getByRole('heading', { name: 'Who got what' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  assert.deepEqual(await printed(page), { dark: true, pressed: [] });
  await page.context().close();
});
