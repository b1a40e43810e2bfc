// Builds dist/: hashed assets under assets/, index.html naming them, and .br and .gz beside each file
// so that the server only has to pick one.
import { readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
const watching = process.argv.includes('--watch');

const options = {
  absWorkingDir: here,
  entryPoints: ['main.tsx'],
  bundle: true,
  format: 'esm',
  target: ['es2022', 'chrome109', 'firefox110', 'safari16'],
  outdir: 'dist/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: '/assets',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  loader: { '.ftl': 'text' },
  minify: !watching,
  sourcemap: watching ? 'inline' : false,
  legalComments: 'none',
  metafile: true,
  write: true,
  logLevel: 'warning',
};

function compressed(bytes) {
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: watching ? 4 : 11 };
  return {
    br: brotliCompressSync(bytes, { params: parameters }),
    gz: gzipSync(bytes, { level: 9 }),
  };
}

async function finish(result) {
  const outputs = Object.keys(result.metafile.outputs).map((path) => join(here, path));
  const entry = (extension) =>
    outputs.filter((path) => basename(path).startsWith('main-') && path.endsWith(extension));
  const template = await readFile(join(here, 'index.html'), 'utf8');
  const html = template
    .replace(
      '<!-- styles -->',
      entry('.css')
        .map((path) => `<link rel="stylesheet" href="/assets/${basename(path)}" />`)
        .join('\n    '),
    )
    .replace(
      '<!-- scripts -->',
      entry('.js')
        .map((path) => `<script type="module" src="/assets/${basename(path)}"></script>`)
        .join('\n    '),
    );
  await writeFile(join(dist, 'index.html'), html);
  let wire = 0;
  for (const path of [join(dist, 'index.html'), ...outputs]) {
    const { br, gz } = compressed(await readFile(path));
    await writeFile(`${path}.br`, br);
    await writeFile(`${path}.gz`, gz);
    wire += br.length;
    process.stdout.write(
      `${path.slice(dist.length + 1).padEnd(36)} ${String(br.length).padStart(7)} bytes\n`,
    );
  }
  process.stdout.write(`${'all, compressed'.padEnd(36)} ${String(wire).padStart(7)} bytes\n`);
}

await rm(dist, { recursive: true, force: true });
if (watching) {
  const plugin = {
    name: 'finish',
    setup: (build) => build.onEnd((result) => (result.errors.length ? undefined : finish(result))),
  };
  const context = await esbuild.context({ ...options, plugins: [plugin] });
  await context.watch();
} else {
  await finish(await esbuild.build(options));
}
