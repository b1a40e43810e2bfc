import { send } from '../../connection';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { iMayBind, myParty, presence, scenario, view } from '../../store';
import type { Scenario, View } from '../../view';
import { partyNames } from './words';

/** Delegations with a head present who has not said so. */
export const notReady = (rules: Scenario, seen: View) =>
  Object.keys(rules.parties).filter((party) => {
    const known = seen.parties[party];
    return (
      !known?.ready &&
      Object.entries(known?.seats ?? {}).some(
        ([seat, { role, automatic }]) =>
          role === 'head' && !automatic && presence.value[seat]?.online,
      )
    );
  });

export const Ready = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen || !us) return null;
  if (!iMayBind.value) return <p class="small muted">{t('ready-head-only')}</p>;
  const on = !!seen.parties[us]?.ready;
  const waiting = notReady(rules, seen).filter((party) => party !== us);
  return (
    <div class="row">
      <Button
        pressed={on}
        disabled={seen.clock.state !== 'running' || seen.clock.final}
        onPress={() => send('ready.set', { on: !on })}
      >
        {t(on ? 'ready-on' : 'ready-off')}
      </Button>
      {on && waiting.length > 0 && (
        <span class="small">{t('ready-waits', { parties: partyNames(rules, waiting) })}</span>
      )}
    </div>
  );
};
