import { send } from '../../connection';
import { number, t } from '../../locale';
import { Button } from '../../parts/Button';
import { Markdown } from '../../parts/Markdown';
import { clauseProse, saidIn } from '../../parts/treaty';
import { myParty, scenario, view } from '../../store';
import type { FirstMove, Scenario } from '../../view';
import { type Draft, fromTemplate, newSlot } from './draft';
import { done, keepDraft } from './memory';
import { goTo, to } from './place';
import { allows } from './state';
import { partyNames } from './words';

export const Brief = () => {
  const rules = scenario.value;
  const party = myParty.value;
  if (!rules || !party) return null;
  return (
    <>
      <h2>{t('brief-title', { party: rules.parties[party]?.name ?? party })}</h2>
      <Interests rules={rules} party={party} />
      <FirstMoves rules={rules} party={party} />
      {rules.briefings?.own && (
        <section class="card">
          <Markdown text={rules.briefings.own} level={3} lang={rules.language} />
        </section>
      )}
      {rules.briefings?.common && (
        <section class="card">
          <Markdown text={rules.briefings.common} level={3} lang={rules.language} />
        </section>
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
      <Mandate />
    </>
  );
};

/** What we want, and what we have of it: expected, since much is still to come. */
const Interests = ({ rules, party }: { rules: Scenario; party: string }) => {
  const score = view.value?.scores?.[party];
  const items = rules.scores?.[party]?.items ?? {};
  if (!score) return null;
  return (
    <section class="card" aria-labelledby="interests">
      <h3 id="interests">{t('interests')}</h3>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t('interest')}</th>
              <th scope="col" class="number">
                {t('interest-expected')}
              </th>
              <th scope="col" class="number">
                {t('interest-points')}
              </th>
            </tr>
          </thead>
          <tbody>
            {Object.entries(score.items).map(([id, { points, expected }]) => (
              <tr key={id}>
                <th scope="row">{items[id]?.label ?? id}</th>
                <td class="number">{number(expected)}</td>
                <td class="number">{number(points)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('interest-total')}</th>
              <td class="number">
                <b>{number(score.expected)}</b>
              </td>
              <td class="number">{number(score.total)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
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
  const moves = rules.first_moves ?? [];
  if (!seen || moves.length === 0) return null;
  const open = allows(seen, 'draft');
  return (
    <section id="first-moves" aria-labelledby="moves">
      <h3 id="moves">{t('first-moves')}</h3>
      <ul class="plain moves">
        {moves.map((move) => {
          const draft = draftOfMove(rules, move, party);
          return (
            <li key={move.title} class="card">
              <h4>{move.title}</h4>
              {move.to && move.to.length > 0 && (
                <p class="small">
                  <b>{t('move-meet', { parties: partyNames(rules, move.to) })}</b>
                </p>
              )}
              <p>{move.text}</p>
              {draft && (
                <>
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
                  <Button onPress={() => startDraft(draft)} disabled={!open}>
                    {t('move-start')}
                  </Button>
                </>
              )}
            </li>
          );
        })}
      </ul>
      {!open && <p class="muted small">{t('move-later')}</p>}
    </section>
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
    </section>
  );
};
