// What happens at the table, told as it happens: to everyone what changes the game, to screen readers the rest, a few lines at a time.

import { effect } from '@preact/signals';
import { list, number, t } from '../../locale';
import { announce, tell } from '../../parts/announce';
import { phaseTitle, timeLeft } from '../../parts/Clock';
import { saidIn } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import type { Instrument, InstrumentId, Scenario, View } from '../../view';
import { unread } from './circles';
import { hasSigned, isAsked } from './state';
import { partyNames, shortName, textTitle } from './words';

const gather_ms = 2500;
const warn_minutes = [5, 1];
const minute_ms = 60_000;

/** Lines for screen readers, gathered so that a flurry of events is one sentence. */
function teller() {
  let waiting: string[] = [];
  let messages = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      const said = messages > 0 ? [...waiting, t('told-messages', { count: messages })] : waiting;
      waiting = [];
      messages = 0;
      announce(said.length > 3 ? t('told-many', { count: said.length }) : said.join('. '));
    }, gather_ms);
  };
  return {
    add(line: string) {
      if (!waiting.includes(line)) waiting.push(line);
      soon();
    },
    /** However many come in: their number is said. */
    addMessages(count: number) {
      messages += count;
      soon();
    },
    stop: () => clearTimeout(timer),
  };
}

interface Moment {
  rules: Scenario;
  before: View;
  now: View;
  add: (line: string) => void;
}

function toldOfPhase({ rules, before, now }: Moment) {
  if (before.clock.state !== now.clock.state) {
    if (now.clock.state === 'paused') tell(t('told-paused'));
    if (before.clock.state === 'paused' && now.clock.state === 'running') tell(t('told-resumed'));
  }
  if (before.clock.phase !== now.clock.phase || before.clock.round !== now.clock.round) {
    tell(t('told-phase', { phase: phaseTitle(now.clock, rules.phases) }));
  }
}

function toldOfText(
  moment: Moment,
  id: InstrumentId,
  old: Instrument | undefined,
  text: Instrument,
) {
  const { rules, now, add } = moment;
  const us = myParty.value;
  if (old === text || !isAsked(text, us)) return;
  const title = textTitle(rules, now, id);
  if (!old) {
    if (text.author !== us) add(t('told-text', { party: shortName(rules, text.author), title }));
    return;
  }
  if (old.status !== text.status && text.status !== 'draft') {
    tell(t(`told-${text.status.replace('_', '-')}`, { title }));
  }
  if (old.version < text.version && text.amended_by !== us) {
    const words = { party: shortName(rules, text.amended_by ?? text.author), title };
    if (hasSigned(old, us)) tell(t('told-cleared', words));
    else add(t('told-amended', words));
  }
  const signed = Object.keys(text.signatures ?? {}).filter(
    (party) => party !== us && !hasSigned(old, party),
  );
  if (signed.length > 0 && old.version === text.version) {
    add(t('told-signed', { parties: partyNames(rules, signed), count: signed.length, title }));
  }
}

function toldOfDecisions({ rules, before, now }: Moment) {
  const us = myParty.value;
  const opened = Object.entries(now.decisions ?? {}).filter(
    ([id, decision]) =>
      decision.open && !before.decisions?.[id]?.open && us && decision.by?.includes(us),
  );
  const titles = opened.map(([id]) => rules.decisions?.[id]?.title ?? id);
  if (titles.length > 0) tell(t('told-decide', { decisions: list(titles) }));
}

function toldOfNews({ before, now }: Moment) {
  const known = before.news?.at(-1)?.at ?? 0;
  for (const item of now.news ?? []) {
    if (item.at > known) tell(t('told-news', { title: saidIn(item, 'title') }));
  }
}

/** From now until the answer is called. */
export function watchTable(): () => void {
  const { add, addMessages, stop } = teller();
  const { title } = document;
  let before: View | null = null;
  let unreadBefore = unread.peek();
  let leftBefore: number | null = null;
  const ends = [
    effect(() => {
      const now = view.value;
      const rules = scenario.value;
      if (now && rules && before && before.table.id === now.table.id && before !== now) {
        const moment = { rules, before, now, add };
        toldOfPhase(moment);
        for (const [id, text] of Object.entries(now.instruments ?? {})) {
          toldOfText(moment, id, before.instruments?.[id], text);
        }
        toldOfDecisions(moment);
        toldOfNews(moment);
      }
      before = now;
    }),
    effect(() => {
      const count = unread.value;
      if (count > unreadBefore) addMessages(count - unreadBefore);
      unreadBefore = count;
    }),
    effect(() => {
      // The browser's own tab says it too.
      document.title = unread.value > 0 ? `(${number(unread.value)}) ${title}` : title;
    }),
    () => {
      document.title = title;
    },
    effect(() => {
      const left = view.value ? timeLeft(view.value.clock) : null;
      for (const minutes of warn_minutes) {
        const at = minutes * minute_ms;
        if (left !== null && leftBefore !== null && leftBefore > at && left <= at) {
          tell(t('told-time', { minutes }));
        }
      }
      leftBefore = left;
    }),
    stop,
  ];
  return () => {
    for (const end of ends) end();
  };
}
