// What this device remembers for a seat: what was read, and what was typed and not yet sent.

import { computed, effect, type Signal, signal } from '@preact/signals';
import { me } from '../../store';
import type { Instrument, InstrumentId, PartyId } from '../../view';
import type { Draft } from './draft';

const seat = computed(() =>
  me.value?.seat ? `${me.value.exercise.id}.${me.value.table}.${me.value.seat}` : '',
);

/** A signal that outlives the page, one for each seat. */
function kept<T extends object>(name: string, empty: T): Signal<T> {
  const held = signal(empty);
  let at = '';
  effect(() => {
    if (!seat.value) return;
    at = `entente.${name}.${seat.value}`;
    try {
      held.value = { ...empty, ...(JSON.parse(localStorage.getItem(at) ?? '{}') as T) };
    } catch {
      held.value = empty;
    }
  });
  effect(() => {
    const text = JSON.stringify(held.value);
    if (!at) return;
    try {
      localStorage.setItem(at, text);
    } catch {
      // A browser that keeps nothing still plays until the page is closed.
    }
  });
  return held;
}

export interface Look {
  version: number;
  standing: string;
  status?: Instrument['status'];
  signed?: PartyId[];
  declined?: PartyId[];
}
/** Of each text: the version last looked at, and how it stood. */
export const looked = kept<Record<InstrumentId, Look>>('looked', {});
/** What this person wrote is known to them. */
export function wrote(id: InstrumentId, version: number) {
  const before = looked.value[id] ?? { standing: '' };
  looked.value = { ...looked.value, [id]: { ...before, version } };
}
/** Of each circle: how many of its messages were read. */
export const readUpTo = kept<Record<string, number>>('read', {});
/** Of each circle: what is typed and not sent. */
export const typed = kept<Record<string, string>>('typed', {});
/** Of each circle: what is on its way, and how much had been said there before it. */
export const saying = kept<Record<string, { text: string; after: number }>>('saying', {});
/** Texts in the making: by the id of the text they amend, or a name of their own. */
export const drafts = kept<Record<string, Draft>>('drafts', {});
/** How much of the minutes was there when this person last looked. */
export const seen = kept('seen', { upTo: 0 });
/** The delegation's notes, where this person's words are not saved yet: and what they were written over. */
export const noted = kept<{ text?: string; base?: { n: number; text: string } }>('noted', {});
/** Small things done once. */
export const done = kept<{ briefed?: boolean }>('done', {});

/** The text in the making that has waited longest, by its slot. */
export const unsent = computed(() => Object.keys(drafts.value)[0]);

export function keepDraft(slot: string, draft: Draft) {
  drafts.value = { ...drafts.value, [slot]: draft };
}
export function dropDraft(slot: string) {
  const { [slot]: _, ...others } = drafts.value;
  drafts.value = others;
}
