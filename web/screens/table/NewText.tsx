import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { clauseTitle } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import { startDraft } from './Brief';
import { blank, copyOf, fromTemplate, kindsFor } from './draft';
import { to } from './place';
import { textsInOrder } from './state';
import { partyNames, textTitle } from './words';

/** Where a text begins: at a template, at a blank page, or at a copy. */
export const NewText = () => {
  const rules = scenario.value;
  const seen = view.value;
  const us = myParty.value;
  if (!rules || !seen || !us) return null;
  const kinds = kindsFor(rules, us);
  const copies = textsInOrder(seen).filter(([, text]) => kinds.some(([id]) => id === text.kind));
  return (
    <>
      <p>
        <a href={to('texts')}>{t('back-to-texts')}</a>
      </p>
      <h2>{t('text-new')}</h2>
      {kinds.map(([id, kind]) => (
        <section key={id} class="card kind">
          <h3>{kind.title}</h3>
          {kind.text && <p>{kind.text}</p>}
          <p class="small muted">
            {t('kind-open-to', { parties: partyNames(rules, kind.open_to, us) })}
          </p>
          <ul class="plain templates">
            {Object.entries(kind.templates ?? {}).map(([name, template]) => (
              <li key={name}>
                <Button onPress={() => startDraft(fromTemplate(rules, id, template, us))}>
                  {template.title}
                </Button>
                <details>
                  <summary>{t('template-holds', { count: template.clauses.length })}</summary>
                  <ul class="small">
                    {template.clauses.map((clause) => (
                      <li key={clause.id}>{clauseTitle(rules, clause)}</li>
                    ))}
                  </ul>
                </details>
              </li>
            ))}
            <li>
              <Button
                look="link"
                onPress={() => startDraft(blank(id, us))}
                label={t('start-blank-of', { kind: kind.title })}
              >
                {t('start-blank')}
              </Button>
            </li>
          </ul>
        </section>
      ))}
      {copies.length > 0 && (
        <section class="card">
          <h3>{t('start-copy')}</h3>
          <ul class="plain templates">
            {copies.map(([id, text]) => (
              <li key={id}>
                <Button onPress={() => startDraft(copyOf(rules, text, us))}>
                  {t('text-version', { title: textTitle(rules, seen, id), version: text.version })}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
};
