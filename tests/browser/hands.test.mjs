// Fingers, strong contrast, a machine's own colours: what a mouse and the usual colours hide.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fits, open } from './harness.mjs';
import { newToken, place } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

/** Northland's page at a river whose talks are open. */
async function north(more) {
  const control = newToken();
  const token = newToken();
  const { exercise, code } = await stage.call('exercise.create', { scenario: 'river', tables: 1, mode: 'online', untimed: true, token: control });
  await stage.call('exercise.join', { code, name: 'Ana', token, party: 'nor' });
  await stage.call('exercise.start', {}, control);
  await stage.call('exercise.advance', {}, control);
  const page = await stage.person({ ...more, at: `/t/${exercise}#${token}` });
  await place(page, /^Plan/).click();
  await page.getByRole('region', { name: 'What we want, in order', exact: true }).waitFor();
  return page;
}
const aims = (page) => page.locator('.aims > li');
const named = async (page) => (await aims(page).locator('.aim').allInnerTexts()).map((words) => words.split(' (')[0].split('\n')[0]);

/** A finger that goes down at one place and up at the last, by the others. */
async function finger(page, places) {
  const cdp = await page.context().newCDPSession(page);
  const say = (type, touchPoints) => cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
  await say('touchStart', [places[0]]);
  for (const at of places.slice(1)) await say('touchMove', [at]);
  await say('touchEnd', []);
  await cdp.detach();
}

test('aims are dragged by a finger, over one another and back; a row that is let go stays', async () => {
  const page = await north({ size: 'phone' });
  const before = await named(page);
  assert.equal(before.length, 5);
  await aims(page).first().scrollIntoViewIfNeeded();
  const middle = async (row) => {
    const box = await aims(page).nth(row).locator('.grip').boundingBox();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  };
  // The page is scrolled so that all rows are on the screen.
  await page.evaluate(() => scrollTo(0, document.querySelector('.aims').getBoundingClientRect().top + scrollY - 150));
  const rows = await Promise.all(before.map((_, row) => middle(row)));
  await finger(page, [rows[0], rows[1], rows[2], { x: rows[3].x, y: rows[3].y + 12 }]);
  const dragged = [before[1], before[2], before[3], before[0], before[4]];
  await page.waitForFunction((name) => document.querySelectorAll('.aims .aim')[3].textContent.startsWith(name), before[0]);
  assert.deepEqual(await named(page), dragged);
  assert.equal(await page.locator('.aims .held').count(), 0);
  // It is the delegation's now, not this page's alone.
  await page.reload();
  await page.waitForFunction((name) => document.querySelectorAll('.aims .aim')[3]?.textContent.startsWith(name), before[0]);
  await page.context().close();
});

/** Whether a part looks otherwise when it is in another state: what is painted of it, by pixels. */
const painted = async (part) => (await part.screenshot({ animations: 'disabled', caret: 'hide' })).toString('base64');

for (const [what, media] of [
  ['a machine’s own colours', { forcedColors: 'active' }],
  ['a machine’s own dark colours', { forcedColors: 'active', colorScheme: 'dark' }],
  ['strong contrast', { contrast: 'more' }],
  ['strong contrast in the dark', { contrast: 'more', colorScheme: 'dark' }],
]) {
  test(`in ${what} one sees where one is, and what is chosen`, async () => {
    const page = await north();
    await page.emulateMedia(media);
    // The place that is open.
    const plan = place(page, /^Plan/);
    const open = await painted(plan);
    await place(page, /^World/).click();
    await page.getByRole('heading', { name: 'The world' }).waitFor();
    assert.notEqual(await painted(plan), open, 'the place that is open');
    // One of two that are chosen between.
    const segment = page.locator('.segments label').first();
    const chosen = await painted(segment);
    await page.locator('.segments label').nth(1).click();
    assert.notEqual(await painted(segment), chosen, 'the one that is chosen');
    // The focus, wherever Tab goes.
    await page.locator('.mark').focus();
    for (let n = 0; n < 12; n++) {
      await page.keyboard.press('Tab');
      const ring = await page.evaluate(() => {
        const at = document.activeElement;
        const shown = at.matches('.segments input') ? at.nextElementSibling : at;
        const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(shown);
        return { what: `${at.localName} ${at.textContent.slice(0, 30)}`, outlineStyle, outlineWidth, outlineColor };
      });
      assert.equal(ring.outlineStyle, 'solid', ring.what);
      assert.ok(parseFloat(ring.outlineWidth) >= 2, ring.what);
    }
    if (media.contrast) await accessible(page, what); // Of a machine's own colours axe knows nothing.
    await fits(page, what);
    await page.context().close();
  });
}
