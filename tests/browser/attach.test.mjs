// A page that is still coming in when something happens at its table: nothing of it may be lost.
import { after, before, test } from 'node:test';
import { open } from './harness.mjs';
import { newToken } from './table.mjs';

let stage;

before(async () => {
  stage = await open();
});

after(async () => {
  await stage.close();
});

/** Holds back the texts of the scenario until `happened` is called and a patch has gone by. */
function slowTexts() {
  let asked;
  const inTheMiddle = new Promise((resolve) => {
    asked = resolve;
  });
  const before = (page) =>
    page.routeWebSocket(/\/ws$/, (socket) => {
      const server = socket.connectToServer();
      let wanted;
      let held;
      socket.onMessage((message) => {
        const { id, method } = JSON.parse(message);
        if (method === 'scenario.get') wanted = id;
        server.send(message);
      });
      server.onMessage((message) => {
        const { id, method } = JSON.parse(message);
        if (wanted !== undefined && id === wanted && !held) {
          held = message;
          asked();
          return;
        }
        socket.send(message);
        if (method === 'patch' && held) {
          socket.send(held);
          wanted = undefined;
        }
      });
    });
  return { before, inTheMiddle };
}

test('who opens the page at the moment of the start is not left waiting', async () => {
  const control = newToken();
  const token = newToken();
  const { code, exercise } = await stage.call('exercise.create', {
    scenario: 'river',
    tables: 1,
    mode: 'online',
    token: control,
  });
  await stage.call('exercise.join', { code, name: 'Late', token });
  const { before, inTheMiddle } = slowTexts();
  const page = await stage.person({ at: `/t/${exercise}#${token}`, before });
  await inTheMiddle;
  await stage.call('exercise.start', {}, control);
  await page.locator('.now-says').getByText('Read your briefing').waitFor();
});
