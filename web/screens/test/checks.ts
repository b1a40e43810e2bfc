// What can be found out about a room's network from a page in it. Each check ends by itself, and closes what it opened.

import { ask } from '../../connection';
import type { Device } from '../../methods';
import { request } from '../../wire/rpc';
import { openSocket } from '../../wire/socket';

const trips = 5;
const socket_wait_ms = 4_000;
const many_wait_ms = 8_000;
export const manySockets = 40;
/** Above it a click is felt to wait. */
export const slow_ms = 400;

export interface Network {
  /** The middle one of a few round trips; null: the server was not reached. */
  trip_ms: number | null;
  /** Whether a WebSocket opens and passes something on. */
  socket: boolean;
}

/** Opens one, asks one question over it, and closes it. */
function socketAnswers(wait_ms: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (answered: boolean) => {
      clearTimeout(patience);
      socket.close();
      resolve(answered);
    };
    const patience = setTimeout(() => end(false), wait_ms);
    const socket = openSocket({
      opened: () => socket.send(request(1, 'server.info', {})),
      said: () => end(true),
      closed: () => end(false),
    });
  });
}

export async function network(): Promise<Network> {
  const times: number[] = [];
  try {
    for (let trip = 0; trip < trips; trip++) {
      const began = performance.now();
      await ask('server.info', {});
      times.push(performance.now() - began);
    }
  } catch {
    return { trip_ms: null, socket: false };
  }
  times.sort((a, b) => a - b);
  return {
    trip_ms: Math.round(times[Math.floor(trips / 2)] ?? 0),
    socket: await socketAnswers(socket_wait_ms),
  };
}

/** As many connections as a class has, at once; how many of them were answered. */
export async function many(): Promise<number> {
  const all = Array.from({ length: manySockets }, () => socketAnswers(many_wait_ms));
  return (await Promise.all(all)).filter(Boolean).length;
}

const known: [RegExp, string][] = [
  [/Firefox|FxiOS/, 'Firefox'],
  [/Edg/, 'Edge'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Chrome|CriOS/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const systems: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];
const match = (list: [RegExp, string][], agent: string) =>
  list.find(([pattern]) => pattern.test(agent))?.[1];

/** "Chrome, Android, 360 × 740" */
export const deviceName = (agent: string, width: number, height: number) =>
  [match(known, agent), match(systems, agent), `${width} × ${height}`].filter(Boolean).join(', ');

/** This device says that it is here. */
export async function hello(room: string): Promise<Device> {
  const device = {
    name: deviceName(navigator.userAgent, innerWidth, innerHeight),
    socket: await socketAnswers(socket_wait_ms),
  };
  await ask('room.hello', { room, ...device });
  return device;
}
