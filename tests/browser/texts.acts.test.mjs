// What is done with a text: each act that cannot be taken back asks once, saying what will happen and who will see it; and the whole of
// writing by keyboard alone.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { becomes } from '../patience.mjs';
import { accessible, fits, open, shot } from './harness.mjs';
import { arrived, button, dialog, newToken, openText, place, rarely, term } from './table.mjs';

let stage;
let tell;
let north;
let south;

before(async () => {
  stage = await open();
  const control = newToken();
  const { code, exercise } = await stage.call('exercise.create', {
    scenario: 'river',
    tables: 1,
    mode: 'online',
    token: control,
  });
  tell = (what, params = {}) => stage.call(what, params, control);
  const sit = async (party, name, more) => {
    const token = newToken();
    await stage.call('exercise.join', { code, name, token, party });
    return stage.person({ ...more, at: `/t/${exercise}#${token}` });
  };
  north = await sit('nor', 'Nils', { size: 'phone', dark: true });
  south = await sit('sou', 'Sol', { size: 'tablet' });
  await tell('exercise.start');
  await tell('exercise.advance');
  for (const page of [north, south]) await button(page, 'We have read it').click();
});
after(() => stage?.close());

/** The question must hold these words; then the act is done, and the question gone. */
async function asks(page, { title, says, act, name }) {
  const question = dialog(page);
  await question.getByRole('heading', { name: title }).waitFor();
  for (const words of says) await question.getByText(words).waitFor();
  await shot(page, `texts-${name}`);
  await accessible(page, name);
  await fits(page, name);
  await button(question, act).click();
  await question.waitFor({ state: 'detached' });
}

test('a text is written by keyboard alone', async () => {
  await place(south, /^Texts/).focus();
  await south.keyboard.press('Enter');
  await arrived(south);
  await button(south, 'New text').press('Enter');
  await arrived(south);
  await button(south, 'Meet in the middle').press('Enter');
  await south.getByRole('heading', { name: 'River treaty', level: 2 }).waitFor();
  await arrived(south);
  const share = term(south, 'Water, share');
  await share.press('Enter');
  const slider = south.getByRole('slider', { name: 'Slide: Water, share' });
  await south.waitForFunction(() => document.activeElement?.type === 'range');
  assert.equal(await slider.inputValue(), '45');
  await south.keyboard.press('ArrowRight');
  await becomes(() => slider.inputValue(), '50');
  await south.keyboard.press('Escape');
  await slider.waitFor({ state: 'detached' });
  await becomes(() => share.innerText(), '50');
  await south.waitForFunction(() => document.activeElement?.textContent === '50');
  const fee = term(south, 'The port, fee');
  await fee.press(' ');
  await south.waitForFunction(() => document.activeElement?.type === 'radio');
  await south.keyboard.press('ArrowDown');
  await south.getByRole('radio', { name: 'free of charge', checked: true }).waitFor();
  await south.keyboard.press('ArrowUp');
  await south.keyboard.press('Escape');
  await becomes(() => fee.innerText(), 'at half the fee');
  await button(south, 'Send to North').press('Enter');
  await south.getByText('Draft by South, version 1').waitFor();
});

test('a dispute is held in brackets, and names who holds it', async () => {
  await openText(north, 'River treaty');
  await rarely(north, 'Mark what we dispute');
  await button(north, 'Dispute this article').first().click();
  const disputed = south.locator('.article.disputed');
  await disputed.getByText('Disputed by North.').waitFor();
  await south.getByText('it waits for agreement on article 1').waitFor();
  await accessible(south, 'a disputed article');
  await shot(south, 'texts-disputed-tablet');
  await button(north, 'No longer dispute it').click();
  await disputed.waitFor({ state: 'detached' });
});

test('signing says for which version, what binds whom, and who sees it; it can be taken back', async () => {
  await button(north, 'Sign').click();
  await asks(north, {
    name: 'sign-phone-dark',
    title: /^Sign version \d+ of the River treaty\?$/,
    says: ['You bind yourselves to:', 'South will see it at once.'],
    act: /^Sign version/,
  });
  await north.getByText('You have signed this version.').waitFor();
  await south.getByText('it waits for your signature.').waitFor();
  await button(north, 'Take back our signature').click();
  await asks(north, {
    name: 'unsign-phone-dark',
    title: 'Take back your signature under the River treaty?',
    says: ['South will see at once that you no longer sign it. You can sign again.'],
    act: 'Take back our signature',
  });
  await button(north, 'Sign').waitFor();
});

