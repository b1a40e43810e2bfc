import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { clauseTitle } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import type { PartyId } from '../../view';
import { Advice } from './Advice';
import { startDraft } from './Brief';
import { blank, copyOf, fromTemplate, kindForExchange, kindsFor } from './draft';
import { goTo, to } from './place';
import { textsInOrder } from './state';
import { inOrder, partyNames, shortName, textTitle } from './words';

/** Where a text begins: as an exchange, at a template, at a blank page, or at a copy. */
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
        <a class="alone" href={to('texts')}>
          {t('back-to-texts')}
        </a>
      </p>
      <h2>{t('text-new')}</h2>
      <section class="card kind exchange-start">
        <h3>{t('exchange')}</h3>
        <p>{t('exchange-hint')}</p>
        <Button look="main" onPress={() => goTo(to('texts', 'new', 'exchange'))}>
          {t('exchange-start')}
        </Button>
      </section>
      <Advice />
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

/** An exchange begins with whom: then each side's column is filled. */
export const NewExchange = () => {
  const rules = scenario.value;
  const us = myParty.value;
  const others = Object.keys(rules?.parties ?? {}).filter((party) => party !== us);
  const [partners, setPartners] = useState<PartyId[]>(others.length === 1 ? others : []);
  const [wanted, setWanted] = useState<string | null>(null);
  if (!rules || !us) return null;
  const parties = inOrder(rules, [us, ...partners]);
  const best = kindForExchange(rules, parties);
  const kinds = kindsFor(rules, us).filter(([, kind]) =>
    parties.every((party) => kind.open_to.includes(party)),
  );
  const kind = kinds.some(([id]) => id === wanted) ? wanted : best;
  return (
    <>
      <p>
        <a class="alone" href={to('texts', 'new')}>
          {t('back-to-new')}
        </a>
      </p>
      <h2>{t('exchange')}</h2>
      <p>{t('exchange-hint')}</p>
      <fieldset>
        <legend>{t('exchange-with')}</legend>
        <div class="ticks">
          {others.map((party) => (
            <label key={party}>
              <input
                type="checkbox"
                checked={partners.includes(party)}
                onChange={(event) =>
                  setPartners(
                    event.currentTarget.checked
                      ? [...partners, party]
                      : partners.filter((other) => other !== party),
                  )
                }
              />
              {shortName(rules, party)}
            </label>
          ))}
        </div>
      </fieldset>
      {partners.length > 0 && kinds.length > 1 && (
        <label class="field">
          {t('exchange-kind')}
          <select value={kind ?? ''} onChange={(event) => setWanted(event.currentTarget.value)}>
            {kinds.map(([id, known]) => (
              <option key={id} value={id}>
                {known.title}
              </option>
            ))}
          </select>
        </label>
      )}
      {partners.length > 0 && !kind && <p class="care">{t('exchange-no-kind')}</p>}
      <Button
        look="main"
        disabled={partners.length === 0 || !kind}
        onPress={() => kind && startDraft({ ...blank(kind, us), invite: parties, exchange: true })}
      >
        {t('exchange-begin')}
      </Button>
    </>
  );
};
