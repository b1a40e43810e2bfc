// A proxy that passes HTTP on and has something against WebSockets, as those of schools and firms do.
import { createServer, request } from 'node:http';
import { connect } from 'node:net';

/** What happens to a request for an upgrade; each is given the two ends. */
const upgrades = {
  /** Says no. */
  refused: (asked, socket) =>
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n'),
  /** Says nothing. */
  swallowed: () => {},
  /** Lets it through, as it should. */
  passed: (asked, socket, forward) => forward(),
  /** Lets it open, and passes nothing on. */
  deaf: (asked, socket, forward) => forward().then(() => socket.removeAllListeners('data')),
  /** Ends it after the first answer. */
  brief: (asked, socket, forward) =>
    forward((up) => {
      let heard = 0;
      up.on('data', () => ++heard > 1 && socket.destroy());
    }),
};

/** Stands before `port`; `how` may be changed later. `sockets` counts the upgrades that were asked for, `streams` the streams of events. */
export async function proxy(port, how) {
  const counts = { sockets: 0, streams: 0 };
  const made = { how, counts };
  const server = createServer((asked, answer) => {
    if (asked.url.startsWith('/events')) counts.streams++;
    const { method, url: path, headers } = asked;
    const up = request({ host: '127.0.0.1', port, method, path, headers, agent: false });
    up.on('response', (response) => {
      answer.writeHead(response.statusCode, response.headers);
      response.pipe(answer);
      response.on('error', () => answer.destroy());
    });
    up.on('error', () => answer.destroy());
    answer.on('close', () => up.destroy());
    asked.pipe(up);
  });
  server.on('upgrade', (asked, socket, head) => {
    counts.sockets++;
    socket.on('error', () => {});
    const forward = (listen = () => {}) => {
      const up = connect(port, '127.0.0.1');
      up.on('error', () => socket.destroy());
      up.on('close', () => socket.destroy());
      socket.on('close', () => up.destroy());
      const lines = asked.rawHeaders.map((word, at) => word + (at % 2 ? '\r\n' : ': '));
      up.write(`${asked.method} ${asked.url} HTTP/1.1\r\n${lines.join('')}\r\n`);
      up.write(head);
      up.pipe(socket);
      socket.on('data', (bytes) => up.write(bytes));
      listen(up);
      return new Promise((resolve) => up.once('data', resolve));
    };
    upgrades[made.how](asked, socket, forward);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  made.url = `http://127.0.0.1:${server.address().port}`;
  /** Ends the streams that are open. */
  made.cut = () => server.closeAllConnections();
  made.close = () => {
    made.cut();
    server.close();
  };
  return made;
}
