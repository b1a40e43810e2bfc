import '@picocss/pico/css/pico.css';
import './style/type.css';
import './style/tokens.css';
import './style/base.css';
import './style/door.css';
import './style/hall.css';
import './style/control.css';
import './style/debrief.css';
import './style/studio.css';
import './screens/table/table.css';

import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { connect, disconnect } from './connection';
import { takeLinkToken, tokenFor } from './identity';
import { t } from './locale';
import { begin } from './locale/tongue';
import { Notices } from './parts/announce';
import { ErrorBoundary } from './parts/ErrorBoundary';
import { later } from './parts/later';
import { Markdown } from './parts/Markdown';
import { LinkState } from './parts/Masthead';
import { route } from './routes';
import { Debrief } from './screens/Debrief';
import { Door } from './screens/Door';
import { Notice, noticeWaits } from './screens/hall/Notice';
import { Stranger } from './screens/Stranger';
import { Waiting } from './screens/Waiting';
import { link, me, view } from './store';

const Facilitator = later(() =>
  import('./screens/Facilitator').then((module) => module.Facilitator),
);
const Studio = later(() => import('./screens/studio/Studio').then((module) => module.Studio));
const Pack = later<{ scenario: string }>(() =>
  import('./screens/pack/Pack').then((module) => module.Pack),
);
const TestRoom = later(() => import('./screens/test/TestRoom').then((module) => module.TestRoom));
const TestPhone = later(() => import('./screens/test/TestRoom').then((module) => module.TestPhone));
const Table = later(() => import('./screens/table/Table').then((module) => module.Table));

/** What a token opens: the facilitator's pages, a seat's, or the hall while there is no table yet. */
const Place = ({ id }: { id: string }) => {
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

/** The debrief first; the table stays open for talking and reading. */
const Afterwards = () => {
  const [atTable, setAtTable] = useState(false);
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

const Exercise = ({ id }: { id: string }) => {
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

const Page = () => {
  const here = route.value;
  if (here.screen === 'exercise') return <Exercise key={here.exercise} id={here.exercise} />;
  if (here.screen === 'test') return here.phone ? <TestPhone /> : <TestRoom />;
  if (here.screen === 'pack') return <Pack key={here.scenario} scenario={here.scenario} />;
  if (here.screen === 'studio') return <Studio />;
  return <Door code={here.screen === 'join' ? here.code : ''} />;
};

const App = () => (
  <>
    <LinkState />
    <ErrorBoundary>
      <Page />
    </ErrorBoundary>
    <Notices />
  </>
);

const root = document.getElementById('app');
if (root) void begin().then(() => render(<App />, root));
