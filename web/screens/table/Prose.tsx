// An article as a treaty has it: plain, with its open terms to press and change, or against another version.

import { diffWords } from 'diff';
import { type ComponentChildren, Fragment } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../locale';
import type { ClauseWish } from '../../methods';
import { Button } from '../../parts/Button';
import { clausePieces, clauseProse, clauseTitle, termText } from '../../parts/treaty';
import { scenario } from '../../store';
import type { Terms, Value } from '../../view';
import type { Difference } from './draft';
import { Term } from './Term';
import { silentTerms } from './words';

interface ProseProps {
  clause: { type: string; key?: string; terms: Terms };
  /** Its terms can be changed, here. */
  onTerm?: (term: string, value: Value) => void;
  /** Its terms can be changed, elsewhere. */
  onAsk?: (term: string) => void;
  /** The term that was refused. */
  refused?: string;
  /** Its terms in an earlier version: what they were is shown struck out beside what they are. */
  before?: Terms;
  /** The term whose control is open at first. */
  openAtFirst?: string | null;
}

/** What follows a term without a space stays with it: no full stop alone on a line. */
const held = (words: string) => (/^[^\s]/.test(words) ? `\u2060${words}` : words);

export const Prose = ({ clause, onTerm, onAsk, refused, before, openAtFirst }: ProseProps) => {
  const rules = scenario.value;
  const [open, setOpen] = useState<string | null>(openAtFirst ?? null);
  const panel = useId();
  const prose = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (refused) setOpen(refused);
  }, [refused]);
  if (!rules) return null;
  const shapes = rules.clauses[clause.type]?.terms ?? {};
  const label = (term: string) => t('term-label', { article: clauseTitle(rules, clause), term });
  const shut = () => {
    prose.current?.querySelector<HTMLElement>('[aria-expanded="true"]')?.focus();
    setOpen(null);
  };
  const said = (term: string) => {
    const old = before && termText(rules, clause.type, term, before[term]);
    const words = termText(rules, clause.type, term, clause.terms[term]);
    if (old === undefined || old === words) return control(term, words);
    return (
      <Fragment key={term}>
        <del>{old}</del>
        <ins>{control(term, words)}</ins>
      </Fragment>
    );
  };
  const control = (term: string, words: string) => {
    if (!shapes[term] || !(onTerm || onAsk)) return <b key={term}>{words}</b>;
    return (
      <Chip
        key={term}
        words={words}
        label={t('term-change', { term: label(term), value: words })}
        invalid={refused === term}
        {...(onTerm
          ? {
              open: open === term,
              controls: panel,
              onPress: () => setOpen(open === term ? null : term),
            }
          : { onPress: () => onAsk?.(term) })}
      />
    );
  };
  const shape = open !== null && onTerm ? shapes[open] : undefined;
  return (
    <>
      <p class="treaty" ref={prose}>
        {clausePieces(rules, clause).map((piece) =>
          typeof piece !== 'string' ? said(piece.term) : onTerm ? held(piece) : piece,
        )}
        {silentTerms(rules, clause).map((term) => (
          <span key={term}>
            {' '}
            {term}: {said(term)}
          </span>
        ))}
      </p>
      {shape && open !== null && onTerm && (
        <Panel key={open} id={panel} onShut={shut}>
          <Term
            label={label(open)}
            type={shape}
            value={clause.terms[open]}
            invalid={refused === open}
            onChange={(value) => onTerm(open, value)}
          />
        </Panel>
      )}
    </>
  );
};

interface ChipProps {
  words: string;
  label: string;
  invalid?: boolean;
  open?: boolean;
  controls?: string;
  onPress: () => void;
}

/** A term within its sentence, which breaks over lines as words do; a button element would not. */
const Chip = ({ words, label, invalid, open, controls, onPress }: ChipProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a button is a box and does not break over lines
  <span
    class={invalid ? 'chip invalid' : 'chip'}
    role="button"
    tabIndex={0}
    aria-label={label}
    aria-expanded={open}
    aria-controls={open ? controls : undefined}
    onClick={onPress}
    onKeyDown={(event) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPress();
    }}
  >
    {words}
  </span>
);

interface PanelProps {
  id: string;
  onShut: () => void;
  children: ComponentChildren;
}

/** The control of the term that is open, under its sentence. */
const Panel = ({ id, onShut, children }: PanelProps) => {
  const panel = useRef<HTMLDivElement>(null);
  const shut = useRef(onShut);
  shut.current = onShut;
  useEffect(() => {
    const box = panel.current;
    const find = (what: string) => box?.querySelector<HTMLElement>(what);
    (find('input:checked') ?? find('input, select'))?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: 'nearest' });
    box?.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      shut.current();
    });
  }, []);
  return (
    <div class="term-panel" id={id} ref={panel}>
      {children}
      <Button look="link" onPress={onShut}>
        {t('term-done')}
      </Button>
    </div>
  );
};

/** What was struck out and what was put in, word by word. */
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

/** One side of a difference, in prose; empty where there is none. */
export function sideProse(side: ClauseWish | string | undefined): string {
  const rules = scenario.value;
  if (side === undefined || !rules) return '';
  return typeof side === 'string' ? side : clauseProse(rules, side);
}

export function differenceTitle({ before, after }: Pick<Difference, 'before' | 'after'>): string {
  const rules = scenario.value;
  const side = after ?? before;
  return rules && typeof side === 'object' ? clauseTitle(rules, side) : t('own-words');
}

/** The differences between two versions, in prose. */
export const Differences = ({ of }: { of: Difference[] }) => {
  if (of.length === 0) return <p class="muted">{t('nothing-changed')}</p>;
  return (
    <ul class="plain differences">
      {of.map((change) => (
        <li key={change.id}>
          <p class="small">
            <b>{differenceTitle(change)}</b> · {t(`difference-${change.what}`)}
          </p>
          <Changed before={sideProse(change.before)} after={sideProse(change.after)} />
        </li>
      ))}
    </ul>
  );
};
