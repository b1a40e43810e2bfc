// To take away: figures for a spreadsheet, everything for a program, a report to be printed.

import { useEffect, useState } from 'preact/hooks';
import { ask } from '../../connection';
import { tokenFor } from '../../identity';
import { t } from '../../locale';
import { Button } from '../../parts/Button';
import { me } from '../../store';
import type { TableId } from '../../view';

const formats = ['csv', 'json', 'html'] as const;
type Format = (typeof formats)[number];

const kinds: Record<Format, string> = {
  csv: 'text/csv;charset=utf-8',
  json: 'application/json',
  html: 'text/html;charset=utf-8',
};

interface File {
  name: string;
  link: string;
}

/** `table`: that one alone; without it all that control may have. */
export const Exports = ({ table }: { table?: TableId }) => {
  const [files, setFiles] = useState<File[]>([]);
  useEffect(
    () => () => {
      for (const { link } of files) URL.revokeObjectURL(link);
    },
    [files],
  );
  const make = async (format: Format) => {
    const token = tokenFor(me.value?.exercise.id ?? '') ?? undefined;
    const answer = await ask('exercise.export', { format, ...(table && { table }) }, token);
    setFiles(
      Object.entries(answer.files).map(([name, text]) => ({
        name,
        link: URL.createObjectURL(new Blob([text], { type: kinds[format] })),
      })),
    );
  };
  return (
    <section aria-labelledby="exports">
      <h2 id="exports">{t('exports-title')}</h2>
      <p class="small muted">{t(table ? 'exports-text' : 'exports-text-control')}</p>
      <div class="row">
        {formats.map((format) => (
          <Button key={format} onPress={() => make(format)}>
            {t(`exports-${format}`)}
          </Button>
        ))}
      </div>
      <ul class="plain" aria-live="polite">
        {files.map(({ name, link }) => (
          <li key={name}>
            <a class="alone" href={link} download={name}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
};
