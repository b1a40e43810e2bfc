import { t, timeOfDay } from '../../locale';
import type { Preview } from '../../methods';
import { Scroll } from '../../parts/Scroll';
import type { Scenario } from '../../view';
import { nextTime } from '../run/time';

const minute_ms = 60_000;
const joining_minutes = 8;
const debrief_minutes = 25;

interface Row {
  /** Minutes from the beginning. */
  at: number;
  minutes: number;
  what: string;
  does: string;
}

/** Joining, every round, the debrief: when each begins, and what the facilitator does then. */
function rows(scenario: Scenario, preview: Preview): Row[] {
  const found: Row[] = [];
  let at = 0;
  const add = (minutes: number, what: string, does: string) => {
    found.push({ at, minutes, what, does });
    at += minutes;
  };
  add(joining_minutes, t('pack-joining'), t('pack-joining-does'));
  let drafted = false;
  for (const { id, title, rounds, minutes } of preview.phases) {
    const allows = scenario.phases.find((phase) => phase.id === id)?.allows ?? [];
    const drafts = allows.includes('draft');
    const does = t(
      drafts
        ? drafted
          ? 'pack-does-again'
          : 'pack-does-draft'
        : allows.includes('decide')
          ? 'pack-does-decide'
          : 'pack-does-read',
    );
    drafted ||= drafts;
    for (let round = 1; minutes > 0 && round <= rounds; round++) {
      const what = rounds > 1 ? t('phase-round', { phase: title, round, rounds }) : title;
      add(minutes, what, round === 1 ? does : t('pack-does-again'));
    }
  }
  add(debrief_minutes, t('debrief-title'), t('pack-does-debrief'));
  add(0, t('pack-end'), '');
  return found;
}

/** "0:08", or the time of day where the beginning is known. */
function when(at: number, begins: number | undefined) {
  if (begins !== undefined) return timeOfDay(begins + at * minute_ms);
  return `${Math.floor(at / 60)}:${String(at % 60).padStart(2, '0')}`;
}

interface RunningSheetProps {
  scenario: Scenario;
  preview: Preview;
  /** "09:50", or empty. */
  begins: string;
}

export const RunningSheet = ({ scenario, preview, begins }: RunningSheetProps) => {
  const start = nextTime(begins);
  const injects = Object.values(scenario.injects ?? {});
  return (
    <section class="sheet-of" aria-labelledby="pack-sheet">
      <h2 id="pack-sheet">{t('pack-sheet')}</h2>
      <p class="small muted">{t('pack-sheet-text', { joining: joining_minutes })}</p>
      <Scroll label={t('pack-sheet')}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('pack-at')}</th>
              <th scope="col">{t('pack-what')}</th>
              <th scope="col" class="number">
                {t('pack-lasts')}
              </th>
              <th scope="col">{t('pack-does')}</th>
            </tr>
          </thead>
          <tbody>
            {rows(scenario, preview).map((row) => (
              <tr key={row.at + row.what}>
                <td class="figures">{when(row.at, start)}</td>
                <th scope="row">{row.what}</th>
                <td class="number">{row.minutes > 0 ? row.minutes : ''}</td>
                <td>{row.does}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {injects.length > 0 && (
        <>
          <h3>{t('pack-injects')}</h3>
          <ul>
            {injects.map((inject) => (
              <li key={inject.title}>
                <strong>{inject.title}</strong>{' '}
                <small class="muted">
                  {t(inject.automatic ? 'pack-inject-automatic' : 'pack-inject-by-hand')}
                </small>
                <br />
                {inject.text}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
