// What is open on the table, on a phone the only thing to be seen.

import type { View } from '../../view';
import { circleOpen, desk, main, type Place, place } from './place';
import { allows, textsInOrder } from './state';

/** The place, and the way into it. At first the briefing, or the texts once there are some. */
export function whatIsShown(seen: View | null): [Place, ...string[]] {
  if (!desk.value && place.value === 'talk') {
    return circleOpen.value ? ['talk', circleOpen.value] : ['talk'];
  }
  if (main.value) return [main.value.place, ...main.value.within];
  return [seen && allows(seen, 'draft') && textsInOrder(seen).length > 0 ? 'texts' : 'brief'];
}