test('declining says who sees it', async () => {
  await rarely(north, 'Decline');
  await asks(north, {
    name: 'decline-phone-dark',
    title: 'Decline the River treaty?',
    says: ['South will see at once that you do not sign it.'],
    act: 'Decline',
  });
  await south.locator('.signatures').getByText('declined').waitFor();
});

test('opening for signature, reopening, showing to everyone', async () => {
  await rarely(south, 'Open for signature');
  await asks(south, {
    name: 'open-tablet',
    title: 'Open the River treaty for signature?',
    says: ['From then on nobody changes it, until you reopen it. North will see that at once.'],
    act: 'Open for signature',
  });
  await button(north, 'Change it').waitFor({ state: 'detached' });
  await rarely(south, 'Reopen for changes');
  await asks(south, {
    name: 'reopen-tablet',
    title: 'Reopen the River treaty for changes?',
    says: ['an amendment clears all signatures'],
    act: 'Reopen for changes',
  });
  await button(north, 'Change it').waitFor();
  await rarely(south, 'Show to everyone');
  await asks(south, {
    name: 'table-tablet',
    title: 'Show the River treaty to everyone?',
    says: ['Every delegation and every spectator sees it at once', 'This cannot be taken back.'],
    act: 'Show to everyone',
  });
  await north.getByText('shown to everyone').first().waitFor();
});

test('a second text is linked, withdrawn, and a third one leaked', async () => {
  const write = async () => {
    await place(north, /^Texts/).click();
    await button(north, 'New text').click();
    await button(north, 'What Northland would like').click();
    await button(north, 'Send to South').click();
    await north.getByText('Draft by North, version 1').waitFor();
  };
  await write();
  await rarely(north, 'Link with another text');
  await dialog(north).getByRole('checkbox', { name: /^River treaty/ }).check();
  await asks(north, {
    name: 'link-phone-dark',
    title: 'Link with another text',
    says: ['Linked texts enter into force together, or not at all.', 'signatures are cleared'],
    act: 'Link them',
  });
  await north.getByRole('heading', { name: 'Linked texts' }).waitFor();
  await place(south, /^Texts/).click();
  await south.getByText(/^Linked with River treaty/).first().waitFor();
  await shot(south, 'texts-list-tablet');
  await rarely(north, 'Withdraw the text');
  await asks(north, {
    name: 'withdraw-phone-dark',
    title: /^Withdraw the River treaty/,
    says: ['Nobody can sign it any more. South will see that at once. This cannot be taken back.'],
    act: 'Withdraw the text',
  });
  await north.getByText('Withdrawn by North').waitFor();
  await write();
  await rarely(north, 'Leak it');
  await asks(north, {
    name: 'leak-phone-dark',
    title: /^Leak the River treaty/,
    says: ['Everyone sees it at once, and that it was leaked; the record says by whom.'],
    act: 'Leak it',
  });
  await north.getByText('shown to everyone').first().waitFor();
});

test('in force: whoever leaves is told when it ends', async () => {
  await openText(south, 'River treaty, from South');
  await south.getByText('with which it is linked').waitFor();
  await rarely(south, 'Link with another text');
  await button(dialog(south), 'Link it no longer').click();
  await south.getByRole('heading', { name: 'Linked texts' }).waitFor({ state: 'detached' });
  await button(south, 'Sign').click();
  await button(dialog(south), /^Sign version/).click();
  await south.getByText('You have signed this version.').waitFor();
  await openText(north, 'River treaty, from South');
  await button(north, 'Sign').click();
  await button(dialog(north), /^Sign version/).click();
  await north.getByText(/^In force, version/).waitFor();
  await rarely(north, 'Leave it');
  await asks(north, {
    name: 'leave-phone-dark',
    title: /^Leave the River treaty/,
    says: ['At the end of the next round what binds you in it ends. Everyone sees it at once. This cannot be taken back.'],
    act: 'Leave it',
  });
  await south.locator('.signatures').getByText('leaves at the end of the next round').waitFor();
  await button(north, 'Leave it').waitFor({ state: 'detached' });
});
