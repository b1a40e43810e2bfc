// Every id that the screens ask for has words, and no words stand unused.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));

function files(folder, ending) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'dist') return [];
    if (statSync(path).isDirectory()) return files(path, ending);
    return ending.test(name) ? [path] : [];
  });
}
const all = (paths) => paths.map((path) => readFileSync(path, 'utf8')).join('\n');

const words = all(files(join(here, 'locale', 'en'), /\.ftl$/));
const defined = [...words.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, id]) => id);
const source = all(files(here, /\.tsx?$/));
const asked = [...source.matchAll(/\bt\(\s*'([\w-]+)'/g)].map(([, id]) => id);
const literals = new Set([...source.matchAll(/'([a-z][\w-]*)'/g)].map(([, id]) => id));
const patterns = [...source.matchAll(/`([a-z][\w-]*(?:\$\{[^`}]*\}[\w-]*)+)`/g)].map(
  ([, text]) => new RegExp(`^${text.replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
);

const known = new Set(defined);
const complaints = [
  ...asked.filter((id) => !known.has(id)).map((id) => `no words for ${id}`),
  ...defined
    .filter((id, index) => defined.indexOf(id) !== index)
    .map((id) => `${id} is said twice`),
  ...defined
    .filter((id) => !literals.has(id) && !patterns.some((pattern) => pattern.test(id)))
    .map((id) => `${id} is not used`),
];
for (const complaint of new Set(complaints)) process.stderr.write(`locale/en: ${complaint}\n`);
process.exitCode = complaints.length > 0 ? 1 : 0;
