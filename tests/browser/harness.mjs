// A real server and a real Chromium for a test: several people, each in a browser of their own, one of them on a phone.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { eventually, unhurried } from '../patience.mjs';

const here = dirname(fileURLToPath(import.meta.url));
export const root = join(here, '..', '..');
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
export const shots = join(here, 'shots');

export const program =
  process.env.ENTENTE ??
  ['build-test', 'build-release', 'build'].map((folder) => join(root, folder, 'entente')).find(existsSync);
const browserProgram =
  process.env.CHROMIUM ||
  ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync);
/** How many times slower a page runs than it could here. */
const slower = Number(process.env.SLOWER ?? 1);
const flags = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const sizes = {
  phone: { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
  tablet: { viewport: { width: 820, height: 1100 } },
  desk: { viewport: { width: 1280, height: 860 } },
};

/** `entente serve` on 127.0.0.1; port 0 lets the system choose. */
function serve(store, port, args) {
  const listen = `127.0.0.1:${port}`;
  const environment = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('ENTENTE_')),
  );
  const child = spawn(program, ['serve', '--listen', listen, '--store', store, ...args], {
    cwd: root,
    env: environment,
  });
  const ended = new Promise((resolve) => {
    child.on('close', (status, signal) => resolve({ status, signal }));
  });
  let log = '';
  child.stderr.on('data', (data) => {
    log += data;
  });
  return new Promise((resolve, reject) => {
    let out = '';
    child.stdout.on('data', (data) => {
      out += data;
      const open = /is open at \S+:(\d+)\//.exec(out);
      if (open) resolve({ child, ended, port: Number(open[1]), log: () => log });
    });
    ended.then(() => reject(new Error(`the server ended: ${log}`)));
  });
}

/** A server with a store of its own, and a browser. `args` go to `entente serve`. */
export async function open({ args = [] } = {}) {
  assert.ok(program, 'build the server first, or name it in ENTENTE');
  assert.ok(browserProgram, 'install chromium, or name it in CHROMIUM');
  const folder = mkdtempSync(join(tmpdir(), 'entente-browser-'));
  const store = join(folder, 'entente.sqlite');
  const complaints = [];
  let running;
  let browser;
  try {
    running = await serve(store, 0, args);
    browser = await chromium.launch({ executablePath: browserProgram, args: flags });
  } catch (error) {
    running?.child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const orphan = () => running.child.kill('SIGKILL');
  process.on('exit', orphan);
  const { port } = running;
  const url = `http://127.0.0.1:${port}`;

  /** One more person: a browser context of their own, so that nothing is shared. `size`: phone, tablet, desk; `language`: what the
   * browser asks for; `before`: what is done to the page before it goes anywhere. */
  async function person({ size = 'desk', dark = false, at = '/', language = 'en-US', before } = {}) {
    const context = await browser.newContext({
      ...sizes[size],
      locale: language,
      colorScheme: dark ? 'dark' : 'light',
      reducedMotion: 'reduce',
      baseURL: url,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      // While the server is away the browser itself says that it cannot be reached.
      if (message.type() === 'error' && !/net::ERR_|WebSocket connection|status of 503/.test(message.text())) {
        complaints.push(`${page.url()}: ${message.text()}`);
      }
    });
    if (slower > 1) {
      const devtools = await context.newCDPSession(page);
      await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
    }
    await before?.(page);
    await page.goto(at);
    return page;
  }

  return {
    url,
    person,
    /** What the pages' consoles said that they should not: faults, and breaches of the content security policy. */
    complaints,
    /** Ends the server at once, as a power cut does. */
    async kill() {
      running.child.kill('SIGKILL');
      await running.ended;
    },
    /** The same server again: same store, same port, which may have been lent to a connection of somebody else meanwhile. */
    async restart() {
      const again = () => serve(store, port, args).catch((error) => assert.match(error.message, /in use/));
      running = await eventually(again, 250);
    },
    /** One method by POST /rpc. */
    async call(method, params = {}, token = undefined) {
      const headers = { 'content-type': 'application/json' };
      if (token) headers.authorization = `Bearer ${token}`;
      const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method, params });
      const post = async () => (await fetch(`${url}/rpc`, { method: 'POST', headers, body })).json();
      const { result, error } = await unhurried(post)();
      if (error) throw Object.assign(new Error(error.message), { data: error.data });
      return result;
    },
    async close() {
      await browser.close();
      running.child.kill('SIGTERM');
      const end = await running.ended;
      process.off('exit', orphan);
      rmSync(folder, { recursive: true, force: true });
      assert.equal(end.status, 0, `the server ended badly: ${running.log().slice(-4000)}`);
      assert.deepEqual(complaints, []);
    },
  };
}

/** No violation of WCAG 2.2 AA that axe can see. */
export async function accessible(page, what = page.url()) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    }),
  );
  const said = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}\n  ${nodes.map((node) => node.html).join('\n  ')}`,
  );
  assert.deepEqual(said, [], `${what} is not accessible`);
}

/** Nothing sticks out sideways. */
export async function fits(page, what = page.url()) {
  const [content, screen] = await page.evaluate(async () => {
    await document.fonts.ready; // Until then letters of another width may stand in.
    return [document.documentElement.scrollWidth, document.documentElement.clientWidth];
  });
  assert.ok(content <= screen, `${what}: ${content} px wide on a screen of ${screen} px`);
}

const pictured = (page, name) =>
  page.screenshot({ path: join(shots, `${name}.png`), animations: 'disabled', caret: 'hide', fullPage: true });

/** A picture to be looked at: tests/browser/shots/NAME.png; with ENTENTE_SHOTS=all six of them, at three widths, light and dark. */
export async function shot(page, name) {
  mkdirSync(shots, { recursive: true });
  if (process.env.ENTENTE_SHOTS !== 'all') return pictured(page, name);
  const before = page.viewportSize();
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  for (const width of [360, 768, 1280]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 860 });
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await pictured(page, `${name}.${width}.${colorScheme}`);
    }
  }
  await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' });
  await page.setViewportSize(before);
}
