// A whole game of the river by keyboard alone, from the Door to the debrief: nothing is reached but by Tab, nothing pressed but by Enter, the
// space bar and arrows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open, shot } from './harness.mjs';
import { arrived, button, dialog, newToken, place } from './table.mjs';

let stage;
let tell;
let code;
before(async () => {
  stage = await open();
  const control = newToken();
  ({ code } = await stage.call('exercise.create', {
    scenario: 'river',
    untimed: true,
    mode: 'online',
    token: control,
  }));
  tell = (what, params = {}) => stage.call(what, params, control);
});
after(() => stage?.close());

const tabs_max = 150;

/** By Tab alone, forward from where the focus is; what has the focus must be seen to have it. */
async function reach(page, target) {
  await target.waitFor();
  const shown = () =>
    target.evaluate((element) => {
      if (element !== document.activeElement) return null;
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
    });
  let seen = await shown();
  for (let tabs = 0; seen === null; tabs++) {
    assert.ok(tabs < tabs_max, `${target} is not reached by Tab`);
    await page.keyboard.press('Tab');
    seen = await shown();
  }
  assert.ok(seen, `${target} does not show that it has the focus`);
}
const hash = (page) => page.evaluate(() => location.hash);
async function press(page, target) {
  await reach(page, target);
  const before = await hash(page);
  await page.keyboard.press('Enter');
  if ((await hash(page)) !== before) await arrived(page);
}

async function joined(name) {
  const page = await stage.person();
  await reach(page, page.getByLabel('Code'));
  await page.keyboard.type(code);
  await reach(page, page.getByRole('region', { name: 'Join' }).getByLabel('Your name'));
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /Northland|Southland/ }).first().waitFor();
  return page;
}

async function signs(page) {
  await press(page, place(page, /^Texts/));
  await press(page, page.locator('.text-list').getByRole('link', { name: 'River treaty' }));
  await press(page, button(page, 'Sign'));
  await press(page, dialog(page).getByRole('button', { name: /^Sign version/ }));
  await dialog(page).waitFor({ state: 'detached' });
}

test('the river is played by keyboard alone', async () => {
  const ana = await joined('Ana');
  const ben = await joined('Ben');
  await tell('exercise.start');
  for (const page of [ana, ben]) {
    await press(page, button(page, 'We have read it'));
  }
  await tell('exercise.advance');

  await press(ana, place(ana, /^Texts/));
  await press(ana, button(ana, 'New text'));
  await press(ana, button(ana, 'Meet in the middle'));
  await press(ana, ana.getByRole('button', { name: /^Send (it )?to/ }));
  await press(ben, place(ben, /^Texts/));
  await press(ben, ben.locator('.text-list').getByRole('link', { name: 'River treaty' }));
  await press(ben, button(ben, 'Talk about it'));
  await reach(ben, ben.getByLabel('Write a message'));
  await ben.keyboard.type('We can live with that.');
  await press(ben, button(ben, 'Send'));

  const aside = ana.getByRole('complementary', { name: 'Talk' });
  await press(ana, aside.getByRole('link', { name: /^South/ }).or(aside.getByRole('button', { name: /^South/ })).first());
  await ana.getByText('We can live with that.').waitFor();
  await signs(ben);
  await signs(ana);
  await ana.getByText('in force').first().waitFor();

  await tell('exercise.advance');
  await tell('exercise.advance');
  for (const page of [ana, ben]) {
    await press(page, place(page, /^Decide/));
    await reach(page, page.getByRole('radio').first());
    await page.keyboard.press('Space');
    await page.getByText('Your choice so far: Keep every promise').waitFor();
  }
  await press(ana, button(ana.getByLabel('Now'), 'We are ready'));
  await press(ben, button(ben.getByLabel('Now'), 'We are ready'));
  await ana.getByRole('heading', { name: 'It is over, and the debrief is yet to come' }).waitFor();
  await reach(ana, ana.getByLabel('What mattered most to Southland?'));
  await ana.keyboard.press('ArrowDown');
  await tell('debrief.open', { on: true });
  const slider = ana.getByLabel('Moment', { exact: true });
  await reach(ana, slider);
  await ana.keyboard.press('Home');
  await ana.getByText('No text yet.').waitFor();
  await shot(ana, 'keyboard-end');
});
