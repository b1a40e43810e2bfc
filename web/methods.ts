// Each method's parameters and answer: server/codec/PROTOCOL.md.

import type { Overview, Replayed, ReplayMoments, Report } from './report';
import type { Json } from './store';
import type {
  ClauseKey,
  ExerciseView,
  Grouping,
  InstrumentId,
  Job,
  Me,
  Mode,
  PartyId,
  PersonId,
  Presence,
  Role,
  Said,
  Scenario,
  SeatId,
  TableId,
  Terms,
  Time,
  Value,
  View,
} from './view';

export interface ClauseWish {
  type: string;
  key?: string;
  terms: Terms;
}
export interface ClauseName {
  type: string;
  key?: string;
}
export interface ScenarioCard {
  id: string;
  title: string;
  summary: string;
  minutes: number;
  language: string;
  /** All that there are. */
  languages?: string[];
  parties: Record<PartyId, { name: string; colour: string; seats?: Record<string, number> }>;
  essential?: PartyId[];
  editions?: Record<string, { title: string; default?: boolean }>;
}
export interface ServerInfo {
  name: string;
  version: string;
  now: number;
  create_key: boolean;
  /** Days after the last act; 0: never deleted. */
  keep_days?: number;
  limits?: Record<string, number>;
  address?: string;
}
export interface Attached {
  kind: Me['kind'];
  exercise: Me['exercise'];
  you?: { person?: PersonId; name?: string; table?: TableId; party?: PartyId; seat?: SeatId };
  next_key?: number;
  now: number;
  cursor: string;
  view?: View | ExerciseView;
  patches?: object[];
  presence?: Presence;
}
export interface LookedInto {
  cursor: string;
  view?: View;
  patches?: object[];
  scenario: Scenario;
  presence?: Presence;
}
/** A change to a draft (instrument, version) or a new text (kind, invite), with all its clauses as they would be proposed. */
export interface Advice {
  instrument?: InstrumentId;
  version?: number;
  kind?: string;
  invite?: PartyId[];
  clauses: ClauseWish[];
  changes: { clause: string; from?: Terms; to?: Terms }[];
  total?: number;
  gain?: number;
  others: Record<PartyId, 'welcome' | 'unwelcome' | 'binds' | 'unknown'>;
}
export interface SuggestWish {
  kind: 'clause' | 'sign' | 'decline' | 'choose';
  clause?: ClauseWish;
  instrument?: InstrumentId;
  choice?: { decision: string; option: string };
}
export interface Evaluation {
  total: number;
  today: number;
  no_deal: number;
  items: Record<string, { now: number; then: number }>;
  formulas?: Record<string, { now: number; then: number }>;
  clauses?: Record<string, { binds: PartyId[]; requires?: string } & Said>;
}
/** What each answer would bring, as expected score when the round has ended; what can't be computed is not there. */
export interface Foresight {
  today?: number;
  no_deal?: number;
  options: Record<string, Foreseen>;
}
export interface Foreseen {
  /** While the others do what is taken for granted. */
  then?: number;
  /** Of what was tried besides. */
  least?: number;
  most?: number;
  /** What made a difference. */
  hangs_on?: ('others' | 'chance' | 'hidden')[];
  items: Record<string, { now?: number; then?: number }>;
}
/** An open game, as `exercise.create` takes it. */
export interface Listed {
  people_min: number;
  starts_at?: Time;
}
export interface OpenGame extends Listed {
  exercise: string;
  code: string;
  name: string;
  title: string;
  language: string;
  minutes: number;
  pace?: 'async';
  bots: boolean;
  taken: number;
  seats: number;
  running: boolean;
}
/** One that said that it reaches the server. */
export interface Device {
  name: string;
  socket: boolean;
}
/** The tables an act changed, and those that refused it. */
/** What `exercise.schedule` takes. */
export interface ScheduleWish {
  /** Of a round, by phase; '*': all others that have a limit. */
  minutes?: Record<string, number>;
  /** 0: no bell any more. */
  bell?: Time;
  debrief?: number;
  quiet?: { from: string; to: string; offsets: [Time, number][] };
}
export interface CreateTime {
  untimed?: boolean;
  pace?: 'live' | 'async';
  timezone?: string;
  schedule?: ScheduleWish;
}
export interface Preview {
  phases: { id: string; title: string; rounds: number; minutes: number }[];
  starts: Time;
  rest: number;
  fits: boolean;
}

