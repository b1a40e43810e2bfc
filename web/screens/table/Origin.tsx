// Where a number comes from: a variable from what set it, and when; a formula from its parts, each of which opens in the same way.

import { useEffect, useState } from 'preact/hooks';
import { send } from '../../connection';
import { arrow, t, timeOfDay } from '../../locale';
import { clauseTitle } from '../../parts/treaty';
import { me } from '../../store';
import type { Minute, Scenario, View } from '../../view';
import {
  type Agreed,
  agreedOf,
  alike,
  type Figure,
  figureOf,
  gathered,
  keyTitle,
  oneWord,
  partsOf,
  type Shape,
  valueNow,
} from './anatomy';
import { to } from './place';
import { isKeyed, textTitle, valueWords } from './words';

interface OriginProps {
  figure: Figure;
  rules: Scenario;
  seen: View;
}

export const Origin = ({ figure, rules, seen }: OriginProps) =>
  figure.formula ? (
    <Parts figure={figure} rules={rules} seen={seen} />
  ) : (
    <Changes figure={figure} rules={rules} seen={seen} />
  );

// --- formulas ---

const Parts = ({ figure, rules, seen }: OriginProps) => {
  const parts = gathered(partsOf(rules, figure));
  const more = rules.formulas?.[figure.id]?.reads_more;
  return (
    <div class="origin">
      {parts.length > 0 && <p class="small muted">{t('figure-from')}</p>}
      <ul class="plain parts">
        {parts.map(([type, names]) => (
          <li key={type}>
            <Part type={type} names={names} rules={rules} seen={seen} />
          </li>
        ))}
      </ul>
      {parts.length === 0 && <p class="small muted">{t('figure-fixed')}</p>}
      {more && <p class="small muted">{t('figure-more')}</p>}
    </div>
  );
};

interface PartProps {
  type: string;
  names: string[];
  rules: Scenario;
  seen: View;
}

const Part = ({ type, names, rules, seen }: PartProps) => {
  const name = names[0] ?? type;
  const figure = figureOf(rules, names.length > 1 ? type : name);
  if (figure) return <FigurePart figure={figure} rules={rules} seen={seen} />;
  const articles = names.flatMap((each) => agreedOf(rules, seen, each) ?? []);
  if (articles.length > 0) {
    return <ArticlePart type={type} articles={articles} rules={rules} seen={seen} />;
  }
  const decision = rules.decisions?.[type];
  if (decision) return <span>{t('part-decision', { decision: decision.title })}</span>;
  const kind = rules.instruments[type];
  return kind ? <span>{t('part-text', { text: kind.title })}</span> : null;
};

/** Opens once, so that what is inside is asked for only then. */
export const FigurePart = ({ figure, rules, seen }: OriginProps) => {
  const [open, setOpen] = useState(false);
  const value = valueNow(seen, figure);
  return (
    <details class="part" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span>{figure.title}</span>{' '}
        {value !== null && (
          <b class="figures">{oneWord(rules, figure, value) ?? t('figure-varies')}</b>
        )}
      </summary>
      {open && value !== null && isKeyed(value) && (
        <Keyed values={value} shape={figure.shape} rules={rules} />
      )}
      {open && <Origin figure={figure} rules={rules} seen={seen} />}
    </details>
  );
};

interface KeyedProps {
  values: Exclude<ReturnType<typeof valueNow>, null>;
  shape: Shape;
  rules: Scenario;
}

export const Keyed = ({ values, shape, rules }: KeyedProps) => {
  if (!isKeyed(values)) return null;
  const together = alike(rules, shape, values);
  return (
    <ul class="plain small keyed">
      {together.map(([words, names]) => (
        <li key={words}>
          {together.length === 1 && names.length > 1 ? t('all-of-them') : names.join(', ')}:{' '}
          <b class="figures">{words}</b>
        </li>
      ))}
    </ul>
  );
};

