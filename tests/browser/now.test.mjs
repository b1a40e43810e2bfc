// The card on top for those who do not lead: an observer, an adviser with a decision, a spectator; and where a scenario has no first moves.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { open, root } from './harness.mjs';
import { button, dialog, escaped, looked, newToken, now, phase, phaseEnds, place } from './table.mjs';

let stage;
before(async () => {
  stage = await open({ args: ['--scenarios', join(root, 'tests/scenarios/good')] });
});
after(() => stage?.close());

/** A table of the delta: its control, and seats by party and role. */
async function table() {
  const control = newToken();
  const made = await stage.call('exercise.create', { scenario: 'delta', edition: 'full', tables: 1, mode: 'online', token: control });
  const tell = (what, params = {}) => stage.call(what, params, control);
  return {
    tell,
    spectator: made.spectator,
    async sit(party, role, more = {}) {
      const token = newToken();
      const joined = await stage.call('exercise.join', { code: made.code, name: `${party} ${role}`, token, party });
      if (joined.role !== role) {
        await tell('seat.assign', { person: joined.person, table: made.tables[0].id, party, role });
      }
      return stage.person({ ...more, at: `/t/${made.exercise}#${token}` });
    },
    look: (more = {}) => stage.person({ ...more, at: `/t/${made.exercise}#${made.spectator}` }),
  };
}

test('moves are made of what would do most, where the scenario has none', async () => {
  const { sit, tell } = await table();
  const south = await sit('sou', 'head');
  const observer = await sit('sou', 'observer', { size: 'phone' });
  await tell('exercise.start');
  await tell('exercise.advance');
  for (const page of [south, observer]) await button(page, 'We have read it').click();
  const moves = south.getByRole('region', { name: 'First moves', exact: true });
  await moves.getByText('Of the drafts there are, few would do more for you.').first().waitFor();
  await moves.getByRole('listitem').first().getByRole('button', { name: 'Start this text' }).waitFor();
  await now(south).getByText(/^Begin with /).waitFor();
  await looked(south, 'moves-made-desk');

  await now(observer).getByText('You read your delegation’s papers.').waitFor();
  await observer.locator('.now').getByRole('button', { name: 'Open our plan' }).click();
  await observer.getByText('You read your delegation’s plan; its head and advisers write it.').waitFor();
  await looked(observer, 'plan-observer-phone');
  assert.equal(await observer.getByRole('button', { name: /^Higher/ }).count(), 0);
  await tell('exercise.pause');
  await now(observer).getByText('Paused.').waitFor();
});

test('an adviser advises on a decision, and the head’s one press chooses it', async () => {
  const { sit, tell, look } = await table();
  const north = await sit('nor', 'head');
  const adviser = await sit('nor', 'adviser', { size: 'phone', dark: true });
  const spectator = await look();
  await tell('exercise.start');
  await now(spectator).getByText('You look on').waitFor();
  for (let title = await phase(north); !title.startsWith('Vote'); title = await phase(north)) {
    await tell('exercise.advance');
    await phaseEnds(north, title);
  }
  for (const page of [north, adviser]) await now(page).getByText('Ratification').waitFor();
  await adviser.locator('.now summary', { hasText: 'More' }).click();
  await button(adviser, 'Suggest to your head').click();
  await dialog(adviser).getByRole('radio', { name: 'On “Ratification”: Yes.', exact: true }).check();
  await button(dialog(adviser), 'Suggest it').click();
  await dialog(adviser).waitFor({ state: 'detached' });
  await looked(adviser, 'advised-phone-dark');
  await north.locator('.now summary', { hasText: 'More' }).click();
  await button(north, 'We are ready').click();
  await dialog(north).getByText(/this counts as your choice: “Ratification”: No, “Conduct”: Comply, and /).waitFor();
  await looked(north, 'ready-unchosen-desk');
  await escaped(north);
  await button(north, 'Accept: On “Ratification”: Yes.').click();
  await place(north, /^Decide/).click();
  await north.getByText('Your choice so far: Yes.').waitFor();
  await tell('exercise.pause');
  await now(spectator).getByText('The game is paused.').waitFor();
});