/** A variable, named as in expressions, and what it becomes. */
export interface SetEffect {
  set: string;
  to: number | boolean | string;
}

/** News of the scenario: how often it came, and at the end of which rounds it may come, as things stand. */
export interface Foreseen {
  fired: number;
  held?: boolean;
  at: { phase: string; round: number; chance: number }[];
}

export interface Acted {
  tables?: TableId[];
  refused?: Record<TableId, string>;
}

/** What is wrong with a scenario, and where. */
export interface Diagnostic {
  severity: 'error' | 'warning';
  file: string;
  line: number;
  column: number;
  path: string;
  message: string;
  /** The line, or what is around the place; absent where the file can't be shown. */
  source?: string;
  /** The characters of `source` before the place. */
  before?: number;
  /** The line's start is left out. */
  cut?: boolean;
}
/** The scenario that is being written. */
export interface StudioState {
  folder: string;
  /** What lies in the folder now is without errors. */
  good: boolean;
  diagnostics: Diagnostic[];
  /** The last good one; absent: there was none. */
  scenario?: Scenario;
  /** Its scenario.json. */
  document?: Json;
  languages?: { language: string; texts: number; missing: string[] }[];
  limits?: Record<string, { used: number; most: number }>;
}
export interface Compared {
  now?: number;
  then?: number;
}
export interface Worths extends Compared {
  items: Record<string, Compared>;
}
export interface Supposition {
  package: Record<ClauseKey, Terms>;
  takes_effect_if?: string[];
  variables?: Record<string, Value>;
}
export interface StudioEvaluation {
  parties: Record<
    PartyId,
    { expected: Worths; points: Worths; no_deal?: number; mandate?: string[] }
  >;
  changed: Record<string, { now?: Value; then?: Value }>;
  clauses: Record<ClauseKey, { binds: PartyId[]; requires?: string } & Said>;
  conditions: Record<string, boolean>;
  outcome?: string;
  variables: Record<string, Value | Record<string, Value>>;
  formulas: Record<string, Value | Record<string, Value>>;
  troubles: { path: string; text: string }[];
}

/** What came of a pasted list. */
export interface Planned {
  placed: number;
  /** So many of them have not joined yet. */
  expected: number;
  problems: { line: number; text: string; message: string; nearest?: string }[];
}

type None = Record<string, never>;
type OnInstrument = { instrument: InstrumentId };
/** One, some, or all where neither is given. */
type OnTable = { table?: TableId; tables?: TableId[] };
type Changed = { instrument: InstrumentId; version: number; missing?: unknown };

