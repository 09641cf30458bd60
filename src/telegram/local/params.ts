/** The parameters of a call, read the way the Bot API reads them: JSON values, or texts of a form holding JSON. */
import { badRequest } from './rejection.js';

export interface Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Params {
  /** As they came, for the record. */
  readonly fields: Readonly<Record<string, unknown>>;
  text(name: string): string | undefined;
  number(name: string): number | undefined;
  flag(name: string): boolean;
  object(name: string): Record<string, unknown> | undefined;
  list(name: string): readonly unknown[] | undefined;
  /** The file of an `attach://` reference. */
  upload(name: string): Upload | undefined;
}

const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/** Wraps the fields of one call. Readers throw a Rejection when a value has the wrong type. */
export function readParams(
  fields: Readonly<Record<string, unknown>>,
  uploads: ReadonlyMap<string, Upload> = new Map(),
): Params {
  function json(name: string): unknown {
    const value = fields[name];
    if (typeof value !== 'string') return value;
    try {
      return JSON.parse(value);
    } catch {
      throw badRequest(`can't parse ${name} JSON object`);
    }
  }
  function text(name: string): string | undefined {
    const value = fields[name];
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string') throw badRequest(`parameter "${name}" must be of type String`);
    // Half of an emoji cut in two is not UTF-8.
    if (loneSurrogate.test(value)) throw badRequest('strings must be encoded in UTF-8');
    return value;
  }
  function number(name: string): number | undefined {
    const value = fields[name];
    if (value === undefined || value === null || value === '') return undefined;
    const read = Number(value);
    if (!Number.isSafeInteger(read)) throw badRequest(`parameter "${name}" must be an Integer`);
    return read;
  }
  function object(name: string): Record<string, unknown> | undefined {
    const value = json(name);
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'object' || Array.isArray(value))
      throw badRequest(`object expected as ${name}`);
    return value as Record<string, unknown>;
  }
  function list(name: string): readonly unknown[] | undefined {
    const value = json(name);
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) throw badRequest(`expected an Array of ${name}`);
    return value as unknown[];
  }
  return {
    fields,
    text,
    number,
    flag: (name) => fields[name] === true || fields[name] === 'true',
    object,
    list,
    upload: (name) => uploads.get(String(fields[name]).replace(/^attach:\/\//, '')),
  };
}
