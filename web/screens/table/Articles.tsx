import { send } from '../../connection';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { clauseTitle } from '../../parts/treaty';
import { myParty } from '../../store';
import type {
  Article,
  Clause,
  Instrument,
  InstrumentId,
  PartyId,
  Scenario,
  View,
} from '../../view';
import { Prose } from './Prose';
import { goTo, to } from './place';
import { quoteInTalk } from './quote';
import { partyNames, textTitle } from './words';

interface ArticlesProps {
  id: InstrumentId;
  text: Instrument;
  rules: Scenario;
  seen: View;
  /** Whether each article offers to be disputed. */
  disputing: boolean;
}

/** The articles of an opened text: prose, whom each binds, who disputes it, how it stands. */
export const Articles = ({ id, text, rules, seen, disputing }: ArticlesProps) => {
  const us = myParty.value;
  const draft = text.status === 'draft';
  const dispute = (part: { clause?: Clause; article?: Article }) => {
    const holders = part.clause?.brackets ?? part.article?.brackets ?? [];
    const ours = us !== null && holders.includes(us);
    if (!draft || (!disputing && !ours)) return null;
    const change = () =>
      send('instrument.bracket', {
        instrument: id,
        version: text.version,
        on: !ours,
        ...(part.clause
          ? {
              clauses: [
                { type: part.clause.type, ...(part.clause.key ? { key: part.clause.key } : {}) },
              ],
            }
          : {}),
        ...(part.article ? { articles: [part.article.id] } : {}),
      });
    return <Button onPress={change}>{t(ours ? 'accept-article' : 'dispute-article')}</Button>;
  };
  return (
    <section>
      <h3>{t('articles-title')}</h3>
      <ol class="plain articles">
        {text.clauses.map((clause, index) => (
          <li key={clause.id} class={`article ${clause.state}`}>
            <header>
              <h4>
                {t('article-title', { number: index + 1, title: clauseTitle(rules, clause) })}
              </h4>
              <Button
                look="link"
                label={t('quote-article', { number: index + 1 })}
                onPress={() => goTo(to('talk', quoteInTalk(id, clause.id)))}
              >
                {t('quote')}
              </Button>
            </header>
            <Prose clause={clause} />
            <Standing clause={clause} text={text} rules={rules} seen={seen} us={us} />
            {dispute({ clause })}
          </li>
        ))}
        {text.articles?.map((article, index) => (
          <li key={article.id} class="article">
            <h4>
              {t('article-title', {
                number: text.clauses.length + index + 1,
                title: t('own-words'),
              })}
            </h4>
            <p class="treaty">{article.text}</p>
            <p class="small muted">{t('own-words-bind')}</p>
            {article.brackets && article.brackets.length > 0 && (
              <p class="small care">
                {t('disputed-by', { parties: partyNames(rules, article.brackets, us) })}
              </p>
            )}
            {dispute({ article })}
          </li>
        ))}
      </ol>
    </section>
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
  if (clause.binds?.length) lines.push({ words: t('binds', { parties: names(clause.binds) }) });
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
  if (clause.requires) lines.push({ words: clause.requires, care: true });
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
