// One line of the minutes, in words.

import { has, list, number, t } from '../locale';
import type { Instrument, Minute, Scenario, Value, View } from '../view';
import { clauseKeyTitle, instrumentTitle, saidIn, thingName } from './treaty';

const valueText = (scenario: Scenario, value?: Value) => {
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
  if (typeof value === 'number') return number(value);
  if (Array.isArray(value)) return list(value.map((id) => thingName(scenario, id)));
  return value === undefined ? '…' : thingName(scenario, value);
};

/** Which way a number went. */
const turnOf = ({ before, value }: Minute) =>
  typeof before !== 'number' || typeof value !== 'number'
    ? 'other'
    : value > before
      ? 'up'
      : 'down';

export function minuteText(minute: Minute, scenario: Scenario, view: View): string {
  const id = `minute-${minute.what.replaceAll('_', '-')}`;
  if (!has(id)) return minute.text ?? minute.what;
  const text: Instrument | undefined = view.instruments?.[minute.instrument ?? ''];
  const known = text ?? (minute.kind ? { kind: minute.kind } : undefined);
  const decision = scenario.decisions?.[minute.decision ?? ''];
  const variable = scenario.variables?.[minute.variable ?? ''];
  const choices = Object.entries(minute.choices ?? {}).map(([party, option]) =>
    t('party-chose', {
      party: thingName(scenario, party),
      option: decision?.options[option] ?? option,
    }),
  );
  const words = t(id, {
    party: minute.party ? thingName(scenario, minute.party) : t('facilitator'),
    text: known ? instrumentTitle(scenario, known) : t('a-text'),
    version: minute.version ?? 0,
    clause: minute.clause ? clauseKeyTitle(scenario, minute.clause) : '',
    reserved: minute.reserved?.length
      ? list(minute.reserved.map((key) => clauseKeyTitle(scenario, key)))
      : 'none',
    phase: scenario.phases.find((phase) => phase.id === minute.phase)?.title ?? minute.phase,
    round: minute.round,
    rounds: scenario.phases.find((phase) => phase.id === minute.phase)?.rounds ?? 1,
    on: String(minute.on ?? minute.notice ?? minute.voided ?? false),
    decision: decision?.title ?? minute.decision ?? '',
    option: decision?.options[minute.option ?? ''] ?? minute.option ?? '',
    choices: choices.length > 0 ? list(choices) : 'none',
    variable: minute.key
      ? t('clause-of', {
          title: variable?.label ?? minute.variable ?? '',
          it: thingName(scenario, minute.key),
        })
      : (variable?.label ?? minute.variable ?? ''),
    value: valueText(scenario, minute.value),
    before: valueText(scenario, minute.before),
    unit: variable?.unit ?? '',
    title: saidIn(minute, 'title'),
    words: saidIn(minute, 'text'),
    turn: turnOf(minute),
  });
  // Where a figure has no unit, its place at the end stays empty.
  return words.trimEnd();
}
