import { useState } from 'preact/hooks';
import { arrow, change, number, t } from '../../locale';
import type { Evaluation } from '../../methods';
import { clauseName, thingName } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import type { InstrumentId } from '../../view';
import type { Worth as Answered } from './evaluation';
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

/** The other texts that a person takes for granted while weighing this one. */
export function useAlso() {
  return useState<InstrumentId[]>([]);
}

interface WorthProps {
  worth: Answered;
  also: InstrumentId[];
  onAlso: (also: InstrumentId[]) => void;
  /** The text itself, which is not offered as an assumption. */
  self?: InstrumentId;
}

/** What it does for us: the total against today and against walking away, and where it comes from. */
export const Worth = ({ worth, also, onAlso, self }: WorthProps) => {
  const seen = view.value;
  if (!seen || !myParty.value) return null;
  if (seen.table.calculator === false) {
    return (
      <section class="worth card">
        <h3>{t('worth-title')}</h3>
        <p class="muted">{t('worth-off')}</p>
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
    </section>
  );
};

const Answer = ({ answer }: { answer: Evaluation }) => {
  const rules = scenario.value;
  const items = rules?.scores?.[myParty.value ?? '']?.items ?? {};
  const label = (id: string) => items[id]?.label ?? id;
  const gain = answer.total - answer.today;
  const moved = largest(answer.items);
  const figures = largest(answer.formulas);
  const figure = ([id, { now, then }]: Moved) => {
    // A figure of one party or area is named as an article is: usa.promised.
    const { type, key } = clauseName(id);
    const known = rules?.formulas?.[type];
    if (!rules || !known) return null;
    return (
      <li key={id}>
        {key ? t('clause-of', { title: known.label, it: thingName(rules, key) }) : known.label}:{' '}
        {valueWords(rules, known, now)} {arrow()} <b>{valueWords(rules, known, then)}</b>
      </li>
    );
  };
  return (
    <>
      <p class="worth-total" role="status">
        <b class="figures">{number(answer.total)}</b>{' '}
        {t('worth-against', { gain: change(gain), today: number(answer.today) })}
      </p>
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
              <b class="figures">{change(then - now)}</b> {label(id)}
            </li>
          ))}
        </ul>
      )}
      {figures.length > 0 && (
        <ul class="plain small worth-reasons">{figures.slice(0, shown_most).map(figure)}</ul>
      )}
      <details>
        <summary>{t('worth-all')}</summary>
        <div class="scroll">
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
                  <td class="number">{change(then - now)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {figures.length > shown_most && (
          <ul class="plain small">{figures.slice(shown_most).map(figure)}</ul>
        )}
      </details>
    </>
  );
};

const Assuming = ({ also, onAlso, self }: Omit<WorthProps, 'worth'>) => {
  const seen = view.value;
  const rules = scenario.value;
  if (!seen || !rules) return null;
  const others = textsInOrder(seen).filter(([id, text]) => id !== self && text.status === 'draft');
  if (others.length === 0) return null;
  return (
    <details class="assuming">
      <summary>{t('worth-assuming')}</summary>
      <fieldset>
        <legend class="spoken">{t('worth-assuming')}</legend>
        {others.map(([id, text]) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={also.includes(id)}
              onChange={(event) =>
                onAlso(
                  event.currentTarget.checked
                    ? [...also, id]
                    : also.filter((other) => other !== id),
                )
              }
            />
            {t('text-version', { title: textTitle(rules, seen, id), version: text.version })}
          </label>
        ))}
      </fieldset>
    </details>
  );
};
