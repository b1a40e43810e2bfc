import { Fragment } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { send } from '../../connection';
import { t, timeOfDay } from '../../locale';
import { refusalText } from '../../parts/announce';
import { Button } from '../../parts/Button';
import { PartyBadge } from '../../parts/PartyBadge';
import { clauseName } from '../../parts/treaty';
import { link, me, mySeat, presence } from '../../store';
import type { Message, Mode, PartyId, Quote, Scenario, View } from '../../view';
import { Call, callAddress } from './Call';
import {
  addressOf,
  circleTitle,
  isControlCircle,
  markRead,
  messagesOf,
  messageText,
} from './circles';
import { mutedSeats } from './Manners';
import { readUpTo, saying, typed } from './memory';
import { desk, to } from './place';
import { QuoteCard } from './QuoteCard';
import { quoted } from './quote';
import { allows } from './state';

const longest = 2000;
const counted_from = 1600;
const near_end_px = 80;

interface ConversationProps {
  circle: string;
  rules: Scenario;
  seen: View;
  us: PartyId;
  mode?: Mode | undefined;
}

type Told = Message & { id: string };

export const Conversation = ({ circle, rules, seen, us, mode }: ConversationProps) => {
  const [older, setOlder] = useState<Told[]>([]);
  const [more, setMore] = useState(true);
  // Where this person stopped reading, as they came: a line is drawn there.
  const [readBefore] = useState(() => readUpTo.value[circle] ?? 0);
  const end = useRef<HTMLDivElement>(null);
  // Whoever reads further up is not dragged down by a new message.
  const atEnd = useRef(true);
  const latest = messagesOf(seen, circle);
  const total = seen.circles?.[circle]?.total ?? 0;
  const firstShown = older[0]?.n ?? latest[0]?.n ?? 1;
  const messages = [...older, ...latest.filter((message) => message.n > (older.at(-1)?.n ?? 0))];
  useEffect(() => {
    const list = end.current;
    if (list && atEnd.current) list.scrollTop = list.scrollHeight;
    const read = () => {
      if (document.visibilityState === 'visible') markRead(circle, total);
    };
    read();
    document.addEventListener('visibilitychange', read);
    return () => document.removeEventListener('visibilitychange', read);
  }, [circle, total]);
  const followed = () => {
    const list = end.current;
    atEnd.current = !list || list.scrollHeight - list.scrollTop - list.clientHeight < near_end_px;
  };
  const fetchOlder = async () => {
    const answer = await send('history.read', {
      what: 'messages',
      of: circle,
      before: firstShown,
      limit: 50,
    });
    const items = (answer.items as Told[]).sort((left, right) => left.n - right.n);
    setOlder([...items, ...(older.length > 0 ? older : latest)]);
    setMore(answer.more);
  };
  return (
    <section class="conversation" aria-label={circleTitle(rules, circle, us)}>
      {!desk.value && (
        <p class="conversation-back">
          <a class="alone" href={to('talk')}>
            {t('back-to-circles')}
          </a>
        </p>
      )}
      <h3>{circleTitle(rules, circle, us)}</h3>
      {mode !== 'room' && circle !== 'press' && !isControlCircle(circle) && (
        <Call circle={circle} call={seen.circles?.[circle]?.call} open={!whyNot(circle, seen)} />
      )}
      {isControlCircle(circle) && <p class="small muted">{t('circle-control-hint')}</p>}
      {circle === 'press' && <p class="small muted">{t('circle-press-hint')}</p>}
      <div
        class="messages"
        ref={end}
        onScroll={followed}
        role="log"
        // What comes in is heard once, with everything else that happens (watch.ts).
        aria-live="off"
        aria-label={t('messages')}
        tabIndex={0}
      >
        {firstShown > 1 && more && (
          <Button look="link" onPress={fetchOlder}>
            {t('messages-older')}
          </Button>
        )}
        {messages.length === 0 && <p class="muted">{t('messages-none')}</p>}
        {messages.map((message) => (
          <Fragment key={message.id}>
            {message.n === readBefore + 1 && readBefore > 0 && (
              <p class="new-from small">{t('messages-new')}</p>
            )}
            <Said message={message} rules={rules} seen={seen} us={us} />
          </Fragment>
        ))}
      </div>
      <Write circle={circle} rules={rules} seen={seen} />
    </section>
  );
};

interface SaidProps {
  message: Message;
  rules: Scenario;
  seen: View;
  us: PartyId;
}

