// Reading scenario.json as the author wrote it: for what the page shows in the author's own words and expressions.

import type { Json } from '../../store';
import { state } from './wire';

export type Member = { [key: string]: Json };

const isMember = (value: Json | undefined): value is Member =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The object at a path; empty where there is none. */
export function part(...path: string[]): Member {
  let at: Json | undefined = state.value?.document;
  for (const step of path) at = isMember(at) ? at[step] : undefined;
  return isMember(at) ? at : {};
}
export const parts = (...path: string[]): [string, Member][] =>
  Object.entries(part(...path)).flatMap(([id, value]) => (isMember(value) ? [[id, value]] : []));

export const items = (value: Json | undefined): Member[] =>
  Array.isArray(value) ? value.filter(isMember) : [];
export const words = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

/** An effect as one writes it: `mood = mood - 10   when !rebuild.in_force`. */
export function effectLines(effects: Json | undefined, indent = ''): string[] {
  return items(effects).flatMap((effect) => {
    const when = words(effect.when);
    const tail = when ? `   when ${when}` : '';
    if (effect.set) return [`${indent}${words(effect.set)} = ${words(effect.to)}${tail}`];
    if (effect.say) return [`${indent}say “${words(effect.say)}”${tail}`];
    if (effect.each) {
      const head = `${indent}each ${words(effect.each)} in ${words(effect.in)}${tail}`;
      return [head, ...effectLines(effect.do, `${indent}  `)];
    }
    return [`${indent}end${tail}`];
  });
}
