import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { newToken } from '../../identity';
import { t } from '../../locale';
import { tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { exercise } from '../../store';
import type { PersonId } from '../../view';

/** A fresh link for who lost theirs. The old one ends, so it asks first. */
export const HandOut = (props: { id: PersonId; name: string; onClose: () => void }) => {
  const [link, setLink] = useState('');
  const make = async () => {
    const token = newToken();
    await send('seat.link', { person: props.id, token });
    setLink(`${location.origin}/t/${exercise.value?.exercise.id}#${token}`);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    tell(t('link-copied'));
  };
  return (
    <Dialog
      title={t('link-title', { name: props.name })}
      onClose={props.onClose}
      actions={
        link ? (
          navigator.clipboard && (
            <Button look="main" onPress={copy}>
              {t('link-copy')}
            </Button>
          )
        ) : (
          <Button look="main" onPress={make}>
            {t('link-make')}
          </Button>
        )
      }
    >
      {link ? (
        <Field label={t('link-new')} hint={t('link-hint')}>
          <input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      ) : (
        <p>{t('link-ask', { name: props.name })}</p>
      )}
    </Dialog>
  );
};
