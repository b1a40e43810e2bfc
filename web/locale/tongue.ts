// In which language this page speaks: as its address says (?lang=fr, for this tab), else as was chosen on this device, else the first of
// the browser's languages that there is. The words of the Door come first; all others with the first screen behind it. Of English
// the Door's words are always here.

import { FluentBundle, FluentResource } from '@fluent/bundle';
import { signal } from '@preact/signals';
import first from './en/first/*.ftl';

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

type Text = Promise<{ default: string }>;
/** Where the words of a language are. */
interface Source {
  first: () => Text;
  rest: () => Text;
  wish?: () => Promise<Wish>;
}

function tongueOf(language: string, text: string, wish: Wish = {}): Tongue {
  const { locale = language, direction = 'ltr', dressed = (said) => said, letters } = wish;
  const bundle = new FluentBundle(locale, {
    useIsolating: direction === 'rtl',
    ...(letters && { transform: letters }),
  });
  for (const error of bundle.addResource(new FluentResource(text))) console.error(error);
  return { language, locale, direction, bundle, dressed };
}

export const tongue = signal(tongueOf('en', first));

/** Those that can be chosen, as their speakers call them. */
export const languages: Record<string, string> = {
  en: 'English',
  fr: 'Français',
  uk: 'Українська',
};

const english: Source = {
  first: () => Promise.resolve({ default: first }),
  rest: () => import('./en'),
};
/** English drawn out, in brackets and with strange letters: what is left plain on a screen did not come from here. */
const pseudo = (direction: Tongue['direction']): Source => ({
  ...english,
  wish: () =>
    import('./pseudo').then(({ dressed, letters, mirrored }) => ({
      locale: 'en',
      direction,
      dressed,
      letters: direction === 'rtl' ? mirrored : letters,
    })),
});

const sources: Record<string, Source> = {
  en: english,
  fr: { first: () => import('./fr/first'), rest: () => import('./fr') },
  uk: { first: () => import('./uk/first'), rest: () => import('./uk') },
  'qps-ploc': pseudo('ltr'),
  'qps-plocm': pseudo('rtl'),
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
  const known = chosen.find((language) => language && sources[language]);
  const spoken = navigator.languages.map((language) => language.split('-')[0] ?? '');
  return known ?? spoken.find((language) => languages[language]) ?? 'en';
}

/** The words behind the Door, once any of it was asked for. */
let whole: Promise<void> | null = null;

async function speak(language: string, all = whole !== null) {
  const source = sources[language] ?? english;
  const [wish, ...texts] = await Promise.all([
    source.wish?.(),
    source.first(),
    ...(all ? [source.rest()] : []),
  ]);
  const spoken = tongueOf(language, texts.map((text) => text.default).join('\n'), wish);
  document.documentElement.lang = spoken.locale;
  document.documentElement.dir = spoken.direction;
  tongue.value = spoken;
}

/** Done when the words of what lies behind the Door are here: before any of it is shown. What could not be fetched is asked for again. */
export function beginWhole(): Promise<void> {
  whole ??= speak(tongue.value.language, true).catch((error) => {
    whole = null;
    throw error;
  });
  return whole;
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
