// People by room and delegation. A person is moved by the list beside the name, or by dragging.

import { send } from '../../connection';
import { t } from '../../locale';
import { tellRefusal } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { PartyBadge } from '../../parts/PartyBadge';
import { exercise } from '../../store';
import type { PartyId, Person, PersonId, Scenario, TableId } from '../../view';
import { roomsOf, texts } from './acts';
import { Grouping } from './Grouping';
import { move, PersonRow, place } from './PersonRow';

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
      <Grouping />
      <p class="muted small drag-hint">{t('hall-drag-hint')}</p>
      <div class="rooms">
        <section
          class="card"
          aria-label={t('hall-waiting')}
          onDragOver={(event) => event.preventDefault()}
          onDrop={(event) => drop(event, '')}
        >
          <h2>{t('hall-waiting')}</h2>
          {free.length === 0 && <p class="muted">{t('hall-waiting-none')}</p>}
          <People people={free} scenario={scenario} />
        </section>
        {rooms.map(([id, room]) => (
          <section key={id} class="card" aria-label={room.name}>
            <h2>{room.name}</h2>
            {Object.keys(scenario.parties).map((party) => (
              <PartyGroup
                key={party}
                table={id}
                party={party}
                room={room.name}
                scenario={scenario}
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
  table: TableId;
  party: PartyId;
  room: string;
  people: [PersonId, Person][];
  scenario: Scenario;
}
const PartyGroup = ({ table, party, room, people, scenario }: PartyGroupProps) => {
  const type = scenario.parties[party];
  const expected = (exercise.value?.expected ?? []).filter(
    (one) => one.table === table && one.party === party,
  );
  if (!type) return null;
  return (
    <section
      class="delegation-group"
      aria-label={t('clause-of', { title: room, it: type.name })}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => drop(event, place(table, party))}
    >
      <h3>
        <PartyBadge party={type} full />
      </h3>
      {people.length === 0 && expected.length === 0 && (
        <p class="muted small">{t('hall-room-empty')}</p>
      )}
      <People people={people} scenario={scenario} />
      {expected.length > 0 && (
        <p class="muted small">
          {t('hall-expected', { names: expected.map(({ name }) => name).join(', ') })}
        </p>
      )}
      {!people.some(([, one]) => one.role === 'head') && (
        <Button
          look="link"
          class="small"
          label={t('bot-in-label', { party: type.name, room })}
          onPress={() => send('bot.fill', { table, party })}
        >
          {t('bot-in')}
        </Button>
      )}
    </section>
  );
};

const People = ({ people, scenario }: { people: [PersonId, Person][]; scenario: Scenario }) =>
  people.length === 0 ? null : (
    <ul class="plain roster">
      {people.map(([id, person]) => (
        <PersonRow key={id} id={id} person={person} scenario={scenario} />
      ))}
    </ul>
  );
