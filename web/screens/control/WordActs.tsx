// What control says and sets: a message, news, a value, a ruling, a mark for the debrief.

import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import type { Scenario } from '../../view';
import { act, type Scope } from './acts';
import { News } from './News';
import { Ruling } from './Ruling';
import { SetValue } from './SetValue';

interface WordActsProps {
  scope: Scope;
  scenario: Scenario;
}
type Act = 'message' | 'news' | 'value' | 'ruling' | 'mark';
const acts: Act[] = ['message', 'news', 'value', 'ruling', 'mark'];

export const WordActs = ({ scope, scenario }: WordActsProps) => {
  const [open, setOpen] = useState<Act | undefined>();
  const close = () => setOpen(undefined);
  return (
    <div class="row">
      {acts.map((one) => (
        <Button key={one} onPress={() => setOpen(one)}>
          {t(`say-${one}`)}
        </Button>
      ))}
      {open === 'news' && <News scope={scope} scenario={scenario} onClose={close} />}
      {open === 'value' && <SetValue scope={scope} scenario={scenario} onClose={close} />}
      {open === 'message' && (
        <Write
          title={t('say-message-title')}
          hint={t('say-message-hint')}
          onClose={close}
          onSay={(text) =>
            act('message.send', { to: 'plenary', text }, scope, t('say-message-done'))
          }
        />
      )}
      {open === 'ruling' && <Ruling scope={scope} scenario={scenario} onClose={close} />}
      {open === 'mark' && (
        <Write
          title={t('say-mark-title')}
          hint={t('say-mark-hint')}
          onClose={close}
          onSay={(text) => act('moment.mark', { text }, scope, t('say-mark-done'))}
        />
      )}
    </div>
  );
};

const text_most = 2000;

interface WriteProps {
  title: string;
  hint: string;
  onClose: () => void;
  onSay: (text: string) => Promise<void>;
}
const Write = ({ title, hint, onClose, onSay }: WriteProps) => {
  const [text, setText] = useState('');
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <Button
          look="main"
          disabled={!text.trim()}
          onPress={() => onSay(text.trim()).then(onClose)}
        >
          {t('say-do')}
        </Button>
      }
    >
      <Field label={t('say-text')} hint={hint}>
        <textarea
          rows={4}
          value={text}
          maxLength={text_most}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
};
