// What a room is called. The server numbers them in English; whoever reads another language has them in that one.

import { t } from './locale';
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
