import { Field } from './Field';

interface NumberFieldProps {
  label: string;
  hint?: string;
  name: string;
  min: number;
  max: number;
  value: number;
  onValue: (value: number) => void;
}

/** A whole number between its bounds; what is no number is the least. */
export const NumberField = ({ label, hint, name, min, max, value, onValue }: NumberFieldProps) => (
  <Field label={label} hint={hint}>
    <input
      type="number"
      inputMode="numeric"
      name={name}
      min={min}
      max={max}
      value={value}
      onInput={(event) =>
        onValue(Math.max(min, Math.min(max, Math.floor(event.currentTarget.valueAsNumber) || min)))
      }
    />
  </Field>
);

interface TimeFieldProps {
  label: string;
  hint?: string;
  name: string;
  value: string;
  onValue: (value: string) => void;
  required?: boolean;
}

/** A time of day: "10:30", or empty. */
export const TimeField = ({ label, hint, name, value, onValue, required }: TimeFieldProps) => (
  <Field label={label} hint={hint}>
    <input
      type="time"
      name={name}
      required={required}
      value={value}
      onInput={(event) => onValue(event.currentTarget.value)}
    />
  </Field>
);
