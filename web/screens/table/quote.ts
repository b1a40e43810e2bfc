// A text or an article on its way into a message.

import { signal } from '@preact/signals';
import { myParty, scenario, view } from '../../store';
import type { Quote } from '../../view';
import { circleOf } from './circles';
import { circleOpen } from './place';

export const quoted = signal<Quote | null>(null);

/** Answers the circle where the message will be written: the one last open, where all may know of the text; else that of all who are
 * asked to sign it. */
export function quoteInTalk(quote: Quote): string {
  quoted.value = quote;
  const text = view.value?.instruments?.[quote.instrument];
  const rules = scenario.value;
  const open = circleOpen.value ?? 'plenary';
  if (!text || !rules || text.public) return open;
  const asked = [...text.invited, ...(text.witnesses ?? [])];
  const within = open.split('+').every((party) => asked.includes(party));
  return within && open !== myParty.value ? open : circleOf(rules, asked);
}
