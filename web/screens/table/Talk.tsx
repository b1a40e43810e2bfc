import { useState } from 'preact/hooks';
import { number, t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { me, myParty, scenario, view } from '../../store';
import type { PartyId, Scenario } from '../../view';
import { Conversation } from './Conversation';
import { circleOf, circlesFor, circleTitle, unreadIn } from './circles';
import { circleOpen, desk, goTo, to } from './place';
import { isAsked } from './state';
import { partyNames } from './words';

/** On a phone the circles or one conversation; beside the rest, both. */
export const Talk = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen || !us) return null;
  const open = circleOpen.value ?? (desk.value ? 'plenary' : null);
  return (
    <div class="talk">
      {(desk.value || !open) && <Circles rules={rules} us={us} open={open} />}
      {open && <Conversation key={open} circle={open} rules={rules} seen={seen} us={us} />}
    </div>
  );
};

const Circles = ({ rules, us, open }: { rules: Scenario; us: PartyId; open: string | null }) => {
  const seen = view.value;
  const [choosing, setChoosing] = useState(false);
  if (!seen) return null;
  const circles = circlesFor(seen, us);
  if (open && !circles.includes(open)) circles.splice(2, 0, open);
  return (
    <nav class="circles" aria-label={t('circles')}>
      <header class="place-head">
        <h2>{t('talk-title')}</h2>
        <Button onPress={() => setChoosing(true)}>{t('circle-new')}</Button>
      </header>
      {me.value?.exercise.mode === 'room' && <Meet rules={rules} us={us} />}
      <ul class="plain">
        {circles.map((circle) => {
          const count = unreadIn(seen, circle);
          return (
            <li key={circle}>
              <a href={to('talk', circle)} aria-current={circle === open ? 'true' : undefined}>
                {circleTitle(rules, circle, us)}
                {count > 0 && (
                  <span class="count">
                    {number(count)}
                    <span class="spoken"> {t('unread')}</span>
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
      {choosing && <NewCircle rules={rules} us={us} onClose={() => setChoosing(false)} />}
    </nav>
  );
};

/** In one room people talk with their mouths: whom to walk up to. */
const Meet = ({ rules, us }: { rules: Scenario; us: PartyId }) => {
  const waiting = new Set(
    Object.values(view.value?.instruments ?? {})
      .filter((text) => text.status === 'draft' && isAsked(text, us))
      .flatMap((text) => text.missing?.signatures ?? [])
      .filter((party) => party !== us),
  );
  const move = rules.first_moves?.[0];
  const whom = waiting.size > 0 ? [...waiting] : (move?.to ?? []);
  if (whom.length === 0) return null;
  return (
    <p class="small meet">
      <b>{t('talk-meet', { parties: partyNames(rules, whom) })}</b>{' '}
      {t(waiting.size > 0 ? 'talk-meet-signature' : 'talk-meet-first')}
    </p>
  );
};

interface NewCircleProps {
  rules: Scenario;
  us: PartyId;
  onClose: () => void;
}

const NewCircle = ({ rules, us, onClose }: NewCircleProps) => {
  const [chosen, setChosen] = useState<PartyId[]>([]);
  return (
    <Dialog
      title={t('circle-new')}
      onClose={onClose}
      actions={
        <Button
          look="main"
          disabled={chosen.length === 0}
          onPress={() => {
            onClose();
            goTo(to('talk', circleOf(rules, [us, ...chosen])));
          }}
        >
          {t('circle-open')}
        </Button>
      }
    >
      <fieldset>
        <legend>{t('circle-with')}</legend>
        <div class="ticks">
          {Object.entries(rules.parties)
            .filter(([party]) => party !== us)
            .map(([party, known]) => (
              <label key={party}>
                <input
                  type="checkbox"
                  checked={chosen.includes(party)}
                  onChange={(event) =>
                    setChosen(
                      event.currentTarget.checked
                        ? [...chosen, party]
                        : chosen.filter((other) => other !== party),
                    )
                  }
                />
                {known.short}
              </label>
            ))}
        </div>
      </fieldset>
      <p class="small muted">{t('circle-who-reads')}</p>
    </Dialog>
  );
};
