// Before a class: the network, the way for phones, many at once, the projector. It ends in one sentence.

import { signal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../connection';
import { newToken } from '../../identity';
import { list, t } from '../../locale';
import type { Device } from '../../methods';
import { Choice } from '../../parts/Choice';
import { address, findAddress, isLoopback, Qr } from '../../parts/JoinCode';
import { LanguageMenu } from '../../parts/LanguageMenu';
import { Masthead } from '../../parts/Masthead';
import { hello, many, manySockets, type Network, network, slow_ms } from './checks';
import './test.css';

const look_ms = 700;
const sizes = ['small', 'middle', 'large', 'huge', 'none'] as const;
type Size = (typeof sizes)[number];

/** undefined: not known yet. */
const net = signal<Network | undefined>(undefined);
const answered = signal<number | undefined>(undefined);
const devices = signal<Device[]>([]);
const readable = signal<Size | undefined>(undefined);

async function check() {
  net.value = answered.value = undefined;
  net.value = await network();
  if (net.value.socket) answered.value = await many();
}

const phonesAstray = () => address.value !== '' && isLoopback(new URL(address.value).hostname);

/** What there is to mend, the worst first, each a part of a sentence. */
function faults(): string[] {
  const found: string[] = [];
  if (net.value?.trip_ms === null) found.push(t('test-fault-server'));
  if (phonesAstray()) found.push(t('test-fault-address'));
  if (answered.value !== undefined && answered.value < manySockets) {
    found.push(t('test-fault-many', { answered: answered.value, all: manySockets }));
  }
  if ((net.value?.trip_ms ?? 0) > slow_ms) found.push(t('test-fault-slow'));
  if (readable.value === 'none') found.push(t('test-fault-projector'));
  return found;
}

export const TestRoom = () => {
  const [room] = useState(newToken);
  useEffect(() => {
    document.title = t('test-title');
    findAddress().catch(() => undefined);
    void check();
    const looking = setInterval(() => {
      ask('room.look', { room })
        .then((seen) => {
          devices.value = seen.devices;
        })
        .catch(() => undefined);
    }, look_ms);
    return () => clearInterval(looking);
  }, [room]);
  return (
    <>
      <Masthead title={t('test-title')}>
        <LanguageMenu />
      </Masthead>
      <main class="page test-room">
        <Verdict />
        <ol class="plain checks">
          <NetworkCheck />
          <ManyCheck />
          <PhoneCheck room={room} />
          <ProjectorCheck />
          <Check title={t('test-sound')} state="good">
            <p>{t('test-sound-text')}</p>
          </Check>
        </ol>
        <button type="button" class="quiet" onClick={() => void check()}>
          {t('test-again')}
        </button>
      </main>
    </>
  );
};

const Verdict = () => {
  const found = faults();
  const waiting = net.value === undefined || (net.value.socket && answered.value === undefined);
  const words = waiting
    ? t('test-verdict-waiting')
    : found.length > 0
      ? t('test-verdict-mend', { faults: list(found) })
      : devices.value.length === 0
        ? t('test-verdict-phone')
        : t('test-verdict-ready');
  return (
    <p class="verdict" role="status">
      {words}
    </p>
  );
};

interface CheckProps {
  title: string;
  state: 'good' | 'bad' | 'open';
  children: preact.ComponentChildren;
}

const Check = ({ title, state, children }: CheckProps) => (
  <li class="card">
    <h2>
      {title} <span class={`state ${state}`}>{t(`test-state-${state}`)}</span>
    </h2>
    {children}
  </li>
);

const NetworkCheck = () => {
  const found = net.value;
  const state = !found
    ? 'open'
    : found.trip_ms !== null && found.trip_ms <= slow_ms
      ? 'good'
      : 'bad';
  return (
    <Check title={t('test-network')} state={state}>
      {!found && <p>{t('test-network-waiting')}</p>}
      {found?.trip_ms === null && <p>{t('test-network-none')}</p>}
      {found && found.trip_ms !== null && (
        <p>
          {t('test-network-trip', { ms: found.trip_ms })}{' '}
          {t(found.socket ? 'test-network-socket' : 'test-network-blocked')}
        </p>
      )}
    </Check>
  );
};

const ManyCheck = () => {
  const count = answered.value;
  const blocked = net.value?.socket === false;
  const state = count === undefined ? 'open' : count === manySockets ? 'good' : 'bad';
  return (
    <Check title={t('test-many', { all: manySockets })} state={state}>
      <p>
        {count === undefined
          ? t(blocked ? 'test-many-blocked' : 'test-many-waiting')
          : t('test-many-text', { answered: count, all: manySockets })}
      </p>
    </Check>
  );
};

const PhoneCheck = ({ room }: { room: string }) => {
  const link = `${address.value}/test/phone#${room}`;
  const seen = devices.value;
  const state = phonesAstray() ? 'bad' : seen.length > 0 ? 'good' : 'open';
  return (
    <Check title={t('test-phone')} state={state}>
      {phonesAstray() && <p>{t('test-phone-astray', { address: address.value })}</p>}
      <div class="join-code">
        {address.value && !phonesAstray() && <Qr text={link} label={t('test-phone-qr')} />}
        <div>
          <p>{t('test-phone-text')}</p>
          <p class="small break">
            <a class="alone" href={link} target="_blank" rel="noreferrer">
              {link}
            </a>
          </p>
        </div>
      </div>
      <div role="status">
        {seen.length > 0 && <p>{t('test-phone-seen', { count: seen.length })}</p>}
        <ul class="devices">
          {seen.map((device, place) => (
            <li key={place}>
              {device.name}
              {!device.socket && ` ${t('test-phone-blocked')}`}
            </li>
          ))}
        </ul>
      </div>
    </Check>
  );
};

const ProjectorCheck = () => {
  const size = readable.value;
  const state = size === undefined ? 'open' : size === 'none' ? 'bad' : 'good';
  return (
    <Check title={t('test-projector')} state={state}>
      <p>{t('test-projector-text')}</p>
      <ul class="plain sheet">
        {sizes
          .filter((one) => one !== 'none')
          .map((one) => (
            <li key={one} class={one}>
              {t('test-projector-line', { size: t(`test-size-${one}`) })}
            </li>
          ))}
      </ul>
      <fieldset>
        <legend>{t('test-projector-ask')}</legend>
        {sizes.map((one) => (
          <Choice
            key={one}
            name="readable"
            text={t(`test-size-${one}`)}
            checked={size === one}
            onChoose={() => {
              readable.value = one;
            }}
          />
        ))}
      </fieldset>
      {size && <p>{t(`test-readable-${size}`)}</p>}
    </Check>
  );
};

/** What a phone shows that came by the code. */
export const TestPhone = () => {
  const [found, setFound] = useState<Device | 'lost' | undefined>();
  useEffect(() => {
    document.title = t('test-title');
    hello(location.hash.slice(1)).then(setFound, () => setFound('lost'));
  }, []);
  return (
    <>
      <Masthead title={t('test-title')} />
      <main class="page">
        <div role="status">
          <h2>
            {found === undefined
              ? t('loading')
              : t(found === 'lost' ? 'test-here-lost' : 'test-here')}
          </h2>
        </div>
        {found !== undefined && found !== 'lost' && (
          <>
            <p>{t('test-here-text', { device: found.name })}</p>
            {!found.socket && <p>{t('test-here-blocked')}</p>}
          </>
        )}
      </main>
    </>
  );
};
