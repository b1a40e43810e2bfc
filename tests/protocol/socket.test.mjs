import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { connect, refusal } from './client.mjs';
import { ask, start } from './server.mjs';

let server;
before(async () => {
  server = await start();
});
after(async () => assert.deepEqual(await server.stop(), { status: 0, signal: null }));

test('only our protocol, our path and our pages get in', async () => {
  const url = server.url.replace('http', 'ws');
  assert.equal(await refusal(`${url}/ws`, 'entente.1'), 'open');
  assert.equal(await refusal(`${url}/ws`, 'entente.1', { origin: server.url }), 'open');
  assert.equal(await refusal(`${url}/ws`, 'entente.1', { origin: 'http://elsewhere.example' }), 403);
  assert.equal(await refusal(`${url}/other`, 'entente.1'), 404);
  assert.equal(await refusal(`${url}/ws`, []), 400);
  assert.notEqual(await refusal(`${url}/ws`, 'other.1'), 'open');
});

test('a message in pieces is one message', async () => {
  const { socket, closed } = await connect(server);
  const message = JSON.stringify({ jsonrpc: '2.0', id: 7, method: 'server.info', params: {} });
  const answer = new Promise((resolve) => socket.on('message', (data) => resolve(JSON.parse(data))));
  for (let at = 0; at < message.length; at += 5)
    socket.send(message.slice(at, at + 5), { fin: at + 5 >= message.length });
  assert.equal((await answer).id, 7);
  socket.close();
  assert.equal((await closed).code, 1005);
});

test('65,536 bytes are taken, one more is not', async () => {
  const { socket, closed } = await connect(server);
  const head = '{"jsonrpc":"2.0","id":1,"method":"server.info","params":{}';
  const answer = new Promise((resolve) => socket.on('message', (data) => resolve(JSON.parse(data))));
  socket.send(`${head}${' '.repeat(65536 - head.length - 1)}}`);
  assert.equal((await answer).result.name, 'Entente');
  socket.send(`${head}${' '.repeat(65536 - head.length)}}`);
  assert.equal((await closed).code, 1009);
});

test('a message that never ends is not gathered', async () => {
  const { socket, closed } = await connect(server);
  for (let piece = 0; piece < 20; piece++) socket.send('x'.repeat(8192), { fin: false });
  assert.equal((await closed).code, 1009);
});

test('messages are text, and UTF-8', async () => {
  const binary = await connect(server);
  binary.socket.send(Buffer.from('{}'), { binary: true });
  assert.equal((await binary.closed).code, 1003);
  for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]) {
    const { socket, closed } = await connect(server);
    socket.send(Buffer.from(bytes), { binary: false });
    assert.equal((await closed).code, 1007);
  }
});

test('pings are answered', async () => {
  const { socket, close } = await connect(server);
  const pong = new Promise((resolve) => socket.on('pong', (data) => resolve(data.toString())));
  socket.ping('still there?');
  assert.equal(await pong, 'still there?');
  await close();
});

test('who does not read is let go, and nobody else waits for it', async () => {
  const slow = await connect(server);
  slow.socket._socket.pause();
  const params = { scenario: 'paris', edition: '' };
  for (let id = 0; id < 390; id++)
    slow.socket.send(JSON.stringify({ jsonrpc: '2.0', id, method: 'scenario.get', params }));
  await server.logged('too slow');
  assert.equal((await ask(server, '/healthz')).status, 200);
  slow.socket._socket.resume();
  assert.ok([1006, 1008].includes((await slow.closed).code));
});

test('an address has room for a school, and no more', async () => {
  const url = server.url.replace('http', 'ws');
  const school = await Promise.all(Array.from({ length: 400 }, () => connect(server)));
  assert.equal(await refusal(`${url}/ws`, 'entente.1'), 429);
  assert.equal(await refusal(`${url}/ws`, 'entente.1', { headers: { 'x-forwarded-for': '203.0.113.9' } }), 'open');
  await school.pop().close();
  assert.equal(await refusal(`${url}/ws`, 'entente.1'), 'open');
  await Promise.all(school.map((client) => client.close()));
});
