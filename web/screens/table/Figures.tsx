// Variables and formulas: what they are now, and how they got there round by round.

import { arrow, t } from '../../locale';
import { thingName } from '../../parts/treaty';
import { myParty } from '../../store';
import type { Scenario, Value, VariableType, View } from '../../view';
import { isKeyed, shortName, valueWords } from './words';

interface FiguresProps {
  rules: Scenario;
  seen: View;
}

type Shape = Pick<VariableType, 'label' | 'unit' | 'per' | 'type' | 'options'>;

export const Figures = ({ rules, seen }: FiguresProps) => (
  <section aria-labelledby="figures">
    <h3 id="figures">{t('figures')}</h3>
    <FigureTable
      title={t('figures-state')}
      shapes={rules.variables ?? {}}
      values={seen.variables ?? {}}
      rules={rules}
      seen={seen}
    />
    <FigureTable
      title={t('figures-follow')}
      shapes={rules.formulas ?? {}}
      values={seen.formulas ?? {}}
      rules={rules}
      seen={seen}
    />
  </section>
);

interface FigureTableProps extends FiguresProps {
  title: string;
  shapes: Record<string, Shape>;
  values: Record<string, Value | Record<string, Value>>;
}

const FigureTable = ({ title, shapes, values, rules, seen }: FigureTableProps) => {
  // Who holds what is on the map already.
  const shown = Object.entries(shapes).filter(
    ([id, shape]) =>
      values[id] !== undefined && !(shape.per === 'region' && shape.type === 'party'),
  );
  if (shown.length === 0) return null;
  return (
    <div class="scroll">
      <table class="figure-table">
        <caption>{title}</caption>
        <thead>
          <tr>
            <th scope="col">{t('figure')}</th>
            <th scope="col">{t('figure-now')}</th>
            <th scope="col">{t('figure-history')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([id, shape]) => (
            <tr key={id}>
              <th scope="row">{shape.label}</th>
              <td>
                <Now value={values[id] ?? 0} shape={shape} rules={rules} />
              </td>
              <td class="small">
                <History id={id} shape={shape} rules={rules} seen={seen} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

interface NowProps {
  value: Value | Record<string, Value>;
  shape: Shape;
  rules: Scenario;
}

/** One value; of several, those alike together, so that eight zeros are one word. */
const Now = ({ value, shape, rules }: NowProps) => {
  if (!isKeyed(value)) return <b class="figures">{valueWords(rules, shape, value)}</b>;
  const entries = Object.entries(value);
  const us = myParty.value;
  if (entries.length === 1 && entries[0]?.[0] === us) {
    return <b class="figures">{valueWords(rules, shape, entries[0]?.[1] ?? 0)}</b>;
  }
  const alike = new Map<string, string[]>();
  for (const [key, each] of entries) {
    const words = valueWords(rules, shape, each);
    const name = shape.per === 'party' ? shortName(rules, key) : thingName(rules, key);
    alike.set(words, [...(alike.get(words) ?? []), name]);
  }
  return (
    <ul class="plain figures">
      {[...alike].map(([words, names]) => (
        <li key={words}>
          {alike.size === 1 && names.length > 1 ? t('all-of-them') : names.join(', ')}:{' '}
          <b>{words}</b>
        </li>
      ))}
    </ul>
  );
};

interface HistoryProps extends FiguresProps {
  id: string;
  shape: Shape;
}

const History = ({ id, shape, rules, seen }: HistoryProps) => {
  const past = seen.history?.[id] ?? [];
  const numbers = past.map(({ value }) => value).filter((value) => typeof value === 'number');
  if (past.length < 2) return null;
  const phase = (name: string) =>
    rules.phases.find(({ id: known }) => known === name)?.title ?? name;
  return (
    <>
      {numbers.length > 1 && <Line values={numbers} />}
      <details>
        <summary>
          {past.map(({ value }) => valueWords(rules, shape, value)).join(` ${arrow()} `)}
        </summary>
        <ol class="plain">
          {past.map((step, index) => (
            <li key={index}>
              {t('history-step', {
                phase: phase(step.phase),
                round: step.round,
                value: valueWords(rules, shape, step.value),
              })}
            </li>
          ))}
        </ol>
      </details>
    </>
  );
};

const width = 72;
const height = 18;

/** The shape of it; the numbers stand beside. */
const Line = ({ values }: { values: number[] }) => {
  const low = Math.min(...values);
  const span = Math.max(...values) - low || 1;
  const points = values
    .map((value, index) => {
      const across = 2 + (index * (width - 4)) / (values.length - 1);
      const down = height - 2 - ((value - low) * (height - 4)) / span;
      return `${across.toFixed(1)},${down.toFixed(1)}`;
    })
    .join(' ');
  return (
    <svg
      class="line"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      aria-hidden="true"
    >
      <polyline points={points} fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
};
