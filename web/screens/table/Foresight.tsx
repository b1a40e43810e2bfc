// What each answer to a question would bring us, as far as we can know: said beside it, in a number and in words.

import { useEffect, useState } from 'preact/hooks';
import { send } from '../../connection';
import { change, list, number, t } from '../../locale';
import type { Foreseen, Foresight } from '../../methods';
import type { DecisionView, View } from '../../view';
import { itemLabel, largest } from './Worth';

const items_most = 3;

/** null: not known, or not to be calculated. It is asked again when what it stands on has moved. */
export function useForesight(id: string, state: DecisionView, seen: View): Foresight | null {
  const [foresight, setForesight] = useState<Foresight | null>(null);
  const off = seen.table.calculator === false;
  const stands = JSON.stringify([
    seen.clock.phase,
    seen.clock.round,
    seen.scores,
    seen.variables,
    state.choices,
    Object.entries(seen.instruments ?? {}).map(([text, { version, status, signatures }]) => [
      text,
      version,
      status,
      Object.keys(signatures ?? {}),
    ]),
  ]);
  useEffect(() => {
    let stale = false;
    if (off) setForesight(null);
    else
      send('decision.foresee', { decision: id }).then(
        (answer) => !stale && setForesight(answer),
        () => !stale && setForesight(null),
      );
    return () => {
      stale = true;
    };
  }, [id, off, stands]);
  return foresight;
}

interface OutlookProps {
  id: string;
  foreseen: Foreseen | undefined;
  today: number | undefined;
}

/** One answer: the number, what it hangs on, and the interests that move. */
export const Outlook = ({ id, foreseen, today }: OutlookProps) => {
  if (!foreseen) return null;
  const { then, least, most, hangs_on: causes = [] } = foreseen;
  if (then === undefined || least === undefined || most === undefined) {
    return (
      <p class="outlook small muted" id={id}>
        {t('brings-unknown')}
      </p>
    );
  }
  const moved = largest(foreseen.items).slice(0, items_most);
  return (
    <div class="outlook small" id={id}>
      <p>
        <b class="figures">{number(then)}</b>{' '}
        {today === undefined ? t('brings') : t('brings-against', { gain: change(then - today) })}{' '}
        <span class="muted">
          {causes.length === 0
            ? t('brings-sure')
            : t('brings-range', {
                least: number(least),
                most: number(most),
                causes: list(causes.map((cause) => t(`brings-by-${cause}`))),
              })}
        </span>
      </p>
      {moved.length > 0 && (
        <ul class="plain">
          {moved.map(([item, { now, then }]) => (
            <li key={item}>
              <span class={`figures ${then > now ? 'gain' : 'loss'}`}>{change(then - now)}</span>{' '}
              {itemLabel(item)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
