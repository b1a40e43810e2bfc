// Somebody else amended the text while we wrote: what touches other articles is carried over; of the same one, somebody chooses.

import { useState } from 'preact/hooks';
import { t } from '../../locale';
import type { ClauseWish } from '../../methods';
import { Button } from '../../parts/Button';
import type { Instrument, Scenario } from '../../view';
import {
  type Clash,
  clashes,
  contentOf,
  type Draft,
  differences,
  merged,
  onto,
  settleClashes,
} from './draft';
import { Changed, Differences, differenceTitle, Prose, sideProse } from './Prose';
import { shortName } from './words';

interface CarriedProps {
  carried: NonNullable<Draft['carried']>;
  rules: Scenario;
  onRead: () => void;
}

/** Ours is on the newer version already; this says what came in. */
export const Carried = ({ carried, rules, onRead }: CarriedProps) => {
  const party = shortName(rules, carried.by);
  return (
    <section class="card meanwhile" role="status">
      <h3>{t('meanwhile-title', { party, version: carried.version })}</h3>
      <p>{t('meanwhile-carried')}</p>
      <Differences of={carried.changes} />
      <Button onPress={onRead}>{t('meanwhile-read')}</Button>
    </section>
  );
};

interface MeanwhileProps {
  draft: Draft;
  text: Instrument;
  rules: Scenario;
  onApply: (draft: Draft) => void;
}

type Taken = 'ours' | 'theirs' | 'both';

/** The same articles were changed by both: side by side, and a choice for each. */
export const Meanwhile = ({ draft, text, rules, onApply }: MeanwhileProps) => {
  const now = contentOf(text);
  const met = clashes(draft, now);
  const [taken, setTaken] = useState<Record<string, Taken>>({});
  const [words, setWords] = useState<Record<string, ClauseWish | string | undefined>>({});
  const by = text.amended_by ?? text.author;
  const party = shortName(rules, by);
  const others = differences(draft.base ?? now, now).filter(
    ({ id }) => !met.some((clash) => clash.id === id),
  );
  const side = (clash: Clash) => {
    const how = taken[clash.id];
    if (how === 'both') return words[clash.id] ?? merged(clash);
    return how === 'theirs' ? clash.theirs : clash.ours;
  };
  const apply = () => {
    const chosen = new Map(met.map((clash) => [clash.id, side(clash)]));
    onApply(onto(settleClashes(draft, chosen), text));
  };
  return (
    <section class="card meanwhile">
      <div role="status">
        <h3>{t('meanwhile-title', { party, version: text.version })}</h3>
        <p>{t('meanwhile-same', { count: met.length })}</p>
      </div>
      {met.map((clash) => (
        <Choose
          key={clash.id}
          clash={clash}
          party={party}
          taken={taken[clash.id]}
          result={side(clash)}
          onTake={(how) => setTaken({ ...taken, [clash.id]: how })}
          onWords={(result) => setWords({ ...words, [clash.id]: result })}
        />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{t('meanwhile-theirs', { party })}</summary>
          <Differences of={others} />
        </details>
      )}
      <Button look="main" disabled={met.some(({ id }) => !taken[id])} onPress={apply}>
        {t('meanwhile-apply', { version: text.version })}
      </Button>
    </section>
  );
};

interface ChooseProps {
  clash: Clash;
  party: string;
  taken: Taken | undefined;
  result: ClauseWish | string | undefined;
  onTake: (how: Taken) => void;
  onWords: (result: ClauseWish | string) => void;
}

const Choose = ({ clash, party, taken, result, onTake, onWords }: ChooseProps) => {
  const title = differenceTitle({
    before: clash.base,
    after: clash.ours ?? clash.theirs,
  });
  const before = sideProse(clash.base);
  const choice = (how: Taken, words: string, text?: string) => (
    <label class={taken === how ? 'taken' : undefined}>
      <span class="choice">
        <input
          type="radio"
          name={`clash-${clash.id}`}
          checked={taken === how}
          onChange={() => onTake(how)}
        />
        <b>{words}</b>
      </span>
      {text !== undefined && <Changed before={before} after={text} />}
      {text === '' && <span class="small muted">{t('difference-removed')}</span>}
    </label>
  );
  return (
    <fieldset class="clash">
      <legend>{title}</legend>
      <div class="both">
        {choice('ours', t('meanwhile-ours'), sideProse(clash.ours))}
        {choice('theirs', t('meanwhile-theirs', { party }), sideProse(clash.theirs))}
      </div>
      {clash.ours !== undefined && clash.theirs !== undefined && (
        <>
          {choice('both', t('meanwhile-merge'))}
          {taken === 'both' && <Merge result={result} title={title} onWords={onWords} />}
        </>
      )}
    </fieldset>
  );
};

/** Both together, to be mended by hand. */
const Merge = ({
  result,
  title,
  onWords,
}: Pick<ChooseProps, 'result' | 'onWords'> & { title: string }) =>
  typeof result === 'object' ? (
    <Prose
      clause={result}
      onTerm={(term, value) => onWords({ ...result, terms: { ...result.terms, [term]: value } })}
    />
  ) : (
    <textarea
      rows={3}
      aria-label={title}
      value={result}
      onInput={(event) => onWords(event.currentTarget.value)}
    />
  );
