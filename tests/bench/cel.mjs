// A scenario's expressions as JavaScript: what a careful programmer would write by hand for one
// party's expected score. Sets are known, so macros are written out; what packages leave as it is
// is a number in the source; a formula is computed once, or in place where it is used once; options
// and parties are small numbers. Arithmetic says `| 0`, which lets V8 stay with 32-bit integers: it
// is right where no value is larger, which comparing all scores with the server's proves. Only what
// scores and requirements need is translated; anything else throws.

const words = /\s*(?:(\d+)|([a-z_][a-z0-9_]*)|'([^']*)'|(&&|\|\||[=!<>]=|[-+*/%<>!?:.,()[\]]))/giy;

function tokens(source) {
  const found = [];
  words.lastIndex = 0;
  const end = source.trimEnd().length;
  while (words.lastIndex < end) {
    const match = words.exec(source);
    if (!match) throw new Error(`not understood: ${source}`);
    const [, number, name, string, sign] = match;
    if (number) found.push({ kind: 'number', value: Number(number) });
    else if (name) found.push({ kind: 'name', value: name });
    else if (string !== undefined) found.push({ kind: 'string', value: string });
    else found.push({ kind: sign });
  }
  return [...found, { kind: 'end' }];
}

const strength = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '<': 3,
  '<=': 3,
  '>': 3,
  '>=': 3,
  in: 3,
  '+': 4,
  '-': 4,
  '*': 5,
  '/': 5,
  '%': 5,
};

/** The syntax tree of an expression: {kind, …}. */
export function parse(source) {
  const all = tokens(source);
  let at = 0;
  const is = (kind) => all[at].kind === kind;
  const eat = (kind) => {
    if (!is(kind)) throw new Error(`${kind} is missing in: ${source}`);
    return all[at++];
  };
  const list = (close) => {
    const items = [];
    while (!is(close)) {
      items.push(choice());
      if (!is(close)) eat(',');
    }
    eat(close);
    return items;
  };
  const primary = () => {
    const token = all[at++];
    if (token.kind === '(') {
      const inner = choice();
      eat(')');
      return inner;
    }
    if (token.kind === '[') return { kind: 'list', items: list(']') };
    if (token.kind !== 'name') return token;
    if (!is('(')) return token;
    at++;
    return { kind: 'call', name: token.value, of: null, args: list(')') };
  };
  const postfix = () => {
    let value = primary();
    while (is('.')) {
      at++;
      const name = eat('name').value;
      if (is('(')) {
        at++;
        value = { kind: 'call', name, of: value, args: list(')') };
      } else {
        value = { kind: 'member', of: value, name };
      }
    }
    return value;
  };
  const unary = () => {
    if (!is('-') && !is('!')) return postfix();
    const sign = all[at++].kind;
    return { kind: 'unary', sign, of: unary() };
  };
  const binary = (least) => {
    let left = unary();
    for (;;) {
      const sign = is('name') && all[at].value === 'in' ? 'in' : all[at].kind;
      if (!(strength[sign] >= least)) return left;
      at++;
      left = { kind: 'binary', sign, left, right: binary(strength[sign] + 1) };
    }
  };
  const choice = () => {
    const condition = binary(1);
    if (!is('?')) return condition;
    at++;
    const yes = choice();
    eat(':');
    return { kind: 'choice', condition, yes, no: choice() };
  };
  const tree = choice();
  eat('end');
  return tree;
}

const fixed = (value) => ({ js: String(value), value: Number(value) });
const bit = (value) => ({ js: String(value), value });
const isFixed = (item) => 'value' in item;
const neverZero = (item) => item.divides || Boolean(item.value);

const operators = {
  '+': (a, b) => (a + b) | 0,
  '-': (a, b) => (a - b) | 0,
  '*': (a, b) => Math.imul(a, b),
  '/': (a, b) => (a / b) | 0,
  '%': (a, b) => a % b,
  '==': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};
const arithmetic = '+-*/%';

function binary(sign, left, right) {
  if (sign === '&&' || sign === '||') {
    const [known, other] = isFixed(left) ? [left, right] : [right, left];
    if (!isFixed(known)) return { js: `(${left.js} ${sign} ${right.js})` };
    return Boolean(known.value) === (sign === '&&') ? other : bit(sign === '||');
  }
  if ((sign === '/' || sign === '%') && !neverZero(right))
    throw new Error('a divisor that may be 0');
  if (isFixed(left) && isFixed(right)) return fixedOf(operators[sign](left.value, right.value));
  if (sign === '+' && left.value === 0) return right;
  if ((sign === '+' || sign === '-') && right.value === 0) return left;
  const js = sign === '==' || sign === '!=' ? `${sign}=` : sign;
  return {
    js: arithmetic.includes(sign)
      ? `(${left.js} ${js} ${right.js} | 0)`
      : `(${left.js} ${js} ${right.js})`,
  };
}

