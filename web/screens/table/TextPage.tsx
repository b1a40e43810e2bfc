// One text, opened: what it says, who is bound, how it stands, and what can be done with it.

import { useEffect, useState } from 'preact/hooks';
import { t } from '../../locale';
import { myParty, scenario, view } from '../../store';
import type { Instrument, InstrumentId, Scenario, View } from '../../view';
import { Advice } from './Advice';
import { AdvisedText } from './Advised';
import { Articles } from './Articles';
import { amend } from './amend';
import { useComparison } from './Compare';
import { useEvaluation } from './evaluation';
import { looked } from './memory';
import { to } from './place';
import { Signatures } from './Signed';
import { isAsked, lookOf, standing, stateLine, waitsFor } from './state';
import { mayAmend, TextActions } from './TextActions';
import { useAlso, Worth, WorthBrief } from './Worth';
import { conditionTitle, partyNames, textTitle } from './words';

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
          <a class="alone" href={to('texts')}>
            {t('back-to-texts')}
          </a>
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
    if (known?.standing !== now) looked.value = { ...looked.value, [id]: lookOf(text) };
  }, [id, text.version, now]);
  return since;
}

const Opened = ({ id, text, rules, seen }: OpenedProps) => {
  const us = myParty.value;
  const since = useSince(id, text);
  const [disputing, setDisputing] = useState(false);
  const also = useAlso(text.linked);
  const { against, bar } = useComparison(id, text, rules, since);
  const weighed = text.status === 'draft' && us !== null;
  const worth = useEvaluation(() => [id, ...also.value].map((instrument) => ({ instrument })));
  const waits = text.status === 'draft' ? waitsFor(rules, seen, text, us) : [];
  const outsider = us !== null && !isAsked(text, us);
  const change = mayAmend(text, seen)
    ? (article: string, term: string) => amend(id, text, { article, term })
    : undefined;
  return (
    <div class="text-page">
      <p>
        <a class="alone" href={to('texts')}>
          {t('back-to-texts')}
        </a>
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
      {weighed && <WorthBrief worth={worth} />}
      <AdvisedText id={id} rules={rules} seen={seen} us={us} />
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
          {bar}
          <Articles
            id={id}
            text={text}
            rules={rules}
            seen={seen}
            disputing={disputing}
            against={against}
            onChange={change}
          />
          <ConditionsHeld text={text} rules={rules} />
          <Links text={text} rules={rules} seen={seen} />
          <Signatures id={id} text={text} seen={seen} rules={rules} us={us} />
        </div>
        {weighed && (
          <Worth worth={worth} also={also} self={id}>
            {change && <Advice id={id} text={text} />}
          </Worth>
        )}
      </div>
    </div>
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
