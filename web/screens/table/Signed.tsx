// Whom an article binds, and how each delegation stands to a text: signed, except what, declined.

import { t, timeOfDay } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import type { Instrument, InstrumentId, PartyId, Scenario, View } from '../../view';
import { hasSigned, leaves } from './state';
import { articleList, inOrder } from './words';

interface BoundProps {
  rules: Scenario;
  parties: PartyId[];
  us: PartyId | null;
}

const named_most = 6;

/** "Binds you, France" with their colours; all of many in a word. */
export const Bound = ({ rules, parties, us }: BoundProps) => {
  if (parties.length === 0) return null;
  const all = parties.length === Object.keys(rules.parties).length && parties.length > named_most;
  return (
    <p class="small bound">
      <span class="muted">{t('binds-whom')}</span>{' '}
      {all
        ? t('all-of-them')
        : inOrder(rules, parties).map((party) => {
            const known = rules.parties[party];
            return (
              <span key={party} class={party === us ? 'us' : undefined}>
                {known ? (
                  <PartyBadge party={party === us ? { ...known, short: t('that-is-us') } : known} />
                ) : (
                  party
                )}
              </span>
            );
          })}
    </p>
  );
};

interface SignaturesProps {
  id: InstrumentId;
  text: Instrument;
  seen: View;
  rules: Scenario;
  us: PartyId | null;
}

export const Signatures = ({ id, text, seen, rules, us }: SignaturesProps) => {
  const stand = (party: PartyId) => {
    const signature = text.signatures?.[party];
    if (text.denounced?.includes(party)) return t('party-left');
    if (!signature) return t(text.declined?.includes(party) ? 'party-declined' : 'party-waits');
    const parts = [t('party-signed', { at: timeOfDay(signature.at) })];
    if (signature.reserved?.length) {
      parts.push(t('party-except', { articles: articleList(text, signature.reserved) }));
    }
    if (signature.ratified === false) parts.push(t('party-not-ratified'));
    if (leaves(seen, id, party)) parts.push(t('party-leaves'));
    if (signature.automatic) parts.push(t('by-autopilot'));
    return parts.join(' · ');
  };
  const all = [...text.invited, ...(text.witnesses ?? [])];
  return (
    <section>
      <h3>{t('signatures')}</h3>
      <ul class="plain signatures">
        {all.map((party) => {
          const known = rules.parties[party];
          return (
            <li key={party} class={hasSigned(text, party) ? 'signed' : 'unsigned'}>
              {known ? <PartyBadge party={known} /> : party}
              <span class="small">
                {party === us && `${t('that-is-us')} · `}
                {text.witnesses?.includes(party) && `${t('as-witness')} · `}
                {stand(party)}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
