import assert from 'node:assert/strict';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { eventually } from '../patience.mjs';
import { connect, newToken } from './client.mjs';
import { call, folder, start } from './server.mjs';
import { follow } from './stream.mjs';

let server;
before(async () => {
  server = await start({ args: ['--heartbeat', '1'] });
});
after(async () => assert.deepEqual(await server.stop(), { status: 0, signal: null }));

async function play(at = server) {
  const token = newToken();
  return { token, ...(await call(at, 'play.now', { scenario: 'river', name: 'Ana', token })) };
}
/** Two people of one exercise, and its control. */
async function exercise() {
  const control = newToken();
  const made = await call(server, 'exercise.create', { scenario: 'river', tables: 2, token: control });
  const people = [];
  for (const name of ['Ana', 'Ben']) {
    const token = newToken();
    const joined = await call(server, 'exercise.join', { code: made.code, name, token, table: made.tables[0].id });
    people.push({ token, ...joined });
  }
  return { control, ...made, people };
}
const says = (text) => (stream) => JSON.stringify(stream.views).includes(text);

test('a stream begins with what attach answers, and goes on with the patches', async () => {
  const { token, table, seat } = await play();
  const stream = await follow(server, token);
  assert.equal(stream.status, 200);
  assert.equal(stream.headers['content-type'], 'text/event-stream');
  assert.equal(stream.headers['cache-control'], 'no-store, no-transform');
  assert.equal(stream.headers['transfer-encoding'], 'chunked');
  const [first] = stream.events;
  assert.equal(first.type, 'attached');
  assert.equal(first.id, first.data.cursor);
  assert.equal(first.data.kind, 'seat');
  assert.equal(first.data.you.seat, seat);
  assert.ok(first.data.view && first.data.next_key);
  const said = await call(server, 'message.send', { to: 'plenary', text: 'We are ready.', key: 1 }, token);
  assert.ok(said.message);
  const patch = await stream.until(({ events }) => events.find(({ data }) => data?.method === 'patch' && JSON.stringify(data).includes('We are ready.')));
  assert.equal(patch.type, 'message');
  assert.equal(patch.id, patch.data.params.cursor);
  assert.equal(patch.data.params.of, table);
  // The bot at the table goes on meanwhile: a moment at which both are as far.
  let fresh;
  await eventually(async () => {
    fresh = await call(server, 'attach', {}, token);
    return fresh.cursor === stream.views[table].cursor;
  });
  assert.deepEqual(stream.views[table].view, fresh.view);
  stream.close();
});

test('it is taken up again at a cursor, said in either way', async () => {
  const { token } = await play();
  const stream = await follow(server, token);
  const { cursor } = stream.attached;
  stream.close();
  await call(server, 'message.send', { to: 'plenary', text: 'Meanwhile.', key: 1 }, token);
  for (const way of [
    { headers: { 'last-event-id': cursor } },
    { path: `/events?since=${encodeURIComponent(cursor)}` },
  ]) {
    const again = await follow(server, token, way);
    assert.equal(again.attached.view, undefined);
    assert.match(JSON.stringify(again.attached.patches), /Meanwhile\./);
    again.close();
  }
  for (const since of ['enone.1', 'x'.repeat(500), '%ff'])
    assert.ok((await follow(server, token, { path: `/events?since=${since}` })).attached.view);
});

test('commands go up by POST, and their answers come down in order', async () => {
  const { token, table } = await play();
  const stream = await follow(server, token);
  const answer = await stream.ask('message.send', { to: 'plenary', text: 'Over the stream.', key: 1 });
  assert.ok(answer.message);
  assert.deepEqual(await stream.ask('message.send', { to: 'plenary', text: 'Over the stream.', key: 1 }), answer);
  const again = await stream.ask('attach', { token, since: stream.attached.cursor });
  assert.equal(again.you.table, table);
  await stream.ask('message.send', { to: 'plenary', text: 'Once more.', key: 2 });
  await stream.until(says('Once more.'));
  const cursors = stream.events.filter(({ data }) => data?.method === 'patch').map(({ id }) => id);
  assert.equal(new Set(cursors).size, cursors.length, 'attached twice is sent once');
  const { error } = await stream.ask('message.send', { to: 'nowhere', text: 'x', key: 3 });
  assert.equal(error.data.type, 'message.to');
  stream.close();
});

