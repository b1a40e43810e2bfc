// A game that went on from another's moment, beside how that one ended.

import { change, t } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import { Scroll } from '../../parts/Scroll';
import type { Report } from '../../report';
import type { Scenario } from '../../view';

export const Parent = ({ report, scenario }: { report: Report | null; scenario: Scenario }) => {
  const parent = report?.parent;
  if (!parent) return null;
  const outcome = scenario.outcomes?.[parent.outcome ?? '']?.title ?? t('holding-nothing');
  const gain = (score?: { total?: number; walking?: number }) =>
    score?.total === undefined || score.walking === undefined
      ? '–'
      : change(score.total - score.walking);
  return (
    <section aria-labelledby="parent">
      <h2 id="parent">{t('fork-parent')}</h2>
      <p class="prose">{t('fork-parent-text', { outcome })}</p>
      <Scroll label={t('fork-parent')}>
        <table class="items">
          <thead>
            <tr>
              <th scope="col">{t('debrief-party')}</th>
              <th scope="col" class="number">
                {t('fork-parent-there')}
              </th>
              <th scope="col" class="number">
                {t('fork-parent-here')}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(scenario.parties).map(([id, party]) => (
              <tr key={id}>
                <th scope="row">
                  <PartyBadge party={party} />
                </th>
                <td class="number">{gain(parent.scores[id])}</td>
                <td class="number">{gain(report.scores[id])}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
};
