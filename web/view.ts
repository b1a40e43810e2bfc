// What the server says, as types: server/game/VIEW.md and server/codec/PROTOCOL.md.

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
  sentence: 'opening' | 'take_if' | 'sign_if' | 'sign_without' | 'sign' | 'decline' | 'away';
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

// The scenario, as this token may know it.

export type TermType =
  | { type: 'int'; min: number; max: number; step?: number; default: number; unit?: string }
  | { type: 'bool'; default: boolean }
  | { type: 'option'; options: Record<string, string>; default: string }
  | { type: 'party' | 'region'; of?: string[]; default: string }
  | { type: 'parties'; of?: string[]; default: string[] };

export interface ClauseType {
  agenda: string;
  title: string;
  text: string;
  per?: 'party' | 'region';
  /** The keys of the edition that can be drafted. */
  keys: ClauseKey[];
  terms?: Record<string, TermType>;
  requires?: string[];
}

export interface Template {
  title: string;
  invite: PartyId[];
  clauses: DraftedClause[];
  takes_effect_if?: string[];
  suspended_while?: string[];
}

export interface InstrumentType {
  title: string;
  text?: string;
  clauses: string[];
  open_to: PartyId[];
  min_parties: number;
  severable?: string[];
  conditions?: string[];
  denounce?: 'none' | 'notice' | 'free';
  ratified?: boolean;
  templates?: Record<string, Template>;
}

export interface PartyType {
  name: string;
  short: string;
  colour: string;
  kind: string;
  seats: { head: number; adviser?: number; observer?: number };
  essential?: boolean;
}

export interface VariableType {
  label: string;
  unit?: string;
  per?: 'party' | 'region';
  type?: string;
  min?: number;
  max?: number;
  start?: Value | Record<string, Value>;
  options?: Record<string, string>;
}

export interface FormulaType {
  label: string;
  unit?: string;
  per?: 'party' | 'region';
  /** What stands in it, by name: variables, formulas, clauses. */
  reads?: string[];
  /** And something that may not be seen here. */
  reads_more?: boolean;
}

export interface DecisionType {
  title: string;
  text?: string;
  phase: string;
  options: Record<string, string>;
  default: string;
  secret?: boolean;
  /** Named as in expressions: what its resolution goes by, and what it may change. */
  reads?: string[];
  sets?: string[];
}

export interface FirstMove {
  title: string;
  text: string;
  to?: PartyId[];
  instrument?: string;
  template?: string;
}

export interface PhaseType {
  id: string;
  title: string;
  rounds?: number;
  minutes?: number;
  allows?: Permission[];
  final?: boolean;
}

export interface Scenario {
  id: string;
  version: string;
  hash: string;
  language: string;
  title: string;
  summary: string;
  minutes: number;
  license?: string;
  sources?: string[];
  edition?: string;
  editions?: Record<string, { title: string; default?: boolean }>;
  parties: Record<PartyId, PartyType>;
  regions?: Record<string, { name: string }>;
  variables?: Record<string, VariableType>;
  formulas?: Record<string, FormulaType>;
  agenda?: Record<string, string>;
  clauses: Record<string, ClauseType>;
  conditions?: Record<string, { title: string }>;
  instruments: Record<string, InstrumentType>;
  decisions?: Record<string, DecisionType>;
  phases: PhaseType[];
  outcomes?: Record<string, { title: string; text: string }>;
  /** `weight`: how far agreements can move it, of the own ones. */
  scores?: Record<
    PartyId,
    { items: Record<string, { label: string; reads?: string[]; weight?: number }> }
  >;
  first_moves?: FirstMove[];
  briefings?: { common?: string; own?: string; parties?: Record<PartyId, string> };
  map?: string;
  teaching?: string;
  injects?: Record<string, { title: string; text: string; automatic?: boolean; once?: boolean }>;
}

// The exercise, as control sees it (a person without a seat: `exercise` and `hall` alone).

