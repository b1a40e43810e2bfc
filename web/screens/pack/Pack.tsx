// What a teacher prints before a class: a cover, the running sheet, every briefing on pages of its own, a sign for each delegation,
// the way in, and the teaching note.

import { useEffect, useState } from 'preact/hooks';
import { ask, Refused } from '../../connection';
import { createKey, tokenFor } from '../../identity';
import { list, t } from '../../locale';
import { tongue } from '../../locale/tongue';
import type { Preview } from '../../methods';
import { refusalText } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Field } from '../../parts/Field';
import { JoinCode } from '../../parts/JoinCode';
import { Markdown } from '../../parts/Markdown';
import { Masthead } from '../../parts/Masthead';
import type { PartyType, Scenario } from '../../view';
import { RunningSheet } from './RunningSheet';
import './pack.css';

interface Loaded {
  scenario: Scenario;
  preview: Preview;
  /** The exercise's, to join by. */
  code?: string;
}

/** By the exercise's own link where there is one: it is pinned to its scenario. Else as whoever may make one. */
async function load(id: string, exercise: string | null): Promise<Loaded> {
  const token = exercise ? tokenFor(exercise) : null;
  const scenario = token
    ? await ask('scenario.get', {}, token)
    : await ask('scenario.pack', { scenario: id, ...(createKey() && { create_key: createKey() }) });
  const edition = scenario.edition ? { edition: scenario.edition } : {};
  const preview = await ask('schedule.preview', { scenario: id, ...edition, schedule: {} });
  const code = token ? (await ask('attach', {}, token)).exercise.code : undefined;
  return { scenario, preview, ...(code && { code }) };
}

export const Pack = ({ scenario: id }: { scenario: string }) => {
  const [exercise] = useState(() => new URLSearchParams(location.search).get('exercise'));
  const [found, setFound] = useState<Loaded | string | undefined>();
  const [begins, setBegins] = useState('');
  useEffect(() => {
    document.title = t('pack-title');
    load(id, exercise).then(setFound, (error: unknown) =>
      setFound(
        error instanceof Refused && error.type === 'create.key'
          ? t('pack-key')
          : refusalText(error),
      ),
    );
  }, [id, exercise, tongue.value.language]);
  return (
    <>
      <Masthead title={t('pack-title')}>
        <Button look="main" onPress={() => print()}>
          {t('pack-print')}
        </Button>
      </Masthead>
      <main class="page pack">
        {found === undefined && <p aria-busy="true">{t('loading')}</p>}
        {typeof found === 'string' && <p class="refused">{found}</p>}
        {found && typeof found !== 'string' && (
          <>
            <div class="unprinted">
              <p>{t('pack-text')}</p>
              <Field label={t('pack-begins')} hint={t('pack-begins-hint')}>
                <input
                  type="time"
                  value={begins}
                  onInput={(event) => setBegins(event.currentTarget.value)}
                />
              </Field>
            </div>
            <Cover scenario={found.scenario} />
            <RunningSheet scenario={found.scenario} preview={found.preview} begins={begins} />
            {found.code && (
              <section class="sheet-of join-sheet" aria-labelledby="pack-join">
                <h2 id="pack-join">{t('pack-join')}</h2>
                <JoinCode code={found.code} />
              </section>
            )}
            <Briefings scenario={found.scenario} />
            <Signs scenario={found.scenario} />
            {found.scenario.teaching && (
              <section class="sheet-of" aria-label={t('pack-teaching')}>
                <p class="running-head">{t('pack-teaching-head')}</p>
                <Markdown text={found.scenario.teaching} level={2} lang={found.scenario.language} />
              </section>
            )}
          </>
        )}
      </main>
    </>
  );
};

const seatsOf = ({ seats }: PartyType) => seats.head + (seats.adviser ?? 0);

const Cover = ({ scenario }: { scenario: Scenario }) => {
  const parties = Object.values(scenario.parties);
  const essential = parties.filter((party) => party.essential);
  const edition = scenario.editions?.[scenario.edition ?? '']?.title;
  return (
    <section class="sheet-of cover" aria-labelledby="pack-cover">
      <p class="eyebrow">{t('entente')}</p>
      <h2 id="pack-cover">{scenario.title}</h2>
      <p class="lede">{scenario.summary}</p>
      <dl>
        <dt>{t('pack-people')}</dt>
        <dd>
          {t('pack-people-text', {
            least: essential.length > 0 ? essential.length : parties.length,
            best: parties.length,
            most: parties.reduce((sum, party) => sum + seatsOf(party), 0),
          })}
        </dd>
        <dt>{t('pack-delegations')}</dt>
        <dd>{list(parties.map(({ name }) => name))}</dd>
        <dt>{t('pack-minutes')}</dt>
        <dd>{t('pack-minutes-text', { minutes: scenario.minutes })}</dd>
        {scenario.agenda && (
          <>
            <dt>{t('pack-agenda')}</dt>
            <dd>{list(Object.values(scenario.agenda))}</dd>
          </>
        )}
        {edition && (
          <>
            <dt>{t('pack-edition')}</dt>
            <dd>{edition}</dd>
          </>
        )}
      </dl>
      <p>{t('pack-contents')}</p>
      {scenario.sources && scenario.sources.length > 0 && (
        <div class="small muted">
          {scenario.sources.map((source) => (
            <p key={source}>{source}</p>
          ))}
        </div>
      )}
    </section>
  );
};

const Briefings = ({ scenario }: { scenario: Scenario }) => {
  const { common, parties = {} } = scenario.briefings ?? {};
  return (
    <>
      {common && (
        <section class="sheet-of" aria-label={t('pack-common')}>
          <p class="running-head">{t('pack-common-head')}</p>
          <Markdown text={common} level={2} />
        </section>
      )}
      {Object.entries(parties).map(([id, text]) => {
        const party = scenario.parties[id];
        return (
          party && (
            <section
              key={id}
              class="sheet-of confidential"
              aria-label={t('pack-own', { party: party.name })}
              style={{ '--party': party.colour }}
            >
              <p class="running-head">{t('pack-own-head', { party: party.name })}</p>
              <Markdown text={text} level={2} />
            </section>
          )
        );
      })}
    </>
  );
};

/** Across a folded sheet; letters of this face are about so wide by their height. */
const sign_width_mm = 250;
const sign_height_mm = 62;
const letter_width = 0.7;

const nameHeight_mm = (name: string) =>
  Math.min(sign_height_mm, sign_width_mm / (letter_width * Math.max(1, name.length)));

/** To be folded in the middle: the name stands on both sides. */
const Signs = ({ scenario }: { scenario: Scenario }) => (
  <>
    {Object.entries(scenario.parties).map(([id, party]) => {
      const name = party.name.length > 16 ? party.short : party.name;
      const face = <p style={{ '--name-height': `${nameHeight_mm(name).toFixed(1)}mm` }}>{name}</p>;
      return (
        <section
          key={id}
          class="sign"
          aria-label={t('pack-sign', { party: party.name })}
          style={{ '--party': party.colour }}
        >
          <div class="face behind" aria-hidden="true">
            {face}
          </div>
          <div class="face">{face}</div>
        </section>
      );
    })}
  </>
);
