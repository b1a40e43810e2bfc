// Variables and formulas: what they are now, how they got there round by round, and where each comes from.

import { useState } from 'preact/hooks';
import { change, t } from '../../locale';
import { Scroll } from '../../parts/Scroll';
import type { Scenario, View } from '../../view';
import { type Figure, figureOf, oneWord, valueNow } from './anatomy';
import { Keyed, Origin } from './Origin';
import { Spark } from './Spark';
import { isKeyed, valueWords } from './words';

interface FiguresProps {
  rules: Scenario;
  seen: View;
}

export const Figures = ({ rules, seen }: FiguresProps) => (
  <section aria-labelledby="figures">
    <h3 id="figures">{t('figures')}</h3>
    <p class="small muted">{t('figures-hint')}</p>
    <Group
      title={t('figures-state')}
      ids={Object.keys(rules.variables ?? {})}
      {...{ rules, seen }}
    />
    <Group
      title={t('figures-follow')}
      ids={Object.keys(rules.formulas ?? {})}
      {...{ rules, seen }}
    />
  </section>
);

const Group = ({ title, ids, rules, seen }: FiguresProps & { title: string; ids: string[] }) => {
  const shown = ids
    .flatMap((id) => figureOf(rules, id) ?? [])
    // Who holds what is on the map already.
    .filter(
      (figure) =>
        valueNow(seen, figure) !== null &&
        !(figure.shape.per === 'region' && figure.shape.type === 'party'),
    );
  if (shown.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul class="plain figure-list">
        {shown.map((figure) => (
          <li key={figure.id}>
            <Row figure={figure} rules={rules} seen={seen} />
          </li>
        ))}
      </ul>
    </>
  );
};

interface RowProps extends FiguresProps {
  figure: Figure;
}

/** Whole numbers of the past rounds and of now. */
function course(seen: View, figure: Figure): number[] {
  const past = (seen.history?.[figure.id] ?? []).map(({ value }) => value);
  const now = valueNow(seen, figure);
  return [...past, now].filter((value): value is number => typeof value === 'number');
}

const Row = ({ figure, rules, seen }: RowProps) => {
  const [open, setOpen] = useState(false);
  const values = course(seen, figure);
  const moved = new Set(values).size > 1;
  const { min, max } = rules.variables?.[figure.id] ?? {};
  return (
    <details class="figure" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="figure-label">{figure.title}</span>
        {moved && (
          <Spark
            values={values}
            {...(min !== undefined && { low: min })}
            {...(max !== undefined && { high: max })}
          />
        )}
        <Now figure={figure} rules={rules} seen={seen} />
      </summary>
      {open && (
        <div class="figure-open">
          <All figure={figure} rules={rules} seen={seen} />
          <Origin figure={figure} rules={rules} seen={seen} />
          <History figure={figure} rules={rules} seen={seen} />
        </div>
      )}
    </details>
  );
};

/** In one word, where there is one; else how many different ones. */
const Now = ({ figure, rules, seen }: RowProps) => {
  const value = valueNow(seen, figure);
  if (value === null) return null;
  const words = oneWord(rules, figure, value);
  return <b class="figure-now figures">{words ?? t('figure-varies')}</b>;
};

const All = ({ figure, rules, seen }: RowProps) => {
  const value = valueNow(seen, figure);
  if (value === null || !isKeyed(value) || Object.keys(value).length < 2) return null;
  return <Keyed values={value} shape={figure.shape} rules={rules} />;
};

/** The same as the line, in numbers. */
const History = ({ figure, rules, seen }: RowProps) => {
  const past = seen.history?.[figure.id] ?? [];
  if (past.length === 0) return null;
  const phase = (name: string) => rules.phases.find(({ id }) => id === name)?.title ?? name;
  return (
    <Scroll label={t('figure-course', { figure: figure.title })}>
      <table class="course">
        <caption>{t('figure-history')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figure-round')}</th>
            <th scope="col" class="number">
              {t('figure-value')}
            </th>
            <th scope="col" class="number">
              {t('figure-change')}
            </th>
          </tr>
        </thead>
        <tbody>
          {past.map(({ phase: name, round, value }, index) => {
            const before = past[index - 1]?.value;
            return (
              <tr key={index}>
                <th scope="row">{t('minutes-round', { phase: phase(name), round })}</th>
                <td class="number">{valueWords(rules, figure.shape, value)}</td>
                <td class="number">
                  {typeof value === 'number' && typeof before === 'number'
                    ? change(value - before)
                    : ''}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
  );
};
