// The description of the protocol, the code and PROTOCOL.md name the same methods, parameters and refusals.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv } from 'ajv';
import { asyncapi, methods, openapi, refusalTypes, schemas, wrong } from './described.mjs';
import { open } from './described.talk.mjs';
import { ask, call, root } from './server.mjs';

let server;
let table;
let close;
before(async () => {
  ({ server, table, close } = await open());
});
after(() => close?.());

test('the files are what they say they are, and the server hands them out', async () => {
  assert.deepEqual(await new Validator().validate(structuredClone(openapi)), { valid: true });
  const { schemas: versions } = createRequire(import.meta.url)('@asyncapi/specs');
  const check = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const { $schema, ...three } = structuredClone(versions['3.0.0']);
  delete three.definitions['http://json-schema.org/draft-07/schema']; // It is known already.
  check.validate(three, asyncapi);
  assert.deepEqual(check.errors ?? [], []);
  const names = JSON.stringify(asyncapi).matchAll(/openapi\.json#\/components\/schemas\/([\w.]+)/g);
  for (const [, name] of names) assert.ok(schemas[name], name);
  for (const [name, text] of Object.entries({ openapi, asyncapi })) {
    const { status, headers, text: served } = await ask(server, `/${name}.json`);
    assert.equal(status, 200, 'the client is built with them');
    assert.equal(headers['content-type'], 'application/json');
    assert.deepEqual(JSON.parse(served), text);
  }
  assert.deepEqual(wrong('health', JSON.parse((await ask(server, '/healthz')).text)), []);
});

const source = (...path) => readFileSync(join(root, ...path), 'utf8');

test('every method of the server is described, and no other', async () => {
  const rows = source('server', 'host', 'method.c').matchAll(/^ {4}\{"([a-z.]+)", [A-Z_]+,/gm);
  assert.deepEqual([...rows].map(([, name]) => name).sort(), [...methods].sort());
  for (const method of methods) {
    assert.equal(schemas[method].properties.method.const, method);
    assert.ok(schemas[`${method}.result`], method);
    const { error } = await call(server, method, { no_such: 1 });
    assert.notEqual(error.code, -32601, method);
  }
  assert.equal((await call(server, 'no.such')).error.code, -32601);
  const used = source('web', 'methods.ts').matchAll(/^ {2}'?([a-z.]+)'?: \[/gm);
  for (const [, name] of used) assert.ok(methods.includes(name), `the client asks for ${name}`);
});

test('PROTOCOL.md has a row for each method with all its parameters, and each type of refusal', () => {
  const words = source('server', 'codec', 'PROTOCOL.md');
  const rows = new Map();
  for (const [, names, parameters] of words.matchAll(/^\| (`[^|]*?) \|((?:\\\||[^|])*)\|/gm)) {
    let family = '';
    for (const [, name] of names.matchAll(/`([a-z.]+)`/g)) {
      const whole = name.startsWith('.') ? family + name : name;
      family = whole.split('.')[0];
      rows.set(whole, `${rows.get(whole) ?? ''} ${parameters}`);
    }
  }
  for (const method of methods) {
    assert.ok(rows.has(method), `${method} has no row`);
    const { properties = {} } = schemas[method].properties.params;
    for (const name of Object.keys(properties)) {
      if (name === 'key') continue;
      const told = new RegExp(`\\b${name}\\b`).test(rows.get(method)) || /as exercise.schedule/.test(rows.get(method));
      assert.ok(told, `the row of ${method} lacks ${name}`);
    }
  }
  const types = [...words.split('## Refusal types')[1].matchAll(/`([a-z]+\.[a-z_]+)`/g)];
  assert.deepEqual(types.map(([, type]) => type).sort(), [...refusalTypes].sort());
});

test('every type of refusal that the code can emit is described, and no other', () => {
  const emitted = new Set();
  for (const room of ['game', 'codec', 'host']) {
    for (const file of readdirSync(join(root, 'server', room)).filter((name) => name.endsWith('.c'))) {
      const text = source('server', room, file)
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/^#include.*$/gm, '')
        .replace(/TEXT\("[^"]*"\)/g, '')
        .replace(/NAMED\("[^"]*"\)/g, '')
        .replace(/("[a-z]+\.[a-z_]+"), "[^"]*"/g, '$1'); // A path follows its type.
      for (const [, type] of text.matchAll(/"([a-z]+\.[a-z_]+)"/g)) emitted.add(type);
    }
  }
  const others = [...emitted].filter((type) => !refusalTypes.includes(type) && !methods.includes(type));
  assert.deepEqual(others.filter((name) => !/\.(csv|json|md|svg)$/.test(name)), []);
  assert.deepEqual(refusalTypes.filter((type) => !emitted.has(type)), []);
});

test('the example, written from the description alone, plays', async () => {
  const { code, control } = await table();
  await control.ask('exercise.start', { key: 1 });
  const child = spawn(process.execPath, [join(root, 'server', 'codec', 'example.mjs'), server.url, code, 'Hal', 'Good morning.']);
  let out = '';
  child.stdout.on('data', (data) => (out += data));
  child.stderr.pipe(process.stderr);
  assert.equal(await new Promise((resolve) => child.on('close', resolve)), 0);
  assert.match(out, /^[a-z]+: Good morning\.\n/m);
});
