// For who takes over a seat, or was away: what happened, what is promised, what is open, who is with us. All of it from the view.

import { useState } from 'preact/hooks';
import { list, t, timeOfDay } from '../../locale';
import { Button } from '../../parts/Button';
import { countdown, phaseTitle, timeLeft } from '../../parts/Clock';
import { Dialog } from '../../parts/Dialog';
import { minuteText } from '../../parts/minutes';
import { clauseName, clauseProse } from '../../parts/treaty';
import { me, myParty, presence, scenario, second, view } from '../../store';
import type { PartyId, Scenario, View } from '../../view';
import { isAskedToDecide } from './asked';
import { missedSince } from './away';
import { to } from './place';
import { hasSigned, isAsked, stateLine, textsInOrder } from './state';
import { textTitle } from './words';

const shown_most = 40;

/** On top of the table, when there is something to catch up with. */
export const Missed = () => {
  const [open, setOpen] = useState(false);
  const since = missedSince.value;
  const count = (view.value?.minutes_total ?? 0) - (since ?? 0);
  if (since === null) return null;
  const done = () => {
    missedSince.value = null;
  };
  return (
    <section class="card missed" aria-label={t('missed-title')}>
      <p>{t(since === 0 ? 'missed-new' : 'missed', { count })}</p>
      <div class="row">
        <Button look="main" onPress={() => setOpen(true)}>
          {t('catch-up')}
        </Button>
        <Button look="link" onPress={done}>
          {t('missed-dismiss')}
        </Button>
      </div>
      {open && <CatchUp since={since} onClose={done} />}
    </section>
  );
};

interface CatchUpProps {
  since: number;
  onClose: () => void;
}

export const CatchUp = ({ since, onClose }: CatchUpProps) => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen || !us) return null;
  return (
    <Dialog wide title={t(since === 0 ? 'missed-title-new' : 'missed-title')} onClose={onClose}>
      <div class="catch-up">
        <Open rules={rules} seen={seen} us={us} onGo={onClose} />
        <Promised rules={rules} seen={seen} us={us} />
        <Happened rules={rules} seen={seen} since={since} />
        <With seen={seen} us={us} />
      </div>
    </Dialog>
  );
};

interface PartProps {
  rules: Scenario;
  seen: View;
  us: PartyId;
}

/** Texts that wait for our word, questions that are put to us, and how long there is. */
const Open = ({ rules, seen, us, onGo }: PartProps & { onGo: () => void }) => {
  const texts = textsInOrder(seen).filter(
    ([, text]) => text.status === 'draft' && isAsked(text, us),
  );
  const questions = Object.entries(seen.decisions ?? {}).filter(
    ([, decision]) => isAskedToDecide(decision, us) && !decision.mine,
  );
  const left = second.value && timeLeft(seen.clock);
  return (
    <section aria-labelledby="catch-open">
      <h3 id="catch-open">{t('catch-open')}</h3>
      <p>
        {phaseTitle(seen.clock, rules.phases)}
        {left ? ` · ${t('catch-left', { left: countdown(left) })}` : ''}
      </p>
      <ul>
        {questions.map(([id]) => (
          <li key={id}>
            <a href={to('decide')} onClick={onGo}>
              {t('catch-decide', { decision: rules.decisions?.[id]?.title ?? id })}
            </a>
          </li>
        ))}
        {texts.map(([id, text]) => (
          <li key={id}>
            <a href={to('texts', id)} onClick={onGo}>
              {textTitle(rules, seen, id)}
            </a>
            : {stateLine(rules, seen, text, us)}
            {hasSigned(text, us) && ` ${t('catch-signed')}`}
          </li>
        ))}
      </ul>
      {texts.length + questions.length === 0 && <p class="muted">{t('catch-open-none')}</p>}
    </section>
  );
};

/** What is in force now; what binds us first. */
const Promised = ({ rules, seen, us }: PartProps) => {
  const bound = new Set(
    Object.values(seen.instruments ?? {}).flatMap((text) =>
      text.clauses.flatMap((clause) =>
        clause.state === 'settled' && clause.binds?.includes(us) ? [clause.id] : [],
      ),
    ),
  );
  const settled = Object.entries(seen.settled ?? {});
  const lines = (ours: boolean) =>
    settled
      .filter(([key]) => bound.has(key) === ours)
      .map(([key, { terms }]) => (
        <li key={key}>{clauseProse(rules, { ...clauseName(key), terms })}</li>
      ));
  const [own, others] = [lines(true), lines(false)];
  return (
    <section aria-labelledby="catch-promised">
      <h3 id="catch-promised">{t('catch-promised')}</h3>
      {settled.length === 0 && <p class="muted">{t('settled-none')}</p>}
      {own.length > 0 && (
        <>
          <h4>{t('catch-promised-own')}</h4>
          <ul>{own}</ul>
        </>
      )}
      {others.length > 0 && (
        <>
          <h4>{t('catch-promised-others')}</h4>
          <ul>{others}</ul>
        </>
      )}
    </section>
  );
};

const Happened = ({ rules, seen, since }: Omit<PartProps, 'us'> & { since: number }) => {
  const lines = Object.entries(seen.minutes ?? {})
    .map(([n, minute]) => ({ n: Number(n), minute }))
    .filter(({ n }) => n > since)
    .sort((left, right) => right.n - left.n);
  return (
    <section aria-labelledby="catch-happened">
      <h3 id="catch-happened">{t('catch-happened')}</h3>
      <ol class="plain minutes">
        {lines.slice(0, shown_most).map(({ n, minute }) => (
          <li key={n}>
            <span class="small muted figures">{timeOfDay(minute.at)}</span>{' '}
            {minuteText(minute, rules, seen)}
            {minute.automatic && <span class="small muted"> · {t('by-autopilot')}</span>}
          </li>
        ))}
      </ol>
      {lines.length > shown_most && <p class="small muted">{t('catch-more')}</p>}
    </section>
  );
};

const With = ({ seen, us }: Omit<PartProps, 'rules'>) => {
  const others = Object.entries(seen.parties[us]?.seats ?? {}).flatMap(([id, seat]) => {
    const person = presence.value[id];
    if (!person || id === me.value?.seat) return [];
    return t('catch-person', {
      name: person.name,
      role: t(`role-${seat.role}`),
      here: t(person.online ? 'is-here' : 'is-away'),
    });
  });
  return (
    <section aria-labelledby="catch-with">
      <h3 id="catch-with">{t('catch-with')}</h3>
      <p>{others.length > 0 ? list(others) : t('hall-alone')}</p>
    </section>
  );
};
