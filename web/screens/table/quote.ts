// A text or an article on its way into a message.

import { signal } from '@preact/signals';
import type { ClauseKey, InstrumentId, Quote } from '../../view';
import { circleOpen } from './place';

export const quoted = signal<Quote | null>(null);

/** Answers the circle where the message will be written: the one last open. */
export function quoteInTalk(instrument: InstrumentId, clause?: ClauseKey): string {
  quoted.value = clause ? { instrument, clause } : { instrument };
  return circleOpen.value ?? 'plenary';
}
