import { t, timeOfDay } from '../../locale';
import { Button } from '../../parts/Button';
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
  const mapped = Object.keys(rules.regions ?? {}).length > 0;
  return (
    <div class="world">
      <div class="place-head">
        <h2>{t('world-title')}</h2>
        <Jumps mapped={mapped} />
      </div>
      <News seen={seen} />
      {mapped && <MapView rules={rules} seen={seen} />}
      <Settled rules={rules} seen={seen} />
      <Figures rules={rules} seen={seen} />
      <Minutes rules={rules} seen={seen} />
    </div>
  );
};

/** Straight to a part of a long page. */
const Jumps = ({ mapped }: { mapped: boolean }) => (
  <nav class="jumps small" aria-label={t('world-parts')}>
    {[...(mapped ? ['map-title'] : []), 'settled', 'figures', 'minutes'].map((part) => (
      <Button
        key={part}
        look="link"
        onPress={() => {
          const heading = document.getElementById(part);
          heading?.setAttribute('tabindex', '-1');
          heading?.focus({ preventScroll: true });
          heading?.scrollIntoView({ block: 'start' });
        }}
      >
        {t(part)}
      </Button>
    ))}
  </nav>
);

const News = ({ seen }: { seen: View }) => {
  const news = [...(seen.news ?? [])].reverse();
  const [first, ...others] = news;
  if (!first) return null;
  return (
    <section aria-labelledby="news" class="news-section">
      <h3 id="news">{t('news')}</h3>
      <Item item={first} />
      {others.length > 0 && (
        <details>
          <summary>{t('news-earlier', { count: others.length })}</summary>
          {others.map((item) => (
            <Item key={`${item.at} ${item.title}`} item={item} />
          ))}
        </details>
      )}
    </section>
  );
};

const Item = ({ item }: { item: NonNullable<View['news']>[number] }) => (
  <article class="news">
    <h4>{saidIn(item, 'title')}</h4>
    <p class="treaty">{saidIn(item, 'text')}</p>
    <p class="small muted figures">{timeOfDay(item.at)}</p>
  </article>
);

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
              <li key={key}>
                <h4>{clauseTitle(rules, clause)}</h4>
                <p class="treaty">{clauseProse(rules, clause)}</p>
                <p class="small">
                  <a class="alone" href={to('texts', instrument)}>
                    {textTitle(rules, seen, instrument)}
                  </a>
                </p>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
};
