// The step that this person sees: what the page knows goes in, words and a button come out.

import { send } from '../../connection';
import { places } from '../../identity';
import { t } from '../../locale';
import { iMayBind, me, myParty, mySeat } from '../../store';
import type { Scenario, View } from '../../view';
import { draftOfMove, startDraft } from './Brief';
import { circleOf, circlesFor, circleTitle, unreadIn } from './circles';
import { done, unsent } from './memory';
import { movesFor } from './moves';
import { goTo, type Place, to } from './place';
import { jobsOf } from './plan/state';
import { notReady } from './Ready';
import { whatIsShown } from './shown';
import { type About, type Act, type Here, stepOf, waitsForUs } from './step';
import { newness } from './Texts';
import { partyNames, shortName, textTitle } from './words';

/** What the page knows. */
export function whereWeAre(rules: Scenario, seen: View): Here {
  const us = myParty.value;
  const circle = us ? circlesFor(seen, us).find((one) => unreadIn(seen, one) > 0) : undefined;
  const role = mySeat.value?.role;
  return {
    rules,
    seen,
    us,
    role,
    binding: iMayBind.value,
    mode: me.value?.exercise.mode,
    job: us && role === 'adviser' ? jobsOf(seen, us)[me.value?.seat ?? ''] : undefined,
    guided: !!places.value.find((known) => known.exercise === me.value?.exercise.id)?.guided,
    briefed: !!done.value.briefed,
    at: whatIsShown(seen),
    unsent: unsent.value,
    news: (id, text) => newness(text, id),
    unread: circle ? { circle, count: unreadIn(seen, circle) } : undefined,
    notReady: notReady(rules, seen),
    moves: movesFor(rules, us),
  };
}

function wordsOf({ rules, seen, us }: Here, about: About = {}) {
  const { text, party, parties, decision, circle, count, advice, title } = about;
  return {
    ...(text ? { text: textTitle(rules, seen, text) } : {}),
    ...(party ? { party: shortName(rules, party) } : {}),
    ...(parties ? { parties: partyNames(rules, parties), signed: partyNames(rules, parties) } : {}),
    ...(decision ? { decision: rules.decisions?.[decision]?.title ?? decision } : {}),
    ...(circle && us ? { circle: circleTitle(rules, circle, us) } : {}),
    ...(count === undefined ? {} : { count }),
    ...(advice === undefined ? {} : { advice }),
    ...(title === undefined ? {} : { move: title }),
  };
}

function buttonOf({ rules, us }: Here, { words, to: place, ready, move, parties }: Act) {
  const first = parties?.[0];
  const go = () => {
    if (place) goTo(to(place[0] as Place, ...place.slice(1)));
    if (ready) return send('ready.set', { on: true });
    const draft = move && us ? draftOfMove(rules, move, us) : null;
    if (draft) startDraft(draft);
    else if (first && us) goTo(to('talk', circleOf(rules, [us, first])));
  };
  return { words: t(words, first ? { parties: partyNames(rules, [first]) } : {}), go };
}

export interface Said {
  says: string;
  act?: { words: string; go: () => unknown };
  /** null: nobody waits for us. */
  waits: string | null;
}

export function nextStep(here: Here): Said {
  const { says, about, act } = stepOf(here);
  const waits = waitsForUs(here);
  return {
    says: t(says, wordsOf(here, about)),
    ...(act ? { act: buttonOf(here, act) } : {}),
    waits: waits ? t(waits.says, wordsOf(here, waits.about)) : null,
  };
}
