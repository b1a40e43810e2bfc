// Writing a text, or an amendment of one. What is typed is kept on this device until it is sent.

import type { ReadonlySignal } from '@preact/signals';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Refused, send } from '../../connection';
import { t } from '../../locale';
import { refusalText, tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { clauseProse } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import type { Instrument, PartyId, Scenario, View } from '../../view';
import { AddArticle, openKeys } from './AddArticle';
import {
  carryOver,
  clashes,
  conditionsDiffer,
  contentOf,
  type Draft,
  differences,
  newClause,
  newSlot,
} from './draft';
import { EditorArticles, Exchange, type Refusal, type Side, sideOf } from './EditorArticles';
import { Conditions, Invited, type Save } from './EditorParts';
import { useEvaluation, type Worth as Weighed } from './evaluation';
import { Carried, Meanwhile } from './Meanwhile';
import { drafts, dropDraft, keepDraft, wrote } from './memory';
import { Differences } from './Prose';
import { arriveAt, asked, goTo, to } from './place';
import { AdviseButton, type Offer } from './plan/Suggest';
import { allows } from './state';
import { useAlso, Worth, WorthBrief } from './Worth';
import { partyNames, textTitle } from './words';

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
          <a class="alone" href={to('texts')}>
            {t('back-to-texts')}
          </a>
        </p>
      </>
    );
  }
  return <Desk slot={slot} draft={draft} rules={rules} seen={seen} />;
};

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
  const said = draft.articles
    .filter((article) => article.text.trim() !== '')
    .map(({ id, text }) => ({ ...(id ? { id } : {}), text }));
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

/** Besides the articles: who is in it, and the conditions. */
const sameFrame = (draft: Draft, text: Instrument) =>
  (draft.base === undefined || !conditionsDiffer(draft.base, draft)) &&
  draft.invite.length === text.invited.length &&
  draft.witnesses.length === (text.witnesses?.length ?? 0);

const untouched = (draft: Draft, text: Instrument | undefined) =>
  text !== undefined &&
  draft.base !== undefined &&
  differences(draft.base, draft).length === 0 &&
  sameFrame(draft, text);

/** A newer version came: what touches nothing of ours is carried over at once; else somebody has to choose. */
function useNewer(slot: string, draft: Draft, text: Instrument | undefined): Instrument | null {
  const newer =
    text?.status === 'draft' && draft.version !== undefined && text.version > draft.version
      ? text
      : null;
  const met = newer !== null && clashes(draft, contentOf(newer)).length > 0;
  useEffect(() => {
    if (newer && !met) keepDraft(slot, carryOver(draft, newer));
  }, [newer, met]);
  return met ? newer : null;
}

/** An amendment in which nothing was changed is nobody's when its writer leaves. */
function useTidied(slot: string) {
  useEffect(
    () => () => {
      const draft = drafts.peek()[slot];
      const text = view.peek()?.instruments?.[draft?.instrument ?? ''];
      if (draft && untouched(draft, text)) dropDraft(slot);
    },
    [slot],
  );
}

/** Who would give by each article that could be added, as the rules say; null: somebody whom the text is not between. */
function useSides(draft: Draft, rules: Scenario): (key: string) => Side | null {
  const us = myParty.value ?? '';
  const worth = useEvaluation(() =>
    draft.exchange
      ? [{ clauses: openKeys(draft, rules).map((key) => newClause(rules, key)) }]
      : null,
  );
  return (key) => {
    const { key: owner } = newClause(rules, key);
    const binds = worth.value.answer?.clauses?.[key]?.binds;
    if (binds?.some((party) => !draft.invite.includes(party))) return null;
    return sideOf(binds, owner, us);
  };
}

const Desk = ({ slot, draft, rules, seen }: DeskProps) => {
  const [refused, setRefused] = useState<Refusal | null>(null);
  const [asking, setAsking] = useState(false);
  const text = draft.instrument ? seen.instruments?.[draft.instrument] : undefined;
  const also = useAlso(text?.linked);
  const worth = useEvaluation(() => {
    const clauses = drafts.value[slot]?.clauses;
    return clauses ? [{ clauses }, ...also.value.map((instrument) => ({ instrument }))] : null;
  });
  const desk = useRef<HTMLDivElement>(null);
  const foot = useRef<HTMLDivElement>(null);
  const kind = rules.instruments[draft.kind];
  const clashing = useNewer(slot, draft, text);
  useTidied(slot);
  useEffect(() => {
    const wanted = asked.value;
    asked.value = null;
    if (wanted) arriveAt(wanted.article);
  }, [draft.clauses.length]);
  const signed = Object.keys(text?.signatures ?? {});
  const save = useCallback<Save>(
    (changes) => {
      const now = drafts.peek()[slot];
      setRefused(null);
      if (now)
        keepDraft(slot, { ...now, ...(typeof changes === 'function' ? changes(now) : changes) });
    },
    [slot],
  );
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
  return (
    <div class="editor" ref={desk}>
      <p>
        <a class="alone" href={draft.instrument ? to('texts', draft.instrument) : to('texts')}>
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
      <Shut slot={slot} draft={draft} text={text} />
      {clashing && (
        <Meanwhile
          key={clashing.version}
          draft={draft}
          text={clashing}
          rules={rules}
          onApply={(ready) => keepDraft(slot, ready)}
        />
      )}
      {draft.carried && !clashing && (
        <Carried
          carried={draft.carried}
          rules={rules}
          onRead={() => save({ carried: undefined })}
        />
      )}
      <div class="editor-columns">
        <div>
          <Parts
            draft={draft}
            rules={rules}
            text={text}
            save={save}
            refused={refused}
            worth={worth}
          />
        </div>
        <Worth worth={worth} also={also} self={draft.instrument} />
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
        {(clashing || draft.carried) && (
          <p class="small came-line">
            {t('meanwhile-line', { version: clashing?.version ?? draft.carried?.version ?? 0 })}{' '}
            <Button
              look="link"
              onPress={() => desk.current?.querySelector('.meanwhile')?.scrollIntoView()}
            >
              {t('meanwhile-see')}
            </Button>
          </p>
        )}
        <WorthBrief worth={worth} />
        <div class="row">
          <Button
            look="main"
            disabled={
              draft.clauses.length + draft.articles.length === 0 ||
              untouched(draft, text) ||
              clashing !== null ||
              !allows(seen, 'draft')
            }
            onPress={() => (signed.length > 0 ? setAsking(true) : submit())}
          >
            {t(draft.instrument ? 'send-amendment' : 'send-draft', sendTo(rules, draft))}
          </Button>
          <AdviseButton
            offers={changeOffers(draft, rules, seen)}
            look="quiet"
            words={t('suggest-title')}
          />
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
        <AskAmend
          draft={draft}
          rules={rules}
          signed={signed}
          onDo={submit}
          onClose={() => setAsking(false)}
        />
      )}
    </div>
  );
};

