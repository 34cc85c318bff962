// From the bytes of a record to an event: the wire format, schemas by their id, and values that print as JSON.

import crypto from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import avro from 'avsc';
import { FOLDER, getJson } from './kit.js';

const PREFIX = 5;
const PRIMITIVES = new Set(['null', 'boolean', 'int', 'long', 'float', 'double', 'bytes', 'string']);

/** Why the bytes are none; says nothing of what is in them. */
export class NotAnEvent extends Error {}

/** Decimals as text with all their digits. */
class Decimal extends avro.types.LogicalType {
  #scale;

  constructor(schema, options) {
    super(schema, options);
    this.#scale = schema.scale ?? 0;
  }

  _fromValue(bytes) {
    const unscaled = bytes.length === 0 ? 0n : BigInt.asIntN(bytes.length * 8, BigInt('0x' + bytes.toString('hex')));
    const digits = (unscaled < 0n ? -unscaled : unscaled).toString().padStart(this.#scale + 1, '0');
    const point = digits.length - this.#scale;
    return (unscaled < 0n ? '-' : '') + digits.slice(0, point) + (this.#scale > 0 ? '.' + digits.slice(point) : '');
  }
}

/** Times in UTC, to the millisecond. */
class Timestamp extends avro.types.LogicalType {
  _fromValue(millis) {
    return new Date(millis).toISOString();
  }
}

class Day extends avro.types.LogicalType {
  _fromValue(days) {
    return new Date(days * 86_400_000).toISOString().slice(0, 10);
  }
}

const LOGICAL_TYPES = { decimal: Decimal, 'timestamp-millis': Timestamp, date: Day };

/** A writer's schema, and the fingerprint of it that a signature covers. */
class Schema {
  constructor(definition) {
    const parsed = JSON.parse(definition);
    this.type = avro.Type.forSchema(parsed, { logicalTypes: LOGICAL_TYPES });
    this.fingerprint = crypto.createHash('sha256').update(canonical(parsed)).digest('hex');
  }
}

/** The Parsing Canonical Form of the Avro specification. */
export function canonical(schema, namespace = '') {
  if (typeof schema === 'string') {
    const whole = PRIMITIVES.has(schema) || schema.includes('.') || !namespace;
    return JSON.stringify(whole ? schema : `${namespace}.${schema}`);
  }
  if (Array.isArray(schema)) {
    return '[' + schema.map((branch) => canonical(branch, namespace)).join(',') + ']';
  }
  switch (schema.type) {
    case 'array':
      return `{"type":"array","items":${canonical(schema.items, namespace)}}`;
    case 'map':
      return `{"type":"map","values":${canonical(schema.values, namespace)}}`;
    case 'record':
    case 'enum':
    case 'fixed':
      return named(schema, namespace);
    default:
      return canonical(schema.type, namespace);
  }
}

function named(schema, namespace) {
  const space = schema.namespace ?? namespace;
  const name = schema.name.includes('.') || !space ? schema.name : `${space}.${schema.name}`;
  const start = `{"name":${JSON.stringify(name)},"type":"${schema.type}",`;
  if (schema.type === 'enum') {
    return `${start}"symbols":${JSON.stringify(schema.symbols)}}`;
  }
  if (schema.type === 'fixed') {
    return `${start}"size":${schema.size}}`;
  }
  const inner = name.slice(0, Math.max(name.lastIndexOf('.'), 0));
  const fields = schema.fields.map((f) => `{"name":${JSON.stringify(f.name)},"type":${canonical(f.type, inner)}}`);
  return `${start}"fields":[${fields.join(',')}]}`;
}

/** Schemas by the registry's id: those in this folder, and any other from the registry, once. */
export class Schemas {
  #registry;
  #tokens;
  #known = new Map();

  constructor(kit, tokens) {
    this.#registry = kit.registry;
    this.#tokens = tokens;
    for (const { id, file } of kit.schemas) {
      this.#known.set(id, new Schema(fs.readFileSync(path.join(FOLDER, file), 'utf8')));
    }
  }

  async byId(id) {
    if (!this.#known.has(id)) {
      const found = await getJson(`${this.#registry}/schemas/ids/${id}`, this.#tokens);
      this.#known.set(id, new Schema(found.schema));
    }
    return this.#known.get(id);
  }
}

/** Schema id and Avro binary of a value. */
export function split(value) {
  if (value.length < PREFIX || value[0] !== 0) {
    throw new NotAnEvent('it does not begin with a zero byte and a schema id');
  }
  return { id: value.readUInt32BE(1), binary: value.subarray(PREFIX) };
}

/** The event as JSON has it, null where unknown; nothing may be left over. */
export function decode(schema, binary) {
  try {
    return JSON.parse(JSON.stringify(schema.type.fromBuffer(binary)));
  } catch {
    // The library's text may quote what it read.
    throw new NotAnEvent('it is none of its schema');
  }
}
