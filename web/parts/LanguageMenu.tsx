import { t } from '../locale';
import { choose, languages, tongue } from '../locale/tongue';
import { tellRefusal } from './announce';

/** In which language this device speaks. Each is called as its speakers call it. */
export const LanguageMenu = () => (
  <label class="language">
    <span>{t('language')}</span>
    <select
      value={tongue.value.language}
      onChange={(event) => void choose(event.currentTarget.value).catch(tellRefusal)}
    >
      {!languages[tongue.value.language] && <option value={tongue.value.language}>…</option>}
      {Object.entries(languages).map(([code, name]) => (
        <option key={code} value={code} lang={code}>
          {name}
        </option>
      ))}
    </select>
  </label>
);