/** The text is no draft any more, or closed for amendments: what was written need not be lost. */
const Shut = ({
  slot,
  draft,
  text,
}: {
  slot: string;
  draft: Draft;
  text: Instrument | undefined;
}) => {
  if (!draft.instrument || (text?.status === 'draft' && !text.opened)) return null;
  const apart = () => {
    const { instrument: _, version: __, base: ___, carried: ____, ...rest } = draft;
    const fresh = newSlot();
    keepDraft(fresh, { ...rest, articles: rest.articles.map(({ text }) => ({ text })) });
    dropDraft(slot);
    goTo(to('texts', 'write', fresh));
  };
  return (
    <section class="card meanwhile" role="status">
      <p>{t(text?.status === 'draft' ? 'shut-opened' : 'shut-over')}</p>
      <Button onPress={apart}>{t('shut-apart')}</Button>
    </section>
  );
};

interface PartsProps {
  draft: Draft;
  rules: Scenario;
  text: Instrument | undefined;
  save: Save;
  refused: Refusal | null;
  worth: ReadonlySignal<Weighed>;
}

/** Who it is between, its articles as one text or as an exchange, and its conditions. */
const Parts = ({ draft, rules, text, save, refused, worth }: PartsProps) => {
  const sideFor = useSides(draft, rules);
  const articles = { draft, rules, save, refused, worth };
  const { kind, invite, witnesses, takes_effect_if, suspended_while } = draft;
  const open = openKeys(draft, rules);
  const offered = (side: Side) => open.filter((key) => sideFor(key) === side);
  return (
    <>
      <Invited
        {...{ kind, invite, witnesses, rules, save }}
        fixed={draft.instrument ? (text?.invited ?? invite) : undefined}
      />
      <fieldset class="switch">
        <legend class="spoken">{t('written-as')}</legend>
        {[false, true].map((exchange) => (
          <label key={String(exchange)}>
            <input
              type="radio"
              name="written-as"
              checked={!!draft.exchange === exchange}
              onChange={() => save({ exchange })}
            />
            <span>{t(exchange ? 'written-exchange' : 'written-text')}</span>
          </label>
        ))}
      </fieldset>
      {draft.exchange ? (
        <Exchange
          {...articles}
          offers={(side) => offered(side).length > 0}
          offer={(side) => (
            <AddArticle
              rules={rules}
              save={save}
              keys={offered(side).join(' ')}
              openAtFirst={false}
              words={t(`add-${side}`)}
              own={side === 'both'}
            />
          )}
        />
      ) : (
        <>
          <EditorArticles {...articles} />
          <AddArticle
            rules={rules}
            save={save}
            keys={open.join(' ')}
            openAtFirst={draft.clauses.length === 0}
          />
        </>
      )}
      <Conditions {...{ kind, takes_effect_if, suspended_while, rules, save }} />
    </>
  );
};

/** The changes of an amendment that can be advised instead of made: articles put in or written anew. */
const changeOffers = (draft: Draft, rules: Scenario, seen: View): Offer[] =>
  differences(draft.base ?? draft, draft).flatMap(({ id, after }) =>
    draft.instrument && typeof after === 'object'
      ? [
          {
            id,
            words: t('suggests-clause', {
              text: textTitle(rules, seen, draft.instrument),
              article: clauseProse(rules, after),
            }),
            wish: { kind: 'clause' as const, instrument: draft.instrument, clause: after },
          },
        ]
      : [],
  );

interface AskAmendProps {
  draft: Draft;
  rules: Scenario;
  signed: PartyId[];
  onDo: () => Promise<void>;
  onClose: () => void;
}

const AskAmend = ({ draft, rules, signed, onDo, onClose }: AskAmendProps) => {
  const us = myParty.value;
  return (
    <Dialog
      title={t('amend-ask')}
      onClose={onClose}
      actions={
        <Button look="main" onPress={onDo}>
          {t('amend-do')}
        </Button>
      }
    >
      <p>
        {t('amend-clears', {
          count: signed.length,
          parties: partyNames(rules, signed, us),
          invited: partyNames(
            rules,
            draft.invite.filter((party) => party !== us),
          ),
        })}
      </p>
      <Differences of={draft.base ? differences(draft.base, draft) : []} />
    </Dialog>
  );
};

const named_most = 3;

/** Whom the draft goes to: by name where they are few. */
function sendTo(rules: Scenario, draft: Draft) {
  const others = draft.invite.filter((party) => party !== myParty.value);
  const few = others.length > 0 && others.length <= named_most;
  return { parties: few ? partyNames(rules, others) : 'several', count: others.length };
}
