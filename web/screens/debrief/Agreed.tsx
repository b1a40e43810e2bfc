// What was agreed, in treaty prose.

import { list, t } from '../../locale';
import { clauseKeyTitle, clauseProse, instrumentTitle, partyName } from '../../parts/treaty';
import type { Clause, Instrument, PartyId, Scenario, View } from '../../view';

export const Agreed = ({ view, scenario }: { view: View; scenario: Scenario }) => {
  const texts = Object.entries(view.instruments ?? {}).filter(
    ([, { status }]) => status === 'in_force' || status === 'suspended',
  );
  return (
    <section aria-labelledby="agreed">
      <h2 id="agreed">{t('debrief-agreed')}</h2>
      {texts.length === 0 && <p>{t('debrief-nothing')}</p>}
      {texts.map(([id, text]) => (
        <Treaty key={id} text={text} scenario={scenario} />
      ))}
    </section>
  );
};

const Treaty = ({ text, scenario }: { text: Instrument; scenario: Scenario }) => {
  const name = (id: PartyId) => partyName(scenario, id);
  const signed = Object.entries(text.signatures ?? {});
  const idle = text.clauses.filter((clause) => clause.state !== 'settled');
  return (
    <article class="card treaty-sheet">
      <h3>{instrumentTitle(scenario, text)}</h3>
      {text.status === 'suspended' && <p class="muted">{t('debrief-suspended')}</p>}
      <p class="parties">
        {t('debrief-between', { parties: list(signed.map(([id]) => name(id))) })}
      </p>
      <ol class="treaty">
        {text.clauses
          .filter((clause) => clause.state === 'settled')
          .map((clause) => (
            <li key={clause.id}>{clauseProse(scenario, clause)}</li>
          ))}
        {text.articles?.map((article) => (
          <li key={article.id}>{article.text}</li>
        ))}
      </ol>
      {idle.length > 0 && (
        <ul class="plain small muted">
          {idle.map((clause) => (
            <li key={clause.id}>{idleText(clause, scenario)}</li>
          ))}
        </ul>
      )}
      <ul class="plain signed-by small">
        {signed.map(([id, { reserved, ratified }]) => (
          <li key={id}>
            {reserved?.length
              ? t('debrief-signed-except', {
                  party: name(id),
                  clauses: list(reserved.map((key) => clauseKeyTitle(scenario, key))),
                })
              : t('debrief-signed', { party: name(id) })}
            {ratified === false && ` ${t('debrief-unratified')}`}
          </li>
        ))}
      </ul>
    </article>
  );
};

function idleText(clause: Clause, scenario: Scenario) {
  const title = clauseKeyTitle(scenario, clause.id);
  const waits = clause.waits_for ?? [];
  if (clause.state === 'dormant' && waits.length > 0) {
    const parties = list(waits.map((id) => partyName(scenario, id)));
    return t('debrief-idle-waits', { title, parties });
  }
  return t(clause.state === 'superseded' ? 'debrief-idle-replaced' : 'debrief-idle', { title });
}
