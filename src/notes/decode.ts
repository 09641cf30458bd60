/**
 * Bytes of a file somebody sent → text, or one of three reasons why not.
 * In: the bytes and a size limit. Out: text as the author wrote it (markup, line ends and typos kept, BOM and NUL gone).
 * Order: byte order mark, UTF-16 without one, strict UTF-8, slightly damaged UTF-8, the Russian one-byte encodings.
 * Never throws; what is decoded here is read by `parseNote`.
 */
import { decodeCyrillic } from './encoding.js';

export type DecodeFailure = 'too-big' | 'binary' | 'empty';

export type Decoded =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly reason: DecodeFailure };

/** Largest note in bytes: 1 MB. */
export const NOTE_LIMIT = 1_048_576;

/** First bytes of files that are not text, as Latin-1: archives (docx, odt), PDF, pictures, old Office, RTF, sound. */
const SIGNATURES = [
  'PK\x03\x04', 'PK\x05\x06', '%PDF-', '\x89PNG', '\xff\xd8\xff', 'GIF8', 'RIFF', 'Rar!', '7z\xbc\xaf',
  '\x1f\x8b', 'BZh', '\xd0\xcf\x11\xe0', '{\\rtf', 'OggS', 'ID3', '\x7fELF', 'SQLite format 3', '\x00\x00\x00\x18ftyp',
  '\x00\x00\x00\x20ftyp',
]; // prettier-ignore

/** More control characters than this share means a binary file: random bytes have 11 %, damaged text far below 5 %. */
const CONTROL_SHARE = 0.05;

/** The text of a note file. `limit` is in bytes. */
export function decodeNote(bytes: Uint8Array, limit = NOTE_LIMIT): Decoded {
  if (bytes.length > limit) return { ok: false, reason: 'too-big' };
  if (isKnownBinary(bytes)) return { ok: false, reason: 'binary' };
  const text = decodeText(bytes);
  if (text === null || controlShare(text) > CONTROL_SHARE) return { ok: false, reason: 'binary' };
  if (!/[\p{L}\p{N}]/u.test(text)) return { ok: false, reason: 'empty' };
  // Postgres keeps no NUL in a text, and no line loses anything without it.
  return { ok: true, text: text.replaceAll('\0', '') };
}

function isKnownBinary(bytes: Uint8Array): boolean {
  const head = String.fromCharCode(...bytes.subarray(0, 16));
  const signature = SIGNATURES.find((it) => head.startsWith(it));
  if (signature === undefined) return false;
  // A note may begin with «ID3» or «RIFF»; PDF and RTF are told apart from text by nothing but their first word.
  const isWord = /^[A-Z][A-Za-z0-9!]+$/.test(signature);
  return !isWord || /[\0-\x08\x0e-\x1f\x7f]/.test(head);
}

function decodeText(bytes: Uint8Array): string | null {
  const utf16 = utf16Label(bytes);
  if (utf16 !== null) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not clean UTF-8: a cut file is still UTF-8, anything else is one of the one-byte encodings.
    return decodeDamagedUtf8(bytes) ?? decodeCyrillic(bytes);
  }
}

/** UTF-16 by its mark, or by its shape: every second byte is the page of Latin (0) or Cyrillic (4). */
function utf16Label(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const sample = bytes.subarray(0, 2000);
  if (sample.length < 4 || bytes.length % 2 !== 0) return null;
  const pages = [0, 0];
  sample.forEach((byte, i) => {
    if (byte === 0 || byte === 4) pages[i % 2] = (pages[i % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = pages;
  const enough = (sample.length / 2) * 0.8;
  if (odd > enough && even < enough / 2) return 'utf-16le';
  if (even > enough && odd < enough / 2) return 'utf-16be';
  return null;
}

/** UTF-8 with a few bytes lost: cut at its end, or fewer than one broken place for twenty good letters. */
function decodeDamagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder('utf-8').decode(bytes);
  let broken = 0;
  let good = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === 0xfffd) broken += 1;
    else if (code > 0x7f) good += 1;
  }
  const isOnlyCut = broken === 1 && good > 0 && text.endsWith('\uFFFD');
  return isOnlyCut || broken * 20 < good ? text : null;
}

function controlShare(text: string): number {
  let controls = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const isSpace = code === 9 || code === 10 || code === 12 || code === 13;
    if (code < 32 && !isSpace) controls += 1;
  }
  return text.length === 0 ? 0 : controls / text.length;
}
