// Server-sent events down, POST up. The stream is read with fetch, since an EventSource can't send the token in a header, and in an
// address it would end up in logs.

import type { Attached } from '../methods';
import { post, type Reply, refusal } from './rpc';
import type { Hears, Way } from './way';

interface ServerEvent {
  type: string;
  data: string;
}

export function openEvents(token: string, since: string, hears: Hears): Way {
  const ending = new AbortController();
  const { port1: inside, port2: outside } = new MessageChannel();
  let stream = '';
  let posted: Promise<unknown> = Promise.resolve();

  function close() {
    ending.abort();
    outside.onmessage = null;
    outside.close();
  }
  function end(why?: Error) {
    if (ending.signal.aborted) return;
    close();
    hears.closed(why);
  }
  // Each event is a task of its own, as a socket's messages are: what waits for one answer has it before the next is read.
  outside.onmessage = ({ data: { type, data } }: MessageEvent<ServerEvent>) => {
    if (type === 'message') return hears.said(data);
    if (type === 'end') return end();
    const { stream: name, ...answer } = JSON.parse(data) as Attached & { stream: string };
    stream = name;
    hears.opened(answer);
  };
  follow(token, since, ending.signal, (event) => inside.postMessage(event))
    // The last events may still be on their way through the channel.
    .then(() => inside.postMessage({ type: 'end', data: '' }))
    .catch((why) => end(why));

  return {
    send(message) {
      // One after another: the network must not change the order of what was said.
      posted = posted
        .then(() => post(message, token, stream, ending.signal))
        .then((answer) => answer.ok || end())
        .catch(() => end());
    },
    close,
  };
}

/** Reads the stream to its end. Rejects with Refused where the server says that it is not for this token. */
async function follow(
  token: string,
  since: string,
  signal: AbortSignal,
  heard: (event: ServerEvent) => void,
) {
  const address = since ? `/events?since=${encodeURIComponent(since)}` : '/events';
  const headers = { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' };
  const response = await fetch(address, { headers, signal, cache: 'no-store' });
  if (response.status === 401) {
    const { error } = (await response.json()) as Reply;
    if (error) throw refusal(error);
  }
  const ours = response.headers.get('content-type')?.startsWith('text/event-stream');
  if (!response.ok || !ours || !response.body) throw new Error(`no events: ${response.status}`);
  const bytes = response.body.getReader();
  const decoder = new TextDecoder();
  const read = eventReader(heard);
  for (let piece = await bytes.read(); !piece.done; piece = await bytes.read()) {
    read(decoder.decode(piece.value, { stream: true }));
  }
}

/** Puts events together from a text that comes in pieces. Our server ends its lines with LF alone. */
function eventReader(heard: (event: ServerEvent) => void) {
  let rest = '';
  return (piece: string) => {
    const whole = (rest + piece).split('\n\n');
    rest = whole.pop() ?? '';
    for (const text of whole) {
      const fields = new Map(
        text.split('\n').map((line) => line.split(/: ?(.*)/s, 2) as [string, string]),
      );
      const data = fields.get('data');
      if (data !== undefined) heard({ type: fields.get('event') ?? 'message', data });
    }
  };
}
