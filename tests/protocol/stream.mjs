// Server-sent events as anybody reads them: over node:http, by the HTML standard's rules for the text.
import { request } from 'node:http';
import { merge, watched } from './client.mjs';

/** The events and comments in a text that may be cut anywhere. */
function reader(heard) {
  let rest = '';
  let event = { type: 'message', data: [], id: undefined };
  return (piece) => {
    rest += piece;
    const lines = rest.split('\n');
    rest = lines.pop();
    for (const line of lines) {
      const [, field, value] = /^([^:]*):? ?(.*)$/.exec(line);
      if (line === '') {
        if (event.data.length) heard({ ...event, data: JSON.parse(event.data.join('\n')) });
        event = { type: 'message', data: [], id: undefined };
      } else if (field === '') heard({ type: 'comment' });
      else if (field === 'data') event.data.push(value);
      else if (field === 'event') event.type = value;
      else if (field === 'id') event.id = value;
      else throw new Error(`no such field: ${line}`);
    }
  };
}

/** Opens a stream: its status and headers, `events` so far, and `views` as the patches make them. */
export function follow(server, token, { path = '/events', headers = {} } = {}) {
  return new Promise((resolve, reject) => {
    const sent = { ...headers };
    if (token !== undefined) sent.authorization = `Bearer ${token}`;
    const asked = request({ host: '127.0.0.1', port: server.port, path, headers: sent, agent: false });
    asked.on('error', reject);
    asked.on('response', (response) => {
      const stream = { asked, response, status: response.statusCode, headers: response.headers };
      Object.assign(stream, { events: [], views: {}, text: '' });
      const watchers = new Set();
      const look = () => [...watchers].forEach((watcher) => watcher());
      const answers = new Map();
      const looked = new Map(); // the tables that were asked for: by the question's id
      const keep = (answer, of) => {
        if (of && answer?.view) stream.views[of] = { cursor: answer.cursor, view: answer.view };
      };
      const read = reader((event) => {
        stream.events.push(event);
        const { id, result, error, method, params } = event.data ?? {};
        // Kept at once: a patch may be in the same packet, before whoever asked goes on.
        if (event.type === 'attached') keep(event.data, event.data.you?.table ?? 'exercise');
        keep(result, looked.get(id));
        if (method === 'patch') {
          const { of, cursor, patch } = params;
          stream.views[of] = { cursor, view: merge(stream.views[of]?.view, patch) };
        }
        answers.get(id)?.(result ?? { error });
      });
      response.setEncoding('utf8');
      response.on('data', (piece) => {
        stream.text += piece;
        if (stream.status === 200) read(piece);
        look();
      });
      stream.ended = new Promise((done) => response.on('close', () => done(response.complete)));
      stream.until = watched(stream, watchers);
      /** Asks over this stream: POST goes up, the answer comes down. */
      let last = 0;
      stream.ask = async (method, params = {}) => {
        const id = ++last;
        const answer = new Promise((done) => answers.set(id, done));
        if (method === 'table.attach') looked.set(id, params.table);
        const { status } = await stream.post({ jsonrpc: '2.0', id, method, params });
        return status === 204 ? answer : { status };
      };
      stream.post = (message, more = {}) =>
        new Promise((done, fail) => {
          const body = JSON.stringify(message);
          const up = { authorization: `Bearer ${token}`, 'entente-stream': stream.name, ...more };
          const options = { host: '127.0.0.1', port: server.port, path: '/rpc', method: 'POST' };
          const post = request({ ...options, headers: { ...up, 'content-length': Buffer.byteLength(body) } }, (answer) => {
            answer.resume();
            answer.on('end', () => done({ status: answer.statusCode }));
          });
          post.on('error', fail);
          post.end(body);
        });
      stream.close = () => asked.destroy();
      if (stream.status !== 200) {
        stream.ended.then(() => resolve(stream));
        return;
      }
      stream.until(({ events }) => events[0]).then(({ data }) => {
        stream.attached = data;
        stream.name = data.stream;
        resolve(stream);
      });
    });
    asked.end();
  });
}
