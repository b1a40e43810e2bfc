import { signal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';
import { t } from '../locale';

/** A part of the page that is fetched when it is first needed, so that the door opens quickly. */
export function later<P extends object>(load: () => Promise<ComponentType<P>>) {
  const part = signal<ComponentType<P> | null>(null);
  const failed = signal(false);
  let asked = false;
  const fetchPart = () => {
    if (asked) return;
    asked = true;
    load().then(
      (loaded) => {
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
