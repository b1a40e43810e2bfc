// Where people do not see one another: mute for oneself, report, and in open games vote to remove.

import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { me, myParty, mySeat } from '../../store';
import type { PartyId, SeatId } from '../../view';

const place = () => `entente.muted.${me.value?.exercise.id}`;
const muted = signal<{ place: string; seats: SeatId[] }>({ place: '', seats: [] });

/** Kept on this device alone; whoever is muted is told nothing. */
export function mutedSeats(): SeatId[] {
  if (muted.value.place === place()) return muted.value.seats;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place()) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}

function mute(seat: SeatId, on: boolean) {
  const others = mutedSeats().filter((one) => one !== seat);
  muted.value = { place: place(), seats: on ? [...others, seat] : others };
  try {
    localStorage.setItem(place(), JSON.stringify(muted.value.seats));
  } catch {
    // Then it lasts until the page is closed.
  }
}

export interface Fellow {
  seat: SeatId;
  party: PartyId;
  name: string;
}

/** Beside a person's name, where people do not sit in one room. */
export const Manners = ({ fellow }: { fellow: Fellow }) => {
  const [reporting, setReporting] = useState(false);
  const { seat, name } = fellow;
  const quiet = mutedSeats().includes(seat);
  const votes =
    !!me.value?.exercise.listed && mySeat.value?.role === 'head' && fellow.party !== myParty.value;
  const vote = async () => {
    const answer = await send('person.vote', { seat, on: true });
    tell(t('people-voted', { votes: answer.votes, needed: answer.needed }));
  };
  return (
    <details>
      <summary aria-label={t('people-more-label', { name })}>{t('more')}</summary>
      <p class="small muted">{t('people-hint')}</p>
      <div class="row">
        <Button onPress={() => mute(seat, !quiet)}>
          {t(quiet ? 'people-unmute' : 'people-mute')}
        </Button>
        <Button onPress={() => setReporting(true)}>{t('people-report')}</Button>
        {votes && <Button onPress={vote}>{t('people-vote')}</Button>}
      </div>
      {reporting && <Reporting fellow={fellow} onClose={() => setReporting(false)} />}
    </details>
  );
};

const Reporting = ({ fellow, onClose }: { fellow: Fellow; onClose: () => void }) => {
  const [text, setText] = useState('');
  return (
    <Dialog
      title={t('people-report-ask', { name: fellow.name })}
      onClose={onClose}
      actions={
        <Button
          look="main"
          disabled={!text.trim()}
          onPress={async () => {
            await send('person.report', { seat: fellow.seat, text: text.trim() });
            tell(t('people-reported'));
            onClose();
          }}
        >
          {t('people-report')}
        </Button>
      }
    >
      <Field label={t('people-report-what')} hint={t('people-report-hint')}>
        <textarea
          rows={3}
          maxLength={500}
          value={text}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
};
