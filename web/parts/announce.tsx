// What happened, said once: a line at the foot of the screen, and a sentence in the ear of whoever does not see it. Everything that is
// spoken goes through one region, so that what comes at once is heard as one.

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
const gather_ms = 2_500;
/** What somebody just did themselves is answered without waiting for what others do. */
const answer_ms = 150;
const lines_most = 3;

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

/** Numbered, since the same sentence said again must be heard again. */
const spoken = signal({ n: 0, text: '' });
/** What is said whatever else happens, and what becomes a mere number in a flurry. */
let grave: string[] = [];
let slight: string[] = [];
let messages: string[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let due = 0;

function speak() {
  timer = undefined;
  const words =
    messages.length > lines_most
      ? [sentence(t('told-messages', { count: messages.length }))]
      : messages;
  const events = [...slight, ...words];
  const count = slight.length + messages.length;
  const rest = events.length > lines_most ? [sentence(t('told-many', { count }))] : events;
  spoken.value = { n: spoken.value.n + 1, text: [...grave, ...rest].join(' ') };
  grave = [];
  slight = [];
  messages = [];
}

function soon(wait_ms: number) {
  const at = Date.now() + wait_ms;
  if (timer && due <= at) return;
  clearTimeout(timer);
  due = at;
  timer = setTimeout(speak, wait_ms);
}

/** A sentence of its own, however it was written. */
const sentence = (text: string) => (/[.!?…:]["”»]?$/.test(text) ? text : `${text}.`);

function add(lines: string[], text: string, wait_ms: number) {
  const line = sentence(text);
  if (!lines.includes(line)) lines.push(line);
  soon(wait_ms);
}

/** What came of a person's own act: seen, and heard at once. */
export function tell(text: string) {
  show(text, 'done');
  add(grave, text, answer_ms);
}

/** Heard alone, at once: what a press changed where no eye need be told. */
export const announce = (text: string) => add(grave, text, answer_ms);

/** What somebody should know whatever else happens, such as the time: seen, and heard with what else comes in these moments. */
export function warn(text: string) {
  show(text, 'done');
  add(grave, text, gather_ms);
}

/** What happened at the table: heard, and seen if it is `shown`. In a flurry it is counted. */
export function report(text: string, { shown = false } = {}) {
  if (shown) show(text, 'done');
  add(slight, text, gather_ms);
}

/** What somebody wrote. Two may write the same words. */
export function reportMessage(text: string) {
  messages.push(sentence(text));
  soon(gather_ms);
}

/** What a person reads when something was refused. */
export function refusalText(error: unknown): string {
  if (error instanceof Refused) return refusalWords(error);
  if (error instanceof Lost) return t('connection-lost-answer');
  console.error(error);
  return t('something-failed');
}
export function tellRefusal(error: unknown) {
  const text = refusalText(error);
  show(text, 'refused');
  add(grave, text, answer_ms);
}

/** What the notices at the foot of the page must not cover, as classes. Each is a page's own to set: rules by what is on the page
 * (`body:has(…)`) would have the browser look at every button again whenever anything is put into it. */
export const footing = signal('');

/** The open dialogs, the front one last. Behind it nothing can be read or heard, so the notices are in it. */
const dialogs = signal<object[]>([]);

function inFront(open: object[]) {
  dialogs.value = open;
  // What was said behind it, or in it, is not said again.
  spoken.value = { n: spoken.value.n, text: '' };
}
export const dialogOpened = (box: object) => inFront([...dialogs.value, box]);
export const dialogGone = (box: object) => inFront(dialogs.value.filter((one) => one !== box));

/** In the page, and in each dialog: heard where somebody is. */
export const Notices = ({ within }: { within?: object }) => {
  const here = dialogs.value.at(-1) === within;
  const { n, text } = spoken.value;
  return (
    <>
      <p class="spoken" role="status">
        {here && text && <span key={n}>{text}</span>}
      </p>
      {here && notices.value.length > 0 && <NoticeList footing={within ? '' : footing.value} />}
    </>
  );
};

const NoticeList = ({ footing = '' }: { footing?: string }) => (
  <section class={`notices ${footing}`} aria-label={t('notices')}>
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
  </section>
);
