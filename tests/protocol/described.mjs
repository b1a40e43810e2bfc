// The description of the protocol, as whoever writes a client reads it: openapi.json, and asyncapi.json that refers to it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { root } from './server.mjs';

const read = (name) => JSON.parse(readFileSync(join(root, 'server', 'codec', name), 'utf8'));
export const openapi = read('openapi.json');
export const asyncapi = read('asyncapi.json');
export const { schemas } = openapi.components;
export const methods = schemas.call.oneOf.map(({ $ref }) => $ref.split('/').pop());
export const refusalTypes = schemas.refusalType.enum;

/** The same, but a member that no schema names is an error: the server must not say what is not described. */
function closed(schema) {
  if (Array.isArray(schema)) return schema.map(closed);
  if (schema === null || typeof schema !== 'object') return schema;
  const copy = Object.fromEntries(
    Object.entries(schema).map(([name, part]) => [name, name === 'allOf' ? part : closed(part)]),
  );
  const shape = schema.type === 'object' && typeof schema.properties === 'object';
  return shape && copy.additionalProperties === undefined ? { ...copy, additionalProperties: false } : copy;
}

const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: 'open', components: openapi.components });
// A call stands within the envelope of a request, which adds members to it.
const { call, request, ...answers } = schemas;
ajv.addSchema({ $id: 'closed', components: { schemas: { ...closed(answers), call, request } } });

/** What is wrong with a value by the schema of this name; empty: nothing. */
function faults(id, name, value) {
  const check = ajv.getSchema(`${id}#/components/schemas/${name}`);
  if (!check) return [`there is no schema ${name}`];
  check(value);
  return (check.errors ?? []).map(({ instancePath, message, params }) => `${name}${instancePath} ${message} ${JSON.stringify(params)}`);
}

/** Of what the server says: nothing may be in it that is not described. */
export const wrong = (name, value) => faults('closed', name, value);
/** Of what is asked. */
export const wrongCall = (method, params) => faults('open', method, { method, params });
