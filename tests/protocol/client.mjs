// A client of the protocol that shares no line with ours: the `ws` package and RFC 7396.
import { randomBytes } from 'node:crypto';
import WebSocket from 'ws';
import { within } from '../patience.mjs';

export const newToken = () => randomBytes(16).toString('base64url');

export function merge(target, patch) {
  if (patch === null || typeof patch !== 'object' || Array.isArray(patch)) return patch;
  const result = target && typeof target === 'object' && !Array.isArray(target) ? { ...target } : {};
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else result[key] = merge(result[key], value);
  }
  return result;
}

/** `until`: the first thing that `wanted` finds in `client`, now or when one of the `watchers` is called. */
export const watched = (client, watchers) => (wanted) => {
  const found = new Promise((resolve) => {
    const look = () => {
      const value = wanted(client);
      if (!value) return;
      watchers.delete(look);
      resolve(value);
    };
    watchers.add(look);
    look();
  });
  return within(found, () => `${wanted}`);
};

/** An open connection: `ask` answers a result or {error}; `told` are the notifications so far. */
export async function connect(server, options = {}) {
  const socket = new WebSocket(`ws://127.0.0.1:${server.port}/ws`, options.protocol ?? 'entente.1', options);
  const client = { socket, told: [], views: {} };
  const waiting = new Map();
  const watchers = new Set();
  let last = 0;
  client.closed = new Promise((resolve) => {
    socket.on('close', (code, reason) => resolve({ code, reason: reason.toString() }));
  });
  socket.on('message', (data) => {
    const message = JSON.parse(data);
    if (message.id !== undefined && waiting.has(message.id)) {
      const { method, params, resolve } = waiting.get(message.id);
      const { view, cursor, you } = message.result ?? {};
      // Kept at once: a patch may be in the same packet, before whoever asked goes on.
      if (view && method === 'attach') client.views[you?.table ?? 'exercise'] = { cursor, view };
      if (view && method === 'table.attach') client.views[params.table] = { cursor, view };
      resolve(message.result ?? { error: message.error });
      waiting.delete(message.id);
      return;
    }
    if (message.method === 'patch') {
      const { of, cursor, patch } = message.params;
      const known = client.views[of];
      client.views[of] = { cursor, view: merge(known?.view, patch) };
    }
    client.told.push(message);
    for (const watcher of watchers) watcher();
  });
  client.ask = (method, params = {}) =>
    new Promise((resolve) => {
      const id = ++last;
      waiting.set(id, { method, params, resolve });
      socket.send(JSON.stringify({ jsonrpc: '2.0', id, method, params }));
    });
  client.until = watched(client, watchers);
  client.close = () => {
    socket.close();
    return client.closed;
  };
  await new Promise((resolve, reject) => {
    socket.on('open', resolve);
    socket.on('error', reject);
  });
  return client;
}

/** The HTTP status that a refused handshake gets (0: the connection just ended). */
export function refusal(url, protocol, options = {}) {
  return new Promise((resolve) => {
    const socket = new WebSocket(url, protocol, options);
    socket.on('unexpected-response', (asked, response) => {
      resolve(response.statusCode);
      asked.destroy();
    });
    socket.on('error', () => resolve(0));
    socket.on('open', () => {
      resolve('open');
      socket.close();
    });
  });
}
