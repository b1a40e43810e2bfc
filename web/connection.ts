// The way to the server and back: who we are there, resuming by cursor after a lost connection, and what waits to be said. How bytes
// travel is in wire/.

import { batch } from '@preact/signals';
import { tongue } from './locale/tongue';
import type { Answer, Attached, Method, Params } from './methods';
import { clockSkew, forget, link, me, scenario } from './store';
import type { PartyId, Presence, TableId } from './view';
import { answered, countFrom, empty, flush, interrupted, say, sayNow } from './wire/outbox';
import {
  become,
  cursor,
  forgetCursors,
  lookedAway,
  lookedInto,
  patched,
  present,
  tableCursors,
} from './wire/reception';
import { Refused, type Reply, request } from './wire/rpc';
import { openWay, type Way } from './wire/way';

export { ask, Lost, Refused } from './wire/rpc';

const silence_ms = 20_000;
const answer_wait_ms = 8_000;
const backoff_first_ms = 250;
const backoff_most_ms = 8_000;

let token = '';
let way: Way | null = null;
let attached = false;
let failures = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let watch: ReturnType<typeof setTimeout> | undefined;
/** What was said between the answer to `attach` and the texts that go with it: it belongs to the new view, so it waits for that. */
let early: [method: string, params: Record<string, unknown>][] | null = null;
/** Counts attachments: an answer that another attachment has overtaken is nobody's. */
let attachment = 0;

/** A command or question of this seat (or of control). It waits for the connection where there is none; a seat's command is done
 * once however often it has to be resent. Rejects with Refused, or (control's commands alone) with Lost. */
export function send<M extends Method>(method: M, params: Params<M>): Promise<Answer<M>> {
  const answer = say(method, params);
  if (attached) flush(write);
  return answer;
}

/** Becomes whoever the token is. */
export function connect(bearer: string) {
  if (token === bearer && (attached || way)) return;
  disconnect();
  token = bearer;
  link.value = 'connecting';
  open();
}

/** Nothing more is heard over this way. */
function leave() {
  clearTimeout(retry);
  clearTimeout(watch);
  way?.close();
  way = null;
  attached = false;
  early = null;
  attachment++;
}

export function disconnect() {
  leave();
  token = '';
  failures = 0;
  forgetCursors();
  empty();
  link.value = 'idle';
  forget();
}

function open() {
  clearTimeout(retry);
  way = openWay(token, cursor, {
    opened(answer) {
      listenForSilence();
      interrupted(); // Another way may have opened before, and come to nothing.
      void attach(answer ?? now('attach', { token, ...(cursor ? { since: cursor } : {}) }));
    },
    said: receive,
    closed: (why) => lost(why),
  });
  listenForSilence();
}

function lost(why?: Error, wait_ms?: number) {
  leave();
  if (!token) return;
  if (why instanceof Refused && why.type.startsWith('token.')) link.value = 'unknown';
  if (link.value === 'unknown') return;
  if (link.value === 'online') link.value = 'lost';
  interrupted();
  const backoff = Math.min(backoff_most_ms, backoff_first_ms * 2 ** failures++);
  retry = setTimeout(open, wait_ms ?? backoff * (0.5 + Math.random()));
}

/** A dead network closes nothing: after a while without a word, ask for one, and give up when none comes. */
function listenForSilence() {
  clearTimeout(watch);
  watch = setTimeout(() => {
    if (attached) write(0, 'server.info', {});
    watch = setTimeout(() => lost(undefined, 0), answer_wait_ms);
  }, silence_ms);
}

const write = (id: number, method: string, params: object) =>
  way?.send(request(id, method, params));

const now = <M extends Method>(method: M, params: Params<M>) => sayNow(method, params, write);

async function attach(asked: Attached | Promise<Attached>) {
  const mine = ++attachment;
  try {
    const answer = asked instanceof Promise ? await asked : asked;
    if (mine !== attachment) return;
    early = [];
    const fresh = answer.view !== undefined;
    clockSkew.value = answer.now - Date.now();
    const seated = answer.kind !== 'control' && answer.you?.table !== undefined;
    const known = scenario.value;
    const old = fresh || !known || textsIn !== tongue.value.language;
    const texts = seated && old ? await askTexts() : known;
    if (mine !== attachment) return;
    batch(() => {
      countFrom(answer.next_key, answer.you?.seat === me.value?.seat);
      become(answer, seated, texts);
      const said = early ?? [];
      early = null;
      for (const [method, params] of said) notified(method, params);
    });
    attached = true;
    failures = 0;
    link.value = 'online';
    flush(write);
    for (const [table, since] of tableCursors) void lookInto(table, { since, as: eyes.get(table) });
  } catch (error) {
    if (mine === attachment) lost(error as Error);
  }
}

function receive(text: string) {
  listenForSilence();
  const said = JSON.parse(text) as Reply;
  if (said.method) notified(said.method, said.params ?? {});
  else if (!answered(said)) void attach(now('attach', { token, since: cursor }));
}

/** Why the server shows somebody out for good, and what that makes of the link: to come back would only be refused. */
const shownOut = { token: 'unknown', deleted: 'deleted', removed: 'removed' } as const;

function notified(method: string, params: Record<string, unknown>) {
  if (early && (method === 'patch' || method === 'presence')) early.push([method, params]);
  else if (method === 'patch') patched(params as { of: string; cursor: string; patch: object });
  else if (method === 'presence') present(params as { of: string; people: Presence });
  else if (method === 'moved') void attach(now('attach', { token }));
  else if (method === 'bye' && String(params.reason) in shownOut) {
    disconnect();
    link.value = shownOut[params.reason as keyof typeof shownOut];
  } else if (method === 'bye') lost(undefined, Number(params.retry_after_ms) || undefined);
}

/** In which language the texts of the own scenario were asked for. */
let textsIn = '';
function askTexts() {
  textsIn = tongue.value.language;
  return now('scenario.get', {});
}

/** Whoever chooses another language has the scenario in it at once. */
tongue.subscribe(() => {
  if (!attached) return;
  const mine = attachment;
  if (scenario.value && textsIn !== tongue.value.language) {
    askTexts().then(
      (texts) => {
        if (mine === attachment) scenario.value = texts;
      },
      () => undefined,
    );
  }
  for (const table of tableCursors.keys()) void lookInto(table, { as: eyes.get(table) });
});

/** By whose eyes control looks into a table, where not by its own. */
const eyes = new Map<TableId, PartyId>();

/** Control looks into a table, as itself or as a delegation sees it: the view stays in `shoulders` and up to date until `lookAway`. */
export async function lookInto(
  table: TableId,
  { as, since }: { as?: PartyId; since?: string } = {},
) {
  if (as) eyes.set(table, as);
  else eyes.delete(table);
  const wish = { table, ...(as && { as }), ...(since && { since }) };
  const answer = await send('table.attach', wish);
  if (eyes.get(table) === as) lookedInto(table, answer);
}

export async function lookAway(table: TableId) {
  eyes.delete(table);
  lookedAway(table);
  await send('table.detach', { table });
}

/** The network came back, or the page was woken: do not wait out the backoff. */
function hurry() {
  if (token && !way && link.value !== 'unknown') open();
}
addEventListener('online', hurry);
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'visible') hurry();
});
