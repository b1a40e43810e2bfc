// "What would help?": up to three changes that the advisers of one's own side would try, to be put into the editor.

import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { change, t } from '../../locale';
import type { Advice as Advised } from '../../methods';
import { Button } from '../../parts/Button';
import { clauseName, clauseProse, clauseTitle } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import type { Instrument, InstrumentId, Scenario } from '../../view';
import { startDraft } from './Brief';
import { amendmentOf, ofClauses } from './draft';
import { drafts, keepDraft } from './memory';
import { Changed } from './Prose';
import { goTo, to } from './place';
import { partyNames } from './words';

interface AdviceProps {
  /** The draft to change; absent: a new text. */
  id?: InstrumentId;
  text?: Instrument;
}

export const Advice = ({ id, text }: AdviceProps) => {
  const rules = scenario.value;
  const [advice, setAdvice] = useState<Advised[] | null>(null);
  if (!rules || !view.value?.table.advice) return null;
  const ask = async () => {
    const answer = await send('advice.ask', id ? { instrument: id } : {});
    setAdvice(answer.advice);
  };
  return (
    <section class="advice">
      <Button onPress={ask}>{t('advice-ask')}</Button>
      <div role="status">
        {advice?.length === 0 && <p class="small muted">{t('advice-none')}</p>}
      </div>
      {advice && advice.length > 0 && (
        <>
          <ul class="plain">
            {advice.map((one) => (
              <Piece key={JSON.stringify(one.changes)} one={one} text={text} rules={rules} />
            ))}
          </ul>
          <p class="small muted">{t('advice-hint')}</p>
        </>
      )}
    </section>
  );
};

/** Puts it into the editor: nothing is sent yet. */
function take(one: Advised, text: Instrument | undefined, rules: Scenario) {
  const us = myParty.value ?? '';
  if (one.instrument && text) {
    const begun = drafts.value[one.instrument] ?? amendmentOf(one.instrument, text);
    keepDraft(one.instrument, { ...begun, clauses: one.clauses });
    goTo(to('texts', 'write', one.instrument));
  } else if (one.kind) startDraft(ofClauses(rules, one.kind, one.clauses, us, one.invite));
}

const stands = ['welcome', 'unwelcome', 'binds'] as const;

const Piece = ({
  one,
  text,
  rules,
}: {
  one: Advised;
  text: Instrument | undefined;
  rules: Scenario;
}) => {
  const prose = (clause: string, terms: Advised['changes'][number]['from']) =>
    terms ? clauseProse(rules, { ...clauseName(clause), terms }) : '';
  return (
    <li>
      {one.kind && (
        <p class="small">
          <b>{rules.instruments[one.kind]?.title}</b>
        </p>
      )}
      {one.changes.map(({ clause, from, to: then }) => (
        <div key={clause}>
          <p class="small">
            <b>{clauseTitle(rules, clauseName(clause))}</b>
          </p>
          <Changed before={prose(clause, from)} after={prose(clause, then)} />
        </div>
      ))}
      {one.gain !== undefined && (
        <p class="small">{t('advice-gain', { gain: change(one.gain) })}</p>
      )}
      {stands.map((how) => {
        const parties = Object.keys(one.others).filter((party) => one.others[party] === how);
        if (parties.length === 0) return null;
        return (
          <p key={how} class="small muted">
            {t(`advice-${how}`, { parties: partyNames(rules, parties) })}
          </p>
        );
      })}
      <Button onPress={() => take(one, text, rules)}>{t('advice-take')}</Button>
    </li>
  );
};
