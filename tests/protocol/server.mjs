// A real server for a test: on a free port of this machine, with a store of its own.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { within } from '../patience.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
export const program = process.env.ENTENTE ?? join(root, 'build-test', 'entente');

/** The environment without options of a server that happen to be set. */
export const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !name.startsWith('ENTENTE_')),
);

export function folder() {
  const path = mkdtempSync(join(tmpdir(), 'entente-protocol-'));
  return { path, drop: () => rmSync(path, { recursive: true, force: true }) };
}

/** Runs the program to its end. */
export const run = (...args) => fed('', ...args);

/** The same with something on its standard input. */
export function fed(input, ...args) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { env: environment });
    let out = '';
    let err = '';
    child.stdout.on('data', (data) => (out += data));
    child.stderr.on('data', (data) => (err += data));
    child.stdin.on('error', () => {}); // It need not read what it is given.
    child.on('close', (status) => resolve({ status, out, err }));
    child.stdin.end(input);
  });
}

/** Starts a server and waits until it says where it is. `prefix` is a command to run it under. */
export async function start({ store, args = [], prefix = [], listen = '127.0.0.1:0', binary = program } = {}) {
  const own = store ? undefined : folder();
  const path = store ?? join(own.path, 'entente.sqlite');
  const [command, ...rest] = [...prefix, binary, 'serve', '--listen', listen, '--store', path, ...args];
  const child = spawn(command, rest, { env: environment });
  const server = { child, store: path, out: '', log: '' };
  const orphan = () => child.kill('SIGKILL'); // A test that failed leaves nobody behind.
  process.on('exit', orphan);
  server.exit = new Promise((resolve) => {
    child.on('close', (status, signal) => {
      process.off('exit', orphan);
      resolve({ status, signal });
    });
  });
  server.logged = (words) => {
    const logged = new Promise((resolve) => {
      const look = () => server.log.includes(words) && resolve();
      child.stderr.on('data', look);
      look();
    });
    return within(logged, () => `"${words}" in ${server.log.slice(-2000)}`);
  };
  child.stderr.on('data', (data) => (server.log += data));
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      server.out += data;
      if (/is open at \S+\n/.test(server.out)) resolve();
    });
    server.exit.then(() => reject(new Error(`the server ended at once: ${server.log}`)));
  });
  server.port = Number(/is open at \S+:(\d+)\/\n/.exec(server.out)[1]);
  server.url = `http://127.0.0.1:${server.port}`;
  server.stop = async (signal = 'SIGTERM') => {
    child.kill(signal);
    const end = await server.exit;
    own?.drop();
    return end;
  };
  return server;
}

/** One HTTP request, without anything a browser or fetch would do to it. */
export function ask(server, path, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: server.port, path, method, headers },
      (response) => {
        const pieces = [];
        response.on('data', (piece) => pieces.push(piece));
        response.on('end', () => {
          const bytes = Buffer.concat(pieces);
          resolve({ status: response.statusCode, headers: response.headers, bytes, text: bytes.toString() });
        });
      },
    );
    asked.on('error', reject);
    asked.end(body);
  });
}

/** One method by POST /rpc: its result, or its error. */
export async function call(server, method, params = {}, token = undefined, more = {}) {
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const headers = { 'content-length': Buffer.byteLength(body), ...more };
  if (token) headers.authorization = `Bearer ${token}`;
  const answer = await ask(server, '/rpc', { method: 'POST', headers, body });
  const { result, error } = JSON.parse(answer.text);
  return result ?? { error };
}
