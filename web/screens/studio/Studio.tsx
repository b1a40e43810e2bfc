import { useEffect } from 'preact/hooks';
import { ask } from '../../connection';
import { newToken, takeCreateKey } from '../../identity';
import { t } from '../../locale';
import { tellRefusal } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Masthead } from '../../parts/Masthead';
import { PartyBadge } from '../../parts/PartyBadge';
import type { PartyId, Scenario } from '../../view';
import { MapView } from '../table/MapView';
import { Briefings } from './Briefings';
import { Course } from './Course';
import { DraftDesk } from './DraftDesk';
import { draftNow, question, startNow, useEvaluation } from './draft';
import { Figures } from './Figures';
import { Languages, Limits } from './Languages';
import { Problems } from './Problems';
import { WorthOfAll } from './WorthOfAll';
import { close, open, refused, state } from './wire';

/** For the author of a scenario: what is wrong with it, and what it comes to, at each save. */
export const Studio = () => {
  useEffect(() => {
    takeCreateKey();
    document.title = t('studio');
    open();
    return close;
  }, []);
  const now = state.value;
  if (!now) {
    return (
      <>
        <Masthead title={t('studio')} />
        <main class="page">
          {refused.value ? (
            <>
              <p class="refused">{refused.value}</p>
              <p>{t('studio-how')}</p>
              <pre>entente serve --studio DIR</pre>
            </>
          ) : (
            <p aria-busy="true">{t('loading')}</p>
          )}
        </main>
      </>
    );
  }
  return (
    <>
      <Masthead title={t('studio')}>
        <code class="small">{now.folder}</code>
      </Masthead>
      <main class="studio">
        <Problems diagnostics={now.diagnostics} folder={now.folder} good={now.good} />
        {now.scenario ? (
          <Whole rules={now.scenario} stale={!now.good} />
        ) : (
          <p class="muted">{t('studio-never-good')}</p>
        )}
      </main>
    </>
  );
};

const places = ['draft', 'world', 'course', 'briefings', 'texts'] as const;

/** The last good version, whole. */
const Whole = ({ rules, stale }: { rules: Scenario; stale: boolean }) => {
  const start = startNow(rules);
  const draft = draftNow(rules, start);
  const worth = useEvaluation(question(rules, draft));
  const settled = Object.fromEntries(
    draft.clauses
      .filter(({ key }) => key)
      .map(({ type, key, terms }) => [`${key}.${type}`, { instrument: '', terms }]),
  );
  return (
    <div class={stale ? 'whole stale' : 'whole'}>
      {stale && (
        <p class="stale-note" role="status">
          {t('studio-stale')}
        </p>
      )}
      <header class="studio-head">
        <div>
          <h2>{rules.title}</h2>
          <p class="muted">{rules.summary}</p>
        </div>
        <Play rules={rules} />
      </header>
      <nav class="studio-places" aria-label={t('studio-places')}>
        {places.map((place) => (
          <a key={place} href={`#${place}`}>
            {t(`studio-place-${place}`)}
          </a>
        ))}
      </nav>
      <section id="draft" class="studio-desk" aria-label={t('studio-place-draft')}>
        <DraftDesk rules={rules} start={start} draft={draft} worth={worth} />
        <WorthOfAll rules={rules} worth={worth} />
      </section>
      <section id="world" aria-labelledby="world-title">
        <h2 id="world-title">{t('studio-place-world')}</h2>
        {worth.answer && <Figures rules={rules} answer={worth.answer} />}
        {worth.answer && Object.keys(rules.regions ?? {}).length > 0 && (
          <MapView rules={rules} seen={{ variables: worth.answer.variables, settled }} />
        )}
      </section>
      <Course rules={rules} outcome={worth.answer?.outcome} />
      <Briefings rules={rules} />
      <section id="texts" class="studio-columns" aria-label={t('studio-place-texts')}>
        <Languages />
        <Limits />
      </section>
    </div>
  );
};

/** A table of the scenario as it is now, bots in the other seats, on a page of its own. */
async function play(scenario: string, party: PartyId) {
  // Opened at once: a browser opens no page for what it did long ago.
  const page = window.open('', '_blank');
  const token = newToken();
  try {
    const { exercise } = await ask('play.now', { scenario, party, token });
    const place = `/t/${exercise}#${token}`;
    if (page) page.location.href = place;
    else location.href = place;
  } catch (error) {
    page?.close();
    tellRefusal(error);
  }
}

const Play = ({ rules }: { rules: Scenario }) => (
  <fieldset class="studio-play">
    <legend class="small">{t('studio-play')}</legend>
    <div class="row">
      {Object.entries(rules.parties).map(([id, party]) => (
        <Button
          key={id}
          label={t('studio-play-as', { party: party.name })}
          onPress={() => play(rules.id, id)}
        >
          <PartyBadge party={party} full />
        </Button>
      ))}
    </div>
  </fieldset>
);
