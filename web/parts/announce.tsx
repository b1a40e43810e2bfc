// What happened, said once: a line at the foot of the screen, heard by screen readers too.

import { signal } from '@preact/signals';
import { Lost, Refused } from '../connection';
import { t } from '../locale';
import { refusalWords } from './refusal';

interface Notice {
  id: number;
  text: string;
  kind: 'done' | 'refused';
}

const shown_ms = 6_000;
const notices = signal<Notice[]>([]);
let next = 1;

function show(text: string, kind: Notice['kind']) {
  const id = next++;
  const others = notices.value.filter((notice) => notice.text !== text).slice(-1);
  notices.value = [...others, { id, text, kind }];
  setTimeout(() => dismiss(id), kind === 'refused' ? 2 * shown_ms : shown_ms);
}

const dismiss = (id: number) => {
  notices.value = notices.value.filter((notice) => notice.id !== id);
};

export const tell = (text: string) => show(text, 'done');

/** What a person reads when something was refused. */
export function refusalText(error: unknown): string {
  if (error instanceof Refused) return refusalWords(error);
  if (error instanceof Lost) return t('connection-lost-answer');
  console.error(error);
  return t('something-failed');
}
export const tellRefusal = (error: unknown) => show(refusalText(error), 'refused');

/** For screen readers alone: a deadline that comes near, a phase that opens. */
const spoken = signal('');
export const announce = (text: string) => {
  spoken.value = text;
};

/** What the notices at the foot of the page must not cover, as classes. Each is a page's own to set: rules by what is on the page
 * (`body:has(…)`) would have the browser look at every button again whenever anything is put into it. */
export const footing = signal('');

/** The open dialogs, the front one last. Behind it nothing can be read, so the notices are shown in it. */
export const dialogs = signal<object[]>([]);

export const Notices = () => (
  <>
    <p class="spoken" role="status" aria-live="polite">
      {spoken}
    </p>
    {dialogs.value.length === 0 && <NoticeList footing={footing.value} />}
  </>
);

export const NoticeList = ({ footing = '' }: { footing?: string }) => (
  <div class={`notices ${footing}`} role="log" aria-live="assertive" aria-label={t('notices')}>
    {notices.value.map((notice) => (
      <p key={notice.id} class={`notice ${notice.kind}`}>
        <span>{notice.text}</span>
        <button
          type="button"
          class="link"
          aria-label={t('dismiss')}
          onClick={() => dismiss(notice.id)}
        >
          ×
        </button>
      </p>
    ))}
  </div>
);
