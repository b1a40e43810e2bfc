import { useEffect, useState } from 'preact/hooks';
import { change, t } from '../../locale';
import type { StudioEvaluation } from '../../methods';
import { Button } from '../../parts/Button';
import { PartyBadge } from '../../parts/PartyBadge';
import { Scroll } from '../../parts/Scroll';
import type { Scenario } from '../../view';
import { chosen, gainOf, question, type Start, starts, supposed, written } from './draft';
import { evaluate, heardAt } from './wire';

/** Every template as it stands in the file, and what each party gains by it. */
export const AllDrafts = ({ rules, start }: { rules: Scenario; start: Start | undefined }) => {
  const all = starts(rules);
  const [answers, setAnswers] = useState<Record<string, StudioEvaluation>>({});
  useEffect(() => {
    let stale = false;
    const work = async () => {
      const pairs = all.map(
        async (one) => [one.id, await evaluate(question(rules, written(one)))] as const,
      );
      const found = Object.fromEntries(await Promise.all(pairs));
      if (!stale) setAnswers(found);
    };
    // What was refused or lost is asked again with the next state.
    work().catch(() => {});
    return () => {
      stale = true;
    };
  }, [heardAt.value, supposed.value]);
  if (all.length < 2) return null;
  return (
    <Scroll label={t('studio-all-drafts')}>
      <table class="small all-drafts">
        <caption>{t('studio-all-drafts')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('studio-draft')}</th>
            {Object.entries(rules.parties).map(([id, party]) => (
              <th key={id} scope="col" class="number">
                <PartyBadge party={party} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map(({ id, title }) => (
            <tr key={id} class={id === start?.id ? 'moved' : undefined}>
              <th scope="row">
                <Button
                  look="link"
                  onPress={() => {
                    chosen.value = id;
                  }}
                >
                  {title}
                </Button>
              </th>
              {Object.keys(rules.parties).map((party) => {
                const own = answers[id]?.parties[party];
                const gain = own && gainOf(own);
                return (
                  <td key={party} class={(gain ?? 1) > 0 ? 'number' : 'number below'}>
                    {gain === undefined ? '–' : change(gain)}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
};
