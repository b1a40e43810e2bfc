// What could have been had: efficient agreements, and where each room ended. With two delegations the two axes are theirs; with more the
// upright one is what the worst off of the others gains, since an agreement is only as good as it is for the one who has to be won over.

import { useState } from 'preact/hooks';
import { number, t } from '../../locale';
import { type Mark, Plane } from '../../parts/chart';
import { Field } from '../../parts/Field';
import { partyName } from '../../parts/treaty';
import type { Overview, Space, Worths } from '../../report';
import type { PartyId, Scenario, TableId } from '../../view';

interface FrontierProps {
  overview: Overview | null;
  scenario: Scenario;
  mine?: PartyId;
  table?: TableId;
}
const solutions = ['nash', 'kalai_smorodinsky', 'egalitarian', 'utilitarian'] as const;

export const Frontier = (props: FrontierProps) => {
  const space = props.overview?.space;
  if (space && !('pending' in space) && !space.frontier?.length) return null;
  return (
    <section aria-labelledby="frontier">
      <h2 id="frontier">{t('frontier-title')}</h2>
      {!space || 'pending' in space ? (
        <p aria-busy="true">{t('frontier-pending')}</p>
      ) : (
        <Drawn space={space} {...props} />
      )}
    </section>
  );
};

interface DrawnProps extends FrontierProps {
  space: Space;
}
const Drawn = ({ space, overview, scenario, mine, table }: DrawnProps) => {
  const parties = Object.keys(space.walking ?? {});
  const [chosen, setChosen] = useState(mine ?? parties[0] ?? '');
  const [more, setMore] = useState(false);
  const [only] = parties.length === 2 ? parties.filter((id) => id !== chosen) : [];
  const others = parties.filter((id) => id !== chosen);
  const place = (gains: Worths) => ({
    x: gains[chosen] ?? 0,
    y: Math.min(...others.map((id) => gains[id] ?? 0)),
  });
  const points = (space.frontier ?? []).map(({ gains }) => place(gains)).sort((a, b) => a.x - b.x);
  const ends: Mark[] = Object.entries(overview?.tables ?? {}).flatMap(([id, room]) => {
    if (!room.scores) return [];
    const gains = Object.fromEntries(
      Object.entries(room.scores).map(([party, { total, walking }]) => [party, total - walking]),
    );
    const at = place(gains);
    return [
      {
        ...at,
        title: room.name,
        letter: number(room.order),
        look: id === table ? ('dot' as const) : ('ring' as const),
        gather: true,
        row: [room.name, at.x, at.y],
      },
    ];
  });
  const best = points.map((point): Mark => ({ ...point, title: t('frontier-efficient') }));
  const solved = more
    ? solutions.flatMap((id): Mark[] => {
        const gains = space.solutions?.[id]?.gains;
        if (!gains) return [];
        const at = place(gains);
        const title = t(`solution-${id.replace('_', '-')}`);
        return [{ ...at, title, look: 'star', row: [title, at.x, at.y] }];
      })
    : [];
  const axes = {
    x: t('frontier-axis', { party: partyName(scenario, chosen) }),
    y: only
      ? t('frontier-axis', { party: partyName(scenario, only) })
      : t('frontier-axis-least', { party: partyName(scenario, chosen) }),
  };
  return (
    <>
      <p class="prose">{t(space.exact ? 'frontier-text' : 'frontier-text-searched')}</p>
      {!only && (
        <Field label={t('frontier-for')}>
          <select value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
            {parties.map((id) => (
              <option key={id} value={id}>
                {partyName(scenario, id)}
              </option>
            ))}
          </select>
        </Field>
      )}
      <Plane
        label={t('frontier-title')}
        marks={[...best, ...solved, ...ends]}
        lines={only ? [{ points: points.map(({ x, y }) => [x, y]) }] : []}
        x={{ title: axes.x }}
        y={{ title: axes.y }}
        columns={[t('frontier-what'), axes.x, axes.y]}
      />
      <p class="chart-legend small muted">{t('frontier-legend')}</p>
      {more ? (
        <ul class="plain small">
          {solutions
            .filter((id) => space.solutions?.[id])
            .map((id) => (
              <li key={id}>
                <strong>{t(`solution-${id.replace('_', '-')}`)}</strong>:{' '}
                {t(`solution-${id.replace('_', '-')}-text`)}
              </li>
            ))}
        </ul>
      ) : (
        <button type="button" class="link" onClick={() => setMore(true)}>
          {t('frontier-more')}
        </button>
      )}
    </>
  );
};
