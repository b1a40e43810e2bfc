// Every id that the screens ask for has words in every language, about the same things, and no words stand unused.
//   node check-words.mjs [--mend]     --mend: sets the spaces and apostrophes that a language's typography wants
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { FluentResource } from '@fluent/bundle';

const here = dirname(fileURLToPath(import.meta.url));
const mends = process.argv.includes('--mend');
const complaints = new Set();
const complain = (language, what) => complaints.add(`locale/${language}: ${what}`);

function files(folder, ending) {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (name === 'node_modules' || name === 'dist') return [];
    if (statSync(path).isDirectory()) return files(path, ending);
    return ending.test(name) ? [path] : [];
  });
}
const read = (path) => readFileSync(path, 'utf8');
const all = (paths) => paths.map(read).join('\n');
const wordsIn = (language) => files(join(here, 'locale', language), /\.ftl$/);

// --- typography ---

const narrow = '\u202f';
/** French sets ; : ! ? % and what is quoted apart by a narrow space that no line breaks at. */
const french = (line) =>
  line
    .replace(/(?<=[^\s[(«])[ \u00a0\u202f]?([;!?%])(?=$|[\s»)…,.{"]|\u202f)/g, `${narrow}$1`)
    .replace(/(?<=[^\s[(«])[ \u00a0\u202f]?:(?=$|\s|\u202f)/g, `${narrow}:`)
    .replace(/«[ \u00a0\u202f]?/g, `«${narrow}`)
    .replace(/[ \u00a0\u202f]?»/g, `${narrow}»`)
    .replace(/\?\u202f!/g, '?!');
const typography = { fr: french, uk: (line) => line };

/** What stands in a file of words, but for comments, as its language sets it. */
const set = (language, text) =>
  text
    .split('\n')
    .map((line) => (line.startsWith('#') ? line : typography[language](line.replaceAll("'", '’'))))
    .join('\n');

function checkTypography(language) {
  for (const path of wordsIn(language)) {
    const text = read(path);
    const mended = set(language, text);
    if (mended === text) continue;
    if (mends) {
      writeFileSync(path, mended);
      continue;
    }
    const lines = mended.split('\n');
    text.split('\n').forEach((line, index) => {
      if (line === lines[index]) return;
      const place = relative(here, path);
      complaints.add(`${place}:${index + 1}: spaces or apostrophes: npm run format mends ${line}`);
    });
  }
}

// --- what is said ---

/** The variables of a pattern, and its choices: [variable, names of the variants]. */
function parts(pattern, found = { variables: new Set(), choices: [] }) {
  if (Array.isArray(pattern)) for (const piece of pattern) parts(piece, found);
  else if (pattern?.type === 'var') found.variables.add(pattern.name);
  else if (pattern?.type === 'select') {
    parts(pattern.selector, found);
    found.choices.push(pattern.variants.map(({ key }) => String(key.value)));
    for (const { value } of pattern.variants) parts(value, found);
  } else if (pattern?.type === 'func') for (const arg of pattern.args) parts(arg, found);
  return found;
}

/** The forms that a language's whole numbers take. */
function forms(language) {
  const rules = new Intl.PluralRules(language);
  return new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
}
const counted = ['zero', 'one', 'two', 'few', 'many'];

function checkForms(language, id, choices, wanted) {
  for (const variants of choices) {
    if (!variants.some((name) => counted.includes(name))) continue;
    const lacking = [...wanted].filter((form) => !variants.includes(form));
    const spare = variants.includes('other') ? 1 : 0;
    if (lacking.length > spare) complain(language, `${id} lacks a form for ${lacking.join(', ')}`);
  }
}

/** The messages of a language: id to its parts. */
function messages(language) {
  const text = all(wordsIn(language));
  const named = [...text.matchAll(/^([a-z][\w-]*) *=/gm)].map(([, id]) => id);
  const known = new Map();
  for (const { id, value } of new FluentResource(text).body) known.set(id, parts(value));
  named.forEach((id, index) => {
    if (!known.has(id)) complain(language, `${id} can't be read`);
    if (named.indexOf(id) !== index) complain(language, `${id} is said twice`);
  });
  const wanted = forms(language);
  for (const [id, { choices }] of known) checkForms(language, id, choices, wanted);
  return known;
}

function compare(language, english) {
  const known = messages(language);
  for (const [id, { variables }] of english) {
    const own = known.get(id)?.variables;
    if (!own) complain(language, `no words for ${id}`);
    for (const name of own ?? []) if (!variables.has(name)) complain(language, `${id}: $${name}?`);
    for (const name of own ? variables : []) {
      if (!own.has(name)) complain(language, `${id} leaves out $${name}`);
    }
  }
  for (const id of known.keys())
    if (!english.has(id)) complain(language, `${id} is not in English`);
}

// --- what is asked for ---

function checkUse(defined) {
  const source = all(files(here, /\.tsx?$/));
  const asked = [...source.matchAll(/\bt\(\s*'([\w-]+)'/g)].map(([, id]) => id);
  const literals = new Set([...source.matchAll(/'([a-z][\w-]*)'/g)].map(([, id]) => id));
  const patterns = [...source.matchAll(/`([a-z][\w-]*(?:\$\{[^`}]*\}[\w-]*)+)`/g)].map(
    ([, text]) => new RegExp(`^${text.replace(/\$\{[^}]*\}/g, '[\\w-]+')}$`),
  );
  for (const id of asked) if (!defined.has(id)) complain('en', `no words for ${id}`);
  for (const id of defined.keys()) {
    const used = literals.has(id) || patterns.some((pattern) => pattern.test(id));
    if (!used) complain('en', `${id} is not used`);
  }
}

const english = messages('en');
checkUse(english);
for (const language of Object.keys(typography).filter((name) => wordsIn(name).length > 0)) {
  compare(language, english);
  checkTypography(language);
}
for (const complaint of complaints) process.stderr.write(`${complaint}\n`);
process.exitCode = complaints.size > 0 ? 1 : 0;
