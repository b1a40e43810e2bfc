import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { list, t } from '../../locale';
import { refusalText, tell } from '../../parts/announce';
import { Clock } from '../../parts/Clock';
import { thingName } from '../../parts/treaty';
import { iMayBind, myParty, mySeat, scenario, view } from '../../store';
import type { DecisionType, DecisionView, PartyId, Scenario, View } from '../../view';
import { AdvisedChoice, adviceFor } from './Advised';
import { isAskedToDecide } from './asked';
import { Evidence } from './Evidence';
import { Outlook, useForesight } from './Foresight';
import { to } from './place';
import { AdviseButton, choiceOffer, mayAdvise } from './plan/Suggest';
import { Ready } from './Ready';
import { allows } from './state';
import { partyNames } from './words';

type Known = [id: string, decision: DecisionType];

export const Decide = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen) return null;
  const known = Object.entries(rules.decisions ?? {});
  const state = (id: string) => seen.decisions?.[id] ?? {};
  const asked = ([id]: Known) => isAskedToDecide(state(id), us);
  const closed = ([id]: Known) =>
    !state(id).open && (state(id).choices !== undefined || state(id).mine !== undefined);
  const ours = known.filter(asked);
  const others = known.filter((one) => state(one[0]).open && !asked(one));
  const past = known.filter(closed);
  const toCome = known.filter((one) => !state(one[0]).open && !closed(one));
  return (
    <div class="decide">
      <h2>{t('decide-title')}</h2>
      {ours.map(([id, decision]) => (
        <Question key={id} id={id} {...{ decision, state: state(id), rules, seen, us }} />
      ))}
      {others.map(([id, decision]) => (
        <section key={id} class="card">
          <h3>{decision.title}</h3>
          <p>
            {t(decision.secret ? 'decide-others' : 'decide-others-open', {
              parties: partyNames(rules, state(id).by ?? [], us),
            })}
          </p>
        </section>
      ))}
      {ours.length + others.length === 0 && <p>{t('decide-none')}</p>}
      {past.map(([id, decision]) => (
        <Past key={id} decision={decision} state={state(id)} rules={rules} us={us} />
      ))}
      {toCome.length > 0 && <ToCome decisions={toCome} rules={rules} />}
      {!seen.clock.final && (
        <section class="card">
          <h3>{t('ready-title')}</h3>
          <p class="small">{t('ready-hint')}</p>
          <Ready />
        </section>
      )}
    </div>
  );
};

const ToCome = ({ decisions, rules }: { decisions: Known[]; rules: Scenario }) => (
  <section>
    <h3>{t('decide-to-come')}</h3>
    <ul class="plain to-come">
      {decisions.map(([id, decision]) => (
        <li key={id}>
          <details>
            <summary>
              {t('decide-in-phase', {
                decision: decision.title,
                phase: rules.phases.find((phase) => phase.id === decision.phase)?.title ?? '',
              })}
            </summary>
            {decision.text && <p>{decision.text}</p>}
            <ul>
              {Object.entries(decision.options).map(([option, words]) => (
                <li key={option}>{words}</li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  </section>
);

interface QuestionProps {
  id: string;
  decision: DecisionType;
  state: DecisionView;
  rules: Scenario;
  seen: View;
  us: PartyId | null;
}

/** A choice is saved as it is made, and may be changed until the question closes. */
const Question = ({ id, decision, state, rules, seen, us }: QuestionProps) => {
  const [refused, setRefused] = useState('');
  const [choosing, setChoosing] = useState<string | null>(null);
  const mayChoose = iMayBind.value && allows(seen, 'decide');
  const foresight = useForesight(id, state, seen);
  const choose = async (option: string) => {
    setRefused('');
    setChoosing(option);
    try {
      await send('decision.choose', { decision: id, option });
      if (mySeat.value?.role === 'head') {
        for (const [suggestion] of adviceFor(seen, us, id, option)) {
          await send('suggest.answer', { suggestion, on: true });
        }
      }
      tell(t('choice-saved', { option: decision.options[option] ?? option }));
    } catch (error) {
      setRefused(refusalText(error));
    } finally {
      setChoosing(null);
    }
  };
  const chosen = choosing ?? state.mine;
  return (
    <section class="card question" aria-labelledby={`question-${id}`}>
      <header class="place-head">
        <h3 id={`question-${id}`}>{decision.title}</h3>
        <span class="small">
          <Clock clock={seen.clock} />
        </span>
      </header>
      {decision.text && <p class="treaty">{decision.text}</p>}
      <Evidence decision={decision} rules={rules} seen={seen} us={us} />
      <fieldset>
        <legend>{t('choice-title')}</legend>
        {Object.entries(decision.options).map(([option, words]) => (
          <div key={option} class="option-card">
            <label class="option">
              <input
                type="radio"
                name={`decision-${id}`}
                checked={chosen === option}
                disabled={!mayChoose}
                aria-describedby={foresight ? `brings-${id}-${option}` : undefined}
                onChange={() => choose(option)}
              />
              <span>
                {words}
                {option === decision.default && <small class="muted"> {t('option-default')}</small>}
              </span>
            </label>
            <Outlook
              id={`brings-${id}-${option}`}
              foreseen={foresight?.options[option]}
              today={foresight?.today}
            />
            <AdvisedChoice advice={adviceFor(seen, us, id, option)} option={words} />
            <AdviseButton offers={[choiceOffer(rules, id, option)]} what={words} />
          </div>
        ))}
        {foresight && <p class="small muted">{t('brings-hint')}</p>}
      </fieldset>
      <p class="small" role="status">
        {state.mine
          ? t('choice-so-far', { option: decision.options[state.mine] ?? state.mine })
          : t('choice-none')}{' '}
        {t(decision.secret ? 'choice-secret' : 'choice-open')}
      </p>
      {!iMayBind.value && (
        <p class="small muted">
          {t(mayAdvise() ? 'choice-head-advised' : 'choice-head-only')}{' '}
          {us && <a href={to('talk', us)}>{t('choice-advise')}</a>}
        </p>
      )}
      {refused && (
        <p class="refused" role="alert">
          {refused}
        </p>
      )}
    </section>
  );
};

interface PastProps {
  decision: DecisionType;
  state: DecisionView;
  rules: Scenario;
  us: PartyId | null;
}

/** What was chosen, as far as it is revealed. */
const Past = ({ decision, state, rules, us }: PastProps) => {
  const by = new Map<string, string[]>();
  for (const [party, option] of Object.entries(state.choices ?? {})) {
    by.set(option, [...(by.get(option) ?? []), thingName(rules, party)]);
  }
  const own = state.mine ?? state.choices?.[us ?? ''];
  return (
    <section class="card decided">
      <h3>{t('decided', { decision: decision.title })}</h3>
      <dl>
        {[...by].map(([option, parties]) => (
          <div key={option}>
            <dt>{decision.options[option] ?? option}</dt>
            <dd>{list(parties)}</dd>
          </div>
        ))}
      </dl>
      {own && <p class="small">{t('decided-ours', { option: decision.options[own] ?? own })}</p>}
      {!state.choices && <p class="small muted">{t('decided-hidden')}</p>}
    </section>
  );
};
