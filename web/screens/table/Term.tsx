// An open term's control: a slider with steps, a choice, a yes or no, a picker of delegations or areas.

import { useId } from 'preact/hooks';
import { number, t } from '../../locale';
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

const listed_most = 8;

export const Term = (props: TermProps) => {
  const rules = scenario.value;
  if (!rules) return null;
  const { type } = props;
  if (type.type === 'int') return <Dial {...props} type={type} />;
  if (type.type === 'parties') return <Several {...props} of={type.of} rules={rules} />;
  if (type.type === 'bool') {
    return (
      <OneOf
        {...props}
        value={String(props.value === true)}
        options={[
          ['true', t('yes')],
          ['false', t('no')],
        ]}
        onChange={(value) => props.onChange(value === 'true')}
      />
    );
  }
  const options =
    type.type === 'option'
      ? Object.entries(type.options)
      : (type.of ?? Object.keys((type.type === 'party' ? rules.parties : rules.regions) ?? {})).map(
          (id): [string, string] => [id, thingName(rules, id)],
        );
  return <OneOf {...props} options={options} />;
};

/** A few stand there to be chosen from; many are a list to open. */
const OneOf = ({
  label,
  value,
  options,
  onChange,
  invalid,
}: TermProps & { options: [string, string][] }) => {
  const name = useId();
  const chosen = String(value ?? '');
  if (options.length > listed_most) {
    return (
      <select
        class="term"
        aria-label={label}
        aria-invalid={invalid || undefined}
        value={chosen}
        onChange={(event) => onChange(event.currentTarget.value)}
      >
        {options.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    );
  }
  return (
    <fieldset class="term one-of">
      <legend class="spoken">{label}</legend>
      {options.map(([id, words]) => (
        <label key={id} class="choice">
          <input type="radio" name={name} checked={chosen === id} onChange={() => onChange(id)} />
          <span>{words}</span>
        </label>
      ))}
    </fieldset>
  );
};

/** A number: dragged, stepped, or typed. */
const Dial = ({
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
    <span class="term dial">
      <input
        type="range"
        aria-label={t('term-slider', { term: label })}
        min={type.min}
        max={type.max}
        step={step}
        value={at}
        onInput={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <span class="stepper">
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
      </span>
      <small class={within ? 'term-hint' : 'term-hint care'}>
        {t('term-range', { min: number(type.min), max: number(type.max), step })}
      </small>
    </span>
  );
};

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
    <fieldset class="term one-of">
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
          <span>{thingName(rules, id)}</span>
        </label>
      ))}
    </fieldset>
  );
};
