// In one room people talk with their mouths: whom to walk up to, and what to ask.

import { t } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import { scenario, view } from '../../store';
import type { Instrument, InstrumentId, PartyId, Scenario, View } from '../../view';
import { to } from './place';
import { hasBrackets, hasSigned, isAsked, textsInOrder } from './state';
import { articleList, partyNames, textTitle } from './words';

interface Meeting {
  whom: PartyId[];
  says: string;
  text?: InstrumentId;
}

const shown_most = 3;

interface About {
  rules: Scenario;
  seen: View;
  us: PartyId;
  id: InstrumentId;
  text: Instrument;
}

/** Whoever holds articles disputed. */
function overDisputes({ rules, seen, us, id, text }: About): Meeting[] {
  const parts = [...text.clauses, ...(text.articles ?? [])];
  const holders = new Set(parts.flatMap((part) => part.brackets ?? []));
  holders.delete(us);
  if (holders.size === 0) return [];
  const disputed = parts.filter((part) => part.brackets?.length).map((part) => part.id);
  const words = { text: textTitle(rules, seen, id), articles: articleList(text, disputed) };
  return [{ whom: [...holders], says: t('meet-disputed', words), text: id }];
}

/** Whoever waits for our signature, and whoever's is missing. */
function overSignatures({ rules, seen, us, id, text }: About): Meeting[] {
  if (hasBrackets(text)) return [];
  const title = textTitle(rules, seen, id);
  const missing = (text.missing?.signatures ?? []).filter((party) => party !== us);
  if (!hasSigned(text, us)) {
    const whom = [text.amended_by ?? text.author, ...Object.keys(text.signatures ?? {})];
    const others = [...new Set(whom)].filter((party) => party !== us);
    if (others.length > 0)
      return [{ whom: others, says: t('meet-waits', { text: title }), text: id }];
  }
  return missing.length > 0
    ? [{ whom: missing, says: t('meet-signature', { text: title }), text: id }]
    : [];
}

/** What waits comes first, then what the briefing advises; nobody is named twice for the same. */
function meetings(rules: Scenario, seen: View, us: PartyId): Meeting[] {
  const open = textsInOrder(seen).filter(
    ([, text]) => text.status === 'draft' && isAsked(text, us) && !text.declined?.includes(us),
  );
  const texts = open.map(([id, text]): About => ({ rules, seen, us, id, text }));
  const moves = (rules.first_moves ?? [])
    .filter(({ to: whom }) => whom?.length)
    .map((move): Meeting => ({ whom: move.to ?? [], says: move.text }));
  return [...texts.flatMap(overDisputes), ...texts.flatMap(overSignatures), ...moves].slice(
    0,
    shown_most,
  );
}

export const Meet = ({ us }: { us: PartyId }) => {
  const rules = scenario.value;
  const seen = view.value;
  if (!rules || !seen) return null;
  const found = seen.clock.final ? [] : meetings(rules, seen, us);
  if (found.length === 0) return null;
  return (
    <section class="meet" aria-labelledby="meet">
      <h3 id="meet">{t('meet-title')}</h3>
      <ol class="plain">
        {found.map(({ whom, says, text }, index) => (
          <li key={index}>
            <p class="meet-whom">
              <b>{t('talk-meet', { parties: partyNames(rules, whom) })}</b>
              <span class="meet-marks" aria-hidden="true">
                {whom.map((party) => {
                  const known = rules.parties[party];
                  return known && <PartyBadge key={party} party={{ ...known, short: '' }} />;
                })}
              </span>
            </p>
            <p class="small">
              {says} {text && <a href={to('texts', text)}>{t('now-text-open')}</a>}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
};
