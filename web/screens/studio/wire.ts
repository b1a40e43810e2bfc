// The studio's own way to the server: it holds no token, so it cannot be at a table. What is wrong and what a package is worth comes
// over one WebSocket, and comes back by itself.

import { signal } from '@preact/signals';
import { createKey } from '../../identity';
import type { Answer, Method, Params, StudioState } from '../../methods';
import { link, scenario } from '../../store';
import { Lost, type Reply, refusal, request } from '../../wire/rpc';
import { openSocket } from '../../wire/socket';
import type { Way } from '../../wire/way';

export const state = signal<StudioState | null>(null);
/** Why the server shows no studio. */
export const refused = signal('');
/** When the page last heard something new. */
export const heardAt = signal(0);

interface Waiting {
  resolve: (answer: unknown) => void;
  reject: (error: Error) => void;
}

const retry_ms = 700;
let way: Way | null = null;
let opened = false;
let retry: ReturnType<typeof setTimeout> | undefined;
let nextId = 1;
const waiting = new Map<number, Waiting>();

function ask<M extends Method>(method: M, params: Params<M>): Promise<Answer<M>> {
  return new Promise((resolve, reject) => {
    if (!way || !opened) {
      reject(new Lost());
      return;
    }
    const id = nextId++;
    waiting.set(id, { resolve: resolve as (answer: unknown) => void, reject });
    const key = createKey();
    const all = key ? { ...params, create_key: key } : params;
    way.send(request(id, method, all));
  });
}

export const evaluate = (params: Params<'studio.evaluate'>) => ask('studio.evaluate', params);

function show(now: StudioState) {
  state.value = now;
  scenario.value = now.scenario ?? null;
  heardAt.value = Date.now();
  link.value = 'online';
}

function receive(text: string) {
  const said = JSON.parse(text) as Reply;
  if (said.method === 'studio') show(said.params as unknown as StudioState);
  const asked = waiting.get(said.id ?? 0);
  if (!asked) return;
  waiting.delete(said.id ?? 0);
  if (said.error) asked.reject(refusal(said.error));
  else asked.resolve(said.result);
}

function forgetAsked() {
  for (const asked of waiting.values()) asked.reject(new Lost());
  waiting.clear();
}

export function open() {
  clearTimeout(retry);
  way = openSocket({
    opened() {
      opened = true;
      ask('studio.watch', {}).then(show, (error: Error) => {
        if (!(error instanceof Lost)) refused.value = error.message;
      });
    },
    said: receive,
    closed() {
      opened = false;
      forgetAsked();
      if (state.value) link.value = 'lost';
      retry = setTimeout(open, retry_ms);
    },
  });
}

export function close() {
  clearTimeout(retry);
  way?.close();
  way = null;
  opened = false;
  forgetAsked();
  state.value = null;
  scenario.value = null;
  link.value = 'idle';
}
