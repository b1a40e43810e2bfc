import { t } from '../locale';
import { clockSkew, second } from '../store';
import type { Clock as ClockView, PhaseType } from '../view';

const minute_ms = 60_000;

/** What is left of the round in milliseconds; null where nothing presses. */
export function timeLeft(clock: ClockView): number | null {
  if (clock.state === 'paused') return clock.left ?? null;
  if (clock.state !== 'running' || clock.deadline === undefined) return null;
  return Math.max(0, clock.deadline - (second.value + clockSkew.value));
}

export function countdown(left_ms: number): string {
  const whole = Math.ceil(left_ms / 1000);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0
    ? `${hours}:${two(minutes)}:${two(whole % 60)}`
    : `${minutes}:${two(whole % 60)}`;
}

/** Time left, as digits; the last two minutes are set apart by weight, not by colour alone. */
export const Clock = ({ clock }: { clock: ClockView }) => {
  const left = timeLeft(clock);
  if (clock.state === 'paused') {
    return (
      <span class="clock paused">
        {t('clock-paused')}
        {left !== null && <> · {countdown(left)}</>}
      </span>
    );
  }
  if (left === null) return null;
  return (
    <span
      class={left < 2 * minute_ms ? 'clock short' : 'clock'}
      role="timer"
      aria-label={t('clock-left')}
    >
      {countdown(left)}
    </span>
  );
};

/** "Talks, round 1 of 2" */
export function phaseTitle(clock: ClockView, phases: PhaseType[]): string {
  const title = phases.find((phase) => phase.id === clock.phase)?.title ?? clock.phase;
  return clock.rounds > 1
    ? t('phase-round', { phase: title, round: clock.round, rounds: clock.rounds })
    : title;
}
