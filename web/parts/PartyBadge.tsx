import type { PartyType } from '../view';

interface PartyBadgeProps {
  party: Pick<PartyType, 'name' | 'colour'> & { short?: string };
  /** The whole name, where there is room. */
  full?: boolean;
}

/** A delegation: its name, and its colour as a small mark beside it. */
export const PartyBadge = ({ party, full }: PartyBadgeProps) => (
  <span class="party" style={{ '--party': party.colour }}>
    {full ? party.name : (party.short ?? party.name)}
  </span>
);
