import '@picocss/pico/css/pico.css';
import './style/type.css';
import './style/tokens.css';
import './style/base.css';
import './style/door.css';
import './style/hall.css';
import './style/control.css';
import './style/studio.css';
import './screens/table/table.css';
import './style/needs.css';
import './style/print.css';

import { render } from 'preact';
import { begin } from './locale/tongue';
import { Notices } from './parts/announce';
import { ErrorBoundary } from './parts/ErrorBoundary';
import { later } from './parts/later';
import { LinkState } from './parts/Masthead';
import { route } from './routes';
import { Door } from './screens/Door';

const Exercise = later<{ id: string }>(() => {
  // Most who come have a seat: their table is fetched beside it, not after it.
  import('./screens/table/Table').catch(console.error);
  return import('./screens/Exercise').then((module) => module.Exercise);
});
const Studio = later(() => import('./screens/studio/Studio').then((module) => module.Studio));
const Pack = later<{ scenario: string }>(() =>
  import('./screens/pack/Pack').then((module) => module.Pack),
);
const TestRoom = later(() => import('./screens/test/TestRoom').then((module) => module.TestRoom));
const TestPhone = later(() => import('./screens/test/TestRoom').then((module) => module.TestPhone));

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
