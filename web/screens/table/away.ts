// What happened while this person was not looking: the place in the minutes up to which they have seen.

import { effect, signal } from '@preact/signals';
import { link, view } from '../../store';
import { seen } from './memory';

const missed_least = 4;

/** The last minute that was seen before they were away; null: they missed little, or have caught up. */
export const missedSince = signal<number | null>(null);
const hidden = signal(document.visibilityState === 'hidden');
document.addEventListener('visibilitychange', () => {
  hidden.value = document.visibilityState === 'hidden';
});

/** From now until the answer is called. */
export function watchAway(): () => void {
  let away = true;
  return effect(() => {
    const total = view.value?.minutes_total;
    const { upTo } = seen.value;
    if (total === undefined || link.value !== 'online' || hidden.value) {
      away = true;
      return;
    }
    if (away && total - upTo >= missed_least) missedSince.value = upTo;
    away = false;
    if (total !== upTo) seen.value = { upTo: total };
  });
}
