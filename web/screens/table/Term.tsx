import { list, number, t } from '../../locale';
import { thingName } from '../../parts/treaty';
import { scenario } from '../../store';
import type { Scenario, TermType, Value } from '../../view';
import { inOrder } from './words';

interface TermProps {
  /** Which article and which of its terms, for those who don't see the sentence around it. */
  label: string;
  type: TermType;
  value: Value | undefined;
  onChange: (value: Value) => void;
  invalid?: boolean;
}

/** An open place of an article: a control within the sentence. */
export const Term = (props: TermProps) => {
  const rules = scenario.value;
  if (!rules) return null;
  const { type } = props;
  if (type.type === 'int') return <Stepper {...props} type={type} />;
  if (type.type === 'bool') return <Tick {...props} />;
  if (type.type === 'parties') return <Several {...props} of={type.of} rules={rules} />;
  const options =
    type.type === 'option'
      ? Object.entries(type.options)
      : (type.of ?? Object.keys((type.type === 'party' ? rules.parties : rules.regions) ?? {})).map(
          (id) => [id, thingName(rules, id)] as const,
        );
  const chosen = String(props.value ?? '');
  return (
    <span class="term choose">
      <span aria-hidden="true">{options.find(([id]) => id === chosen)?.[1] ?? chosen}</span>
      <select
        aria-label={props.label}
        aria-invalid={props.invalid || undefined}
        value={chosen}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      >
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </span>
  );
};

const Stepper = ({
  label,
  type,
  value,
  onChange,
  invalid,
}: TermProps & { type: Extract<TermType, { type: 'int' }> }) => {
  const at = typeof value === 'number' ? value : type.min;
  const step = type.step ?? 1;
  const within = at >= type.min && at <= type.max && (at - type.min) % step === 0;
  const move = (by: number) => {
    const nearest = type.min + Math.round((at - type.min) / step) * step;
    onChange(Math.min(type.max, Math.max(type.min, nearest + by)));
  };
  return (
    <span class="term stepper">
      <button
        type="button"
        class="quiet"
        aria-label={t('term-less', { term: label })}
        disabled={at <= type.min}
        onClick={() => move(-step)}
      >
        −
      </button>
      <input
        type="number"
        inputMode="numeric"
        aria-label={label}
        aria-invalid={invalid || !within || undefined}
        min={type.min}
        max={type.max}
        step={step}
        value={at}
        onInput={(event) => {
          const typed = event.currentTarget.valueAsNumber;
          if (Number.isInteger(typed)) onChange(typed);
        }}
      />
      <button
        type="button"
        class="quiet"
        aria-label={t('term-more', { term: label })}
        disabled={at >= type.max}
        onClick={() => move(step)}
      >
        +
      </button>
      {!within && (
        <small class="term-hint">
          {t('term-range', { min: number(type.min), max: number(type.max), step })}
        </small>
      )}
    </span>
  );
};

const Tick = ({ label, value, onChange }: TermProps) => (
  <label class="term">
    <input
      type="checkbox"
      aria-label={label}
      checked={value === true}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    {t(value === true ? 'yes' : 'no')}
  </label>
);

const Several = ({
  label,
  value,
  onChange,
  of,
  rules,
}: TermProps & { of?: string[]; rules: Scenario }) => {
  const chosen = Array.isArray(value) ? value : [];
  const all = of ?? Object.keys(rules.parties);
  return (
    <details class="term several">
      <summary>
        {chosen.length > 0 ? list(chosen.map((id) => thingName(rules, id))) : t('nobody')}
      </summary>
      <fieldset>
        <legend class="spoken">{label}</legend>
        {all.map((id) => (
          <label key={id} class="choice">
            <input
              type="checkbox"
              checked={chosen.includes(id)}
              onChange={(event) =>
                onChange(
                  inOrder(
                    rules,
                    event.currentTarget.checked
                      ? [...chosen, id]
                      : chosen.filter((other) => other !== id),
                  ),
                )
              }
            />
            {thingName(rules, id)}
          </label>
        ))}
      </fieldset>
    </details>
  );
};
