import type { DecisionView } from '../../view';

export const isAskedToDecide = (decision: DecisionView, party: string | null) =>
  !!decision.open && party !== null && !!decision.by?.includes(party);
