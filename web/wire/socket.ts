import type { Hears, Way } from './way';

export function openSocket(hears: Hears): Way {
  const scheme = location.protocol === 'https:' ? 'wss:' : 'ws:';
  const socket = new WebSocket(`${scheme}//${location.host}/ws`, 'entente.1');
  socket.onopen = () => hears.opened();
  socket.onmessage = (event) => hears.said(String(event.data));
  socket.onclose = () => hears.closed();
  return {
    send: (message) => socket.send(message),
    close() {
      socket.onopen = socket.onmessage = socket.onclose = null;
      socket.close();
    },
  };
}
