import DOMPurify from 'dompurify';
import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';
import { useMemo } from 'preact/hooks';

const options = { extensions: [gfmTable()], htmlExtensions: [gfmTableHtml()] };

/** A briefing. Headings start at `level`, so that the page keeps one outline. */
export const MarkdownText = ({
  text,
  level = 2,
  lang,
}: {
  text: string;
  level?: number;
  lang?: string;
}) => {
  const html = useMemo(() => {
    const shifted = micromark(text, options).replace(
      /<(\/?)h([1-6])>/g,
      (_, slash: string, depth: string) => `<${slash}h${Math.min(6, Number(depth) + level - 1)}>`,
    );
    // A corner with no words is no heading of anything.
    return DOMPurify.sanitize(shifted.replaceAll('<th></th>', '<td></td>'), {
      FORBID_ATTR: ['style', 'class', 'id'],
      FORBID_TAGS: ['style', 'form'],
    });
  }, [text, level]);
  return <div class="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
};
