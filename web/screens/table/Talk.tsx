import { useState } from 'preact/hooks';
import { number, t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { PartyBadge } from '../../parts/PartyBadge';
import { me, myParty, scenario, view } from '../../store';
import type { Mode, PartyId, Scenario, View } from '../../view';
import { Conversation } from './Conversation';
import { circleOf, circlesFor, circleTitle, messagesOf, unreadIn } from './circles';
import { Meet } from './Meet';
import { circleOpen, desk, goTo, to } from './place';
import { shortName } from './words';

/** On a phone the circles or one conversation; beside the rest, both. */
export const Talk = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen || !us) return null;
  const { mode } = me.value?.exercise ?? {};
  // Where people sit together, nothing is open until they want to write.
  const open = circleOpen.value ?? (desk.value && mode !== 'room' ? 'plenary' : null);
  return (
    <div class="talk">
      {(desk.value || !open) && <Circles rules={rules} us={us} open={open} mode={mode} />}
      {open && (
        <Conversation key={open} circle={open} rules={rules} seen={seen} us={us} mode={mode} />
      )}
    </div>
  );
};

interface CirclesProps {
  rules: Scenario;
  us: PartyId;
  open: string | null;
  mode?: Mode | undefined;
}

const Circles = ({ rules, us, open, mode }: CirclesProps) => {
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
      {(mode === 'room' || mode === 'mixed') && (!open || !desk.value) && <Meet us={us} />}
      <ul class="plain">
        {circles.map((circle) => (
          <li key={circle}>
            <CircleLink
              circle={circle}
              rules={rules}
              seen={seen}
              us={us}
              current={circle === open}
            />
          </li>
        ))}
      </ul>
      {choosing && <NewCircle rules={rules} us={us} onClose={() => setChoosing(false)} />}
    </nav>
  );
};

interface CircleLinkProps {
  circle: string;
  rules: Scenario;
  seen: View;
  us: PartyId;
  current: boolean;
}

/** A circle, what was said last in it, and how much of it is unread. */
const CircleLink = ({ circle, rules, seen, us, current }: CircleLinkProps) => {
  const count = unreadIn(seen, circle);
  const last = messagesOf(seen, circle).at(-1);
  return (
    <a href={to('talk', circle)} aria-current={current ? 'true' : undefined}>
      <span class="circle-name">
        {circleTitle(rules, circle, us)}
        {count > 0 && (
          <span class="count">
            {number(count)}
            <span class="spoken"> {t('unread')}</span>
          </span>
        )}
      </span>
      {!desk.value && last && (
        <small class="circle-last muted" aria-hidden="true">
          {t('circle-last', { who: shortName(rules, last.from), words: last.text })}
        </small>
      )}
    </a>
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
                <PartyBadge party={known} />
              </label>
            ))}
        </div>
      </fieldset>
      <p class="small muted">{t('circle-who-reads')}</p>
    </Dialog>
  );
};
