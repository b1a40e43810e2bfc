// In which language this page speaks: as its address says (?lang=fr, for this tab), else as was chosen on this device, else the first of
// the browser's languages that there is. English is always here; another is fetched when it is first spoken.

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { signal } from '@preact/signals';
import words from './en/*.ftl';

export interface Tongue {
  language: string;
  /** How numbers, days and lists are written. */
  locale: string;
  direction: 'ltr' | 'rtl';
  bundle: FluentBundle;
  /** A sentence as it is shown. */
  dressed: (text: string) => string;
}

type Wish = Partial<Pick<Tongue, 'locale' | 'direction' | 'dressed'>> & {
  letters?: (text: string) => string;
};

function tongueOf(language: string, text: string, wish: Wish = {}): Tongue {
  const { locale = language, direction = 'ltr', dressed = (said) => said, letters } = wish;
  const bundle = new FluentBundle(locale, {
    useIsolating: direction === 'rtl',
    ...(letters && { transform: letters }),
  });
  for (const error of bundle.addResource(new FluentResource(text))) console.error(error);
  return { language, locale, direction, bundle, dressed };
}

export const english = tongueOf('en', words);
export const tongue = signal(english);

/** Those that can be chosen, as their speakers call them. */
export const languages: Record<string, string> = {
  en: 'English',
  fr: 'Français',
  uk: 'Українська',
};

/** English drawn out, in brackets and with strange letters: what is left plain on a screen did not come from here. */
const pseudo = (language: string, direction: Tongue['direction']) => () =>
  import('./pseudo').then(({ dressed, letters, mirrored }) =>
    tongueOf(language, words, {
      locale: 'en',
      direction,
      dressed,
      letters: direction === 'rtl' ? mirrored : letters,
    }),
  );

const others: Record<string, () => Promise<Tongue>> = {
  fr: () => import('./fr').then((module) => tongueOf('fr', module.default)),
  uk: () => import('./uk').then((module) => tongueOf('uk', module.default)),
  'qps-ploc': pseudo('qps-ploc', 'ltr'),
  'qps-plocm': pseudo('qps-plocm', 'rtl'),
};

const kept = 'entente.language';

function wished(): string {
  let chosen: (string | null)[] = [];
  try {
    const asked = new URLSearchParams(location.search).get('lang');
    if (asked) sessionStorage.setItem(kept, asked);
    chosen = [asked, sessionStorage.getItem(kept), localStorage.getItem(kept)];
  } catch {
    // A browser that keeps nothing is asked what it speaks.
  }
  const known = chosen.find((language) => language === 'en' || (language && others[language]));
  const spoken = navigator.languages.map((language) => language.split('-')[0] ?? '');
  return known ?? spoken.find((language) => languages[language]) ?? 'en';
}

async function speak(language: string) {
  const load = others[language];
  const spoken = load ? await load() : english;
  document.documentElement.lang = spoken.language;
  document.documentElement.dir = spoken.direction;
  tongue.value = spoken;
}

/** Before anything is shown. Where the language can't be fetched, the page is in English. */
export const begin = () => speak(wished()).catch(console.error);

/** From now on, and whenever this device comes back. */
export async function choose(language: string) {
  await speak(language);
  try {
    sessionStorage.removeItem(kept);
    localStorage.setItem(kept, language);
  } catch {
    // Then it lasts until the page is closed.
  }
}
