import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import type { Scenario } from '../../view';
import { act, type Scope } from './acts';
import { bounds, typed, ValueInput, variables } from './Values';

interface SetValueProps {
  scope: Scope;
  scenario: Scenario;
  onClose: () => void;
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
