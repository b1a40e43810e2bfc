import { useState } from 'preact/hooks';
import { send } from '../connection';
import { dayOf, t } from '../locale';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { LanguageMenu } from '../parts/LanguageMenu';
import { exercise } from '../store';

/** At the foot of control's pages: until when everything is kept, for ever on purpose, or deleted at once. */
export const Keeping = () => {
  const [deleting, setDeleting] = useState(false);
  const running = exercise.value?.exercise;
  const { name = '', keep_until } = running ?? {};
  return (
    <>
      <footer class="keeping">
        <p>
          {keep_until === undefined
            ? t('keeping-for-ever')
            : t('keeping-until', { day: dayOf(keep_until) })}
        </p>
        <div class="row">
          <LanguageMenu />
          <Button
            look="link"
            onPress={() => send('exercise.keep', { on: keep_until !== undefined })}
          >
            {t(keep_until === undefined ? 'keeping-let-go' : 'keeping-keep')}
          </Button>
          {running && (
            <a class="alone" href={`/pack/${running.scenario}?exercise=${running.id}`}>
              {t('pack-title')}
            </a>
          )}
          <a class="alone" href="/test">
            {t('test-title')}
          </a>
          <Button look="link" onPress={() => setDeleting(true)}>
            {t('keeping-delete')}
          </Button>
        </div>
      </footer>
      {deleting && <Deleting name={name} onClose={() => setDeleting(false)} />}
    </>
  );
};

const Deleting = ({ name, onClose }: { name: string; onClose: () => void }) => {
  const [typed, setTyped] = useState('');
  return (
    <Dialog
      title={t('keeping-delete-ask', { name })}
      onClose={onClose}
      actions={
        <Button
          look="grave"
          disabled={typed.trim() !== name}
          onPress={() => send('exercise.delete', { name })}
        >
          {t('keeping-delete-do')}
        </Button>
      }
    >
      <p>{t('keeping-delete-text')}</p>
      <Field label={t('keeping-delete-name', { name })}>
        <input
          value={typed}
          autocomplete="off"
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
};
