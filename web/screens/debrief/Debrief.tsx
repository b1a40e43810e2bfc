// Afterwards: what was agreed, what came of it, who got what against walking away and against what was possible, how it came about, and the
// deal that was left. One's own page first; the others' results once the debrief is open.

import './debrief.css';
import { t } from '../../locale';
import { Masthead } from '../../parts/Masthead';
import { PartyBadge } from '../../parts/PartyBadge';
import { me, scenario, view } from '../../store';
import type { PartyId, Scenario, View } from '../../view';
import { Guessed, Holding } from '../Holding';
import { Again } from './Again';
import { Agreed } from './Agreed';
import { Exports } from './Exports';
import { Frontier } from './Frontier';
import { DealLeft } from './Left';
import { Offers } from './Offers';
import { Parent } from './Parent';
import { Personal } from './Personal';
import { Record } from './Record';
import { Replay, replayFrom } from './Replay';
import { Rooms } from './Rooms';
import { useOverview, useReport } from './report';
import { Everyone, Own } from './Scores';
import { Traces } from './Traces';

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

export const DebriefOf = (props: DebriefOfProps) => {
  const { view, scenario, mine } = props;
  const outcome = scenario.outcomes?.[view.outcome ?? ''];
  const own = mine ? view.scores?.[mine] : undefined;
  const open = Object.keys(view.scores ?? {}).some((id) => id !== mine);
  return (
    <>
      {mine && !open && <Holding view={view} scenario={scenario} mine={mine} />}
      {outcome && (
        <section class="outcome-of" aria-labelledby="outcome">
          <p class="eyebrow">{t('debrief-outcome')}</p>
          <h2 id="outcome">{outcome.title}</h2>
          <p class="prose">{outcome.text}</p>
        </section>
      )}
      {own && mine && <Own score={own} scenario={scenario} party={mine} />}
      {open ? <Opened {...props} /> : <Agreed view={view} scenario={scenario} />}
      {!open && !mine && <p class="holding">{t('debrief-holding')}</p>}
      <Record view={view} scenario={scenario} />
    </>
  );
};

/** What there is to see once the debrief is open. */
const Opened = ({ view, scenario, mine }: DebriefOfProps) => {
  const table = view.table.id;
  const report = useReport(table, true);
  const overview = useOverview(true, table);
  const onReplay = (n: number) => replayFrom(table, n);
  return (
    <>
      <Parent report={report} scenario={scenario} />
      <DealLeft report={report} scenario={scenario} onReplay={onReplay} />
      {report && <Personal report={report} scenario={scenario} onReplay={onReplay} />}
      {mine && <Again scenario={scenario} mine={mine} />}
      <Agreed view={view} scenario={scenario} />
      <Everyone view={view} scenario={scenario} mine={mine} space={overview?.space} />
      <Rooms overview={overview} scenario={scenario} table={table} mine={mine} />
      <Frontier overview={overview} scenario={scenario} mine={mine} table={table} />
      {report && <Offers report={report} scenario={scenario} mine={mine} />}
      {report && <Traces report={report} scenario={scenario} onReplay={onReplay} />}
      <Replay table={table} scenario={scenario} mine={mine} />
      <Exports table={table} />
      {mine && <Guessed view={view} scenario={scenario} mine={mine} />}
    </>
  );
};
