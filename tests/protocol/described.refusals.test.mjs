// Every type of refusal that is described comes from the running server, in its described form.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { newToken } from './client.mjs';
import { refusalTypes, wrong } from './described.mjs';
import { open, treaty, water } from './described.talk.mjs';
import { call, folder, start } from './server.mjs';

let server;
let person;
let table;
let refused;
let close;
before(async () => {
  ({ server, person, table, refused, close } = await open());
});
after(() => close?.());

/** The types that take another scenario, another server or a fault to provoke: unit tests and other files here do. */
const elsewhere = [
  'seat.observer', 'seat.taken', 'clause.closed', 'clause.not_carried', 'clause.requires', 'party.not_open', 'instrument.signed',
  'denounce.not_bound', 'condition.not_allowed', 'instruction.limit', 'suggestion.limit', 'decision.not_asked', 'command.expired', 'command.unknown', 'limit.size',
  'store.failed', 'server.stopping', 'exercise.deleted',
];

test('what depends on the server is refused for real, too', async () => {
  const empty = folder();
  for (const [type, method, params, args] of [
    ['create.key', 'exercise.create', { scenario: 'river', token: newToken() }, ['--create-key', 'sesame']],
    ['studio.none', 'studio.watch', {}, []],
    ['studio.empty', 'studio.evaluate', { package: {} }, ['--studio', empty.path]],
  ]) {
    const other = await start({ args });
    await (await person(undefined, {}, other)).no(type, method, params);
    await other.stop();
  }
  empty.drop();
});

/** What no client that follows the description would ask. */
async function wrongly({ client }, type, method, params) {
  const { error } = await client.ask(method, params);
  assert.equal(error?.data?.type, type, JSON.stringify(error));
  assert.deepEqual(wrong('error', error), []);
  refused.add(type);
}