const fixedOf = (value) =>
  typeof value === 'boolean' ? bit(value) : { js: value < 0 ? `(${value})` : String(value), value };

function choose(condition, yes, no) {
  if (isFixed(condition)) return condition.value ? yes : no;
  return yes.js === no.js
    ? yes
    : { js: `(${condition.js} ? ${yes.js} : ${no.js})`, divides: neverZero(yes) && neverZero(no) };
}

const not = (item) => (isFixed(item) ? bit(!item.value) : { js: `!${item.js}` });
const fold = (items, sign, start) => items.reduce((sum, item) => binary(sign, sum, item), start);

/**
 * Where a package's values stand: `layout.columns` of them a package, `layout.place(type, key, what)`
 * is one's place, or undefined where packages do not have it.
 */
export class Translator {
  constructor(scenario, layout) {
    this.scenario = scenario;
    this.layout = layout;
    this.parties = Object.keys(scenario.parties);
    this.regions = Object.keys(scenario.regions ?? {});
    this.strings = new Map([['', 0]]);
    this.uses = new Map();
    this.formulas = new Map();
  }

  string(value) {
    if (!this.strings.has(value)) this.strings.set(value, this.strings.size);
    return fixed(this.strings.get(value));
  }

  /** A term's or variable's plain value as a number. */
  number(value, type) {
    if (type === 'party') return this.parties.indexOf(value);
    if (type === 'region') return this.regions.indexOf(value);
    return type === 'option' ? this.string(value).value : Number(value);
  }

  key(name, per) {
    const ids = per === 'party' ? this.parties : this.regions;
    return { of: per, id: name, ...fixed(ids.indexOf(name)) };
  }

  keys(per) {
    return (per === 'party' ? this.parties : this.regions).map((id) => ({
      value: this.key(id, per),
      guard: bit(true),
    }));
  }

  variable(id, key) {
    const { start, type } = this.scenario.variables[id];
    const value = key ? (start[key.id] ?? start['*']) : start;
    return type === 'party' || type === 'region'
      ? this.key(value, type)
      : fixedOf(this.number(value, type));
  }

  /** In the first pass formulas are counted; in the second those used once stand in place. */
  formula(id, key) {
    const name = key ? `${id}_${key.id}` : id;
    this.uses.set(name, (this.uses.get(name) ?? 0) + 1);
    if (this.formulas.has(name)) return this.formulas.get(name);
    const value = this.value(
      parse(this.scenario.formulas[id].value),
      new Map(key ? [['it', key]] : []),
    );
    const inline = isFixed(value) || this.counted?.get(name) === 1;
    const result = inline ? value : { js: name };
    if (!inline) this.lines.push(`const ${name} = ${value.js};`);
    this.formulas.set(name, result);
    return result;
  }

  clause(type, key, what) {
    const place = this.layout.place(type, key?.id, what);
    if (place !== undefined)
      return { js: what === 'in_force' ? `(p[o + ${place}] === 1)` : `p[o + ${place}]` };
    if (what === 'in_force') return bit(false);
    const term = this.scenario.clauses[type].terms[what];
    if (!term) throw new Error(`no term ${type}.${what}`);
    return fixedOf(this.number(term.default, term.type));
  }

  name(name, names) {
    if (names.has(name)) return names.get(name);
    if (name === 'true' || name === 'false') return bit(name === 'true');
    if (name === 'parties' || name === 'regions')
      return { list: this.keys(name === 'parties' ? 'party' : 'region') };
    if (this.parties.includes(name)) return this.key(name, 'party');
    if (this.regions.includes(name)) return this.key(name, 'region');
    if (name === 'round') return fixed(1);
    if (name === 'phase') return this.string(this.scenario.phases[0].id);
    if (this.scenario.variables?.[name]) return this.variable(name);
    if (this.scenario.formulas?.[name]) return this.formula(name);
    if (this.scenario.clauses[name]) return { clause: name };
    throw new Error(`${name} is not translated`);
  }