export interface Methods {
  'server.info': [None, ServerInfo];
  'scenario.list': [None, { scenarios: ScenarioCard[] }];
  'scenario.get': [{ scenario?: string; edition?: string }, Scenario];
  'scenario.pack': [{ scenario: string; edition?: string; create_key?: string }, Scenario];
  'exercise.create': [
    {
      scenario: string;
      edition?: string;
      tables: number;
      name?: string;
      mode?: Mode;
      calculator?: boolean;
      advice?: boolean;
      bots?: boolean;
      listed?: Listed;
      anonymous?: boolean;
      rotate_heads?: boolean;
      notice?: string;
      create_key?: string;
      token: string;
    } & CreateTime,
    { exercise: string; code: string; tables: { id: TableId; name: string }[] },
  ];
  'lobby.list': [None, { games: OpenGame[] }];
  'person.vote': [{ seat: SeatId; on: boolean }, { votes: number; needed: number }];
  'person.report': [{ seat: SeatId; text: string }, { message?: string }];
  'room.hello': [{ room: string; name: string; socket: boolean }, None];
  'room.look': [{ room: string }, { devices: Device[] }];
  'exercise.fate': [{ exercise: string }, { deleted: boolean }];
  'schedule.preview': [{ scenario: string; edition?: string; schedule: ScheduleWish }, Preview];
  'play.now': [
    { scenario?: string; party?: PartyId; name?: string; token: string },
    { exercise: string; table: TableId; seat: SeatId; party: PartyId; code: string },
  ];
  'exercise.join': [
    { code: string; name: string; token: string },
    { exercise?: string; person: PersonId; table?: TableId; party?: PartyId; role?: Role },
  ];
  attach: [{ token?: string; since?: string }, Attached];

  'message.send': [
    {
      to: 'plenary' | 'press' | 'control' | PartyId[];
      text: string;
      quote?: { instrument: InstrumentId; clause?: ClauseName; article?: string };
    } & OnTable,
    { message?: string } & Acted,
  ];
  'instrument.draft': [
    {
      kind: string;
      invite: PartyId[];
      witnesses?: PartyId[];
      clauses: ClauseWish[];
      articles?: { text: string }[];
      takes_effect_if?: string[];
      suspended_while?: string[];
    },
    Changed,
  ];
  'instrument.amend': [
    {
      instrument: InstrumentId;
      version: number;
      clauses: ClauseWish[];
      articles?: { id?: string; text: string }[];
      invite?: PartyId[];
      witnesses?: PartyId[];
      takes_effect_if?: string[];
      suspended_while?: string[];
    },
    Changed,
  ];
  'instrument.bracket': [
    {
      instrument: InstrumentId;
      version: number;
      clauses?: ClauseName[];
      articles?: string[];
      on: boolean;
    },
    Changed,
  ];
  'instrument.open': [OnInstrument & { on: boolean }, None];
  'instrument.link': [OnInstrument & { with: InstrumentId[] }, Changed];
  'instrument.table': [OnInstrument, None];
  'instrument.leak': [OnInstrument, None];
  'instrument.decline': [OnInstrument, None];
  'instrument.withdraw': [OnInstrument, None];
  'instrument.unsign': [OnInstrument, None];
  'instrument.denounce': [OnInstrument, None];
  'instrument.sign': [
    OnInstrument & { version: number; reserve?: ClauseName[]; override?: boolean },
    { waits_for?: PartyId[] },
  ];
  'brief.read': [None, None];
  'decision.choose': [{ decision: string; option: string }, None];
  'ready.set': [{ on: boolean }, None];
  'seat.head': [{ seat: SeatId }, None];
  'powers.give': [{ seat: SeatId; on: boolean }, None];
  'instruction.add': [{ that: string; else: string }, { id: string }];
  'instruction.remove': [{ id: string }, None];
  'plan.save': [
    {
      aims?: string[];
      terms?: ClauseWish[];
      walk_away?: number;
      notes?: string;
      seen?: number;
      forget?: number;
      jobs?: Record<SeatId, Job>;
    },
    { notes?: number },
  ];
  'suggest.make': [SuggestWish & { text?: string }, { suggestion: string }];
  'suggest.answer': [{ suggestion: string; on: boolean }, None];
  'decision.foresee': [{ decision: string }, Foresight];
  'score.evaluate': [
    { assume: ({ instrument: InstrumentId } | { clauses: ClauseWish[] })[] },
    Evaluation,
  ];
  'advice.ask': [{ instrument?: InstrumentId }, { advice: Advice[] }];
  'exercise.report': [{ table?: TableId }, Report | Overview];
  'exercise.fork': [
    {
      table?: TableId;
      at: number;
      name?: string;
      /** Whom the caller plays at once; without, control opens it for others. */
      party?: PartyId;
      bots?: boolean;
      token: string;
    },
    {
      exercise: string;
      code: string;
      table?: TableId;
      seat?: SeatId;
      party?: PartyId;
      tables?: { id: TableId; name: string }[];
    },
  ];
  'exercise.export': [
    { format: 'csv' | 'json' | 'html'; table?: TableId },
    { files: Record<string, string> },
  ];
  'replay.moments': [{ table?: TableId }, ReplayMoments];
  'replay.view': [{ table?: TableId; as?: PartyId | 'public' | 'control'; at?: number }, Replayed];
  'history.read': [
    {
      what: 'messages' | 'versions' | 'minutes' | 'changes';
      of?: string;
      before?: number;
      limit?: number;
    },
    { items: unknown[]; more: boolean },
  ];

