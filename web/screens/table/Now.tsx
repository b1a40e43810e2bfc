import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { iMayBind, me, myParty, scenario, view } from '../../store';
import { nextStep, whoWaits } from './next';

/** One sentence on what to do next, one button, and who waits for us. */
export const Now = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen || !us) return null;
  const room = me.value?.exercise.mode === 'room';
  const here = { rules, seen, us, binding: iMayBind.value, room };
  const { says, act } = nextStep(here);
  return (
    <section class="now" aria-labelledby="now">
      <h2 id="now">{t('now-title')}</h2>
      <p class="now-says">{says}</p>
      {act && (
        <Button look="main" onPress={act.go}>
          {act.words}
        </Button>
      )}
      <p class="small now-waits">{whoWaits(here)}</p>
    </section>
  );
};
