import { t } from '../../locale';
import type { ClauseWish } from '../../methods';
import { Button } from '../../parts/Button';
import { clauseKeyTitle, clauseTitle } from '../../parts/treaty';
import type { ClauseKey, Scenario } from '../../view';
import { newClause } from '../table/draft';
import { Prose } from '../table/Prose';
import { clauseId, conditionTitle, partyNames } from '../table/words';
import { AllDrafts } from './AllDrafts';
import {
  change,
  chosen,
  type Draft,
  type Evaluated,
  isEdited,
  type Start,
  starts,
  undo,
} from './draft';

interface DeskProps {
  rules: Scenario;
  start: Start | undefined;
  draft: Draft;
  worth: Evaluated;
}

/** One draft in prose, with its terms to be moved, and every other article to be ticked. */
export const DraftDesk = ({ rules, start, draft, worth }: DeskProps) => (
  <div class="draft-desk">
    <Chooser rules={rules} start={start} />
    {worth.refused && (
      <p class="refused" role="status">
        {worth.refused}
      </p>
    )}
    {draft.clauses.length === 0 && <p class="muted">{t('studio-empty-draft')}</p>}
    <ol class="plain articles">
      {draft.clauses.map((clause, index) => (
        <Article
          key={clauseId(clause)}
          clause={clause}
          number={index + 1}
          rules={rules}
          start={start}
          draft={draft}
          worth={worth}
        />
      ))}
    </ol>
    <Conditions rules={rules} start={start} draft={draft} worth={worth} />
    <AllClauses rules={rules} start={start} draft={draft} />
    <AllDrafts rules={rules} start={start} />
  </div>
);

const Chooser = ({ rules, start }: Pick<DeskProps, 'rules' | 'start'>) => {
  const all = starts(rules);
  return (
    <div class="chooser">
      <div>
        <label for="studio-draft" class="small">
          {t('studio-draft')}
        </label>
        <select
          id="studio-draft"
          value={start?.id ?? ''}
          onChange={(event) => {
            chosen.value = event.currentTarget.value;
          }}
        >
          {Object.entries(rules.instruments).map(([kind, type]) => {
            const own = all.filter((other) => other.kind === kind);
            return (
              own.length > 0 && (
                <optgroup key={kind} label={type.title}>
                  {own.map(({ id, title }) => (
                    <option key={id} value={id}>
                      {title}
                    </option>
                  ))}
                </optgroup>
              )
            );
          })}
          <option value="">{t('studio-draft-empty')}</option>
        </select>
      </div>
      {isEdited(start) && <Button onPress={() => undo(start)}>{t('studio-undo')}</Button>}
      {start && (
        <p class="small muted">
          {t('studio-between', { parties: partyNames(rules, start.template.invite) })}
        </p>
      )}
    </div>
  );
};

const Article = ({
  clause,
  number,
  rules,
  start,
  draft,
  worth,
}: DeskProps & { clause: ClauseWish; number: number }) => {
  const id = clauseId(clause);
  const known = worth.answer?.clauses[id];
  const outside = start
    ? (known?.binds ?? []).filter((party) => !start.template.invite.includes(party))
    : [];
  const carried = !start || rules.instruments[start.kind]?.clauses.includes(clause.type);
  const without = () =>
    change(start, {
      ...draft,
      clauses: draft.clauses.filter((other) => clauseId(other) !== id),
    });
  return (
    <li class="article">
      <header>
        <h3>{t('article-title', { number, title: clauseTitle(rules, clause) })}</h3>
        <Button
          look="link"
          label={t('remove-article', { title: clauseTitle(rules, clause) })}
          onPress={without}
        >
          {t('remove')}
        </Button>
      </header>
      <Prose
        clause={clause}
        onTerm={(term, value) =>
          change(start, {
            ...draft,
            clauses: draft.clauses.map((other) =>
              clauseId(other) === id
                ? { ...other, terms: { ...other.terms, [term]: value } }
                : other,
            ),
          })
        }
      />
      {known && (
        <p class="small muted">
          {known.binds.length > 0
            ? t('binds', { parties: partyNames(rules, known.binds) })
            : t('studio-binds-nobody')}
        </p>
      )}
      {outside.length > 0 && (
        <p class="small care">{t('binds-uninvited', { parties: partyNames(rules, outside) })}</p>
      )}
      {!carried && <p class="small care">{t('studio-not-carried')}</p>}
      {known?.requires && <p class="small care">{known.requires}</p>}
    </li>
  );
};

const Conditions = ({ rules, start, draft, worth }: DeskProps) => {
  const ids = Object.keys(rules.conditions ?? {});
  if (ids.length === 0) return null;
  return (
    <fieldset class="studio-conditions">
      <legend>{t('takes-effect-if')}</legend>
      {ids.map((id) => (
        <label key={id} class="choice">
          <input
            type="checkbox"
            checked={draft.takes_effect_if.includes(id)}
            onChange={(event) =>
              change(start, {
                ...draft,
                takes_effect_if: event.currentTarget.checked
                  ? [...draft.takes_effect_if, id]
                  : draft.takes_effect_if.filter((other) => other !== id),
              })
            }
          />
          <span>
            {conditionTitle(rules, id)}{' '}
            <small class="muted">
              {worth.answer &&
                t(worth.answer.conditions[id] ? 'studio-holds' : 'studio-does-not-hold')}
            </small>
          </span>
        </label>
      ))}
    </fieldset>
  );
};

/** Every clause of the scenario, under its heading: ticked, it is in the package. */
const AllClauses = ({ rules, start, draft }: Omit<DeskProps, 'worth'>) => {
  const within = new Set(draft.clauses.map(clauseId));
  const headings = Object.entries(rules.agenda ?? {});
  const keysOf = (agenda: string): ClauseKey[] =>
    Object.values(rules.clauses).flatMap((type) => (type.agenda === agenda ? type.keys : []));
  const tick = (key: ClauseKey, on: boolean) =>
    change(start, {
      ...draft,
      clauses: on
        ? [...draft.clauses, newClause(rules, key)]
        : draft.clauses.filter((clause) => clauseId(clause) !== key),
    });
  const group = (agenda: string, title: string) => {
    const keys = keysOf(agenda);
    if (keys.length === 0) return null;
    return (
      <fieldset key={agenda}>
        <legend class="small">{title}</legend>
        <div class="ticks">
          {keys.map((key) => (
            <label key={key}>
              <input
                type="checkbox"
                checked={within.has(key)}
                onChange={(event) => tick(key, event.currentTarget.checked)}
              />
              {clauseKeyTitle(rules, key)}
            </label>
          ))}
        </div>
      </fieldset>
    );
  };
  return (
    <details class="all-clauses" open>
      <summary>{t('studio-all-clauses')}</summary>
      <div class="headings">
        {headings.map(([agenda, title]) => group(agenda, title))}
        {group('', t('studio-no-heading'))}
      </div>
    </details>
  );
};
