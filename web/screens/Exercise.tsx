// Whoever holds a token of an exercise: its hall, its table, its debrief, or the facilitator's pages.

import { useEffect, useRef, useState } from 'preact/hooks';
import { connect, disconnect } from '../connection';
import { takeLinkToken, tokenFor } from '../identity';
import { t } from '../locale';
import { announce } from '../parts/announce';
import { phaseTitle } from '../parts/Clock';
import { later } from '../parts/later';
import { Markdown } from '../parts/Markdown';
import { link, me, scenario, view } from '../store';
import { Debrief } from './debrief/Debrief';
import { Notice, noticeWaits } from './hall/Notice';
import { Stranger } from './Stranger';
import { Waiting } from './Waiting';

const Facilitator = later(() => import('./Facilitator').then((module) => module.Facilitator));
const Table = later(() => import('./table/Table').then((module) => module.Table));

/** What a token opens: the facilitator's pages, a seat's, or the hall while there is no table yet. */
const Place = ({ id }: { id: string }) => {
  useHeardTurns();
  if (['unknown', 'deleted', 'removed'].includes(link.value)) return <Stranger id={id} />;
  if (!me.value) {
    return (
      <main class="page">
        <p aria-busy="true">{t('loading')}</p>
      </main>
    );
  }
  if (me.value.kind === 'control') return <Facilitator />;
  if (noticeWaits()) return <Notice />;
  if (!view.value || view.value.clock.state === 'lobby') return <Waiting />;
  return view.value.clock.final ? <Afterwards /> : <Table />;
};

/** Where the game begins and ends the whole page becomes another: whoever does not see it hears it. */
function useHeardTurns() {
  const clock = view.value?.clock;
  const stage = !clock || clock.state === 'lobby' ? 'hall' : clock.final ? 'over' : 'table';
  const before = useRef(clock && stage);
  useEffect(() => {
    const turned = before.current && before.current !== stage;
    before.current = clock && stage;
    if (!turned || !clock || !scenario.value) return;
    if (stage === 'over') announce(t('told-over'));
    else if (stage === 'table') {
      announce(t('told-phase', { phase: phaseTitle(clock, scenario.value.phases) }));
    }
  }, [clock && stage]);
}

/** The debrief first; the table stays open for talking and reading. */
const Afterwards = () => {
  const [atTable, setAtTable] = useState(false);
  // Whoever was far down the table begins at the head of the result.
  useEffect(() => scrollTo(0, 0), [atTable]);
  return (
    <>
      <nav class="after-tabs" aria-label={t('debrief-tabs')}>
        <button type="button" aria-pressed={!atTable} onClick={() => setAtTable(false)}>
          {t('debrief-tab-result')}
        </button>
        <button type="button" aria-pressed={atTable} onClick={() => setAtTable(true)}>
          {t('debrief-tab-table')}
        </button>
      </nav>
      {atTable ? <Table /> : <Debrief />}
    </>
  );
};

export const Exercise = ({ id }: { id: string }) => {
  useEffect(() => {
    const token = takeLinkToken(id) ?? tokenFor(id);
    if (token) connect(token);
    else link.value = 'unknown';
    // Who waits in the hall has them before they are needed.
    Markdown.prefetch();
    Table.prefetch();
    return disconnect;
  }, [id]);
  return <Place id={id} />;
};
