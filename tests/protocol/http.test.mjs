import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ask, call, folder, start } from './server.mjs';

const page = '<!doctype html><title>Entente</title>';
const web = folder();
let server;

before(async () => {
  mkdirSync(join(web.path, 'assets'));
  writeFileSync(join(web.path, 'index.html'), page);
  writeFileSync(join(web.path, 'assets', 'main-K3F9AZ2Q.js'), 'let plain;'.repeat(10000));
  writeFileSync(join(web.path, 'assets', 'main-K3F9AZ2Q.js.br'), 'brotli');
  writeFileSync(join(web.path, 'assets', 'main-K3F9AZ2Q.js.gz'), 'gzip');
  server = await start({ args: ['--web', web.path] });
});
after(async () => {
  assert.deepEqual(await server.stop(), { status: 0, signal: null });
  web.drop();
});

test('the page comes with its guards, and is asked for again each time', async () => {
  const { status, headers, text } = await ask(server, '/');
  assert.equal(status, 200);
  assert.equal(text, page);
  assert.match(headers['content-security-policy'], /^default-src 'self'; img-src 'self' data:/);
  assert.equal(headers['x-content-type-options'], 'nosniff');
  assert.equal(headers['referrer-policy'], 'no-referrer');
  assert.equal(headers['cache-control'], 'no-cache');
  assert.equal(headers['content-type'], 'text/html; charset=utf-8');
});

test('places inside the client are the page, other names are nothing', async () => {
  for (const path of ['/play', '/join/ABCDEF', '/control', '/?key=x'])
    assert.equal((await ask(server, path)).text, page, path);
  for (const path of ['/main.js', '/..%2f..%2fetc/hosts.txt', '/assets/', '/assets/main-K3F9AZ2Q.js.br'])
    assert.notEqual((await ask(server, path)).text, 'brotli', path);
  assert.equal((await ask(server, '/missing.js')).status, 404);
});

test('the smallest form is sent, and not twice', async () => {
  const path = '/assets/main-K3F9AZ2Q.js';
  const plain = await ask(server, path);
  assert.equal(plain.text.length, 100000);
  assert.equal(plain.headers['cache-control'], 'public, max-age=31536000, immutable');
  const brotli = await ask(server, path, { headers: { 'accept-encoding': 'gzip, br' } });
  assert.equal(brotli.text, 'brotli');
  assert.equal(brotli.headers['content-encoding'], 'br');
  assert.equal(brotli.headers.vary, 'accept-encoding');
  const gzip = await ask(server, path, { headers: { 'accept-encoding': 'gzip' } });
  assert.equal(gzip.text, 'gzip');
  assert.equal(new Set([plain, brotli, gzip].map(({ headers }) => headers.etag)).size, 3);
  const again = await ask(server, path, {
    headers: { 'accept-encoding': 'gzip', 'if-none-match': gzip.headers.etag },
  });
  assert.equal(again.status, 304);
  assert.equal(again.text, '');
  const stale = await ask(server, path, { headers: { 'if-none-match': gzip.headers.etag } });
  assert.equal(stale.status, 200);
  const head = await ask(server, path, { method: 'HEAD' });
  assert.equal(head.headers['content-length'], '100000');
  assert.equal(head.text, '');
});

test('health is asked of the store', async () => {
  const { status, text, headers } = await ask(server, '/healthz');
  assert.equal(status, 200);
  assert.equal(JSON.parse(text).status, 'ok');
  assert.equal(headers['cache-control'], 'no-store');
});

test('methods work by POST', async () => {
  const info = await call(server, 'server.info');
  assert.equal(info.name, 'Entente');
  assert.equal(info.create_key, false);
  const { scenarios } = await call(server, 'scenario.list');
  assert.ok(scenarios.some(({ id }) => id === 'paris'));
  const { error } = await call(server, 'no.such');
  assert.equal(typeof error.message, 'string');
});

test('POST is refused in words', async () => {
  const post = (body, headers = {}, path = '/rpc') => ask(server, path, { method: 'POST', body, headers });
  assert.equal((await post('x'.repeat(65537))).status, 413);
  assert.equal((await post('{}', { origin: 'http://elsewhere.example' })).status, 403);
  assert.equal((await post('{}', { origin: server.url })).status, 200);
  assert.equal((await post('{}', { 'transfer-encoding': 'chunked' })).status, 411);
  assert.equal((await post(Buffer.from([0xff, 0xfe]))).status, 400);
  assert.equal((await post('{}', {}, '/')).status, 405);
  assert.equal((await ask(server, '/rpc')).status, 405);
  assert.equal((await ask(server, '/ws')).status, 426);
  assert.equal(JSON.parse((await post('')).text).error.code, -32700);
  assert.equal(JSON.parse((await post('{"jsonrpc":"2.0"')).text).error.code, -32700);
  assert.equal((await post('{"jsonrpc":"2.0","method":"server.info"}')).status, 204);
});

test('a request by pieces is one request, and half of one harms nobody', async () => {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 'a', method: 'server.info' });
  const head = `POST /rpc HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`;
  const answer = await new Promise((resolve) => {
    const socket = createConnection(server.port, '127.0.0.1', async () => {
      for (const piece of (head + body).match(/[^]{1,7}/g))
        await new Promise((sent) => socket.write(piece, sent));
    });
    let text = '';
    socket.on('data', (data) => (text += data));
    socket.on('close', () => resolve(text));
  });
  assert.match(answer, /"id":"a"/);
  await new Promise((resolve) => {
    const socket = createConnection(server.port, '127.0.0.1', () => {
      socket.write(head + body.slice(0, 5), () => socket.destroy());
    });
    socket.on('close', resolve);
  });
  assert.equal((await ask(server, '/healthz')).status, 200);
});
