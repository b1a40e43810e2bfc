import { later } from './later';

/** A briefing, from Markdown. Headings start at `level` (2), so that the page keeps one outline. `lang`: where it may
 * be in another language than the page. */
export const Markdown = later<{ text: string; level?: number; lang?: string }>(() =>
  import('./MarkdownText').then((module) => module.MarkdownText),
);
