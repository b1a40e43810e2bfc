// A player's table: what to do next on top, then five places: tabs on a phone, Talk beside the rest on a desk.

import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { number, t } from '../../locale';
import { footing } from '../../parts/announce';
import { ErrorBoundary } from '../../parts/ErrorBoundary';
import { myParty, mySeat, view } from '../../store';
import { isAskedToDecide } from './asked';
import { watchAway } from './away';
import { Brief } from './Brief';
import { Missed } from './CatchUp';
import { unread } from './circles';
import { Decide } from './Decide';
import { Guide } from './Guide';
import { watchMoves } from './moves';
import { Now } from './Now';
import { Plan } from './Plan';
import { desk, main, type Place, place, places } from './place';
import { waiting } from './plan/state';
import { whatIsShown } from './shown';
import { isAsked, textsInOrder } from './state';
import { Talk } from './Talk';
import { newness, Texts } from './Texts';
import { Top } from './Top';
import { World } from './World';
import { watchTable } from './watch';

const screens = {
  brief: Brief,
  plan: Plan,
  texts: Texts,
  talk: Talk,
  world: World,
  decide: Decide,
};

export const Table = () => {
  useEffect(watchTable, []);
  useEffect(watchAway, []);
  useEffect(watchMoves, []);
  const [shown] = whatIsShown(view.value);
  const Main = screens[shown];
  useFocusOnArrival();
  useCardOnPhase();
  useFooting();
  return (
    <div class={desk.value ? 'table desk' : 'table'}>
      <Top />
      <Now />
      <Guide />
      <Missed />
      <Tabs shown={shown} />
      <main class="place" tabIndex={-1} id="place">
        <ErrorBoundary key={shown}>
          <Main />
        </ErrorBoundary>
      </main>
      {desk.value && (
        <aside class="talk-pane" tabIndex={-1} id="talk-pane" aria-label={t('place-talk')}>
          <ErrorBoundary>
            <Talk />
          </ErrorBoundary>
        </aside>
      )}
    </div>
  );
};

/** Whoever goes somewhere by keyboard or screen reader arrives there. */
function useFocusOnArrival() {
  const arrived = useRef(location.hash);
  const where = `${place.value} ${main.value?.within.join('/')}`;
  useEffect(() => {
    if (arrived.current === location.hash) return;
    arrived.current = location.hash;
    const aside = desk.value && place.value === 'talk';
    document.getElementById(aside ? 'talk-pane' : 'place')?.focus({ preventScroll: true });
    if (aside) return;
    scrollTo(0, beginning());
    document.getElementById('place')?.scrollTo(0, 0);
  }, [where]);
}

/** Notices stand above the places, above what sends a text, and beside Talk. */
function useFooting() {
  const writing = place.value === 'texts' && main.value?.within[0] === 'write';
  const classes = `over-tabs${writing ? ' over-foot' : ''}${desk.value ? ' beside-talk' : ''}`;
  useLayoutEffect(() => {
    footing.value = classes;
    return () => {
      footing.value = '';
    };
  }, [classes]);
}

/** A new phase asks for something else: whoever is far down a page sees the card on top again, but not in the middle of a sentence. */
function useCardOnPhase() {
  const phase = view.value?.clock.phase;
  const before = useRef(phase);
  useEffect(() => {
    if (before.current === phase) return;
    before.current = phase;
    const writing = document.activeElement?.matches('textarea, input, select, dialog *');
    if (!writing && main.value?.within[0] !== 'write') scrollTo(0, 0);
  }, [phase]);
}

/** Where a page begins that was gone to. On a phone the card on top would fill the screen before a text: it waits above, and what the
 * guide says stands before the text. */
function beginning() {
  if (desk.value || place.value !== 'texts' || !main.value?.within.length) return 0;
  const first = document.querySelector('.guide') ?? document.getElementById('place');
  return first ? first.getBoundingClientRect().top + scrollY : 0;
}

/** How many things in a place this person has not seen or done. */
function waitingIn(name: Place): number {
  const seen = view.value;
  const us = myParty.value;
  if (!seen || !us) return 0;
  if (name === 'talk') return unread.value;
  if (name === 'texts') {
    return textsInOrder(seen).filter(
      ([id, text]) =>
        text.status === 'draft' &&
        isAsked(text, us) &&
        (text.amended_by ?? text.author) !== us &&
        newness(text, id) !== null,
    ).length;
  }
  if (name === 'plan') return mySeat.value?.role === 'head' ? waiting(seen, us).length : 0;
  if (name !== 'decide') return 0;
  return Object.values(seen.decisions ?? {}).filter(
    (decision) => isAskedToDecide(decision, us) && !decision.mine,
  ).length;
}

const Tabs = ({ shown }: { shown: Place }) => (
  <nav class="tabs" aria-label={t('places')}>
    {places
      .filter((name) => !desk.value || name !== 'talk')
      .map((name) => {
        const count = waitingIn(name);
        return (
          <a key={name} href={`#${name}`} aria-current={name === shown ? 'page' : undefined}>
            {t(`place-${name}`)}
            {count > 0 && (
              <span class="count">
                {number(count)}
                <span class="spoken"> {t('new-here')}</span>
              </span>
            )}
          </a>
        );
      })}
  </nav>
);
