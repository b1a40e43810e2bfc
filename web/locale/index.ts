// Every word on the screen comes from here, in the language that this person reads. One .ftl file for each area of the screens, so that
// they can be written apart. What a language lacks is said in English.

import type { FluentVariable } from '@fluent/bundle';
import { computed } from '@preact/signals';
import { tongue } from './tongue';

export type Words = Record<string, FluentVariable>;

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

/** A name written from right to left must not turn the sentence around it. */
const isolated = (value: FluentVariable) =>
  typeof value === 'string' && rightToLeft.test(value) ? `\u2068${value}\u2069` : value;

/** Words that stand by themselves, as they were said before, in the language that was read then. */
const plainly = { in: tongue.peek(), said: new Map<string, string>() };

/** The words of `id`. An id without words shows itself, so that it is seen. */
export function t(id: string, words?: Words): string {
  const read = tongue.value;
  if (plainly.in !== read) {
    plainly.in = read;
    plainly.said = new Map();
  }
  const known = words ? undefined : plainly.said.get(id);
  if (known !== undefined) return known;
  const pattern = read.bundle.getMessage(id)?.value;
  if (!pattern) return id;
  const given = Object.fromEntries(
    Object.entries(words ?? {}).map(([name, value]) => [name, isolated(value)]),
  );
  const said = read.dressed(read.bundle.formatPattern(pattern, given, []));
  if (!words) plainly.said.set(id, said);
  return said;
}

/** Whether there are words of that id. */
export const has = (id: string) => tongue.value.bundle.hasMessage(id);

const formats = computed(() => {
  const { locale } = tongue.value;
  return {
    lists: new Intl.ListFormat(locale, { style: 'long', type: 'conjunction' }),
    numbers: new Intl.NumberFormat(locale),
    times: new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }),
    days: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }),
    languages: new Intl.DisplayNames([locale], { type: 'language', fallback: 'code' }),
  };
});

/** "France, Germany and Ukraine" */
export const list = (items: string[]) => tongue.value.dressed(formats.value.lists.format(items));
const plain = (value: number) => formats.value.numbers.format(value);
/** A sign stays in front of its number, whichever way the words run. */
const signed = (sign: string, value: number) => {
  const text = `${sign}${plain(value)}`;
  return tongue.value.direction === 'rtl' ? `\u2066${text}\u2069` : text;
};
export const number = (value: number) => (value < 0 ? signed('−', -value) : plain(value));
/** With its sign, as a change is written: +3, −2, 0. */
export const change = (value: number) => (value > 0 ? signed('+', value) : number(value));
export const timeOfDay = (at: number) => formats.value.times.format(at);
export const dayOf = (at: number) => formats.value.days.format(at);
/** From what was to what is, the way that one reads. */
export const arrow = () => (tongue.value.direction === 'rtl' ? '←' : '→');
/** What a language, by its code, is called. */
export const languageName = (code: string) => formats.value.languages.of(code) ?? code;
