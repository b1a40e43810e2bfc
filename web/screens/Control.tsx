import { useEffect, useState } from 'preact/hooks';
import { t } from '../locale';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { JoinCode } from '../parts/JoinCode';
import { Markdown } from '../parts/Markdown';
import { Masthead } from '../parts/Masthead';
import { exercise } from '../store';
import type { TableId } from '../view';
import { ActLog } from './control/ActLog';
import { loadTexts, roomsOf, texts } from './control/acts';
import { reasons } from './control/attention';
import { ClockActs } from './control/ClockActs';
import { Facilitators } from './control/Facilitators';
import { Look } from './control/Look';
import { Requests } from './control/Requests';
import { Room } from './control/Room';
import { Roster } from './control/Roster';
import { WordActs } from './control/WordActs';

type Sheet = 'code' | 'people' | 'facilitators' | 'log' | 'teaching';

/** The facilitator's page: every room at a glance, who needs attention first, and one act on one or all. */
export const Control = () => {
  const [scope, setScope] = useState<TableId | undefined>();
  const [looking, setLooking] = useState<TableId | undefined>();
  const [sheet, setSheet] = useState<Sheet | undefined>();
  const running = exercise.value;
  useEffect(() => {
    void loadTexts();
  }, [running?.exercise.scenario]);
  const scenario = texts.value;
  if (!running || !scenario) return <p aria-busy="true">{t('loading')}</p>;
  const { name, code } = running.exercise;
  document.title = name ?? t('control-title');
  const rooms = roomsOf(running.tables);
  const ranked = rooms
    .map(([id, room]) => ({ id, room, why: reasons(room, scenario) }))
    .sort((a, b) => (b.why[0]?.weight ?? 0) - (a.why[0]?.weight ?? 0));
  return (
    <>
      <Masthead title={name ?? t('control-title')}>
        {code && (
          <Button look="link" onPress={() => setSheet('code')}>
            {t('control-code', { code })}
          </Button>
        )}
        <Button look="link" onPress={() => setSheet('people')}>
          {t('control-people', { people: running.hall?.people ?? 0 })}
        </Button>
        <Button look="link" onPress={() => setSheet('facilitators')}>
          {t('facilitators')}
        </Button>
        <Button look="link" onPress={() => setSheet('log')}>
          {t('log')}
        </Button>
        {scenario.teaching && (
          <Button look="link" onPress={() => setSheet('teaching')}>
            {t('control-teaching')}
          </Button>
        )}
      </Masthead>
      <main class="page control">
        <section class="acts card" aria-label={t('control-acts')}>
          {rooms.length > 1 && (
            <Field label={t('control-scope')}>
              <select
                value={scope ?? ''}
                onChange={(event) => setScope(event.currentTarget.value || undefined)}
              >
                <option value="">{t('control-all', { rooms: rooms.length })}</option>
                {rooms.map(([id, room]) => (
                  <option key={id} value={id}>
                    {room.name}
                  </option>
                ))}
              </select>
            </Field>
          )}
          <ClockActs scope={scope} />
          <WordActs scope={scope} scenario={scenario} />
        </section>
        <Requests scenario={scenario} />
        <div class="rooms-glance">
          {ranked.map(({ id, room, why }) => (
            <Room
              key={id}
              room={room}
              why={why}
              scenario={scenario}
              open={rooms.length <= 3}
              onLook={() => setLooking(id)}
            />
          ))}
        </div>
      </main>
      {sheet === 'code' && code && (
        <Dialog wide title={t('control-code-title')} onClose={() => setSheet(undefined)}>
          <JoinCode code={code} />
        </Dialog>
      )}
      {sheet === 'people' && (
        <Dialog wide title={t('control-people-title')} onClose={() => setSheet(undefined)}>
          <div>
            <Roster />
          </div>
        </Dialog>
      )}
      {sheet === 'facilitators' && <Facilitators onClose={() => setSheet(undefined)} />}
      {sheet === 'log' && <ActLog scenario={scenario} onClose={() => setSheet(undefined)} />}
      {sheet === 'teaching' && (
        <Dialog wide title={t('control-teaching')} onClose={() => setSheet(undefined)}>
          <Markdown text={scenario.teaching ?? ''} level={3} />
        </Dialog>
      )}
      {looking && <Look table={looking} onClose={() => setLooking(undefined)} />}
    </>
  );
};
