import { later } from './later';

/** A briefing, from Markdown. Headings start at `level` (2), so that the page keeps one outline. */
export const Markdown = later<{ text: string; level?: number }>(() =>
  import('./MarkdownText').then((module) => module.MarkdownText),
);
