// A file for one's calendar, made here: no address with a token in it ever leaves the device.

import { t } from '../locale';
import type { Time } from '../view';
import { Button } from './Button';

export interface Appointment {
  /** Stays the same when it is taken again, so that a calendar replaces it. */
  id: string;
  title: string;
  at: Time;
  minutes?: number;
  text?: string;
  link?: string;
}

const stamp = (at: Time) => `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`;
const escaped = (text: string) => text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/** Lines of at most 75 octets, as RFC 5545 wants them. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let length = 0;
  for (const letter of line) {
    const octets = new TextEncoder().encode(letter).length;
    if (length + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      part = '';
      length = 0;
    }
    part += letter;
    length += octets;
  }
  return [...parts, part].join('\r\n ');
}

export function calendarFile({ id, title, at, minutes = 0, text, link }: Appointment): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entente//EN',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@entente`,
    `DTSTAMP:${stamp(Date.now())}`,
    `DTSTART:${stamp(at)}`,
    `DTEND:${stamp(at + minutes * 60_000)}`,
    `SUMMARY:${escaped(title)}`,
    ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
    ...(link ? [`URL:${link}`] : []),
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    'TRIGGER:-PT15M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** Hands the file to the browser as a download. */
export const CalendarButton = ({ of }: { of: Appointment }) => (
  <Button
    look="link"
    label={t('calendar-label', { title: of.title })}
    onPress={() => {
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([calendarFile(of)], { type: 'text/calendar' }));
      link.download = 'entente.ics';
      link.click();
      setTimeout(() => URL.revokeObjectURL(link.href), 1000);
    }}
  >
    {t('calendar-do')}
  </Button>
);
