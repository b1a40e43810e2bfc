import { number, t } from '../../locale';
import { state } from './wire';

/** Which texts a language still lacks. */
export const Languages = () => {
  const languages = state.value?.languages ?? [];
  return (
    <section aria-labelledby="languages">
      <h2 id="languages">{t('studio-languages')}</h2>
      {languages.length === 0 && <p class="muted">{t('studio-languages-none')}</p>}
      {languages.map(({ language, texts, missing }) => (
        <div key={language}>
          <h3>{language}</h3>
          <p>
            {missing.length === 0
              ? t('studio-language-whole', { texts })
              : t('studio-language-missing', { texts, missing: missing.length })}
          </p>
          {missing.length > 0 && (
            <details>
              <summary>{t('studio-missing')}</summary>
              <ul class="small">
                {missing.map((path) => (
                  <li key={path}>
                    <code>{path}</code>
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      ))}
    </section>
  );
};

/** How much of what is allowed is used. */
export const Limits = () => (
  <section aria-labelledby="limits">
    <h2 id="limits">{t('studio-limits')}</h2>
    <table class="small">
      <thead>
        <tr>
          <th scope="col">{t('studio-limit')}</th>
          <th scope="col" class="number">
            {t('studio-used')}
          </th>
          <th scope="col" class="number">
            {t('studio-most')}
          </th>
        </tr>
      </thead>
      <tbody>
        {Object.entries(state.value?.limits ?? {}).map(([what, { used, most }]) => (
          <tr key={what}>
            <th scope="row">{t(`studio-limit-${what}`)}</th>
            <td class="number">{number(used)}</td>
            <td class="number">{number(most)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
