import { useEffect, useState } from 'preact/hooks';
import { ask } from '../connection';
import { forgetPlace } from '../identity';
import { t } from '../locale';
import { Masthead } from '../parts/Masthead';
import { link } from '../store';

/** Who comes with a link that is not known: was it another device's, or is the exercise no more? */
export const Stranger = ({ id }: { id: string }) => {
  const [deleted, setDeleted] = useState(link.value === 'deleted');
  useEffect(() => {
    if (deleted) forgetPlace(id);
    else {
      ask('exercise.fate', { exercise: id })
        .then((fate) => setDeleted(fate.deleted))
        .catch(() => undefined);
    }
  }, [id, deleted]);
  const title = t(deleted ? 'deleted-title' : 'stranger-title');
  document.title = title;
  return (
    <>
      <Masthead />
      <main class="page">
        <h1>{title}</h1>
        <p>{t(deleted ? 'deleted-text' : 'stranger-text')}</p>
        <p>
          <a href="/">{t('stranger-door')}</a>
        </p>
      </main>
    </>
  );
};
