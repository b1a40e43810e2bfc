// The articles of a text in the making: as one text, or as what each side gives.

import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { t } from '../../locale';
import type { ClauseWish, Evaluation } from '../../methods';
import { Button } from '../../parts/Button';
import { steady } from '../../parts/steady';
import { clauseTitle, saidIn } from '../../parts/treaty';
import { myParty } from '../../store';
import type { PartyId, Scenario } from '../../view';
import type { Draft, OwnWords } from './draft';
import type { Save } from './EditorParts';
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
  save: Save;
  refused: Refusal | null;
  worth: ReadonlySignal<Worth>;
}

/** One article in the making, by what it needs alone: of thirty, the one that is dragged is drawn again. */
const clauseItem = (props: EditorArticlesProps, clause: ClauseWish, index: number) => (
  <ClauseItem
    key={clauseId(clause)}
    clause={clause}
    index={index}
    invite={props.draft.invite}
    rules={props.rules}
    save={props.save}
    refused={props.refused?.clause === index ? props.refused : null}
    worth={props.worth}
  />
);

const wordsItems = ({ draft, save, refused }: EditorArticlesProps) =>
  draft.articles.map((article, index) => (
    <WordsItem
      key={article.id ?? article.local ?? index}
      text={article.text}
      index={index}
      number={draft.clauses.length + index + 1}
      save={save}
      refused={refused?.article === index ? refused : null}
    />
  ));

export const EditorArticles = (props: EditorArticlesProps) => {
  const { draft } = props;
  return (
    <section>
      <h3>{t('articles-title')}</h3>
      {draft.clauses.length + draft.articles.length === 0 && <p>{t('articles-none')}</p>}
      <ol class="plain articles">
        {draft.clauses.map((clause, index) => clauseItem(props, clause, index))}
        {wordsItems(props)}
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
export const Exchange = ({ offer, offers, ...whole }: ExchangeProps) => {
  const { draft, rules, worth } = whole;
  const us = myParty.value ?? '';
  const others = draft.invite.filter((party) => party !== us);
  const placed = draft.clauses.map((clause, index) => ({
    clause,
    index,
    side: sideOf(worth.value.answer?.clauses?.[clauseId(clause)]?.binds, clause.key, us),
  }));
  const column = (side: Side, title: string) => {
    const inside = placed.filter((one) => one.side === side);
    return (
      <section class={`side ${side}`}>
        <h3>{title}</h3>
        <ol class="plain articles">
          {inside.map(({ clause, index }) => clauseItem(whole, clause, index))}
          {side === 'both' && wordsItems(whole)}
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

interface ItemProps extends Pick<EditorArticlesProps, 'save' | 'refused'> {
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

interface ClauseItemProps extends ItemProps, Pick<EditorArticlesProps, 'rules' | 'worth'> {
  clause: ClauseWish;
  invite: PartyId[];
}

type Judged = NonNullable<Evaluation['clauses']>[string];

/** What the rules say of one article; the same object while they say the same. */
function useJudged(worth: ReadonlySignal<Worth>, id: string): Judged | null {
  const said = useComputed(() => JSON.stringify(worth.value.answer?.clauses?.[id] ?? null));
  return JSON.parse(said.value);
}

const ClauseItem = steady((props: ClauseItemProps) => {
  const { clause, index, invite, rules, save, refused } = props;
  const us = myParty.value;
  const id = clauseId(clause);
  const known = useJudged(props.worth, id);
  const outside = (known?.binds ?? []).filter((party) => !invite.includes(party));
  const wanted = asked.value;
  return (
    <li class="article" id={`article-${id}`}>
      <Head
        number={index + 1}
        title={clauseTitle(rules, clause)}
        onRemove={() =>
          save(({ clauses }) => ({ clauses: clauses.filter((other) => clauseId(other) !== id) }))
        }
      />
      <Prose
        clause={clause}
        refused={refused?.term}
        openAtFirst={wanted?.article === id ? wanted.term : null}
        onTerm={(term, value) =>
          save(({ clauses }) => ({
            clauses: clauses.map((other) =>
              clauseId(other) === id
                ? { ...other, terms: { ...other.terms, [term]: value } }
                : other,
            ),
          }))
        }
      />
      {known && <Bound rules={rules} parties={known.binds} us={us} />}
      {outside.length > 0 && (
        <p class="small care">{t('binds-uninvited', { parties: partyNames(rules, outside) })}</p>
      )}
      {known?.requires && <p class="small care">{saidIn(known, 'requires')}</p>}
      {refused && (
        <p class="refused small" role="alert">
          {refused.text}
        </p>
      )}
    </li>
  );
});

/** An article in the parties' own words. */
const WordsItem = steady((props: ItemProps & { text: string; number: number }) => {
  const { text, index, number, save, refused } = props;
  const change = (said: (articles: OwnWords[]) => OwnWords[]) =>
    save(({ articles }) => ({ articles: said(articles) }));
  return (
    <li class="article own">
      <Head
        number={number}
        title={t('own-words')}
        onRemove={() => change((articles) => articles.filter((_, place) => place !== index))}
      />
      <textarea
        rows={3}
        aria-label={t('own-words')}
        aria-invalid={refused !== null || undefined}
        placeholder={t('own-words-hint')}
        value={text}
        onInput={(event) => {
          const typed = event.currentTarget.value;
          change((articles) =>
            articles.map((other, place) => (place === index ? { ...other, text: typed } : other)),
          );
        }}
      />
      {refused && (
        <p class="refused small" role="alert">
          {refused.text}
        </p>
      )}
    </li>
  );
});
