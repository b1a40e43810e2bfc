// The articles of a text in the making: as one text, or as what each side gives.

import type { ComponentChildren } from 'preact';
import { t } from '../../locale';
import type { ClauseWish } from '../../methods';
import { Button } from '../../parts/Button';
import { clauseTitle, saidIn } from '../../parts/treaty';
import { myParty } from '../../store';
import type { PartyId, Scenario } from '../../view';
import type { Draft, OwnWords } from './draft';
import type { Worth } from './evaluation';
import { Prose } from './Prose';
import { asked } from './place';
import { Bound } from './Signed';
import { clauseId, partyNames } from './words';

/** Where a refusal belongs: an article by its place, a term of it, or the whole. */
export interface Refusal {
  text: string;
  clause?: number;
  term?: string;
  article?: number;
}

interface EditorArticlesProps {
  draft: Draft;
  rules: Scenario;
  save: (changes: Partial<Draft>) => void;
  refused: Refusal | null;
  worth: Worth;
}

export const EditorArticles = (props: EditorArticlesProps) => {
  const { draft } = props;
  return (
    <section>
      <h3>{t('articles-title')}</h3>
      {draft.clauses.length + draft.articles.length === 0 && <p>{t('articles-none')}</p>}
      <ol class="plain articles">
        {draft.clauses.map((clause, index) => (
          <ClauseItem key={clauseId(clause)} clause={clause} index={index} {...props} />
        ))}
        {draft.articles.map((article, index) => (
          <WordsItem key={article.id ?? article.local ?? index} index={index} {...props} />
        ))}
      </ol>
    </section>
  );
};

interface ExchangeProps extends EditorArticlesProps {
  /** What can still be added to a side. */
  offer: (side: Side) => ComponentChildren;
  offers: (side: Side) => boolean;
}

export type Side = 'ours' | 'theirs' | 'both';

/** Who gives by it: whom it binds. Until that is known, by whose it is. */
export function sideOf(binds: PartyId[] | undefined, key: string | undefined, us: PartyId): Side {
  const bound = binds ?? (key ? [key] : []);
  if (!bound.includes(us)) return bound.length > 0 ? 'theirs' : 'both';
  return bound.length > 1 ? 'both' : 'ours';
}

/** "We give | they give", and what binds both under them. */
export const Exchange = ({ offer, offers, ...props }: ExchangeProps) => {
  const { draft, rules, worth } = props;
  const us = myParty.value ?? '';
  const others = draft.invite.filter((party) => party !== us);
  const placed = draft.clauses.map((clause, index) => ({
    clause,
    index,
    side: sideOf(worth.answer?.clauses?.[clauseId(clause)]?.binds, clause.key, us),
  }));
  const column = (side: Side, title: string) => {
    const inside = placed.filter((one) => one.side === side);
    return (
      <section class={`side ${side}`}>
        <h3>{title}</h3>
        <ol class="plain articles">
          {inside.map(({ clause, index }) => (
            <ClauseItem key={clauseId(clause)} clause={clause} index={index} {...props} />
          ))}
          {side === 'both' &&
            draft.articles.map((article, index) => (
              <WordsItem key={article.id ?? article.local ?? index} index={index} {...props} />
            ))}
        </ol>
        {inside.length === 0 && side !== 'both' && (
          <p class="muted small">{t(offers(side) ? 'side-empty' : 'side-none')}</p>
        )}
        {offer(side)}
      </section>
    );
  };
  return (
    <div class="exchange">
      {column('ours', t('side-ours'))}
      {column(
        'theirs',
        t('side-theirs', { parties: partyNames(rules, others), count: others.length }),
      )}
      {column('both', t('side-both'))}
    </div>
  );
};

interface ItemProps extends EditorArticlesProps {
  index: number;
}

const Head = ({
  number,
  title,
  onRemove,
}: {
  number: number;
  title: string;
  onRemove: () => void;
}) => (
  <header>
    <h4>{t('article-title', { number, title })}</h4>
    <Button look="link" label={t('remove-article', { title })} onPress={onRemove}>
      {t('remove')}
    </Button>
  </header>
);

const ClauseItem = ({
  clause,
  index,
  draft,
  rules,
  save,
  refused,
  worth,
}: ItemProps & { clause: ClauseWish }) => {
  const us = myParty.value;
  const id = clauseId(clause);
  const known = worth.answer?.clauses?.[id];
  const outside = (known?.binds ?? []).filter((party) => !draft.invite.includes(party));
  const here = refused?.clause === index ? refused : null;
  const wanted = asked.value;
  return (
    <li class="article" id={`article-${id}`}>
      <Head
        number={index + 1}
        title={clauseTitle(rules, clause)}
        onRemove={() => save({ clauses: draft.clauses.filter((other) => clauseId(other) !== id) })}
      />
      <Prose
        clause={clause}
        refused={here?.term}
        openAtFirst={wanted?.article === id ? wanted.term : null}
        onTerm={(term, value) =>
          save({
            clauses: draft.clauses.map((other) =>
              clauseId(other) === id
                ? { ...other, terms: { ...other.terms, [term]: value } }
                : other,
            ),
          })
        }
      />
      {known && <Bound rules={rules} parties={known.binds} us={us} />}
      {outside.length > 0 && (
        <p class="small care">{t('binds-uninvited', { parties: partyNames(rules, outside) })}</p>
      )}
      {known?.requires && <p class="small care">{saidIn(known, 'requires')}</p>}
      {here && (
        <p class="refused small" role="alert">
          {here.text}
        </p>
      )}
    </li>
  );
};

/** An article in the parties' own words. */
const WordsItem = ({ index, draft, save, refused }: ItemProps) => {
  const here = refused?.article === index ? refused : null;
  const change = (articles: OwnWords[]) => save({ articles });
  return (
    <li class="article own">
      <Head
        number={draft.clauses.length + index + 1}
        title={t('own-words')}
        onRemove={() => change(draft.articles.filter((_, place) => place !== index))}
      />
      <textarea
        rows={3}
        aria-label={t('own-words')}
        aria-invalid={here !== null || undefined}
        placeholder={t('own-words-hint')}
        value={draft.articles[index]?.text}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          change(
            draft.articles.map((other, place) =>
              place === index ? { ...other, text: typed } : other,
            ),
          );
        }}
      />
      {here && (
        <p class="refused small" role="alert">
          {here.text}
        </p>
      )}
    </li>
  );
};
