// The variables of a scenario, and their values as the facilitator types or chooses them.

import { t } from '../../locale';
import type { SetEffect } from '../../methods';
import { Button } from '../../parts/Button';
import { Field } from '../../parts/Field';
import type { Scenario, VariableType } from '../../view';

/** Names as in expressions: `escalation`, `ukr.support`. */
export function variables(scenario: Scenario) {
  return Object.entries(scenario.variables ?? {}).flatMap(([id, type]) => {
    if (!type.per) return [{ name: id, label: type.label, type }];
    const keys = type.per === 'party' ? scenario.parties : (scenario.regions ?? {});
    return Object.entries(keys).map(([key, { name }]) => ({
      name: `${key}.${id}`,
      label: t('clause-of', { title: type.label, it: name }),
      type,
    }));
  });
}

export const bounds = ({ min, max, unit }: VariableType) =>
  min === undefined && max === undefined
    ? undefined
    : t('value-bounds', { min: min ?? '…', max: max ?? '…', unit: unit ?? '' });

export function typed(type: VariableType | undefined, value: string) {
  if (type?.type === 'bool') return value === 'true';
  return (type?.type ?? 'int') === 'int' ? Number(value) : value;
}

interface ValueInputProps {
  id?: string;
  'aria-describedby'?: string;
  scenario: Scenario;
  type?: VariableType;
  value: string;
  onValue: (value: string) => void;
}
export const ValueInput = ({ scenario, type, value, onValue, ...named }: ValueInputProps) => {
  const options = choices(scenario, type);
  if (!options) {
    return (
      <input
        {...named}
        type="number"
        inputMode="numeric"
        min={type?.min}
        max={type?.max}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    );
  }
  return (
    <select {...named} value={value} onChange={(event) => onValue(event.currentTarget.value)}>
      <option value="">{t('value-choose')}</option>
      {options.map(([id, label]) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  );
};

function choices(scenario: Scenario, type?: VariableType): [string, string][] | null {
  const named = (things: Record<string, { name: string }>): [string, string][] =>
    Object.entries(things).map(([id, { name }]) => [id, name]);
  if (type?.type === 'bool') {
    return [
      ['true', t('yes')],
      ['false', t('no')],
    ];
  }
  if (type?.type === 'option') return Object.entries(type.options ?? {});
  if (type?.type === 'party') return named(scenario.parties);
  if (type?.type === 'region') return named(scenario.regions ?? {});
  return null;
}

/** A change that is being written: its value as typed. */
export interface Change {
  name: string;
  value: string;
}

/** Those that are whole. */
export const effectsOf = (scenario: Scenario, changes: Change[]): SetEffect[] => {
  const known = variables(scenario);
  return changes
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => ({
      set: name,
      to: typed(known.find((one) => one.name === name)?.type, value),
    }));
};

interface ChangesProps {
  scenario: Scenario;
  changes: Change[];
  onChanges: (changes: Change[]) => void;
}

/** What it changes: any number of values. */
export const Changes = ({ scenario, changes, onChanges }: ChangesProps) => {
  const known = variables(scenario);
  if (known.length === 0) return null;
  const put = (at: number, part: Partial<Change>) =>
    onChanges(changes.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset class="changes">
      <legend>{t('changes')}</legend>
      {changes.map((change, at) => {
        const type = known.find((one) => one.name === change.name)?.type;
        return (
          <div key={at} class="pair">
            <Field label={t('value-what')}>
              <select
                value={change.name}
                onChange={(event) => put(at, { name: event.currentTarget.value, value: '' })}
              >
                {known.map((one) => (
                  <option key={one.name} value={one.name}>
                    {one.label}
                  </option>
                ))}
              </select>
            </Field>
            <Field label={t('value-to')} hint={type?.type === 'int' ? bounds(type) : undefined}>
              <ValueInput
                scenario={scenario}
                type={type}
                value={change.value}
                onValue={(value) => put(at, { value })}
              />
            </Field>
          </div>
        );
      })}
      <Button
        look="quiet"
        onPress={() => onChanges([...changes, { name: known[0]?.name ?? '', value: '' }])}
      >
        {t('changes-add')}
      </Button>
    </fieldset>
  );
};
