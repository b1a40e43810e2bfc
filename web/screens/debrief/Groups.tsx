// What each delegation gained, over the rooms that have something in common: a line of dots for each, on one scale.

import { change, t } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import { Scroll } from '../../parts/Scroll';
import { together } from '../../rooms';
import type { PartyId, Scenario } from '../../view';
import { type Group, type Spread, spreadOf } from './compare';

interface GroupsProps {
  groups: Group[];
  scenario: Scenario;
  mine?: PartyId;
}

export const Groups = ({ groups, scenario, mine }: GroupsProps) => {
  const gains = groups.flatMap(({ rooms }) => rooms.flatMap((room) => Object.values(room.gains)));
  const least = Math.min(0, ...gains);
  const span = Math.max(1, Math.max(0, ...gains) - least);
  const place = (gain: number) => 4 + (92 * (gain - least)) / span;
  return (
    <Scroll label={t('compare-groups')}>
      <table class="spread">
        <thead>
          <tr>
            <th scope="col">{t('debrief-party')}</th>
            <th scope="col" class="number">
              {t('compare-middle')}
            </th>
            <th scope="col" class="number">
              {t('compare-range')}
            </th>
            <td class="spread-line" />
          </tr>
        </thead>
        {groups.map(({ title, rooms }) => (
          <tbody key={title}>
            <tr class="spread-head">
              <th scope="rowgroup" colSpan={4}>
                {title} <span class="muted">{together(rooms)}</span>
              </th>
            </tr>
            {Object.entries(scenario.parties).map(([party, known]) => {
              const spread = spreadOf(rooms, party);
              return (
                <tr key={party} class={party === mine ? 'mine' : undefined}>
                  <th scope="row">
                    <PartyBadge party={known} />
                  </th>
                  <td class="number">{spread ? change(spread.middle) : '–'}</td>
                  <td class="number">
                    {spread &&
                      (spread.least === spread.most
                        ? '='
                        : t('compare-from-to', {
                            least: change(spread.least),
                            most: change(spread.most),
                          }))}
                  </td>
                  <td class="spread-line">
                    {spread && <Line spread={spread} place={place} colour={known.colour} />}
                  </td>
                </tr>
              );
            })}
          </tbody>
        ))}
      </table>
    </Scroll>
  );
};

interface LineProps {
  spread: Spread;
  place: (gain: number) => number;
  colour: string;
}

/** A dot for each result, the larger the more rooms had it; an upright stroke at nothing gained, a longer one in the middle of them. The numbers stand beside it. */
const Line = ({ spread, place, colour }: LineProps) => (
  <svg class="spread-dots" aria-hidden="true" style={{ '--party': colour }}>
    <line class="zero" x1={`${place(0)}%`} x2={`${place(0)}%`} y1="15%" y2="85%" />
    {spread.counts.map(([gain, rooms]) => (
      <circle
        key={gain}
        cx={`${place(gain)}%`}
        cy="50%"
        r={`${Math.min(0.75, 0.2 * Math.sqrt(rooms.length))}em`}
      >
        <title>{`${together(rooms)}: ${change(gain)}`}</title>
      </circle>
    ))}
    <line
      class="middle"
      x1={`${place(spread.middle)}%`}
      x2={`${place(spread.middle)}%`}
      y1="0%"
      y2="100%"
    />
  </svg>
);
