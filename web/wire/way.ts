// The way to the server: a WebSocket where the network lets one through, else server-sent events down and POST up. Nobody is told
// which: everything works over both.

import type { Attached } from '../methods';
import { openEvents } from './events';
import { openSocket } from './socket';

export interface Way {
  /** Only after it has opened. */
  send(message: string): void;
  /** After this nothing more is heard. */
  close(): void;
}
export interface Hears {
  /** With the answer to `attach`, where the way attaches by itself. */
  opened(answer?: Attached): void;
  said(message: string): void;
  /** It did not open, or is open no more: once, and last. `why`: the server refused the token. */
  closed(why?: Error): void;
}

const socket_open_wait_ms = 4_000;
const socket_answer_wait_ms = 8_000;
const sockets_again_ms = 10 * 60_000;
const short_life_ms = 5_000;
const short_lives_most = 3;

/** Until then WebSockets count as blocked here. */
let socketsAgainAt = 0;
let shortLives = 0;

/** As the token's holder, going on from the cursor `since` where there is one. */
export function openWay(token: string, since: string, hears: Hears): Way {
  return Date.now() < socketsAgainAt
    ? openEvents(token, since, hears)
    : trySocket(token, since, hears);
}

/** A socket counts once the server has said something over it: some proxies answer the handshake, and then pass nothing on. */
function trySocket(token: string, since: string, hears: Hears): Way {
  const began = Date.now();
  let proved = false;
  let way: Way;
  const fallBack = () => {
    clearTimeout(patience);
    way.close();
    way = openEvents(token, since, {
      ...hears,
      opened(answer) {
        // The server is there, so it is the network that has something against sockets.
        socketsAgainAt = Date.now() + sockets_again_ms;
        hears.opened(answer);
      },
    });
  };
  let patience = setTimeout(fallBack, socket_open_wait_ms);
  way = openSocket({
    opened() {
      clearTimeout(patience);
      patience = setTimeout(fallBack, socket_answer_wait_ms);
      hears.opened();
    },
    said(message) {
      proved = true;
      clearTimeout(patience);
      hears.said(message);
    },
    closed() {
      if (!proved) return fallBack();
      shortLives = Date.now() - began < short_life_ms ? shortLives + 1 : 0;
      if (shortLives >= short_lives_most) socketsAgainAt = Date.now() + sockets_again_ms;
      hears.closed();
    },
  });
  return {
    send: (message) => way.send(message),
    close() {
      clearTimeout(patience);
      way.close();
    },
  };
}
