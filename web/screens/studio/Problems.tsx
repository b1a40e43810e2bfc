import { t } from '../../locale';
import type { Diagnostic } from '../../methods';
import { Button } from '../../parts/Button';
import { Scroll } from '../../parts/Scroll';

interface ProblemsProps {
  diagnostics: Diagnostic[];
  folder: string;
  good: boolean;
}

/** Everything that is wrong, each with its place and the line it stands in. */
export const Problems = ({ diagnostics, folder, good }: ProblemsProps) => {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  const words = t('studio-problems', { errors, warnings: diagnostics.length - errors });
  return (
    <section class={good ? 'problems' : 'problems wrong'} aria-labelledby="problems">
      <div role="status">
        <h2 id="problems">{words}</h2>
      </div>
      {diagnostics.length > 0 && (
        <ol class="plain">
          {diagnostics.map((item, index) => (
            <Problem key={index} item={item} folder={folder} />
          ))}
        </ol>
      )}
    </section>
  );
};

const Problem = ({ item, folder }: { item: Diagnostic; folder: string }) => {
  const place = `${item.file}:${item.line}:${item.column}`;
  return (
    <li class={`problem ${item.severity}`}>
      <p>
        <b>{t(`studio-${item.severity}`)}</b> {item.message}
      </p>
      <p class="small problem-place">
        <code>{place}</code>
        {item.path && <code class="muted">{item.path}</code>}
        {navigator.clipboard && (
          <Button
            look="link"
            label={t('studio-copy-label', { place })}
            done={t('studio-copied')}
            onPress={() => navigator.clipboard.writeText(`${folder}/${place}`)}
          >
            {t('studio-copy')}
          </Button>
        )}
      </p>
      {item.source && <Source item={item} source={item.source} />}
    </li>
  );
};

/** The line, and a caret under the place. */
const Source = ({ item, source }: { item: Diagnostic; source: string }) => {
  const lead = `${item.line} │ ${item.cut ? '…' : ''}`;
  const before = [...source].slice(0, item.before ?? 0).join('');
  return (
    <Scroll label={t('studio-source', { line: item.line })}>
      <pre class="source">
        <span class="muted">{lead}</span>
        {source}
        {'\n'}
        {' '.repeat(lead.length + [...before].length)}
        <b class="caret">^</b>
      </pre>
    </Scroll>
  );
};
