import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { newToken } from '../../identity';
import { t } from '../../locale';
import { tell } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { exercise, me } from '../../store';
import type { ControllerId, ExerciseView } from '../../view';

/** Who made the exercise has no name. */
export const controllerName = (running: ExerciseView, id: ControllerId) =>
  running.controllers?.[id]?.name || t('facilitator');

/** Those who run this exercise together, each by a link of their own. */
export const Facilitators = ({ onClose }: { onClose: () => void }) => {
  const [name, setName] = useState('');
  const [link, setLink] = useState<{ name: string; url: string } | undefined>();
  const running = exercise.value;
  if (!running) return null;
  const invite = async () => {
    const token = newToken();
    await send('control.invite', { name: name.trim(), token });
    setLink({ name: name.trim(), url: `${location.origin}/t/${running.exercise.id}#${token}` });
    setName('');
  };
  const copy = async () => {
    if (!link) return;
    await navigator.clipboard.writeText(link.url);
    tell(t('link-copied'));
  };
  const own = me.value?.controller || 'first';
  return (
    <Dialog title={t('facilitators')} onClose={onClose}>
      <ul class="plain facilitators">
        {Object.entries(running.controllers ?? {})
          .filter(([, { gone }]) => !gone)
          .map(([id, one]) => (
            <li key={id} class="row">
              <span>
                {controllerName(running, id)}
                <span class="muted small">
                  {' '}
                  {t('facilitator-state', {
                    own: String(id === own),
                    online: String(!!one.online),
                  })}
                </span>
              </span>
              {id !== 'first' && id !== own && (
                <Button
                  label={t('facilitator-remove-label', { name: one.name })}
                  onPress={() => send('control.remove', { controller: id })}
                >
                  {t('facilitator-remove')}
                </Button>
              )}
            </li>
          ))}
      </ul>
      <Field label={t('facilitator-name')} hint={t('facilitator-hint')}>
        <input
          value={name}
          maxLength={40}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
      <Button look="main" disabled={!name.trim()} onPress={invite}>
        {t('facilitator-invite')}
      </Button>
      {link && (
        <>
          <Field label={t('facilitator-link', { name: link.name })} hint={t('link-hint')}>
            <input readOnly value={link.url} onFocus={(event) => event.currentTarget.select()} />
          </Field>
          {navigator.clipboard && <Button onPress={copy}>{t('link-copy')}</Button>}
        </>
      )}
    </Dialog>
  );
};
