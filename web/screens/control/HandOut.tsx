import { send } from '../../connection';
import { t } from '../../locale';
import type { PersonId } from '../../view';
import { MakeLink } from './MakeLink';

/** A fresh link for who lost theirs. The old one ends, so it asks first. */
export const HandOut = (props: { id: PersonId; name: string; onClose: () => void }) => (
  <MakeLink
    title={t('link-title', { name: props.name })}
    words={t('link-ask', { name: props.name })}
    hint={t('link-hint')}
    make={(token) => send('seat.link', { person: props.id, token })}
    onClose={props.onClose}
  />
);
