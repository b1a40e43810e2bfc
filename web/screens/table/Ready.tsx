import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { list, t } from '../../locale';
import { Button } from '../../parts/Button';
import { iMayBind, myParty, presence, scenario, view } from '../../store';
import type { Scenario, View } from '../../view';
import { isAskedToDecide } from './asked';
import { Sure } from './Sure';
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

interface ReadyButtonProps {
  rules: Scenario;
  seen: View;
  us: string;
}

/** Moves on, or takes that back; asks once where what we did not choose would be chosen for us. */
export const ReadyButton = ({ rules, seen, us }: ReadyButtonProps) => {
  const [asking, setAsking] = useState(false);
  const on = !!seen.parties[us]?.ready;
  const unchosen = Object.entries(seen.decisions ?? {})
    .filter(([, decision]) => isAskedToDecide(decision, us) && !decision.mine)
    .flatMap(([id]) => rules.decisions?.[id] ?? []);
  const say = () => send('ready.set', { on: !on });
  return (
    <>
      <Button
        pressed={on}
        disabled={seen.clock.state !== 'running' || seen.clock.final}
        onPress={on || unchosen.length === 0 ? say : () => setAsking(true)}
      >
        {t(on ? 'ready-on' : 'ready-off')}
      </Button>
      {asking && (
        <Sure
          title={t('ready-unchosen-title')}
          text={t('ready-unchosen', {
            choices: list(
              unchosen.map(({ title, options, default: option }) =>
                t('ready-default', { decision: title, option: options[option] ?? option }),
              ),
            ),
          })}
          act={t('ready-off')}
          onDo={say}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
};

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
      <ReadyButton rules={rules} seen={seen} us={us} />
      {on && waiting.length > 0 && (
        <span class="small">{t('ready-waits', { parties: partyNames(rules, waiting) })}</span>
      )}
    </div>
  );
};
