import { number, t } from '../../locale';
import { Button } from '../../parts/Button';
import { Clock, phaseTitle } from '../../parts/Clock';
import { PartyBadge } from '../../parts/PartyBadge';
import { Scroll } from '../../parts/Scroll';
import { clockSkew, second } from '../../store';
import type { Scenario, TableSummary } from '../../view';
import { pressing, type Reason } from './attention';
import { nudgeable } from './Nudge';

export interface RoomProps {
  room: TableSummary;
  why: Reason[];
  scenario: Scenario;
  /** Where there are several to choose from. */
  chosen?: boolean;
  onChosen?: (on: boolean) => void;
  onLook: () => void;
  onNudge: (reason: Reason) => void;
}

interface ChooseProps {
  name: string;
  chosen?: boolean;
  onChosen?: (on: boolean) => void;
}
export const Choose = ({ name, chosen, onChosen }: ChooseProps) =>
  onChosen ? (
    <label class="tick">
      <span class="spoken">{t('room-choose', { room: name })}</span>
      <input
        type="checkbox"
        checked={chosen}
        onChange={(event) => onChosen(event.currentTarget.checked)}
      />
    </label>
  ) : null;

const minute_ms = 60_000;

/** One room at a glance: where it stands, why it may need somebody, who is there and how they fare. */
export const Room = ({
  open,
  ...props
}: RoomProps & {
  /** With few rooms every delegation is shown at once. */
  open: boolean;
}) => {
  const { room, why, scenario, chosen, onChosen, onLook, onNudge } = props;
  const { clock } = room;
  const outcome = scenario.outcomes?.[room.outcome ?? ''];
  return (
    <article class="card room" aria-label={room.name}>
      <header>
        <Choose name={room.name} chosen={chosen} onChosen={onChosen} />
        <h2>{room.name}</h2>
        <p>
          {clock.state === 'lobby' ? t('room-lobby') : phaseTitle(clock, scenario.phases)}
          {clock.state === 'closed' && ` · ${t('room-closed')}`} <Clock clock={clock} />
        </p>
        <Button label={t('room-look-label', { room: room.name })} onPress={onLook}>
          {t('room-look')}
        </Button>
      </header>
      {why.length > 0 && (
        <ul class="why">
          {why.map((reason) => (
            <li key={reason.text} class={reason.weight >= pressing ? 'pressing' : undefined}>
              {reason.text}{' '}
              {nudgeable(reason) && (
                <Button
                  look="link"
                  label={t('nudge-of', { room: room.name, what: reason.text })}
                  onPress={() => onNudge(reason)}
                >
                  {t('nudge')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {outcome && <p class="outcome">{outcome.title}</p>}
      <p class="figures muted">
        <Figures room={room} />
      </p>
      <details open={open}>
        <summary>{t('room-delegations')}</summary>
        <Delegations room={room} scenario={scenario} />
      </details>
    </article>
  );
};

const Figures = ({ room }: { room: TableSummary }) => {
  const { texts, signatures = 0, messages = 0, refusals = 0, silent_ms_since: since } = room;
  const silent = since ? Math.floor((second.value + clockSkew.value - since) / minute_ms) : 0;
  const parts = [
    t('room-drafts', { count: texts?.draft ?? 0 }),
    t('room-in-force', { count: texts?.in_force ?? 0 }),
    t('room-signatures', { count: signatures }),
    t('room-messages', { count: messages }),
    ...(refusals > 0 ? [t('room-refusals', { count: refusals })] : []),
    ...(room.clock.state === 'running' && !room.clock.final && silent > 0
      ? [t('room-silent', { minutes: silent })]
      : []),
  ];
  return <>{parts.join(' · ')}</>;
};

const Delegations = ({ room, scenario }: { room: TableSummary; scenario: Scenario }) => (
  <Scroll label={t('clause-of', { title: t('room-delegations'), it: room.name })}>
    <table>
      <thead>
        <tr>
          <th scope="col">{t('room-party')}</th>
          <th scope="col" class="number">
            {t('room-people')}
          </th>
          <th scope="col" class="number">
            {t('room-expected')}
          </th>
          <th scope="col" class="number">
            {t('room-no-deal')}
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(scenario.parties).map(([id, party]) => {
          const seats = room.seats?.[id];
          const score = room.scores?.[id];
          const below = score && score.expected < score.no_deal;
          return (
            <tr key={id}>
              <th scope="row">
                <PartyBadge party={party} />
              </th>
              <td class="number">
                {seats?.people
                  ? t('room-present', { online: seats.online ?? 0, people: seats.people })
                  : '–'}
              </td>
              <td class="number">
                {score ? number(score.expected) : '–'}
                {below && <small class="below"> {t('room-below')}</small>}
              </td>
              <td class="number">{score ? number(score.no_deal) : '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  </Scroll>
);
