import { useEffect } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { clauseProse, clauseTitle, saidIn } from '../../parts/treaty';
import { myParty } from '../../store';
import type {
  Article,
  Clause,
  Instrument,
  InstrumentId,
  PartyId,
  Quote,
  Scenario,
  View,
} from '../../view';
import type { Content } from './draft';
import { Changed, Prose } from './Prose';
import { arriveAt, goTo, main, to } from './place';
import { quoteInTalk } from './quote';
import { Bound } from './Signed';
import { clauseId, partyNames, textTitle } from './words';

interface ArticlesProps {
  id: InstrumentId;
  text: Instrument;
  rules: Scenario;
  seen: View;
  /** Whether each article offers to be disputed. */
  disputing: boolean;
  /** The version whose differences are shown in the prose. */
  against: Content | null;
  /** Asks to change an article, at one of its terms; absent where it cannot be. */
  onChange?: (article: string, term: string) => void;
}

/** The articles of an opened text: prose, whom each binds, who disputes it, how it stands. */
export const Articles = (props: ArticlesProps) => {
  const { text, rules, against } = props;
  useArticleAsked();
  return (
    <section>
      <h3 class="spoken">{t('articles-title')}</h3>
      <ol class="plain articles">
        <Struck before={0} {...props} />
        {text.clauses.map((clause, index) => (
          <ClauseItem key={clause.id} clause={clause} index={index} {...props} />
        ))}
        {text.articles?.map((article, index) => (
          <WordsItem
            key={article.id}
            article={article}
            number={text.clauses.length + index + 1}
            {...props}
          />
        ))}
        {against?.articles
          .filter(({ id }) => !text.articles?.some((article) => article.id === id))
          .map((article) => (
            <li key={article.id} class="article struck">
              <h4>{t('article-struck', { title: t('own-words') })}</h4>
              <Changed before={article.text} after="" />
            </li>
          ))}
      </ol>
      {text.clauses.length === 0 && !text.articles?.length && rules && (
        <p class="muted">{t('articles-empty')}</p>
      )}
    </section>
  );
};

/** Whoever came by a quotation arrives at the article. */
function useArticleAsked() {
  const wanted = main.value?.within[1];
  useEffect(() => {
    if (wanted) arriveAt(wanted);
  }, [wanted]);
}

/** What an earlier version had after the article at this place (0: before all), and this one has not. */
const Struck = ({ text, rules, against, before }: ArticlesProps & { before: number }) => {
  if (!against) return null;
  const now = new Set(text.clauses.map((clause) => clause.id));
  const anchor = before === 0 ? undefined : text.clauses[before - 1]?.id;
  const gone = against.clauses.filter((clause, place) => {
    if (now.has(clauseId(clause))) return false;
    const known = against.clauses
      .slice(0, place)
      .map(clauseId)
      .filter((id) => now.has(id));
    return known.at(-1) === anchor;
  });
  return (
    <>
      {gone.map((clause) => (
        <li key={clauseId(clause)} class="article struck">
          <h4>{t('article-struck', { title: clauseTitle(rules, clause) })}</h4>
          <Changed before={clauseProse(rules, clause)} after="" />
        </li>
      ))}
    </>
  );
};

type DisputeProps = Pick<ArticlesProps, 'id' | 'text' | 'disputing'> & {
  clause?: Clause;
  article?: Article;
};

const Dispute = ({ id, text, disputing, clause, article }: DisputeProps) => {
  const us = myParty.value;
  const holders = clause?.brackets ?? article?.brackets ?? [];
  const ours = us !== null && holders.includes(us);
  if (text.status !== 'draft' || (!disputing && !ours)) return null;
  const change = () =>
    send('instrument.bracket', {
      instrument: id,
      version: text.version,
      on: !ours,
      ...(clause
        ? { clauses: [{ type: clause.type, ...(clause.key ? { key: clause.key } : {}) }] }
        : {}),
      ...(article ? { articles: [article.id] } : {}),
    });
  return <Button onPress={change}>{t(ours ? 'accept-article' : 'dispute-article')}</Button>;
};

const QuoteButton = ({ number, quote }: { number: number; quote: Quote }) => (
  <Button
    look="link"
    label={t('quote-article', { number })}
    onPress={() => goTo(to('talk', quoteInTalk(quote)))}
  >
    {t('quote')}
  </Button>
);

