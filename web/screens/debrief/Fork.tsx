// A new game from a moment of one that is over: alone against bots at once, or, for who led it, with people.

import { useState } from 'preact/hooks';
import { ask } from '../../connection';
import { newToken, remember, tokenFor } from '../../identity';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { go } from '../../routes';
import { me } from '../../store';
import type { PartyId, Scenario, TableId } from '../../view';

interface ForkProps {
  table: TableId;
  at: number;
  /** When that was, in words. */
  when: string;
  scenario: Scenario;
  mine?: PartyId;
}

export const Fork = (props: ForkProps) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setOpen(true)}>{t('fork-open')}</Button>
      {open && <ForkDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
};

const ForkDialog = ({
  table,
  at,
  when,
  scenario,
  mine,
  onClose,
}: ForkProps & { onClose: () => void }) => {
  const leads = me.value?.kind === 'control';
  const [party, setParty] = useState(
    mine ?? (leads ? '' : (Object.keys(scenario.parties)[0] ?? '')),
  );
  const begin = async () => {
    const bearer = tokenFor(me.value?.exercise.id ?? '') ?? undefined;
    const token = newToken();
    const name = me.value?.name || t('play-name-default');
    const { exercise, code } = await ask(
      'exercise.fork',
      { table, at, token, ...(party ? { party, name } : { bots: true }) },
      bearer,
    );
    const kind = party ? 'seat' : 'control';
    remember({ exercise, token, kind, title: scenario.title, name, code, at: Date.now() });
    go(`/t/${exercise}`);
  };
  return (
    <Dialog
      title={t('fork-title')}
      onClose={onClose}
      actions={
        <Button look="main" onPress={begin}>
          {t(party ? 'fork-play' : 'fork-lead')}
        </Button>
      }
    >
      <p>{t('fork-text', { when })}</p>
      <Field label={t('fork-as')} hint={party ? undefined : t('fork-lead-hint')}>
        <select value={party} onChange={(event) => setParty(event.currentTarget.value)}>
          {leads && <option value="">{t('fork-as-facilitator')}</option>}
          {Object.entries(scenario.parties).map(([id, known]) => (
            <option key={id} value={id}>
              {known.name}
            </option>
          ))}
        </select>
      </Field>
    </Dialog>
  );
};
