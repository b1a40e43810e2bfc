// What advisers advise, beside what it is about: each by name, with why. The head does the act, or sets the advice aside.

import { send } from '../../connection';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { mySeat, presence } from '../../store';
import type { InstrumentId, PartyId, Scenario, Suggestion, View } from '../../view';
import { SuggestionRow } from './plan/Suggestions';
import { waiting } from './plan/state';

/** Advice that waits, for one answer to a question. */
export const adviceFor = (
  seen: View,
  us: PartyId | null,
  decision: string,
  option: string,
): [string, Suggestion][] =>
  us === null
    ? []
    : waiting(seen, us).filter(
        ([, { choice }]) => choice?.decision === decision && choice.option === option,
      );

/** Choosing the answer follows it; here it can be set aside. */
export const AdvisedChoice = ({
  advice,
  option,
}: {
  advice: [string, Suggestion][];
  option: string;
}) => (
  <>
    {advice.map(([id, suggestion]) => {
      const name = presence.value[suggestion.seat]?.name ?? t('empty-seat');
      return (
        <p key={id} class="advised small">
          <b>{t('advised-by', { name })}</b>
          {suggestion.text && <q>{suggestion.text}</q>}
          {mySeat.value?.role === 'head' && (
            <Button
              look="link"
              label={t('suggest-not-of', { line: option })}
              onPress={() => send('suggest.answer', { suggestion: id, on: false })}
            >
              {t('suggest-not')}
            </Button>
          )}
        </p>
      );
    })}
  </>
);

interface AdvisedTextProps {
  id: InstrumentId;
  rules: Scenario;
  seen: View;
  us: PartyId | null;
}

/** What is advised about a text, over what can be done with it. */
export const AdvisedText = ({ id, rules, seen, us }: AdvisedTextProps) => {
  const advice =
    us === null ? [] : waiting(seen, us).filter(([, { instrument }]) => instrument === id);
  if (us === null || advice.length === 0) return null;
  return (
    <section class="advised" aria-label={t('suggestions-title')}>
      {advice.map(([one, suggestion]) => (
        <SuggestionRow
          key={one}
          rules={rules}
          seen={seen}
          us={us}
          id={one}
          suggestion={suggestion}
        />
      ))}
    </section>
  );
};
