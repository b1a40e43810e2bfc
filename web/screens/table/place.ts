// Where we are at the table. It lives behind the # of the address, so that the phone's back button and a reload keep it.

import { computed, effect, signal } from '@preact/signals';

export const places = ['brief', 'plan', 'texts', 'talk', 'world', 'decide'] as const;
export type Place = (typeof places)[number];

const hash = signal(location.hash);
const follow = () => {
  hash.value = location.hash;
};
addEventListener('hashchange', follow);
addEventListener('popstate', follow);

const decoded = (step: string) => {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
};
const steps = computed(() => hash.value.slice(1).split('/').map(decoded));

const isPlace = (name: string | undefined): name is Place => places.includes(name as Place);

/** null: nothing chosen yet. */
export const place = computed<Place | null>(() => {
  const first = steps.value[0];
  return isPlace(first) ? first : null;
});

/** What is open within a place: the last thing that was, since Talk may stand beside another place. */
const opened = signal<{ main: { place: Place; within: string[] } | null; circle: string | null }>({
  main: null,
  circle: null,
});
effect(() => {
  const here = place.value;
  const within = steps.value.slice(1);
  const before = opened.peek();
  if (here === 'talk') opened.value = { ...before, circle: within[0] ?? null };
  else if (here) opened.value = { ...before, main: { place: here, within } };
});
export const main = computed(() => opened.value.main);
export const circleOpen = computed(() => opened.value.circle);

export const to = (name: Place, ...inside: string[]) =>
  `#${[name, ...inside.map(encodeURIComponent)].join('/')}`;

export function goTo(target: string) {
  location.hash = target;
}

const wide = matchMedia('(min-width: 68rem)');
/** Room for Talk beside the rest. */
export const desk = signal(wide.matches);
wide.addEventListener('change', () => {
  desk.value = wide.matches;
});

/** The article, and the term of it, that somebody just asked to change: what opens next shows it. */
export const asked: { value: { article: string; term: string | null } | null } = { value: null };

/** Shows an article, its open control first, once the page has arrived where it stands. */
export function arriveAt(article: string) {
  setTimeout(() => {
    const item = document.getElementById(`article-${article}`);
    item?.scrollIntoView({ block: 'center' });
    const control =
      item?.querySelector<HTMLElement>('.term-panel input:checked') ??
      item?.querySelector<HTMLElement>('.term-panel :is(input, select)');
    (control ?? item)?.focus({ preventScroll: true });
  });
}
