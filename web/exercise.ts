// The exercise, as control sees it (a person without a seat: `exercise` and `hall` alone): server/codec/PROTOCOL.md.

import type { Clock, PartyId, PersonId, Role, SeatId, TableId, Time, View } from './view';

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
