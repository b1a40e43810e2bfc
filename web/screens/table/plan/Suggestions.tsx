import { useState } from 'preact/hooks';
import { send } from '../../../connection';
import { t } from '../../../locale';
import { Button } from '../../../parts/Button';
import { clauseProse } from '../../../parts/treaty';
import { mySeat, presence } from '../../../store';
import type { Scenario, Suggestion, View } from '../../../view';
import { startDraft } from '../Brief';
import { amendmentOf, contentOf } from '../draft';
import { goTo, to } from '../place';
import { Sure } from '../Sure';
import { partyNames, textTitle } from '../words';
import type { Frame } from './frame';
import { plan, save, waiting } from './state';

/** What somebody suggests, in one line. */
export function suggestionLine(rules: Scenario, seen: View, suggestion: Suggestion): string {
  const { kind, instrument, clause, choice } = suggestion;
  const text = instrument ? textTitle(rules, seen, instrument) : '';
  if (kind === 'choose' && choice) {
    const rule = rules.decisions?.[choice.decision];
    return t('suggests-choose', {
      decision: rule?.title ?? choice.decision,
      option: rule?.options[choice.option] ?? choice.option,
    });
  }
  if (kind === 'clause' && clause) {
    const article = clauseProse(rules, clause);
    return instrument ? t('suggests-clause', { text, article }) : t('suggests-term', { article });
  }
  return t(kind === 'sign' ? 'suggests-sign' : 'suggests-decline', { text });
}

/** Follows it as far as can be done without asking: what binds the delegation is asked for where it is done. */
async function follow(seen: View, id: string, suggestion: Suggestion) {
  const { kind, instrument, clause, choice } = suggestion;
  if (kind === 'choose' && choice) await send('decision.choose', { ...choice });
  if (kind === 'clause' && clause && !instrument) {
    const others = (plan.value.terms ?? []).filter((term) => term.id !== clause.id);
    await save({ terms: [...others, clause] });
  }
  await send('suggest.answer', { suggestion: id, on: true });
  const text = instrument ? seen.instruments?.[instrument] : undefined;
  if (kind === 'clause' && clause && instrument && text) {
    const draft = amendmentOf(instrument, text);
    const { type, key, terms } = clause;
    const wish = { type, ...(key ? { key } : {}), terms };
    const at = text.clauses.findIndex((other) => other.id === clause.id);
    const { clauses } = contentOf(text);
    const changed = clauses.map((one, index) => (index === at ? wish : one));
    if (at < 0) changed.push(wish);
    startDraft({ ...draft, clauses: changed });
  }
  if (kind === 'sign' && instrument) goTo(to('texts', instrument));
}

interface LineProps {
  rules: Scenario;
  seen: View;
  us: string;
  id: string;
  suggestion: Suggestion;
}

/** One suggestion: the head accepts it, or sets it aside. */
export const SuggestionRow = ({ rules, seen, us, id, suggestion }: LineProps) => {
  const [declining, setDeclining] = useState(false);
  const line = suggestionLine(rules, seen, suggestion);
  const name = presence.value[suggestion.seat]?.name ?? t('empty-seat');
  const text = suggestion.instrument ? seen.instruments?.[suggestion.instrument] : undefined;
  const accept = () =>
    suggestion.kind === 'decline' ? setDeclining(true) : follow(seen, id, suggestion);
  return (
    <div class="suggestion">
      <p>
        <b>{t('suggested-by', { name })}</b> {line}
        {suggestion.text && <q class="small">{suggestion.text}</q>}
      </p>
      {mySeat.value?.role === 'head' && suggestion.accepted === undefined && (
        <div class="row">
          <Button label={t('suggest-accept-of', { line })} onPress={accept}>
            {t('suggest-accept')}
          </Button>
          <Button
            look="link"
            label={t('suggest-not-of', { line })}
            onPress={() => send('suggest.answer', { suggestion: id, on: false })}
          >
            {t('suggest-not')}
          </Button>
        </div>
      )}
      {declining && text && suggestion.instrument && (
        <Sure
          title={t('sure-decline', { title: textTitle(rules, seen, suggestion.instrument) })}
          text={t('sure-decline-text', {
            invited: partyNames(
              rules,
              text.invited.filter((party) => party !== us),
            ),
          })}
          act={t('act-decline')}
          onDo={async () => {
            await send('instrument.decline', { instrument: suggestion.instrument ?? '' });
            await send('suggest.answer', { suggestion: id, on: true });
          }}
          onClose={() => setDeclining(false)}
        />
      )}
    </div>
  );
};

/** Those that wait, and what became of the others. */
export const Suggestions = ({ rules, seen, us }: Frame) => {
  const open = waiting(seen, us);
  const answered = Object.entries(seen.plans?.[us]?.suggestions ?? {}).filter(
    ([, { accepted }]) => accepted !== undefined,
  );
  if (open.length + answered.length === 0) return null;
  return (
    <section class="card" aria-labelledby="plan-suggestions">
      <h3 id="plan-suggestions">{t('suggestions-title')}</h3>
      <ul class="plain suggestions">
        {open.map(([id, suggestion]) => (
          <li key={id}>
            <SuggestionRow rules={rules} seen={seen} us={us} id={id} suggestion={suggestion} />
          </li>
        ))}
      </ul>
      {answered.length > 0 && (
        <details>
          <summary>{t('suggestions-past')}</summary>
          <ul class="plain small">
            {answered.map(([id, suggestion]) => (
              <li key={id}>
                {t(suggestion.accepted ? 'suggestion-accepted' : 'suggestion-aside', {
                  name: presence.value[suggestion.seat]?.name ?? t('empty-seat'),
                  line: suggestionLine(rules, seen, suggestion),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
};
