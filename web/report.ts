// How a game went, as exercise.report and the replay tell it: server/codec/PROTOCOL.md, "Looking back".

import type {
  ClauseKey,
  InstrumentId,
  PartyId,
  Role,
  SeatId,
  TableId,
  Terms,
  Time,
  Value,
  View,
} from './view';

/** Which entry of the journal, when, and who: `n` is what replay.view is asked for. */
export interface Moment {
  n: number;
  at: Time;
  phase?: string;
  round?: number;
  party?: PartyId;
  seat?: SeatId;
  automatic?: true;
}
export type Worths = Record<PartyId, number>;

export interface ReportScore {
  total?: number;
  expected?: number;
  no_deal?: number;
  /** What walking away was worth when the talks opened. */
  walking?: number;
  failed?: true;
  items: Record<string, { label: string; points: number; expected: number }>;
}
export interface ReportText extends Moment {
  kind: string;
  author: PartyId;
  status: 'draft' | 'in_force' | 'suspended' | 'withdrawn' | 'ended';
  versions?: number;
  invited?: PartyId[];
  witnesses?: PartyId[];
  in_force?: number;
  suspended?: number;
  withdrawn?: number;
  ended?: number;
}
export interface ReportClause {
  id: ClauseKey;
  type: string;
  key?: string;
  terms: Terms;
  brackets?: PartyId[];
}
export interface Offer extends Moment {
  instrument: InstrumentId;
  version: number;
  invited: PartyId[];
  clauses: ReportClause[];
  value: Worths;
  today: Worths;
}
export interface Move extends Moment {
  instrument: InstrumentId;
  version: number;
  clause: ClauseKey;
  change: 'added' | 'removed' | 'changed';
  terms: Record<string, { from?: Value; to?: Value }>;
  worth: Worths;
}
export interface Dispute extends Moment {
  instrument: InstrumentId;
  clause?: ClauseKey;
  article?: string;
  holder: PartyId;
  until?: number;
}
export interface SignatureGiven extends Moment {
  what: 'signed' | 'declined' | 'unsigned';
  instrument: InstrumentId;
  version: number;
  value?: number;
  today?: number;
  walking?: number;
  reserved?: ClauseKey[];
  override?: true;
  voided?: true;
}
export interface Promised extends Moment {
  clause: ClauseKey;
  instrument: InstrumentId;
  terms: Terms;
  binds: PartyId[];
  state: 'kept' | 'suspended' | 'replaced' | 'ended' | 'denounced';
  until?: number;
  ended_by?: PartyId;
}
export interface Closing extends Moment {
  decision: string;
  choices: Record<PartyId, { option: string; default?: true; bound?: ClauseKey[] }>;
  suspended?: InstrumentId[];
  ended?: InstrumentId[];
}
export interface Known extends Moment {
  what: 'text' | 'variable' | 'news' | 'choices';
  how: 'drafted' | 'invited' | 'tabled' | 'leaked' | 'entered' | 'set' | 'came' | 'closed';
  public?: true;
  to?: PartyId[];
  instrument?: InstrumentId;
  variable?: string;
  key?: string;
  value?: Value;
  title?: string;
  decision?: string;
}
export interface Question extends Partial<Moment> {
  id:
    | 'signed_below'
    | 'declined_better'
    | 'chose_bound'
    | 'gave_most'
    | 'held_out'
    | 'leaked'
    | 'offered_nothing'
    | 'never_wrote'
    | 'result';
  instrument?: InstrumentId;
  version?: number;
  clause?: ClauseKey;
  terms?: Record<string, { from?: Value; to?: Value }>;
  value?: number;
  walking?: number;
  cost?: number;
  gain?: number;
  decision?: string;
  option?: string;
  bound?: ClauseKey[];
  parties?: PartyId[];
}
export interface ReportSeat {
  party: PartyId;
  role: Role;
  automatic?: true;
  did: Record<
    'messages' | 'drafts' | 'amendments' | 'signatures' | 'declines' | 'choices' | 'leaks',
    number
  >;
  questions: Question[];
  /** To be shown to who may yet play it. */
  card: {
    result: 'better' | 'worse' | 'same' | 'unknown';
    agreements: number;
    offers: number;
    messages: number;
  };
}
/** It takes seconds to find out: ask again. */
export interface Pending {
  pending: true;
}
export interface DealLeft {
  n: number;
  at: Time;
  phase: string;
  round: number;
  /** In the order in which they are drafted. */
  texts: {
    kind: string;
    invited: PartyId[];
    clauses: ReportClause[];
    takes_effect_if?: string[];
  }[];
  /** They are linked; else each is in force before the next is drafted. */
  together?: true;
  /** They had not ratified: it is played as if they had. */
  ratification?: PartyId[];
  gains: Record<PartyId, { deal: number; got: number; today: number; walking: number }>;
  others?: Record<PartyId, { deal: number; got: number }>;
}
/** A package: what it gives over walking away as the game began. */
export interface Package {
  gains: Worths;
  clauses: ReportClause[];
}
export interface Space {
  exact?: boolean;
  walking?: Worths;
  ideals?: Worths;
  solutions?: Partial<
    Record<
      'nash' | 'kalai_smorodinsky' | 'utilitarian' | 'egalitarian',
      Package & { proved?: true }
    >
  >;
  frontier?: Package[];
}
export interface Report {
  table: TableId;
  last: number;
  outcome?: string;
  scores: Record<PartyId, ReportScore>;
  texts: Record<InstrumentId, ReportText>;
  phases: Moment[];
  offers: Offer[];
  moves: Move[];
  disputes: Dispute[];
  signatures: SignatureGiven[];
  promises: Promised[];
  choices: Closing[];
  known: Known[];
  news: (Moment & { inject?: string; title: string; public?: true; to?: PartyId[] })[];
  rulings: (Moment & { text: string; to?: PartyId[] })[];
  left?: Pending | { moments: DealLeft[] };
  marks?: (Moment & { text: string })[];
  /** It goes on from another table: from which entry, and how that one ended. */
  parent?: {
    table: TableId;
    name: string;
    n: number;
    hash: string;
    outcome?: string;
    scores: Record<PartyId, { total: number; walking: number }>;
  };
  mine?: ReportSeat;
  seats?: Record<SeatId, ReportSeat>;
}
/** How the tables compare; one whose debrief is not open has its name and order alone. */
export interface Overview {
  exercise: string;
  edition: string;
  space?: Pending | Space;
  tables: Record<
    TableId,
    {
      name: string;
      order: number;
      outcome?: string;
      settled?: View['settled'];
      scores?: Record<PartyId, { total: number; walking: number }>;
      injects?: string[];
    }
  >;
}
export interface ReplayMoments {
  table: TableId;
  last: number;
  moments: {
    n: number;
    at: Time;
    by: 'seat' | 'control' | 'clock';
    party?: PartyId;
    automatic?: true;
    what: string[];
    phase?: string;
    round?: number;
  }[];
}
export interface Replayed {
  table: TableId;
  n: number;
  last: number;
  at: Time;
  view: View;
}