export interface ExerciseView {
  exercise: {
    id: string;
    name?: string;
    code?: string;
    scenario: string;
    edition?: string;
    mode?: Mode;
    pace?: 'async';
    timezone?: string;
    /** Then it is deleted, if nothing more happens; absent: never. */
    keep_until?: Time;
    grouping?: Grouping;
    anonymous?: boolean;
    notice?: string;
    state: 'lobby' | 'running' | 'ended';
  };
  hall?: { people: number; seated: number };
  /** Where people choose: what is free. */
  places?: Record<TableId, FreeTable>;
  /** Those on the list who have not come yet. */
  expected?: { name: string; table: TableId; party: PartyId; role: Role }[];
  undoable?: boolean;
  people?: Record<PersonId, Person>;
  tables?: Record<TableId, TableSummary>;
  requests?: Record<string, Request | RoleRequest>;
  controllers?: Record<ControllerId, Controller>;
  acts?: Record<string, Act>;
}

/** `first`: who made the exercise; that one has no name. */
export type ControllerId = string;

export interface Controller {
  name: string;
  online?: boolean;
  gone?: boolean;
}

/** What a delegation wrote to the facilitator, until it is settled. */
export interface Request {
  table: TableId;
  message: string;
  from: PartyId;
  seat?: SeatId;
  at: Time;
  text: string;
  claimed?: ControllerId;
}

/** Somebody would rather have another role. */
export interface RoleRequest {
  message: string;
  person: PersonId;
  at: Time;
  text: string;
  claimed?: ControllerId;
}

/** What a facilitator did. A command has a method; the others are told apart by their type. */
export interface Act {
  at: Time;
  by: ControllerId;
  type: string;
  method?: string;
  params?: Record<string, unknown>;
  tables?: TableId[];
  person?: PersonId;
  table?: TableId;
  party?: PartyId;
  name?: string;
}

export type Mode = 'room' | 'online' | 'mixed';

export interface Person {
  name: string;
  online?: boolean;
  table?: TableId;
  party?: PartyId;
  seat?: SeatId;
  role?: Role;
  bot?: boolean;
  /** The briefing of where they sit. */
  read?: boolean;
  /** Nobody is there with this token. */
  away_since?: Time;
  /** A bot acts here until they are back. */
  stand_in?: boolean;
  /** Of their own will. */
  left?: boolean;
}

/** How people are seated: where they are wanted most, the same by chance, as they choose, by control alone. */
export type Grouping = 'even' | 'random' | 'choice' | 'hand';

export interface FreeTable {
  name: string;
  order: number;
  parties: Record<PartyId, { head: boolean; free: number }>;
}

export interface TableSummary {
  name: string;
  order: number;
  clock: Clock;
  silent_ms_since?: Time;
  texts?: { draft?: number; in_force?: number };
  signatures?: number;
  messages?: number;
  refusals?: number;
  seats?: Record<
    PartyId,
    { people?: number; online?: number; read?: number; head?: boolean; refused?: number }
  >;
  phase_opened?: Time;
  /** When its people last drafted, signed, spoke, chose… */
  did?: Record<PartyId, Time>;
  /** Who has not chosen yet, by open decision. */
  undecided?: Record<string, PartyId[]>;
  settled?: View['settled'];
  /** `at_opening`: what walking away was worth when the talks opened; `total`: once it is over. */
  scores?: Record<
    PartyId,
    { expected: number; no_deal: number; at_opening?: number; total?: number }
  >;
  outcome?: string;
  troubles?: number;
}

export type Presence = Record<
  SeatId,
  { name: string; online?: boolean; bot?: boolean; stand_in?: boolean }
>;

/** Who this page is, from `attach`. */
export interface Me {
  kind: 'seat' | 'control' | 'spectator';
  exercise: {
    id: string;
    name?: string;
    code?: string;
    mode?: Mode;
    pace?: 'async';
    scenario?: string;
    /** An open game. */
    listed?: { people_min: number; starts_at?: Time; called_off?: boolean };
    grouping?: Grouping;
    anonymous?: boolean;
    notice?: string;
  };
  person?: PersonId;
  controller?: ControllerId;
  name?: string;
  table?: TableId;
  party?: PartyId;
  seat?: SeatId;
}
