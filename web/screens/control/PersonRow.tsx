// One person of the roster, and what can be done for them: moved, given a role, a new link, somebody in their place.

import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { tell, tellRefusal } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { exercise, serverNow } from '../../store';
import type { PartyId, Person, PersonId, Role, Scenario, TableId } from '../../view';
import { roomsOf } from './acts';
import { HandOut } from './HandOut';

export const place = (table?: TableId, party?: PartyId) =>
  table && party ? `${table}|${party}` : '';

export async function move(id: PersonId, person: Person, to: string) {
  const [table, party] = to.split('|');
  if (to === place(person.table, person.party)) return;
  if (table && party) await send('seat.assign', { person: id, table, party });
  else await send('seat.release', { person: id });
  tell(t('hall-moved', { name: person.name }));
}

interface PersonProps {
  id: PersonId;
  person: Person;
  scenario: Scenario;
}

const minute_ms = 60_000;

/** "Adviser · away for 4 minutes" */
const State = ({ person }: { person: Person }) => {
  const { bot, role, online, away_since: since, stand_in, left } = person;
  const minutes = since ? Math.floor((serverNow() - since) / minute_ms) : 0;
  const parts = [
    ...(role && !bot ? [t(`role-${role}`)] : []),
    ...(bot ? [t('hall-bot')] : []),
    ...(left ? [t('hall-left')] : []),
    ...(!bot && !online && !left
      ? [minutes > 0 ? t('hall-away-for', { minutes }) : t('hall-person-away')]
      : []),
    ...(stand_in ? [t('hall-stood-in')] : []),
  ];
  return <small class="muted"> {parts.join(' · ')}</small>;
};

export const PersonRow = (props: PersonProps) => {
  const { id, person } = props;
  return (
    <li
      draggable={!person.bot}
      onDragStart={(event) => event.dataTransfer?.setData('text/plain', id)}
    >
      <span class="who">
        {person.name}
        <State person={person} />
      </span>
      {person.bot ? <BotActs {...props} /> : <PersonActs {...props} />}
    </li>
  );
};

const BotActs = ({ person, scenario }: PersonProps) => {
  const { table, party = '' } = person;
  return (
    <span class="row person-acts">
      <Button
        look="link"
        label={t('bot-out-label', { party: scenario.parties[party]?.name ?? party })}
        onPress={() => table && send('bot.release', { table, party })}
      >
        {t('bot-out')}
      </Button>
    </span>
  );
};

type Grave = 'erase' | 'remove';
const graves: Grave[] = ['erase', 'remove'];

const roles: Role[] = ['head', 'adviser', 'observer'];

const PersonActs = ({ id, person, scenario }: PersonProps) => {
  const [asking, setAsking] = useState<'link' | Grave | undefined>();
  const { name, table, party } = person;
  const close = () => setAsking(undefined);
  return (
    <span class="row person-acts">
      <select
        aria-label={t('hall-move', { name })}
        value={place(table, party)}
        onChange={(event) => move(id, person, event.currentTarget.value).catch(tellRefusal)}
      >
        <option value="">{t('hall-move-nowhere')}</option>
        {roomsOf(exercise.value?.tables).map(([room, { name: title }]) => (
          <optgroup key={room} label={title}>
            {Object.entries(scenario.parties).map(([one, type]) => (
              <option key={one} value={place(room, one)}>
                {type.name}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {table && party && (
        <select
          aria-label={t('hall-role', { name })}
          value={person.role}
          onChange={(event) => {
            const role = event.currentTarget.value as Role;
            send('seat.assign', { person: id, table, party, role }).catch(tellRefusal);
          }}
        >
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`role-${role}`)}
            </option>
          ))}
        </select>
      )}
      <Instead id={id} person={person} />
      <Button look="link" label={t('link-hand-label', { name })} onPress={() => setAsking('link')}>
        {t('link-hand')}
      </Button>
      {graves.map((act) => (
        <Button
          key={act}
          look="link"
          label={t(`grave-${act}-label`, { name })}
          onPress={() => setAsking(act)}
        >
          {t(`grave-${act}`)}
        </Button>
      ))}
      {asking === 'link' && <HandOut id={id} name={name} onClose={close} />}
      {asking && asking !== 'link' && <Sure act={asking} id={id} name={name} onClose={close} />}
    </span>
  );
};

/** For a head who is away: an adviser who is here leads, or a bot stands in until they are back. */
const Instead = ({ id, person }: { id: PersonId; person: Person }) => {
  const { table, party, stand_in, name } = person;
  if (stand_in) {
    return (
      <Button look="link" onPress={() => send('bot.standin', { person: id, on: false })}>
        {t('stand-in-end', { name })}
      </Button>
    );
  }
  if (person.role !== 'head' || person.online || !table || !party) return null;
  const here = Object.entries(exercise.value?.people ?? {}).find(
    ([, one]) => one.table === table && one.party === party && one.role === 'adviser' && one.online,
  );
  return (
    <>
      {here && (
        <Button
          look="link"
          onPress={() => send('seat.assign', { person: here[0], table, party, role: 'head' })}
        >
          {t('lead-to', { name: here[1].name })}
        </Button>
      )}
      <Button
        look="link"
        label={t('stand-in-label', { name })}
        onPress={() => send('bot.standin', { person: id })}
        done={t('stand-in-done', { name })}
      >
        {t('stand-in')}
      </Button>
    </>
  );
};

interface SureProps {
  act: Grave;
  id: PersonId;
  name: string;
  onClose: () => void;
}

/** What cannot be undone asks once. */
const Sure = ({ act, id, name, onClose }: SureProps) => (
  <Dialog
    title={t(`grave-${act}-ask`, { name })}
    onClose={onClose}
    actions={
      <Button look="grave" onPress={() => send(`person.${act}`, { person: id }).then(onClose)}>
        {t(`grave-${act}-do`)}
      </Button>
    }
  >
    <p>{t(`grave-${act}-text`)}</p>
  </Dialog>
);
