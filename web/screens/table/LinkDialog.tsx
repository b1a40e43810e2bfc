import { useState } from 'preact/hooks';
import { send } from '../../connection';
import { t } from '../../locale';
import { refusalText } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { myParty } from '../../store';
import type { Instrument, InstrumentId, Scenario, View } from '../../view';
import { isAsked, textsInOrder } from './state';
import { textTitle } from './words';

interface LinkDialogProps {
  id: InstrumentId;
  text: Instrument;
  rules: Scenario;
  seen: View;
  onClose: () => void;
}

/** Texts that enter into force together or not at all. */
export const LinkDialog = ({ id, text, rules, seen, onClose }: LinkDialogProps) => {
  const us = myParty.value;
  const linked = text.linked ?? [];
  const [chosen, setChosen] = useState(() =>
    // With one that was withdrawn nothing can be linked any more.
    linked.filter((id) => seen.instruments?.[id]?.status === 'draft'),
  );
  const [refused, setRefused] = useState('');
  const others = textsInOrder(seen).filter(
    ([other, candidate]) => other !== id && candidate.status === 'draft' && isAsked(candidate, us),
  );
  const link = async () => {
    try {
      await send('instrument.link', { instrument: id, with: chosen });
      onClose();
    } catch (error) {
      setRefused(refusalText(error));
    }
  };
  return (
    <Dialog
      title={t('link-texts')}
      onClose={onClose}
      actions={
        others.length + linked.length > 0 && (
          <Button look="main" onPress={link} disabled={chosen.length + linked.length === 0}>
            {t(chosen.length === 0 && linked.length > 0 ? 'link-undo' : 'link-do')}
          </Button>
        )
      }
    >
      <p>{t('linked-hint')}</p>
      {others.length === 0 ? (
        <p>{t('link-none')}</p>
      ) : (
        <fieldset>
          <legend>{t('link-with')}</legend>
          {others.map(([other, candidate]) => (
            <label key={other} class="choice">
              <input
                type="checkbox"
                checked={chosen.includes(other)}
                onChange={(event) =>
                  setChosen(
                    event.currentTarget.checked
                      ? [...chosen, other]
                      : chosen.filter((known) => known !== other),
                  )
                }
              />
              {t('text-version', {
                title: textTitle(rules, seen, other),
                version: candidate.version,
              })}
            </label>
          ))}
        </fieldset>
      )}
      <p class="small muted">{t('link-new-version')}</p>
      {refused && (
        <p class="refused" role="alert">
          {refused}
        </p>
      )}
    </Dialog>
  );
};