interface ArticlePartProps extends Omit<PartProps, 'names'> {
  articles: Agreed[];
}

/** What is agreed of it; of what is not, the kind alone. */
const ArticlePart = ({ type, articles, rules, seen }: ArticlePartProps) => {
  const agreed = articles.filter(({ prose }) => prose !== null);
  const title = articles.length === 1 ? articles[0]?.title : clauseTitle(rules, { type });
  if (agreed.length === 0)
    return <span class="muted">{t('part-not-agreed', { title: title ?? '' })}</span>;
  return (
    <>
      {agreed.map(({ name, title: named, prose, instrument }) => (
        <p key={name} class="part-article">
          <b>{named}</b> <span class="treaty">{prose}</span>{' '}
          {instrument && (
            <a class="alone small" href={to('texts', instrument)}>
              {textTitle(rules, seen, instrument)}
            </a>
          )}
        </p>
      ))}
    </>
  );
};

// --- variables ---

type Change = Minute & { n: number };

/** What set it, as the minutes of this viewer have it; asked for again when there is more. */
function useChanges(name: string, total: number) {
  const [changes, setChanges] = useState<Change[] | null>(null);
  const [more, setMore] = useState(false);
  const asked = me.value?.kind === 'seat';
  useEffect(() => {
    if (!asked) return;
    let stale = false;
    send('history.read', { what: 'changes', of: name, limit: 50 }).then(
      (answer) => {
        if (stale) return;
        setChanges((answer.items as Change[]).reverse());
        setMore(answer.more);
      },
      () => {
        if (!stale) setChanges([]);
      },
    );
    return () => {
      stale = true;
    };
  }, [name, total, asked]);
  return { changes, more, asked };
}

/** Why a figure changed, in words; empty where this viewer does not know. */
export function causeWords(minute: Minute, rules: Scenario): string {
  const { cause, text } = minute;
  if (text) return t('cause-facilitator', { reason: text });
  if (cause?.decision) {
    return t('cause-decision', { decision: rules.decisions?.[cause.decision]?.title ?? '' });
  }
  if (cause?.clause)
    return t('cause-clause', { clause: clauseTitle(rules, { type: cause.clause }) });
  if (cause?.inject) return t('cause-news', { title: cause.title ?? '' });
  return cause?.time ? t('cause-time') : '';
}

const Changes = ({ figure, rules, seen }: OriginProps) => {
  const { changes, more, asked } = useChanges(figure.name, seen.minutes_total ?? 0);
  if (!asked) return null;
  if (!changes) return <p class="small muted">{t('loading')}</p>;
  return (
    <div class="origin">
      <ol class="plain small changes-of">
        {changes.map((change) => (
          <li key={change.n}>
            <span class="muted figures">{timeOfDay(change.at)}</span>{' '}
            {figure.key === undefined && change.key && (
              <>{keyTitle(rules, figure.shape, change.key)}: </>
            )}
            <b class="figures">
              {valueWords(rules, figure.shape, change.before ?? 0)} {arrow()}{' '}
              {valueWords(rules, figure.shape, change.value ?? 0)}
            </b>{' '}
            <span>{causeWords(change, rules)}</span>
          </li>
        ))}
      </ol>
      <p class="small muted">
        {more ? t('figure-changes-more') : t('figure-start', { value: startWords(rules, figure) })}
      </p>
    </div>
  );
};

function startWords(rules: Scenario, { id, key, shape }: Figure): string {
  const start = rules.variables?.[id]?.start;
  if (start === undefined) return '';
  if (!isKeyed(start)) return valueWords(rules, shape, start);
  const own = key === undefined ? undefined : start[key];
  if (own !== undefined) return valueWords(rules, shape, own);
  const together = alike(rules, shape, start);
  if (together.length === 1) return together[0]?.[0] ?? '';
  return together.map(([words, names]) => `${names.join(', ')} ${words}`).join('; ');
}
