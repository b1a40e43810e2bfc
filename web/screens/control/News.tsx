import { useEffect, useState } from 'preact/hooks';
import { lookInto } from '../../connection';
import { t } from '../../locale';
import { tellRefusal } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';
import { exercise, shoulders } from '../../store';
import type { PartyId, Scenario, TableId } from '../../view';
import { Audience } from './Audience';
import { act, roomsOf } from './acts';
import { type Change, Changes, effectsOf } from './Values';

interface NewsProps {
  scope?: TableId;
  scenario: Scenario;
  onClose: () => void;
}

/** The scenario's own news, to bring now or hold back; and news in the facilitator's words. */
export const News = ({ scope, scenario, onClose }: NewsProps) => {
  const seen = scope ?? roomsOf(exercise.value?.tables)[0]?.[0];
  useEffect(() => {
    if (seen && !shoulders.value[seen]) lookInto(seen).catch(tellRefusal);
  }, [seen]);
  const state = seen ? shoulders.value[seen]?.view.control : undefined;
  const injects = Object.entries(scenario.injects ?? {});
  return (
    <Dialog wide title={t('news-title')} onClose={onClose}>
      <Compose scope={scope} scenario={scenario} />
      <section class="scheduled" aria-labelledby="scheduled">
        <h3 id="scheduled">{t('news-scheduled')}</h3>
        {injects.length === 0 && <p class="muted">{t('news-none')}</p>}
        <ul class="plain">
          {injects.map(([id, inject]) => {
            const fired = state?.fired?.[id] ?? 0;
            const held = !!state?.held?.includes(id);
            return (
              <li key={id}>
                <strong>{inject.title}</strong>
                <p>{inject.text}</p>
                <div class="row">
                  <small class="muted">
                    {t(
                      fired > 0
                        ? 'news-fired'
                        : held
                          ? 'news-held'
                          : inject.automatic
                            ? 'news-automatic'
                            : 'news-by-hand',
                      { times: fired },
                    )}
                  </small>
                  <Button
                    label={t('news-fire-label', { title: inject.title })}
                    disabled={inject.once && fired > 0}
                    onPress={() => act('inject.fire', { inject: id }, scope, t('news-done'))}
                  >
                    {t('news-fire')}
                  </Button>
                  {inject.automatic && !(inject.once && fired > 0) && (
                    <Button
                      pressed={held}
                      label={t('news-of', {
                        act: t(held ? 'news-unhold' : 'news-hold'),
                        title: inject.title,
                      })}
                      onPress={() =>
                        act(
                          'inject.hold',
                          { inject: id, on: !held },
                          scope,
                          t(held ? 'news-unheld' : 'news-held-done'),
                        )
                      }
                    >
                      {t(held ? 'news-unhold' : 'news-hold')}
                    </Button>
                  )}
                </div>
              </li>
            );
          })}
        </ul>
      </section>
    </Dialog>
  );
};

const title_most = 120;
const text_most = 2000;

const Compose = ({ scope, scenario }: { scope?: TableId; scenario: Scenario }) => {
  const [title, setTitle] = useState('');
  const [text, setText] = useState('');
  const [to, setTo] = useState<PartyId[]>([]);
  const [changes, setChanges] = useState<Change[]>([]);
  const say = async () => {
    const effects = effectsOf(scenario, changes);
    const news = {
      title: title.trim(),
      text: text.trim(),
      ...(to.length > 0 && { to }),
      ...(effects.length > 0 && { effects }),
    };
    await act('inject.compose', news, scope, t('news-done'));
    setTitle('');
    setText('');
    setChanges([]);
  };
  return (
    <section aria-labelledby="compose">
      <h3 id="compose">{t('news-compose')}</h3>
      <Field label={t('news-headline')}>
        <input
          value={title}
          maxLength={title_most}
          onInput={(event) => setTitle(event.currentTarget.value)}
        />
      </Field>
      <Field label={t('news-text')}>
        <textarea
          rows={3}
          value={text}
          maxLength={text_most}
          onInput={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Audience scenario={scenario} to={to} onTo={setTo} />
      <Changes scenario={scenario} changes={changes} onChanges={setChanges} />
      <Button look="main" disabled={!title.trim() || !text.trim()} onPress={say}>
        {t('news-say')}
      </Button>
    </section>
  );
};
