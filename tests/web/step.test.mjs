// Every state of a game, from sitting down to the end, for everybody who may sit there: the sentence and the button.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './bundle.mjs';

const { stepOf, waitsForUs } = await load('screens/table/step.ts');

const rules = {
  parties: { fra: { kind: 'state' }, rus: { kind: 'state' }, ukr: { kind: 'state' }, un: { kind: 'mediator' } },
  scores: { fra: { items: { peace: {}, land: {}, money: {} } } },
  instruments: { pact: { title: 'Pact', templates: { short: { title: 'Short' } } } },
  decisions: { ratify: { title: 'Ratify' } },
};
const move = { title: 'Lead', text: 'Ask what its promise costs.', to: ['rus'], instrument: 'pact', template: 'short' };
const talks = { state: 'running', phase: 'talks', allows: ['talk', 'draft', 'sign'] };
const briefing = { state: 'running', phase: 'briefing', allows: ['talk'] };
const vote = { state: 'running', phase: 'vote', allows: ['talk', 'decide'] };
const planned = { plans: { fra: { aims: ['peace'], terms: [{}] } } };
const text = (more = {}) => ({
  kind: 'pact', author: 'rus', invited: ['fra', 'rus'], status: 'draft', version: 1, at: 1,
  clauses: [], missing: { signatures: ['fra', 'rus'] }, ...more,
});

/** What a person sees: the clock and whatever else there is; who they are, and what they know. */
const here = (clock, seen = {}, who = {}) => ({
  rules, us: 'fra', role: 'head', binding: true, mode: 'room', guided: false, briefed: true, at: ['world'], news: () => null, notReady: [], moves: [],
  seen: { clock, table: {}, parties: { fra: {}, rus: {}, ukr: {}, un: {} }, ...seen },
  ...who,
});
const adviser = { role: 'adviser', binding: false, job: 'numbers' };
const fresh = { news: () => 'new' };
const said = (says, words, to) => ({ says, ...(words ? { words } : {}), ...(to ? { to } : {}) });

const decision = (mine) => ({ decisions: { ratify: { open: true, by: ['fra'], ...(mine ? { mine } : {}) } } });
const minutes = { 1: { what: 'signed', party: 'fra', instrument: 'T', version: 1 } };
const one = (more) => ({ instruments: { T: text(more) } });
const signed = { signatures: { rus: { at: 1 } }, missing: { signatures: ['fra'] } };

