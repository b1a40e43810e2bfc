// The minutes, from the first to the last that there are.

import { t, timeOfDay } from '../../locale';
import { minuteText } from '../../parts/minutes';
import type { Minute, Scenario, View } from '../../view';

export const Record = ({ view, scenario }: { view: View; scenario: Scenario }) => {
  const lines = Object.entries(view.minutes ?? {})
    .map(([n, minute]): [number, Minute] => [Number(n), minute])
    .sort(([a], [b]) => a - b);
  const total = view.minutes_total ?? lines.length;
  return (
    <section aria-labelledby="record">
      <h2 id="record">{t('debrief-record')}</h2>
      {total > lines.length && (
        <p class="muted small">{t('debrief-record-last', { shown: lines.length, total })}</p>
      )}
      <ul class="plain record">
        {lines.map(([n, minute]) => (
          <li key={n} class={minute.what === 'phase_opened' ? 'record-phase' : undefined}>
            <small class="muted figures">{timeOfDay(minute.at)}</small>{' '}
            {minuteText(minute, scenario, view)}
          </li>
        ))}
      </ul>
    </section>
  );
};
