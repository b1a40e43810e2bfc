// Where we are: the path, as a signal. Links are plain <a href>; those within the client do not load a page.

import { computed, signal } from '@preact/signals';

export const path = signal(location.pathname);

export type Route =
  | { screen: 'door' }
  | { screen: 'join'; code: string }
  | { screen: 'studio' }
  | { screen: 'pack'; scenario: string }
  | { screen: 'test'; phone: boolean }
  | { screen: 'exercise'; exercise: string };

export const route = computed<Route>(() => {
  const [, first, second] = path.value.split('/');
  if (first === 'join') return { screen: 'join', code: decodeURIComponent(second ?? '') };
  if (first === 'pack' && second) return { screen: 'pack', scenario: decodeURIComponent(second) };
  if (first === 'test') return { screen: 'test', phone: second === 'phone' };
  if (first === 'studio') return { screen: 'studio' };
  if ((first === 't' || first === 'control') && second) {
    return { screen: 'exercise', exercise: decodeURIComponent(second) };
  }
  return { screen: 'door' };
});

export function go(to: string) {
  history.pushState(null, '', to);
  path.value = location.pathname;
  scrollTo(0, 0);
}

addEventListener('popstate', () => {
  path.value = location.pathname;
});

document.addEventListener('click', (event) => {
  if (event.defaultPrevented || event.button !== 0) return;
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
  const anchor = (event.target as Element | null)?.closest?.('a[href]');
  if (
    !(anchor instanceof HTMLAnchorElement) ||
    anchor.target ||
    anchor.origin !== location.origin
  ) {
    return;
  }
  if (anchor.hash && anchor.pathname === location.pathname) return;
  if (anchor.hasAttribute('download')) return;
  event.preventDefault();
  go(anchor.pathname + anchor.search + anchor.hash);
});
