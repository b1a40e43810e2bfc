import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { Clock, phaseTitle } from '../../parts/Clock';
import { pressing } from './attention';
import { nudgeable } from './Nudge';
import { Choose, type RoomProps } from './Room';

/** One room in one line: where it stands, the first thing that it may need, who is there. */
export const RoomLine = ({ room, why, scenario, chosen, onChosen, onLook, onNudge }: RoomProps) => {
  const { clock } = room;
  const [first, ...more] = why;
  const seats = Object.values(room.seats ?? {});
  const sum = (count: (seat: (typeof seats)[0]) => number | undefined) =>
    seats.reduce((total, seat) => total + (count(seat) ?? 0), 0);
  return (
    <article class="room-line" aria-label={room.name}>
      <Choose name={room.name} chosen={chosen} onChosen={onChosen} />
      <Button
        look="link"
        class="name"
        label={t('room-look-label', { room: room.name })}
        onPress={onLook}
      >
        {room.name}
      </Button>
      <span class="stands small">
        {clock.state === 'lobby' ? t('room-lobby') : phaseTitle(clock, scenario.phases)}{' '}
        <Clock clock={clock} />
      </span>
      <span class={first && first.weight >= pressing ? 'need pressing' : 'need'}>
        {first?.text ?? <span class="muted">{t('room-well')}</span>}
        {more.length > 0 && (
          <span class="muted small" title={more.map(({ text }) => text).join(' · ')}>
            {' '}
            {t('room-more', { more: more.length })}
          </span>
        )}{' '}
        {first && nudgeable(first) && (
          <Button
            look="link"
            label={t('nudge-label', { room: room.name })}
            onPress={() => onNudge(first)}
          >
            {t('nudge')}
          </Button>
        )}
      </span>
      <span class="counts muted small">
        {t('room-line', {
          online: sum(({ online }) => online),
          people: sum(({ people }) => people),
          texts: room.texts?.draft ?? 0,
          in_force: room.texts?.in_force ?? 0,
        })}
      </span>
    </article>
  );
};
