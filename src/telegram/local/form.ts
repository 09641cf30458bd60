/** Reads a multipart form. In: body and its content type; out: plain fields and uploaded files by the name of their part. */
import { badRequest } from './rejection.js';
import type { Upload } from './params.js';

export interface Form {
  readonly fields: Record<string, string>;
  readonly uploads: Map<string, Upload>;
}

/** Parses the body of an upload. Throws a Rejection when it is not a complete form. */
export function parseForm(body: Buffer, contentType: string): Form {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1];
  if (boundary === undefined) throw badRequest('boundary is missing');
  const form: Form = { fields: {}, uploads: new Map() };
  for (const part of splitParts(body, boundary)) {
    const headEnd = part.indexOf('\r\n\r\n');
    const head = part.subarray(0, headEnd).toString('utf8');
    const content = part.subarray(headEnd + 4);
    const name = /[;\s]name="([^"]*)"/i.exec(head)?.[1];
    if (headEnd < 0 || name === undefined) throw badRequest("can't parse form data");
    const file = /filename="?([^"\r\n]*)"?/i.exec(head)?.[1];
    if (file === undefined) form.fields[name] = content.toString('utf8');
    else form.uploads.set(name, { name: file, bytes: new Uint8Array(content) });
  }
  return form;
}

function splitParts(body: Buffer, boundary: string): Buffer[] {
  const delimiter = `--${boundary}`;
  const parts: Buffer[] = [];
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const from = start + delimiter.length;
    if (body.subarray(from, from + 2).toString() === '--') return parts;
    const next = body.indexOf(`\r\n${delimiter}`, from);
    if (next < 0) break;
    parts.push(body.subarray(from + 2, next));
    start = next + 2;
  }
  throw badRequest("can't parse form data");
}
