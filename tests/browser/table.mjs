// What the tests of the table share: seats at one table, and the places on its page.
import { randomBytes } from 'node:crypto';
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
