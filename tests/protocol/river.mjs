// Games of the river, played over the protocol: what the tests of looking back share.
import assert from 'node:assert/strict';
import { unhurried } from '../patience.mjs';
import { newToken } from './client.mjs';
import { call } from './server.mjs';

export const water = (share) => ({ type: 'water', terms: { share } });

/** `serverOf` gives the server of that moment. */
export function rivers(serverOf) {
  /** A river without a clock, with a head for each side; `say` counts keys. */
  async function river(more = {}) {
    const control = newToken();
    const made = await call(serverOf(), 'exercise.create', { scenario: 'river', edition: 'full', untimed: true, token: control, ...more });
    const [{ id }] = made.tables;
    const keys = new Map();
    const say = async (token, method, params = {}) => {
      const key = (keys.get(token) ?? 0) + 1;
      keys.set(token, key);
      const answer = await unhurried(call)(serverOf(), method, { ...params, key }, token);
      assert.equal(answer.error, undefined, `${method}: ${JSON.stringify(answer.error)}`);
      return answer;
    };
    const sit = async (name, party, table = id) => {
      const token = newToken();
      await call(serverOf(), 'exercise.join', { code: made.code, name, token, table, party });
      return token;
    };
    const north = await sit('Ana', 'nor');
    const south = await sit('Ben', 'sou');
    return { ...made, id, control, say, sit, north, south };
  }

  const until = async ({ say, control, id }, final) => {
    for (let turn = 0; turn < 40; turn++) {
      const { view } = await call(serverOf(), 'table.attach', { table: id }, control);
      if (final ? view.clock.final : view.clock.allows?.includes('sign')) return;
      await say(control, 'exercise.advance', { table: id });
    }
    assert.fail('the game does not get there');
  };

  /** North offers, South disputes, moves and signs; North signs; the season passes. */
  async function played(more) {
    const game = await river(more);
    const { say, control, north, south, id } = game;
    await say(control, 'exercise.start');
    await until(game, false);
    await say(north, 'message.send', { to: ['sou'], text: 'Between us.' });
    await say(south, 'message.send', { to: 'control', text: 'I feel ill.' });
    const text = await say(north, 'instrument.draft', { kind: 'treaty', invite: ['nor', 'sou'], clauses: [water(60)] });
    await say(south, 'instrument.bracket', { ...text, clauses: [{ type: 'water' }], on: true });
    await say(south, 'instrument.bracket', { instrument: text.instrument, version: 2, clauses: [{ type: 'water' }], on: false });
    await say(south, 'instrument.amend', { instrument: text.instrument, version: 3, clauses: [water(40)] });
    const sign = { instrument: text.instrument, version: 4 };
    await say(south, 'instrument.sign', sign);
    await say(north, 'instrument.sign', sign);
    await say(control, 'moment.mark', { text: 'Here it turned.', table: id });
    await until(game, true);
    return { ...game, text: text.instrument };
  }
  return { river, until, played };
}
