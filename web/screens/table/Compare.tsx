// The differences to an earlier version: which one, and that the prose shows them.

import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import type { Instrument, InstrumentId, Scenario, Version } from '../../view';
import { type Content, conditionsDiffer, contentOf, differences } from './draft';
import { shortName } from './words';

/** Earlier versions by number: those of the view, and older ones that were fetched. */
function useVersions(id: InstrumentId, text: Instrument) {
  const [older, setOlder] = useState<Record<string, Version>>({});
  const [more, setMore] = useState(true);
  const versions = { ...older, ...text.versions };
  const numbers = Object.keys(versions)
    .map(Number)
    .filter((version) => version < text.version)
    .sort((left, right) => right - left);
  const least = numbers.at(-1) ?? 0;
  return {
    versions,
    numbers,
    /** Absent: the first is there. */
    fetchOlder:
      more && least > 1
        ? async () => {
            const page = await send('history.read', { what: 'versions', of: id, before: least });
            const items = page.items as (Version & { version: number })[];
            setOlder({
              ...older,
              ...Object.fromEntries(items.map((item) => [String(item.version), item])),
            });
            setMore(page.more && items.length > 0);
          }
        : undefined,
  };
}

export interface Comparison {
  against: Content | null;
  bar: ComponentChildren;
}

/** At first against the version last looked at, where another came since. */
export function useComparison(
  id: InstrumentId,
  text: Instrument,
  rules: Scenario,
  since: number | null,
): Comparison {
  const { versions, numbers, fetchOlder } = useVersions(id, text);
  const [chosen, setChosen] = useState<number | null>(null);
  const now = contentOf(text);
  useEffect(() => {
    const known = since === null ? undefined : versions[String(since)];
    // A dispute or a link makes a version that says the same.
    if (
      known &&
      (differences(contentOf(known), now).length > 0 || conditionsDiffer(contentOf(known), now))
    ) {
      setChosen(since);
    }
  }, [since, text.version]);
  const number = chosen !== null && versions[String(chosen)] ? chosen : null;
  const old = number === null ? undefined : versions[String(number)];
  const against = old ? contentOf(old) : null;
  const by = (version: number) => shortName(rules, versions[String(version)]?.by ?? text.author);
  if (numbers.length === 0) return { against: null, bar: null };
  const bar = (
    <div class={against ? 'changes shown' : 'changes'}>
      {against && number === since && (
        <p>
          <b>
            {t('changes-since-you-looked', {
              party: shortName(rules, text.amended_by ?? text.author),
            })}
          </b>
        </p>
      )}
      <label class="small">
        {t('compare-with')}{' '}
        <select
          value={number === null ? '' : String(number)}
          onChange={(event) => {
            const value = event.currentTarget.value;
            setChosen(value === '' ? null : Number(value));
          }}
        >
          <option value="">{t('compare-none')}</option>
          {numbers.map((version) => (
            <option key={version} value={version}>
              {t('version-by', { version, party: by(version) })}
            </option>
          ))}
        </select>
      </label>
      {fetchOlder && (
        <Button look="link" onPress={fetchOlder}>
          {t('compare-older')}
        </Button>
      )}
      {against && differences(against, now).length === 0 && (
        <span class="small muted">{t('nothing-changed')}</span>
      )}
      {against && conditionsDiffer(against, now) && (
        <span class="small">{t('conditions-changed')}</span>
      )}
    </div>
  );
  return { against, bar };
}
