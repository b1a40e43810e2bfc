import { t } from '../../locale';
import type { Listed } from '../../methods';
import { Tick } from '../../parts/Choice';
import { Field } from '../../parts/Field';

export interface ListWish {
  on: boolean;
  people: number;
  /** As its input has it, "2026-05-04T18:30"; empty: as soon as enough are there. */
  at: string;
}

export const unlisted: ListWish = { on: false, people: 2, at: '' };

/** The part of `exercise.create` that says so. */
export function listedOf(wish: ListWish, parties: number): { listed?: Listed } {
  if (!wish.on) return {};
  const at = new Date(wish.at).getTime();
  const people_min = Math.min(parties, wish.people);
  return { listed: { people_min, ...(Number.isFinite(at) && { starts_at: at }) } };
}

interface ListChoiceProps {
  wish: ListWish;
  parties: number;
  onWish: (wish: ListWish) => void;
}

/** Whether strangers may find it, and when it begins by itself. */
export const ListChoice = ({ wish, parties, onWish }: ListChoiceProps) => (
  <>
    <Tick text={t('list-on')} on={wish.on} onTick={(on) => onWish({ ...wish, on })} />
    {wish.on && (
      <div class="pair">
        <Field label={t('list-people')} hint={t('list-people-hint', { parties })}>
          <input
            type="number"
            inputMode="numeric"
            min={1}
            max={parties}
            value={Math.min(parties, wish.people)}
            onInput={(event) =>
              onWish({
                ...wish,
                people: Math.max(1, Math.floor(event.currentTarget.valueAsNumber) || 1),
              })
            }
          />
        </Field>
        <Field label={t('list-at')} hint={t('list-at-hint')}>
          <input
            type="datetime-local"
            value={wish.at}
            onInput={(event) => onWish({ ...wish, at: event.currentTarget.value })}
          />
        </Field>
      </div>
    )}
  </>
);
