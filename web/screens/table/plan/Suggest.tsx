import { useState } from 'preact/hooks';
import { send } from '../../../connection';
import { t } from '../../../locale';
import type { SuggestWish } from '../../../methods';
import { refusalText, tell } from '../../../parts/announce';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { Field } from '../../../parts/Field';
import { mySeat, scenario, view } from '../../../store';
import type { PlanTerm } from '../../../view';
import { isAskedToDecide } from '../asked';
import { canSign, textsInOrder } from '../state';
import { textTitle } from '../words';

const words_most = 300;

/** An adviser may suggest; a head does. */
export const mayAdvise = () =>
  mySeat.value?.role === 'adviser' &&
  view.value?.clock.state === 'running' &&
  !view.value.clock.final;

interface Offer {
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

type ButtonWish = { kind: 'clause'; clause: PlanTerm };

/** A term of the plan, to the head. */
export const SuggestButton = ({ wish, what }: { wish: ButtonWish; what: string }) => {
  const [open, setOpen] = useState(false);
  if (!mayAdvise()) return null;
  const { type, key, terms } = wish.clause;
  const clause = { type, ...(key ? { key } : {}), terms };
  const words = t('suggests-term', { article: what });
  return (
    <>
      <Button look="link" label={t('suggest-of', { what })} onPress={() => setOpen(true)}>
        {t('suggest')}
      </Button>
      {open && (
        <SuggestDialog
          offers={[{ id: 'clause', words, wish: { kind: 'clause', clause } }]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};

/** Everything that an adviser can suggest now: what to choose, what to sign or decline. */
export function offersNow(us: string): Offer[] {
  const rules = scenario.value;
  const seen = view.value;
  if (!rules || !seen) return [];
  const choices = Object.entries(seen.decisions ?? {})
    .filter(([, decision]) => isAskedToDecide(decision, us))
    .flatMap(([decision]) => {
      const rule = rules.decisions?.[decision];
      return Object.entries(rule?.options ?? {}).map(([option, words]) => ({
        id: `${decision}.${option}`,
        words: t('suggests-choose', { decision: rule?.title ?? decision, option: words }),
        wish: { kind: 'choose' as const, choice: { decision, option } },
      }));
    });
  const texts = textsInOrder(seen)
    .filter(([, text]) => text.status === 'draft' && canSign(text, us))
    .flatMap(([instrument]) =>
      (['sign', 'decline'] as const).map((kind) => ({
        id: `${kind}.${instrument}`,
        words: t(`suggests-${kind}`, { text: textTitle(rules, seen, instrument) }),
        wish: { kind, instrument },
      })),
    );
  return [...choices, ...texts];
}
