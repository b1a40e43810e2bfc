import { useEffect, useState } from 'preact/hooks';
import { t } from '../locale';
import { tongue } from '../locale/tongue';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { JoinCode } from '../parts/JoinCode';
import { Markdown } from '../parts/Markdown';
import { Masthead } from '../parts/Masthead';
import { exercise } from '../store';
import type { TableId } from '../view';
import { ActLog } from './control/ActLog';
import { loadTexts, roomsOf, texts } from './control/acts';
import { Board } from './control/Board';
import { ClockActs } from './control/ClockActs';
import { Facilitators } from './control/Facilitators';
import { Look } from './control/Look';
import { Requests } from './control/Requests';
import { Roster } from './control/Roster';
import { WordActs } from './control/WordActs';
import { Exports } from './debrief/Exports';
import { canPresent, Present } from './debrief/Present';

type Sheet = 'code' | 'people' | 'facilitators' | 'log' | 'teaching' | 'present' | 'exports';

/** The facilitator's page: every room at a glance, who needs attention first, and one act on all, or on those that are chosen. */
export const Control = () => {
  const [chosen, setChosen] = useState<TableId[]>([]);
  const [looking, setLooking] = useState<TableId | undefined>();
  const [more, setMore] = useState(false);
  const [sheet, setSheet] = useState<Sheet | undefined>();
  const running = exercise.value;
  useEffect(() => {
    void loadTexts();
  }, [running?.exercise.scenario, tongue.value.language]);
  const scenario = texts.value;
  if (!running || !scenario) return <p aria-busy="true">{t('loading')}</p>;
  if (sheet === 'present') {
    return <Present scenario={scenario} onClose={() => setSheet(undefined)} />;
  }
  const { name, code } = running.exercise;
  document.title = name ?? t('control-title');
  const rooms = roomsOf(running.tables);
  const known = chosen.filter((id) => running.tables?.[id]);
  const scope = known.length > 0 ? known : undefined;
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
        {canPresent(running.tables) && (
          <>
            <Button look="link" onPress={() => setSheet('present')}>
              {t('present-open')}
            </Button>
            <Button look="link" onPress={() => setSheet('exports')}>
              {t('exports-open')}
            </Button>
          </>
        )}
        {scenario.teaching && (
          <Button look="link" onPress={() => setSheet('teaching')}>
            {t('control-teaching')}
          </Button>
        )}
      </Masthead>
      <main class="page control">
        <section class={`acts ${more ? 'open' : ''}`} aria-label={t('control-acts')}>
          {rooms.length > 1 && (
            <p class="scope" aria-live="polite">
              <strong>
                {scope
                  ? t('control-some', {
                      rooms: scope.length,
                      room: running.tables?.[scope[0] ?? '']?.name ?? '',
                    })
                  : t('control-all', { rooms: rooms.length })}
              </strong>{' '}
              {scope ? (
                <Button look="link" onPress={() => setChosen([])}>
                  {t('choose-none')}
                </Button>
              ) : (
                <span class="muted small hint">{t('choose-hint')}</span>
              )}
            </p>
          )}
          <ClockActs scope={scope} />
          <WordActs scope={scope} scenario={scenario} />
          <Button class="more" expanded={more} onPress={() => setMore(!more)}>
            {t('more')}
          </Button>
        </section>
        <Requests scenario={scenario} />
        <Board scenario={scenario} chosen={known} onChosen={setChosen} onLook={setLooking} />
      </main>
      {sheet === 'code' && code && (
        <Dialog wide title={t('control-code-title')} onClose={() => setSheet(undefined)}>
          <JoinCode code={code} />
        </Dialog>
      )}
      {sheet === 'people' && (
        <Dialog wide title={t('control-people-title')} onClose={() => setSheet(undefined)}>
          <Roster />
        </Dialog>
      )}
      {sheet === 'facilitators' && <Facilitators onClose={() => setSheet(undefined)} />}
      {sheet === 'log' && <ActLog scenario={scenario} onClose={() => setSheet(undefined)} />}
      {sheet === 'exports' && (
        <Dialog title={t('exports-open')} onClose={() => setSheet(undefined)}>
          <Exports />
        </Dialog>
      )}
      {sheet === 'teaching' && (
        <Dialog wide title={t('control-teaching')} onClose={() => setSheet(undefined)}>
          <Markdown text={scenario.teaching ?? ''} level={3} lang={scenario.language} />
        </Dialog>
      )}
      {looking && <Look table={looking} onClose={() => setLooking(undefined)} />}
    </>
  );
};
