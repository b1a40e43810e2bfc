import { t } from '../../locale';
import { clauseProse, clauseTitle } from '../../parts/treaty';
import { myParty } from '../../store';
import type { Quote, Scenario, View } from '../../view';
import { to } from './place';
import { stateLine } from './state';
import { textTitle } from './words';

interface QuoteCardProps {
  quote: Quote;
  rules: Scenario;
  seen: View;
}

/** A text, or one article of it as it stands now, small enough to be spoken of; it opens from here. */
export const QuoteCard = ({ quote, rules, seen }: QuoteCardProps) => {
  const text = seen.instruments?.[quote.instrument];
  if (!text) return <p class="quote small muted">{t('quote-unknown')}</p>;
  const title = textTitle(rules, seen, quote.instrument);
  const place = text.clauses.findIndex(({ id }) => id === quote.clause);
  const article = text.clauses[place];
  return (
    <a class="quote" href={to('texts', quote.instrument, ...(article ? [article.id] : []))}>
      <b>
        {article
          ? t('article-title', { number: place + 1, title: clauseTitle(rules, article) })
          : title}
      </b>
      {article && <span class="quote-prose">{clauseProse(rules, article)}</span>}
      {quote.clause && !article && <span>{t('quote-gone')}</span>}
      <small class="muted">
        {quote.clause ? title : stateLine(rules, seen, text, myParty.value)}
      </small>
    </a>
  );
};
