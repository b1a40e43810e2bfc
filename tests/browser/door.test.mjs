// The ways in that need no facilitator at hand: playing at once, the key, coming back.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { accessible, fits, open, shot } from './harness.mjs';

const key = 'a-key-for-this-test';
let stage;

before(async () => {
  stage = await open({ args: ['--create-key', key] });
});
after(() => stage?.close());

test('one click plays the shortest scenario, and the device remembers the seat', async () => {
  const page = await stage.person({ size: 'phone' });
  await page.getByRole('button', { name: 'Play The River' }).click();
  await page.waitForURL(/\/t\/\w+$/);
  await page.getByText('Northland').or(page.getByText('Southland')).first().waitFor();
  await page.goto('/');
  await page.getByRole('heading', { name: 'You are already in' }).waitFor();
  await shot(page, 'door-back-phone');
  await accessible(page);
  await fits(page);
  await page.getByRole('link', { name: 'The River' }).click();
  await page.waitForURL(/\/t\/\w+$/);
  await page.goto('/');
  await page.getByRole('button', { name: 'Forget The River on this device' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Forget', exact: true }).click();
  await page.getByRole('heading', { name: 'You are already in' }).waitFor({ state: 'detached' });
});

test('another delegation can be chosen', async () => {
  const page = await stage.person();
  await page.getByText('Another scenario or delegation').click();
  await page.getByLabel('Your delegation').selectOption({ label: 'Southland' });
  await page.getByRole('button', { name: 'Play The River' }).click();
  await page.waitForURL(/\/t\/\w+$/);
  await page.getByText('Southland').first().waitFor();
});

test('a key from the address is remembered, and a wrong one refused in words', async () => {
  const page = await stage.person({ at: '/?key=wrong' });
  await page.getByRole('button', { name: 'Set one up' }).click();
  assert.equal(new URL(page.url()).search, '');
  assert.equal(await page.getByLabel('Key').inputValue(), 'wrong');
  await page.getByRole('button', { name: 'Open the hall' }).click();
  await page.locator('.notice.refused').waitFor();
  await page.goto(`/?key=${key}`);
  await page.getByRole('button', { name: 'Set one up' }).click();
  await page.getByRole('button', { name: 'Open the hall' }).click();
  await page.waitForURL(/\/control\/\w+$/);
  await page.goto('/');
  await page.getByRole('button', { name: 'Set one up' }).click();
  assert.equal(await page.getByLabel('Key').inputValue(), key);
});

test('who has no seat here is told so', async () => {
  const page = await stage.person({ at: '/t/nowhere' });
  await page.getByRole('heading', { name: 'This device has no seat here' }).waitFor();
  await accessible(page);
});
