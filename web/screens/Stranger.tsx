import { useEffect, useState } from 'preact/hooks';
import { ask } from '../connection';
import { forgetPlace } from '../identity';
import { t } from '../locale';
import { Masthead } from '../parts/Masthead';
import { link } from '../store';

/** Who comes with a link that is not known: was it another device's, is the exercise no more, or were they shown out? */
export const Stranger = ({ id }: { id: string }) => {
  const [why, setWhy] = useState<string>(link.value);
  useEffect(() => {
    if (why !== 'unknown') forgetPlace(id);
    else {
      ask('exercise.fate', { exercise: id })
        .then((fate) => fate.deleted && setWhy('deleted'))
        .catch(() => undefined);
    }
  }, [id, why]);
  const title = t(`stranger-title-${why}`);
  document.title = title;
  return (
    <>
      <Masthead />
      <main class="page">
        <h1>{title}</h1>
        <p>{t(`stranger-text-${why}`)}</p>
        <p>
          <a class="alone" href="/">
            {t('stranger-door')}
          </a>
        </p>
      </main>
    </>
  );
};
