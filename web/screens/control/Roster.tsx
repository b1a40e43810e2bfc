// People by room and delegation. A person is moved by the list beside the name, or by dragging.

import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { tell, tellRefusal } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { PartyBadge } from '../../parts/PartyBadge';
import { exercise } from '../../store';
import type { PartyId, Person, PersonId, Scenario, TableId } from '../../view';
import { roomsOf, texts } from './acts';
import { HandOut } from './HandOut';

const place = (table?: TableId, party?: PartyId) => (table && party ? `${table}|${party}` : '');

async function move(id: PersonId, person: Person, to: string) {
  const [table, party] = to.split('|');
  if (to === place(person.table, person.party)) return;
  if (table && party) await send('seat.assign', { person: id, table, party });
  else await send('seat.release', { person: id });
  tell(t('hall-moved', { name: person.name }));
}

function drop(event: DragEvent, to: string) {
  event.preventDefault();
  const id = event.dataTransfer?.getData('text/plain') ?? '';
  const person = exercise.value?.people?.[id];
  if (person) move(id, person, to).catch(tellRefusal);
}

const byName = ([, a]: [string, Person], [, b]: [string, Person]) => a.name.localeCompare(b.name);

export const Roster = () => {
  const scenario = texts.value;
  const people = Object.entries(exercise.value?.people ?? {}).sort(byName);
  const rooms = roomsOf(exercise.value?.tables);
  const free = people.filter(([, person]) => !person.table);
  if (!scenario) return <p aria-busy="true">{t('loading')}</p>;
  return (
    <>
      <p class="muted small drag-hint">{t('hall-drag-hint')}</p>
      <div class="rooms">
        <Group title={t('hall-waiting')} to="">
          {free.length === 0 && <p class="muted">{t('hall-waiting-none')}</p>}
          <People people={free} scenario={scenario} />
        </Group>
        {rooms.map(([id, room]) => (
          <section key={id} class="card" aria-label={room.name}>
            <h2>{room.name}</h2>
            {Object.entries(scenario.parties).map(([party, type]) => (
              <PartyGroup
                key={party}
                to={place(id, party)}
                room={room.name}
                scenario={scenario}
                party={type}
                people={people.filter(([, one]) => one.table === id && one.party === party)}
              />
            ))}
          </section>
        ))}
      </div>
    </>
  );
};

interface PartyGroupProps {
  to: string;
  room: string;
  party: Scenario['parties'][string];
  people: [PersonId, Person][];
  scenario: Scenario;
}
const PartyGroup = ({ to, room, party, people, scenario }: PartyGroupProps) => (
  <section
    class="delegation-group"
    aria-label={t('clause-of', { title: room, it: party.name })}
    onDragOver={(event) => event.preventDefault()}
    onDrop={(event) => drop(event, to)}
  >
    <h3>
      <PartyBadge party={party} full />
    </h3>
    {people.length === 0 ? (
      <p class="muted small">{t('hall-room-empty')}</p>
    ) : (
      <People people={people} scenario={scenario} />
    )}
  </section>
);

const Group = (props: { title: string; to: string; children: preact.ComponentChildren }) => (
  <section
    class="card"
    aria-label={props.title}
    onDragOver={(event) => event.preventDefault()}
    onDrop={(event) => drop(event, props.to)}
  >
    <h2>{props.title}</h2>
    {props.children}
  </section>
);

const People = ({ people, scenario }: { people: [PersonId, Person][]; scenario: Scenario }) => (
  <ul class="plain roster">
    {people.map(([id, person]) => (
      <PersonRow key={id} id={id} person={person} scenario={scenario} />
    ))}
  </ul>
);

const PersonRow = (props: { id: PersonId; person: Person; scenario: Scenario }) => {
  const { id, person, scenario } = props;
  const [handing, setHanding] = useState(false);
  const party = scenario.parties[person.party ?? ''];
  const makeHead = () => {
    const { table, party } = person;
    return table && party && send('seat.assign', { person: id, table, party, role: 'head' });
  };
  return (
    <li
      draggable={!person.bot}
      onDragStart={(event) => event.dataTransfer?.setData('text/plain', id)}
    >
      <span class="who">
        {person.name}
        <small class="muted">
          {person.role && ` ${t(`role-${person.role}`)}`}
          {person.bot && ` · ${t('hall-bot')}`}
          {!person.online && !person.bot && ` · ${t('hall-person-away')}`}
        </small>
      </span>
      {!person.bot && (
        <span class="row person-acts">
          <select
            aria-label={t('hall-move', { name: person.name })}
            value={place(person.table, person.party)}
            onChange={(event) => move(id, person, event.currentTarget.value).catch(tellRefusal)}
          >
            <option value="">{t('hall-move-nowhere')}</option>
            {roomsOf(exercise.value?.tables).map(([table, room]) => (
              <optgroup key={table} label={room.name}>
                {Object.entries(scenario.parties).map(([one, type]) => (
                  <option key={one} value={place(table, one)}>
                    {type.name}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
          {party && person.role !== 'head' && (
            <Button
              look="link"
              label={t('hall-make-head-label', { name: person.name, party: party.name })}
              onPress={makeHead}
            >
              {t('hall-make-head')}
            </Button>
          )}
          <Button
            look="link"
            label={t('link-hand-label', { name: person.name })}
            onPress={() => setHanding(true)}
          >
            {t('link-hand')}
          </Button>
        </span>
      )}
      {handing && <HandOut id={id} name={person.name} onClose={() => setHanding(false)} />}
    </li>
  );
};
