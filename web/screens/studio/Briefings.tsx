import { t } from '../../locale';
import { Markdown } from '../../parts/Markdown';
import { PartyBadge } from '../../parts/PartyBadge';
import type { Scenario } from '../../view';
import { items, part, words } from './document';

/** What everybody reads, what each party alone reads, its first moves and its orders, and what the facilitator reads. */
export const Briefings = ({ rules }: { rules: Scenario }) => (
  <section id="briefings" aria-labelledby="briefings-title">
    <h2 id="briefings-title">{t('studio-place-briefings')}</h2>
    <div class="studio-columns">
      <section class="card" aria-label={t('studio-for-all')}>
        <p class="small muted">{t('studio-for-all')}</p>
        <Markdown text={rules.briefings?.common ?? ''} level={3} />
      </section>
      {Object.entries(rules.parties).map(([id, party]) => (
        <section key={id} class="card" aria-label={t('studio-briefing-of', { party: party.name })}>
          <p class="small">
            <PartyBadge party={party} full />
          </p>
          <Markdown text={rules.briefings?.parties?.[id] ?? ''} level={3} />
          <Moves party={id} />
          <Orders party={id} />
        </section>
      ))}
      {rules.teaching && (
        <section class="card" aria-label={t('studio-for-control')}>
          <p class="small muted">{t('studio-for-control')}</p>
          <Markdown text={rules.teaching} level={3} />
        </section>
      )}
    </div>
  </section>
);

const Moves = ({ party }: { party: string }) => {
  const moves = items(part('first_moves')[party]);
  if (moves.length === 0) return null;
  return (
    <>
      <h4>{t('first-moves')}</h4>
      <ul>
        {moves.map((move) => (
          <li key={words(move.title)}>
            <b>{words(move.title)}</b> {words(move.text)}
          </li>
        ))}
      </ul>
    </>
  );
};

const Orders = ({ party }: { party: string }) => {
  const orders = items(part('instructions')[party]);
  if (orders.length === 0) return null;
  return (
    <>
      <h4>{t('mandate')}</h4>
      <ul>
        {orders.map((order) => (
          <li key={words(order.that)}>
            {words(order.else)} <code>{words(order.that)}</code>
          </li>
        ))}
      </ul>
    </>
  );
};
