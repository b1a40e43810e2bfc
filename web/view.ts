// What the server says, as types: server/game/VIEW.md and server/codec/PROTOCOL.md. The scenario and the exercise have files of their own;
// whoever needs types of any of them asks here.

export type * from './exercise';
export type * from './scenario';

export type PartyId = string;
export type SeatId = string;
export type TableId = string;
export type PersonId = string;
export type InstrumentId = string;
/** As in expressions: `ceasefire`, `fra.troops`. */
export type ClauseKey = string;
/** Milliseconds since 1970, by the server's clock. */
export type Time = number;
export type Value = number | boolean | string | string[];
export type Terms = Record<string, Value>;
export type Permission = 'talk' | 'press' | 'draft' | 'sign' | 'decide';
export type Role = 'head' | 'adviser' | 'observer';

// A table, as one audience sees it.

export interface View {
  table: {
    id: TableId;
    name: string;
    scenario: string;
    edition?: string;
    live?: boolean;
    calculator?: boolean;
    advice?: boolean;
    untimed?: boolean;
  };
  audience: { kind: 'public' | 'party' | 'control'; party?: PartyId };
  clock: Clock;
  parties: Record<PartyId, { seats?: Record<SeatId, SeatView>; ready?: boolean }>;
  variables?: Record<string, Value | Record<string, Value>>;
  formulas?: Record<string, Value | Record<string, Value>>;
  history?: Record<string, { phase: string; round: number; value: Value }[]>;
  settled?: Record<ClauseKey, { instrument: InstrumentId; terms: Terms }>;
  instruments?: Record<InstrumentId, Instrument>;
  decisions?: Record<string, DecisionView>;
  news?: ({ at: Time; inject?: string; title: string; text: string } & Said)[];
  circles?: Record<string, Circle>;
  minutes?: Record<string, Minute>;
  minutes_total?: number;
  instructions?: Record<
    string,
    { that: string; else: string; holds: boolean; own?: boolean } & Said
  >;
  /** Own; control's view: all. */
  plans?: Record<PartyId, Plan>;
  scores?: Record<PartyId, Score>;
  outcome?: string;
  control?: {
    choices?: Record<string, Record<PartyId, string>>;
    held?: string[];
    fired?: Record<string, number>;
    troubles?: { at: Time; path: string; text: string }[];
    marks?: { at: Time; text: string }[];
    injects_due?: string[];
  };
}

/** A delegation's own worksheet. */
export interface Plan {
  /** Items of the own score, the dearest first. */
  aims?: string[];
  terms?: PlanTerm[];
  walk_away?: number;
  notes?: Notes;
  /** Words that were written over unseen. */
  kept?: Notes[];
  jobs?: Record<SeatId, Job>;
  suggestions?: Record<string, Suggestion>;
}
export type PlanTerm = Omit<DraftedClause, 'brackets'>;
export type Job = 'numbers' | 'contacts' | 'drafting';
export interface Notes {
  n: number;
  seat: SeatId;
  at: Time;
  text: string;
}
/** An adviser's, to the head. */
export interface Suggestion {
  seat: SeatId;
  at: Time;
  kind: 'clause' | 'sign' | 'decline' | 'choose';
  instrument?: InstrumentId;
  clause?: PlanTerm;
  choice?: { decision: string; option: string };
  text?: string;
  /** Once answered. */
  accepted?: boolean;
}

export interface Clock {
  state: 'lobby' | 'running' | 'paused' | 'closed';
  phase: string;
  round: number;
  rounds: number;
  allows?: Permission[];
  deadline?: Time;
  /** Milliseconds, while paused. */
  left?: number;
  /** Milliseconds that the rounds after this one last. */
  rest?: number;
  minutes?: Record<string, number>;
  /** All must be over by then, `debrief_minutes` of it kept for the debrief. */
  bell?: Time;
  debrief_minutes?: number;
  final?: boolean;
  debrief?: boolean;
}

export interface SeatView {
  role: Role;
  automatic?: boolean;
  powers?: boolean;
}

export interface DraftedClause {
  id: ClauseKey;
  type: string;
  key?: string;
  terms: Terms;
  brackets?: PartyId[];
}

