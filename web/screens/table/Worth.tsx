import { computed, type ReadonlySignal, type Signal, useSignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { arrow, change, list, number, t } from '../../locale';
import type { Evaluation } from '../../methods';
import { Scroll } from '../../parts/Scroll';
import { clauseKeyTitle, clauseName, clauseTitle, thingName } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import type { InstrumentId, Scenario } from '../../view';
import type { Worth as Weighed } from './evaluation';
import { type Reason, reasonsFor } from './reasons';
import { textsInOrder } from './state';
import { textTitle, valueWords } from './words';

const shown_most = 3;

type Moved = [id: string, value: { now: number; then: number }];

/** What moves, the most first; what is not known on one side is left out. */
export const largest = (
  moved: Record<string, { now?: number; then?: number }> | undefined,
): Moved[] =>
  Object.entries(moved ?? {})
    .filter((one): one is Moved => one[1].now !== undefined && one[1].then !== undefined)
    .filter(([, { now, then }]) => now !== then)
    .sort(
      ([leftId, left], [rightId, right]) =>
        Math.abs(right.then - right.now) - Math.abs(left.then - left.now) ||
        (leftId < rightId ? -1 : 1),
    );

/** The other texts that a person takes for granted while weighing this one; at first those that it is linked with. */
export const useAlso = (linked: InstrumentId[] = []) => useSignal<InstrumentId[]>(linked);

interface WorthProps {
  worth: ReadonlySignal<Weighed>;
  also: Signal<InstrumentId[]>;
  /** The text itself, which is not offered as an assumption. */
  self?: InstrumentId;
  children?: ComponentChildren;
}

const calculatorOff = computed(() => view.value?.table.calculator === false);

/** What it does for us: the total against today and against walking away, and where it comes from. */
export const Worth = ({ worth, also, self, children }: WorthProps) => {
  if (!myParty.value) return null;
  if (calculatorOff.value) {
    return (
      <section class="worth card">
        <h3>{t('worth-title')}</h3>
        <p class="muted">{t('worth-off')}</p>
        {children}
      </section>
    );
  }
  return (
    <section class="worth card" aria-label={t('worth-title')}>
      <h3>{t('worth-title')}</h3>
      <Answered worth={worth} />
      <Assuming also={also} self={self} />
      {children}
    </section>
  );
};

const Answered = ({ worth }: Pick<WorthProps, 'worth'>) => {
  const { answer, refused } = worth.value;
  return (
    <>
      {answer && <Answer answer={answer} />}
      {refused && (
        <p class="refused" role="status">
          {refused}
        </p>
      )}
      {!answer && !refused && <p class="muted">{t('loading')}</p>}
    </>
  );
};

const figureName = (rules: Scenario, id: string) => {
  // A figure of one party or area is named as an article is: usa.promised.
  const { type, key } = clauseName(id);
  const title = rules.formulas?.[type]?.label ?? id;
  return key ? t('clause-of', { title, it: thingName(rules, key) }) : title;
};

/** "Risk that the war is renewed: 82 % → 60 % (Ceasefire)" */
export const Why = ({ reason, rules }: { reason: Reason; rules: Scenario }) => {
  const by = list(reason.by.map((key) => clauseKeyTitle(rules, key)));
  if (!reason.figure || reason.now === undefined) return <li>{by}</li>;
  const shape = rules.formulas?.[clauseName(reason.figure).type];
  const figure = figureName(rules, reason.figure);
  const now = valueWords(rules, shape, reason.now);
  if (reason.then === undefined) {
    const without = list(reason.without.map((name) => clauseTitle(rules, clauseName(name))));
    return <li class="stays">{t('worth-stays', { figure, now, without })}</li>;
  }
  return (
    <li>
      {figure}: {now} {arrow()} <b>{valueWords(rules, shape, reason.then)}</b>
      {by && ` (${by})`}
    </li>
  );
};

/** Where the total stands between the least and the most of what is compared. */
const Scale = ({ answer }: { answer: Evaluation }) => {
  const values = [answer.total, answer.today, answer.no_deal, 0];
  const round = 20;
  const low = Math.floor(Math.min(...values) / round) * round;
  const high = Math.max(low + round, Math.ceil(Math.max(...values) / round) * round);
  const at = (value: number) => `${((value - low) / (high - low)) * 100}%`;
  return (
    <div class="worth-scale" aria-hidden="true">
      <span
        class={answer.total < answer.no_deal ? 'below' : 'above'}
        style={{
          insetInlineStart: at(Math.min(answer.total, answer.no_deal)),
          width: `calc(${at(Math.max(answer.total, answer.no_deal))} - ${at(Math.min(answer.total, answer.no_deal))})`,
        }}
      />
      <i style={{ insetInlineStart: at(answer.no_deal) }} />
      <b style={{ insetInlineStart: at(answer.total) }} />
    </div>
  );
};

/** On a phone, where the whole stands under the articles: the total alone, at hand. */
export const WorthBrief = ({ worth }: Pick<WorthProps, 'worth'>) => {
  const { answer } = worth.value;
  return (
    answer && (
      <p class="small worth-brief" aria-hidden="true">
        <Total answer={answer} />
      </p>
    )
  );
};

const Total = ({ answer }: { answer: Evaluation }) => (
  <>
    <b class="figures">{number(answer.total)}</b>{' '}
    {t('worth-against', {
      gain: change(answer.total - answer.today),
      today: number(answer.today),
    })}
  </>
);

interface AnswerProps {
  answer: Evaluation;
}

const Answer = ({ answer }: AnswerProps) => (
  <>
    <p class="worth-total" role="status">
      <Total answer={answer} />
    </p>
    <Scale answer={answer} />
    <p class={answer.total < answer.no_deal ? 'worth-below' : 'muted'}>
      {t(answer.total < answer.no_deal ? 'worth-below' : 'worth-above', {
        no_deal: number(answer.no_deal),
        by: number(Math.abs(answer.total - answer.no_deal)),
      })}
    </p>
    <Largest answer={answer} />
    <All answer={answer} />
  </>
);

export const itemLabel = (id: string) =>
  scenario.value?.scores?.[myParty.value ?? '']?.items[id]?.label ?? id;

/** The three changes that count, and why. */
const Largest = ({ answer }: AnswerProps) => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen || !us) return null;
  const moved = largest(answer.items);
  if (moved.length === 0) return <p class="muted">{t('worth-nothing-moves')}</p>;
  return (
    <ul class="plain worth-moved">
      {moved.slice(0, shown_most).map(([id, { now, then }]) => (
        <li key={id}>
          <b class={`figures ${then > now ? 'gain' : 'loss'}`}>{change(then - now)}</b>
          <div>
            {itemLabel(id)}
            <ul class="plain small worth-reasons">
              {reasonsFor({ rules, seen, us, answer }, id).map((reason, place) => (
                <Why key={reason.figure ?? place} reason={reason} rules={rules} />
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
};

/** Every item and figure, written only while somebody reads it: a term is dragged past many. */
const All = ({ answer }: AnswerProps) => {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('worth-all')}</summary>
      {open && <Items answer={answer} />}
    </details>
  );
};

const Items = ({ answer }: AnswerProps) => {
  const rules = scenario.value;
  const figures = largest(answer.formulas);
  return (
    <>
      <Scroll label={t('worth-all')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('worth-item')}</th>
              <th scope="col" class="number">
                {t('worth-now')}
              </th>
              <th scope="col" class="number">
                {t('worth-then')}
              </th>
              <th scope="col" class="number">
                {t('worth-change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(answer.items).map(([id, { now, then }]) => (
              <tr key={id}>
                <th scope="row">{itemLabel(id)}</th>
                <td class="number">{number(now)}</td>
                <td class="number">{number(then)}</td>
                <td class="number">{now === then ? '' : change(then - now)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {rules && figures.length > 0 && (
        <>
          <h4>{t('worth-figures')}</h4>
          <ul class="plain small">
            {figures.map(([id, { now, then }]) => (
              <Why key={id} reason={{ figure: id, now, then, by: [], without: [] }} rules={rules} />
            ))}
          </ul>
        </>
      )}
    </>
  );
};

const Assuming = ({ also, self }: Pick<WorthProps, 'also' | 'self'>) => {
  const seen = view.value;
  const rules = scenario.value;
  if (!seen || !rules) return null;
  const others = textsInOrder(seen).filter(([id, text]) => id !== self && text.status === 'draft');
  if (others.length === 0) return null;
  return (
    <fieldset class="assuming">
      <legend>{t('worth-assuming')}</legend>
      {others.map(([id, text]) => (
        <label key={id} class="choice">
          <input
            type="checkbox"
            checked={also.value.includes(id)}
            onChange={(event) => {
              const without = also.value.filter((other) => other !== id);
              also.value = event.currentTarget.checked ? [...without, id] : without;
            }}
          />
          {t('text-version', { title: textTitle(rules, seen, id), version: text.version })}
        </label>
      ))}
    </fieldset>
  );
};
