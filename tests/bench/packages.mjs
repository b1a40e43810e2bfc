// Random packages over a scenario's analysis.vary: legal ones, the same for the same seed; as the
// command line reads them, and as rows of 32-bit numbers for closures.
import { Translator } from './cel.mjs';

const perKeys = (scenario, type) => {
  const { per, of } = scenario.clauses[type];
  if (!per) return [undefined];
  const all = Object.keys(scenario[per === 'party' ? 'parties' : 'regions']);
  return of ? all.filter((id) => new RegExp(`\\b${id}\\b`).test(of)) : all;
};

const keyName = (type, key) => (key ? `${key}.${type}` : type);

/** Every key of analysis.vary and its terms: where each stands in a row, and its values. */
export function layoutOf(scenario) {
  const keys = [];
  const places = new Map();
  const vary = scenario.analysis.vary;
  for (const type of Object.keys(scenario.clauses)) {
    for (const key of perKeys(scenario, type)) {
      if (!vary.includes(type) && !vary.includes(keyName(type, key))) continue;
      const terms = Object.entries(scenario.clauses[type].terms ?? {});
      const first = places.size;
      for (const [index, what] of ['in_force', ...terms.map(([id]) => id)].entries())
        places.set(`${keyName(type, key)} ${what}`, first + index);
      keys.push({ type, key, name: keyName(type, key), first, terms });
    }
  }
  return {
    keys,
    columns: places.size,
    place: (type, key, what) => places.get(`${keyName(type, key)} ${what}`),
  };
}

function values(scenario, term) {
  if (term.type === 'int') {
    const step = term.step ?? 1;
    return Array.from(
      { length: (term.max - term.min) / step + 1 },
      (_, index) => term.min + index * step,
    );
  }
  if (term.type === 'bool') return [false, true];
  if (term.type === 'option') return Object.keys(term.options);
  if (term.type !== 'party' && term.type !== 'region')
    throw new Error(`terms of type ${term.type} are not made up`);
  const all = Object.keys(scenario[term.type === 'party' ? 'parties' : 'regions']);
  return term.of ? all.filter((id) => new RegExp(`\\b${id}\\b`).test(term.of)) : all;
}

/** mulberry32: a whole number below `bound`. */
function dice(seed) {
  let state = seed;
  return (bound) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** {rows, json}: `count` packages; a clause whose `requires` fails is taken out again. */
export function makePackages(scenario, layout, count, seed) {
  const below = dice(seed);
  const translator = new Translator(scenario, layout);
  const rows = new Int32Array(count * layout.columns);
  const requirements = layout.keys.map(({ type, key }) =>
    (scenario.clauses[type].requires ?? []).map(({ that }) =>
      translator.closure([that], key && translator.key(key, scenario.clauses[type].per)),
    ),
  );
  const domains = layout.keys.map(({ terms }) => terms.map(([, term]) => values(scenario, term)));
  const json = [];
  for (let row = 0; row < count; row++) {
    const offset = row * layout.columns;
    const chosen = layout.keys.map((_, index) =>
      below(2) ? domains[index].map((domain) => domain[below(domain.length)]) : null,
    );
    const write = () => {
      for (const [index, { first, terms }] of layout.keys.entries()) {
        rows[offset + first] = chosen[index] ? 1 : 0;
        for (const [at, [, term]] of terms.entries())
          rows[offset + first + 1 + at] = translator.number(
            chosen[index]?.[at] ?? term.default,
            term.type,
          );
      }
    };
    write();
    for (let broken = true; broken; write()) {
      broken = false;
      for (const [index, all] of requirements.entries()) {
        if (!chosen[index] || all.every((holds) => holds(rows, offset))) continue;
        chosen[index] = null;
        broken = true;
      }
    }
    const entries = layout.keys.map(
      ({ name, terms }, index) =>
        chosen[index] && [
          name,
          Object.fromEntries(terms.map(([id], at) => [id, chosen[index][at]])),
        ],
    );
    json.push(JSON.stringify(Object.fromEntries(entries.filter(Boolean))));
  }
  return { rows, json, translator };
}
