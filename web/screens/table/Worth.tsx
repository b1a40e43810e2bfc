import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { arrow, change, list, number, t } from '../../locale';
import type { Evaluation } from '../../methods';
import { Scroll } from '../../parts/Scroll';
import { clauseKeyTitle, clauseName, clauseTitle, thingName } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import type { InstrumentId, Scenario } from '../../view';
import type { Worth as Answered } from './evaluation';
import { type Reason, reasonsFor } from './reasons';
import { textsInOrder } from './state';
import { textTitle, valueWords } from './words';

const shown_most = 3;

type Moved = [id: string, value: { now: number; then: number }];

const largest = (moved: Record<string, { now: number; then: number }> | undefined): Moved[] =>
  Object.entries(moved ?? {})
    .filter(([, { now, then }]) => now !== then)
    .sort(
      ([leftId, left], [rightId, right]) =>
        Math.abs(right.then - right.now) - Math.abs(left.then - left.now) ||
        (leftId < rightId ? -1 : 1),
    );

/** The other texts that a person takes for granted while weighing this one; at first those that it is linked with. */
export function useAlso(linked: InstrumentId[] = []) {
  return useState<InstrumentId[]>(linked);
}

interface WorthProps {
  worth: Answered;
  also: InstrumentId[];
  onAlso: (also: InstrumentId[]) => void;
  /** The text itself, which is not offered as an assumption. */
  self?: InstrumentId;
  children?: ComponentChildren;
}

/** What it does for us: the total against today and against walking away, and where it comes from. */
export const Worth = ({ worth, also, onAlso, self, children }: WorthProps) => {
  const seen = view.value;
  if (!seen || !myParty.value) return null;
  if (seen.table.calculator === false) {
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
      {worth.answer && <Answer answer={worth.answer} />}
      {worth.refused && (
        <p class="refused" role="status">
          {worth.refused}
        </p>
      )}
      {!worth.answer && !worth.refused && <p class="muted">{t('loading')}</p>}
      <Assuming also={also} onAlso={onAlso} self={self} />
      {children}
    </section>
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
export const WorthBrief = ({ answer }: { answer: Evaluation }) => (
  <p class="small worth-brief" aria-hidden="true">
    <b class="figures">{number(answer.total)}</b>{' '}
    {t('worth-against', {
      gain: change(answer.total - answer.today),
      today: number(answer.today),
    })}
  </p>
);

const Answer = ({ answer }: { answer: Evaluation }) => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen || !us) return null;
  const items = rules.scores?.[us]?.items ?? {};
  const label = (id: string) => items[id]?.label ?? id;
  const gain = answer.total - answer.today;
  const moved = largest(answer.items);
  const figures = largest(answer.formulas);
  const weighed = { rules, seen, us, answer };
  return (
    <>
      <p class="worth-total" role="status">
        <b class="figures">{number(answer.total)}</b>{' '}
        {t('worth-against', { gain: change(gain), today: number(answer.today) })}
      </p>
      <Scale answer={answer} />
      <p class={answer.total < answer.no_deal ? 'worth-below' : 'muted'}>
        {t(answer.total < answer.no_deal ? 'worth-below' : 'worth-above', {
          no_deal: number(answer.no_deal),
          by: number(Math.abs(answer.total - answer.no_deal)),
        })}
      </p>
      {moved.length === 0 ? (
        <p class="muted">{t('worth-nothing-moves')}</p>
      ) : (
        <ul class="plain worth-moved">
          {moved.slice(0, shown_most).map(([id, { now, then }]) => (
            <li key={id}>
              <b class={`figures ${then > now ? 'gain' : 'loss'}`}>{change(then - now)}</b>
              <div>
                {label(id)}
                <ul class="plain small worth-reasons">
                  {reasonsFor(weighed, id).map((reason, place) => (
                    <Why key={reason.figure ?? place} reason={reason} rules={rules} />
                  ))}
                </ul>
              </div>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('worth-all')}</summary>
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
                  <th scope="row">{label(id)}</th>
                  <td class="number">{number(now)}</td>
                  <td class="number">{number(then)}</td>
                  <td class="number">{now === then ? '' : change(then - now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        {figures.length > 0 && (
          <>
            <h4>{t('worth-figures')}</h4>
            <ul class="plain small">
              {figures.map(([id, { now, then }]) => (
                <Why
                  key={id}
                  reason={{ figure: id, now, then, by: [], without: [] }}
                  rules={rules}
                />
              ))}
            </ul>
          </>
        )}
      </details>
    </>
  );
};

const Assuming = ({ also, onAlso, self }: Omit<WorthProps, 'worth' | 'children'>) => {
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
            checked={also.includes(id)}
            onChange={(event) =>
              onAlso(
                event.currentTarget.checked ? [...also, id] : also.filter((other) => other !== id),
              )
            }
          />
          {t('text-version', { title: textTitle(rules, seen, id), version: text.version })}
        </label>
      ))}
    </fieldset>
  );
};
