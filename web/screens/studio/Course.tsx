// The course of a game: phases with their decisions, news, and how it may end.

import { t } from '../../locale';
import { Scroll } from '../../parts/Scroll';
import type { Json } from '../../store';
import type { Scenario } from '../../view';
import { effectLines, type Member, parts, words } from './document';
import { state } from './wire';

export const Course = ({ rules, outcome }: { rules: Scenario; outcome: string | undefined }) => (
  <section id="course" aria-labelledby="course-title">
    <h2 id="course-title">{t('studio-place-course')}</h2>
    <div class="studio-columns">
      <Phases rules={rules} />
      <div>
        <News rules={rules} />
        <Outcomes rules={rules} outcome={outcome} />
      </div>
    </div>
  </section>
);

const Rule = ({ label, value }: { label: string; value: Json | undefined }) =>
  words(value) ? (
    <p class="small rule">
      {label} <code>{words(value)}</code>
    </p>
  ) : null;

const Effects = ({ label, of }: { label: string; of: Json | undefined }) => {
  const lines = effectLines(of);
  if (lines.length === 0) return null;
  return (
    <Scroll label={label}>
      <p class="small rule">{label}</p>
      <pre class="effects">{lines.join('\n')}</pre>
    </Scroll>
  );
};

/** scenario.json's own entry, where the phases are a list. */
function phaseWritten(id: string): Member {
  const document = state.value?.document as Member | undefined;
  const list = document?.phases;
  const found = Array.isArray(list) ? list.find((phase) => (phase as Member).id === id) : undefined;
  return (found as Member) ?? {};
}

const Phases = ({ rules }: { rules: Scenario }) => (
  <section aria-labelledby="phases">
    <h3 id="phases">{t('studio-phases')}</h3>
    <ol class="phases">
      {rules.phases.map((phase) => {
        const own = phaseWritten(phase.id);
        return (
          <li key={phase.id}>
            <h4>
              {phase.title} <code class="muted">{phase.id}</code>
            </h4>
            <p class="small muted">
              {t('studio-phase', { rounds: phase.rounds ?? 1, minutes: phase.minutes ?? 0 })}{' '}
              {(phase.allows ?? []).join(', ')}
            </p>
            <Rule label={t('studio-when')} value={own.when} />
            <Effects label={t('studio-each-round')} of={own.each_round} />
            {parts('decisions')
              .filter(([, decision]) => decision.phase === phase.id)
              .map(([id, decision]) => (
                <Decision key={id} id={id} decision={decision} />
              ))}
          </li>
        );
      })}
    </ol>
  </section>
);

const Decision = ({ id, decision }: { id: string; decision: Member }) => (
  <div class="card decision">
    <h5>
      {words(decision.title)} <code class="muted">{id}</code>
    </h5>
    <p>{words(decision.text)}</p>
    <ul>
      {Object.entries((decision.options ?? {}) as Member).map(([option, label]) => (
        <li key={option}>
          {words(label)} <code class="muted">{option}</code>
          {option === decision.default && ` (${t('studio-default')})`}
        </li>
      ))}
    </ul>
    <Rule label={t('studio-by')} value={decision.by} />
    <Effects label={t('studio-resolve')} of={decision.resolve} />
  </div>
);

const News = ({ rules }: { rules: Scenario }) => {
  const injects = parts('injects');
  if (injects.length === 0) return null;
  return (
    <section aria-labelledby="injects">
      <h3 id="injects">{t('studio-injects')}</h3>
      <ul class="plain">
        {injects.map(([id, inject]) => (
          <li key={id} class="inject">
            <h4>
              {rules.injects?.[id]?.title} <code class="muted">{id}</code>
            </h4>
            <p>{rules.injects?.[id]?.text}</p>
            {inject.when === undefined && <p class="small muted">{t('studio-by-hand')}</p>}
            <Rule label={t('studio-when')} value={inject.when} />
            <Rule label={t('studio-chance')} value={inject.chance} />
            <Effects label={t('studio-effects')} of={inject.effects} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Outcomes = ({ rules, outcome }: { rules: Scenario; outcome: string | undefined }) => {
  const document = state.value?.document as Member | undefined;
  const written = Array.isArray(document?.outcomes) ? (document.outcomes as Member[]) : [];
  if (written.length === 0) return null;
  return (
    <section aria-labelledby="outcomes">
      <h3 id="outcomes">{t('studio-outcomes')}</h3>
      <ol>
        {written.map((own) => {
          const id = words(own.id);
          return (
            <li key={id} class="inject">
              <h4>
                {rules.outcomes?.[id]?.title} <code class="muted">{id}</code>
              </h4>
              {id === outcome && <p class="small now-true">{t('studio-outcome-now')}</p>}
              <p>{rules.outcomes?.[id]?.text}</p>
              <Rule label={t('studio-when')} value={own.when} />
            </li>
          );
        })}
      </ol>
    </section>
  );
};
