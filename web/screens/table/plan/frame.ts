import type { PartyId, Scenario, View } from '../../../view';

export interface Frame {
  rules: Scenario;
  seen: View;
  us: PartyId;
  /** It can be read now, and not changed. */
  fixed: boolean;
}
