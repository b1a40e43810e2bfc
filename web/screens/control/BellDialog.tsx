import { useState } from 'preact/hooks';
import { t, timeOfDay } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { NumberField, TimeField } from '../../parts/NumberField';
import type { Clock } from '../../view';
import { nextTime } from '../run/time';
import { act, type Scope } from './acts';

interface BellDialogProps {
  clocks: Clock[];
  scope: Scope;
  onClose: () => void;
}

/** When the lesson ends: the rounds to come are made to fit before it, less the debrief. */
export const BellDialog = ({ clocks, scope, onClose }: BellDialogProps) => {
  const set = clocks.find(({ bell }) => bell !== undefined);
  const [text, setText] = useState(set?.bell ? timeOfDay(set.bell) : '');
  const [debrief, setDebrief] = useState(set?.debrief_minutes ?? 25);
  const bell = nextTime(text);
  const fit = async () => {
    if (bell === undefined) return;
    await act('exercise.schedule', { bell, debrief }, scope, t('act-bell-fitted'));
    onClose();
  };
  return (
    <Dialog
      title={t('act-bell-ask')}
      onClose={onClose}
      actions={
        <>
          {set && (
            <Button
              onPress={() =>
                act('exercise.schedule', { bell: 0 }, scope, t('act-bell-off')).then(onClose)
              }
            >
              {t('act-bell-none')}
            </Button>
          )}
          <Button look="main" disabled={bell === undefined} onPress={fit}>
            {t('act-bell-do')}
          </Button>
        </>
      }
    >
      <p>{t('act-bell-text')}</p>
      <div class="pair">
        <TimeField label={t('run-bell')} name="bell" value={text} onValue={setText} />
        <NumberField
          label={t('run-debrief')}
          name="debrief"
          min={0}
          max={240}
          value={debrief}
          onValue={setDebrief}
        />
      </div>
    </Dialog>
  );
};
