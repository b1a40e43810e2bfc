import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t, timeOfDay } from '../../locale';
import { Button } from '../../parts/Button';
import { minuteText } from '../../parts/minutes';
import type { Minute, Scenario, View } from '../../view';
import { to } from './place';

const page = 50;

type Line = Minute & { n: number };

/** The record, the latest first, under the phase and round in which each thing happened. */
export const Minutes = ({ rules, seen }: { rules: Scenario; seen: View }) => {
  const [older, setOlder] = useState<Line[]>([]);
  const [shown, setShown] = useState(page);
  const latest = Object.entries(seen.minutes ?? {}).map(([n, minute]) => ({
    ...minute,
    n: Number(n),
  }));
  const known = new Map([...older, ...latest].map((line) => [line.n, line]));
  const lines = [...known.values()].sort((left, right) => right.n - left.n);
  const groups: { title: string; lines: Line[] }[] = [];
  for (const line of lines.slice(0, shown)) {
    const phase = rules.phases.find(({ id }) => id === line.phase);
    const title =
      (phase?.rounds ?? 1) > 1
        ? t('minutes-round', { phase: phase?.title ?? line.phase, round: line.round })
        : (phase?.title ?? line.phase);
    if (groups.at(-1)?.title !== title) groups.push({ title, lines: [] });
    groups.at(-1)?.lines.push(line);
  }
  const first = lines.at(-1)?.n ?? 1;
  const fetchOlder = async () => {
    if (shown < lines.length) return setShown(shown + page);
    const answer = await send('history.read', { what: 'minutes', before: first, limit: page });
    setOlder([...(answer.items as Line[]), ...older]);
    setShown(shown + page);
  };
  return (
    <section aria-labelledby="minutes">
      <h3 id="minutes">{t('minutes')}</h3>
      {lines.length === 0 && <p class="muted">{t('minutes-none')}</p>}
      {groups.map((group, index) => (
        <section key={`${group.title} ${index}`}>
          <h4>{group.title}</h4>
          <ol class="plain minutes">
            {group.lines.map((line) => {
              const words = minuteText(line, rules, seen);
              const opens = line.instrument && seen.instruments?.[line.instrument];
              return (
                <li key={line.n}>
                  <span class="small muted figures">{timeOfDay(line.at)}</span>{' '}
                  {opens ? <a href={to('texts', line.instrument ?? '')}>{words}</a> : words}
                  {line.automatic && <span class="small muted"> · {t('by-autopilot')}</span>}
                </li>
              );
            })}
          </ol>
        </section>
      ))}
      {(shown < lines.length || first > 1) && (
        <Button onPress={fetchOlder}>{t('minutes-older')}</Button>
      )}
    </section>
  );
};
