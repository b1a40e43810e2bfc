// One text, opened: what it says, who is bound, how it stands, and what can be done with it.

import { useEffect, useState } from 'preact/hooks';
import { t, timeOfDay } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import { myParty, scenario, view } from '../../store';
import type { Instrument, InstrumentId, PartyId, Scenario, View } from '../../view';
import { Articles } from './Articles';
import { conditionsDiffer, contentOf, differences } from './draft';
import { useEvaluation } from './evaluation';
import { looked } from './memory';
import { Differences } from './Prose';
import { to } from './place';
import { hasSigned, isAsked, standing, stateLine, waitsFor } from './state';
import { TextActions } from './TextActions';
import { useAlso, Worth } from './Worth';
import { articleList, conditionTitle, partyNames, shortName, textTitle } from './words';

export const TextPage = ({ id }: { id: InstrumentId }) => {
  const rules = scenario.value;
  const seen = view.value;
  const text = seen?.instruments?.[id];
  if (!rules || !seen) return null;
  if (!text) {
    return (
      <>
        <p>{t('text-gone')}</p>
        <p>
          <a href={to('texts')}>{t('back-to-texts')}</a>
        </p>
      </>
    );
  }
  return <Opened id={id} text={text} rules={rules} seen={seen} />;
};

interface OpenedProps {
  id: InstrumentId;
  text: Instrument;
  rules: Scenario;
  seen: View;
}

/** The version this person knew before this one came; looking at a text makes it known. */
function useSince(id: InstrumentId, text: Instrument): number | null {
  const [since, setSince] = useState<number | null>(null);
  const now = standing(text);
  useEffect(() => {
    const known = looked.value[id];
    const ours = text.amended_by === myParty.value;
    if (known && known.version < text.version && !ours) setSince(known.version);
    if (known?.standing !== now) {
      looked.value = { ...looked.value, [id]: { version: text.version, standing: now } };
    }
  }, [id, text.version, now]);
  return since;
}

const Opened = ({ id, text, rules, seen }: OpenedProps) => {
  const us = myParty.value;
  const since = useSince(id, text);
  const [disputing, setDisputing] = useState(false);
  const [also, setAlso] = useAlso();
  const weighed = text.status === 'draft' && us !== null;
  const worth = useEvaluation([{ instrument: id }, ...also.map((instrument) => ({ instrument }))]);
  const waits = text.status === 'draft' ? waitsFor(rules, seen, text, us) : [];
  const outsider = us !== null && !isAsked(text, us);
  return (
    <div class="text-page">
      <p>
        <a href={to('texts')}>{t('back-to-texts')}</a>
      </p>
      <h2>{textTitle(rules, seen, id)}</h2>
      <p class="state-line">{stateLine(rules, seen, { ...text, missing: {} }, us)}</p>
      {waits.length > 0 && (
        <p class="why-not">
          <b>{t('not-in-force', { reasons: waits.join('; ') })}</b>
        </p>
      )}
      {outsider && <p class="muted">{t('text-not-ours')}</p>}
      <p class="small muted">
        {t('text-between', { parties: partyNames(rules, text.invited, us) })}{' '}
        {text.witnesses &&
          text.witnesses.length > 0 &&
          t('text-witnesses', { parties: partyNames(rules, text.witnesses, us) })}
      </p>
      <TextActions
        id={id}
        text={text}
        rules={rules}
        seen={seen}
        disputing={disputing}
        onDispute={setDisputing}
      />
      <div class="editor-columns">
        <div>
          <Changes text={text} since={since} />
          <Articles id={id} text={text} rules={rules} seen={seen} disputing={disputing} />
          <ConditionsHeld text={text} rules={rules} />
          <Links text={text} rules={rules} seen={seen} />
          <Signatures text={text} rules={rules} us={us} />
        </div>
        {weighed && <Worth worth={worth} also={also} onAlso={setAlso} self={id} />}
      </div>
    </div>
  );
};

