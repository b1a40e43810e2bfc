import { useState } from 'preact/hooks';
import { number, t } from '../../../locale';
import { tellRefusal } from '../../../parts/announce';
import { Field } from '../../../parts/Field';
import type { Frame } from './frame';
import { plan, save } from './state';

/** Where we get up and go: what no deal is worth, and the line we draw ourselves. */
export const WalkAway = ({ fixed, no_deal }: Frame & { no_deal: number | undefined }) => {
  const noted = plan.value.walk_away;
  const [typed, setTyped] = useState<string | null>(null);
  const keep = () => {
    const value = Number(typed);
    if (typed !== null && typed.trim() !== '' && Number.isInteger(value) && value !== noted) {
      void save({ walk_away: value }).catch(tellRefusal);
    }
    setTyped(null);
  };
  return (
    <section class="card" aria-labelledby="plan-floor">
      <h3 id="plan-floor">{t('floor-title')}</h3>
      {no_deal !== undefined && <p>{t('floor-no-deal', { no_deal: number(no_deal) })}</p>}
      {fixed ? (
        noted !== undefined && <p>{t('floor-ours', { points: number(noted) })}</p>
      ) : (
        <Field label={t('floor-label')} hint={t('floor-hint')}>
          <input
            type="number"
            inputMode="numeric"
            step={1}
            value={typed ?? noted ?? ''}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={keep}
            onKeyDown={(event) => {
              if (event.key === 'Enter') keep();
            }}
          />
        </Field>
      )}
    </section>
  );
};
