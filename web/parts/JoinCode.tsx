import { signal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { encode } from 'uqr';
import { ask } from '../connection';
import { t } from '../locale';

/** Where others reach this server, once it was looked for. */
export const address = signal('');

/** A machine's name for itself, which leads every other one astray. */
export const isLoopback = (host: string) =>
  host === 'localhost' || host === '[::1]' || /^127\./.test(host);

/** Where others reach this server: as we did, unless that is this machine's own name for itself. */
export async function findAddress() {
  address.value ||= location.origin;
  if (!isLoopback(location.hostname)) return;
  const info = await ask('server.info', {});
  if (info.address) address.value = info.address;
}

const border = 2;

/** A QR code as one path of dark modules. */
export const Qr = ({ text, label }: { text: string; label: string }) => {
  const { size, path } = useMemo(() => {
    const { data, size } = encode(text, { ecc: 'M', border });
    const rows = data.map((row, y) =>
      row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : '')).join(''),
    );
    return { size, path: rows.join('') };
  }, [text]);
  return (
    <svg
      class="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shape-rendering="crispEdges"
    >
      <title>{label}</title>
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
};

/** The code to join by, to be read from the back of a room. */
export const JoinCode = ({ code }: { code: string }) => {
  useEffect(() => {
    findAddress().catch(() => undefined);
  }, []);
  const link = `${address.value}/join/${code}`;
  return (
    <div class="join-code">
      <Qr text={link} label={t('hall-qr')} />
      <div>
        <p class="where">
          {t('hall-where', { address: address.value.replace(/^https?:\/\//, '') })}
        </p>
        <p class="code-big">
          <span class="spoken">{t('hall-code')} </span>
          {code}
        </p>
      </div>
    </div>
  );
};
