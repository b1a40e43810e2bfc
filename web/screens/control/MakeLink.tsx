import { useState } from 'preact/hooks';
import { newToken } from '../../identity';
import { t } from '../../locale';
import { tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { exercise } from '../../store';

interface MakeLinkProps {
  title: string;
  /** What the link will do; `stays`: also when it is there. */
  words: string;
  stays?: boolean;
  hint?: string;
  /** Has the server know the link's token. */
  make: (token: string) => Promise<unknown>;
  onClose: () => void;
}

/** Makes a link into this exercise once it is asked to, and shows it. */
export const MakeLink = ({ title, words, stays, hint, make, onClose }: MakeLinkProps) => {
  const [link, setLink] = useState('');
  const begin = async () => {
    const token = newToken();
    await make(token);
    setLink(`${location.origin}/t/${exercise.value?.exercise.id}#${token}`);
  };
  const copy = async () => {
    await navigator.clipboard.writeText(link);
    tell(t('link-copied'));
  };
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        link ? (
          navigator.clipboard && (
            <Button look="main" onPress={copy}>
              {t('link-copy')}
            </Button>
          )
        ) : (
          <Button look="main" onPress={begin}>
            {t('link-make')}
          </Button>
        )
      }
    >
      {(stays || !link) && <p>{words}</p>}
      {link && (
        <Field label={t('link-new')} hint={hint}>
          <input readOnly value={link} onFocus={(event) => event.currentTarget.select()} />
        </Field>
      )}
    </Dialog>
  );
};
