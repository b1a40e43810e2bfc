import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { list, t } from '../../locale';
import { refusalText, tell } from '../../parts/announce';
import { thingName } from '../../parts/treaty';
import { iMayBind, myParty, scenario, view } from '../../store';
import type { DecisionType, DecisionView, Scenario, View } from '../../view';
import { isAskedToDecide } from './asked';
import { Ready } from './Ready';
import { allows } from './state';
import { partyNames } from './words';

export const Decide = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen) return null;
  const known = Object.entries(rules.decisions ?? {});
  const state = (id: string) => seen.decisions?.[id];
  const ours = known.filter(([id]) => isAskedToDecide(state(id) ?? {}, us));
  const others = known.filter(([id]) => state(id)?.open && !isAskedToDecide(state(id) ?? {}, us));
  const past = known.filter(([id]) => Object.keys(state(id)?.choices ?? {}).length > 0);
  const toCome = known.filter(([id]) => !state(id)?.open && !state(id)?.choices);
  return (
    <>
      <h2>{t('decide-title')}</h2>
      {ours.map(([id, decision]) => (
        <Question key={id} id={id} decision={decision} state={state(id) ?? {}} seen={seen} />
      ))}
      {others.map(([id, decision]) => (
        <section key={id} class="card">
          <h3>{decision.title}</h3>
          <p>{t('decide-others', { parties: partyNames(rules, state(id)?.by ?? [], us) })}</p>
        </section>
      ))}
      {ours.length + others.length === 0 && <p>{t('decide-none')}</p>}
      {past.map(([id, decision]) => (
        <Past key={id} decision={decision} state={state(id) ?? {}} rules={rules} />
      ))}
      {toCome.length > 0 && (
        <section>
          <h3>{t('decide-to-come')}</h3>
          <ul>
            {toCome.map(([id, decision]) => (
              <li key={id}>
                {t('decide-in-phase', {
                  decision: decision.title,
                  phase: rules.phases.find((phase) => phase.id === decision.phase)?.title ?? '',
                })}
              </li>
            ))}
          </ul>
        </section>
      )}
      <section class="card">
        <h3>{t('ready-title')}</h3>
        <p class="small">{t('ready-hint')}</p>
        <Ready />
      </section>
    </>
  );
};

interface QuestionProps {
  id: string;
  decision: DecisionType;
  state: DecisionView;
  seen: View;
}

/** A choice is saved as it is made, and may be changed until the question closes. */
const Question = ({ id, decision, state, seen }: QuestionProps) => {
  const [refused, setRefused] = useState('');
  const [choosing, setChoosing] = useState<string | null>(null);
  const mayChoose = iMayBind.value && allows(seen, 'decide');
  const choose = async (option: string) => {
    setRefused('');
    setChoosing(option);
    try {
      await send('decision.choose', { decision: id, option });
      tell(t('choice-saved', { option: decision.options[option] ?? option }));
    } catch (error) {
      setRefused(refusalText(error));
    } finally {
      setChoosing(null);
    }
  };
  const chosen = choosing ?? state.mine;
  return (
    <fieldset class="card question">
      <legend>
        <h3>{decision.title}</h3>
      </legend>
      {decision.text && <p>{decision.text}</p>}
      {Object.entries(decision.options).map(([option, words]) => (
        <label key={option} class="option">
          <input
            type="radio"
            name={`decision-${id}`}
            checked={chosen === option}
            disabled={!mayChoose}
            onChange={() => choose(option)}
          />
          <span>
            {words}
            {option === decision.default && <small class="muted"> {t('option-default')}</small>}
          </span>
        </label>
      ))}
      <p class="small" role="status">
        {state.mine
          ? t('choice-so-far', { option: decision.options[state.mine] ?? state.mine })
          : t('choice-none')}{' '}
        {t(decision.secret ? 'choice-secret' : 'choice-open')}
      </p>
      {!iMayBind.value && <p class="small muted">{t('choice-head-only')}</p>}
      {refused && (
        <p class="refused" role="alert">
          {refused}
        </p>
      )}
    </fieldset>
  );
};

interface PastProps {
  decision: DecisionType;
  state: DecisionView;
  rules: Scenario;
}

const Past = ({ decision, state, rules }: PastProps) => {
  const by = new Map<string, string[]>();
  for (const [party, option] of Object.entries(state.choices ?? {})) {
    by.set(option, [...(by.get(option) ?? []), thingName(rules, party)]);
  }
  return (
    <section class="card">
      <h3>{t('decided', { decision: decision.title })}</h3>
      <ul class="plain">
        {[...by].map(([option, parties]) => (
          <li key={option}>
            <b>{decision.options[option] ?? option}</b>: {list(parties)}
          </li>
        ))}
      </ul>
    </section>
  );
};
