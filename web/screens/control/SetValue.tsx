import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import type { Scenario, TableId, VariableType } from '../../view';
import { act } from './acts';

interface SetValueProps {
  scope?: TableId;
  scenario: Scenario;
  onClose: () => void;
}

/** Names as in expressions: `escalation`, `ukr.support`. */
function variables(scenario: Scenario) {
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

/** A value by hand, with the reason that goes into the record. */
export const SetValue = ({ scope, scenario, onClose }: SetValueProps) => {
  const known = variables(scenario);
  const [name, setName] = useState(known[0]?.name ?? '');
  const [value, setValue] = useState('');
  const [reason, setReason] = useState('');
  const type = known.find((one) => one.name === name)?.type;
  const set = async () => {
    await act(
      'variable.set',
      { name, value: typed(type, value), reason: reason.trim() },
      scope,
      t('value-done'),
    );
    onClose();
  };
  return (
    <Dialog
      title={t('value-title')}
      onClose={onClose}
      actions={
        <Button look="main" disabled={!reason.trim() || value === ''} onPress={set}>
          {t('value-do')}
        </Button>
      }
    >
      <Field label={t('value-what')}>
        <select
          value={name}
          onChange={(event) => {
            setName(event.currentTarget.value);
            setValue('');
          }}
        >
          {known.map((one) => (
            <option key={one.name} value={one.name}>
              {one.label}
            </option>
          ))}
        </select>
      </Field>
      <Field label={t('value-to')} hint={type?.type === 'int' ? bounds(type) : undefined}>
        <ValueInput scenario={scenario} type={type} value={value} onValue={setValue} />
      </Field>
      <Field label={t('value-reason')} hint={t('value-reason-hint')}>
        <input
          value={reason}
          maxLength={500}
          onInput={(event) => setReason(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
};

const bounds = ({ min, max, unit }: VariableType) =>
  min === undefined && max === undefined
    ? undefined
    : t('value-bounds', { min: min ?? '…', max: max ?? '…', unit: unit ?? '' });

function typed(type: VariableType | undefined, value: string) {
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
const ValueInput = ({ scenario, type, value, onValue, ...named }: ValueInputProps) => {
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