test('nearly every type of refusal, for real', async () => {
  const anyone = await person();
  const { code, id, control, north, south, adviser, spectator, token } = await table();
  let key = 0;
  await anyone.no('token.unknown', 'attach', { token: newToken() });
  await control.no('exercise.name', 'exercise.delete', { name: 'Another' });
  await anyone.no('token.invalid', 'exercise.join', { code, name: 'Ida', token });
  await anyone.no('code.unknown', 'exercise.join', { code: 'ZZZZZZ', name: 'Ida', token: newToken() });
  await anyone.no('scenario.unknown', 'scenario.get', { scenario: 'nowhere' });
  await anyone.no('edition.unknown', 'scenario.get', { scenario: 'river', edition: 'none' });
  await anyone.no('party.unknown', 'play.now', { party: 'none', token: newToken() });
  await anyone.no('table.unknown', 'attach', { token: spectator, table: 'none' });
  await anyone.no('package.invalid', 'studio.evaluate', { package: { nothing: {} } });
  await north.no('studio.only', 'studio.watch');
  await north.no('control.only', 'exercise.start', {});
  await control.no('seat.only', 'ready.set', { on: true });
  await control.no('person.unknown', 'seat.link', { person: 'nobody' });
  await north.no('vote.closed', 'person.vote', { seat: south.you.seat });
  await control.no('controller.unknown', 'control.remove', { controller: 'nobody' });
  await control.no('controller.first', 'control.remove', { controller: control.you.controller });
  await control.no('person.only', 'seat.ask');
  await control.no('roster.nothing', 'roster.undo');
  await control.no('person.present', 'bot.standin', { person: north.you.person });
  await north.no('choice.closed', 'seat.choose');
  const choosing = await table({ grouping: 'choice', anonymous: true });
  await choosing.control.no('exercise.anonymous', 'roster.plan', { list: 'Hal' });
  await choosing.control.ask('exercise.start');
  await choosing.north.no('table.begun', 'seat.choose');
  await control.no('request.unknown', 'request.claim', { table: id, message: 'none' });
  const released = await table();
  await released.control.ask('seat.release', { person: released.adviser.you.person });
  await released.adviser.no('seat.unknown', 'ready.set', { on: true });
  await released.control.ask('person.remove', { person: released.south.you.person });
  await anyone.no('person.removed', 'exercise.join', { code: released.code, name: 'Ben', token: released.south.token });
  await north.no('debrief.closed', 'exercise.report');
  await wrongly(north, 'parameter.missing', 'ready.set', {});
  await wrongly(north, 'parameter.invalid', 'ready.set', { on: 'no' });
  await wrongly(north, 'parameter.unknown', 'ready.set', { on: true, off: false });
  await wrongly(north, 'message.to', 'message.send', { to: 'nowhere', text: 'Hello.' });

  const says = { to: 'plenary', text: 'Hello.' };
  await north.no('game.not_started', 'message.send', says);
  await control.ask('exercise.start', { key: ++key });
  await north.no('phase.not_allowed', 'instrument.draft', treaty);
  const { message } = await south.ask('message.send', { to: 'control', text: 'One question.' });
  const { token: second } = await control.ask('control.invite', { name: 'Gil' });
  await control.ask('request.claim', { table: id, message });
  await (await person(second)).no('request.claimed', 'request.claim', { table: id, message });
  await control.ask('exercise.advance', { table: id, key: ++key });
  await control.ask('exercise.pause', { table: id, key: ++key });
  await north.no('game.paused', 'instrument.draft', treaty);
  await control.ask('exercise.resume', { table: id, key: ++key });

  const drafts = (type, more) => adviser.no(type, 'instrument.draft', { ...treaty, ...more });
  await drafts('clause.unknown', { clauses: [{ type: 'nothing', terms: {} }] });
  await drafts('clause.duplicate', { clauses: [water(40), water(50)] });
  await drafts('term.unknown', { clauses: [{ type: 'water', terms: { share: 40, price: 1 } }] });
  await drafts('term.missing', { clauses: [{ type: 'water', terms: {} }] });
  await drafts('term.out_of_range', { clauses: [water(99)] });
  await drafts('term.invalid', { clauses: [water('much')] });
  await drafts('party.too_few', { invite: ['nor'] });
  await drafts('condition.unknown', { takes_effect_if: ['never'] });
  await drafts('limit.clauses', { clauses: Array.from({ length: 101 }, () => water(40)) });
  await drafts('limit.articles', { articles: Array.from({ length: 101 }, () => ({ text: 'More.' })) });
  await adviser.no('message.empty', 'message.send', { ...says, text: ' ' });
  await adviser.no('message.too_long', 'message.send', { ...says, text: 'x'.repeat(2001) });
  await adviser.no('instrument.unknown', 'instrument.table', { instrument: 'none' });

  const draft = await north.ask('instrument.draft', treaty);
  const on = { instrument: draft.instrument };
  const sign = { ...on, version: draft.version };
  await adviser.no('seat.not_head', 'instrument.sign', sign);
  await south.no('version.stale', 'instrument.sign', { ...sign, version: 9 });
  await south.no('instrument.not_author', 'instrument.withdraw', on);
  await south.no('signature.none', 'instrument.unsign', on);
  await south.no('clause.not_severable', 'instrument.sign', { ...sign, reserve: [{ type: 'water' }] });
  await south.no('clause.not_held', 'instrument.bracket', { ...sign, clauses: [{ type: 'water' }], on: false });
  await south.no('denounce.not_allowed', 'instrument.denounce', on);
  await south.no('party.not_invited', 'message.send', { ...says, quote: on });
  await south.no('clause.unknown', 'message.send', { ...says, quote: { ...on, article: 'none' } });
  await south.no('link.invalid', 'instrument.link', { ...on, with: [draft.instrument] });
  await south.no('decision.unknown', 'decision.choose', { decision: 'none', option: 'keep' });
  await south.no('decision.unknown', 'decision.foresee', { decision: 'none' });
  await south.no('decision.closed', 'decision.foresee', { decision: 'conduct' });
  await south.no('option.unknown', 'decision.choose', { decision: 'conduct', option: 'none' });
  await south.no('aim.unknown', 'plan.save', { aims: ['nothing'] });
  await south.no('seat.not_adviser', 'suggest.make', { kind: 'decline', ...on });
  await south.no('suggestion.unknown', 'suggest.answer', { suggestion: 'none', on: true });
  await south.no('instruction.invalid', 'instruction.add', { that: '1 +', else: 'No.' });
  await south.ask('instruction.add', { that: 'water.share > 50', else: 'Too little water.' });
  await south.no('instruction.broken', 'instrument.sign', sign);
  await north.no('powers.invalid', 'powers.give', { seat: north.you.seat, on: true });
  await north.ask('instrument.table', on);
  await north.no('table.already', 'instrument.table', on);
  await south.ask('instrument.decline', on);
  await south.no('decline.already', 'instrument.decline', on);
  await north.ask('instrument.sign', sign);
  await north.no('signature.already', 'instrument.sign', sign);

  const other = await table({ calculator: false });
  await other.control.ask('exercise.start', {});
  await other.control.ask('exercise.advance', {});
  await other.north.no('calculator.off', 'score.evaluate', { assume: [] });
  await other.north.no('calculator.off', 'decision.foresee', { decision: 'conduct' });
  await other.north.no('advice.off', 'advice.ask', {});
  const text = await other.north.ask('instrument.draft', treaty);
  const its = { instrument: text.instrument };
  const both = { ...its, version: text.version };
  await other.south.no('party.removed', 'instrument.amend', { ...both, clauses: [water(50)], invite: ['sou'] });
  await other.south.ask('instrument.bracket', { ...both, clauses: [{ type: 'water' }], on: true });
  await other.north.no('clause.bracketed', 'instrument.open', { ...its, on: true });
  const freed = await other.south.ask('instrument.bracket', { ...both, version: both.version + 1, clauses: [{ type: 'water' }], on: false });
  await other.north.ask('instrument.open', { ...its, on: true });
  await other.south.no('instrument.opened', 'instrument.amend', { ...both, clauses: [water(50)] });
  await other.south.ask('instrument.leak', its);
  await other.south.no('leak.already', 'instrument.leak', its);
  await other.north.ask('instrument.sign', { ...both, version: freed.version });
  await other.south.ask('instrument.sign', { ...both, version: freed.version });
  await other.north.no('instrument.in_force', 'instrument.withdraw', its);
  const gone = await other.north.ask('instrument.draft', treaty);
  await other.north.ask('instrument.withdraw', { instrument: gone.instrument });
  await other.south.no('instrument.ended', 'instrument.sign', { ...both, instrument: gone.instrument });
  const directs = (type, method, params) => other.control.no(type, method, { ...params, table: other.id });
  await directs('variable.unknown', 'variable.set', { name: 'nothing', value: 1, reason: 'x' });
  await directs('variable.out_of_range', 'variable.set', { name: 'tension', value: 500, reason: 'x' });
  await directs('inject.unknown', 'inject.fire', { inject: 'nothing' });
  await other.control.ask('inject.fire', { inject: 'boat', table: other.id });
  await directs('inject.once', 'inject.fire', { inject: 'boat' });
  await other.control.ask('exercise.end', {});
  await other.north.no('game.closed', 'instrument.draft', treaty);
  const paris = newToken();
  const { code: way } = await call(server, 'exercise.create', { scenario: 'paris', token: paris });
  const ukraine = newToken();
  await call(server, 'exercise.join', { code: way, name: 'Olena', token: ukraine, party: 'ukr' });
  const olena = await person(ukraine);
  const { decisions, phases } = await olena.ask('scenario.get');
  await call(server, 'exercise.start', {}, paris);
  const late = Object.keys(decisions).find((name) => decisions[name].phase !== phases.find(({ allows }) => allows.includes('decide')).id);
  const clock = () => olena.views[olena.you.table].view.clock;
  await olena.until(() => clock().state === 'running');
  while (!clock().allows.includes('decide')) {
    const { round, phase } = clock();
    await call(server, 'exercise.advance', {}, paris);
    await olena.until(() => clock().round !== round || clock().phase !== phase);
  }
  await olena.no('decision.closed', 'decision.choose', { decision: late, option: Object.keys(decisions[late].options)[0] });
  const burst = await Promise.all(Array.from({ length: 40 }, () => adviser.client.ask('ready.set', { on: 'no' })));
  const { error } = burst.find((answer) => answer.error.data.type === 'limit.rate');
  assert.deepEqual(wrong('error', error), []);
  refused.add('limit.rate');
  assert.deepEqual(refusalTypes.filter((type) => !refused.has(type)).sort(), [...elsewhere].sort());
});
