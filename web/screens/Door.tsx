import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask } from '../connection';
import {
  createKey,
  forgetPlace,
  newToken,
  type Place,
  places,
  remember,
  takeCreateKey,
} from '../identity';
import { t } from '../locale';
import { tongue } from '../locale/tongue';
import type { ScenarioCard, ServerInfo } from '../methods';
import { tellRefusal } from '../parts/announce';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { Field } from '../parts/Field';
import { LanguageMenu } from '../parts/LanguageMenu';
import { Masthead } from '../parts/Masthead';
import { go } from '../routes';
import { OpenGames } from './lobby/OpenGames';
import { RunForm } from './run/Run';

const info = signal<ServerInfo | null>(null);
const scenarios = signal<ScenarioCard[] | null>(null);

async function load() {
  try {
    const [server, playable] = await Promise.all([
      ask('server.info', {}),
      ask('scenario.list', {}),
    ]);
    info.value = server;
    scenarios.value = playable.scenarios;
  } catch (error) {
    tellRefusal(error);
  }
}

/** The way in: join by code, play at once, or run an exercise. */
export const Door = ({ code }: { code: string }) => {
  useEffect(() => {
    takeCreateKey();
    void load();
    document.title = t('entente');
  }, [tongue.value.language]);
  return (
    <>
      {code && (
        <Masthead>
          <LanguageMenu />
        </Masthead>
      )}
      <main class="page door">
        {!code && <LanguageMenu />}
        <h1 class={code ? 'spoken' : 'title'}>{t('entente')}</h1>
        {!code && <p class="lede">{t('door-lede')}</p>}
        {!code && <Back />}
        <div class={code ? 'ways one' : 'ways'}>
          <Join key={code} code={code} />
          {!code && scenarios.value && <PlayNow playable={scenarios.value} />}
        </div>
        {!code && scenarios.value && info.value && (
          <Run playable={scenarios.value} needsKey={info.value.create_key} />
        )}
        {!code && <OpenGames join={join} />}
        {!code && info.value && (
          <p class="muted small kept">{t('door-kept', { days: info.value.keep_days ?? 0 })}</p>
        )}
      </main>
    </>
  );
};

const Back = () => {
  const [leaving, setLeaving] = useState<Place | null>(null);
  if (places.value.length === 0) return null;
  return (
    <section class="back" aria-labelledby="back-title">
      <h2 id="back-title">{t('door-back-title')}</h2>
      <ul class="plain">
        {places.value.map((place) => (
          <li key={place.exercise}>
            <a
              class="alone"
              href={`/${place.kind === 'control' ? 'control' : 't'}/${place.exercise}`}
            >
              {place.title}
            </a>
            <span class="muted">
              {place.kind === 'control'
                ? t('door-back-as-control')
                : t('door-back-as-seat', { name: place.name })}
            </span>
            <button
              type="button"
              class="link"
              aria-label={t('door-back-forget-label', { title: place.title })}
              onClick={() => setLeaving(place)}
            >
              {t('door-back-forget')}
            </button>
          </li>
        ))}
      </ul>
      {leaving && (
        <Dialog
          title={t('door-back-forget-ask', { title: leaving.title })}
          onClose={() => setLeaving(null)}
          actions={
            <Button
              look="grave"
              onPress={() => {
                forgetPlace(leaving.exercise);
                setLeaving(null);
              }}
            >
              {t('door-back-forget')}
            </Button>
          }
        >
          <p>
            {t(
              leaving.kind === 'control'
                ? 'door-back-forget-control-text'
                : 'door-back-forget-text',
            )}
          </p>
        </Dialog>
      )}
    </section>
  );
};

/** Takes a seat by code. The token is made once a code, so that pressing twice is joining once. */
async function join(code: string, name: string) {
  const pending = `entente.joining.${code}`;
  const token = sessionStorage.getItem(pending) ?? newToken();
  sessionStorage.setItem(pending, token);
  await ask('exercise.join', { code, name, token });
  const { exercise } = await ask('attach', {}, token);
  sessionStorage.removeItem(pending);
  enter({ exercise: exercise.id, token, kind: 'seat', title: exercise.name, name, code });
}

function enter(place: Omit<Place, 'at' | 'title'> & { title?: string }) {
  remember({ ...place, title: place.title || place.code, at: Date.now() });
  go(`/${place.kind === 'control' ? 'control' : 't'}/${place.exercise}`);
}

