// What is measured, as a process: started, asked by POST, and how long it ran.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export const newToken = () => randomBytes(16).toString('base64url');
export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function must(condition, message) {
  if (condition) return;
  process.stderr.write(`tests/bench: ${message}\n`);
  process.exit(1);
}

/** A program, on the core `pin` where that is given; `said` finds what to wait for in its output. */
export async function start(program, args, said, pin) {
  const pinned = pin
    ? ['taskset', '-c', pin, program, ...args]
    : [program, ...args];
  const child = spawn(pinned[0], pinned.slice(1), { stdio: ['pipe', 'pipe', 'pipe'] });
  let out = '';
  let log = '';
  child.stderr.on('data', (data) => (log += data));
  const found = await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      out += data;
      const match = said.exec(out);
      if (match) resolve(match);
    });
    child.on('exit', () => reject(new Error(`${program} ended: ${log}`)));
  });
  child.removeAllListeners('exit');
  process.on('exit', () => child.kill('SIGKILL'));
  const stop = () =>
    new Promise((resolve) => {
      child.on('exit', resolve);
      child.stdin.end();
      child.kill('SIGTERM');
    });
  return { pid: child.pid, port: Number(found[1]), stop };
}

/** Microseconds that a process has run, its own and the system's for it; in ticks of 10 ms. */
export function ran({ pid }) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10_000;
}

export const resident = ({ pid }) =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]);

export async function rpc(server, method, params, address, token) {
  const response = await fetch(`http://127.0.0.1:${server.port}/rpc`, {
    method: 'POST',
    headers: { 'x-forwarded-for': address, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });
  const { result, error } = await response.json();
  must(result, `${method}: ${JSON.stringify(error)}`);
  return result;
}

/** `entente serve` with a new store on disk: starts it, again and again on the same store. */
export function service(program, key, pin) {
  const place = mkdtempSync(join(tmpdir(), 'entente-bench-'));
  process.on('exit', () => rmSync(place, { recursive: true, force: true }));
  const store = join(place, 'store.sqlite');
  const args = ['serve', '--listen', '127.0.0.1:0', '--create-key', key, '--store', store];
  return () => start(program, args, /is open at \S+:(\d+)\/\n/, pin);
}
