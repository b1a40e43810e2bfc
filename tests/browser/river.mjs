// Rooms of the river, played to the end by commands: quickly, and always alike.
import { newToken } from './table.mjs';

const water = (share) => ({ type: 'water', terms: { share } });
const port = { type: 'port', terms: { fee: 'free' } };
const gauge = { type: 'gauge', terms: { access: 'free' } };
const both = { kind: 'treaty', invite: ['nor', 'sou'] };

const treaty = (clauses) => async (nor, sou) => {
  const { instrument } = await nor('instrument.draft', { ...both, clauses });
  for (const seat of [nor, sou]) await seat('instrument.sign', { instrument, version: 1 });
};

/** What both do in the talks, by the name of it. */
const scripts = {
  declined: async (nor, sou) => {
    const { instrument } = await sou('instrument.draft', { ...both, clauses: [water(60)] });
    await nor('instrument.decline', { instrument });
  },
  /** A treaty that leaves much undone; in the summer North takes more water than it may. */
  broken: async (nor, sou) => {
    await nor('message.send', { to: ['nor', 'sou'], text: 'What is the water worth to you?' });
    const { instrument } = await nor('instrument.draft', { ...both, clauses: [water(35), port] });
    await sou('instrument.amend', { instrument, version: 1, clauses: [water(50), port, gauge] });
    for (const seat of [nor, sou]) await seat('instrument.sign', { instrument, version: 2 });
  },
  water: treaty([water(50)]),
  port: treaty([water(45), port]),
  whole: treaty([water(50), port, gauge]),
};

/** `rooms`: what is played in each, by its name above. `tell` says something as the facilitator, `seats.nor2` is North's in the second room. */
export async function riverPlayed(stage, { rooms, opened = true, ...more }) {
  const control = newToken();
  const made = await stage.call('exercise.create', {
    scenario: 'river',
    tables: rooms.length,
    untimed: true,
    token: control,
    ...more,
  });
  const counted = (token) => {
    let key = 1;
    return (method, params = {}) => stage.call(method, { ...params, key: key++ }, token);
  };
  const tell = counted(control);
  const seats = {};
  for (const [number, table] of made.tables.entries()) {
    for (const party of ['nor', 'sou']) {
      const token = newToken();
      const name = `${party}${number + 1}`;
      await stage.call('exercise.join', { code: made.code, name, token, table: table.id, party });
      seats[name] = { token, act: counted(token) };
    }
  }
  const act = (party, number) => seats[`${party}${number + 1}`].act;
  await tell('exercise.start');
  await tell('exercise.advance');
  for (const [number, name] of rooms.entries()) await scripts[name](act('nor', number), act('sou', number));
  await tell('exercise.advance'); // Talks, round 2
  await tell('exercise.advance'); // The summer, in the rooms that have a treaty
  for (const [number, name] of rooms.entries()) {
    if (name === 'broken') await act('nor', number)('decision.choose', { decision: 'conduct', option: 'bend' });
  }
  const summer = made.tables.filter((_, number) => rooms[number] !== 'declined').map(({ id }) => id);
  if (summer.length > 0) await tell('exercise.advance', { tables: summer });
  await tell('exercise.end');
  if (opened) await tell('debrief.open', { on: true });
  return { ...made, control, seats, tell };
}
