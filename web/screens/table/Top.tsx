// Whose meeting, which phase and round, time left, who is here.

import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { Clock, phaseTitle } from '../../parts/Clock';
import { CalendarButton } from '../../parts/calendar';
import { Dialog } from '../../parts/Dialog';
import { JoinCode } from '../../parts/JoinCode';
import { LanguageMenu } from '../../parts/LanguageMenu';
import { Leave } from '../../parts/Leave';
import { Masthead } from '../../parts/Masthead';
import { PartyBadge } from '../../parts/PartyBadge';
import { me, myParty, mySeat, presence, scenario, view } from '../../store';
import type { PartyId, Person, Scenario, SeatId, SeatView, View } from '../../view';
import { AskForAnother } from '../hall/Notice';
import { CatchUp } from './CatchUp';
import { Manners } from './Manners';

export const Top = () => {
  const rules = scenario.value;
  const seen = view.value;
  const [people, setPeople] = useState(false);
  if (!rules || !seen) return null;
  const known = rules.parties[myParty.value ?? ''];
  const here = Object.values(presence.value).filter((person) => person.online).length;
  const role = mySeat.value?.role;
  return (
    <Masthead title={seen.table.name}>
      {known && (
        <span>
          <PartyBadge party={known} /> {role && <small class="muted">{t(`role-${role}`)}</small>}
        </span>
      )}
      <span class="phase">
        {phaseTitle(seen.clock, rules.phases)} <Clock clock={seen.clock} /> <Deadline seen={seen} />
      </span>
      <Button look="link" onPress={() => setPeople(true)}>
        {t('people-here', { count: here })}
      </Button>
      {people && <People rules={rules} seen={seen} onClose={() => setPeople(false)} />}
    </Masthead>
  );
};

interface PeopleProps {
  rules: Scenario;
  seen: View;
  onClose: () => void;
}

/** What a person may want for themselves, rarely. */
const Own = () => {
  const [open, setOpen] = useState<'catch-up' | 'ask' | undefined>();
  if (me.value?.kind !== 'seat') return null;
  return (
    <div class="row own-acts">
      <Button onPress={() => setOpen('catch-up')}>{t('missed-title-new')}</Button>
      <Button look="link" onPress={() => setOpen('ask')}>
        {t('notice-other')}
      </Button>
      <Leave />
      {open === 'catch-up' && <CatchUp since={0} onClose={() => setOpen(undefined)} />}
      {open === 'ask' && <AskForAnother onClose={() => setOpen(undefined)} />}
    </div>
  );
};

const People = ({ rules, seen, onClose }: PeopleProps) => (
  <Dialog title={t('people')} onClose={onClose}>
    <div class="people">
      <ul class="plain">
        {Object.entries(rules.parties).map(([party, known]) => {
          const seats = Object.entries(seen.parties[party]?.seats ?? {});
          return (
            <li key={party}>
              <p>
                <PartyBadge party={known} full />
                {seen.parties[party]?.ready && <small class="muted"> · {t('is-ready')}</small>}
              </p>
              {seats.length === 0 && <p class="small muted">{t('nobody-sits')}</p>}
              <ul class="plain small">
                {seats.map(([id, seat]) => (
                  <Sitting key={id} id={id} seat={seat} party={party} />
                ))}
              </ul>
            </li>
          );
        })}
      </ul>
    </div>
    <Invite />
    <LanguageMenu />
    <Own />
  </Dialog>
);

/** Online, as long as bots play: whoever joins takes the seat of one. */
const Invite = () => {
  const { mode, code } = me.value?.exercise ?? {};
  const bots = Object.values(presence.value).some((person) => person.bot);
  if (mode !== 'online' || !code || !bots) return null;
  return (
    <details>
      <summary>{t('people-invite')}</summary>
      <p class="small muted">{t('people-invite-text')}</p>
      <JoinCode code={code} />
    </details>
  );
};

const bearing = ({ bot, online }: Person) =>
  bot ? 'by-autopilot' : online ? 'is-here' : 'is-away';

/** One person. A head may pass the lead on within the delegation, or let another sign and decide as well. */
const Sitting = ({ id, seat, party }: { id: SeatId; seat: SeatView; party: PartyId }) => {
  const person = presence.value[id];
  const apart = me.value?.exercise.mode !== 'room' && id !== me.value?.seat;
  const leads =
    mySeat.value?.role === 'head' && party === myParty.value && id !== me.value?.seat && person;
  return (
    <li class="sitting">
      <span>
        {person?.name ?? t(seat.automatic ? 'autopilot' : 'empty-seat')} · {t(`role-${seat.role}`)}
        {seat.powers && ` · ${t('has-powers')}`}
        {person && ` · ${t(bearing(person))}`}
        {person?.stand_in && ` · ${t('stood-in-here')}`}
      </span>
      {person && !person.bot && apart && (
        <Manners fellow={{ seat: id, party, name: person.name }} />
      )}
      {leads && seat.role === 'adviser' && (
        <details>
          <summary>{t('more')}</summary>
          <div class="row">
            <Button onPress={() => send('seat.head', { seat: id })}>{t('pass-the-lead')}</Button>
            <Button onPress={() => send('powers.give', { seat: id, on: !seat.powers })}>
              {t(seat.powers ? 'powers-take' : 'powers-give')}
            </Button>
          </div>
        </details>
      )}
    </li>
  );
};

/** A game over days: the end of the round, for one's calendar. */
const Deadline = ({ seen }: { seen: View }) => {
  const { pace, id, name = '' } = me.value?.exercise ?? {};
  const { deadline, phase, round } = seen.clock;
  if (pace !== 'async' || deadline === undefined) return null;
  return (
    <CalendarButton
      of={{
        id: `${id}-${phase}-${round}`,
        title: t('calendar-deadline', { name }),
        at: deadline,
        link: location.href,
      }}
    />
  );
};
