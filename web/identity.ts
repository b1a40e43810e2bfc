// Who this browser is, in which exercise. A token is a capability: it is made here, kept on the device, and never shown.
// A page opened by its own link stays that person, whoever else this browser may be.

import { signal } from '@preact/signals';

export interface Place {
  exercise: string;
  token: string;
  kind: 'seat' | 'control';
  title: string;
  name: string;
  code: string;
  at: number;
  /** A first game: the guide stands beside the card on top. */
  guided?: boolean;
}

const list = 'entente.places';
const kept_most = 20;

function read(): Place[] {
  try {
    const places: unknown = JSON.parse(localStorage.getItem(list) ?? '[]');
    return Array.isArray(places) ? (places as Place[]) : [];
  } catch {
    return [];
  }
}

export const places = signal<Place[]>(read());

/** 192 random bits, base64url: 32 characters. */
export function newToken() {
  const bytes = crypto.getRandomValues(new Uint8Array(24));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_');
}

export function remember(place: Place) {
  const others = read().filter((known) => known.exercise !== place.exercise);
  places.value = [place, ...others].slice(0, kept_most);
  try {
    sessionStorage.setItem(`entente.token.${place.exercise}`, place.token);
    localStorage.setItem(list, JSON.stringify(places.value));
  } catch {
    // A browser that keeps nothing still plays until the page is closed.
  }
}

export function keepGuided(exercise: string, guided: boolean) {
  const place = places.value.find((known) => known.exercise === exercise);
  if (place) remember({ ...place, guided });
}

export function forgetPlace(exercise: string) {
  places.value = read().filter((known) => known.exercise !== exercise);
  try {
    sessionStorage.removeItem(`entente.token.${exercise}`);
    localStorage.removeItem(`entente.notes.${exercise}`);
    localStorage.setItem(list, JSON.stringify(places.value));
  } catch {
    // Nothing was kept.
  }
}

/** This tab's own person first, then this device's. */
export function tokenFor(exercise: string): string | null {
  let own: string | null = null;
  try {
    own = sessionStorage.getItem(`entente.token.${exercise}`);
  } catch {
    // As above.
  }
  return own ?? places.value.find((place) => place.exercise === exercise)?.token ?? null;
}

/** A link carries its token behind the #, which no server and no log sees; it leaves the address bar at once. */
export function takeLinkToken(exercise: string): string | null {
  const token = /^#([\w-]{22,64})$/.exec(location.hash)?.[1];
  if (!token) return null;
  history.replaceState(null, '', location.pathname + location.search);
  try {
    sessionStorage.setItem(`entente.token.${exercise}`, token);
  } catch {
    // As above.
  }
  return token;
}

const keyPlace = 'entente.create_key';

/** The operator's key for creating exercises: given once as /?key=…, remembered on this device. */
export function createKey(): string {
  try {
    return localStorage.getItem(keyPlace) ?? '';
  } catch {
    return '';
  }
}
export function keepCreateKey(key: string) {
  try {
    localStorage.setItem(keyPlace, key);
  } catch {
    // As above.
  }
}
/** From the address bar, which it leaves at once. */
export function takeCreateKey() {
  const key = new URLSearchParams(location.search).get('key');
  if (!key) return;
  keepCreateKey(key);
  history.replaceState(null, '', location.pathname);
}
