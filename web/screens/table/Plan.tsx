// Our plan: what a delegation wants, tries, will not go below, and has to remember. Its members share it; nobody else reads it.

import { t } from '../../locale';
import { myParty, mySeat, scenario, view } from '../../store';
import { Aims } from './plan/Aims';
import { Jobs } from './plan/Jobs';
import { Notes } from './plan/Notes';
import { Orders } from './plan/Orders';
import { Suggestions } from './plan/Suggestions';
import { Try } from './plan/Try';
import { WalkAway } from './plan/WalkAway';

export const Plan = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen || !us) return null;
  const reads = mySeat.value?.role === 'observer';
  const stands = seen.clock.state !== 'running' || !!seen.clock.final;
  const frame = { rules, seen, us, fixed: reads || stands };
  return (
    <div class="plan">
      <h2>{t('plan-title')}</h2>
      <p class="muted">{t(reads ? 'plan-observer' : stands ? 'plan-stands' : 'plan-whose')}</p>
      <Suggestions {...frame} />
      <Aims {...frame} />
      <Try {...frame} />
      <div class="plan-pair">
        <WalkAway {...frame} no_deal={seen.scores?.[us]?.no_deal} />
        <Jobs {...frame} />
      </div>
      <Notes fixed={frame.fixed} seen={seen} us={us} />
      <Orders {...frame} />
    </div>
  );
};
