// The delegation's plan as its members share it, and who does what in it.

import { computed } from '@preact/signals';
import { send } from '../../../connection';
import { myParty, view } from '../../../store';
import type { Job, PartyId, Plan, SeatId, Suggestion, View } from '../../../view';

export const plan = computed<Plan>(() => view.value?.plans?.[myParty.value ?? ''] ?? {});

export type PlanChange = Parameters<typeof save>[0];
export const save = (change: {
  aims?: string[];
  terms?: Plan['terms'];
  walk_away?: number;
  forget?: number;
  jobs?: Record<SeatId, Job>;
}) => {
  const { terms, ...rest } = change;
  const wished = terms?.map(({ type, key, terms }) => ({ type, ...(key ? { key } : {}), terms }));
  return send('plan.save', { ...rest, ...(wished ? { terms: wished } : {}) });
};

export const jobs = ['numbers', 'contacts', 'drafting'] as const;

/** Each adviser's job: as the head gave it; else in turn, those first that nobody has. */
export function jobsOf(seen: View, party: PartyId): Record<SeatId, Job> {
  const given = seen.plans?.[party]?.jobs ?? {};
  const advisers = Object.entries(seen.parties[party]?.seats ?? {})
    .filter(([, { role }]) => role === 'adviser')
    .map(([seat]) => seat);
  const has: Record<SeatId, Job> = {};
  for (const seat of advisers) if (given[seat]) has[seat] = given[seat];
  for (const seat of advisers) {
    if (has[seat]) continue;
    const taken = Object.values(has);
    const count = (job: Job) => taken.filter((other) => other === job).length;
    has[seat] = [...jobs].sort((left, right) => count(left) - count(right))[0] ?? 'numbers';
  }
  return has;
}

/** Those that wait for the head's answer, and still can be followed. */
export const waiting = (seen: View, party: PartyId): [string, Suggestion][] =>
  Object.entries(seen.plans?.[party]?.suggestions ?? {}).filter(
    ([, { accepted, instrument, choice }]) =>
      accepted === undefined &&
      (!instrument || seen.instruments?.[instrument]?.status === 'draft') &&
      (!choice || seen.decisions?.[choice.decision]?.open),
  );
