// The scenario, as this token may know it: server/game/VIEW.md.

import type { ClauseKey, DraftedClause, PartyId, Permission, Value } from './view';

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
