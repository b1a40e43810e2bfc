// Writing a text, or an amendment of one. What is typed is kept on this device until it is sent.

import { useEffect, useRef, useState } from 'preact/hooks';
import { Refused, send } from '../../connection';
import { change, number, t } from '../../locale';
import { refusalText, tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { clauseTitle } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import type { Instrument, PartyId, Scenario, View } from '../../view';
import { AddArticle } from './AddArticle';
import { conditionsDiffer, contentOf, type Draft, differences, onto } from './draft';
import { Conditions, Invited } from './EditorParts';
import { useEvaluation } from './evaluation';
import { drafts, dropDraft, keepDraft, wrote } from './memory';
import { Differences, Prose } from './Prose';
import { goTo, to } from './place';
import { allows } from './state';
import { useAlso, Worth } from './Worth';
import { clauseId, partyNames, textTitle } from './words';

export const Editor = ({ slot }: { slot: string }) => {
  const rules = scenario.value;
  const seen = view.value;
  const draft = drafts.value[slot];
  if (!rules || !seen) return null;
  if (!draft) {
    return (
      <>
        <p>{t('draft-gone')}</p>
        <p>
          <a href={to('texts')}>{t('back-to-texts')}</a>
        </p>
      </>
    );
  }
  return <Desk slot={slot} draft={draft} rules={rules} seen={seen} />;
};

/** Where a refusal belongs: an article by its place, a term of it, or the whole. */
interface Refusal {
  text: string;
  clause?: number;
  term?: string;
  article?: number;
}

function placed(error: unknown): Refusal {
  const text = refusalText(error);
  if (!(error instanceof Refused)) return { text };
  const clause = /^clauses\.(\d+)(?:\.terms\.(\w+))?/.exec(error.path);
  if (clause) return { text, clause: Number(clause[1]), ...(clause[2] ? { term: clause[2] } : {}) };
  const article = /^articles\.(\d+)/.exec(error.path);
  return article ? { text, article: Number(article[1]) } : { text };
}

interface DeskProps {
  slot: string;
  draft: Draft;
  rules: Scenario;
  seen: View;
}

async function sendDraft(slot: string, draft: Draft) {
  const { kind, invite, witnesses, clauses, takes_effect_if, suspended_while } = draft;
  const said = draft.articles.filter((article) => article.text.trim() !== '');
  const rest = {
    clauses,
    invite,
    takes_effect_if,
    suspended_while,
    ...(witnesses.length > 0 ? { witnesses } : {}),
  };
  const answer =
    draft.instrument === undefined
      ? await send('instrument.draft', {
          kind,
          ...rest,
          ...(said.length > 0 ? { articles: said.map(({ text }) => ({ text })) } : {}),
        })
      : await send('instrument.amend', {
          instrument: draft.instrument,
          version: draft.version ?? 1,
          ...rest,
          articles: said,
        });
  wrote(answer.instrument, answer.version);
  dropDraft(slot);
  goTo(to('texts', answer.instrument));
}

const Desk = ({ slot, draft, rules, seen }: DeskProps) => {
  const us = myParty.value;
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [asking, setAsking] = useState(false);
  const [also, setAlso] = useAlso();
  const worth = useEvaluation([
    { clauses: draft.clauses },
    ...also.map((instrument) => ({ instrument })),
  ]);
  const desk = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const kind = rules.instruments[draft.kind];
  const text = draft.instrument ? seen.instruments?.[draft.instrument] : undefined;
  const newer = text && draft.version !== undefined && text.version > draft.version;
  const signed = Object.keys(text?.signatures ?? {});
  const save = (changes: Partial<Draft>) => {
    setRefused(null);
    keepDraft(slot, { ...draft, ...changes });
  };
  useEffect(() => {
    if (!refused) return;
    const place = refused.clause ?? (refused.article ?? 0) + draft.clauses.length;
    const inside = refused.clause !== undefined || refused.article !== undefined;
    const article = inside ? desk.current?.querySelectorAll('.article')[place] : foot.current;
    article?.scrollIntoView({ block: inside ? 'center' : 'nearest' });
  }, [refused]);
  const submit = async () => {
    setAsking(false);
    try {
      await sendDraft(slot, draft);
      tell(t(draft.instrument ? 'amendment-sent' : 'draft-sent'));
    } catch (error) {
      setRefused(placed(error));
    }
  };
  const changes = draft.base ? differences(draft.base, draft) : null;
  const empty = draft.clauses.length + draft.articles.length === 0;
  const unchanged = text !== undefined && changes?.length === 0 && sameFrame(draft, text);
  return (
    <div class="editor" ref={desk}>
      <p>
        <a href={draft.instrument ? to('texts', draft.instrument) : to('texts')}>
          {t(draft.instrument ? 'back-to-text' : 'back-to-texts')}
        </a>
      </p>
      <h2>
        {draft.instrument
          ? t('amend-title', {
              title: textTitle(rules, seen, draft.instrument),
              version: draft.version ?? 1,
            })
          : (kind?.title ?? draft.kind)}
      </h2>
      <p class="muted small">{t('draft-kept')}</p>
      {newer && text && (
        <Meanwhile
          draft={draft}
          author={partyNames(rules, [text.amended_by ?? text.author])}
          version={text.version}
          theirs={differences(draft.base ?? contentOf(text), contentOf(text))}
          onApply={() => save(onto(draft, text))}
        />
      )}
      <div class="editor-columns">
        <div>
          <Invited draft={draft} rules={rules} fixed={text?.invited ?? [us ?? '']} save={save} />
          <Articles draft={draft} rules={rules} save={save} refused={refused} worth={worth} />
          <AddArticle draft={draft} rules={rules} us={us} save={save} />
          <Conditions draft={draft} rules={rules} save={save} />
        </div>
        <Worth worth={worth} also={also} onAlso={setAlso} self={draft.instrument} />
      </div>
      <div ref={foot} class="editor-foot">
        {refused && (
          <p class="refused" role="alert">
            {refused.clause !== undefined && draft.clauses[refused.clause]
              ? t('refused-at', { number: refused.clause + 1, text: refused.text })
              : refused.text}
          </p>
        )}
        {!allows(seen, 'draft') && <p class="small">{t('send-later')}</p>}
        {worth.answer && (
          <p class="small foot-worth">
            <b class="figures">{number(worth.answer.total)}</b>{' '}
            {t('worth-against', {
              gain: change(worth.answer.total - worth.answer.today),
              today: number(worth.answer.today),
            })}
          </p>
        )}
        <div class="row">
          <Button
            look="main"
            disabled={empty || unchanged || !allows(seen, 'draft')}
            onPress={() => (signed.length > 0 ? setAsking(true) : submit())}
          >
            {t(draft.instrument ? 'send-amendment' : 'send-draft', sendTo(rules, draft, us))}
          </Button>
          <Button
            look="link"
            onPress={() => {
              dropDraft(slot);
              goTo(draft.instrument ? to('texts', draft.instrument) : to('texts'));
            }}
          >
            {t('throw-away')}
          </Button>
        </div>
      </div>
      {asking && (
        <Dialog
          title={t('amend-ask')}
          onClose={() => setAsking(false)}
          actions={
            <Button look="main" onPress={submit}>
              {t('amend-do')}
            </Button>
          }
        >
          <p>
            {t('amend-clears', {
              parties: partyNames(rules, signed, us),
              invited: partyNames(rules, draft.invite, us),
            })}
          </p>
          <Differences of={changes ?? []} />
        </Dialog>
      )}
    </div>
  );
};

const named_most = 3;

/** Whom the draft goes to: by name where they are few. */
function sendTo(rules: Scenario, draft: Draft, us: PartyId | null) {
  const others = draft.invite.filter((party) => party !== us);
  const few = others.length > 0 && others.length <= named_most;
  return { parties: few ? partyNames(rules, others) : 'several', count: others.length };
}

/** Besides the articles: who is in it, and the conditions. */
const sameFrame = (draft: Draft, text: Instrument) =>
  (draft.base === undefined || !conditionsDiffer(draft.base, draft)) &&
  draft.invite.length === text.invited.length &&
  draft.witnesses.length === (text.witnesses?.length ?? 0);

interface MeanwhileProps {
  draft: Draft;
  author: string;
  version: number;
  theirs: ReturnType<typeof differences>;
  onApply: () => void;
}

/** Somebody else amended the text while this was written: both, side by side, and ours made again on theirs. */
const Meanwhile = ({ draft, author, version, theirs, onApply }: MeanwhileProps) => (
  <section class="card meanwhile" role="status">
    <h3>{t('meanwhile-title', { party: author, version })}</h3>
    <div class="both">
      <div>
        <h4>{t('meanwhile-theirs', { party: author })}</h4>
        <Differences of={theirs} />
      </div>
      <div>
        <h4>{t('meanwhile-ours')}</h4>
        <Differences of={differences(draft.base ?? draft, draft)} />
      </div>
    </div>
    <Button look="main" onPress={onApply}>
      {t('meanwhile-apply', { version })}
    </Button>
  </section>
);

interface ArticlesProps {
  draft: Draft;
  rules: Scenario;
  save: (changes: Partial<Draft>) => void;
  refused: Refusal | null;
  worth: ReturnType<typeof useEvaluation>;
}

const Articles = ({ draft, rules, save, refused, worth }: ArticlesProps) => {
  const us = myParty.value;
  const clauses = draft.clauses;
  return (
    <section>
      <h3>{t('articles-title')}</h3>
      {clauses.length + draft.articles.length === 0 && <p>{t('articles-none')}</p>}
      <ol class="plain articles">
        {clauses.map((clause, index) => {
          const id = clauseId(clause);
          const known = worth.answer?.clauses?.[id];
          const outside = (known?.binds ?? []).filter((party) => !draft.invite.includes(party));
          return (
            <li key={id} class="article">
              <header>
                <h4>
                  {t('article-title', { number: index + 1, title: clauseTitle(rules, clause) })}
                </h4>
                <Button
                  look="link"
                  label={t('remove-article', { title: clauseTitle(rules, clause) })}
                  onPress={() =>
                    save({ clauses: clauses.filter((other) => clauseId(other) !== id) })
                  }
                >
                  {t('remove')}
                </Button>
              </header>
              <Prose
                clause={clause}
                refused={refused?.clause === index ? refused.term : undefined}
                onTerm={(term, value) =>
                  save({
                    clauses: clauses.map((other) =>
                      clauseId(other) === id
                        ? { ...other, terms: { ...other.terms, [term]: value } }
                        : other,
                    ),
                  })
                }
              />
              {known && (
                <p class="small muted">
                  {t('binds', { parties: partyNames(rules, known.binds, us) })}
                </p>
              )}
              {outside.length > 0 && (
                <p class="small care">
                  {t('binds-uninvited', { parties: partyNames(rules, outside) })}
                </p>
              )}
              {known?.requires && <p class="small care">{known.requires}</p>}
              {refused?.clause === index && (
                <p class="refused small" role="alert">
                  {refused.text}
                </p>
              )}
            </li>
          );
        })}
        {draft.articles.map((article, index) => (
          <li key={article.id ?? `own-${index}`} class="article">
            <header>
              <h4>
                {t('article-title', {
                  number: clauses.length + index + 1,
                  title: t('own-words'),
                })}
              </h4>
              <Button
                look="link"
                label={t('remove-article', { title: t('own-words') })}
                onPress={() =>
                  save({ articles: draft.articles.filter((_, place) => place !== index) })
                }
              >
                {t('remove')}
              </Button>
            </header>
            <textarea
              rows={3}
              aria-label={t('own-words')}
              aria-invalid={refused?.article === index || undefined}
              placeholder={t('own-words-hint')}
              value={article.text}
              onInput={(event) => {
                const typed = event.currentTarget.value;
                save({
                  articles: draft.articles.map((other, place) =>
                    place === index ? { ...other, text: typed } : other,
                  ),
                });
              }}
            />
            {refused?.article === index && (
              <p class="refused small" role="alert">
                {refused.text}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
};
