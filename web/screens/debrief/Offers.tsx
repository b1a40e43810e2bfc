// Every version of every text in the order in which they came, by what it would have been worth to each: one small picture a delegation.

import { change, t, timeOfDay } from '../../locale';
import { type Mark, Plane } from '../../parts/chart';
import { PartyBadge } from '../../parts/PartyBadge';
import { instrumentTitle, partyName } from '../../parts/treaty';
import type { Report } from '../../report';
import type { PartyId, Scenario } from '../../view';

interface OffersProps {
  report: Report;
  scenario: Scenario;
  mine?: PartyId;
}

export const Offers = ({ report, scenario, mine }: OffersProps) => {
  const parties = Object.keys(report.scores).sort(
    (a, b) => Number(b === mine) - Number(a === mine),
  );
  return (
    <section aria-labelledby="offers">
      <h2 id="offers">{t('offers-title')}</h2>
      {report.offers.length === 0 ? (
        <p>{t('offers-none')}</p>
      ) : (
        <>
          <p class="prose">{t('offers-text')}</p>
          <div class="multiples">
            {parties.map((party) => (
              <OffersTo key={party} party={party} report={report} scenario={scenario} />
            ))}
          </div>
        </>
      )}
    </section>
  );
};

const OffersTo = ({ party, report, scenario }: OffersProps & { party: PartyId }) => {
  const known = scenario.parties[party];
  const marks = report.offers.flatMap((offer, index): Mark[] => {
    const value = offer.value[party];
    const today = offer.today[party];
    const by = scenario.parties[offer.party ?? ''];
    if (value === undefined || today === undefined || !by || !offer.invited.includes(party)) {
      return [];
    }
    const text = instrumentTitle(scenario, { kind: report.texts[offer.instrument]?.kind ?? '' });
    const title = t('offers-one', { party: by.short, text, version: offer.version });
    return [
      {
        x: index + 1,
        y: value - today,
        title: `${title}: ${change(value - today)}`,
        letter: by.short.slice(0, 1),
        colour: by.colour,
        row: [timeOfDay(offer.at), title, change(value - today)],
      },
    ];
  });
  if (!known || marks.length === 0) return null;
  return (
    <div>
      <h3>
        <PartyBadge party={known} />
      </h3>
      <Plane
        label={t('offers-to', { party: partyName(scenario, party) })}
        marks={marks}
        lines={[{ points: marks.map(({ x, y }) => [x, y]), dashed: true }]}
        x={{ title: t('offers-axis-x'), numbers: false }}
        y={{ title: t('offers-axis-y') }}
        height={190}
        columns={[t('report-time'), t('offers-offer'), t('offers-worth')]}
      />
    </div>
  );
};
