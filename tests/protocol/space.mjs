// The packages of a scenario as a search walks through them: one clause key changed, or three at once; each is scored by `entente score`.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { environment, program, root } from './server.mjs';

// Thousands of packages are scored: by the release where there is one.
const binary = process.env.ENTENTE_RELEASE ?? program;

const listed = (list) => list.slice(1, -1).split(',').map((id) => id.trim());

const termValues = ({ type, min, max, step = 1, options, of }) => {
  if (type === 'int') return Array.from({ length: (max - min) / step + 1 }, (_, at) => min + at * step);
  if (type === 'option') return Object.keys(options);
  return listed(of);
};

const everyTerms = (terms = {}) =>
  Object.entries(terms).reduce(
    (found, [id, term]) => found.flatMap((one) => termValues(term).map((value) => ({ ...one, [id]: value }))),
    [{}],
  );

/** Mulberry32: the same numbers for the same seed. */
const chanceOf = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
};

export class Space {
  constructor(id, edition) {
    this.folder = join(root, 'rules', 'scenarios', id);
    this.scenario = JSON.parse(readFileSync(join(this.folder, 'scenario.json'), 'utf8'));
    this.parties = Object.keys(this.scenario.parties);
    const open = this.scenario.editions[edition].clauses;
    this.axes = {};
    for (const [type, clause] of Object.entries(this.scenario.clauses)) {
      const every = Object.keys(clause.per === 'region' ? this.scenario.regions : this.scenario.parties);
      const keys = clause.per ? (clause.of ? listed(clause.of) : every).map((key) => `${key}.${type}`) : [type];
      for (const key of keys)
        if (!open || open.includes(key) || open.includes(type)) this.axes[key] = [undefined, ...everyTerms(clause.terms)];
    }
    this.known = new Map();
  }

  /** What each gains by these packages over no deal, in file order; null for one that is not allowed. */
  async gains(packages) {
    const lines = packages.map((one) => this.line(one));
    const asked = [...new Set(lines)].filter((line) => !this.known.has(line));
    if (asked.length > 0) {
      const answers = (await this.score(asked)).map((line) => JSON.parse(line));
      for (const [at, { expected, no_deal, errors }] of answers.entries())
        this.known.set(asked[at], errors ? null : this.parties.map((party) => expected[party] - no_deal[party]));
    }
    return lines.map((line) => this.known.get(line));
  }

  /** One package always in the same words. */
  line(wish) {
    return JSON.stringify(Object.fromEntries(Object.keys(wish).sort().map((key) => [key, wish[key]])));
  }

  /** Whom a clause of a package binds. `binds` has the grammar of a script's expression, as far as these scenarios use it. */
  bound(key, terms) {
    const type = key.split('.').at(-1);
    const per = key.includes('.') ? key.split('.')[0] : undefined;
    const region = this.scenario.regions[per];
    const it = region ? { held_by: this.heldBy(per) } : per;
    const names = { ...Object.fromEntries(this.parties.map((party) => [party, party])), [type]: terms, it };
    return new Function(...Object.keys(names), `return ${this.scenario.clauses[type].binds}`)(...Object.values(names));
  }

  heldBy(region) {
    const { start } = this.scenario.variables.held_by;
    return start[region] ?? start['*'];
  }

  binds(party, wish) {
    return Object.entries(wish).some(([key, terms]) => this.bound(key, terms).includes(party));
  }

  score(lines) {
    return new Promise((resolve, reject) => {
      const child = spawn(binary, ['score', this.folder], { env: environment });
      let out = '';
      child.stdout.on('data', (data) => (out += data));
      child.on('close', (status) => (status === 0 || out ? resolve(out.trimEnd().split('\n')) : reject(new Error(`score ended with ${status}`))));
      child.stdin.end(`${lines.join('\n')}\n`);
    });
  }

  /** Packages in which each clause key has any of its terms, or is left out, with equal chance. */
  drawn(count, seed) {
    const chance = chanceOf(seed);
    return Array.from({ length: count }, () => {
      const found = {};
      for (const [key, values] of Object.entries(this.axes)) {
        const value = values[Math.floor(chance() * values.length)];
        if (value) found[key] = value;
      }
      return found;
    });
  }

  /** The steps from a package: each that changes one clause, and some that change three. */
  *around(from, chance) {
    const keys = Object.keys(this.axes);
    const changed = (to, key, value) => {
      const { [key]: old, ...rest } = to;
      return value ? { ...rest, [key]: value } : rest;
    };
    for (const key of keys) for (const value of this.axes[key]) yield changed(from, key, value);
    for (let count = 0; count < 60; count++) {
      let to = from;
      for (let step = 0; step < 3; step++) {
        const key = keys[Math.floor(chance() * keys.length)];
        to = changed(to, key, this.axes[key][Math.floor(chance() * this.axes[key].length)]);
      }
      yield to;
    }
  }

  /** Climbs from each of `starts` as long as `aim` of the gains rises, through packages that `allowed` allows; the best that was found. */
  async climb({ starts, allowed = () => true, aim, seed = 1 }) {
    const chance = chanceOf(seed);
    let best = { value: -Infinity };
    for (const start of starts) {
      let at = { package: start, value: -Infinity };
      for (let rising = true; rising; ) {
        rising = false;
        const steps = [at.package, ...this.around(at.package, chance)].filter(allowed);
        const gains = await this.gains(steps);
        for (const [index, gain] of gains.entries())
          if (gain && aim(gain) > at.value) {
            at = { package: steps[index], gains: gain, value: aim(gain) };
            rising = true;
          }
      }
      if (at.value > best.value) best = at;
    }
    return best;
  }
}