/** The state, in words; who sees what; the sentence, the button, and where it leads. */
const states = [
  ['just sat down', here(briefing, {}, { briefed: false }), said('now-brief', 'now-brief-open', ['brief'])],
  ['an adviser just sat down', here(briefing, {}, { ...adviser, briefed: false }), said('now-brief', 'now-brief-open', ['brief'])],
  ['sits before the brief', here(briefing, {}, { briefed: false, at: ['brief'] }), said('now-brief-here')],
  ['the plan is open already', here(briefing, {}, { at: ['plan'] }), said('now-rank')],
  ['the brief is read', here(briefing), said('now-rank', 'now-plan-open', ['plan'])],
  ['an adviser has read it', here(briefing, {}, adviser), said('now-rank', 'now-plan-open', ['plan'])],
  ['the aims are ranked', here(briefing, { plans: { fra: { aims: ['peace'] } } }), said('now-try', 'now-plan-open', ['plan'])],
  ['ranked, without a calculator', here(briefing, { plans: { fra: { aims: ['peace'] } }, table: { calculator: false } }), said('now-agree', 'ready-off')],
  ['one aim alone is not ranked', here(briefing, {}, { rules: { ...rules, scores: { fra: { items: { peace: {} } } } } }), said('now-try', 'now-plan-open', ['plan'])],
  ['a term was tried', here(briefing, planned), said('now-agree', 'ready-off')],
  ['an adviser has a job: numbers', here(briefing, planned, adviser), said('now-job-numbers', 'now-plan-open', ['plan'])],
  ['an adviser has a job: contacts', here(briefing, planned, { ...adviser, job: 'contacts' }), said('now-job-contacts', 'now-plan-open', ['plan'])],
  ['an adviser has a job: drafting', here(briefing, planned, { ...adviser, job: 'drafting' }), said('now-job-drafting', 'now-plan-open', ['plan'])],
  ['a newcomer is led by the guide', here(briefing, {}, { guided: true }), said('now-agree', 'ready-off')],
  ['ready without a plan', here(briefing, { parties: { fra: { ready: true }, rus: {} } }, { notReady: ['rus'] }), said('now-brief-wait', 'now-own-open', ['talk', 'fra'])],
  ['ready, others are not', here(briefing, { ...planned, parties: { fra: { ready: true }, rus: {} } }, { notReady: ['rus'] }), said('now-brief-wait', 'now-own-open', ['talk', 'fra'])],
  ['ready, and nobody else is at it', here(briefing, { ...planned, parties: { fra: { ready: true } } }), said('now-brief-talk', 'now-own-open', ['talk', 'fra'])],

  ['the talks open, in one room', here(talks, {}, { moves: [move] }), said('now-move-meet', 'move-start')],
  ['the talks open, online', here(talks, {}, { moves: [move], mode: 'online' }), said('now-move-write', 'move-start')],
  ['the talks open, mixed', here(talks, {}, { moves: [move], mode: 'mixed' }), said('now-move-either', 'move-start')],
  ['a move without a text', here(talks, {}, { moves: [{ ...move, template: undefined }] }), said('now-move-meet', 'now-talk-open')],
  ['a move that meets nobody', here(talks, {}, { moves: [{ title: 'Think', text: '' }] }), said('now-move', 'now-brief-open', ['brief'])],
  ['no move at all', here(talks), said('now-begin', 'text-new', ['texts', 'new'])],
  ['a mediator', here(talks, {}, { us: 'un' }), said('now-mediate', 'text-new', ['texts', 'new'])],
  ['a mediator with a move', here(talks, {}, { us: 'un', moves: [move] }), said('now-move-meet', 'move-start')],
  ['writing a text', here(talks, {}, { unsent: 'new-1', at: ['texts', 'write', 'new-1'] }), said('now-writing')],
  ['writing, and another text waits', here(talks, one(signed), { at: ['texts', 'write', 'U'] }), said('now-writing')],
  ['a draft left open when the talks have ended', here(vote, {}, { at: ['texts', 'write', 'U'] }), said('now-nothing', 'ready-off')],
  ['a text begun and not sent', here(talks, {}, { unsent: 'new-1' }), said('now-unsent', 'now-unsent-open', ['texts', 'write', 'new-1'])],
  ['left out of a public text', here(talks, one({ invited: ['rus', 'ukr'], public: true })), said('now-left-out', 'now-text-open', ['texts', 'T'])],
  ['others have a text in force', here(talks, one({ invited: ['rus', 'ukr'], public: true, status: 'in_force' }), { moves: [move] }), said('now-move-meet', 'move-start')],

  ['a text came', here(talks, one(), fresh), said('now-read', 'now-text-open', ['texts', 'T'])],
  ['a text came to an adviser', here(talks, one(), { ...adviser, ...fresh }), said('now-read', 'now-text-open', ['texts', 'T'])],
  ['a text was amended', here(talks, one({ amended_by: 'rus', version: 2 }), { news: () => 'amended' }), said('now-read-amended', 'now-text-open', ['texts', 'T'])],
  ['an amendment cleared our signature', here(talks, { ...one({ amended_by: 'rus', version: 2 }), minutes }), said('now-cleared', 'now-text-open', ['texts', 'T'])],
  ['it cleared the head’s, for an adviser', here(talks, { ...one({ amended_by: 'rus', version: 2 }), minutes }, adviser), said('now-cleared-advise', 'now-text-open', ['texts', 'T'])],
  ['the other has signed', here(talks, one(signed)), said('now-sign', 'now-text-open', ['texts', 'T'])],
  ['the other has signed, for an adviser', here(talks, one(signed), adviser), said('now-sign-advise', 'now-text-open', ['texts', 'T'])],
  ['the other has signed, an adviser with full powers', here(talks, one(signed), { ...adviser, binding: true }), said('now-sign', 'now-text-open', ['texts', 'T'])],
  ['signed by the parties, we witness', here(talks, one({ ...signed, invited: ['rus', 'ukr'], witnesses: ['fra'] })), said('now-witness', 'now-text-open', ['texts', 'T'])],
  ['nobody has signed, we witness', here(talks, one({ invited: ['rus', 'ukr'], witnesses: ['fra'], missing: { signatures: ['rus', 'ukr'] } })), said('now-waits-meet', 'now-talk-open')],
  ['disputed', here(talks, one({ clauses: [{ id: 'x', brackets: ['rus'] }] })), said('now-disputed', 'now-text-open', ['texts', 'T'])],
  ['our own text, unsigned', here(talks, one({ author: 'fra' })), said('now-sign-own', 'now-text-open', ['texts', 'T'])],
  ['their text, read and unsigned', here(talks, one()), said('now-sign-first', 'now-text-open', ['texts', 'T'])],
  ['their text in its first version, last written by its author', here(talks, one({ amended_by: 'rus' })), said('now-sign-first', 'now-text-open', ['texts', 'T'])],
  ['our text, which they changed', here(talks, one({ author: 'fra', amended_by: 'rus', version: 2 })), said('now-sign-changed', 'now-text-open', ['texts', 'T'])],
  ['their text, which we changed', here(talks, one({ amended_by: 'fra', version: 2 })), said('now-sign-own', 'now-text-open', ['texts', 'T'])],
  ['the other has signed, and it is open', here(talks, one(signed), { at: ['texts', 'T'] }), said('now-sign')],
  ['the other has signed, and another text is open', here(talks, one(signed), { at: ['texts', 'U'] }), said('now-sign', 'now-text-open', ['texts', 'T'])],
  ['their text, for an adviser', here(talks, one(), adviser), said('now-waits-meet', 'now-talk-open')],
  ['we declined it', here(talks, one({ ...signed, declined: ['fra'], missing: {} })), said('now-nothing', 'ready-off')],
  ['we signed, the other not, in one room', here(talks, one({ signatures: { fra: { at: 1 } }, missing: { signatures: ['rus'] } })), said('now-waits-meet', 'now-talk-open')],
  ['we signed, the other not, online', here(talks, one({ signatures: { fra: { at: 1 } }, missing: { signatures: ['rus'] } }), { mode: 'online' }), said('now-waits-write', 'now-talk-open')],
  ['a message came', here(talks, one({ status: 'in_force', missing: {} , signatures: { fra: { at: 1 } } }), { unread: { circle: 'fra+rus', count: 2 } }), said('now-messages', 'now-messages-open', ['talk', 'fra+rus'])],
  ['all is signed', here(talks, one({ status: 'in_force', missing: {}, signatures: { fra: { at: 1 }, rus: { at: 1 } } })), said('now-nothing', 'ready-off')],
  ['all is signed, for an adviser', here(talks, one({ status: 'in_force', missing: {}, signatures: { fra: { at: 1 } } }), adviser), said('now-wait')],
  ['ready, others still at it', here(talks, { ...one({ status: 'in_force', missing: {} , signatures: { fra: { at: 1 } } }), parties: { fra: { ready: true }, rus: {} } }, { notReady: ['rus'] }), said('now-ready')],

  ['a decision is open', here(vote, decision()), said('now-decide', 'now-decide-open', ['decide'])],
  ['a decision, and its page is open', here(vote, decision(), { at: ['decide'] }), said('now-decide')],
  ['a decision, for an adviser', here(vote, decision(), adviser), said('now-decide-advise', 'now-decide-open', ['decide'])],
  ['a decision before the brief is read', here(vote, decision(), { briefed: false }), said('now-decide', 'now-decide-open', ['decide'])],
  ['it is chosen', here(vote, decision('yes')), said('now-nothing', 'ready-off')],
  ['others decide', here(vote, { decisions: { ratify: { open: true, by: ['rus'] } } }), said('now-nothing', 'ready-off')],

  ['paused', here({ ...talks, state: 'paused' }, one(signed)), said('now-paused', 'now-control-open', ['talk', 'control:fra'])],
  ['an observer', here(talks, one(signed), { role: 'observer', binding: false }), said('now-observe', 'now-plan-open', ['plan'])],
  ['an observer who has read nothing', here(talks, {}, { role: 'observer', binding: false, briefed: false }), said('now-brief', 'now-brief-open', ['brief'])],
  ['an observer, and a text came', here(talks, one(), { role: 'observer', binding: false, ...fresh }), said('now-observe-text', 'now-text-open', ['texts', 'T'])],
  ['an observer, paused', here({ ...talks, state: 'paused' }, {}, { role: 'observer', binding: false }), said('now-paused', 'now-control-open', ['talk', 'control:fra'])],
  ['a spectator', here(talks, one({ public: true }), { us: null, role: undefined, binding: false }), said('now-look-on', 'now-world-open', ['world'])],
  ['a spectator, paused', here({ ...talks, state: 'paused' }, {}, { us: null, role: undefined, binding: false }), said('now-look-paused')],
  ['the final phase', here({ ...talks, final: true }, one(signed)), said('now-final')],
  ['closed', here({ ...talks, state: 'closed' }), said('now-final')],
  ['a spectator at the end', here({ ...talks, final: true }, {}, { us: null }), said('now-final')],
];

