import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { steady } from '../../parts/steady';
import { myParty } from '../../store';
import type { PartyId, Scenario } from '../../view';
import type { Draft } from './draft';
import { conditionTitle, inOrder, partyNames, shortName } from './words';

/** Changes the draft, as it is when this is called. */
export type Save = (changes: Partial<Draft> | ((draft: Draft) => Partial<Draft>)) => void;

interface InvitedProps extends Pick<Draft, 'kind' | 'invite' | 'witnesses'> {
  rules: Scenario;
  save: Save;
  /** Of the text that is amended; absent: a new one. */
  fixed?: PartyId[];
}

const toggled = (list: string[], id: string, on: boolean) =>
  on ? [...list, id] : list.filter((other) => other !== id);

/** Whom the text is between. Who is in already stays; witnesses are rare, so they wait behind More. */
export const Invited = steady((props: InvitedProps) => {
  const { rules, invite: invited, witnesses, fixed, save } = props;
  const kind = rules.instruments[props.kind];
  const [witnessed] = useState(witnesses.length > 0);
  const open = kind?.open_to ?? [];
  const stays = fixed ?? [myParty.value];
  const tooFew = invited.length < (kind?.min_parties ?? 1);
  const others = Object.keys(rules.parties).filter((party) => !invited.includes(party));
  const ticks = (
    <>
      <div class="ticks">
        {inOrder(rules, open).map((party) => (
          <label key={party}>
            <input
              type="checkbox"
              checked={invited.includes(party)}
              disabled={stays.includes(party)}
              onChange={(event) => {
                const invite = toggled(invited, party, event.currentTarget.checked);
                save({
                  invite: inOrder(rules, invite),
                  witnesses: witnesses.filter((witness) => witness !== party),
                });
              }}
            />
            {shortName(rules, party)}
          </label>
        ))}
      </div>
      {tooFew && <small>{t('invited-too-few', { count: kind?.min_parties ?? 1 })}</small>}
      {others.length > 0 && (
        <details open={witnessed}>
          <summary class="small">{t('witnesses')}</summary>
          <p class="small muted">{t('witnesses-hint')}</p>
          <div class="ticks">
            {others.map((party) => (
              <label key={party}>
                <input
                  type="checkbox"
                  checked={witnesses.includes(party)}
                  onChange={(event) =>
                    save({ witnesses: toggled(witnesses, party, event.currentTarget.checked) })
                  }
                />
                {shortName(rules, party)}
              </label>
            ))}
          </div>
        </details>
      )}
    </>
  );
  if (!fixed) {
    return (
      <fieldset class="invited">
        <legend>{t('invited')}</legend>
        {ticks}
      </fieldset>
    );
  }
  return (
    <details class="invited">
      <summary>{t('text-between', { parties: partyNames(rules, invited, myParty.value) })}</summary>
      <fieldset aria-label={t('invited')}>{ticks}</fieldset>
    </details>
  );
});

interface ConditionsProps extends Pick<Draft, 'kind' | 'takes_effect_if' | 'suspended_while'> {
  rules: Scenario;
  save: Save;
}

export const Conditions = steady(({ rules, save, kind, ...held }: ConditionsProps) => {
  const known = rules.instruments[kind]?.conditions ?? [];
  const [some] = useState(held.takes_effect_if.length + held.suspended_while.length > 0);
  if (known.length === 0) return null;
  const choice = (which: 'takes_effect_if' | 'suspended_while', words: string) => (
    <fieldset>
      <legend>{words}</legend>
      {known.map((id) => (
        <label key={id} class="choice">
          <input
            type="checkbox"
            checked={held[which].includes(id)}
            onChange={(event) =>
              save({ [which]: toggled(held[which], id, event.currentTarget.checked) })
            }
          />
          {conditionTitle(rules, id)}
        </label>
      ))}
    </fieldset>
  );
  return (
    <details class="card" open={some}>
      <summary>{t('conditions')}</summary>
      {choice('takes_effect_if', t('takes-effect-if'))}
      {choice('suspended_while', t('suspended-while'))}
    </details>
  );
});
