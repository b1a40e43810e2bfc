// Play now: a table within a moment, somebody beside it who says why, and people who come later.
import { after, before, test } from 'node:test';
import { accessible, fits, open, shot } from './harness.mjs';
import { button, dialog, place } from './table.mjs';

let stage;
before(async () => {
  stage = await open();
});
after(() => stage?.close());

const guide = (page) => page.getByRole('complementary', { name: 'Guide' });
const says = (page, words) => guide(page).getByText(words).waitFor();

/** A first game on a phone, as far as the talks. */
async function talking() {
  const page = await stage.person({ size: 'phone' });
  await button(page, 'Play The River').click();
  await says(page, 'You are Northland. Above all you want: Ships to the sea');
  await accessible(page, 'the first words of the guide');
  await shot(page, 'guide-aims-phone');
  await button(page, 'We have read it').click();
  await says(page, 'Say that you are ready, and the talks open.');
  await button(page, 'We are ready').click();
  return page;
}

test('the guide is where the newcomer is, and what it names is on the page', async () => {
  const page = await talking();
  await says(page, 'South has put an offer into words.');
  await button(page, 'Open the text').click();
  await says(page, 'Press “Change it”');
  await fits(page, 'a text under the guide');
  await shot(page, 'guide-worth-phone');
  await button(page, 'Change it').click();
  await says(page, 'Move one article at a time');
  await page.context().close();
});

test('the guide can be left at any time, and stays away', async () => {
  const page = await talking();
  await says(page, 'South has put an offer into words.');
  await button(page, 'Leave the guide').click();
  await guide(page).waitFor({ state: 'detached' });
  await page.reload();
  await place(page, /^Texts/).waitFor();
  await guide(page).waitFor({ state: 'detached' });
  await page.context().close();
});

test('any scenario and delegation, without the guide; who joins later takes the seat of a bot', async () => {
  const page = await stage.person();
  await page.getByText('Another scenario or delegation').click();
  await page.getByLabel('Delegation').selectOption({ label: 'Southland' });
  await button(page, 'Play The River').click();
  await page.getByRole('heading', { name: 'Your brief: Southland' }).waitFor();
  await button(page, '2 here').click();
  await page.getByText('Invite somebody').click();
  const code = (await page.locator('.code-big').innerText()).slice(-6);
  await accessible(page, 'inviting somebody');
  await shot(page, 'guide-invite');
  const friend = await stage.person({ size: 'phone', at: `/join/${code}` });
  await friend.getByLabel('Your name').fill('Nora');
  await button(friend, 'Join').click();
  await friend.getByRole('heading', { name: 'Your brief: Northland' }).waitFor();
  await dialog(page).getByText('Nora · Head · here').waitFor();
  await page.context().close();
  await friend.context().close();
});
