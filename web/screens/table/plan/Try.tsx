import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../locale';
import { tellRefusal } from '../../../parts/announce';
import { Button } from '../../../parts/Button';
import { Dialog } from '../../../parts/Dialog';
import { clauseKeyTitle, clauseTitle } from '../../../parts/treaty';
import type { PlanTerm, Scenario } from '../../../view';
import { startDraft } from '../Brief';
import { blank, kindsFor, newClause } from '../draft';
import { useEvaluation } from '../evaluation';
import { Prose } from '../Prose';
import { useAlso, Worth } from '../Worth';
import { inOrder, partyNames } from '../words';
import type { Frame } from './frame';
import { SuggestButton } from './Suggest';
import { plan, save } from './state';

const settle_ms = 500;

/** The shared terms; what this person has just changed is shown at once, and saved when they pause. */
function useTerms() {
  const shared = plan.value.terms ?? [];
  const [own, setOwn] = useState<PlanTerm[] | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const waits = useRef<PlanTerm[] | null>(null);
  const flush = async () => {
    clearTimeout(timer.current);
    const terms = waits.current;
    if (!terms) return;
    waits.current = null;
    try {
      await save({ terms });
    } catch (error) {
      tellRefusal(error);
    }
    if (!waits.current) setOwn(null);
  };
  useEffect(() => () => void flush(), []);
  return {
    terms: own ?? shared,
    put(terms: PlanTerm[]) {
      setOwn(terms);
      waits.current = terms;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void flush(), settle_ms);
    },
  };
}

/** Terms to try, and what they would do to us: the total and the three largest changes, with the reasons. */
export const Try = ({ rules, seen, us, fixed }: Frame) => {
  const { terms, put } = useTerms();
  const also = useAlso();
  const [sending, setSending] = useState(false);
  const worth = useEvaluation(() => [
    { clauses: terms.map(({ type, key, terms }) => ({ type, ...(key ? { key } : {}), terms })) },
    ...also.value.map((instrument) => ({ instrument })),
  ]);
  return (
    <section class="card" aria-labelledby="plan-try">
      <h3 id="plan-try">{t('try-title')}</h3>
      <p class="small muted">{t('try-hint')}</p>
      <div class="editor-columns">
        <div>
          {terms.length === 0 && <p>{t('try-none')}</p>}
          <ol class="plain articles">
            {terms.map((clause) => {
              const binds = worth.value.answer?.clauses?.[clause.id];
              const title = clauseTitle(rules, clause);
              return (
                <li key={clause.id} class="article">
                  <header>
                    <h4>{title}</h4>
                    {!fixed && (
                      <Button
                        look="link"
                        label={t('remove-article', { title })}
                        onPress={() => put(terms.filter(({ id }) => id !== clause.id))}
                      >
                        {t('remove')}
                      </Button>
                    )}
                  </header>
                  <Prose
                    clause={clause}
                    onTerm={
                      fixed
                        ? undefined
                        : (term, value) =>
                            put(
                              terms.map((other) =>
                                other.id === clause.id
                                  ? { ...other, terms: { ...other.terms, [term]: value } }
                                  : other,
                              ),
                            )
                    }
                  />
                  {binds && binds.binds.length > 0 && (
                    <p class="small muted">
                      {t('binds', { parties: partyNames(rules, binds.binds, us) })}
                    </p>
                  )}
                  {binds?.requires && <p class="small care">{binds.requires}</p>}
                  <SuggestButton clause={clause} what={title} />
                </li>
              );
            })}
          </ol>
          {!fixed && (
            <AddTerm
              rules={rules}
              taken={terms.map(({ id }) => id)}
              onAdd={(id) => put([...terms, { id, ...newClause(rules, id) }])}
            />
          )}
          {!fixed && terms.length > 0 && (
            <p>
              <Button look="main" onPress={() => setSending(true)}>
                {t('try-send')}
              </Button>
            </p>
          )}
        </div>
        <Worth worth={worth} also={also} />
      </div>
      {sending && (
        <SendAs
          rules={rules}
          us={us}
          terms={terms}
          bound={Object.values(worth.value.answer?.clauses ?? {}).flatMap(({ binds }) => binds)}
          onClose={() => setSending(false)}
        />
      )}
      {seen.table.calculator === false && <p class="small muted">{t('try-without')}</p>}
    </section>
  );
};

interface AddTermProps {
  rules: Scenario;
  taken: string[];
  onAdd: (id: string) => void;
}

/** Whatever can be agreed, by subject. */
const AddTerm = ({ rules, taken, onAdd }: AddTermProps) => {
  const [chosen, setChosen] = useState('');
  const agendas = Object.entries(rules.agenda ?? {});
  const keysOf = (agenda: string) =>
    Object.values(rules.clauses)
      .filter((clause) => clause.agenda === agenda)
      .flatMap((clause) => clause.keys)
      .filter((key) => !taken.includes(key));
  const open = agendas.filter(([id]) => keysOf(id).length > 0);
  if (open.length === 0) return null;
  return (
    <form
      class="row add-term"
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen) onAdd(chosen);
        setChosen('');
      }}
    >
      <select
        aria-label={t('try-add')}
        value={chosen}
        onChange={(event) => setChosen(event.currentTarget.value)}
      >
        <option value="">{t('try-choose')}</option>
        {open.map(([id, title]) => (
          <optgroup key={id} label={title}>
            {keysOf(id).map((key) => (
              <option key={key} value={key}>
                {clauseKeyTitle(rules, key)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <button type="submit" class="quiet" disabled={!chosen}>
        {t('try-add')}
      </button>
    </form>
  );
};

interface SendAsProps {
  rules: Scenario;
  us: string;
  terms: PlanTerm[];
  bound: string[];
  onClose: () => void;
}

/** The kinds of text that carry these terms, the one that carries most first. */
const SendAs = ({ rules, us, terms, bound, onClose }: SendAsProps) => {
  const kinds = kindsFor(rules, us)
    .map(([id, kind]) => ({
      id,
      kind,
      carried: terms.filter(({ type }) => kind.clauses.includes(type)),
    }))
    .filter(({ carried }) => carried.length > 0)
    .sort((left, right) => right.carried.length - left.carried.length);
  const start = (id: string, carried: PlanTerm[]) => {
    const open = rules.instruments[id]?.open_to ?? [];
    const invite = [us, ...bound].filter((party) => open.includes(party));
    onClose();
    startDraft({
      ...blank(id, us),
      clauses: carried.map(({ type, key, terms }) => ({ type, ...(key ? { key } : {}), terms })),
      invite: inOrder(rules, [...new Set(invite)]),
    });
  };
  return (
    <Dialog title={t('send-as-title')} onClose={onClose}>
      <p>{t('send-as-hint')}</p>
      <ul class="plain send-as">
        {kinds.map(({ id, kind, carried }) => (
          <li key={id}>
            <Button onPress={() => start(id, carried)}>{kind.title}</Button>
            <small class="muted">
              {carried.length === terms.length
                ? t('send-as-all')
                : t('send-as-without', {
                    articles: terms
                      .filter((term) => !carried.includes(term))
                      .map((term) => clauseTitle(rules, term))
                      .join(', '),
                  })}
            </small>
          </li>
        ))}
      </ul>
      {kinds.length === 0 && <p>{t('send-as-none')}</p>}
    </Dialog>
  );
};