test('control looks into tables over its stream, and away again', async () => {
  const { control, tables, people } = await exercise();
  const stream = await follow(server, control);
  assert.equal(stream.attached.kind, 'control');
  assert.ok(stream.attached.view.tables);
  await stream.ask('exercise.start', { key: 1 });
  await stream.ask('table.attach', { table: tables[0].id });
  await call(server, 'message.send', { to: 'plenary', text: 'Seen by control.', key: 1 }, people[0].token);
  const patch = await stream.until(({ events }) => events.find(({ data }) => data?.params?.of === tables[0].id && data.method === 'patch'));
  assert.equal(patch.id, undefined, "a return goes on from one's own view");
  await stream.until(says('Seen by control.'));
  assert.deepEqual(await stream.ask('table.detach', { table: tables[0].id }), {});
  stream.close();
});

test('a person is there while the stream is open, and is told when the seat is another', async () => {
  const { control, tables, people } = await exercise();
  const stream = await follow(server, people[0].token);
  const watch = await connect(server);
  await watch.ask('attach', { token: control });
  const online = ({ views }) => views.exercise.view.people[people[0].person].online;
  assert.equal(online(watch), true);
  await watch.ask('seat.assign', { person: people[0].person, table: tables[1].id, party: people[1].party, key: 1 });
  await stream.until(({ events }) => events.find(({ data }) => data?.method === 'moved'));
  const moved = await stream.ask('attach', { token: people[0].token });
  assert.equal(moved.you.table, tables[1].id);
  stream.close();
  await watch.until((client) => !online(client));
  await watch.close();
});

test('a replaced link ends its stream, and opens none', async () => {
  const { control, people } = await exercise();
  const stream = await follow(server, people[0].token);
  const { token } = await call(server, 'seat.link', { person: people[0].person, key: 1 }, control);
  assert.equal(await stream.ended, true, 'the last chunk came');
  const [bye, end] = stream.events.slice(-2);
  assert.deepEqual([bye.data.method, bye.data.params.reason], ['bye', 'token']);
  assert.deepEqual([end.type, end.data.code], ['end', 4001]);
  assert.equal((await follow(server, people[0].token)).status, 401);
  const fresh = await follow(server, token);
  assert.equal(fresh.attached.you.person, people[0].person);
  fresh.close();
});

test('who has no token, no table or is another site gets no stream', async () => {
  const { token } = await play();
  const status = async (...ask) => (await follow(server, ...ask)).status;
  assert.equal(await status(undefined), 401);
  assert.equal(await status('x'), 401);
  const refused = await follow(server, newToken());
  assert.equal(refused.status, 401);
  assert.equal(refused.headers['www-authenticate'], 'Bearer');
  assert.equal(JSON.parse(refused.text).error.data.type, 'token.unknown');
  assert.equal(await status(token, { headers: { origin: 'http://elsewhere.example' } }), 403);
  const { spectator } = await exercise();
  assert.equal(await status(spectator, { path: '/events?table=none' }), 404);
  const watching = await follow(server, spectator);
  assert.equal(watching.attached.kind, 'spectator');
  watching.close();
});

