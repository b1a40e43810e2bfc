// What the draft is worth to every party, side by side: for the author alone.

import { change, list, number, t } from '../../locale';
import type { StudioEvaluation } from '../../methods';
import { PartyBadge } from '../../parts/PartyBadge';
import { Scroll } from '../../parts/Scroll';
import type { PartyId, PartyType, Scenario } from '../../view';
import { type Evaluated, gainOf } from './draft';

type Party = StudioEvaluation['parties'][string];

const shown = (value: number | undefined) => (value === undefined ? '–' : number(value));

interface WorthProps {
  rules: Scenario;
  worth: Evaluated;
}

export const WorthOfAll = ({ rules, worth }: WorthProps) => {
  const { answer } = worth;
  if (!answer) return <p aria-busy={!worth.refused}>{worth.refused ? '' : t('loading')}</p>;
  const parties = Object.entries(rules.parties).flatMap(([id, party]) => {
    const own = answer.parties[id];
    return own ? [{ id, party, own }] : [];
  });
  return (
    <div class="worth-of-all">
      <Glance rules={rules} parties={parties} />
      {answer.troubles.length > 0 && (
        <ul class="plain refused">
          {answer.troubles.map(({ path, text }) => (
            <li key={path}>
              <code>{path}</code>: {text}
            </li>
          ))}
        </ul>
      )}
      <div class="worth-cards">
        {parties.map(({ id, party, own }) => (
          <Card key={id} id={id} party={party} own={own} rules={rules} />
        ))}
      </div>
    </div>
  );
};

interface Known {
  id: PartyId;
  party: PartyType;
  own: Party;
}

/** Who gains and who loses against no deal, as bars from a middle line. */
const Glance = ({ rules, parties }: { rules: Scenario; parties: Known[] }) => {
  const most = Math.max(1, ...parties.map(({ own }) => Math.abs(gainOf(own) ?? 0)));
  const losers = parties
    .filter(({ own }) => (gainOf(own) ?? 0) <= 0)
    .map(({ party }) => party.short);
  return (
    <section class="card glance" aria-labelledby="glance">
      <h3 id="glance">{t('studio-glance')}</h3>
      <p role="status">
        {losers.length === 0
          ? t('studio-all-gain')
          : losers.length === Object.keys(rules.parties).length
            ? t('studio-nobody-gains')
            : t('studio-some-lose', { parties: list(losers) })}
      </p>
      <ul class="plain">
        {parties.map(({ id, party, own }) => {
          const gain = gainOf(own) ?? 0;
          return (
            <li key={id}>
              <PartyBadge party={party} />
              <span
                class={gain < 0 ? 'bar below' : 'bar'}
                style={{ '--long': `${(Math.abs(gain) * 50) / most}%` }}
                aria-hidden="true"
              />
              <b class="figures">{change(gain)}</b>
            </li>
          );
        })}
      </ul>
    </section>
  );
};

const Card = ({ id, party, own, rules }: Known & { rules: Scenario }) => {
  const labels = rules.scores?.[id]?.items ?? {};
  const gain = gainOf(own);
  return (
    <section class="card worth-card" aria-labelledby={`worth-${id}`}>
      <h3 id={`worth-${id}`}>
        <PartyBadge party={party} full />
      </h3>
      <p>
        <b class="figures big">{shown(own.expected.then)}</b>{' '}
        {gain === undefined
          ? t('studio-not-computed')
          : t('studio-against', { gain: change(gain), no_deal: shown(own.no_deal) })}
      </p>
      {own.mandate?.map((sentence) => (
        <p key={sentence} class="small care">
          {t('studio-mandate', { sentence })}
        </p>
      ))}
      <Scroll label={party.name}>
        <table class="small">
          <thead>
            <tr>
              <th scope="col">{t('worth-item')}</th>
              <th scope="col" class="number">
                {t('studio-before')}
              </th>
              <th scope="col" class="number">
                {t('studio-expected')}
              </th>
              <th scope="col" class="number">
                {t('worth-change')}
              </th>
              <th scope="col" class="number">
                {t('studio-points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(own.expected.items).map(([item, { now, then }]) => {
              const moved = now !== undefined && then !== undefined && now !== then;
              return (
                <tr key={item} class={moved ? 'moved' : undefined}>
                  <th scope="row">{labels[item]?.label ?? item}</th>
                  <td class="number">{shown(now)}</td>
                  <td class="number">{shown(then)}</td>
                  <td class="number">{moved ? change(then - now) : ''}</td>
                  <td class="number">{shown(own.points.items[item]?.then)}</td>
                </tr>
              );
            })}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('studio-total')}</th>
              <td class="number">{shown(own.expected.now)}</td>
              <td class="number">{shown(own.expected.then)}</td>
              <td class="number">
                {own.expected.now !== undefined && own.expected.then !== undefined
                  ? change(own.expected.then - own.expected.now)
                  : ''}
              </td>
              <td class="number">{shown(own.points.then)}</td>
            </tr>
          </tfoot>
        </table>
      </Scroll>
    </section>
  );
};
