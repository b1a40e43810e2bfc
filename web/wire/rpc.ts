// JSON-RPC 2.0: what an answer looks like, what a no is, and one question by POST.

import { tongue } from '../locale/tongue';
import type { Answer, Method, Params } from '../methods';

export interface Reply {
  id?: number | null;
  method?: string;
  params?: Record<string, unknown>;
  result?: unknown;
  error?: { code: number; message: string; data?: Record<string, unknown> };
}

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

export function refusal(error: NonNullable<Reply['error']>): Refused {
  const data = error.data ?? {};
  const text = (value: unknown) => (typeof value === 'string' ? value : '');
  return new Refused(
    text(data.message) || error.message,
    text(data.type) || `rpc.${error.code}`,
    text(data.path),
    data,
  );
}

/** What these answer is read by people: they are asked in the language of this page. */
const read = new Set([
  'scenario.list',
  'scenario.get',
  'scenario.pack',
  'schedule.preview',
  'lobby.list',
  'table.attach',
]);

export function request(id: number, method: string, params: object) {
  const spoken = read.has(method) ? { ...params, language: tongue.peek().language } : params;
  return JSON.stringify({ jsonrpc: '2.0', id, method, params: spoken });
}

/** One message up. `stream`: the answer comes down that stream of events. */
export function post(message: string, bearer?: string, stream?: string, signal?: AbortSignal) {
  const headers: Record<string, string> = { 'Content-Type': 'application/json' };
  if (bearer) headers.Authorization = `Bearer ${bearer}`;
  if (stream) headers['Entente-Stream'] = stream;
  return fetch('/rpc', { method: 'POST', headers, body: message, ...(signal ? { signal } : {}) });
}

/** A question to the server outside any seat, by POST: what the door needs before there is a token. */
export async function ask<M extends Method>(
  method: M,
  params: Params<M>,
  bearer?: string,
): Promise<Answer<M>> {
  let reply: Reply;
  try {
    const response = await post(request(1, method, params), bearer);
    reply = (await response.json()) as Reply;
  } catch {
    throw new Lost();
  }
  if (reply.error) throw refusal(reply.error);
  return reply.result as Answer<M>;
}
