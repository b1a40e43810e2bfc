// The record, as minutes read: sentences under the phase and round in which each thing happened; looked through by who, what and a word.

import { useEffect, useState } from 'preact/hooks';
import { send } from '../../connection';
import { t, timeOfDay } from '../../locale';
import { tellRefusal } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { minuteText } from '../../parts/minutes';
import type { Scenario, View } from '../../view';
import { causeWords } from './Origin';
import { to } from './place';
import {
  allKinds,
  answers,
  everything,
  type Kind,
  type Line,
  sentence,
  type Wanted,
} from './record';

const page = 40;
const fetched_most = 200;

interface MinutesProps {
  rules: Scenario;
  seen: View;
}

const wordsOf = (line: Line, rules: Scenario, seen: View) => {
  const words = minuteText(line, rules, seen);
  const why = line.what === 'set' ? causeWords(line, rules) : '';
  return sentence(why ? `${words}, ${why}` : words);
};

/** All that this viewer may read, as far as it was fetched. */
function useRecord(seen: View) {
  const [older, setOlder] = useState<Line[]>([]);
  const latest = Object.entries(seen.minutes ?? {}).map(([n, minute]) => ({
    ...minute,
    n: Number(n),
  }));
  const known = new Map([...older, ...latest].map((line) => [line.n, line]));
  const lines = [...known.values()].sort((left, right) => left.n - right.n);
  // Numbers have no gaps: the first that is known says how much is missing before it.
  const whole = (lines[0]?.n ?? 1) <= 1;
  /** Answers everything there is. */
  async function fetchAll() {
    let all = lines;
    while ((all[0]?.n ?? 1) > 1) {
      const before = all[0]?.n ?? 1;
      const answer = await send('history.read', { what: 'minutes', before, limit: fetched_most });
      const items = (answer.items as Line[]).sort((left, right) => left.n - right.n);
      if (items.length === 0) break;
      all = [...items, ...all];
    }
    setOlder(all);
  }
  return { lines, whole, fetchAll };
}

export const Minutes = ({ rules, seen }: MinutesProps) => {
  const { lines, whole, fetchAll } = useRecord(seen);
  const [wanted, setWanted] = useState(everything);
  const [shown, setShown] = useState(page);
  const [printing, setPrinting] = useState(false);
  const narrowed = wanted.who !== '' || wanted.what !== '' || wanted.word.trim() !== '';
  // Who looks for something looks in all of it.
  useEffect(() => {
    if (narrowed && !whole) fetchAll().catch(tellRefusal);
  }, [narrowed, whole]);
  useEffect(() => {
    if (!printing) return;
    document.documentElement.dataset.printed = 'minutes';
    const ended = () => {
      delete document.documentElement.dataset.printed;
      setPrinting(false);
    };
    addEventListener('afterprint', ended, { once: true });
    print();
    return () => removeEventListener('afterprint', ended);
  }, [printing]);
  const found = lines
    .map((line) => ({ line, words: wordsOf(line, rules, seen) }))
    .filter(({ line, words }) => answers(line, words, wanted));
  const newest = [...found].reverse();
  return (
    <section aria-labelledby="minutes" class="minutes-record">
      <div class="place-head">
        <h3 id="minutes">{t('minutes')}</h3>
        <Button
          look="link"
          onPress={async () => {
            await fetchAll();
            setPrinting(true);
          }}
        >
          {t('minutes-print')}
        </Button>
      </div>
      <p class="print-only">{t('minutes-of', { room: seen.table.name, title: rules.title })}</p>
      {lines.length > 0 && <Search wanted={wanted} rules={rules} onWant={setWanted} />}
      {narrowed && (
        <p class="small muted" role="status">
          {t('minutes-found', { count: found.length })}
        </p>
      )}
      {lines.length === 0 && <p class="muted">{t('minutes-none')}</p>}
      <Rounds lines={printing ? found : newest.slice(0, shown)} rules={rules} seen={seen} />
      {(newest.length > shown || !whole) && (
        <Button
          onPress={async () => {
            if (newest.length <= shown) await fetchAll();
            setShown(shown + page);
          }}
        >
          {t('minutes-older')}
        </Button>
      )}
    </section>
  );
};

interface SearchProps {
  wanted: Wanted;
  rules: Scenario;
  onWant: (wanted: Wanted) => void;
}

const Search = ({ wanted, rules, onWant }: SearchProps) => (
  // biome-ignore lint/a11y/useSemanticElements: <search> is not known to older browsers
  <div class="record-search" role="search" aria-label={t('minutes-search')}>
    <label>
      <span class="small">{t('minutes-who')}</span>
      <select
        value={wanted.who}
        onChange={(event) => onWant({ ...wanted, who: event.currentTarget.value })}
      >
        <option value="">{t('minutes-anybody')}</option>
        {Object.entries(rules.parties).map(([party, { short }]) => (
          <option key={party} value={party}>
            {short}
          </option>
        ))}
      </select>
    </label>
    <label>
      <span class="small">{t('minutes-what')}</span>
      <select
        value={wanted.what}
        onChange={(event) => onWant({ ...wanted, what: event.currentTarget.value as Kind | '' })}
      >
        <option value="">{t('minutes-anything')}</option>
        {allKinds.map((kind) => (
          <option key={kind} value={kind}>
            {t(`minutes-kind-${kind}`)}
          </option>
        ))}
      </select>
    </label>
    <label class="record-word">
      <span class="small">{t('minutes-word')}</span>
      <input
        type="search"
        value={wanted.word}
        onInput={(event) => onWant({ ...wanted, word: event.currentTarget.value })}
      />
    </label>
  </div>
);

interface RoundsProps extends MinutesProps {
  lines: { line: Line; words: string }[];
}

const Rounds = ({ lines, rules, seen }: RoundsProps) => {
  const groups: { title: string; lines: RoundsProps['lines'] }[] = [];
  for (const one of lines) {
    const phase = rules.phases.find(({ id }) => id === one.line.phase);
    const named = phase?.title ?? one.line.phase ?? t('minutes-before');
    const title =
      (phase?.rounds ?? 1) > 1
        ? t('minutes-round', { phase: named, round: one.line.round })
        : named;
    if (groups.at(-1)?.title !== title) groups.push({ title, lines: [] });
    groups.at(-1)?.lines.push(one);
  }
  return (
    <>
      {groups.map((group, index) => (
        <section key={`${group.title} ${index}`}>
          <h4>{group.title}</h4>
          <ol class="plain minutes">
            {group.lines.map(({ line, words }) => (
              <li key={line.n}>
                <time class="small muted figures">{timeOfDay(line.at)}</time>
                <span>
                  {line.instrument && seen.instruments?.[line.instrument] ? (
                    <a href={to('texts', line.instrument)}>{words}</a>
                  ) : (
                    words
                  )}
                  {line.automatic && <span class="small muted"> · {t('by-autopilot')}</span>}
                </span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
};
