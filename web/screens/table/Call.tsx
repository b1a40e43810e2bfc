// A circle's call: an address that somebody in it gave, for all in it to join by voice.

import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { addressOf } from './circles';

/** An address that it is safe to open: of a page, over TLS. */
export function callAddress(text: string): URL | null {
  try {
    const address = new URL(text.trim());
    return address.protocol === 'https:' ? address : null;
  } catch {
    return null;
  }
}

interface CallProps {
  circle: string;
  call?: string | undefined;
  /** One may speak here now. */
  open: boolean;
}

export const Call = ({ circle, call, open }: CallProps) => {
  const [asking, setAsking] = useState(false);
  const address = call ? callAddress(call) : null;
  if (!address && !open) return null;
  return (
    <p class="row small call">
      {address && (
        <a href={address.href} target="_blank" rel="noopener noreferrer">
          {t('call-join', { host: address.host })}
        </a>
      )}
      {open && (
        <Button look="link" onPress={() => setAsking(true)}>
          {t(address ? 'call-change' : 'call-set')}
        </Button>
      )}
      {asking && <AskCall circle={circle} onClose={() => setAsking(false)} />}
    </p>
  );
};

const AskCall = ({ circle, onClose }: { circle: string; onClose: () => void }) => {
  const [address, setAddress] = useState('');
  const good = callAddress(address);
  return (
    <Dialog
      title={t('call-title')}
      onClose={onClose}
      actions={
        <Button
          look="main"
          disabled={!good}
          onPress={async () => {
            await send('message.send', { to: addressOf(circle), text: good?.href ?? '' });
            onClose();
          }}
        >
          {t('call-do')}
        </Button>
      }
    >
      <Field label={t('call-address')} hint={t('call-hint')}>
        <input
          type="url"
          inputMode="url"
          placeholder="https://"
          maxLength={500}
          value={address}
          onInput={(event) => setAddress(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
};
