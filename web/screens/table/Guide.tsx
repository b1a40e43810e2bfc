import { keepGuided, places } from '../../identity';
import { t } from '../../locale';
import { me, myParty, scenario, view } from '../../store';
import { guidance } from './guidance';
import { done } from './memory';
import { whatIsShown } from './shown';

/** Beside the card on top, for who plays for the first time, until they have had enough of it. */
export const Guide = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  const exercise = me.value?.exercise.id;
  if (!rules || !seen || !us || !exercise) return null;
  if (!places.value.find((known) => known.exercise === exercise)?.guided) return null;
  const says = guidance({
    rules,
    seen,
    us,
    briefed: !!done.value.briefed,
    at: whatIsShown(seen),
  });
  if (!says) return null;
  return (
    <aside class="guide" aria-label={t('guide-title')}>
      <p>{says}</p>
      <button type="button" class="link small" onClick={() => keepGuided(exercise, false)}>
        {t('guide-leave')}
      </button>
    </aside>
  );
};
