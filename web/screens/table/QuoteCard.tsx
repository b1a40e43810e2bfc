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
  const wanted = quote.clause ?? quote.article;
  const place = [...text.clauses, ...(text.articles ?? [])].findIndex(({ id }) => id === wanted);
  const clause = text.clauses[place];
  const own = text.articles?.[place - text.clauses.length];
  const said = clause ? clauseProse(rules, clause) : own?.text;
  return (
    <a class="quote" href={to('texts', quote.instrument, ...(wanted && said ? [wanted] : []))}>
      <b>
        {said === undefined
          ? title
          : t('article-title', {
              number: place + 1,
              title: clause ? clauseTitle(rules, clause) : t('own-words'),
            })}
      </b>
      {said !== undefined && <span class="quote-prose">{said}</span>}
      {wanted && said === undefined && <span>{t('quote-gone')}</span>}
      <small class="muted">{wanted ? title : stateLine(rules, seen, text, myParty.value)}</small>
    </a>
  );
};
