// The way to the server and back: one WebSocket, JSON-RPC 2.0, an outbox that survives a lost connection, and resuming by cursor.
// What the server says is merged into the store; nothing else writes there.

import { batch } from '@preact/signals';
import type { Answer, Attached, LookedInto, Method, Params } from './methods';
import {
  clockSkew,
  exercise,
  forget,
  link,
  me,
  merge,
  presence,
  scenario,
  shoulders,
  view,
} from './store';
import type { ExerciseView, Me, Presence, Scenario, TableId, View } from './view';

/** The server's lawful no: `type` is stable, `message` a sentence for a person. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly type: string,
    readonly path: string,
    readonly data: Record<string, unknown>,
  ) {
    super(message);
  }
}

/** The connection went away before the answer came, and asking again could do the thing twice. */
export class Lost extends Error {
  constructor() {
    super('connection lost');
  }
}

interface Wish {
  method: string;
  params: Record<string, unknown>;
  sent: boolean;
  /** Belongs to this one connection: forgotten with it. */
  bound?: boolean;
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}
interface Reply {
  id?: number | null;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { code: number; message: string; data?: Record<string, unknown> };
}

/** These change nothing, so they carry no key and may be asked again. */
const questions = new Set([
  'attach',
  'server.info',
  'scenario.list',
  'scenario.get',
  'score.evaluate',
  'history.read',
  'table.attach',
  'table.detach',
]);

const silence_ms = 20_000;
const answer_wait_ms = 8_000;
const backoff_first_ms = 250;
const backoff_most_ms = 8_000;
const key_step_most = 1 << 20;

let token = '';
let socket: WebSocket | null = null;
let attached = false;
let nextId = 1;
let nextKey = 1;
/** Whether this token's commands are counted: a seat's always, control's where the server says so. */
let keyed = false;
let cursor = '';
let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let watch: ReturnType<typeof setTimeout> | undefined;
/** What was said between the answer to `attach` and the texts that go with it: it belongs to the new view, so it waits for that. */
let early: [method: string, params: Record<string, unknown>][] | null = null;
/** Counts attachments: an answer that another attachment has overtaken is nobody's. */
let attachment = 0;
const waiting = new Map<number, Wish>();
const tableCursors = new Map<TableId, string>();

function refusal(error: NonNullable<Reply['error']>): Refused {
  const data = error.data ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return new Refused(
    text(data.message) || error.message,
    text(data.type) || `rpc.${error.code}`,
    text(data.path),
    data,
  );
}

/** A question to the server outside any seat, by POST: what the door needs before there is a token. */
export async function ask<M extends Method>(
  method: M,
  params: Params<M>,
  bearer?: string,
): Promise<Answer<M>> {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (bearer) headers.Authorization = `Bearer ${bearer}`;
  let reply: Reply;
  try {
    const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
    const response = await fetch('/rpc', { method: 'POST', headers, body });
    reply = (await response.json()) as Reply;
  } catch {
    throw new Lost();
  }
  if (reply.error) throw refusal(reply.error);
  return reply.result as Answer<M>;
}

/** A command or question of this seat (or of control). It waits for the connection where there is none; a seat's command is done
 * once however often it has to be resent. Rejects with Refused, or (control's commands alone) with Lost. */
export function send<M extends Method>(method: M, params: Params<M>): Promise<Answer<M>> {
  return new Promise((resolve, reject) => {
    const wish: Wish = {
      method,
      params: { ...params },
      sent: false,
      resolve: resolve as (answer: unknown) => void,
      reject,
    };
    waiting.set(nextId++, wish);
    flush();
  });
}

/** Becomes whoever the token is. */
export function connect(bearer: string) {
  if (token === bearer && (attached || socket)) return;
  disconnect();
  token = bearer;
  link.value = 'connecting';
  open();
}

export function disconnect() {
  clearTimeout(retry);
  clearTimeout(watch);
  socket?.close();
  socket = null;
  attached = false;
  early = null;
  token = '';
  cursor = '';
  failures = 0;
  nextKey = 1;
  tableCursors.clear();
  for (const wish of waiting.values()) wish.reject(new Lost());
  waiting.clear();
  link.value = 'idle';
  forget();
}

function open() {
  clearTimeout(retry);
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const opening = new WebSocket(`${scheme}//${location.host}/ws`, 'entente.1');
  socket = opening;
  opening.onopen = () => {
    if (socket === opening) void attach(true);
  };
  opening.onmessage = (event) => {
    if (socket === opening) receive(String(event.data));
  };
  opening.onclose = () => {
    if (socket === opening) lost();
  };
  listenForSilence();
}

function lost(wait_ms?: number) {
  clearTimeout(watch);
  const closing = socket;
  socket = null;
  attached = false;
  early = null;
  closing?.close();
  if (!token || link.value === 'unknown') return;
  if (link.value === 'online') link.value = 'lost';
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
  const backoff = Math.min(backoff_most_ms, backoff_first_ms * 2 ** failures++);
  retry = setTimeout(open, wait_ms ?? backoff * (0.5 + Math.random()));
}

/** A dead network closes nothing: after a while without a word, ask for one, and give up when none comes. */
function listenForSilence() {
  clearTimeout(watch);
  watch = setTimeout(() => {
    if (attached) write(0, 'server.info', {});
    watch = setTimeout(() => lost(0), answer_wait_ms);
  }, silence_ms);
}