  member(node, names) {
    const of = this.value(node.of, names);
    if (of.clause) return this.clause(of.clause, of.key, node.name);
    if (!of.id) throw new Error(`.${node.name} of what is not known`);
    const { variables = {}, formulas = {}, clauses } = this.scenario;
    if (variables[node.name]?.per === of.of) return this.variable(node.name, of);
    if (formulas[node.name]?.per === of.of) return this.formula(node.name, of);
    if (clauses[node.name]?.per === of.of) return { clause: node.name, key: of };
    const owner = of.of === 'party' ? this.scenario.parties[of.id] : this.scenario.regions[of.id];
    return fixedOf(owner[node.name] ?? 0);
  }

  macro(node, names) {
    const variable = node.args[0].value;
    const body = (item, index) =>
      this.value(node.args[index], new Map(names).set(variable, item.value));
    const { list } = this.value(node.of, names);
    if (node.name === 'map')
      return {
        list: list.map((item) => ({
          value: body(item, node.args.length - 1),
          guard: node.args.length > 2 ? binary('&&', item.guard, body(item, 1)) : item.guard,
        })),
      };
    if (node.name === 'filter')
      return {
        list: list.map((item) => ({
          value: item.value,
          guard: binary('&&', item.guard, body(item, 1)),
        })),
      };
    if (node.name === 'exists')
      return fold(
        list.map((item) => binary('&&', item.guard, body(item, 1))),
        '||',
        bit(false),
      );
    return fold(
      list.map((item) => binary('||', not(item.guard), body(item, 1))),
      '&&',
      bit(true),
    );
  }

  call(node, names) {
    const { name } = node;
    if (name === 'drafted') {
      const of = this.value(node.args[0], names);
      return this.clause(
        of.clause,
        of.key ?? (this.scenario.clauses[of.clause].per && names.get('it')),
        'in_force',
      );
    }
    if (name === 'conditional') return bit(false);
    if (['map', 'filter', 'exists', 'all'].includes(name)) return this.macro(node, names);
    if (name === 'sum')
      return fold(
        this.value(node.of, names).list.map(({ value, guard }) => choose(guard, value, fixed(0))),
        '+',
        fixed(0),
      );
    if (name === 'size') {
      const { list } = this.value(node.of ?? node.args[0], names);
      return fold(
        list.map(({ guard }) => choose(guard, fixed(1), fixed(0))),
        '+',
        fixed(0),
      );
    }
    if (name === 'least' || name === 'greatest') {
      const values = node.args.map((arg) => this.value(arg, names));
      const sign = name === 'least' ? 'min' : 'max';
      return values.every(isFixed)
        ? fixedOf(Math[sign](...values.map(({ value }) => value)))
        : { js: `Math.${sign}(${values.map(({ js }) => js)})` };
    }
    throw new Error(`${name}() is not translated`);
  }

  value(node, names) {
    switch (node.kind) {
      case 'number':
        return fixed(node.value);
      case 'string':
        return this.string(node.value);
      case 'name':
        return this.name(node.value, names);
      case 'member':
        return this.member(node, names);
      case 'call':
        return this.call(node, names);
      case 'list':
        return {
          list: node.items.map((item) => ({ value: this.value(item, names), guard: bit(true) })),
        };
      case 'unary': {
        const of = this.value(node.of, names);
        return node.sign === '!' ? not(of) : binary('-', fixed(0), of);
      }
      case 'choice': {
        const condition = this.value(node.condition, names);
        if (isFixed(condition)) return this.value(condition.value ? node.yes : node.no, names);
        return choose(condition, this.value(node.yes, names), this.value(node.no, names));
      }
      default: {
        const left = this.value(node.left, names);
        const right = this.value(node.right, names);
        if (node.sign !== 'in') return binary(node.sign, left, right);
        return fold(
          right.list.map(({ value, guard }) => binary('&&', guard, binary('==', left, value))),
          '||',
          bit(false),
        );
      }
    }
  }

  /** The source of a function (p, o): the sum of expressions for the package that begins at p[o]. */
  source(expressions, it) {
    const pass = () => {
      this.uses = new Map();
      this.formulas = new Map();
      this.lines = [];
      const names = new Map(it ? [['it', it]] : []);
      return fold(
        expressions.map((expression) => this.value(parse(expression), names)),
        '+',
        fixed(0),
      );
    };
    this.counted = undefined;
    pass();
    this.counted = this.uses;
    const sum = pass();
    return `${this.lines.join('\n')}\nreturn ${sum.js};`;
  }

  closure(expressions, it) {
    return new Function('p', 'o', this.source(expressions, it));
  }
}
