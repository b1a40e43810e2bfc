// A module of the client for node: bundled as for the browser, but with words that are their own ids.
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const web = join(dirname(fileURLToPath(import.meta.url)), '..', '..', 'web');
const esbuild = createRequire(join(web, 'build.mjs'))('esbuild');

const words = {
  name: 'words',
  setup(build) {
    build.onResolve({ filter: /\/locale(\/tongue)?$/ }, () => ({ path: 'locale', namespace: 'words' }));
    build.onLoad({ filter: /.*/, namespace: 'words' }, () => ({
      contents: `export const t = (id) => id; export const list = (items) => items.join(', ');
        export const number = String; export const change = String; export const timeOfDay = String;
        export const tongue = { value: { language: 'en' } };`,
    }));
  },
};

/** What a module of web/ exports. */
export async function load(path) {
  const folder = mkdtempSync(join(tmpdir(), 'entente-web-'));
  const file = join(folder, 'module.mjs');
  try {
    await esbuild.build({
      entryPoints: [join(web, path)],
      bundle: true,
      format: 'esm',
      platform: 'node',
      outfile: file,
      plugins: [words],
      logLevel: 'silent',
    });
    return await import(pathToFileURL(file));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
