// What there is to decide by, on cards: what the world says now, what binds us and the others, and what the answer may change.

import type { ComponentChildren } from 'preact';
import { t } from '../../locale';
import { clauseName, clauseProse, clauseTitle } from '../../parts/treaty';
import type { DecisionType, PartyId, Scenario, View } from '../../view';
import { type Figure, figureOf, gathered } from './anatomy';
import { FigurePart } from './Origin';
import { to } from './place';
import { partyNames, textTitle } from './words';

interface EvidenceProps {
  decision: DecisionType;
  rules: Scenario;
  seen: View;
  us: PartyId | null;
}

/** What a list of names says of figures: one of a kind, with all its parties or areas. */
const figuresIn = (rules: Scenario, names: string[]): Figure[] =>
  gathered(names).flatMap(
    ([type, keyed]) => figureOf(rules, keyed.length > 1 ? type : (keyed[0] ?? type)) ?? [],
  );

export const Evidence = (props: EvidenceProps) => (
  <div class="evidence">
    <Says {...props} />
    <Binds {...props} />
    <Changes {...props} />
  </div>
);

const Card = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section class="evidence-card">
    <h4>{title}</h4>
    {children}
  </section>
);

const FigureList = ({
  names,
  rules,
  seen,
}: Omit<EvidenceProps, 'decision' | 'us'> & { names: string[] }) => (
  <ul class="plain parts small">
    {figuresIn(rules, names).map((figure) => (
      <li key={figure.id}>
        <FigurePart figure={figure} rules={rules} seen={seen} />
      </li>
    ))}
  </ul>
);

const Says = ({ decision, rules, seen }: EvidenceProps) => {
  const changed = (decision.sets ?? []).map((name) => clauseName(name).type);
  const names = (decision.reads ?? []).filter(
    (name) => figureOf(rules, name) && !changed.includes(clauseName(name).type),
  );
  if (names.length === 0) return null;
  return (
    <Card title={t('evidence-says')}>
      <FigureList names={names} rules={rules} seen={seen} />
    </Card>
  );
};

const Changes = ({ decision, rules, seen }: EvidenceProps) => {
  const names = decision.sets ?? [];
  if (names.length === 0) return null;
  return (
    <Card title={t('evidence-changes')}>
      <FigureList names={names} rules={rules} seen={seen} />
    </Card>
  );
};

/** What we are bound to, and whom else the same texts bind to what. */
const Binds = ({ rules, seen, us }: EvidenceProps) => {
  const texts = Object.entries(seen.instruments ?? {}).filter(
    ([, { status }]) => status === 'in_force',
  );
  const own = texts.flatMap(([id, text]) =>
    text.clauses
      .filter((clause) => clause.state === 'settled' && us && clause.binds?.includes(us))
      .map((clause) => ({ id, clause })),
  );
  const others = texts.flatMap(([id, text]) =>
    text.clauses
      .filter(
        ({ state, binds }) => state === 'settled' && binds?.length && !(us && binds.includes(us)),
      )
      .map((clause) => ({ id, clause })),
  );
  return (
    <Card title={t('evidence-binds')}>
      {own.length + others.length === 0 && <p class="small muted">{t('evidence-binds-none')}</p>}
      <ul class="plain small bound">
        {own.map(({ id, clause }) => (
          <li key={clause.id}>
            <b>{clauseTitle(rules, clause)}.</b> {clauseProse(rules, clause)}{' '}
            <a href={to('texts', id)}>{textTitle(rules, seen, id)}</a>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <details class="small">
          <summary>{t('evidence-others', { count: others.length })}</summary>
          <ul class="plain bound">
            {others.map(({ clause }) => (
              <li key={clause.id}>
                <b>{partyNames(rules, clause.binds ?? [])}:</b> {clauseProse(rules, clause)}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Card>
  );
};
