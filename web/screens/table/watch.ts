// What happens at the table, told as it happens: to everyone what changes the game, to screen readers the rest.

import { effect, untracked } from '@preact/signals';
import { list, number, t } from '../../locale';
import { report, reportMessage, warn } from '../../parts/announce';
import { phaseTitle, timeLeft } from '../../parts/Clock';
import { saidIn } from '../../parts/treaty';
import { me, myParty, presence, scenario, view } from '../../store';
import type { Instrument, InstrumentId, Scenario, View } from '../../view';
import { circlesFor, messagesOf, messageText, unread } from './circles';
import { mutedSeats } from './Manners';
import { hasSigned, isAsked } from './state';
import { partyNames, shortName, textTitle } from './words';

const warn_minutes = [1, 5];
const minute_ms = 60_000;
/** Of a long message so much is read out; the rest is where it stands. */
const heard_most = 240;

interface Moment {
  rules: Scenario;
  before: View;
  now: View;
}

function toldOfPhase({ rules, before, now }: Moment) {
  if (before.clock.state !== now.clock.state) {
    if (now.clock.state === 'paused') warn(t('told-paused'));
    if (before.clock.state === 'paused' && now.clock.state === 'running') warn(t('told-resumed'));
  }
  const same = before.clock.phase === now.clock.phase && before.clock.round === now.clock.round;
  // The end is told by the page that takes the table's place.
  if (!same && !now.clock.final) {
    warn(t('told-phase', { phase: phaseTitle(now.clock, rules.phases) }));
  }
}

function toldOfText(
  moment: Moment,
  id: InstrumentId,
  old: Instrument | undefined,
  text: Instrument,
) {
  const { rules, now } = moment;
  const us = myParty.value;
  if (old === text || !isAsked(text, us)) return;
  const title = textTitle(rules, now, id);
  if (!old) {
    if (text.author !== us) {
      report(t('told-text', { party: shortName(rules, text.author), title }));
    }
    return;
  }
  if (old.status !== text.status && text.status !== 'draft') {
    report(t(`told-${text.status.replace('_', '-')}`, { title }), { shown: true });
  }
  if (old.version < text.version && text.amended_by !== us) {
    const words = { party: shortName(rules, text.amended_by ?? text.author), title };
    if (hasSigned(old, us)) warn(t('told-cleared', words));
    else report(t('told-amended', words));
  }
  const signed = Object.keys(text.signatures ?? {}).filter(
    (party) => party !== us && !hasSigned(old, party),
  );
  if (signed.length > 0 && old.version === text.version) {
    report(t('told-signed', { parties: partyNames(rules, signed), count: signed.length, title }));
  }
}

function toldOfDecisions({ rules, before, now }: Moment) {
  const us = myParty.value;
  const opened = Object.entries(now.decisions ?? {}).filter(
    ([id, decision]) =>
      decision.open && !before.decisions?.[id]?.open && us && decision.by?.includes(us),
  );
  const titles = opened.map(([id]) => rules.decisions?.[id]?.title ?? id);
  if (titles.length > 0) warn(t('told-decide', { decisions: list(titles) }));
}

function toldOfNews({ before, now }: Moment) {
  const known = before.news?.at(-1)?.at ?? 0;
  for (const item of now.news ?? []) {
    if (item.at > known) {
      report(t('told-news', { title: saidIn(item, 'title') }), { shown: true });
    }
  }
}

/** What the others wrote, wherever it was: a circle that is open is not heard twice. */
function toldOfMessages({ rules, before, now }: Moment) {
  const us = myParty.value;
  if (!us) return;
  for (const circle of circlesFor(now, us)) {
    const known = before.circles?.[circle]?.total ?? 0;
    for (const message of messagesOf(now, circle)) {
      const { n, seat = '' } = message;
      if (n <= known || seat === me.value?.seat || mutedSeats().includes(seat)) continue;
      const words = messageText(rules, message);
      const from = rules.parties[message.from]?.short ?? t('facilitator');
      const who = message.from === us ? (presence.value[seat]?.name ?? from) : from;
      const text = words.length > heard_most ? `${words.slice(0, heard_most)}…` : words;
      reportMessage(t('told-message', { who, where: circle, text }));
    }
  }
}

/** The time as it gets short; where much of it is gone at once, only what is left now. */
function toldOfTime(before: number | null, left: number | null) {
  if (before === null || left === null) return;
  const minutes = warn_minutes.find((at) => left <= at * minute_ms);
  if (minutes && before > minutes * minute_ms) warn(t('told-time', { minutes }));
}

/** From now until the answer is called. */
export function watchTable(): () => void {
  const { title } = document;
  let before: View | null = null;
  let leftBefore: number | null = null;
  const ends = [
    effect(() => {
      const now = view.value;
      const rules = scenario.value;
      if (now && rules && before && before.table.id === now.table.id && before !== now) {
        const moment = { rules, before, now };
        untracked(() => {
          toldOfPhase(moment);
          for (const [id, text] of Object.entries(now.instruments ?? {})) {
            toldOfText(moment, id, before?.instruments?.[id], text);
          }
          toldOfDecisions(moment);
          toldOfNews(moment);
          toldOfMessages(moment);
        });
      }
      before = now;
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
      toldOfTime(leftBefore, left);
      leftBefore = left;
    }),
  ];
  return () => {
    for (const end of ends) end();
  };
}
