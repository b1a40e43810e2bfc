// "What it does for us": asked as a text is read or written. One question is on its way at a time, and the latest alone waits: a term
// that is dragged moves the answer as fast as the way allows, and no old answer comes after a new one. It is asked the moment that what
// it is about changes, before the page is drawn again: the server answers meanwhile. Who reads the answer is drawn again, nobody else.

import { effect, type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { Refused, send } from '../../connection';
import type { ClauseWish, Evaluation } from '../../methods';
import { myParty, view } from '../../store';
import type { InstrumentId } from '../../view';

export type Assumption = { instrument: InstrumentId } | { clauses: ClauseWish[] };

/** As often as a seat may ask on and on, 20 times a second; and how often at once before that, well within what it may. */
const apart_ms = 50;
const at_once = 20;
const again_ms = 500;

export interface Worth {
  answer: Evaluation | null;
  /** Why there is no answer. */
  refused: string;
}

/** When the next question may go. Shared, since what a seat may ask is counted over all that it asks. */
const pace = {
  next_at: 0,
  /** Milliseconds from now; 0: at once. */
  wait: () => Math.max(0, pace.next_at - at_once * apart_ms - performance.now()),
  took() {
    pace.next_at = Math.max(pace.next_at, performance.now()) + apart_ms;
  },
  rest() {
    pace.next_at = performance.now() + at_once * apart_ms + again_ms;
  },
};

interface Wish {
  assume: Assumption[];
  /** The same as long as the answer is. */
  key: string;
}

/** null: nothing is asked. */
function wishFor(assume: Assumption[] | null): Wish | null {
  const seen = view.value;
  const us = myParty.value;
  if (assume === null || us === null || seen?.table.calculator === false) return null;
  // A text is asked about by its name: what it says now may have changed under it.
  const versions = assume.map(
    (one) => ('instrument' in one && seen?.instruments?.[one.instrument]?.version) || 0,
  );
  // What is worth today moves with what others sign.
  return { assume, key: JSON.stringify([assume, versions, seen?.scores?.[us]?.expected]) };
}

function asker(tell: (worth: Worth) => void) {
  let wanted: Wish | null = null;
  let last = '';
  let asking = false;
  let stopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = async () => {
    clearTimeout(timer);
    if (!wanted || asking || stopped) return;
    const wait = pace.wait();
    if (wait > 0) {
      timer = setTimeout(go, wait);
      return;
    }
    const wish = wanted;
    wanted = null;
    asking = true;
    pace.took();
    try {
      const answer = await send('score.evaluate', { assume: wish.assume });
      if (!stopped) tell({ answer, refused: '' });
    } catch (error) {
      if (error instanceof Refused && error.type === 'limit.rate') {
        wanted ??= wish;
        pace.rest();
      } else if (!stopped && !wanted) {
        tell({ answer: null, refused: error instanceof Error ? error.message : '' });
      }
    }
    asking = false;
    void go();
  };
  return {
    ask(wish: Wish | null) {
      if (!wish || wish.key === last) return;
      last = wish.key;
      wanted = wish;
      void go();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** What `assume` says is asked about, at once when a signal that it reads changes, else after the page was drawn; null: nothing is asked. */
export function useEvaluation(assume: () => Assumption[] | null): ReadonlySignal<Worth> {
  const worth: Signal<Worth> = useSignal<Worth>({ answer: null, refused: '' });
  const latest = useRef(assume);
  latest.current = assume;
  const asking = useRef<ReturnType<typeof asker> | null>(null);
  useLayoutEffect(() => {
    const one = asker((said) => {
      worth.value = said.answer ? said : { ...worth.peek(), refused: said.refused };
    });
    asking.current = one;
    const forget = effect(() => one.ask(wishFor(latest.current())));
    return () => {
      forget();
      one.stop();
    };
  }, []);
  useLayoutEffect(() => asking.current?.ask(wishFor(latest.current())));
  return worth;
}
