// The rooms of an exercise beside one another: how each ended, who gained what, which news came to it.

import { change, list, t } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import { Scroll } from '../../parts/Scroll';
import type { Overview } from '../../report';
import type { Scenario, TableId } from '../../view';

interface RoomsProps {
  overview: Overview | null;
  scenario: Scenario;
  table?: TableId;
}

export const Rooms = ({ overview, scenario, table }: RoomsProps) => {
  const rooms = Object.entries(overview?.tables ?? {}).sort(([, a], [, b]) => a.order - b.order);
  if (rooms.length < 2) return null;
  const news = new Set(rooms.flatMap(([, { injects }]) => injects ?? []));
  const apart = [...news].filter(
    (id) => !rooms.every(([, { injects }]) => !injects || injects.includes(id)),
  );
  return (
    <section aria-labelledby="rooms">
      <h2 id="rooms">{t('compare-title')}</h2>
      <Scroll label={t('compare-title')}>
        <table class="compare">
          <thead>
            <tr>
              <th scope="col">{t('compare-room')}</th>
              <th scope="col">{t('debrief-outcome')}</th>
              <th scope="col" class="number">
                {t('compare-in-force')}
              </th>
              {Object.entries(scenario.parties).map(([id, party]) => (
                <th key={id} scope="col" class="number">
                  <PartyBadge party={party} />
                </th>
              ))}
              {apart.length > 0 && <th scope="col">{t('compare-news')}</th>}
            </tr>
          </thead>
          <tbody>
            {rooms.map(([id, room]) => (
              <tr key={id} class={id === table ? 'mine' : undefined}>
                <th scope="row">{room.name}</th>
                {room.scores ? (
                  <>
                    <td>{scenario.outcomes?.[room.outcome ?? '']?.title ?? '–'}</td>
                    <td class="number">{Object.keys(room.settled ?? {}).length}</td>
                    {Object.keys(scenario.parties).map((party) => {
                      const score = room.scores?.[party];
                      return (
                        <td key={party} class="number">
                          {score ? change(score.total - score.walking) : '–'}
                        </td>
                      );
                    })}
                    {apart.length > 0 && (
                      <td>
                        {list(
                          apart
                            .filter((one) => room.injects?.includes(one))
                            .map((one) => scenario.injects?.[one]?.title ?? one),
                        )}
                      </td>
                    )}
                  </>
                ) : (
                  <td class="muted" colSpan={9}>
                    {t('compare-not-yet')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="small muted">{t('compare-text')}</p>
    </section>
  );
};
