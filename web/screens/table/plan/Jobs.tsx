import { t } from '../../../locale';
import { tellRefusal } from '../../../parts/announce';
import { me, mySeat, presence } from '../../../store';
import type { Job } from '../../../view';
import type { Frame } from './frame';
import { jobs, jobsOf, save } from './state';

/** Who looks after what. The head gives the jobs; until then they are shared out in turn. */
export const Jobs = ({ seen, us, fixed }: Frame) => {
  const given = jobsOf(seen, us);
  const seats = Object.keys(given);
  if (seats.length === 0) return null;
  const gives = mySeat.value?.role === 'head' && !fixed;
  return (
    <section class="card" aria-labelledby="plan-jobs">
      <h3 id="plan-jobs">{t('jobs-title')}</h3>
      <ul class="plain jobs">
        {seats.map((seat) => {
          const name = presence.value[seat]?.name ?? t('empty-seat');
          const job = given[seat] ?? 'numbers';
          return (
            <li key={seat}>
              <span>
                {name}
                {seat === me.value?.seat && <small class="muted"> {t('job-you')}</small>}
              </span>
              {gives ? (
                <select
                  aria-label={t('job-of', { name })}
                  value={job}
                  onChange={(event) =>
                    save({ jobs: { [seat]: event.currentTarget.value as Job } }).catch(tellRefusal)
                  }
                >
                  {jobs.map((id) => (
                    <option key={id} value={id}>
                      {t(`job-${id}`)}
                    </option>
                  ))}
                </select>
              ) : (
                <b>{t(`job-${job}`)}</b>
              )}
              <small class="muted">{t(`job-${job}-does`)}</small>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