const Said = ({ message, rules, seen, us }: SaidProps) => {
  const party = rules.parties[message.from];
  const person = presence.value[message.seat ?? '']?.name;
  const [shown, setShown] = useState(false);
  if (!shown && mutedSeats().includes(message.seat ?? '')) {
    return (
      <article class="said">
        <p class="small muted">
          {t('people-muted', { name: person ?? party?.short ?? '' })}{' '}
          <Button look="link" onPress={() => setShown(true)}>
            {t('people-muted-show')}
          </Button>
        </p>
      </article>
    );
  }
  return (
    <article class={message.from === us ? 'said ours' : 'said'}>
      <p class="said-by small">
        {party ? <PartyBadge party={party} /> : t('facilitator')}
        <span class="muted">
          {person && person !== party?.short && ` ${person}`} · {timeOfDay(message.at)}
          {message.automatic && ` · ${t('by-autopilot')}`}
        </span>
      </p>
      {message.quote && <QuoteCard quote={message.quote} rules={rules} seen={seen} />}
      <p class="said-text">
        {messageText(rules, message)
          .split(/(https:\/\/\S+)/)
          .map(linked)}
      </p>
    </article>
  );
};

/** An address in what was said can be followed. */
const linked = (piece: string) =>
  callAddress(piece) ? (
    <a key={piece} href={piece} target="_blank" rel="noopener noreferrer">
      {piece}
    </a>
  ) : (
    piece
  );

/** What may be written here now; null: write. */
function whyNot(circle: string, seen: View): string | null {
  if (mySeat.value?.role === 'observer') return t('talk-observer');
  if (isControlCircle(circle)) return null;
  if (seen.clock.state === 'paused') return t('talk-paused');
  if (!allows(seen, circle === 'press' ? 'press' : 'talk')) return t('talk-later');
  return null;
}

/** What was being said when the page was reloaded, and arrived all the same, is not offered to be said again. */
function useSaidOnce(circle: string, seen: View, busy: boolean) {
  const pending = saying.value[circle];
  const total = seen.circles?.[circle]?.total ?? 0;
  useEffect(() => {
    if (busy || !pending || link.value !== 'online') return;
    const arrived = messagesOf(seen, circle).some(
      ({ n, seat, text }) => n > pending.after && seat === me.value?.seat && text === pending.text,
    );
    const { [circle]: _, ...others } = saying.value;
    saying.value = others;
    if (arrived && typed.value[circle]?.trim() === pending.text) {
      typed.value = { ...typed.value, [circle]: '' };
    }
  }, [circle, total, busy, link.value]);
}

const Write = ({ circle, rules, seen }: Omit<ConversationProps, 'us'>) => {
  const [refused, setRefused] = useState('');
  const [busy, setBusy] = useState(false);
  const text = typed.value[circle] ?? '';
  const quote = quoted.value;
  useSaidOnce(circle, seen, busy);
  const type = (words: string) => {
    typed.value = { ...typed.value, [circle]: words };
  };
  const say = async () => {
    const words = text.trim();
    if (busy || !words) return;
    setBusy(true);
    setRefused('');
    const after = seen.circles?.[circle]?.total ?? 0;
    saying.value = { ...saying.value, [circle]: { text: words, after } };
    try {
      await send('message.send', {
        to: addressOf(circle),
        text: words,
        ...(quote ? { quote: quoteWish(quote) } : {}),
      });
      // What was typed meanwhile stays.
      if (typed.value[circle] === text) type('');
      if (quoted.value === quote) quoted.value = null;
    } catch (error) {
      setRefused(refusalText(error));
    } finally {
      const { [circle]: _, ...others } = saying.value;
      saying.value = others;
      setBusy(false);
    }
  };
  const why = whyNot(circle, seen);
  if (why) return <p class="small muted write-later">{why}</p>;
  return (
    <form
      class="write"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      {quote && (
        <div class="quoting">
          <QuoteCard quote={quote} rules={rules} seen={seen} />
          <Button
            look="link"
            onPress={() => {
              quoted.value = null;
            }}
          >
            {t('quote-drop')}
          </Button>
        </div>
      )}
      <label>
        <span class="spoken">{t('message-write')}</span>
        <textarea
          rows={2}
          maxLength={longest}
          placeholder={t('message-write')}
          value={text}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void say();
          }}
        />
      </label>
      {refused && (
        <p class="refused small" role="alert">
          {refused}
        </p>
      )}
      <div class="row write-foot">
        <Button look="main" disabled={!text.trim()} onPress={say}>
          {t(circle === 'press' ? 'message-publish' : 'message-send')}
        </Button>
        {busy && link.value !== 'online' && (
          <small class="muted" role="status">
            {t('message-waits')}
          </small>
        )}
        {text.length >= counted_from && (
          <small role="status">{t('message-left', { left: longest - text.length })}</small>
        )}
      </div>
    </form>
  );
};

const quoteWish = ({ clause, ...rest }: Quote) =>
  clause ? { ...rest, clause: clauseName(clause) } : rest;
