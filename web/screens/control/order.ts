// Rooms in the order of who needs attention, without jumping: the order stays while somebody is about to press something, and changes
// at most every few seconds.

import { useRef } from 'preact/hooks';
import type { TableId } from '../../view';

const calm_ms = 8_000;
const hand_ms = 3_000;

export interface Ranked {
  id: TableId;
  weight: number;
}

/** The order to show, and what tells it of a hand on the way. */
export function useCalmOrder(ranked: Ranked[]) {
  const order = useRef<TableId[]>([]);
  const changed = useRef(0);
  const hand = useRef({ over: false, at: 0 });
  const now = Date.now();
  const { over, at } = hand.current;
  const known = new Set(order.current);
  const same = ranked.length === known.size && ranked.every(({ id }) => known.has(id));
  if (!same || (!over && now - at > hand_ms && now - changed.current > calm_ms)) {
    // Those that weigh the same keep the places they have in the list that is given.
    const next = [...ranked].sort((a, b) => b.weight - a.weight).map(({ id }) => id);
    if (next.join() !== order.current.join()) changed.current = now;
    order.current = next;
  }
  const touch = (inside: boolean) => () => {
    hand.current = { over: inside, at: Date.now() };
  };
  return {
    order: order.current,
    handlers: {
      onPointerEnter: touch(true),
      onPointerLeave: touch(false),
      onPointerDown: touch(true),
      onFocusIn: touch(true),
      onFocusOut: touch(false),
    },
  };
}
