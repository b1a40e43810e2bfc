import { useState } from 'preact/hooks';
import { Refused, send } from '../../connection';
import { number, t } from '../../locale';
import { refusalText, tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { clauseProse, clauseTitle } from '../../parts/treaty';
import { myParty } from '../../store';
import type { Clause, ClauseKey, Instrument, InstrumentId, Scenario } from '../../view';
import { useEvaluation } from './evaluation';
import { articleList, partyNames } from './words';

interface SignDialogProps {
  id: InstrumentId;
  text: Instrument;
  rules: Scenario;
  title: string;
  /** Choose articles that we do not sign. */
  excepting: boolean;
  onClose: () => void;
}

/** A signature is for the version that was read: the dialog keeps that, and says so when another came. */
export const SignDialog = ({ id, text, rules, title, excepting, onClose }: SignDialogProps) => {
  const us = myParty.value;
  const [version] = useState(text.version);
  const [except, setExcept] = useState<ClauseKey[]>([]);
  const [refused, setRefused] = useState<{ text: string; mandate: boolean } | null>(null);
  const severable = rules.instruments[text.kind]?.severable ?? [];
  const ours = text.clauses.filter(
    (clause) => us !== null && clause.binds?.includes(us) && !except.includes(clause.id),
  );
  const theirs = text.clauses.filter(
    ({ id: clause, binds }) =>
      binds?.length && us !== null && !binds.includes(us) && !except.includes(clause),
  );
  const { answer: worth } = useEvaluation(() => [
    {
      clauses: text.clauses
        .filter((clause) => !except.includes(clause.id))
        .map(({ type, key, terms }) => ({ type, ...(key ? { key } : {}), terms })),
    },
  ]).value;
  const stale = version !== text.version;
  const sign = async () => {
    try {
      const reserve = text.clauses
        .filter((clause) => except.includes(clause.id))
        .map(({ type, key }) => ({ type, ...(key ? { key } : {}) }));
      const answer = await send('instrument.sign', {
        instrument: id,
        version,
        ...(reserve.length > 0 ? { reserve } : {}),
        ...(refused?.mandate ? { override: true } : {}),
      });
      onClose();
      const waiting = answer.waits_for ?? [];
      tell(
        waiting.length > 0
          ? t('signed-waits', { title, parties: partyNames(rules, waiting) })
          : t('signed', { title }),
      );
    } catch (error) {
      const mandate = error instanceof Refused && error.type === 'instruction.broken';
      setRefused({ text: refusalText(error), mandate });
    }
  };
  const words = { version, title, articles: articleList(text, except) };
  return (
    <Dialog
      title={t(except.length > 0 ? 'sign-ask-except' : 'sign-ask', words)}
      onClose={onClose}
      actions={
        !stale && (
          <Button
            look={refused?.mandate ? 'grave' : 'main'}
            onPress={sign}
            disabled={excepting && except.length === 0}
          >
            {refused?.mandate
              ? t('sign-override')
              : t(except.length > 0 ? 'sign-do-except' : 'sign-do', words)}
          </Button>
        )
      }
    >
      {stale && <p class="care">{t('sign-stale', { version: text.version })}</p>}
      {worth && worth.total < worth.no_deal && (
        <p class="care" role="status">
          {t('sign-below', { total: number(worth.total), by: number(worth.no_deal - worth.total) })}
        </p>
      )}
      {excepting && (
        <fieldset>
          <legend>{t('sign-choose-except')}</legend>
          {text.clauses
            .filter((clause) => severable.includes(clause.type))
            .map((clause) => (
              <label key={clause.id} class="choice">
                <input
                  type="checkbox"
                  checked={except.includes(clause.id)}
                  onChange={(event) =>
                    setExcept(
                      event.currentTarget.checked
                        ? [...except, clause.id]
                        : except.filter((other) => other !== clause.id),
                    )
                  }
                />
                <span>{clauseProse(rules, clause)}</span>
              </label>
            ))}
        </fieldset>
      )}
      <Bound
        rules={rules}
        clauses={ours}
        words={t(ours.length > 0 ? 'sign-binds' : 'sign-binds-nothing')}
      />
      {theirs.length > 0 && <Bound rules={rules} clauses={theirs} words={t('sign-binds-others')} />}
      <p>
        {t('sign-seen', {
          invited: partyNames(
            rules,
            text.invited.filter((party) => party !== us),
          ),
          public: String(!!text.public),
        })}{' '}
        {rules.instruments[text.kind]?.ratified && t('sign-ratify')}
      </p>
      {refused && (
        <p class="refused" role="alert">
          {refused.text} {refused.mandate && t('sign-override-hint')}
        </p>
      )}
    </Dialog>
  );
};

const Bound = ({
  rules,
  clauses,
  words,
}: {
  rules: Scenario;
  clauses: Clause[];
  words: string;
}) => (
  <>
    <p>{words}</p>
    {clauses.length > 0 && (
      <ul>
        {clauses.map((clause) => (
          <li key={clause.id}>
            <b>{clauseTitle(rules, clause)}.</b> {clauseProse(rules, clause)}
          </li>
        ))}
      </ul>
    )}
  </>
);