export interface Clause extends DraftedClause, Said {
  binds?: PartyId[];
  state: 'proposed' | 'settled' | 'dormant' | 'superseded' | 'ended';
  waits_for?: PartyId[];
  reserved_by?: PartyId[];
  uninvited?: PartyId[];
  replaces?: InstrumentId;
  needs?: PartyId[];
  requires?: string;
}

export interface Article {
  id: string;
  text: string;
  brackets?: PartyId[];
}

export interface Signature {
  at: Time;
  reserved?: ClauseKey[];
  ratified?: boolean;
  automatic?: boolean;
}

export interface Version {
  by?: PartyId;
  at: Time;
  clauses: DraftedClause[];
  articles?: Article[];
  takes_effect_if?: string[];
  suspended_while?: string[];
}

export interface Instrument {
  kind: string;
  author: PartyId;
  invited: PartyId[];
  witnesses?: PartyId[];
  status: 'draft' | 'in_force' | 'suspended' | 'withdrawn' | 'ended';
  public?: boolean;
  opened?: boolean;
  tabled_by?: PartyId;
  version: number;
  amended_by?: PartyId;
  at: Time;
  clauses: Clause[];
  articles?: Article[];
  takes_effect_if?: string[];
  suspended_while?: string[];
  conditions?: Record<string, boolean>;
  linked?: InstrumentId[];
  linked_unknown?: number;
  signatures?: Record<PartyId, Signature>;
  declined?: PartyId[];
  denounced?: PartyId[];
  missing?: {
    signatures?: PartyId[];
    ratification?: PartyId[];
    conditions?: string[];
    brackets?: ClauseKey[];
    linked?: InstrumentId[];
  };
  versions?: Record<string, Version>;
}

export interface DecisionView {
  open?: boolean;
  by?: PartyId[];
  mine?: string;
  choices?: Record<PartyId, string>;
}

export interface Quote {
  instrument: InstrumentId;
  clause?: ClauseKey;
  /** Of an article in own words; never beside a clause. */
  article?: string;
}

export interface Message {
  at: Time;
  n: number;
  from: PartyId | 'control';
  seat?: SeatId;
  automatic?: boolean;
  text: string;
  /** A bot's sentence, as what it is made of. */
  says?: Composed;
  quote?: Quote;
}

export interface Composed {
  sentence:
    | 'opening'
    | 'take_if'
    | 'sign_if'
    | 'sign_without'
    | 'condition'
    | 'link'
    | 'sign'
    | 'decline'
    | 'away';
  conditions?: string[];
  clauses?: { id: ClauseKey; type: string; key?: string; terms: Terms }[];
  wanted?: ClauseKey[];
}

export interface Circle {
  parties?: PartyId[];
  /** Where it calls. */
  call?: string;
  total: number;
  messages?: Record<string, Message>;
}

/** What the scenario says, in its other languages: `in.fr.text`. */
export interface Said {
  in?: Record<string, Record<string, string>>;
}

export interface Minute extends Said {
  at: Time;
  phase: string;
  round: number;
  what: string;
  party?: PartyId;
  seat?: SeatId;
  automatic?: boolean;
  instrument?: InstrumentId;
  kind?: string;
  version?: number;
  clause?: ClauseKey;
  text?: string;
  title?: string;
  decision?: string;
  option?: string;
  choices?: Record<PartyId, string>;
  variable?: string;
  key?: string;
  value?: Value;
  before?: Value;
  on?: boolean;
  notice?: boolean;
  voided?: boolean;
  reserved?: ClauseKey[];
  /** Of a figure: the rule that set it. */
  cause?: { decision?: string; clause?: string; inject?: string; title?: string; time?: boolean };
}

export interface Score {
  /** A part can't be computed: it is left out, and so are the sums. */
  failed?: boolean;
  total: number;
  expected: number;
  no_deal: number;
  at_opening?: number;
  /** `label` where the scenario as this token knows it has none: others' scores, once open. */
  items: Record<string, { points: number; expected: number; label?: string } & Said>;
}
