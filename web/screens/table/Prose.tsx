// An article as a treaty has it: plain, with its open places as controls, or against another version.

import { diffWords } from 'diff';
import { t } from '../../locale';
import type { ClauseWish } from '../../methods';
import { clausePieces, clauseProse, clauseTitle, termText } from '../../parts/treaty';
import { scenario } from '../../store';
import type { Terms, Value } from '../../view';
import type { Difference } from './draft';
import { Term } from './Term';
import { silentTerms } from './words';

interface ProseProps {
  clause: { type: string; key?: string; terms: Terms };
  onTerm?: (term: string, value: Value) => void;
  /** The term that was refused. */
  refused?: string;
}

/** What follows a term without a space stays with it: no full stop alone on a line. */
const held = (words: string) => (/^[^\s]/.test(words) ? `\u2060${words}` : words);

export const Prose = ({ clause, onTerm, refused }: ProseProps) => {
  const rules = scenario.value;
  if (!rules) return null;
  const shapes = rules.clauses[clause.type]?.terms ?? {};
  const open = (term: string) => {
    const shape = shapes[term];
    if (!onTerm || !shape) {
      return <b key={term}>{termText(rules, clause.type, term, clause.terms[term])}</b>;
    }
    return (
      <Term
        key={term}
        label={t('term-label', { article: clauseTitle(rules, clause), term })}
        type={shape}
        value={clause.terms[term]}
        invalid={refused === term}
        onChange={(value) => onTerm(term, value)}
      />
    );
  };
  return (
    <p class="treaty">
      {clausePieces(rules, clause).map((piece) =>
        typeof piece !== 'string' ? open(piece.term) : onTerm ? held(piece) : piece,
      )}
      {silentTerms(rules, clause).map((term) => (
        <span key={term}>
          {' '}
          {term}: {open(term)}
        </span>
      ))}
    </p>
  );
};

/** What was struck out and what was put in. */
export const Changed = ({ before, after }: { before: string; after: string }) => (
  <p class="treaty">
    {diffWords(before, after).map((part, index) =>
      part.added ? (
        <ins key={index}>{part.value}</ins>
      ) : part.removed ? (
        <del key={index}>{part.value}</del>
      ) : (
        part.value
      ),
    )}
  </p>
);

/** The differences between two versions, in prose. */
export const Differences = ({ of }: { of: Difference[] }) => {
  const rules = scenario.value;
  if (!rules) return null;
  const prose = (side: ClauseWish | string | undefined) =>
    side === undefined ? '' : typeof side === 'string' ? side : clauseProse(rules, side);
  const title = ({ before, after }: Difference) => {
    const side = after ?? before;
    return typeof side === 'object' ? clauseTitle(rules, side) : t('own-words');
  };
  if (of.length === 0) return <p class="muted">{t('nothing-changed')}</p>;
  return (
    <ul class="plain differences">
      {of.map((change) => (
        <li key={change.id}>
          <p class="small">
            <b>{title(change)}</b> · {t(`difference-${change.what}`)}
          </p>
          <Changed before={prose(change.before)} after={prose(change.after)} />
        </li>
      ))}
    </ul>
  );
};
