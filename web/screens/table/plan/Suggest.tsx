import { useState } from 'preact/hooks';
import { send } from '../../../connection';
import { t } from '../../../locale';
import type { SuggestWish } from '../../../methods';
import { refusalText, tell } from '../../../parts/announce';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { Field } from '../../../parts/Field';
import { mySeat, scenario, view } from '../../../store';
import type { Instrument, InstrumentId, PlanTerm, Scenario, View } from '../../../view';
import { isAskedToDecide } from '../asked';
import { canSign, textsInOrder } from '../state';
import { textTitle } from '../words';

const words_most = 300;

/** An adviser may suggest; a head does. */
export const mayAdvise = () =>
  mySeat.value?.role === 'adviser' &&
  view.value?.clock.state === 'running' &&
  !view.value.clock.final;

export interface Offer {
  id: string;
  words: string;
  wish: SuggestWish;
}

/** A suggestion to the head, with why. `offers`: what can be chosen between. */
export const SuggestDialog = ({ offers, onClose }: { offers: Offer[]; onClose: () => void }) => {
  const [chosen, setChosen] = useState(offers.length === 1 ? offers[0]?.id : undefined);
  const [why, setWhy] = useState('');
  const [refused, setRefused] = useState('');
  const offer = offers.find(({ id }) => id === chosen);
  const make = async () => {
    if (!offer) return;
    try {
      const text = why.trim();
      await send('suggest.make', { ...offer.wish, ...(text ? { text } : {}) });
      onClose();
      tell(t('suggest-made'));
    } catch (error) {
      setRefused(refusalText(error));
    }
  };
  return (
    <Dialog
      title={t('suggest-title')}
      onClose={onClose}
      actions={
        offers.length > 0 && (
          <Button look="main" disabled={!offer} onPress={make}>
            {t('suggest-do')}
          </Button>
        )
      }
    >
      {offers.length === 0 && <p>{t('suggest-nothing')}</p>}
      {offers.length === 1 && <p>{offers[0]?.words}</p>}
      {offers.length > 1 && (
        <fieldset>
          <legend>{t('suggest-what')}</legend>
          {offers.map(({ id, words }) => (
            <label key={id} class="choice">
              <input
                type="radio"
                name="suggest"
                checked={chosen === id}
                onChange={() => setChosen(id)}
              />
              <span>{words}</span>
            </label>
          ))}
        </fieldset>
      )}
      {offers.length > 0 && (
        <Field label={t('suggest-why')}>
          <textarea
            rows={2}
            maxLength={words_most}
            value={why}
            onInput={(event) => setWhy(event.currentTarget.value)}
          />
        </Field>
      )}
      {refused && (
        <p class="refused" role="alert">
          {refused}
        </p>
      )}
    </Dialog>
  );
};

interface AdviseProps {
  offers: Offer[];
  /** What it is about, for those who don't see where it stands. */
  what?: string;
  look?: 'quiet' | 'link';
  words?: string;
}

/** Beside what the head will do: an adviser says what they would. */
export const AdviseButton = ({ offers, what, look = 'link', words }: AdviseProps) => {
  const [open, setOpen] = useState(false);
  if (!mayAdvise() || offers.length === 0) return null;
  return (
    <>
      <Button
        look={look}
        label={what === undefined ? undefined : t('suggest-of', { what })}
        onPress={() => setOpen(true)}
      >
        {words ?? t('suggest')}
      </Button>
      {open && <SuggestDialog offers={offers} onClose={() => setOpen(false)} />}
    </>
  );
};

/** A term of the plan, to the head. */
export const SuggestButton = ({ clause: term, what }: { clause: PlanTerm; what: string }) => {
  const { type, key, terms } = term;
  const clause = { type, ...(key ? { key } : {}), terms };
  const words = t('suggests-term', { article: what });
  return (
    <AdviseButton
      offers={[{ id: 'clause', words, wish: { kind: 'clause', clause } }]}
      what={what}
    />
  );
};

/** One answer to a question. */
export const choiceOffer = (rules: Scenario, decision: string, option: string): Offer => ({
  id: `${decision}.${option}`,
  words: t('suggests-choose', {
    decision: rules.decisions?.[decision]?.title ?? decision,
    option: rules.decisions?.[decision]?.options[option] ?? option,
  }),
  wish: { kind: 'choose', choice: { decision, option } },
});

/** What can be done with a text that waits for our word. */
export const textOffers = (
  rules: Scenario,
  seen: View,
  instrument: InstrumentId,
  text: Instrument,
  us: string,
): Offer[] =>
  text.status === 'draft' && canSign(text, us)
    ? (['sign', 'decline'] as const).map((kind) => ({
        id: `${kind}.${instrument}`,
        words: t(`suggests-${kind}`, { text: textTitle(rules, seen, instrument) }),
        wish: { kind, instrument },
      }))
    : [];

/** Everything that an adviser can suggest now: what to choose, what to sign or decline. */
export function offersNow(us: string): Offer[] {
  const rules = scenario.value;
  const seen = view.value;
  if (!rules || !seen) return [];
  const choices = Object.entries(seen.decisions ?? {})
    .filter(([, decision]) => isAskedToDecide(decision, us))
    .flatMap(([decision]) =>
      Object.keys(rules.decisions?.[decision]?.options ?? {}).map((option) =>
        choiceOffer(rules, decision, option),
      ),
    );
  const texts = textsInOrder(seen).flatMap(([id, text]) => textOffers(rules, seen, id, text, us));
  return [...choices, ...texts];
}
