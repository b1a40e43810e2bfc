import { useState } from 'preact/hooks';
import { number, t } from '../../locale';
import { Button } from '../../parts/Button';
import { mySeat, scenario, view } from '../../store';
import type { Scenario, View } from '../../view';
import { nextStep, whereWeAre } from './next';
import { goTo, to } from './place';
import { mayAdvise, offersNow, SuggestDialog } from './plan/Suggest';
import { SuggestionRow } from './plan/Suggestions';
import { waiting } from './plan/state';
import { ReadyButton } from './Ready';

/** One sentence on what to do next, one button, and who waits for us; what is rare under More. */
export const Now = () => {
  const rules = scenario.value;
  const seen = view.value;
  if (!rules || !seen) return null;
  const here = whereWeAre(rules, seen);
  const { says, act, waits } = nextStep(here);
  return (
    <section class="now" aria-labelledby="now">
      <h2 id="now">{t('now-title')}</h2>
      <p class="now-says">{says}</p>
      {act && (
        <Button look="main" onPress={act.go}>
          {act.words}
        </Button>
      )}
      {waits && <p class="small now-waits">{waits}</p>}
      {here.us && <Suggested rules={rules} seen={seen} us={here.us} />}
      {here.us && <More rules={rules} seen={seen} us={here.us} />}
    </section>
  );
};

interface PartProps {
  rules: Scenario;
  seen: View;
  us: string;
}

/** What an adviser suggests, in one line with its answer; the others stand in the plan. */
const Suggested = ({ rules, seen, us }: PartProps) => {
  const [first, ...others] = waiting(seen, us);
  if (!first || mySeat.value?.role !== 'head' || seen.clock.state !== 'running') return null;
  return (
    <div class="now-suggested">
      <SuggestionRow rules={rules} seen={seen} us={us} id={first[0]} suggestion={first[1]} />
      {others.length > 0 && (
        <a class="alone small" href={to('plan')}>
          {t('suggestions-more', { count: others.length, shown: number(others.length) })}
        </a>
      )}
    </div>
  );
};

/** Rare acts, out of the way until they are wanted. */
const More = ({ rules, seen, us }: PartProps) => {
  const [suggesting, setSuggesting] = useState(false);
  const role = mySeat.value?.role;
  if (seen.clock.final || !role || role === 'observer') return null;
  const running = seen.clock.state === 'running';
  return (
    <details class="now-more">
      <summary>{t('more')}</summary>
      <div class="row now-more-acts">
        {role === 'head' && running && <ReadyButton rules={rules} seen={seen} us={us} />}
        {mayAdvise() && <Button onPress={() => setSuggesting(true)}>{t('suggest-title')}</Button>}
        <Button onPress={() => goTo(to('talk', `control:${us}`))}>{t('now-control-open')}</Button>
        <Button onPress={() => goTo(to('plan'))}>{t('now-plan-open')}</Button>
      </div>
      {suggesting && <SuggestDialog offers={offersNow(us)} onClose={() => setSuggesting(false)} />}
    </details>
  );
};
