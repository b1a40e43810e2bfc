import { t } from '../../locale';
import { clauseKeyTitle, termText } from '../../parts/treaty';
import type { Move } from '../../report';
import type { Scenario } from '../../view';

/** "Talks, round 2" */
export function phaseOf(scenario: Scenario, { phase, round }: { phase?: string; round?: number }) {
  const known = scenario.phases.find(({ id }) => id === phase);
  const title = known?.title ?? phase ?? '';
  return round && (known?.rounds ?? 1) > 1 ? t('report-phase-round', { title, round }) : title;
}

/** "Water: 45 → 50" */
export function moveText(scenario: Scenario, { clause, change, terms }: Move) {
  const title = clauseKeyTitle(scenario, clause);
  const type = clause.slice(clause.indexOf('.') + 1);
  const told = Object.entries(terms).map(([term, { from, to }]) => {
    const before = from === undefined ? '' : termText(scenario, type, term, from);
    const after = to === undefined ? '' : termText(scenario, type, term, to);
    return before && after ? t('report-from-to', { before, after }) : after || before;
  });
  return t(`report-move-${change}`, {
    title,
    terms: told.join(', '),
    terse: String(told.length === 0),
  });
}
