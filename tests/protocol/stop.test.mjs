import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { connect, newToken } from './client.mjs';
import { call, folder, program, run, start } from './server.mjs';

test('asked to stop, it says bye, ends what is open and leaves nothing', async () => {
  for (const signal of ['SIGTERM', 'SIGINT']) {
    const server = await start();
    const client = await connect(server);
    const { told, closed } = client;
    await client.ask('server.info');
    assert.deepEqual(await server.stop(signal), { status: 0, signal: null });
    assert.equal((await closed).code, 1001);
    assert.ok(told.some(({ method }) => method === 'bye'));
  }
});

test('options that are wrong end it with 2, a port in use with 1, each in words', async () => {
  const server = await start();
  const place = folder();
  const wrong = [
    [['--listen', 'nowhere'], 2, /ADDR:PORT/],
    [['--lisen', '127.0.0.1:0'], 2, /did you mean 'listen'/],
    [['--config', '/nowhere/entente.conf'], 2, /can't be read/],
    [['--listen', `127.0.0.1:${server.port}`, '--store', join(place.path, 's')], 1, /in use/],
    [['--listen', '127.0.0.1:0', '--store', '/proc/nowhere/entente.sqlite'], 1, /store/],
  ];
  for (const [args, status, words] of wrong) {
    const end = await run('serve', ...args);
    assert.equal(end.status, status, args.join(' '));
    assert.match(end.err, words);
    assert.equal(end.out, '');
    assert.ok(end.err.trim().split('\n').length <= 2, end.err);
  }
  const help = await run('serve', '--help');
  assert.equal(help.status, 0);
  assert.match(help.out, /--create-key/);
  await server.stop();
  place.drop();
});

test('killed in the middle of a game, it goes on where it was', async () => {
  const place = folder();
  const store = join(place.path, 'entente.sqlite');
  const token = newToken();
  let server = await start({ store });
  const { code, seat } = await call(server, 'play.now', { scenario: 'river', name: 'Ana', token });
  assert.match(code, /^[A-Z0-9]{6}$/);
  const before = await connect(server);
  const first = await before.ask('attach', { token });
  assert.equal(first.you.seat, seat);
  const said = await before.ask('message.send', { key: first.next_key, to: 'plenary', text: 'Good morning.' });
  assert.ok(said.message);
  server.child.kill('SIGKILL');
  await server.exit;
  assert.equal((await before.closed).code, 1006);

  server = await start({ store });
  const after = await connect(server);
  const second = await after.ask('attach', { token });
  assert.match(JSON.stringify(second.view), /Good morning\./);
  const again = await after.ask('message.send', { key: first.next_key, to: 'plenary', text: 'Good morning.' });
  assert.deepEqual(again, said, 'the same key is answered the same, once');
  assert.equal(JSON.stringify(second.view).split('Good morning.').length, 2);
  await server.stop();
  place.drop();
});

const valgrind = existsSync('/usr/bin/valgrind') && process.env.ENTENTE_RELEASE;
test('valgrind finds nothing', { skip: !valgrind && 'no valgrind, or no release build' }, async () => {
  const server = await start({
    binary: process.env.ENTENTE_RELEASE ?? program,
    prefix: ['valgrind', '--quiet', '--error-exitcode=99', '--leak-check=full', '--track-fds=no'],
  });
  const client = await connect(server);
  const token = newToken();
  await client.ask('play.now', { scenario: 'river', name: 'Ana', token });
  const { view } = await client.ask('attach', { token });
  assert.ok(view);
  await call(server, 'server.info');
  assert.deepEqual(await server.stop(), { status: 0, signal: null }, server.log);
});