/** The differences to the version last looked at, or to any earlier one. */
const Changes = ({ text, since }: { text: Instrument; since: number | null }) => {
  const rules = scenario.value;
  const earlier = Object.keys(text.versions ?? {})
    .map(Number)
    .sort((left, right) => right - left);
  const [chosen, setChosen] = useState<number | null>(null);
  const against = chosen ?? (since !== null && earlier.includes(since) ? since : earlier[0]);
  const old = against === undefined ? undefined : text.versions?.[String(against)];
  if (!rules || !old || against === undefined) return null;
  const before = contentOf(old);
  const now = contentOf(text);
  return (
    <details class="card changes" open={since !== null}>
      <summary>
        {since !== null && chosen === null
          ? t('changes-since-you-looked', {
              party: shortName(rules, text.amended_by ?? text.author),
            })
          : t('changes-since', { version: against })}
      </summary>
      {earlier.length > 1 && (
        <label class="small">
          {t('compare-with')}{' '}
          <select
            value={String(against)}
            onChange={(event) => setChosen(Number(event.currentTarget.value))}
          >
            {earlier.map((version) => (
              <option key={version} value={version}>
                {t('version-by', {
                  version,
                  party: shortName(rules, text.versions?.[String(version)]?.by ?? text.author),
                })}
              </option>
            ))}
          </select>
        </label>
      )}
      <Differences of={differences(before, now)} />
      {conditionsDiffer(before, now) && <p class="small">{t('conditions-changed')}</p>}
    </details>
  );
};

const ConditionsHeld = ({ text, rules }: { text: Instrument; rules: Scenario }) => {
  const line = (id: string) => (
    <li key={id}>
      {conditionTitle(rules, id)}
      {text.conditions?.[id] !== undefined && (
        <span class="small muted">
          {' '}
          · {t(text.conditions[id] ? 'condition-holds' : 'condition-fails')}
        </span>
      )}
    </li>
  );
  const takes = text.takes_effect_if ?? [];
  const suspended = text.suspended_while ?? [];
  if (takes.length + suspended.length === 0) return null;
  return (
    <section>
      <h3>{t('conditions')}</h3>
      {takes.length > 0 && (
        <>
          <p class="small">{t('takes-effect-if')}</p>
          <ul>{takes.map(line)}</ul>
        </>
      )}
      {suspended.length > 0 && (
        <>
          <p class="small">{t('suspended-while')}</p>
          <ul>{suspended.map(line)}</ul>
        </>
      )}
    </section>
  );
};

const Links = ({ text, rules, seen }: { text: Instrument; rules: Scenario; seen: View }) => {
  const linked = text.linked ?? [];
  const unknown = text.linked_unknown ?? 0;
  if (linked.length + unknown === 0) return null;
  return (
    <section>
      <h3>{t('linked')}</h3>
      <p class="small muted">{t('linked-hint')}</p>
      <ul>
        {linked.map((id) => (
          <li key={id}>
            <a href={to('texts', id)}>{textTitle(rules, seen, id)}</a>
          </li>
        ))}
        {unknown > 0 && <li>{t('linked-unknown', { count: unknown })}</li>}
      </ul>
    </section>
  );
};

interface SignaturesProps {
  text: Instrument;
  rules: Scenario;
  us: PartyId | null;
}

const Signatures = ({ text, rules, us }: SignaturesProps) => {
  const stand = (party: PartyId) => {
    const signature = text.signatures?.[party];
    if (text.denounced?.includes(party)) return t('party-left');
    if (!signature) return t(text.declined?.includes(party) ? 'party-declined' : 'party-waits');
    const parts = [t('party-signed', { at: timeOfDay(signature.at) })];
    if (signature.reserved?.length) {
      parts.push(t('party-except', { articles: articleList(text, signature.reserved) }));
    }
    if (signature.ratified === false) parts.push(t('party-not-ratified'));
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
