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

const seen = new WeakSet();
/** What is spoken repeats, a moment later, words that are shown: where a test looks for words, it means those that are shown. */
function seenAlone(page) {
  for (const kind of [page, page.locator('body')].map(Object.getPrototypeOf)) {
    if (seen.has(kind)) continue;
    seen.add(kind);
    const { getByText } = kind;
    kind.getByText = function getByShownText(...wanted) {
      return getByText.apply(this, wanted).and((this.page?.() ?? this).locator(':not([role=status].spoken, [role=status].spoken *)'));
    };
  }
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
    seenAlone(page);
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

/** No violation of WCAG 2.2 AA that axe can see; no target too small for a thumb; nothing in motion for who asks for less. */
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
  assert.deepEqual(await page.evaluate(smallTargets), [], `${what}: too small for a thumb`);
  assert.deepEqual(await page.evaluate(motions), [], `${what}: in motion`);
}

/** In the page, where it is used by finger: what is pressed and is less than 44 px in width or height. Words within a sentence are as high as
 * it is. */
function smallTargets() {
  if (!matchMedia('(pointer: coarse)').matches) return [];
  const pressed = 'a[href], button, summary, input, select, textarea, [role=button]';
  const least = 44 - 0.5;
  const inSentence = (target) => {
    if (!getComputedStyle(target).display.startsWith('inline')) return false;
    let block = target.parentElement;
    while (getComputedStyle(block).display === 'inline') block = block.parentElement;
    const rest = block.cloneNode(true);
    for (const other of rest.querySelectorAll(pressed)) other.remove();
    return /\p{L}/u.test(rest.textContent);
  };
  const front = [...document.querySelectorAll('dialog[open]')].at(-1) ?? document;
  return [...front.querySelectorAll(pressed)].flatMap((target) => {
    if (!target.checkVisibility({ visibilityProperty: true }) || target.disabled || inSentence(target)) return [];
    const boxes = [target, ...(target.labels ?? [])].map((part) => part.getBoundingClientRect());
    const [width, height] = ['width', 'height'].map((side) => Math.max(...boxes.map((box) => box[side])));
    const words = (target.ariaLabel ?? target.textContent).trim().slice(0, 40);
    return width < least || height < least
      ? [`${target.localName}.${target.className} “${words}” ${Math.round(width)}×${Math.round(height)}`]
      : [];
  });
}

/** In the page: what moves, or would for longer than a frame, though less motion was asked for. */
function motions() {
  if (!matchMedia('(prefers-reduced-motion: reduce)').matches) return [];
  const running = document
    .getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().activeDuration > 20)
    .map(({ effect }) => `${effect.target.localName}.${effect.target.className} is animated`);
  const pictures = [...document.querySelectorAll('[aria-busy=true]')]
    .filter((busy) => getComputedStyle(busy, '::before').backgroundImage !== 'none')
    .map((busy) => `${busy.localName} turns a wheel`);
  const slow = [...document.querySelectorAll('*')]
    .filter((part) => parseFloat(getComputedStyle(part).transitionDuration) > 0.02)
    .map((part) => `${part.localName}.${part.className} changes slowly`);
  return [...running, ...pictures, ...slow];
}

/** Nothing sticks out sideways; where the panes of a table scroll, the page under them does not. */
export async function fits(page, what = page.url()) {
  const [content, screen, below] = await page.evaluate(async () => {
    await document.fonts.ready; // Until then letters of another width may stand in.
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return [scrollWidth, clientWidth, document.querySelector('.table.desk') ? scrollHeight - clientHeight : 0];
  });
  assert.ok(content <= screen, `${what}: ${content} px wide on a screen of ${screen} px`);
  assert.ok(below <= 0, `${what}: ${below} px of nothing below the table`);
}

const whole = { animations: 'disabled', caret: 'hide' };

/** The whole page. Chromium forgets that a page is touched by fingers when it draws beyond the screen: such a page gets a screen as high as it is. */
async function pictured(page, name) {
  const path = join(shots, `${name}.png`);
  const { fingers, height, at } = await page.evaluate(() => ({
    fingers: matchMedia('(pointer: coarse)').matches,
    height: document.documentElement.scrollHeight,
    at: scrollY,
  }));
  if (!fingers) return page.screenshot({ path, ...whole, fullPage: true });
  const before = page.viewportSize();
  await page.setViewportSize({ width: before.width, height: Math.max(before.height, height) });
  await page.screenshot({ path, ...whole });
  await page.setViewportSize(before);
  await page.evaluate((top) => scrollTo(0, top), at);
}

/** A picture to be looked at: tests/browser/shots/NAME.png; with SHOTS=all six of them, at three widths, light and dark. */
export async function shot(page, name) {
  mkdirSync(shots, { recursive: true });
  if (process.env.SHOTS !== 'all') return pictured(page, name);
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
