// The deal you left: the first moment at which an agreement better for all who would have signed it was within reach.

import { change, list, number, t, timeOfDay } from '../../locale';
import { Button } from '../../parts/Button';
import { PartyBadge } from '../../parts/PartyBadge';
import { Scroll } from '../../parts/Scroll';
import { clauseProse, instrumentTitle, partyName } from '../../parts/treaty';
import type { DealLeft as Chance, Report } from '../../report';
import type { Scenario } from '../../view';
import { phaseOf } from './words';

interface DealLeftProps {
  report: Report | null;
  scenario: Scenario;
  /** Shows the table as it was then. */
  onReplay?: (n: number) => void;
}

export const DealLeft = ({ report, scenario, onReplay }: DealLeftProps) => {
  const left = report?.left;
  return (
    <section aria-labelledby="left">
      <h2 id="left">{t('left-title')}</h2>
      {!left || 'pending' in left ? (
        <p aria-busy="true">{t('left-pending')}</p>
      ) : left.moments[0] ? (
        <>
          <OneChance chance={left.moments[0]} scenario={scenario} onReplay={onReplay} />
          {left.moments.length > 1 && (
            <details>
              <summary>{t('left-later', { count: left.moments.length - 1 })}</summary>
              {left.moments.slice(1).map((chance) => (
                <OneChance key={chance.n} chance={chance} scenario={scenario} onReplay={onReplay} />
              ))}
            </details>
          )}
        </>
      ) : (
        <p>{t('left-nothing')}</p>
      )}
    </section>
  );
};

interface OneChanceProps {
  chance: Chance;
  scenario: Scenario;
  onReplay?: (n: number) => void;
}
const OneChance = ({ chance, scenario, onReplay }: OneChanceProps) => (
  <div class="chance">
    <p class="prose">
      {t('left-when', {
        time: timeOfDay(chance.at),
        phase: phaseOf(scenario, chance),
        count: Object.keys(chance.gains).length,
      })}
    </p>
    {chance.texts.length > 1 && (
      <p class="prose">
        {t('left-several', { count: chance.texts.length, together: String(!!chance.together) })}
      </p>
    )}
    {chance.texts.map((text) => (
      <article key={text.kind} class="card treaty-sheet">
        <h3>{instrumentTitle(scenario, text)}</h3>
        {chance.texts.length > 1 && (
          <p class="parties">
            {t('debrief-between', {
              parties: list(text.invited.map((party) => partyName(scenario, party))),
            })}
          </p>
        )}
        <ol class="treaty">
          {text.clauses.map((clause) => (
            <li key={clause.id}>{clauseProse(scenario, clause)}</li>
          ))}
        </ol>
        {text.takes_effect_if && (
          <p class="small">
            {t('left-condition', {
              conditions: list(
                text.takes_effect_if.map((id) => scenario.conditions?.[id]?.title ?? id),
              ),
            })}
          </p>
        )}
      </article>
    ))}
    <Scroll label={t('left-gains')}>
      <table class="narrow">
        <thead>
          <tr>
            <th scope="col">{t('debrief-party')}</th>
            <th scope="col" class="number">
              {t('left-got')}
            </th>
            <th scope="col" class="number">
              {t('left-deal')}
            </th>
            <th scope="col" class="number">
              {t('left-more')}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries({ ...chance.gains, ...chance.others }).map(([id, { got, deal }]) => {
            const party = scenario.parties[id];
            return (
              <tr key={id}>
                <th scope="row">
                  {party && <PartyBadge party={party} />}
                  {!chance.gains[id] && <span class="muted small"> · {t('left-not-asked')}</span>}
                </th>
                <td class="number">{number(got)}</td>
                <td class="number">{number(deal)}</td>
                <td class="number">{change(deal - got)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Scroll>
    {chance.ratification && (
      <p class="small muted">
        {t('left-ratified', {
          parties: list(chance.ratification.map((party) => partyName(scenario, party))),
        })}
      </p>
    )}
    {onReplay && (
      <Button look="link" onPress={() => onReplay(chance.n)}>
        {t('left-replay')}
      </Button>
    )}
  </div>
);
