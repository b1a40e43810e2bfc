import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../connection';
import { list, t, timeOfDay } from '../../locale';
import { tongue } from '../../locale/tongue';
import type { Preview } from '../../methods';
import { refusalText } from '../../parts/announce';
import { Choice, Tick } from '../../parts/Choice';
import { NumberField, TimeField } from '../../parts/NumberField';
import { nextTime, type Pace, type TimeWish, timezone } from './time';

interface TimeChoiceProps {
  scenario: string;
  edition?: string;
  wish: TimeWish;
  onWish: (wish: TimeWish) => void;
}

/** A lesson that ends at a bell, a game over days, or no clock; and what comes of it. */
export const TimeChoice = ({ scenario, edition, wish, onWish }: TimeChoiceProps) => {
  const change = (part: Partial<TimeWish>) => onWish({ ...wish, ...part });
  return (
    <fieldset class="time">
      <legend>{t('run-time')}</legend>
      {(['lesson', 'days', 'none'] as Pace[]).map((pace) => (
        <Choice
          key={pace}
          name="pace"
          text={t(`run-time-${pace}`)}
          checked={wish.pace === pace}
          onChoose={() => change({ pace })}
        />
      ))}
      {wish.pace === 'lesson' && (
        <>
          <div class="pair">
            <TimeField
              label={t('run-bell')}
              hint={t('run-bell-hint')}
              name="bell"
              value={wish.bell}
              onValue={(bell) => change({ bell })}
            />
            <NumberField
              label={t('run-debrief')}
              hint={t('run-debrief-hint')}
              name="debrief"
              min={0}
              max={240}
              value={wish.debrief}
              onValue={(debrief) => change({ debrief })}
            />
          </div>
          <LessonPreview scenario={scenario} edition={edition} wish={wish} />
        </>
      )}
      {wish.pace === 'days' && <DaysFields wish={wish} change={change} />}
    </fieldset>
  );
};

const DaysFields = (props: { wish: TimeWish; change: (part: Partial<TimeWish>) => void }) => {
  const { wish, change } = props;
  return (
    <>
      <NumberField
        label={t('run-hours')}
        hint={t('run-hours-hint')}
        name="hours"
        min={1}
        max={720}
        value={wish.hours}
        onValue={(hours) => change({ hours })}
      />
      <Tick
        text={t('run-quiet', { zone: timezone() })}
        on={wish.quiet}
        onTick={(quiet) => change({ quiet })}
      />
      {wish.quiet && (
        <div class="pair">
          <TimeField
            label={t('run-quiet-from')}
            name="quiet-from"
            required
            value={wish.quietFrom}
            onValue={(quietFrom) => change({ quietFrom })}
          />
          <TimeField
            label={t('run-quiet-to')}
            name="quiet-to"
            required
            value={wish.quietTo}
            onValue={(quietTo) => change({ quietTo })}
          />
        </div>
      )}
    </>
  );
};

/** The lesson as the server would run it, asked anew a moment after the last change. */
const LessonPreview = ({ scenario, edition, wish }: Omit<TimeChoiceProps, 'onWish'>) => {
  const [seen, setSeen] = useState<Preview | string | undefined>();
  const bell = nextTime(wish.bell);
  const { debrief } = wish;
  useEffect(() => {
    let current = true;
    const later = setTimeout(async () => {
      const schedule = { ...(bell !== undefined && { bell }), debrief };
      try {
        const answer = await ask('schedule.preview', {
          scenario,
          ...(edition && { edition }),
          schedule,
        });
        if (current) setSeen(answer);
      } catch (error) {
        if (current) setSeen(refusalText(error));
      }
    }, 200);
    return () => {
      current = false;
      clearTimeout(later);
    };
  }, [scenario, edition, bell, debrief, tongue.value.language]);
  if (!seen) return null;
  if (typeof seen === 'string') return <p class="refused">{seen}</p>;
  const phases = seen.phases
    .filter(({ minutes }) => minutes > 0)
    .map(({ title, rounds, minutes }) => t('run-phase', { title, rounds, minutes }));
  return (
    <div class="preview" role="status">
      <p>
        {t('run-preview', { starts: timeOfDay(seen.starts), phases: list(phases) })}{' '}
        {t('run-preview-debrief', { at: timeOfDay(seen.starts + seen.rest) })}
        {bell !== undefined && ` ${t('run-preview-bell', { at: timeOfDay(bell) })}`}
      </p>
      {!seen.fits && <p class="refused">{t('run-preview-late')}</p>}
    </div>
  );
};
