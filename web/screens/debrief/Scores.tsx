// Who got what, against walking away and against what was possible.

import { change, number, t } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import { Scroll } from '../../parts/Scroll';
import { partyName, saidIn } from '../../parts/treaty';
import type { Pending, Space } from '../../report';
import type { PartyId, Scenario, Score, View } from '../../view';

/** What walking away was worth when the talks opened: what came after is already part of the result. */
export const walkingAway = ({ at_opening, no_deal }: Score) => at_opening ?? no_deal;

/** "31 points, 7 better than walking away" */
export const against = (score: Score) => {
  const { total, failed } = score;
  if (failed) return t('debrief-failed');
  const gain = total - walkingAway(score);
  const id = gain > 0 ? 'debrief-better' : gain < 0 ? 'debrief-worse' : 'debrief-same';
  return t(id, { gain: Math.abs(gain), total: number(total) });
};

export const Own = ({
  score,
  scenario,
  party,
}: {
  score: Score;
  scenario: Scenario;
  party: PartyId;
}) => (
  <section aria-labelledby="own">
    <h2 id="own">{t('debrief-own', { party: partyName(scenario, party) })}</h2>
    <p class="verdict">{against(score)}</p>
    <Items score={score} scenario={scenario} party={party} />
  </section>
);

const Items = ({
  score,
  scenario,
  party,
}: {
  score: Score;
  scenario: Scenario;
  party: PartyId;
}) => (
  <Scroll label={t('clause-of', { title: t('debrief-item'), it: partyName(scenario, party) })}>
    <table class="items">
      <thead>
        <tr>
          <th scope="col">{t('debrief-item')}</th>
          <th scope="col" class="number">
            {t('debrief-points')}
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(score.items).map(([id, item]) => (
          <tr key={id}>
            <th scope="row">
              {saidIn(item, 'label') || scenario.scores?.[party]?.items[id]?.label || id}
            </th>
            <td class="number">{number(item.points)}</td>
          </tr>
        ))}
      </tbody>
      {!score.failed && (
        <tfoot>
          <tr>
            <th scope="row">{t('debrief-total')}</th>
            <td class="number">{number(score.total)}</td>
          </tr>
          <tr>
            <th scope="row">{t('debrief-no-deal')}</th>
            <td class="number">{number(walkingAway(score))}</td>
          </tr>
        </tfoot>
      )}
    </table>
  </Scroll>
);

interface EveryoneProps {
  view: View;
  scenario: Scenario;
  mine?: PartyId;
  space?: Pending | Space;
}
export const Everyone = ({ view, scenario, mine, space }: EveryoneProps) => {
  const known = Object.entries(scenario.parties).flatMap(([id, party]) => {
    const score = view.scores?.[id];
    return score && !score.failed ? [{ id, party, score }] : [];
  });
  if (known.length === 0) return null;
  const ideals = space && !('pending' in space) ? space.ideals : undefined;
  const most = Math.max(
    1,
    ...known.map(({ score }) => Math.abs(score.total - walkingAway(score))),
    ...Object.values(ideals ?? {}),
  );
  return (
    <section aria-labelledby="everyone">
      <h2 id="everyone">{t('debrief-everyone')}</h2>
      <Scroll label={t('debrief-everyone')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('debrief-party')}</th>
              <th scope="col" class="number">
                {t('debrief-points')}
              </th>
              <th scope="col" class="number">
                {t('debrief-no-deal')}
              </th>
              <th scope="col" class="number">
                {t('debrief-gain')}
              </th>
              {ideals && (
                <th scope="col" class="number">
                  {t('debrief-possible')}
                </th>
              )}
              <td class="bar-column" />
            </tr>
          </thead>
          <tbody>
            {known.map(({ id, party, score }) => (
              <tr key={id} class={id === mine ? 'mine' : undefined}>
                <th scope="row">
                  <PartyBadge party={party} />
                </th>
                <td class="number">{number(score.total)}</td>
                <td class="number">{number(walkingAway(score))}</td>
                <td class="number">{change(score.total - walkingAway(score))}</td>
                {ideals && (
                  <td class="number">{ideals[id] === undefined ? '–' : change(ideals[id])}</td>
                )}
                <td class="bar-column">
                  <Bar
                    gain={score.total - walkingAway(score)}
                    possible={ideals?.[id]}
                    most={most}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {ideals && <p class="small muted">{t('possible-hint')}</p>}
      {known
        .filter(({ id }) => id !== mine)
        .map(({ id, party, score }) => (
          <details key={id}>
            <summary>
              <PartyBadge party={party} full /> {against(score)}
            </summary>
            <Items score={score} scenario={scenario} party={id} />
          </details>
        ))}
    </section>
  );
};

/** To the right what was gained over walking away, and behind it what was possible; to the left what was lost. The numbers stand beside it. */
const Bar = ({ gain, possible, most }: { gain: number; possible?: number; most: number }) => {
  const width = (50 * Math.abs(gain)) / most;
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {possible !== undefined && possible > 0 && (
        <rect class="possible" x="50" y="3" width={(50 * possible) / most} height="4" />
      )}
      <rect
        class={gain < 0 ? 'lost' : 'won'}
        x={gain < 0 ? 50 - width : 50}
        y="1"
        width={width}
        height="8"
      />
      <line x1="50" x2="50" y1="0" y2="10" />
    </svg>
  );
};
