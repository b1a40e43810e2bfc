import type { ComponentChildren } from 'preact';
import { t } from '../locale';
import { link } from '../store';

/** The head of every page: where we are, and whether the connection holds. */
export const Masthead = ({ title, children }: { title?: string; children?: ComponentChildren }) => (
  <header class="masthead">
    <a class="mark" href="/">
      {t('entente')}
    </a>
    {title && <h1>{title}</h1>}
    <div class="masthead-side">{children}</div>
  </header>
);

/** A lost connection says so and comes back by itself. */
export const LinkState = () => (
  <p class="link-state" role="status">
    {link.value === 'lost' && t('connection-lost')}
  </p>
);
