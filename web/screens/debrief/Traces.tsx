// How it came about: who moved which term, what was disputed, what was promised and what became of it, who knew what when.

import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { change, list, t, timeOfDay } from '../../locale';
import {
  clauseKeyTitle,
  instrumentTitle,
  partyName,
  termText,
  thingName,
} from '../../parts/treaty';
import type { Closing, Known, Moment, Move, Promised, Report } from '../../report';
import type { PartyId, Scenario } from '../../view';
import { moveText, phaseOf } from './words';

interface TracesProps {
  report: Report;
  scenario: Scenario;
  onReplay: (n: number) => void;
}
type Part = 'moves' | 'disputes' | 'promises' | 'choices' | 'known';

export const Traces = ({ report, scenario, onReplay }: TracesProps) => {
  const lines = {
    moves: report.moves.map((move) => ({ moment: move, words: moveLine(scenario, move) })),
    disputes: report.disputes.map((dispute) => ({
      moment: dispute,
      words: t('trace-dispute', {
        party: partyName(scenario, dispute.holder),
        article: dispute.clause
          ? clauseKeyTitle(scenario, dispute.clause)
          : t('trace-free-article'),
        lifted: String(dispute.until !== undefined),
      }),
    })),
    promises: report.promises.map((promise) => ({
      moment: promise,
      words: promiseLine(scenario, promise),
    })),
    choices: report.choices.map((closing) => ({
      moment: closing,
      words: closingLine(scenario, closing),
    })),
    known: report.known.map((known) => ({
      moment: known,
      words: knownLine(scenario, report, known),
    })),
  };
  const parts = (Object.keys(lines) as Part[]).filter((part) => lines[part].length > 0);
  const [chosen, setChosen] = useState<Part>('moves');
  const part = parts.includes(chosen) ? chosen : parts[0];
  if (!part) return null;
  return (
    <section aria-labelledby="traces">
      <h2 id="traces">{t('traces-title')}</h2>
      <nav class="row" aria-label={t('traces-title')}>
        {parts.map((one) => (
          <button
            key={one}
            type="button"
            class="quiet"
            aria-pressed={one === part}
            onClick={() => setChosen(one)}
          >
            {t(`trace-${one}`)}
          </button>
        ))}
      </nav>
      <p class="prose">{t(`trace-${part}-text`)}</p>
      <Lines lines={lines[part]} scenario={scenario} onReplay={onReplay} />
    </section>
  );
};

interface LinesProps {
  lines: { moment: Moment; words: ComponentChildren }[];
  scenario: Scenario;
  onReplay: (n: number) => void;
}
const shown_most = 40;

const Lines = ({ lines, scenario, onReplay }: LinesProps) => {
  const [all, setAll] = useState(false);
  const shown = all ? lines : lines.slice(0, shown_most);
  return (
    <>
      <ol class="plain record">
        {shown.map(({ moment, words }, index) => (
          <li key={index}>
            <button
              type="button"
              class="link small figures"
              aria-label={t('trace-replay', {
                time: timeOfDay(moment.at),
                phase: phaseOf(scenario, moment),
              })}
              onClick={() => onReplay(moment.n)}
            >
              {timeOfDay(moment.at)}
            </button>{' '}
            {words}
          </li>
        ))}
      </ol>
      {shown.length < lines.length && (
        <button type="button" class="quiet" onClick={() => setAll(true)}>
          {t('trace-all', { count: lines.length })}
        </button>
      )}
    </>
  );
};

function moveLine(scenario: Scenario, move: Move) {
  const worth = Object.entries(move.worth)
    .filter(([, value]) => value !== 0)
    .sort(([, a], [, b]) => Math.abs(b) - Math.abs(a))
    .map(([party, value]) => `${scenario.parties[party]?.short ?? party} ${change(value)}`);
  const words = t('trace-move', {
    party: partyName(scenario, move.party ?? ''),
    move: moveText(scenario, move),
  });
  return (
    <>
      {words} {worth.length > 0 && <span class="muted small figures">{list(worth)}</span>}
    </>
  );
}

function promiseLine(scenario: Scenario, { clause, terms, binds, state, ended_by }: Promised) {
  const type = clause.slice(clause.indexOf('.') + 1);
  const told = Object.entries(terms).map(([term, value]) => termText(scenario, type, term, value));
  return t('trace-promise', {
    article: clauseKeyTitle(scenario, clause),
    terms: told.join(', '),
    terse: String(told.length === 0),
    parties: list(binds.map((party) => partyName(scenario, party))),
    state,
    by: ended_by ? partyName(scenario, ended_by) : '',
  });
}

function closingLine(scenario: Scenario, { decision, choices }: Closing) {
  const known = scenario.decisions?.[decision];
  const told = Object.entries(choices).map(([party, { option, default: nothing, bound }]) =>
    t('trace-choice-of', {
      party: partyName(scenario, party),
      option: known?.options[option] ?? option,
      nothing: String(!!nothing),
      bound: bound?.length ? list(bound.map((key) => clauseKeyTitle(scenario, key))) : 'none',
    }),
  );
  return t('trace-choice', { decision: known?.title ?? decision, choices: list(told) });
}

function knownLine(scenario: Scenario, report: Report, known: Known) {
  const audience = (to: PartyId[] = []) =>
    known.public ? t('trace-everybody') : list(to.map((party) => partyName(scenario, party)));
  const variable = scenario.variables?.[known.variable ?? ''];
  return t(`trace-knew-${known.what}`, {
    how: known.how,
    who: known.party ? partyName(scenario, known.party) : t('facilitator'),
    text: known.instrument
      ? instrumentTitle(scenario, report.texts[known.instrument] ?? { kind: '' }, true)
      : '',
    thing: `${variable?.label ?? known.variable ?? ''}${known.key ? ` (${thingName(scenario, known.key)})` : ''}`,
    title: known.title ?? '',
    decision: scenario.decisions?.[known.decision ?? '']?.title ?? '',
    audience: audience(known.to),
  });
}
