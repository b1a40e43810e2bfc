// What was said and not answered yet. It survives a lost connection: commands carry a key, so that resent they are done once.

import type { Answer, Method, Params } from '../methods';
import { Lost, type Reply, refusal } from './rpc';

interface Wish {
  method: string;
  params: Record<string, unknown>;
  sent: boolean;
  /** Belongs to this one connection: forgotten with it. */
  bound: boolean;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}
export type Write = (id: number, method: string, params: object) => void;

/** These change nothing, so they carry no key and may be asked again. */
const questions = new Set([
  'attach',
  'server.info',
  'scenario.list',
  'inject.foresee',
  'scenario.get',
  'score.evaluate',
  'decision.foresee',
  'advice.ask',
  'history.read',
  'exercise.report',
  'exercise.export',
  'replay.moments',
  'replay.view',
  'table.attach',
  'table.detach',
]);
const key_step_most = 1 << 20;

const waiting = new Map<number, Wish>();
let nextId = 1;
let nextKey = 1;
/** Whether this token's commands are counted: a seat's always, control's where the server says so. */
let keyed = false;

function add<M extends Method>(
  method: M,
  params: Params<M>,
  bound: boolean,
): [number, Promise<Answer<M>>] {
  const id = nextId++;
  const answer = new Promise<Answer<M>>((resolve, reject) => {
    waiting.set(id, {
      method,
      params: { ...params },
      sent: bound,
      bound,
      resolve: resolve as (answer: unknown) => void,
      reject,
    });
  });
  return [id, answer];
}

/** Waits its turn. */
export const say = <M extends Method>(method: M, params: Params<M>) =>
  add(method, params, false)[1];

/** Asks over this connection, ahead of everything that waits. */
export function sayNow<M extends Method>(method: M, params: Params<M>, write: Write) {
  const [id, answer] = add(method, params, true);
  write(id, method, params);
  return answer;
}

/** Writes what was not written yet. */
export function flush(write: Write) {
  for (const [id, wish] of waiting) {
    if (wish.sent) continue;
    if (keyed && !questions.has(wish.method)) wish.params.key ??= takeKey();
    wish.sent = true;
    write(id, wish.method, wish.params);
  }
}

/** Keys rise by random steps, so that two pages of one seat do not take the same one. */
function takeKey() {
  const key = nextKey + Math.floor(Math.random() * key_step_most);
  nextKey = key + 1;
  return key;
}

/** What `attach` says of the counter; another seat has another. Without `next`, nothing is counted. */
export function countFrom(next: number | undefined, sameSeat: boolean) {
  keyed = next !== undefined;
  nextKey = Math.max(sameSeat ? nextKey : 1, next ?? 1);
}

/** Hands an answer to who waits for it. False where its key came too late: another device of the same seat was ahead, and with a new
 * key it has to be said again. */
export function answered(said: Reply): boolean {
  const wish = typeof said.id === 'number' ? waiting.get(said.id) : undefined;
  if (!wish) return true;
  const refused = said.error && refusal(said.error);
  if (refused?.type === 'command.expired' && wish.params.key !== undefined) {
    wish.params.key = undefined;
    wish.sent = false;
    return false;
  }
  waiting.delete(said.id as number);
  if (refused) wish.reject(refused);
  else wish.resolve(said.result);
  return true;
}

/** The connection is another: what may be said again will be. */
export function interrupted() {
  for (const [id, wish] of waiting) {
    if (!wish.sent) continue;
    if (wish.bound) {
      waiting.delete(id);
    } else if (wish.params.key !== undefined || questions.has(wish.method)) {
      wish.sent = false;
    } else {
      waiting.delete(id);
      wish.reject(new Lost());
    }
  }
}

export function empty() {
  for (const wish of waiting.values()) wish.reject(new Lost());
  waiting.clear();
  nextKey = 1;
}