for (const [what, state, expected] of states) {
  test(what, () => {
    const { says, act } = stepOf(state);
    assert.deepEqual(said(says, act?.words, act?.to), expected);
  });
}

test('who sent a text is its author, though others have amended it since', () => {
  const amended = one({ amended_by: 'ukr', version: 2 });
  assert.equal(stepOf(here(talks, amended, fresh)).about.party, 'rus');
  assert.deepEqual(stepOf(here(talks, amended, { news: () => 'amended' })).about, { text: 'T', party: 'ukr' });
  const ours = stepOf(here(talks, one({ author: 'fra', amended_by: 'ukr', version: 2 }), fresh));
  assert.equal(ours.says, 'now-read-amended', 'our own, on a device that has not shown it yet');
  assert.equal(ours.about.party, 'ukr');
});

test('who waits for us: for a signature, to move on, or nobody', () => {
  assert.deepEqual(waitsForUs(here(talks, one(signed))), { says: 'waits-signature', about: { parties: ['rus'], count: 1 } });
  const ready = { parties: { fra: {}, rus: { ready: true }, ukr: { ready: true } } };
  assert.deepEqual(waitsForUs(here(talks, ready)), { says: 'waits-ready', about: { parties: ['rus', 'ukr'], count: 2 } });
  assert.equal(waitsForUs(here(talks, ready, adviser)), null);
  assert.equal(waitsForUs(here(talks, { parties: { ...ready.parties, fra: { ready: true } } })), null);
  assert.equal(waitsForUs(here(talks, one({ ...signed, declined: ['fra'] }))), null);
  assert.equal(waitsForUs(here(talks, one(signed), { us: null })), null);
});
