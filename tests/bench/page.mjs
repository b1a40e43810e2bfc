// What the first pages cost a phone: bytes on the wire, and how long until they can be used, on a processor four times slower and a line of
// 1.6 Mb/s with 150 ms there and back. Each page is opened by a browser that has nothing of it yet, in each language. page.mjs
// --entente PROGRAM --chromium PROGRAM [--json]; tests/bench/run calls it.
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
const languages = ['en', 'fr', 'uk'];
const line = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };
const slower = 4;
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** Each page: its path, and what is there as soon as it can be used. */
async function pages(server) {
  const seat = async (scenario, party) => {
    const token = newToken();
    const played = await rpc(server, 'play.now', { scenario, party, name: 'Ana', token }, '10.0.0.1');
    return { ...played, token };
  };
  const river = await seat('river', 'nor');
  const paris = await seat('paris', 'ukr');
  return [
    { name: 'the Door', path: '/', ready: '.way button' },
    { name: 'joining by code', path: `/join/${river.code}`, ready: 'button[type=submit]' },
    { name: 'a table of river', path: `/t/${river.exercise}#${river.token}`, ready: '.now button' },
    { name: 'a table of paris', path: `/t/${paris.exercise}#${paris.token}`, ready: '.now button' },
  ];
}

async function opened(browser, server, { path, ready }, language) {
  const context = await browser.newContext({ ...phone, locale: language });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
  let bytes = 0;
  let requests = 0;
  await devtools.send('Network.enable');
  devtools.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  devtools.on('Network.webSocketFrameReceived', ({ response }) => {
    bytes += Buffer.byteLength(response.payloadData);
  });
  await devtools.send('Network.emulateNetworkConditions', line);
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: slower });
  const at = performance.now();
  await page.goto(`http://127.0.0.1:${server.port}${path}`, { waitUntil: 'commit' });
  await page.locator(ready).first().waitFor();
  const usable = performance.now() - at;
  await page.waitForLoadState('networkidle');
  const painted = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime,
  );
  await context.close();
  return { bytes, requests, painted, usable };
}

const server = await service(options.entente, newToken(), options.pin)();
const require = createRequire(new URL('../browser/package.json', import.meta.url));
const { chromium } = require('playwright-core');
const browser = await chromium.launch({
  executablePath: options.chromium,
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
});
const rows = [];
for (const page of await pages(server)) {
  for (const language of languages) {
    rows.push({ page: page.name, language, ...(await opened(browser, server, page, language)) });
  }
}
await browser.close();
await server.stop();
if (options.json) process.stdout.write(rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
else {
  process.stdout.write(
    `\nOn a phone: a processor ${slower} times slower, 1.6 Mb/s\n\n` +
      '                            bytes  requests  first words ms  usable ms\n',
  );
  for (const { page, language, bytes, requests, painted, usable } of rows) {
    process.stdout.write(
      `${`${page}, ${language}`.padEnd(24)}${String(bytes).padStart(9)}${String(requests).padStart(10)}` +
        `${painted.toFixed(0).padStart(16)}${usable.toFixed(0).padStart(11)}\n`,
    );
  }
}
process.exit(0);
