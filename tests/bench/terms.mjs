// A term that is dragged on a phone: from the event of the slider until the new total is on the screen, on a processor four times slower,
// while another delegation amends a text at the same table again and again. terms.mjs --entente PROGRAM --chromium PROGRAM [--json];
// tests/bench/run calls it.
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { newToken, rpc, service } from './program.mjs';

const { values: options } = parseArgs({
  options: {
    entente: { type: 'string' },
    chromium: { type: 'string' },
    pin: { type: 'string' },
    json: { type: 'boolean' },
  },
});
const slower = 4;
const steps = 60;
const apart_ms = 250;
const drag_ms = 2000;
const amend_ms = 1000;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
const address = '10.0.0.1';

const key = newToken();
const server = await service(options.entente, key, options.pin)();

/** Paris whole, in its talks: who writes, who amends, and a text of the latter. */
async function table() {
  const control = newToken();
  const made = await rpc(
    server,
    'exercise.create',
    { scenario: 'paris', edition: 'full', tables: 1, untimed: true, token: control, create_key: key },
    address,
  );
  const seat = async (party) => {
    const token = newToken();
    await rpc(server, 'exercise.join', { code: made.code, name: party, token, party }, address);
    return token;
  };
  const writer = await seat('deu');
  const amender = await seat('fra');
  let said = 0;
  const tell = (method) => rpc(server, method, { key: ++said }, address, control);
  await tell('exercise.start');
  await tell('exercise.advance');
  const clause = (amount) => [{ type: 'aid', key: 'deu', terms: { amount } }];
  const parties = { invite: ['ukr', 'fra', 'deu'] };
  let count = 1;
  const ask = (method, params) => rpc(server, method, { ...params, key: count++ }, address, amender);
  let text = await ask('instrument.draft', { kind: 'declaration', ...parties, clauses: clause(5) });
  const amend = async () => {
    const { instrument, version } = text;
    text = await ask('instrument.amend', { instrument, version, clauses: clause(5 + 5 * (version % 3)) });
  };
  return { path: `/t/${made.exercise}#${writer}`, amend };
}

async function editor(browser, { path }) {
  const page = await (await browser.newContext(phone)).newPage();
  await page.goto(`http://127.0.0.1:${server.port}${path}`);
  await page.locator('.now').waitFor();
  await page.evaluate(() => {
    location.hash = 'texts/new';
  });
  await page.getByRole('button', { name: 'All five parts of Paris', exact: true }).click();
  await page.locator('.worth-total b').waitFor();
  await page.getByRole('button', { name: /^Military assistance: Germany, amount: / }).click();
  await page.locator('input[type=range]').waitFor();
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, devtools };
}

/** What the page's own thread ran in a step, not slowed down: milliseconds of the processor, whatever else keeps it busy. */
async function worked({ page, devtools }) {
  const metrics = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value * 1000]));
  };
  const before = await metrics();
  await stepped(page);
  const after = await metrics();
  const each = (name) => (after[name] - before[name]) / steps;
  return {
    script_ms: each('ScriptDuration'),
    style_ms: each('RecalcStyleDuration'),
    layout_ms: each('LayoutDuration'),
  };
}

/** One step at a time: milliseconds from the event to the frame that shows another total. */
const stepped = (page) =>
  page.evaluate(
    async ([count, apart]) => {
      const slider = document.querySelector('input[type=range]');
      const total = document.querySelector('.worth-total b');
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      const after = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
      const took = [];
      for (let step = 0; step < count; step++) {
        const before = total.textContent;
        const changed = new Promise((resolve) => {
          const watch = new MutationObserver(() => {
            if (total.textContent === before) return;
            watch.disconnect();
            resolve();
          });
          watch.observe(total, { childList: true, characterData: true, subtree: true });
        });
        const at = performance.now();
        slider.value = step % 2 ? slider.max : slider.min;
        slider.dispatchEvent(new Event('input', { bubbles: true }));
        await changed;
        await frame();
        took.push(performance.now() - at);
        await after(apart);
      }
      return took;
    },
    [steps, apart_ms],
  );

/** Dragged to and fro at every frame: how long the page's thread was held by one event at most, and from the last event to its total. */
const dragged = (page) =>
  page.evaluate(async (during) => {
    const slider = document.querySelector('input[type=range]');
    const total = document.querySelector('.worth-total b');
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const ends = [];
    for (const value of [slider.max, slider.min]) {
      slider.value = value;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      await new Promise((resolve) => setTimeout(resolve, 1000));
      ends.push(total.textContent);
    }
    const began = performance.now();
    let shown = 0;
    let last = total.textContent;
    let events = 0;
    const move = (value) => {
      slider.value = value;
      slider.dispatchEvent(new Event('input', { bubbles: true }));
      events++;
    };
    const span = Number(slider.max) - Number(slider.min);
    while (performance.now() - began < during) {
      const way = ((performance.now() - began) / 400) % 2;
      move(Number(slider.min) + span * (way < 1 ? way : 2 - way));
      await frame();
      if (total.textContent !== last) shown++;
      last = total.textContent;
    }
    move(slider.min);
    await frame();
    await new Promise((resolve) => setTimeout(resolve, 500));
    const at = performance.now();
    move(slider.max);
    while (total.textContent !== ends[0]) await frame();
    return { events, shown, last_ms: performance.now() - at };
  }, drag_ms);

const require = createRequire(new URL('../browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const browser = await chromium.launch({
  executablePath: options.chromium,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const played = await table();
const desk = await editor(browser, played);
const { page, devtools } = desk;
const load = setInterval(played.amend, amend_ms);
const own = await worked(desk);
await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
const took = (await stepped(page)).sort((left, right) => left - right);
const drag = await dragged(page);
clearInterval(load);
await browser.close();
await server.stop();
const at = (share) => took[Math.min(took.length - 1, Math.floor(took.length * share))];
const row = { steps, median_ms: at(0.5), p95_ms: at(0.95), most_ms: took.at(-1), ...drag, ...own };
if (options.json) process.stdout.write(`${JSON.stringify(row)}\n`);
else {
  process.stdout.write(
    `\nA term on a phone: a processor ${slower} times slower, a text amended every second\n\n` +
      `    from the event to the new total    median ${row.median_ms.toFixed(0)} ms, ` +
      `95 of 100 within ${row.p95_ms.toFixed(0)} ms, at most ${row.most_ms.toFixed(0)} ms\n` +
      `    dragged for ${drag_ms / 1000} s                    ${drag.events} events, the total moved ${drag.shown} times; ` +
      `the last in ${drag.last_ms.toFixed(0)} ms\n` +
      `    of the processor, not slowed down  script ${own.script_ms.toFixed(2)} ms a step, ` +
      `style ${own.style_ms.toFixed(2)} ms, layout ${own.layout_ms.toFixed(2)} ms\n`,
  );
}
process.exit(0);
