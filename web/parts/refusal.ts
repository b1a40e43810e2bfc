// A refusal, in the language of this page: a sentence of the scenario in its own words, else by its type. In English the server's own
// sentence stands, for it names the very thing.

import type { Refused } from '../connection';
import { has, t } from '../locale';
import { tongue } from '../locale/tongue';

export function refusalWords({ type, message, data }: Refused): string {
  const { language } = tongue.value;
  const own = (data.in as Record<string, { message?: string }> | undefined)?.[language]?.message;
  const id = `refusal-${type.replace(/[._]/g, '-')}`;
  return own ?? (language !== 'en' && has(id) ? t(id) : message);
}
