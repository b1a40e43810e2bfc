// A whole client, written from openapi.json alone: joins an exercise that has begun by its code, says something to everybody,
// and prints what is said until its own words have come back. Node's standard library is enough.
//
//     node example.mjs http://127.0.0.1:7777 ABCDEF Ana 'Good morning.'
import { randomBytes } from 'node:crypto';

const [server, code, name, words] = process.argv.slice(2);
const token = randomBytes(24).toString('base64url');

async function call(method, params) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
  const { result, error } = await (await fetch(`${server}/rpc`, { method: 'POST', headers, body })).json();
  if (error) throw new Error(error.message);
  return result;
}

/** The data of the events, as they come. */
async function* events() {
  const { body } = await fetch(`${server}/events`, { headers: { authorization: `Bearer ${token}` } });
  let text = '';
  for await (const piece of body.pipeThrough(new TextDecoderStream())) {
    const whole = (text + piece).split('\n\n');
    text = whole.pop();
    for (const event of whole) {
      const data = /^data: (.*)$/m.exec(event);
      if (data) yield JSON.parse(data[1]);
    }
  }
}

await call('exercise.join', { code, name, token });
for await (const { next_key: key, params } of events()) {
  if (key) await call('message.send', { to: 'plenary', text: words, key });
  const said = Object.values(params?.patch?.circles?.plenary?.messages ?? {});
  for (const { from, text } of said) console.log(`${from}: ${text}`);
  if (said.some(({ text }) => text === words)) process.exit();
}