const write = (id: number, method: string, params: object) =>
  socket?.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));

function flush() {
  if (!attached) return;
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

/** Asks over this connection, ahead of everything that waits. */
function now<M extends Method>(method: M, params: Params<M>): Promise<Answer<M>> {
  return new Promise((resolve, reject) => {
    const id = nextId++;
    waiting.set(id, {
      method,
      params: { ...params },
      sent: true,
      bound: true,
      resolve: resolve as (answer: unknown) => void,
      reject,
    });
    write(id, method, params);
  });
}

async function attach(resume: boolean) {
  const mine = ++attachment;
  try {
    const since = resume && cursor ? { since: cursor } : {};
    const answer = await now('attach', { token, ...since });
    if (mine !== attachment) return;
    early = [];
    const fresh = answer.view !== undefined;
    clockSkew.value = answer.now - Date.now();
    const seated = answer.kind !== 'control' && answer.you?.table !== undefined;
    const known = scenario.value;
    const texts = seated && (fresh || !known) ? await now('scenario.get', {}) : known;
    if (mine !== attachment) return;
    batch(() => {
      become(answer, seated, texts);
      const said = early ?? [];
      early = null;
      for (const [method, params] of said) notified(method, params);
    });
    attached = true;
    failures = 0;
    link.value = 'online';
    flush();
    for (const [table, last] of tableCursors) void lookInto(table, last);
  } catch (error) {
    if (mine !== attachment) return;
    if (error instanceof Refused && error.type.startsWith('token.')) {
      link.value = 'unknown';
      socket?.close();
    } else {
      lost();
    }
  }
}

function become(answer: Attached, seated: boolean, texts: Scenario | null) {
  const who: Me = { kind: answer.kind, exercise: answer.exercise, ...answer.you };
  // The counter is the seat's: another seat, another counter.
  const known = who.seat === me.value?.seat ? nextKey : 1;
  keyed = answer.next_key !== undefined;
  nextKey = Math.max(known, answer.next_key ?? 1);
  me.value = who;
  presence.value = answer.presence ?? {};
  cursor = answer.cursor;
  const before: unknown = seated ? view.value : exercise.value;
  const after = answer.view ?? (answer.patches ?? []).reduce<unknown>(merge, before);
  view.value = seated ? (after as View) : null;
  exercise.value = seated ? null : (after as ExerciseView);
  scenario.value = seated ? texts : null;
}

function receive(text: string) {
  listenForSilence();
  const said = JSON.parse(text) as Reply;
  if (said.method) return notified(said.method, said.params ?? {});
  const wish = typeof said.id === 'number' ? waiting.get(said.id) : undefined;
  if (!wish) return;
  if (
    said.error &&
    refusal(said.error).type === 'command.expired' &&
    wish.params.key !== undefined
  ) {
    // Another device of the same seat was ahead of us: take a later key and say it again.
    wish.params.key = undefined;
    wish.sent = false;
    void attach(true);
    return;
  }
  waiting.delete(said.id as number);
  if (said.error) wish.reject(refusal(said.error));
  else wish.resolve(said.result);
}

function notified(method: string, params: Record<string, unknown>) {
  if (early && (method === 'patch' || method === 'presence')) early.push([method, params]);
  else if (method === 'patch') patched(params as { of: string; cursor: string; patch: object });
  else if (method === 'presence') present(params as { of: string; people: Presence });
  else if (method === 'moved') void attach(false);
  else if (method === 'bye') lost(Number(params.retry_after_ms) || undefined);
}

function patched({ of, cursor: last, patch }: { of: string; cursor: string; patch: object }) {
  const shoulder = shoulders.value[of];
  if (shoulder && me.value?.kind === 'control') {
    tableCursors.set(of, last);
    const seen = merge(shoulder.view, patch) as View;
    shoulders.value = { ...shoulders.value, [of]: { ...shoulder, view: seen } };
  } else if (of === 'exercise' && exercise.value) {
    cursor = last;
    exercise.value = merge(exercise.value, patch) as ExerciseView;
  } else if (view.value && of === me.value?.table) {
    cursor = last;
    view.value = merge(view.value, patch) as View;
  }
}

function present({ of, people }: { of: string; people: Presence }) {
  const shoulder = shoulders.value[of];
  if (shoulder) shoulders.value = { ...shoulders.value, [of]: { ...shoulder, presence: people } };
  else if (of === me.value?.table) presence.value = people;
}

/** Control looks into a table: its view stays in `shoulders` and up to date until `lookAway`. */
export async function lookInto(table: TableId, since?: string) {
  const answer: LookedInto = await send('table.attach', { table, ...(since ? { since } : {}) });
  const before = shoulders.value[table];
  const seen = answer.view ?? (answer.patches ?? []).reduce<unknown>(merge, before?.view);
  tableCursors.set(table, answer.cursor);
  shoulders.value = {
    ...shoulders.value,
    [table]: { view: seen as View, scenario: answer.scenario, presence: answer.presence ?? {} },
  };
}

export async function lookAway(table: TableId) {
  tableCursors.delete(table);
  const { [table]: _, ...others } = shoulders.value;
  shoulders.value = others;
  await send('table.detach', { table });
}

/** The network came back, or the page was woken: do not wait out the backoff. */
function hurry() {
  if (token && !socket && link.value !== 'unknown') open();
}
addEventListener('online', hurry);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') hurry();
});
