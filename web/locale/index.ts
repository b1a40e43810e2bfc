// Every word on the screen comes from here. One .ftl file for each area of the screens, so that they can be written apart.

import { FluentBundle, FluentResource, type FluentVariable } from '@fluent/bundle';
import control from './en/control.ftl';
import debrief from './en/debrief.ftl';
import door from './en/door.ftl';
import hall from './en/hall.ftl';
import lobby from './en/lobby.ftl';
import pack from './en/pack.ftl';
import parts from './en/parts.ftl';
import studio from './en/studio.ftl';
import table from './en/table.ftl';
import test from './en/test.ftl';

const language = 'en';
const bundle = new FluentBundle(language, { useIsolating: false });
for (const text of [parts, door, hall, control, debrief, table, studio, test, pack, lobby]) {
  for (const error of bundle.addResource(new FluentResource(text))) console.error(error);
}

export type Words = Record<string, FluentVariable>;

/** The words of `id`. An id without words shows itself, so that it is seen. */
export function t(id: string, words?: Words): string {
  const message = bundle.getMessage(id);
  return message?.value ? bundle.formatPattern(message.value, words ?? null, []) : id;
}

/** Whether there are words of that id. */
export const has = (id: string) => bundle.hasMessage(id);

const lists = new Intl.ListFormat(language, { style: 'long', type: 'conjunction' });
const numbers = new Intl.NumberFormat(language);
const times = new Intl.DateTimeFormat(language, {
  hour: '2-digit',
  minute: '2-digit',
  hour12: false,
});
const days = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long' });

/** "France, Germany and Ukraine" */
export const list = (items: string[]) => lists.format(items);
export const number = (value: number) =>
  value < 0 ? `−${numbers.format(-value)}` : numbers.format(value);
/** With its sign, as a change is written: +3, −2, 0. */
export const change = (value: number) =>
  value > 0 ? `+${numbers.format(value)}` : value < 0 ? `−${numbers.format(-value)}` : '0';
export const timeOfDay = (at: number) => times.format(at);
export const dayOf = (at: number) => days.format(at);
