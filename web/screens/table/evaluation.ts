// "What it does for us": asked while a text is being written, at most a few times a second, the latest question alone counting.

import { useEffect, useState } from 'preact/hooks';
import { Refused, send } from '../../connection';
import type { ClauseWish, Evaluation } from '../../methods';
import { myParty, view } from '../../store';
import type { InstrumentId } from '../../view';

export type Assumption = { instrument: InstrumentId } | { clauses: ClauseWish[] };

const settle_ms = 400;
const again_ms = 1500;

export interface Worth {
  answer: Evaluation | null;
  /** Why there is no answer. */
  refused: string;
}

export function useEvaluation(assume: Assumption[]): Worth {
  const [worth, setWorth] = useState<Worth>({ answer: null, refused: '' });
  const wanted = view.value?.table.calculator !== false && myParty.value !== null;
  const question = JSON.stringify(assume);
  // What is worth today moves with what others sign.
  const today = view.value?.scores?.[myParty.value ?? '']?.expected;
  useEffect(() => {
    if (!wanted) return;
    let stale = false;
    let timer: ReturnType<typeof setTimeout>;
    setWorth((before) => ({ ...before }));
    const ask = async () => {
      try {
        const answer = await send('score.evaluate', { assume });
        if (!stale) setWorth({ answer, refused: '' });
      } catch (error) {
        if (stale) return;
        if (error instanceof Refused && error.type === 'limit.rate') {
          timer = setTimeout(ask, again_ms);
        } else {
          const refused = error instanceof Error ? error.message : '';
          setWorth((before) => ({ ...before, refused }));
        }
      }
    };
    timer = setTimeout(ask, settle_ms);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [question, today, wanted]);
  return worth;
}
