import { useState } from 'preact/hooks';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import type { PartyId, Scenario } from '../../view';
import { Audience } from './Audience';
import { act, type Scope } from './acts';
import { type Change, Changes, effectsOf } from './Values';

interface RulingProps {
  scope: Scope;
  scenario: Scenario;
  /** What was asked, where this answers somebody. */
  asked?: string;
  onRuled?: () => Promise<unknown>;
  onClose: () => void;
}

const text_most = 2000;

/** The facilitator decides what the rules leave open: with the reason, for the record, and what it changes. */
export const Ruling = ({ scope, scenario, asked, onRuled, onClose }: RulingProps) => {
  const [text, setText] = useState('');
  const [to, setTo] = useState<PartyId[]>([]);
  const [changes, setChanges] = useState<Change[]>([]);
  const rule = async () => {
    const effects = effectsOf(scenario, changes);
    const ruling = {
      text: text.trim(),
      ...(to.length > 0 && { to }),
      ...(effects.length > 0 && { effects }),
    };
    await act('ruling.make', ruling, scope, t('say-ruling-done'));
    await onRuled?.();
    onClose();
  };
  return (
    <Dialog
      title={t('say-ruling-title')}
      onClose={onClose}
      actions={
        <Button look="main" disabled={!text.trim()} onPress={rule}>
          {t('say-ruling-do')}
        </Button>
      }
    >
      {asked && <blockquote>{asked}</blockquote>}
      <Field label={t('say-text')} hint={t('say-ruling-hint')}>
        <textarea
          rows={4}
          value={text}
          maxLength={text_most}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Audience scenario={scenario} to={to} onTo={setTo} />
      <Changes scenario={scenario} changes={changes} onChanges={setChanges} />
    </Dialog>
  );
};
