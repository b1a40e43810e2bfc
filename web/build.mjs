// Builds dist/: hashed assets under assets/, index.html naming them, and .br and .gz beside each file
// so that the server only has to pick one.
import { copyFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';

const here = dirname(fileURLToPath(import.meta.url));
const dist = join(here, 'dist');
/** The protocol's description, for whoever writes another client. */
const described = ['openapi.json', 'asyncapi.json'];
/** The cut in which every page's first heading is set. */
const heading = 'source-serif-4-latin-600-normal';
const license = 'node_modules/@fontsource/source-serif-4/LICENSE';
const watching = process.argv.includes('--watch');

const messages = (text) => text.split(/^(?=[a-z][\w-]* *=)/m);
const idOf = (message) => /^([a-z][\w-]*) *=/.exec(message)?.[1];

/** The words of all files of a folder; what another language lacks is said in English. */
async function wordsOf(folder) {
  const read = async (from) => {
    const names = (await readdir(from)).filter((name) => name.endsWith('.ftl')).sort();
    const paths = names.map((name) => join(from, name));
    return { paths, texts: await Promise.all(paths.map((path) => readFile(path, 'utf8'))) };
  };
  const own = await read(folder);
  const english = await read(folder.replace(/locale\/[^/]+/, 'locale/en'));
  const known = new Set(own.texts.flatMap(messages).map(idOf));
  const lacking = english.texts.flatMap(messages).filter((message) => {
    const id = idOf(message);
    return id && !known.has(id);
  });
  return { paths: own.paths, text: [...own.texts, ...lacking].join('\n') };
}

/** `./en/*.ftl`: the words of all files of a folder as one text, so that a new file needs no line anywhere. */
const words = {
  name: 'words',
  setup(build) {
    build.onResolve({ filter: /\*\.ftl$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, dirname(path)),
      namespace: 'words',
    }));
    build.onLoad({ filter: /.*/, namespace: 'words' }, async ({ path: folder }) => {
      const { paths, text } = await wordsOf(folder);
      return { contents: text, loader: 'text', watchFiles: paths, watchDirs: [folder] };
    });
  },
};

const options = {
  absWorkingDir: here,
  entryPoints: ['main.tsx'],
  bundle: true,
  splitting: true,
  format: 'esm',
  target: ['es2022', 'chrome109', 'firefox110', 'safari16'],
  outdir: 'dist/assets',
  entryNames: '[name]-[hash]',
  chunkNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  publicPath: '/assets',
  jsx: 'automatic',
  jsxImportSource: 'preact',
  plugins: [words],
  loader: { '.woff2': 'file' },
  minify: !watching,
  sourcemap: watching ? 'inline' : false,
  legalComments: 'none',
  metafile: true,
  write: true,
  logLevel: 'warning',
};

/** Writes the compressed forms of a file; the size of the smaller. A font is compressed as it is. */
async function compress(path) {
  const bytes = await readFile(join(here, path));
  if (path.endsWith('.woff2')) return bytes.length;
  const parameters = { [constants.BROTLI_PARAM_QUALITY]: watching ? 4 : 11 };
  const br = brotliCompressSync(bytes, { params: parameters });
  await writeFile(join(here, `${path}.br`), br);
  await writeFile(join(here, `${path}.gz`), gzipSync(bytes, { level: 9 }));
  return br.length;
}

/** What `path` imports at once, and what that imports: fetched together, not one after the other. */
function imports(outputs, path, found = new Set()) {
  for (const { path: next, kind } of outputs[path].imports) {
    if (kind !== 'import-statement' || found.has(next)) continue;
    found.add(next);
    imports(outputs, next, found);
  }
  return found;
}

async function finish(result) {
  const outputs = result.metafile.outputs;
  const paths = Object.keys(outputs);
  const script = paths.find((path) => outputs[path].entryPoint === 'main.tsx');
  const style = outputs[script].cssBundle;
  const first = [...imports(outputs, script)];
  const font = paths.find((path) => path.includes(heading));
  const address = (path) => `/${path.slice('dist/'.length)}`;
  const head = [
    `<link rel="stylesheet" href="${address(style)}" />`,
    `<link rel="preload" href="${address(font)}" as="font" type="font/woff2" crossorigin />`,
    ...first.map((path) => `<link rel="modulepreload" href="${address(path)}" />`),
    `<script type="module" src="${address(script)}"></script>`,
  ];
  await copyFile(join(here, license), join(dist, 'assets', 'source-serif-4-license.txt'));
  const template = await readFile(join(here, 'index.html'), 'utf8');
  for (const name of described) {
    await copyFile(join(here, '..', 'server', 'codec', name), join(dist, name));
    await compress(`dist/${name}`);
  }
  await writeFile(
    join(dist, 'index.html'),
    template.replace('<!-- assets -->', head.join('\n    ')),
  );
  const atFirst = new Set(['dist/index.html', style, script, font, ...first]);
  const wire = { first: 0, later: 0 };
  for (const path of ['dist/index.html', ...paths]) {
    wire[atFirst.has(path) ? 'first' : 'later'] += await compress(path);
  }
  process.stdout.write(`web/dist: ${wire.first} bytes at first, ${wire.later} later, compressed\n`);
}

await rm(dist, { recursive: true, force: true });
if (watching) {
  const plugin = {
    name: 'finish',
    setup: (build) => build.onEnd((result) => (result.errors.length ? undefined : finish(result))),
  };
  const context = await esbuild.context({ ...options, plugins: [words, plugin] });
  await context.watch();
} else {
  await finish(await esbuild.build(options));
}