test('a stream answers to its own token alone, and while it is open', async () => {
  const { control, people } = await exercise();
  const stream = await follow(server, people[0].token);
  const info = { jsonrpc: '2.0', id: 1, method: 'server.info' };
  const asked = async (headers) => (await stream.post(info, headers)).status;
  assert.equal(await asked({}), 204);
  assert.equal(await asked({ authorization: `Bearer ${people[1].token}` }), 410);
  assert.equal(await asked({ authorization: '' }), 410);
  for (const name of ['', 'x', 'x'.repeat(300)]) assert.equal(await asked({ 'entente-stream': name }), 410);
  assert.equal(await asked({ origin: 'http://elsewhere.example' }), 403);
  const watch = await connect(server);
  await watch.ask('attach', { token: control });
  stream.close();
  await watch.until(({ views }) => !views.exercise.view.people[people[0].person].online);
  assert.equal(await asked({}), 410);
  await watch.close();
});

test('it shows that it lives, as a WebSocket does', async () => {
  const quiet = await connect(server);
  await new Promise((resolve) => quiet.socket.once('ping', resolve));
  await quiet.close();
  const { token } = await play();
  const stream = await follow(server, token);
  await stream.until(({ events }) => events.filter(({ type }) => type === 'comment').length > 1);
  stream.close();
});

test('HTTP/1.0 gets it without chunks', async () => {
  const { token } = await play();
  const text = await new Promise((resolve) => {
    const socket = createConnection(server.port, '127.0.0.1', () =>
      socket.write(`GET /events HTTP/1.0\r\nAuthorization: Bearer ${token}\r\n\r\n`),
    );
    let heard = '';
    socket.setEncoding('utf8');
    socket.on('data', (piece) => {
      heard += piece;
      if (!heard.includes('\n:\n\n')) return;
      socket.destroy();
      resolve(heard);
    });
  });
  const [head, body] = text.split('\r\n\r\n');
  assert.doesNotMatch(head, /transfer-encoding|content-length/i);
  assert.match(body, /^event: attached\nid: \S+\ndata: \{.*\}\n\n/);
});

test('who does not read is let go, and nobody else waits for it', async () => {
  const { token } = await play();
  const slow = await follow(server, token);
  slow.response.pause();
  const asks = Array.from({ length: 380 }, (_, id) =>
    slow.post({ jsonrpc: '2.0', id: `s${id}`, method: 'scenario.get', params: { scenario: 'paris', edition: '' } }, { 'x-forwarded-for': '203.0.113.9' }),
  );
  await server.logged('too slow');
  await Promise.all(asks);
  assert.equal((await call(server, 'server.info')).name, 'Entente');
  slow.response.resume();
  await slow.ended;
});

test('streams and sockets of an address are counted together', async () => {
  const { token } = await play();
  const headers = { 'x-forwarded-for': '203.0.113.77' };
  const streams = await Promise.all(Array.from({ length: 200 }, () => follow(server, token, { headers })));
  const sockets = await Promise.all(Array.from({ length: 200 }, () => connect(server, { headers })));
  assert.equal((await follow(server, token, { headers })).status, 429);
  assert.equal((await follow(server, token)).status, 200);
  await sockets.pop().close();
  assert.equal((await follow(server, token, { headers })).status, 200);
  await Promise.all(sockets.map((socket) => socket.close()));
  for (const stream of streams) stream.close();
});

test('a stopping server says bye, and the next one takes the stream up', async () => {
  const place = folder();
  const store = join(place.path, 'entente.sqlite');
  const first = await start({ store });
  const { token } = await play(first);
  const stream = await follow(first, token);
  assert.deepEqual(await first.stop(), { status: 0, signal: null });
  assert.equal(await stream.ended, true);
  assert.ok(stream.events.some(({ data }) => data?.method === 'bye' && data.params.reason === 'shutdown'));
  assert.deepEqual(stream.events.at(-1).data.code, 1001);
  const second = await start({ store });
  const again = await follow(second, token, { headers: { 'last-event-id': stream.attached.cursor } });
  assert.ok(again.attached.view, 'another epoch: a whole view');
  again.close();
  await second.stop();
  place.drop();
});
