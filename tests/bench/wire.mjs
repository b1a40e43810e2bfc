// WebSockets by hand, as little as a generator needs: frames are looked into only by
// who asks. A `ws` client would take longer than the server.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

/** A masked text frame; the mask is 0, which leaves the payload as it is. */
export function frame(text) {
  const payload = Buffer.from(text);
  const long = payload.length > 125;
  const head = Buffer.alloc(long ? 8 : 6);
  head[0] = 0x81;
  head[1] = 0x80 | (long ? 126 : payload.length);
  if (long) head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

/** Calls `each(payload)` for every whole frame of what it is given; pieces wait for the rest. */
function follow(each) {
  let rest = Buffer.alloc(0);
  return (data) => {
    rest = rest.length ? Buffer.concat([rest, data]) : data;
    while (rest.length >= 2) {
      const short = rest[1] & 0x7f;
      const head = short < 126 ? 2 : short === 126 ? 4 : 10;
      if (rest.length < head) return;
      const length =
        head === 2 ? short : head === 4 ? rest.readUInt16BE(2) : Number(rest.readBigUInt64BE(2));
      if (rest.length < head + length) return;
      const payload = rest.subarray(head, head + length);
      rest = rest.subarray(head + length);
      each(payload);
    }
  };
}

/**
 * A connection, with a handshake where `address` is given (for whom it asks): {socket, send,
 * heard}; `heard(payload)` is set by its user.
 */
export async function open(port, address) {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  const wire = { socket, heard: () => {}, send: (text) => socket.write(frame(text)) };
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const frames = follow((payload) => wire.heard(payload));
  if (!address) {
    socket.on('data', frames);
    return wire;
  }
  socket.write(
    `GET /ws HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
      `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\nSec-WebSocket-Version: 13\r\n` +
      `Sec-WebSocket-Protocol: entente.1\r\nX-Forwarded-For: ${address}\r\n\r\n`,
  );
  let head = Buffer.alloc(0);
  await new Promise((resolve, reject) => {
    const shake = (data) => {
      head = Buffer.concat([head, data]);
      const end = head.indexOf('\r\n\r\n');
      if (end < 0) return;
      if (!head.toString('latin1').startsWith('HTTP/1.1 101'))
        return reject(new Error(head.toString('latin1', 0, end)));
      socket.off('data', shake);
      socket.on('data', frames);
      if (head.length > end + 4) frames(head.subarray(end + 4));
      resolve();
    };
    socket.on('data', shake);
  });
  return wire;
}
