// Which drafts would do most for us, and whose word they need.

import type { PartyId } from '../../view';

export interface Weighed {
  instrument: string;
  template: string;
  invite: PartyId[];
  /** What it would be worth to us against today. */
  gain: number;
  /** Whom each of its clauses binds. */
  binds: PartyId[][];
}

const moves_most = 3;
const met_most = 3;

/** The best three, each with those whose clauses it stands on, who are bound most often first. */
export function goodMoves(templates: Weighed[], us: PartyId) {
  return [...templates]
    .sort((left, right) => right.gain - left.gain)
    .slice(0, moves_most)
    .map(({ instrument, template, invite, binds }) => {
      const others = [...new Set([...binds.flat(), ...invite])].filter((party) => party !== us);
      const count = (party: PartyId) => binds.filter((bound) => bound.includes(party)).length;
      const to = others.sort((left, right) => count(right) - count(left)).slice(0, met_most);
      return { instrument, template, to };
    });
}
