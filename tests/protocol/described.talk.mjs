// Talking to a server while every message, either way, is held against the description of the protocol.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { unhurried } from '../patience.mjs';
import { connect, newToken } from './client.mjs';
import { wrong, wrongCall } from './described.mjs';
import { call, folder, run, start } from './server.mjs';

export const water = (share) => ({ type: 'water', terms: { share } });
export const treaty = { kind: 'treaty', invite: ['nor', 'sou'], clauses: [water(45)] };

/** A server with a studio, and who talks to it. `done`: what was asked and answered with a result, by method; `refused`: the types that
 * were refused for real. */
export async function open() {
  const place = folder();
  const studio = join(place.path, 'studio');
  assert.equal((await run('new', studio)).status, 0);
  const server = await start({ args: ['--studio', studio] });
  const done = new Map();
  const refused = new Set();

  /** A connection whose every message is held against the description. `ask` wants a result, `no` a refusal of this type. */
  async function person(token, more = {}, at = server) {
    const client = await connect(at);
    let heard = 0;
    const listen = () => {
      for (const message of client.told.slice(heard)) assert.deepEqual(wrong(message.method, message), []);
      heard = client.told.length;
      for (const [of, { view }] of Object.entries(client.views)) {
        assert.deepEqual(wrong(of === 'exercise' ? 'exerciseView' : 'tableView', view), []);
      }
    };
    const ask = unhurried(client.ask);
    const say = async (method, params) => {
      assert.deepEqual(wrongCall(method, params), [], `the test asks ${method} wrongly`);
      const answer = await ask(method, params);
      listen();
      return answer;
    };
    const me = { client, token, listen, until: client.until, views: client.views };
    me.ask = async (method, params = {}) => {
      const answer = await say(method, params);
      assert.equal(answer.error, undefined, `${method}: ${JSON.stringify(answer.error)}`);
      assert.deepEqual(wrong(`${method}.result`, answer), []);
      done.set(method, params);
      return answer;
    };
    me.no = async (type, method, params = {}) => {
      const { error } = await say(method, params);
      assert.equal(error?.data?.type, type, `${method}: ${JSON.stringify(error)}`);
      assert.deepEqual(wrong('error', error), []);
      refused.add(type);
    };
    if (token) {
      me.attached = await me.ask('attach', { token, ...more });
      me.you = me.attached.you;
    }
    return me;
  }

  /** A table of the river with a head for each side, an adviser in the north, the facilitator and a spectator. */
  async function table(more = {}) {
    const token = newToken();
    const made = await call(server, 'exercise.create', { scenario: 'river', tables: 2, token, ...more });
    const [{ id }] = made.tables;
    const sit = async (name, party) => {
      const own = newToken();
      await call(server, 'exercise.join', { code: made.code, name, token: own, table: id, party });
      return person(own);
    };
    const north = await sit('Ana', 'nor');
    const south = await sit('Ben', 'sou');
    const adviser = await sit('Cleo', 'nor');
    const control = await person(token);
    return { ...made, id, north, south, adviser, control, token };
  }

  return {
    server,
    done,
    refused,
    person,
    table,
    async close() {
      assert.deepEqual(await server.stop(), { status: 0, signal: null });
      place.drop();
    },
  };
}
