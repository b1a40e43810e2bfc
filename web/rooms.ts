// What a room is called. The server numbers them in English; whoever reads another language has them in that one.

import { list, t } from './locale';
import { tongue } from './locale/tongue';

interface Room {
  name: string;
}

const known = new WeakMap<Room, { language: string; room: Room }>();

/** The same object where nothing has changed, so that it need not be rendered again. */
export function called<R extends Room>(room: R): R {
  const { language } = tongue.value;
  const number = /^Room (\d+)$/.exec(room.name)?.[1];
  if (language === 'en' || !number) return room;
  const before = known.get(room);
  if (before?.language === language) return before.room as R;
  const after = { ...room, name: t('room-nth', { number }) };
  known.set(room, { language, room: after });
  return after;
}

export const allCalled = <R extends Room>(rooms: Record<string, R>): Record<string, R> =>
  Object.fromEntries(Object.entries(rooms).map(([id, room]) => [id, called(room)]));

const few = 4;

/** "Room 1 and Room 2"; from five on "5 rooms (1–3, 7 and 9)", where all have their numbers for names. */
export function together(rooms: { name: string; order: number }[]): string {
  const names = rooms.map((room) => called(room).name);
  if (rooms.length <= few) return list(names);
  const plain = rooms.every(
    ({ order }, index) =>
      rooms[index]?.name === `Room ${order}` || names[index] === t('room-nth', { number: order }),
  );
  const count = rooms.length;
  if (!plain) return t('rooms-together', { count, rooms: list(names) });
  const runs: [from: number, to: number][] = [];
  for (const order of rooms.map((room) => room.order).sort((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && order === run[1] + 1) run[1] = order;
    else runs.push([order, order]);
  }
  const numbers = runs.flatMap(([from, to]) =>
    to - from > 1 ? `${from}–${to}` : to > from ? [`${from}`, `${to}`] : `${from}`,
  );
  return t('rooms-together', { count, rooms: list(numbers) });
}
