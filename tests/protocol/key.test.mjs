import assert from 'node:assert/strict';
import { test } from 'node:test';
import { newToken } from './client.mjs';
import { call, start } from './server.mjs';

const create = (server, more, headers) =>
  call(server, 'exercise.create', { scenario: 'river', tables: 1, token: newToken(), ...more }, undefined, headers);
/** Somebody in the network, as a proxy on this machine would speak for them. */
const elsewhere = { 'x-forwarded-for': '203.0.113.9' };

test('the network is asked for the key that the server made, this machine is not', async () => {
  const server = await start({ listen: '0.0.0.0:0' });
  assert.equal((await call(server, 'server.info')).create_key, false);
  assert.ok((await create(server)).code);
  const pretending = { 'x-forwarded-for': '127.0.0.1' };
  for (const headers of [elsewhere, pretending]) {
    assert.equal((await call(server, 'server.info', {}, undefined, headers)).create_key, true);
    assert.equal((await create(server, {}, headers)).error.data.type, 'create.key');
  }
  const key = /\?key=(\S+)/.exec(server.out)?.[1];
  if (key) assert.ok((await create(server, { create_key: key }, elsewhere)).code);
  assert.equal((await server.stop()).status, 0);
});

test('a key of the operator is asked of everybody', async () => {
  const server = await start({ args: ['--create-key', 'open sesame'] });
  assert.equal((await create(server)).error.data.type, 'create.key');
  assert.ok((await create(server, { create_key: 'open sesame' })).code);
  assert.ok((await create(server, { create_key: 'open sesame' }, elsewhere)).code);
  await server.stop();
});

test('on loopback alone there is no key', async () => {
  const server = await start();
  assert.doesNotMatch(server.out, /key=/);
  assert.ok((await create(server)).code);
  await server.stop();
});
