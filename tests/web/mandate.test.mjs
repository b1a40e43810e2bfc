import assert from 'node:assert/strict';
import { test } from 'node:test';
import { load } from './bundle.mjs';

const { expressionOf, firstOrder, relationsOf } = await load('screens/table/plan/mandate.ts');

const rules = {
  parties: { fra: {}, rus: {} },
  instruments: { pact: { title: 'Pact' } },
  variables: { calm: { label: 'Calm', type: 'int', start: 40 }, support: { label: 'Support', type: 'int', per: 'party' } },
  clauses: {
    peace: {
      keys: ['peace'],
      terms: {
        days: { type: 'int', min: 3, max: 30, default: 30 },
        how: { type: 'option', options: { "it's": 'so' }, default: "it's" },
        by: { type: 'party', default: 'fra' },
        among: { type: 'parties', default: [] },
        open: { type: 'bool', default: true },
      },
    },
    words: { keys: ['fra.words'], terms: {} },
    closed: { keys: [], terms: {} },
  },
};

test('an order is an expression of the rules', () => {
  const term = (name, is, value) => ({ about: 'term', clause: 'peace', term: name, is, value });
  for (const [order, expression] of [
    [term('days', 'most', 9), '!peace.in_force || peace.days <= 9'],
    [term('days', 'least', 9), '!peace.in_force || peace.days >= 9'],
    [term('days', 'same', 9), '!peace.in_force || peace.days == 9'],
    [term('how', 'other', "it's"), "!peace.in_force || peace.how != 'it\\'s'"],
    [term('by', 'same', 'rus'), '!peace.in_force || peace.by == rus'],
    [term('open', 'same', true), '!peace.in_force || peace.open == true'],
    [term('among', 'holds', 'rus'), '!peace.in_force || rus in peace.among'],
    [term('among', 'lacks', 'rus'), '!peace.in_force || !(rus in peace.among)'],
    [{ about: 'clause', clause: 'fra.words', agreed: true }, 'fra.words.in_force'],
    [{ about: 'clause', clause: 'fra.words', agreed: false }, '!fra.words.in_force'],
    [{ about: 'bound', type: 'words' }, '!fra.bound_by(words)'],
    [{ about: 'signed', party: 'rus', kind: 'pact' }, 'rus.signed(pact)'],
    [{ about: 'figure', figure: 'calm', is: 'least', value: -3 }, 'calm >= -3'],
  ]) {
    assert.equal(expressionOf(rules, 'fra', order), expression);
  }
});

test('each kind of order begins with what there is', () => {
  const first = (about) => firstOrder(rules, 'fra', about);
  assert.deepEqual(first('term'), { about: 'term', clause: 'peace', term: 'days', is: 'least', value: 30 });
  assert.deepEqual(first('clause'), { about: 'clause', clause: 'peace', agreed: false });
  assert.deepEqual(first('bound'), { about: 'bound', type: 'peace' });
  assert.deepEqual(first('signed'), { about: 'signed', party: 'rus', kind: 'pact' });
  assert.deepEqual(first('figure'), { about: 'figure', figure: 'calm', is: 'most', value: 40 });
  const bare = { parties: { fra: {} }, instruments: {}, clauses: {} };
  for (const about of ['term', 'clause', 'bound', 'signed', 'figure']) {
    assert.equal(firstOrder(bare, 'fra', about), null);
  }
  assert.deepEqual(relationsOf(rules.clauses.peace.terms.among), ['holds', 'lacks']);
});
