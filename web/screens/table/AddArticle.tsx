import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { clauseName, thingName } from '../../parts/treaty';
import type { ClauseKey, PartyId, Scenario } from '../../view';
import { type Draft, newClause } from './draft';
import { clauseId } from './words';

interface AddArticleProps {
  draft: Draft;
  rules: Scenario;
  us: PartyId | null;
  save: (changes: Partial<Draft>) => void;
}

/** How near a kind of article is to a delegation: its own promise, what its first moves are about, all else. */
function nearness(rules: Scenario, type: string, us: PartyId | null): number {
  const clause = rules.clauses[type];
  if (us && clause?.keys.includes(`${us}.${type}`)) return 0;
  const inMoves = (rules.first_moves ?? []).some((move) =>
    rules.instruments[move.instrument ?? '']?.templates?.[move.template ?? '']?.clauses.some(
      (other) => other.type === type,
    ),
  );
  return inMoves ? 1 : 2;
}

/** The articles that this kind of text can still take in this edition, by subject. */
export const AddArticle = ({ draft, rules, us, save }: AddArticleProps) => {
  const [openAtFirst] = useState(draft.clauses.length === 0);
  const taken = new Set(draft.clauses.map(clauseId));
  const types = (rules.instruments[draft.kind]?.clauses ?? [])
    .map((type, order) => ({
      type,
      order,
      keys: (rules.clauses[type]?.keys ?? []).filter((key) => !taken.has(key)),
    }))
    .filter(({ keys }) => keys.length > 0)
    .sort(
      (left, right) =>
        nearness(rules, left.type, us) - nearness(rules, right.type, us) ||
        left.order - right.order,
    );
  const agendas = [...new Set(types.map(({ type }) => rules.clauses[type]?.agenda ?? ''))];
  const add = (key: ClauseKey) => save({ clauses: [...draft.clauses, newClause(rules, key)] });
  return (
    <details class="card add-article" open={openAtFirst}>
      <summary>{t('add-article')}</summary>
      {agendas.map((agenda) => (
        <section key={agenda}>
          <h4>{rules.agenda?.[agenda] ?? agenda}</h4>
          <ul class="plain">
            {types
              .filter(({ type }) => rules.clauses[type]?.agenda === agenda)
              .map(({ type, keys }) => (
                <li key={type}>
                  <Offer rules={rules} type={type} keys={keys} add={add} />
                </li>
              ))}
          </ul>
        </section>
      ))}
      <Button onPress={() => save({ articles: [...draft.articles, { text: '' }] })}>
        {t('add-own-words')}
      </Button>
      <p class="small muted">{t('own-words-worth')}</p>
    </details>
  );
};

interface OfferProps {
  rules: Scenario;
  type: string;
  keys: ClauseKey[];
  add: (key: ClauseKey) => void;
}

/** One kind of article; where each delegation or area has its own, one button for each. */
const Offer = ({ rules, type, keys, add }: OfferProps) => {
  const clause = rules.clauses[type];
  const title = clause?.title ?? type;
  if (!clause?.per) {
    return (
      <Button onPress={() => keys[0] && add(keys[0])} label={t('add-named', { title })}>
        + {title}
      </Button>
    );
  }
  return (
    <fieldset class="offer" aria-label={title}>
      <span>{title}</span>
      <span class="row">
        {keys.map((key) => {
          const name = thingName(rules, clauseName(key).key ?? '');
          const short = rules.parties[clauseName(key).key ?? '']?.short ?? name;
          return (
            <Button
              key={key}
              onPress={() => add(key)}
              label={t('add-named', { title: t('clause-of', { title, it: short }) })}
            >
              + {short}
            </Button>
          );
        })}
      </span>
    </fieldset>
  );
};
