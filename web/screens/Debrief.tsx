// Afterwards: what was agreed, what came of it, who got what against walking away, and how it came about.

import { change, list, number, t, timeOfDay } from '../locale';
import { Masthead } from '../parts/Masthead';
import { minuteText } from '../parts/minutes';
import { PartyBadge } from '../parts/PartyBadge';
import { Scroll } from '../parts/Scroll';
import { clauseKeyTitle, clauseProse, instrumentTitle, partyName, saidIn } from '../parts/treaty';
import { me, scenario, view } from '../store';
import type { Clause, Instrument, Minute, PartyId, Scenario, Score, View } from '../view';
import { Guessed, Holding } from './Holding';

export const Debrief = () => {
  const who = me.value;
  if (!view.value || !scenario.value) return <p aria-busy="true">{t('loading')}</p>;
  document.title = t('debrief-title');
  const party = scenario.value.parties[who?.party ?? ''];
  return (
    <>
      <Masthead title={who?.exercise.name ?? t('debrief-title')}>
        <span>{view.value.table.name}</span>
        {party && <PartyBadge party={party} />}
      </Masthead>
      <main class="page debrief">
        <DebriefOf view={view.value} scenario={scenario.value} mine={who?.party} />
      </main>
    </>
  );
};

interface DebriefOfProps {
  view: View;
  scenario: Scenario;
  /** Whose page it is; absent for control and spectators. */
  mine?: PartyId;
}

export const DebriefOf = ({ view, scenario, mine }: DebriefOfProps) => {
  const outcome = scenario.outcomes?.[view.outcome ?? ''];
  const own = mine ? view.scores?.[mine] : undefined;
  const others = Object.keys(view.scores ?? {}).some((id) => id !== mine);
  return (
    <>
      {mine && !others && <Holding view={view} scenario={scenario} mine={mine} />}
      {outcome && (
        <section class="outcome-of" aria-labelledby="outcome">
          <p class="eyebrow">{t('debrief-outcome')}</p>
          <h2 id="outcome">{outcome.title}</h2>
          <p class="prose">{outcome.text}</p>
        </section>
      )}
      {own && mine && <Own score={own} scenario={scenario} party={mine} />}
      <Agreed view={view} scenario={scenario} />
      {others && <Everyone view={view} scenario={scenario} mine={mine} />}
      {!others && !mine && <p class="holding">{t('debrief-holding')}</p>}
      {others && mine && <Guessed view={view} scenario={scenario} mine={mine} />}
      <Record view={view} scenario={scenario} />
    </>
  );
};

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

const Own = ({ score, scenario, party }: { score: Score; scenario: Scenario; party: PartyId }) => (
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

const Agreed = ({ view, scenario }: { view: View; scenario: Scenario }) => {
  const texts = Object.entries(view.instruments ?? {}).filter(
    ([, { status }]) => status === 'in_force' || status === 'suspended',
  );
  return (
    <section aria-labelledby="agreed">
      <h2 id="agreed">{t('debrief-agreed')}</h2>
      {texts.length === 0 && <p>{t('debrief-nothing')}</p>}
      {texts.map(([id, text]) => (
        <Treaty key={id} text={text} scenario={scenario} />
      ))}
    </section>
  );
};

const Treaty = ({ text, scenario }: { text: Instrument; scenario: Scenario }) => {
  const name = (id: PartyId) => partyName(scenario, id);
  const signed = Object.entries(text.signatures ?? {});
  const idle = text.clauses.filter((clause) => clause.state !== 'settled');
  return (
    <article class="card treaty-sheet">
      <h3>{instrumentTitle(scenario, text)}</h3>
      {text.status === 'suspended' && <p class="muted">{t('debrief-suspended')}</p>}
      <p class="parties">
        {t('debrief-between', { parties: list(signed.map(([id]) => name(id))) })}
      </p>
      <ol class="treaty">
        {text.clauses
          .filter((clause) => clause.state === 'settled')
          .map((clause) => (
            <li key={clause.id}>{clauseProse(scenario, clause)}</li>
          ))}
        {text.articles?.map((article) => (
          <li key={article.id}>{article.text}</li>
        ))}
      </ol>
      {idle.length > 0 && (
        <ul class="plain small muted">
          {idle.map((clause) => (
            <li key={clause.id}>{idleText(clause, scenario)}</li>
          ))}
        </ul>
      )}
      <ul class="plain signed-by small">
        {signed.map(([id, { reserved, ratified }]) => (
          <li key={id}>
            {reserved?.length
              ? t('debrief-signed-except', {
                  party: name(id),
                  clauses: list(reserved.map((key) => clauseKeyTitle(scenario, key))),
                })
              : t('debrief-signed', { party: name(id) })}
            {ratified === false && ` ${t('debrief-unratified')}`}
          </li>
        ))}
      </ul>
    </article>
  );
};

function idleText(clause: Clause, scenario: Scenario) {
  const title = clauseKeyTitle(scenario, clause.id);
  const waits = clause.waits_for ?? [];
  if (clause.state === 'dormant' && waits.length > 0) {
    const parties = list(waits.map((id) => partyName(scenario, id)));
    return t('debrief-idle-waits', { title, parties });
  }
  return t(clause.state === 'superseded' ? 'debrief-idle-replaced' : 'debrief-idle', { title });
}

const Everyone = ({ view, scenario, mine }: DebriefOfProps) => {
  const known = Object.entries(scenario.parties).flatMap(([id, party]) => {
    const score = view.scores?.[id];
    return score && !score.failed ? [{ id, party, score }] : [];
  });
  if (known.length === 0) return null;
  const most = Math.max(1, ...known.map(({ score }) => Math.abs(score.total - walkingAway(score))));
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
                <td class="bar-column">
                  <Bar gain={score.total - walkingAway(score)} most={most} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
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

/** To the right what was gained over walking away, to the left what was lost; the number stands beside it. */
const Bar = ({ gain, most }: { gain: number; most: number }) => {
  const width = (50 * Math.abs(gain)) / most;
  return (
    <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
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

const Record = ({ view, scenario }: { view: View; scenario: Scenario }) => {
  const lines = Object.entries(view.minutes ?? {})
    .map(([n, minute]): [number, Minute] => [Number(n), minute])
    .sort(([a], [b]) => a - b);
  const total = view.minutes_total ?? lines.length;
  return (
    <section aria-labelledby="record">
      <h2 id="record">{t('debrief-record')}</h2>
      {total > lines.length && (
        <p class="muted small">{t('debrief-record-last', { shown: lines.length, total })}</p>
      )}
      <ul class="plain record">
        {lines.map(([n, minute]) => (
          <li key={n} class={minute.what === 'phase_opened' ? 'record-phase' : undefined}>
            <small class="muted figures">{timeOfDay(minute.at)}</small>{' '}
            {minuteText(minute, scenario, view)}
          </li>
        ))}
      </ul>
    </section>
  );
};
