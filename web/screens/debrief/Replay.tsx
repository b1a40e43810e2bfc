// The game again, through anybody's eyes: a slider over everything that happened, and the table as it was after it.

import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { Refused, send } from '../../connection';
import { list, number, t, timeOfDay } from '../../locale';
import { Field } from '../../parts/Field';
import { minuteText } from '../../parts/minutes';
import { clauseProse, instrumentTitle, partyName } from '../../parts/treaty';
import type { Replayed, ReplayMoments } from '../../report';
import type { Instrument, Minute, PartyId, Scenario, TableId } from '../../view';
import { Fork } from './Fork';
import { phaseOf } from './words';

/** Where the slider stands, by table: other parts of the page move it. */
export const replayAt = signal<Record<TableId, number>>({});
export function replayFrom(table: TableId, n: number) {
  replayAt.value = { ...replayAt.value, [table]: n };
  document.getElementById('replay')?.scrollIntoView();
  document.getElementById('replay-slider')?.focus();
}

const settle_ms = 120;
const again_ms = 1000;
const said_most = 8;
const happened_most = 6;

interface ReplayProps {
  table: TableId;
  scenario: Scenario;
  mine?: PartyId;
}

function useMoments(table: TableId) {
  const [moments, setMoments] = useState<ReplayMoments | null>(null);
  useEffect(() => {
    let gone = false;
    send('replay.moments', { table }).then(
      (answer) => {
        if (!gone) setMoments(answer);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, [table]);
  return moments;
}

/** The latest question alone counts. */
function useReplayed(table: TableId, as: PartyId | 'public', at: number | undefined) {
  const [replayed, setReplayed] = useState<Replayed | null>(null);
  useEffect(() => {
    if (at === undefined) return;
    let stale = false;
    let timer: ReturnType<typeof setTimeout>;
    const ask = async () => {
      try {
        const answer = await send('replay.view', { table, as, at });
        if (!stale) setReplayed(answer);
      } catch (error) {
        if (!stale && error instanceof Refused && error.type === 'limit.rate') {
          timer = setTimeout(ask, again_ms);
        }
      }
    };
    timer = setTimeout(ask, settle_ms);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [table, as, at]);
  return replayed;
}

export const Replay = ({ table, scenario, mine }: ReplayProps) => {
  const told = useMoments(table);
  const [as, setAs] = useState<PartyId | 'public'>(mine ?? 'public');
  const moments = told?.moments ?? [];
  const wanted = replayAt.value[table];
  const found = moments.findIndex(({ n }) => n >= (wanted ?? Number.POSITIVE_INFINITY));
  const index = found < 0 ? moments.length - 1 : found;
  const moment = moments[index];
  const replayed = useReplayed(table, as, moment?.n);
  if (!moment) return null;
  const go = (to: number) => {
    const next = moments[Math.max(0, Math.min(to, moments.length - 1))];
    if (next) replayAt.value = { ...replayAt.value, [table]: next.n };
  };
  const when = t('replay-when', { time: timeOfDay(moment.at), at: index + 1, of: moments.length });
  return (
    <section aria-labelledby="replay" class="replay">
      <h2 id="replay">{t('replay-title')}</h2>
      <p class="prose">{t('replay-text')}</p>
      <Field label={t('replay-as')}>
        <select
          value={as}
          onChange={(event) => setAs(event.currentTarget.value as PartyId | 'public')}
        >
          {Object.entries(scenario.parties).map(([id, party]) => (
            <option key={id} value={id}>
              {party.name}
            </option>
          ))}
          <option value="public">{t('replay-public')}</option>
        </select>
      </Field>
      <div class="replay-slider">
        <button type="button" class="quiet" disabled={index === 0} onClick={() => go(index - 1)}>
          {t('replay-back')}
        </button>
        <input
          id="replay-slider"
          type="range"
          min={0}
          max={moments.length - 1}
          value={index}
          aria-label={t('replay-moment')}
          aria-valuetext={when}
          onInput={(event) => go(Number(event.currentTarget.value))}
        />
        <button
          type="button"
          class="quiet"
          disabled={index === moments.length - 1}
          onClick={() => go(index + 1)}
        >
          {t('replay-on')}
        </button>
      </div>
      <div class="row">
        <span class="small figures">{when}</span>
        <Fork
          table={table}
          at={moment.n}
          when={timeOfDay(moment.at)}
          scenario={scenario}
          mine={mine}
        />
      </div>
      {replayed && <AsItWas replayed={replayed} scenario={scenario} />}
    </section>
  );
};

const AsItWas = ({ replayed: { view }, scenario }: { replayed: Replayed; scenario: Scenario }) => {
  const minutes = Object.entries(view.minutes ?? {})
    .map(([n, minute]): [number, Minute] => [Number(n), minute])
    .sort(([a], [b]) => b - a)
    .slice(0, happened_most);
  const texts = Object.entries(view.instruments ?? {});
  const words = Object.values(view.circles ?? {})
    .flatMap((circle) =>
      Object.values(circle.messages ?? {}).map((message) => ({ message, to: circle.parties })),
    )
    .sort((a, b) => b.message.at - a.message.at)
    .slice(0, said_most);
  return (
    <div class="card as-it-was">
      <p class="eyebrow">{phaseOf(scenario, view.clock)}</p>
      <div class="as-it-was-parts">
        <section aria-label={t('replay-happened')}>
          <h3>{t('replay-happened')}</h3>
          <ol class="plain record small" reversed>
            {minutes.map(([n, minute]) => (
              <li key={n}>
                <span class="muted figures">{timeOfDay(minute.at)}</span>{' '}
                {minuteText(minute, scenario, view)}
              </li>
            ))}
          </ol>
        </section>
        <section aria-label={t('replay-texts')}>
          <h3>{t('replay-texts')}</h3>
          {texts.length === 0 && <p class="muted small">{t('replay-no-texts')}</p>}
          {texts.map(([id, text]) => (
            <TextThen key={id} text={text} scenario={scenario} />
          ))}
        </section>
        <section aria-label={t('replay-said')}>
          <h3>{t('replay-said')}</h3>
          {words.length === 0 && <p class="muted small">{t('replay-nothing-said')}</p>}
          <ul class="plain small">
            {words.map(({ message, to }) => (
              <li key={`${message.at} ${message.n} ${message.from}`}>
                <span class="muted figures">{timeOfDay(message.at)}</span>{' '}
                <strong>
                  {message.from === 'control'
                    ? t('facilitator')
                    : partyName(scenario, message.from)}
                </strong>{' '}
                {to && (
                  <span class="muted">
                    {t('replay-to', {
                      parties: list(
                        to
                          .filter((party) => party !== message.from)
                          .map((party) => partyName(scenario, party)),
                      ),
                    })}{' '}
                  </span>
                )}
                <span dir="auto">{message.text}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </div>
  );
};

const TextThen = ({ text, scenario }: { text: Instrument; scenario: Scenario }) => {
  const signed = Object.keys(text.signatures ?? {}).map((party) => partyName(scenario, party));
  return (
    <details>
      <summary>
        {instrumentTitle(scenario, text, true)}{' '}
        <span class="muted small">
          {t('replay-text-state', {
            status: text.status,
            version: number(text.version),
            signed: list(signed),
            count: signed.length,
          })}
        </span>
      </summary>
      <ol class="treaty small">
        {text.clauses.map((clause) => (
          <li key={clause.id}>{clauseProse(scenario, clause)}</li>
        ))}
        {text.articles?.map((article) => (
          <li key={article.id} dir="auto">
            {article.text}
          </li>
        ))}
      </ol>
    </details>
  );
};
