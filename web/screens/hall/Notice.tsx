// Before the role: what this game is about, and a private way to ask for another role.

import { signal } from '@preact/signals';
import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { LanguageMenu } from '../../parts/LanguageMenu';
import { Masthead } from '../../parts/Masthead';
import { me } from '../../store';

const read = signal<ReadonlySet<string>>(new Set());

const keyOf = () => `entente.noticed.${me.value?.exercise.id}.${me.value?.person}`;

/** Whether this person has a notice to read before anything else. */
export function noticeWaits(): boolean {
  if (!me.value?.exercise.notice || !me.value.person) return false;
  const key = keyOf();
  try {
    return !read.value.has(key) && localStorage.getItem(key) === null;
  } catch {
    return !read.value.has(key);
  }
}

function noticed() {
  const key = keyOf();
  read.value = new Set([...read.value, key]);
  try {
    localStorage.setItem(key, '1');
  } catch {
    // A browser that keeps nothing shows it again.
  }
}

export const Notice = () => {
  const [asking, setAsking] = useState(false);
  document.title = t('notice-title');
  return (
    <>
      <Masthead title={me.value?.exercise.name}>
        <LanguageMenu />
      </Masthead>
      <main class="page">
        <h1>{t('notice-title')}</h1>
        <p class="notice-text">{me.value?.exercise.notice}</p>
        <div class="row">
          <Button look="main" onPress={noticed}>
            {t('notice-go-on')}
          </Button>
          <Button look="link" onPress={() => setAsking(true)}>
            {t('notice-other')}
          </Button>
        </div>
      </main>
      {asking && <AskForAnother onAsked={noticed} onClose={() => setAsking(false)} />}
    </>
  );
};

export const AskForAnother = (props: { onAsked?: () => void; onClose: () => void }) => {
  const [text, setText] = useState('');
  const ask = async () => {
    await send('seat.ask', text.trim() ? { text: text.trim() } : {});
    props.onClose();
    props.onAsked?.();
    tell(t('notice-asked'));
  };
  return (
    <Dialog
      title={t('notice-other')}
      onClose={props.onClose}
      actions={
        <Button look="main" onPress={ask}>
          {t('notice-ask')}
        </Button>
      }
    >
      <p>{t('notice-private')}</p>
      <Field label={t('notice-words')} hint={t('notice-words-hint')}>
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
