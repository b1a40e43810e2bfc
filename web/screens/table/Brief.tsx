import { send } from '../../connection';
import { change, number, t } from '../../locale';
import { Button } from '../../parts/Button';
import { Markdown } from '../../parts/Markdown';
import { clauseProse, saidIn } from '../../parts/treaty';
import { me, myParty, scenario, view } from '../../store';
import type { FirstMove, Scenario } from '../../view';
import { circleOf } from './circles';
import { type Draft, fromTemplate, newSlot } from './draft';
import { done, keepDraft } from './memory';
import { movesFor } from './moves';
import { desk, goTo, to } from './place';
import { aimsInOrder } from './plan/order';
import { allows } from './state';
import { partyNames } from './words';

const moves_most = 3;

export const Brief = () => {
  const rules = scenario.value;
  const party = myParty.value;
  if (!rules || !party) return null;
  return (
    <>
      <h2>{t('brief-title', { party: rules.parties[party]?.name ?? party })}</h2>
      <Interests rules={rules} party={party} />
      {rules.briefings?.own && (
        <section class="card">
          <Markdown text={rules.briefings.own} level={3} lang={rules.language} />
        </section>
      )}
      {rules.briefings?.common && (
        <details class="card" open={desk.value}>
          <summary>{t('brief-common')}</summary>
          <Markdown text={rules.briefings.common} level={3} lang={rules.language} />
        </details>
      )}
      {!done.value.briefed && (
        <p>
          <Button
            look="main"
            onPress={() => {
              done.value = { ...done.value, briefed: true };
              void send('brief.read', {}).catch(() => undefined);
              scrollTo(0, 0);
            }}
          >
            {t('brief-read')}
          </Button>
        </p>
      )}
      <FirstMoves rules={rules} party={party} />
      <Mandate />
    </>
  );
};

/** What we want, the dearest first once it is ranked; how much each may weigh, and what we have of it now. */
const Interests = ({ rules, party }: { rules: Scenario; party: string }) => {
  const score = view.value?.scores?.[party];
  const items = rules.scores?.[party]?.items ?? {};
  if (!score) return null;
  const ranked = view.value?.plans?.[party]?.aims;
  const order = aimsInOrder(Object.keys(score.items), ranked);
  const heaviest = Math.max(1, ...Object.values(items).map(({ weight }) => weight ?? 0));
  return (
    <section class="card" aria-labelledby="interests">
      <h3 id="interests">{t('interests')}</h3>
      <p class="small muted">{t('interest-weights')}</p>
      <ol class="plain interests">
        {order.map((id) => {
          const { label = id, weight } = items[id] ?? {};
          return (
            <li key={id}>
              <span class="interest">{label}</span>
              {!!weight && (
                <span class="weight">
                  <meter min={0} max={heaviest} value={weight} aria-hidden="true" />
                  <small>{t('interest-weight', { points: number(weight) })}</small>
                </span>
              )}
              <small class="muted figures">
                {t('interest-now', { points: change(score.items[id]?.expected ?? 0) })}
              </small>
            </li>
          );
        })}
      </ol>
      <p>
        {t(score.expected === score.total ? 'interest-sum-even' : 'interest-sum', {
          expected: number(score.expected),
          total: number(score.total),
        })}{' '}
        <a href={to('plan')}>{t(ranked ? 'interests-ranked' : 'interests-rank')}</a>
      </p>
      <p>
        {t('walk-away', { no_deal: number(score.no_deal) })}{' '}
        <span class="muted">{t('walk-away-hint')}</span>
      </p>
    </section>
  );
};

export function draftOfMove(rules: Scenario, move: FirstMove, party: string): Draft | null {
  const template = rules.instruments[move.instrument ?? '']?.templates?.[move.template ?? ''];
  return move.instrument && template
    ? fromTemplate(rules, move.instrument, template, party, move.to)
    : null;
}

export function startDraft(draft: Draft) {
  const slot = newSlot();
  keepDraft(slot, draft);
  goTo(to('texts', 'write', slot));
}

/** Nobody starts at a blank page: whom to meet, what to offer. */
const FirstMoves = ({ rules, party }: { rules: Scenario; party: string }) => {
  const seen = view.value;
  const moves = movesFor(rules, party);
  if (!seen || moves.length === 0) return null;
  const open = allows(seen, 'draft');
  return (
    <section id="first-moves" aria-labelledby="moves">
      <h3 id="moves">{t('first-moves')}</h3>
      <ol class="plain moves">
        {moves.slice(0, moves_most).map((move) => (
          <li key={move.title} class="card">
            <Move rules={rules} party={party} move={move} open={open} />
          </li>
        ))}
      </ol>
      {!open && <p class="muted small">{t('move-later')}</p>}
    </section>
  );
};

interface MoveProps {
  rules: Scenario;
  party: string;
  move: FirstMove;
  /** Texts can be drafted now. */
  open: boolean;
}

const Move = ({ rules, party, move, open }: MoveProps) => {
  const draft = draftOfMove(rules, move, party);
  const whom = (move.to ?? []).filter((other) => other !== party);
  return (
    <>
      <h4>{move.title}</h4>
      {whom.length > 0 && (
        <p class="small">
          <b>{t('move-meet', { parties: partyNames(rules, whom) })}</b>
        </p>
      )}
      <p>{move.text}</p>
      {draft && (
        <details>
          <summary>
            {t('move-says', { kind: rules.instruments[draft.kind]?.title ?? draft.kind })}
          </summary>
          {draft.clauses.map((clause) => (
            <p key={`${clause.key}.${clause.type}`} class="treaty">
              {clauseProse(rules, clause)}
            </p>
          ))}
        </details>
      )}
      <div class="row move-acts">
        {draft && (
          <Button onPress={() => startDraft(draft)} disabled={!open}>
            {t('move-start')}
          </Button>
        )}
        {whom.length > 0 && me.value?.exercise.mode !== 'room' && (
          <Button look="link" onPress={() => goTo(to('talk', circleOf(rules, [party, ...whom])))}>
            {t('now-talk-open', { parties: partyNames(rules, whom) })}
          </Button>
        )}
      </div>
    </>
  );
};

/** What the delegation may not sign, by its own orders. */
const Mandate = () => {
  const instructions = Object.entries(view.value?.instructions ?? {});
  if (instructions.length === 0) return null;
  return (
    <section class="card" aria-labelledby="mandate">
      <h3 id="mandate">{t('mandate')}</h3>
      <ul>
        {instructions.map(([id, instruction]) => (
          <li key={id}>
            {saidIn(instruction, 'else')} {!instruction.holds && <b>{t('mandate-broken')}</b>}
          </li>
        ))}
      </ul>
      <p>
        <a href={to('plan')}>{t('orders-in-plan')}</a>
      </p>
    </section>
  );
};
