import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { steady } from '../../parts/steady';
import { clauseName, thingName } from '../../parts/treaty';
import { myParty } from '../../store';
import type { ClauseKey, PartyId, Scenario } from '../../view';
import { type Draft, newClause, newWords } from './draft';
import type { Save } from './EditorParts';
import { asked } from './place';
import { clauseId } from './words';

interface AddArticleProps {
  rules: Scenario;
  save: Save;
  /** What it offers: clause keys, with spaces between them. */
  keys: string;
  openAtFirst: boolean;
  /** What this offers where it is not "an article": "what we give". */
  words?: string;
  /** Whether it offers articles in own words as well. */
  own?: boolean;
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

/** The clauses that a text of this kind can still take in this edition. */
export function openKeys(draft: Draft, rules: Scenario): ClauseKey[] {
  const taken = new Set(draft.clauses.map(clauseId));
  return (rules.instruments[draft.kind]?.clauses ?? [])
    .flatMap((type) => rules.clauses[type]?.keys ?? [])
    .filter((key) => !taken.has(key));
}

/** The articles that this kind of text can still take in this edition, by subject. */
export const AddArticle = steady((props: AddArticleProps) => {
  const { rules, save, words, own = true } = props;
  const us = myParty.value;
  const [openAtFirst] = useState(props.openAtFirst);
  const open = props.keys.split(' ').filter((key) => key !== '');
  const types = [...new Set(open.map((key) => clauseName(key).type))]
    .map((type, order) => ({
      type,
      order,
      keys: open.filter((key) => clauseName(key).type === type),
    }))
    .sort(
      (left, right) =>
        nearness(rules, left.type, us) - nearness(rules, right.type, us) ||
        left.order - right.order,
    );
  const agendas = [...new Set(types.map(({ type }) => rules.clauses[type]?.agenda ?? ''))];
  const add = (key: ClauseKey) => {
    const clause = newClause(rules, key);
    asked.value = { article: key, term: Object.keys(clause.terms)[0] ?? null };
    save((draft) => ({ clauses: [...draft.clauses, clause] }));
  };
  if (types.length === 0 && !own) return null;
  return (
    <details class="card add-article" open={openAtFirst}>
      <summary>{words ?? t('add-article')}</summary>
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
      {own && (
        <>
          <Button
            onPress={() =>
              save(({ articles }) => ({ articles: [...articles, newWords(articles)] }))
            }
          >
            {t('add-own-words')}
          </Button>
          <p class="small muted">{t('own-words-worth')}</p>
        </>
      )}
    </details>
  );
});

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
