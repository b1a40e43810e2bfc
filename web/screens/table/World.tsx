import { t, timeOfDay } from '../../locale';
import { clauseName, clauseProse, clauseTitle, saidIn } from '../../parts/treaty';
import { scenario, view } from '../../store';
import type { Scenario, View } from '../../view';
import { Figures } from './Figures';
import { MapView } from './MapView';
import { Minutes } from './Minutes';
import { to } from './place';
import { textTitle } from './words';

export const World = () => {
  const rules = scenario.value;
  const seen = view.value;
  if (!rules || !seen) return null;
  return (
    <>
      <h2>{t('world-title')}</h2>
      <News seen={seen} />
      {rules.regions && Object.keys(rules.regions).length > 0 && (
        <MapView rules={rules} seen={seen} />
      )}
      <Settled rules={rules} seen={seen} />
      <Figures rules={rules} seen={seen} />
      <Minutes rules={rules} seen={seen} />
    </>
  );
};

const News = ({ seen }: { seen: View }) => {
  const news = [...(seen.news ?? [])].reverse();
  if (news.length === 0) return null;
  return (
    <section aria-labelledby="news">
      <h3 id="news">{t('news')}</h3>
      {news.map((item) => (
        <article key={`${item.at} ${item.title}`} class="card news">
          <h4>{saidIn(item, 'title')}</h4>
          <p>{saidIn(item, 'text')}</p>
          <p class="small muted">{timeOfDay(item.at)}</p>
        </article>
      ))}
    </section>
  );
};

/** Everything agreed that counts now, whichever text it stands in. */
const Settled = ({ rules, seen }: { rules: Scenario; seen: View }) => {
  const settled = Object.entries(seen.settled ?? {});
  return (
    <section aria-labelledby="settled">
      <h3 id="settled">{t('settled')}</h3>
      {settled.length === 0 ? (
        <p class="muted">{t('settled-none')}</p>
      ) : (
        <ul class="plain settled">
          {settled.map(([key, { instrument, terms }]) => {
            const clause = { ...clauseName(key), terms };
            return (
              <li key={key} class="card">
                <h4>{clauseTitle(rules, clause)}</h4>
                <p class="treaty">{clauseProse(rules, clause)}</p>
                <p class="small">
                  <a href={to('texts', instrument)}>{textTitle(rules, seen, instrument)}</a>
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
