// The scenario's own map, with who holds what and what is agreed; and the same as a table, so that nothing is by colour alone.

import DOMPurify from 'dompurify';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { t } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import { clauseProse } from '../../parts/treaty';
import type { PartyId, Scenario, Terms, View } from '../../view';

interface MapProps {
  rules: Scenario;
  seen: Pick<View, 'variables' | 'settled'>;
}

interface RegionState {
  holder?: PartyId | undefined;
  agreed: { type: string; key: string; terms: Terms }[];
}

/** Whatever the scenario calls it: the first figure of each region that names a party is who holds it. */
function regionStates({ rules, seen }: MapProps): Record<string, RegionState> {
  const holds = Object.keys(rules.variables ?? {}).find((name) => {
    const variable = rules.variables?.[name];
    return variable?.per === 'region' && variable.type === 'party';
  });
  const holders = seen.variables?.[holds ?? ''];
  const states: Record<string, RegionState> = {};
  for (const region of Object.keys(rules.regions ?? {})) {
    const holder =
      typeof holders === 'object' && !Array.isArray(holders) ? holders[region] : undefined;
    const agreed = Object.keys(rules.clauses)
      .filter((type) => rules.clauses[type]?.per === 'region')
      .flatMap((type) => {
        const settled = seen.settled?.[`${region}.${type}`];
        return settled ? [{ type, key: region, terms: settled.terms }] : [];
      });
    states[region] = { holder: typeof holder === 'string' ? holder : undefined, agreed };
  }
  return states;
}

export const MapView = ({ rules, seen }: MapProps) => {
  const states = regionStates({ rules, seen });
  const holders = [...new Set(Object.values(states).flatMap(({ holder }) => holder ?? []))];
  return (
    <section aria-labelledby="map-title">
      <h3 id="map-title">{t('map-title')}</h3>
      <div class="map-and-table">
        {rules.map && (
          <figure class="map">
            <Drawing svg={rules.map} rules={rules} states={states} />
            <figcaption class="small">
              {holders.map((party) => {
                const known = rules.parties[party];
                return (
                  known && (
                    <span key={party} class="legend">
                      <PartyBadge party={known} /> {t('map-holds')}
                    </span>
                  )
                );
              })}
              <span class="legend agreed-mark">{t('map-agreed')}</span>
            </figcaption>
          </figure>
        )}
        <div class="scroll">
          <table>
            <thead>
              <tr>
                <th scope="col">{t('map-region')}</th>
                <th scope="col">{t('map-held-by')}</th>
                <th scope="col">{t('map-status')}</th>
              </tr>
            </thead>
            <tbody>
              {Object.entries(states).map(([region, { holder, agreed }]) => {
                const party = rules.parties[holder ?? ''];
                return (
                  <tr key={region}>
                    <th scope="row">{rules.regions?.[region]?.name}</th>
                    <td>{party ? <PartyBadge party={party} /> : '–'}</td>
                    <td>
                      {agreed.length > 0
                        ? agreed.map((clause) => clauseProse(rules, clause)).join(' ')
                        : t('map-nothing-agreed')}
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </div>
    </section>
  );
};

interface DrawingProps {
  svg: string;
  rules: Scenario;
  states: Record<string, RegionState>;
}

const Drawing = ({ svg, rules, states }: DrawingProps) => {
  const figure = useRef<HTMLDivElement>(null);
  const clean = useMemo(
    () =>
      DOMPurify.sanitize(svg, {
        USE_PROFILES: { svg: true },
        FORBID_TAGS: ['style', 'a', 'image', 'use'],
        FORBID_ATTR: ['style'],
      }),
    [svg],
  );
  useEffect(() => {
    for (const [region, { holder, agreed }] of Object.entries(states)) {
      const drawn = figure.current?.querySelector(`#${CSS.escape(`region-${region}`)}`);
      if (!(drawn instanceof SVGElement)) continue;
      drawn.classList.add('region');
      drawn.classList.toggle('agreed', agreed.length > 0);
      const colour = rules.parties[holder ?? '']?.colour;
      if (colour) drawn.style.setProperty('--held', colour);
      else drawn.style.removeProperty('--held');
    }
  });
  return <div ref={figure} dangerouslySetInnerHTML={{ __html: clean }} />;
};
