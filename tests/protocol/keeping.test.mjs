// What is deleted is gone from the file itself, whatever happens on the way.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { eventually } from '../patience.mjs';
import { connect, newToken } from './client.mjs';
import { call, folder, start } from './server.mjs';

/** Whether the words stand anywhere in the store's files. */
const holds = (store, words) =>
  [store, `${store}-wal`].some((path) => existsSync(path) && readFileSync(path).includes(words));

/** An exercise in which somebody with a name said something. */
async function spoken(server, name, words, tables) {
  const token = newToken();
  const made = await call(server, 'exercise.create', { scenario: 'river', name, tables, token, untimed: true });
  const own = newToken();
  await call(server, 'exercise.join', { code: made.code, name: `Ana of ${name}`, token: own });
  await call(server, 'exercise.start', {}, token);
  for (let at = 0; at < 15; at++) await call(server, 'message.send', { to: 'plenary', text: `${words} ${at}` }, own);
  return { ...made, token, own };
}

test('an exercise that was deleted is in the file no more, and others are', async () => {
  const place = folder();
  const store = join(place.path, 'entente.sqlite');
  const server = await start({ store });
  const gone = await spoken(server, 'Monday', 'Quite secret', 2);
  const stays = await spoken(server, 'Tuesday', 'Not so secret', 1);
  assert.ok(holds(store, 'Quite secret 14'));
  assert.ok(holds(store, 'Ana of Monday'));
  assert.deepEqual(await call(server, 'exercise.delete', { name: 'Monday' }, gone.token), {});
  await server.logged(`exercise ${gone.exercise} is deleted`);
  for (const words of ['Quite secret', 'Ana of Monday', gone.tables[0].id]) assert.ok(!holds(store, words), words);
  assert.ok(holds(store, 'Not so secret 14'));
  assert.deepEqual(await call(server, 'exercise.fate', { exercise: gone.exercise }), { deleted: true });
  assert.equal((await call(server, 'attach', {}, gone.own)).error.data.type, 'token.unknown');
  const client = await connect(server);
  const { view } = await client.ask('attach', { token: stays.own });
  assert.ok(JSON.stringify(view).includes('Not so secret 14'));
  assert.deepEqual(await server.stop(), { status: 0, signal: null });
  place.drop();
});

test('killed as soon as it said yes, it goes on deleting when it comes back', async () => {
  const place = folder();
  const store = join(place.path, 'entente.sqlite');
  let server = await start({ store });
  const { exercise, token, own } = await spoken(server, 'Monday', 'Quite secret', 20);
  assert.deepEqual(await call(server, 'exercise.delete', { name: 'Monday' }, token), {});
  await server.stop('SIGKILL');
  server = await start({ store });
  assert.deepEqual(await call(server, 'exercise.fate', { exercise }), { deleted: true });
  assert.equal((await call(server, 'attach', {}, own)).error.data.type, 'token.unknown');
  // Where the kill came too late to stop it, nothing is left to be done, nor said.
  await eventually(() => ['exercise/', 'Quite secret', 'Ana of Monday'].every((words) => !holds(store, words)));
  assert.deepEqual(await server.stop(), { status: 0, signal: null });
  place.drop();
});
