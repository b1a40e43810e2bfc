import { useState } from 'preact/hooks';
import { send } from '../connection';
import { forgetPlace } from '../identity';
import { t } from '../locale';
import { go } from '../routes';
import { me } from '../store';
import { Button } from './Button';
import { Dialog } from './Dialog';

/** Out of the exercise; asks once. */
export const Leave = () => {
  const [asking, setAsking] = useState(false);
  const leave = async () => {
    const id = me.value?.exercise.id ?? '';
    await send('exercise.leave', {});
    forgetPlace(id);
    go('/');
  };
  return (
    <>
      <Button look="link" onPress={() => setAsking(true)}>
        {t('leave')}
      </Button>
      {asking && (
        <Dialog
          title={t('leave-ask')}
          onClose={() => setAsking(false)}
          actions={
            <Button look="grave" onPress={leave}>
              {t('leave')}
            </Button>
          }
        >
          <p>{t('leave-text')}</p>
        </Dialog>
      )}
    </>
  );
};
