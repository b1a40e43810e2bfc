// Variables, which the author may suppose to be other than they start, and what follows from them with the draft.

import { t } from '../../locale';
import type { StudioEvaluation } from '../../methods';
import { Button } from '../../parts/Button';
import { Scroll } from '../../parts/Scroll';
import { thingName } from '../../parts/treaty';
import type { Scenario, TermType, Value, VariableType } from '../../view';
import { Term } from '../table/Term';
import { isKeyed, valueWords } from '../table/words';
import { supposed, supposedNow } from './draft';

interface FiguresProps {
  rules: Scenario;
  answer: StudioEvaluation;
}

/** A variable's control: one without bounds takes what a number field takes. */
function controlOf(variable: VariableType): TermType {
  const { type, options, min, max } = variable;
  if (type === 'bool') return { type, default: false };
  if (type === 'option') return { type, options: options ?? {}, default: '' };
  if (type === 'party' || type === 'region') return { type, default: '' };
  return {
    type: 'int',
    min: min ?? Number.MIN_SAFE_INTEGER,
    max: max ?? Number.MAX_SAFE_INTEGER,
    default: 0,
  };
}

export const Figures = ({ rules, answer }: FiguresProps) => (
  <div class="studio-columns">
    <Variables rules={rules} answer={answer} />
    <Formulas rules={rules} answer={answer} />
  </div>
);

const Variables = ({ rules, answer }: FiguresProps) => {
  const other = Object.keys(supposedNow(rules)).length;
  return (
    <section aria-labelledby="variables">
      <h3 id="variables">{t('studio-variables')}</h3>
      <p class="small muted">{t('studio-suppose')}</p>
      {other > 0 && (
        <p>
          <Button
            onPress={() => {
              supposed.value = {};
            }}
          >
            {t('studio-as-they-start', { count: other })}
          </Button>
        </p>
      )}
      <ul class="plain figure-list">
        {Object.entries(rules.variables ?? {}).map(([id, variable]) => (
          <li key={id}>
            <h4>
              {variable.label} <code class="muted">{id}</code>
            </h4>
            <Places id={id} variable={variable} rules={rules} value={answer.variables[id] ?? 0} />
          </li>
        ))}
      </ul>
    </section>
  );
};

interface PlacesProps {
  id: string;
  variable: VariableType;
  rules: Scenario;
  value: Value | Record<string, Value>;
}

/** One control, or one for each party or region. */
const Places = ({ id, variable, rules, value }: PlacesProps) => {
  const control = (name: string, label: string, now: Value) => (
    <span key={name} class={name in supposed.value ? 'suppose other' : 'suppose'}>
      <Term
        label={label}
        type={controlOf(variable)}
        // At once, without waiting for what comes of it.
        value={supposed.value[name] ?? now}
        onChange={(next) => {
          supposed.value = { ...supposed.value, [name]: next };
        }}
      />
      {variable.unit}
    </span>
  );
  if (!isKeyed(value)) return control(id, variable.label, value);
  return (
    <div class="suppose-keys">
      {Object.entries(value).map(([key, now]) => (
        <span key={key}>
          <span class="small">{thingName(rules, key)}</span>{' '}
          {control(
            `${key}.${id}`,
            t('clause-of', { title: variable.label, it: thingName(rules, key) }),
            now,
          )}
        </span>
      ))}
    </div>
  );
};

const Formulas = ({ rules, answer }: FiguresProps) => {
  const formulas = Object.entries(rules.formulas ?? {});
  if (formulas.length === 0) return null;
  return (
    <section aria-labelledby="formulas">
      <h3 id="formulas">{t('studio-formulas')}</h3>
      <Scroll label={t('studio-formulas')}>
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{t('figure')}</th>
              <th scope="col">{t('studio-before')}</th>
              <th scope="col">{t('studio-with-draft')}</th>
            </tr>
          </thead>
          <tbody>
            {formulas.flatMap(([id, shape]) => {
              const value = answer.formulas[id];
              const row = (name: string, title: string, now: Value | undefined) => {
                const moved = answer.changed[name];
                const words = (which: Value | undefined) =>
                  which === undefined ? '–' : valueWords(rules, shape, which);
                return (
                  <tr key={name} class={moved ? 'moved' : undefined}>
                    <th scope="row">
                      {title} <code class="muted">{name}</code>
                    </th>
                    <td>{words(moved ? moved.now : now)}</td>
                    <td>{words(now)}</td>
                  </tr>
                );
              };
              if (value === undefined || !isKeyed(value)) return [row(id, shape.label, value)];
              return Object.entries(value).map(([key, now]) =>
                row(
                  `${key}.${id}`,
                  t('clause-of', { title: shape.label, it: thingName(rules, key) }),
                  now,
                ),
              );
            })}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
};
