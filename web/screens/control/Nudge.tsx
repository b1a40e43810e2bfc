import { useState } from 'preact/hooks';
import { has, list, t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { exercise } from '../../store';
import type { PartyId, Scenario, TableId } from '../../view';
import { act } from './acts';
import type { Kind, Reason } from './attention';

/** Whom to say a kind word to: some delegations of a room, or all of it. */
export interface Nudged {
  table: TableId;
  parties?: PartyId[];
}

/** A word helps against some things. */
export const nudgeable = ({ kind }: Pick<Reason, 'kind'>) => has(`nudge-${kind}`);

interface NudgeProps {
  kind: Kind;
  whom: Nudged[];
  scenario: Scenario;
  onClose: () => void;
}

/** A fitting sentence is there already: to be sent as it is, or in other words. */
export const Nudge = ({ kind, whom, scenario, onClose }: NudgeProps) => {
  const [text, setText] = useState(t(`nudge-${kind}`));
  const [only] = whom.length === 1 ? whom : [];
  const send = async () => {
    for (const { table, parties } of whom) {
      const to = parties ?? 'plenary';
      await act('message.send', { to, text: text.trim() }, [table], t('nudge-done'));
    }
    onClose();
  };
  return (
    <Dialog
      title={t('nudge-title', {
        rooms: whom.length,
        room: exercise.value?.tables?.[only?.table ?? '']?.name ?? '',
        parties: list((only?.parties ?? []).map((id) => scenario.parties[id]?.name ?? id)),
        some: String(!!only?.parties),
      })}
      onClose={onClose}
      actions={
        <Button look="main" disabled={!text.trim()} onPress={send}>
          {t('say-do')}
        </Button>
      }
    >
      <Field label={t('say-text')} hint={t('nudge-hint')}>
        <textarea
          rows={3}
          value={text}
          maxLength={2000}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
};
