import { t } from '../../locale';
import { PartyBadge } from '../../parts/PartyBadge';
import type { PartyId, Scenario } from '../../view';

interface AudienceProps {
  scenario: Scenario;
  /** Nobody chosen: everyone. */
  to: PartyId[];
  onTo: (to: PartyId[]) => void;
}

/** Who hears of it. */
export const Audience = ({ scenario, to, onTo }: AudienceProps) => (
  <details>
    <summary>{t('news-to', { parties: to.length })}</summary>
    {Object.entries(scenario.parties).map(([id, party]) => (
      <label key={id} class="choice">
        <input
          type="checkbox"
          checked={to.includes(id)}
          onChange={(event) =>
            onTo(event.currentTarget.checked ? [...to, id] : to.filter((one) => one !== id))
          }
        />
        <PartyBadge party={party} full />
      </label>
    ))}
  </details>
);
