import { has, list, t, timeOfDay } from '../../locale';
import { Dialog } from '../../parts/Dialog';
import { exercise } from '../../store';
import type { Act, ExerciseView, Scenario } from '../../view';
import { controllerName } from './Facilitators';

/** What the facilitators did, the last of it first. */
export const ActLog = ({ scenario, onClose }: { scenario: Scenario; onClose: () => void }) => {
  const running = exercise.value;
  if (!running) return null;
  const acts = Object.entries(running.acts ?? {}).sort(
    ([a, first], [b, second]) => second.at - first.at || Number(b) - Number(a),
  );
  return (
    <Dialog wide title={t('log')} onClose={onClose}>
      {acts.length === 0 && <p class="muted">{t('log-empty')}</p>}
      <ol class="plain record" reversed>
        {acts.map(([id, act]) => (
          <li key={id}>
            <small class="muted">{timeOfDay(act.at)}</small>{' '}
            <strong>{controllerName(running, act.by)}</strong>: {actText(act, running, scenario)}
          </li>
        ))}
      </ol>
    </Dialog>
  );
};

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** One act in a sentence; where it was, unless it was everywhere. */
function actText(act: Act, running: ExerciseView, scenario: Scenario): string {
  const { params = {} } = act;
  const id = `log-${(act.method ?? act.type).replaceAll(/[._]/g, '-')}`;
  const rooms = act.tables ?? (act.table ? [act.table] : []);
  const all = rooms.length === Object.keys(running.tables ?? {}).length;
  const where =
    rooms.length === 0 || (all && rooms.length > 1)
      ? ''
      : ` (${list(rooms.map((room) => running.tables?.[room]?.name ?? room))})`;
  const words = {
    what:
      text(params.title) ||
      scenario.injects?.[text(params.inject)]?.title ||
      text(params.text) ||
      text(params.name) ||
      act.name ||
      '',
    value: String(params.value ?? params.minutes ?? ''),
    reason: text(params.reason),
    on: String(params.on ?? true),
    person: running.people?.[act.person ?? '']?.name ?? '',
    party: scenario.parties[act.party ?? text(params.party)]?.name ?? '',
  };
  return (has(id) ? t(id, words) : (act.method ?? act.type)) + where;
}