const Join = ({ code: given }: { code: string }) => {
  const [code, setCode] = useState(given.toUpperCase());
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState(false);
  const codeInput = useRef<HTMLInputElement>(null);
  const submit = async () => {
    if (!/^[A-Z0-9]{6}$/.test(code)) {
      setWrong(true);
      codeInput.current?.focus();
      return;
    }
    await join(code, name.trim());
  };
  return (
    <section class="way card" aria-labelledby="join-title">
      <h2 id="join-title">{t('join-title')}</h2>
      <p class="muted">{t('join-text')}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit().catch(tellRefusal);
        }}
      >
        <Field label={t('join-code')} hint={wrong ? t('join-code-wrong') : undefined}>
          <input
            ref={codeInput}
            class="code"
            name="code"
            value={code}
            aria-invalid={wrong || undefined}
            autocomplete="off"
            autocapitalize="characters"
            spellcheck={false}
            maxLength={9}
            required
            onInput={(event) => {
              setCode(event.currentTarget.value.toUpperCase().replace(/[^A-Z0-9]/g, ''));
              setWrong(false);
            }}
          />
        </Field>
        <Field label={t('join-name')} hint={t('join-name-hint')}>
          <input
            name="name"
            value={name}
            autocomplete="name"
            maxLength={60}
            required
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
        <button type="submit" class="main">
          {t('join-do')}
        </button>
      </form>
    </section>
  );
};

/** The shortest scenario is the one to begin with. */
const first = (playable: ScenarioCard[]) =>
  [...playable].sort((a, b) => a.minutes - b.minutes || (a.id < b.id ? -1 : 1))[0];

const PlayNow = ({ playable }: { playable: ScenarioCard[] }) => {
  const tutorial = first(playable);
  const [scenario, setScenario] = useState(tutorial?.id ?? '');
  const [party, setParty] = useState('');
  const [name, setName] = useState('');
  const chosen = playable.find((card) => card.id === scenario);
  if (!chosen) return null;
  const play = async () => {
    const token = newToken();
    const called = name.trim() || t('play-name-default');
    const answer = await ask('play.now', {
      scenario,
      ...(party && { party }),
      name: called,
      token,
    });
    const { exercise, code } = answer;
    const guided = scenario === tutorial?.id;
    enter({ exercise, token, kind: 'seat', title: chosen.title, name: called, code, guided });
  };
  return (
    <section class="way card" aria-labelledby="play-title">
      <h2 id="play-title">{t('play-title')}</h2>
      <p class="muted">{t('play-text')}</p>
      <div class="row">
        <Button look="main" onPress={play}>
          {t('play-do', { title: chosen.title })}
        </Button>
        <small class="muted">{t('play-do-minutes', { minutes: chosen.minutes })}</small>
      </div>
      <details>
        <summary>{t('play-other')}</summary>
        <Field label={t('play-scenario')}>
          <select
            value={scenario}
            onChange={(event) => {
              setScenario(event.currentTarget.value);
              setParty('');
            }}
          >
            {playable.map((card) => (
              <option key={card.id} value={card.id}>
                {card.title}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('play-party')}>
          <select value={party} onChange={(event) => setParty(event.currentTarget.value)}>
            <option value="">{t('play-party-any')}</option>
            {Object.entries(chosen.parties).map(([id, { name: called }]) => (
              <option key={id} value={id}>
                {called}
              </option>
            ))}
          </select>
        </Field>
        <Field label={t('play-name')}>
          <input
            value={name}
            maxLength={60}
            placeholder={t('play-name-default')}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </Field>
      </details>
    </section>
  );
};

const Run = ({ playable, needsKey }: { playable: ScenarioCard[]; needsKey: boolean }) => {
  const [open, setOpen] = useState(false);
  return (
    <section class="run card" aria-labelledby="run-title">
      <h2 id="run-title">{t('run-title')}</h2>
      <p class="muted">{t('run-text')}</p>
      {playable.length === 0 && <p>{t('no-scenarios')}</p>}
      {open ? (
        <RunForm
          playable={playable}
          needsKey={needsKey}
          knownKey={createKey()}
          onCreated={(place) => enter({ ...place, kind: 'control', name: '' })}
        />
      ) : (
        playable.length > 0 && (
          <div class="row">
            <button type="button" class="quiet" onClick={() => setOpen(true)}>
              {t('run-open')}
            </button>
            <a class="alone" href="/test">
              {t('test-title')}
            </a>
          </div>
        )
      )}
    </section>
  );
};