  'studio.watch': [{ create_key?: string }, StudioState];
  'studio.evaluate': [Supposition & { create_key?: string }, StudioEvaluation];
  'table.attach': [{ table: TableId; as?: PartyId; since?: string }, LookedInto];
  'table.detach': [{ table: TableId }, None];
  'exercise.start': [OnTable, Acted];
  'exercise.keep': [{ on: boolean }, None];
  'exercise.delete': [{ name: string }, None];
  'exercise.pause': [OnTable, Acted];
  'exercise.resume': [OnTable, Acted];
  'exercise.advance': [OnTable, Acted];
  'exercise.end': [OnTable, Acted];
  'exercise.extend': [OnTable & { minutes: number }, Acted];
  'exercise.schedule': [OnTable & ScheduleWish, Acted];
  'inject.fire': [OnTable & { inject: string }, Acted];
  'inject.hold': [OnTable & { inject: string; on: boolean }, Acted];
  'inject.foresee': [OnTable, { tables: Record<TableId, Record<string, Foreseen>> }];
  'inject.compose': [
    OnTable & { title: string; text: string; to?: PartyId[]; effects?: SetEffect[] },
    Acted,
  ];
  'variable.set': [
    OnTable & { name: string; value: number | boolean | string; reason: string },
    Acted,
  ];
  'signature.void': [
    { table: TableId; instrument: InstrumentId; party: PartyId; reason: string },
    None,
  ];
  'instrument.end': [{ table: TableId; instrument: InstrumentId; reason: string }, None];
  'ruling.make': [OnTable & { text: string; to?: PartyId[]; effects?: SetEffect[] }, Acted];
  'control.invite': [{ name: string; token: string }, { controller: string }];
  'control.remove': [{ controller: string }, None];
  'request.claim': [OnTable & { message: string; on?: boolean }, None];
  'request.settle': [OnTable & { message: string; on?: boolean }, None];
  'moment.mark': [OnTable & { text: string }, Acted];
  'debrief.open': [OnTable & { on: boolean }, Acted];
  'seat.assign': [{ person: PersonId; table: TableId; party: PartyId; role?: Role }, None];
  'seat.release': [{ person: PersonId }, None];
  'seat.choose': [{ table?: TableId; party?: PartyId }, None];
  'seat.ask': [{ text?: string }, None];
  'exercise.leave': [None, None];
  'roster.group': [{ how: Grouping; who: 'waiting' | 'all' }, None];
  'roster.plan': [{ list: string; try?: boolean }, Planned];
  'roster.undo': [None, None];
  'bot.fill': [OnTable & { party?: PartyId }, None];
  'bot.release': [OnTable & { party?: PartyId }, None];
  'bot.standin': [{ person: PersonId; on?: boolean; signs?: boolean }, None];
  'spectator.link': [{ token: string }, None];
  'person.erase': [{ person: PersonId }, None];
  'person.remove': [{ person: PersonId }, None];
  'seat.link': [{ person: PersonId; token: string }, None];
}

export type Method = keyof Methods;
export type Params<M extends Method> = Methods[M][0];
export type Answer<M extends Method> = Methods[M][1];