/** Where a quotation led. */
const askedFor = (id: string) => (main.value?.within[1] === id ? ' asked' : '');

const ClauseItem = (props: ArticlesProps & { clause: Clause; index: number }) => {
  const { id, clause, index, text, rules, seen, against, onChange } = props;
  const us = myParty.value;
  const old = against?.clauses.find((other) => clauseId(other) === clause.id);
  const disputed = clause.brackets?.length ? ' disputed' : '';
  return (
    <>
      <li
        class={`article ${clause.state}${disputed}${askedFor(clause.id)}`}
        id={`article-${clause.id}`}
        tabIndex={-1}
      >
        <header>
          <h4>{t('article-title', { number: index + 1, title: clauseTitle(rules, clause) })}</h4>
          <QuoteButton number={index + 1} quote={{ instrument: id, clause: clause.id }} />
        </header>
        {against && !old ? (
          <Changed before="" after={clauseProse(rules, clause)} />
        ) : (
          <Prose
            clause={clause}
            before={old?.terms}
            onAsk={onChange ? (term) => onChange(clause.id, term) : undefined}
          />
        )}
        <Bound rules={rules} parties={clause.binds ?? []} us={us} />
        <Standing clause={clause} text={text} rules={rules} seen={seen} us={us} />
        <Dispute {...props} />
      </li>
      <Struck {...props} before={index + 1} />
    </>
  );
};

const WordsItem = (props: ArticlesProps & { article: Article; number: number }) => {
  const { id, article, number, rules, against } = props;
  const us = myParty.value;
  const old = against?.articles.find((other) => other.id === article.id);
  const disputed = article.brackets?.length ? ' disputed' : '';
  return (
    <li
      class={`article own${disputed}${askedFor(article.id)}`}
      id={`article-${article.id}`}
      tabIndex={-1}
    >
      <header>
        <h4>{t('article-title', { number, title: t('own-words') })}</h4>
        <QuoteButton number={number} quote={{ instrument: id, article: article.id }} />
      </header>
      {against && old?.text !== article.text ? (
        <Changed before={old?.text ?? ''} after={article.text} />
      ) : (
        <p class="treaty">{article.text}</p>
      )}
      <p class="small muted">{t('own-words-bind')}</p>
      {article.brackets && article.brackets.length > 0 && (
        <p class="small care">
          {t('disputed-by', { parties: partyNames(rules, article.brackets, us) })}
        </p>
      )}
      <Dispute {...props} />
    </li>
  );
};

interface StandingProps {
  clause: Clause;
  text: Instrument;
  rules: Scenario;
  seen: View;
  us: PartyId | null;
}

/** How one article stands, each thing in a line of its own; only what is so is said. */
const Standing = ({ clause, text, rules, seen, us }: StandingProps) => {
  const names = (parties: PartyId[]) => partyNames(rules, parties, us);
  const lines: { words: string; care?: boolean }[] = [];
  if (clause.state !== 'proposed') lines.push({ words: t(`article-${clause.state}`) });
  if (clause.brackets?.length) {
    lines.push({ words: t('disputed-by', { parties: names(clause.brackets) }), care: true });
  }
  if (clause.waits_for?.length && text.status !== 'draft') {
    lines.push({ words: t('article-waits', { parties: names(clause.waits_for) }), care: true });
  }
  if (clause.reserved_by?.length) {
    lines.push({ words: t('excepted-by', { parties: names(clause.reserved_by) }), care: true });
  }
  if (clause.uninvited?.length) {
    lines.push({ words: t('binds-uninvited', { parties: names(clause.uninvited) }), care: true });
  }
  if (clause.replaces) {
    const words = { text: textTitle(rules, seen, clause.replaces) };
    lines.push({
      words: clause.needs?.length
        ? t('replaces-needs', { ...words, parties: names(clause.needs) })
        : t('replaces', words),
      care: true,
    });
  }
  if (clause.requires) lines.push({ words: saidIn(clause, 'requires'), care: true });
  if (lines.length === 0) return null;
  return (
    <ul class="plain small standing">
      {lines.map(({ words, care }) => (
        <li key={words} class={care ? 'care' : 'muted'}>
          {words}
        </li>
      ))}
    </ul>
  );
};
