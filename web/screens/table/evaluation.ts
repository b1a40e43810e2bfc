// "What it does for us": asked as a text is read or written. One question is on its way at a time, and the latest alone waits: a term
// that is dragged moves the answer as fast as the way allows, and no old answer comes after a new one.

import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Refused, send } from '../../connection';
import type { ClauseWish, Evaluation } from '../../methods';
import { myParty, view } from '../../store';
import type { InstrumentId } from '../../view';

export type Assumption = { instrument: InstrumentId } | { clauses: ClauseWish[] };

/** As often as a seat may ask on and on: 20 times a second. */
const apart_ms = 50;
const again_ms = 500;

export interface Worth {
  answer: Evaluation | null;
  /** Why there is no answer. */
  refused: string;
}

function asker(tell: (worth: Worth) => void) {
  let wanted: Assumption[] | null = null;
  let asking = false;
  let stopped = false;
  let next_at = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const go = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (!wanted || asking || stopped) return;
    const wait = next_at - performance.now();
    if (wait > 0) {
      timer = setTimeout(go, wait);
      return;
    }
    const assume = wanted;
    wanted = null;
    asking = true;
    next_at = performance.now() + apart_ms;
    try {
      const answer = await send('score.evaluate', { assume });
      if (!stopped) tell({ answer, refused: '' });
    } catch (error) {
      if (error instanceof Refused && error.type === 'limit.rate') {
        wanted ??= assume;
        next_at = performance.now() + again_ms;
      } else if (!stopped && !wanted) {
        tell({ answer: null, refused: error instanceof Error ? error.message : '' });
      }
    }
    asking = false;
    void go();
  };
  return {
    ask(assume: Assumption[]) {
      wanted = assume;
      void go();
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

/** null: nothing is asked. */
export function useEvaluation(assume: Assumption[] | null): Worth {
  const [worth, setWorth] = useState<Worth>({ answer: null, refused: '' });
  const asking = useRef<ReturnType<typeof asker> | null>(null);
  const wanted =
    assume !== null && view.value?.table.calculator !== false && myParty.value !== null;
  const question = JSON.stringify(assume);
  // A text is asked about by its name: what it says now may have changed under it.
  const versions = (assume ?? [])
    .map((one) => ('instrument' in one && view.value?.instruments?.[one.instrument]?.version) || 0)
    .join();
  // What is worth today moves with what others sign.
  const today = view.value?.scores?.[myParty.value ?? '']?.expected;
  useLayoutEffect(() => {
    const one = asker((said) =>
      setWorth((before) => (said.answer ? said : { ...before, refused: said.refused })),
    );
    asking.current = one;
    return one.stop;
  }, []);
  // At once, not after the next frame: that would be half of the time that a drag may take.
  useLayoutEffect(() => {
    if (wanted) asking.current?.ask(JSON.parse(question));
  }, [question, versions, today, wanted]);
  return worth;
}
