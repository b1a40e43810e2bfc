// Games that strangers may join: when, how many of how many, and one click.

import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../connection';
import { dayOf, languageName, t, timeOfDay } from '../../locale';
import { tongue } from '../../locale/tongue';
import type { OpenGame } from '../../methods';
import { Button } from '../../parts/Button';
import { CalendarButton } from '../../parts/calendar';
import { Dialog } from '../../parts/Dialog';
import { Field } from '../../parts/Field';

const again_ms = 10_000;

/** "Begins on May 4 at 18:30", or what it waits for. */
function whenText({ running, starts_at, people_min, taken }: OpenGame) {
  if (running) return t('lobby-running');
  if (starts_at) return t('lobby-at', { day: dayOf(starts_at), time: timeOfDay(starts_at) });
  return t('lobby-waits', { missing: Math.max(1, people_min - taken) });
}

interface OpenGamesProps {
  join: (code: string, name: string) => Promise<void>;
}

export const OpenGames = ({ join }: OpenGamesProps) => {
  const [games, setGames] = useState<OpenGame[]>([]);
  const [joining, setJoining] = useState<OpenGame | null>(null);
  useEffect(() => {
    const look = () =>
      ask('lobby.list', {})
        .then((found) => setGames(found.games))
        .catch(() => undefined);
    void look();
    const looking = setInterval(look, again_ms);
    return () => clearInterval(looking);
  }, [tongue.value.language]);
  if (games.length === 0) return null;
  const sorted = [...games].sort((a, b) => (a.starts_at ?? 0) - (b.starts_at ?? 0));
  return (
    <section class="card open-games" aria-labelledby="lobby-title">
      <h2 id="lobby-title">{t('lobby-title')}</h2>
      <ul class="plain">
        {sorted.map((game) => (
          <li key={game.exercise}>
            <div>
              <h3>{game.name}</h3>
              <p>
                {whenText(game)} {t('lobby-taken', { taken: game.taken, seats: game.seats })}{' '}
                {game.bots && t('lobby-bots')}
              </p>
              <p class="small muted">
                {[
                  game.name === game.title ? '' : game.title,
                  languageName(game.language),
                  game.pace === 'async'
                    ? t('lobby-days')
                    : t('run-minutes', { minutes: game.minutes }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <div class="row">
              {game.starts_at && !game.running && (
                <CalendarButton
                  of={{
                    id: game.exercise,
                    title: game.name,
                    at: game.starts_at,
                    minutes: game.minutes,
                    link: `${location.origin}/join/${game.code}`,
                  }}
                />
              )}
              <Button
                label={t('lobby-join-label', { name: game.name })}
                onPress={() => setJoining(game)}
              >
                {t('lobby-join')}
              </Button>
            </div>
          </li>
        ))}
      </ul>
      {joining && <Joining game={joining} join={join} onClose={() => setJoining(null)} />}
    </section>
  );
};

const Joining = ({
  game,
  join,
  onClose,
}: OpenGamesProps & { game: OpenGame; onClose: () => void }) => {
  const [name, setName] = useState('');
  return (
    <Dialog
      title={t('lobby-join-ask', { name: game.name })}
      onClose={onClose}
      actions={
        <Button look="main" disabled={!name.trim()} onPress={() => join(game.code, name.trim())}>
          {t('lobby-join')}
        </Button>
      }
    >
      <p>{t('lobby-manners')}</p>
      <Field label={t('lobby-name')} hint={t('join-name-hint')}>
        <input
          value={name}
          maxLength={40}
          autocomplete="nickname"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </Field>
    </Dialog>
  );
};
