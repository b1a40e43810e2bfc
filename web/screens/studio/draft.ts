// The draft that the author looks at: a template of the scenario, or nothing yet, with what was changed on the page. What was changed
// lasts until the template itself is another.

import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../../connection';
import type { ClauseWish, StudioEvaluation, Supposition } from '../../methods';
import { clauseName } from '../../parts/treaty';
import type { Scenario, Template, Value } from '../../view';
import { clauseId } from '../table/words';
import { evaluate, heardAt } from './wire';

export interface Draft {
  clauses: ClauseWish[];
  takes_effect_if: string[];
}

interface Edited extends Draft {
  /** The template as it was when the change was made. */
  of: string;
}

/** `treaty/middle`; empty: nothing yet. NULL: the first there is. */
export const chosen = signal<string | null>(null);
const edited = signal<Record<string, Edited>>({});
/** Variables that the author supposes to be other than they start. */
export const supposed = signal<Record<string, Value>>({});

export interface Start {
  id: string;
  kind: string;
  title: string;
  template: Template;
}

export const starts = (rules: Scenario): Start[] =>
  Object.entries(rules.instruments).flatMap(([kind, type]) =>
    Object.entries(type.templates ?? {}).map(([id, template]) => ({
      id: `${kind}/${id}`,
      kind,
      title: template.title,
      template,
    })),
  );

export function startNow(rules: Scenario): Start | undefined {
  const all = starts(rules);
  if (chosen.value === '') return undefined;
  return all.find(({ id }) => id === chosen.value) ?? all[0];
}

export const written = (start: Start | undefined): Draft => ({
  clauses: (start?.template.clauses ?? []).map(({ type, key, terms }) => ({
    type,
    ...(key ? { key } : {}),
    terms,
  })),
  takes_effect_if: start?.template.takes_effect_if ?? [],
});

export const isEdited = (start: Start | undefined) =>
  edited.value[start?.id ?? '']?.of === JSON.stringify(written(start));

export function draftNow(rules: Scenario, start: Start | undefined): Draft {
  const mine = edited.value[start?.id ?? ''];
  const draft = mine && isEdited(start) ? mine : written(start);
  const known = draft.clauses.filter((clause) =>
    rules.clauses[clause.type]?.keys.includes(clauseId(clause)),
  );
  return { clauses: known, takes_effect_if: draft.takes_effect_if };
}

export function change(start: Start | undefined, draft: Draft) {
  const of = JSON.stringify(written(start));
  edited.value = { ...edited.value, [start?.id ?? '']: { ...draft, of } };
}

export function undo(start: Start | undefined) {
  const { [start?.id ?? '']: _, ...others } = edited.value;
  edited.value = others;
}

/** Those that the scenario still has. */
export function supposedNow(rules: Scenario): Record<string, Value> {
  const known = Object.entries(supposed.value).filter(
    ([name]) => rules.variables?.[clauseName(name).type] !== undefined,
  );
  return Object.fromEntries(known);
}

export const question = (rules: Scenario, draft: Draft): Supposition => ({
  package: Object.fromEntries(draft.clauses.map((clause) => [clauseId(clause), clause.terms])),
  takes_effect_if: draft.takes_effect_if.filter((id) => rules.conditions?.[id]),
  variables: supposedNow(rules),
});

/** What a party expects beyond what no deal is worth to it; undefined where that can't be computed. */
export const gainOf = ({ expected, no_deal }: StudioEvaluation['parties'][string]) =>
  expected.then === undefined || no_deal === undefined ? undefined : expected.then - no_deal;

export interface Evaluated {
  answer: StudioEvaluation | null;
  refused: string;
}

/** Asked at once, one question at a time: while one is under way the latest waits. */
export function useEvaluation(asked: Supposition): Evaluated {
  const [evaluated, setEvaluated] = useState<Evaluated>({ answer: null, refused: '' });
  const wanted = useRef<Supposition | null>(null);
  const busy = useRef(false);
  useEffect(() => {
    wanted.current = asked;
    if (busy.current) return;
    busy.current = true;
    const work = async () => {
      while (wanted.current) {
        const next = wanted.current;
        wanted.current = null;
        try {
          const answer = await evaluate(next);
          setEvaluated({ answer, refused: '' });
        } catch (error) {
          // Where the connection was lost it is asked again with the next state.
          if (error instanceof Refused) {
            setEvaluated((before) => ({ ...before, refused: error.message }));
          }
        }
      }
      busy.current = false;
    };
    void work();
  }, [JSON.stringify(asked), heardAt.value]);
  return evaluated;
}
