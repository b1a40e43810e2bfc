import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../locale';
import { beginWhole } from '../locale/tongue';

/** A part of the page that is fetched when it is first needed, and the words for it, so that the Door opens quickly. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  const part = signal<ComponentType<P> | null>(null);
  const failed = signal(false);
  let asked = false;
  const fetchPart = () => {
    if (asked) return;
    asked = true;
    Promise.all([load(), beginWhole()]).then(
      ([loaded]) => {
        part.value = loaded;
      },
      (error) => {
        console.error(error);
        failed.value = true;
      },
    );
  };
  const Later = (props: P) => {
    useEffect(fetchPart, []);
    const Part = part.value;
    if (Part) return <Part {...props} />;
    if (!failed.value) return <p aria-busy="true">{t('loading')}</p>;
    return (
      <p class="fault" role="alert">
        {t('part-missing')}{' '}
        <button type="button" class="quiet" onClick={() => location.reload()}>
          {t('reload')}
        </button>
      </p>
    );
  };
  return Object.assign(Later, { prefetch: fetchPart });
}
