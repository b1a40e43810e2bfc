// Where WebSockets are blocked the pages carry on over server-sent events and POST, and nobody notices.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { proxy } from './proxy.mjs';
import { button, dialog, newToken, now, place, seated } from './table.mjs';

let stage;
const proxies = [];

before(async () => {
  stage = await open();
});
after(async () => {
  for (const each of proxies) each.close();
  await stage?.close();
});

async function blocked(how) {
  const made = await proxy(Number(new URL(stage.url).port), how);
  proxies.push(made);
  return made;
}

test('a player behind a proxy that refuses them joins, drafts, sees the others act, and outlives a restart', async () => {
  const school = await blocked('refused');
  const { code, sit, tell } = await seated(stage, 'online');
  const ukraine = await sit('ukr', 'Olena', { from: school.url, size: 'phone' });
  const france = await sit('fra', 'Camille');
  await sit('deu', 'Jonas');
  const guest = await stage.person({ at: `${school.url}/join/${code}`, size: 'phone' });
  await guest.getByLabel('Your name').fill('Ivo');
  await button(guest, 'Join').click();
  await guest.getByText('You are in, Ivo').waitFor();
  await tell('exercise.start');
  await now(ukraine).getByText('Read your briefing').waitFor();
  for (const page of [ukraine, france]) await button(page, 'We have read it').click();
  await tell('exercise.advance');
  await now(ukraine).getByText(/^Begin with/).waitFor();
  await ukraine.locator('.now').getByRole('button', { name: 'Start this text' }).click();
  await ukraine.locator('.worth-total').waitFor();
  await ukraine.getByRole('button', { name: /^Send to/ }).click();
  await ukraine.getByText(/^Draft by .*, version 1/).waitFor();

  await france.locator('.now').getByRole('button', { name: 'Open the text' }).click();
  await button(france, 'Sign').click();
  await button(dialog(france), 'Sign version 1').click();
  await ukraine.locator('.signatures').getByText(/^signed at/).waitFor();

  await place(ukraine, /^Talk/).click();
  await ukraine.getByRole('link', { name: /^Everyone/ }).click();
  await ukraine.getByLabel('Write a message').fill('We could take the lead.');
  await stage.kill();
  await ukraine.getByText('The connection is lost.').waitFor();
  assert.equal(await ukraine.getByLabel('Write a message').inputValue(), 'We could take the lead.');
  await button(ukraine, 'Send').click();
  await stage.restart();
  await ukraine.getByText('The connection is lost.').waitFor({ state: 'detached' });
  await france.getByText('We could take the lead.').waitFor();
  for (const page of [ukraine, france]) {
    assert.equal(await page.locator('.said', { hasText: 'We could take the lead.' }).count(), 1);
  }
  assert.ok(school.counts.streams >= 2, 'before the restart, and after');
  assert.equal(school.counts.sockets, 2, 'each page tries once: what did not work is not tried again at once');
});

test('a facilitator behind it looks into a room, and is told', async () => {
  const firm = await blocked('refused');
  const control = newToken();
  const { code, exercise } = await stage.call('exercise.create', { scenario: 'river', tables: 1, token: control });
  const token = newToken();
  await stage.call('exercise.join', { code, name: 'Ana', token });
  await stage.call('exercise.start', {}, control);
  const page = await stage.person({ at: `${firm.url}/control/${exercise}#${control}` });
  await page.getByRole('button', { name: 'Look in: Room 1' }).click();
  const shoulder = page.getByRole('dialog');
  await shoulder.getByRole('button', { name: 'Talk', exact: true }).click();
  await shoulder.getByText('Nothing has been written.').waitFor();
  await stage.call('message.send', { to: 'plenary', text: 'Is anybody looking?', key: 1 }, token);
  await shoulder.getByText('Is anybody looking?').waitFor();
});

for (const [how, words] of [
  ['swallowed', 'answers no upgrade'],
  ['deaf', 'lets a socket open and passes nothing on'],
  ['brief', 'ends each socket at once'],
]) {
  test(`behind a proxy that ${words} a page finds its way`, async () => {
    const hotel = await blocked(how);
    const token = newToken();
    const { exercise, seat } = await stage.call('play.now', { scenario: 'river', name: 'Ana', token });
    assert.ok(seat);
    const page = await stage.person({ at: `${hotel.url}/t/${exercise}#${token}` });
    await now(page).waitFor();
    await stage.call('message.send', { to: 'plenary', text: 'Can you read this?', key: 1 }, token);
    await page.getByText('Can you read this?').waitFor();
    assert.ok(hotel.counts.sockets > 0);
  });
}

test('where sockets are let through again, a later connection is one', async () => {
  const train = await blocked('refused');
  const token = newToken();
  const { exercise } = await stage.call('play.now', { scenario: 'river', name: 'Ana', token });
  const page = await stage.person({ at: `${train.url}/t/${exercise}#${token}`, before: (page) => page.clock.install() });
  await now(page).waitFor();
  train.how = 'passed';
  const back = page.waitForResponse(/\/events/);
  train.cut();
  await back;
  assert.deepEqual(train.counts, { sockets: 1, streams: 2 }, 'not at once');
  await page.clock.fastForward('11:00');
  train.cut();
  await stage.call('message.send', { to: 'plenary', text: 'Out of the tunnel.', key: 1 }, token);
  await page.getByText('Out of the tunnel.').waitFor();
  assert.deepEqual(train.counts, { sockets: 2, streams: 2 });
});

test('a link that was replaced is told so over events too', async () => {
  const school = await blocked('refused');
  const control = newToken();
  const token = newToken();
  const { code, exercise } = await stage.call('exercise.create', { scenario: 'river', tables: 1, token: control });
  const { person } = await stage.call('exercise.join', { code, name: 'Ana', token });
  const page = await stage.person({ at: `${school.url}/t/${exercise}#${token}` });
  await page.getByText('You are in, Ana').waitFor();
  await stage.call('seat.link', { person, key: 1 }, control);
  await page.getByText('This device has no seat here').waitFor();
  assert.equal(school.counts.streams, 1, 'it does not come back to be refused');
});
