import { send } from '../connection';
import { dayOf, list, t, timeOfDay } from '../locale';
import { Button } from '../parts/Button';
import { CalendarButton } from '../parts/calendar';
import { LanguageMenu } from '../parts/LanguageMenu';
import { Leave } from '../parts/Leave';
import { Markdown } from '../parts/Markdown';
import { Masthead } from '../parts/Masthead';
import { PartyBadge } from '../parts/PartyBadge';
import { exercise, me, mySeat, presence, scenario, view } from '../store';
import { Places } from './hall/Places';

/** A participant before the start: who am I, with whom, and what is there to read. */
export const Waiting = () => {
  const who = me.value;
  const party = scenario.value?.parties[who?.party ?? ''];
  document.title = who?.exercise.name ?? t('hall-title');
  return (
    <>
      <Masthead title={who?.exercise.name ?? t('hall-title')}>
        {view.value && <span>{view.value.table.name}</span>}
        <LanguageMenu />
      </Masthead>
      <main class="page waiting">
        <p class="eyebrow">{t('hall-you-are-in', { name: who?.name ?? '' })}</p>
        {party ? (
          <>
            <h2 class="delegation">
              <span class="muted">{t('hall-you-are')}</span> <PartyBadge party={party} full />
            </h2>
            {mySeat.value && <p>{t(`hall-your-role-${mySeat.value.role}`)}</p>}
            <p class="muted">
              <Fellows />
            </p>
            {who?.exercise.listed ? <Listed /> : <p>{t('hall-wait')}</p>}
            {who?.exercise.grouping === 'choice' && (
              <Button look="link" onPress={() => send('seat.choose', {})}>
                {t('places-again')}
              </Button>
            )}
            <Briefings />
          </>
        ) : (
          <WithoutSeat />
        )}
        <p>
          <Leave />
        </p>
      </main>
    </>
  );
};

const WithoutSeat = () => {
  const places = exercise.value?.places;
  return (
    <>
      <h2>{t(places ? 'places-title' : 'hall-no-seat')}</h2>
      <p class="muted">{t('hall-count', { people: exercise.value?.hall?.people ?? 1 })}.</p>
      {places && <Places places={places} />}
    </>
  );
};

const Fellows = () => {
  const seats = view.value?.parties[me.value?.party ?? '']?.seats ?? {};
  const names = Object.keys(seats)
    .filter((seat) => seat !== me.value?.seat)
    .flatMap((seat) => presence.value[seat]?.name ?? []);
  return <>{names.length > 0 ? t('hall-together', { names: list(names) }) : t('hall-alone')}</>;
};

/** An open game begins by itself, or not at all. */
const Listed = () => {
  const { listed, id, name = '' } = me.value?.exercise ?? {};
  if (!listed) return null;
  if (listed.called_off) return <p role="status">{t('listed-called-off')}</p>;
  const at = listed.starts_at;
  if (at === undefined) return <p>{t('listed-waits', { people: listed.people_min })}</p>;
  const when = { day: dayOf(at), time: timeOfDay(at) };
  return (
    <p>
      {t('listed-at', { ...when, people: listed.people_min })}{' '}
      <CalendarButton
        of={{
          id: `${id}`,
          title: name,
          at,
          minutes: scenario.value?.minutes ?? 0,
          link: location.href,
        }}
      />
    </p>
  );
};

const Briefings = () => {
  const { common, own } = scenario.value?.briefings ?? {};
  return (
    <>
      {common && (
        <details>
          <summary>{t('hall-briefing-common')}</summary>
          <Markdown text={common} level={3} lang={scenario.value?.language} />
        </details>
      )}
      {own && (
        <details open>
          <summary>{t('hall-briefing-own')}</summary>
          <Markdown text={own} level={3} lang={scenario.value?.language} />
        </details>
      )}
    </>
  );
};
