// What the tests of the table share: seats at one table, and the places on its page.
import { randomBytes } from 'node:crypto';
import { becomes, eventually } from '../patience.mjs';
import { accessible, fits, shot } from './harness.mjs';

export const newToken = () => randomBytes(24).toString('base64url');
export const button = (page, name) => page.getByRole('button', { name, exact: true });
export const dialog = (page) => page.getByRole('dialog');
export const now = (page) => page.locator('.now-says');
export const place = (page, name) =>
  page.getByRole('navigation', { name: 'Places' }).getByRole('link', { name });

/** A term within its sentence, by its article and name; pressed, it opens its control. */
export const term = (page, name) => {
  const plain = name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return page.getByRole('button', { name: new RegExp(`^${plain}: .* Change it$`) });
};

/** Whoever goes somewhere at the table arrives there a moment later: the focus goes along. */
export const arrived = (page) => page.waitForFunction(() => document.activeElement?.matches('#place, #talk-pane'));

/** A text that is on the list, opened. */
export async function openText(page, name, exact = true) {
  await place(page, /^Texts/).click();
  await page.locator('.text-list').getByRole('link', { name, exact }).first().click();
  await page.getByRole('heading', { name, exact, level: 2 }).first().waitFor();
}
/** An act that stands under *More* in the text that is open. */
export async function rarely(page, act) {
  const more = page.locator('.more');
  await more.locator('summary').waitFor();
  if ((await more.getAttribute('open')) === null) await more.locator('summary').click();
  await button(more, act).click();
}
/** Leaves the question or sheet in front by Escape; those below it stay. */
export async function escaped(page) {
  const open = page.locator('dialog[open]');
  await open.first().waitFor();
  const before = await open.count();
  await page.keyboard.press('Escape');
  await becomes(() => page.locator('dialog').count(), before - 1);
}
/** The phase and round as a page shows them, without the seconds that go by; empty where it shows none. */
const shownPhase = async (page) => {
  const [words = ''] = await page.locator('.phase').allInnerTexts();
  return words.replace(/\d+:\d+.*/s, '').trim();
};
export async function phase(page) {
  await page.locator('.phase').first().waitFor();
  return shownPhase(page);
}
/** Waits until a page shows another phase or round than this one, or none any more. */
export const phaseEnds = (page, before) => eventually(async () => (await shownPhase(page)) !== before);

/** A picture of the page as it is, which must be accessible and no wider than its screen. */
export async function looked(page, name) {
  await shot(page, `table-${name}`);
  await accessible(page, name);
  await fits(page, name);
}

/** One new table of Paris: `sit` gives a page that holds a seat of that delegation (`from`: at another address of the server), `tell`
 * says something as the facilitator. */
export async function seated(stage, mode) {
  const control = newToken();
  const exercise = await stage.call('exercise.create', {
    scenario: 'paris',
    tables: 1,
    mode,
    token: control,
  });
  return {
    code: exercise.code,
    async sit(party, name, { from = '', ...more } = {}) {
      const token = newToken();
      await stage.call('exercise.join', { code: exercise.code, name, token, party });
      return stage.person({ ...more, at: `${from}/t/${exercise.exercise}#${token}` });
    },
    tell: (what, params = {}) => stage.call(what, params, control),
  };
}
