import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { myParty } from '../../store';
import type { PartyId, Scenario } from '../../view';
import type { Draft } from './draft';
import { conditionTitle, inOrder, partyNames, shortName } from './words';

interface PartProps {
  draft: Draft;
  rules: Scenario;
  save: (changes: Partial<Draft>) => void;
}

const toggled = (list: string[], id: string, on: boolean) =>
  on ? [...list, id] : list.filter((other) => other !== id);

/** Whom the text is between. Who is in already stays; witnesses are rare, so they wait behind More. */
export const Invited = ({ draft, rules, fixed, save }: PartProps & { fixed: PartyId[] }) => {
  const kind = rules.instruments[draft.kind];
  const [witnessed] = useState(draft.witnesses.length > 0);
  const open = kind?.open_to ?? [];
  const tooFew = draft.invite.length < (kind?.min_parties ?? 1);
  const others = Object.keys(rules.parties).filter((party) => !draft.invite.includes(party));
  const ticks = (
    <>
      <div class="ticks">
        {inOrder(rules, open).map((party) => (
          <label key={party}>
            <input
              type="checkbox"
              checked={draft.invite.includes(party)}
              disabled={fixed.includes(party)}
              onChange={(event) => {
                const invite = toggled(draft.invite, party, event.currentTarget.checked);
                save({
                  invite: inOrder(rules, invite),
                  witnesses: draft.witnesses.filter((witness) => witness !== party),
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
                  checked={draft.witnesses.includes(party)}
                  onChange={(event) =>
                    save({
                      witnesses: toggled(draft.witnesses, party, event.currentTarget.checked),
                    })
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
  if (!draft.instrument) {
    return (
      <fieldset class="invited">
        <legend>{t('invited')}</legend>
        {ticks}
      </fieldset>
    );
  }
  return (
    <details class="invited">
      <summary>
        {t('text-between', { parties: partyNames(rules, draft.invite, myParty.value) })}
      </summary>
      <fieldset aria-label={t('invited')}>{ticks}</fieldset>
    </details>
  );
};

export const Conditions = ({ draft, rules, save }: PartProps) => {
  const known = rules.instruments[draft.kind]?.conditions ?? [];
  const [some] = useState(draft.takes_effect_if.length + draft.suspended_while.length > 0);
  if (known.length === 0) return null;
  const choice = (which: 'takes_effect_if' | 'suspended_while', words: string) => (
    <fieldset>
      <legend>{words}</legend>
      {known.map((id) => (
        <label key={id} class="choice">
          <input
            type="checkbox"
            checked={draft[which].includes(id)}
            onChange={(event) =>
              save({ [which]: toggled(draft[which], id, event.currentTarget.checked) })
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
};
