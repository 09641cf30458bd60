/**
 * How much is packed into a ZIP, found out before anybody unpacks it whole. In: the bytes of a file. Out: its entries, or
 * null when it is no archive that can be trusted. What an entry says of its own size is not believed: it is inflated, and
 * given up at the limit, so that a small file cannot become a large one.
 */
import { inflateRawSync } from 'node:zlib';

interface Entry {
  readonly name: string;
  readonly isStored: boolean;
  readonly packed: Uint8Array;
}

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const END_LENGTH = 22;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const MOST_ENTRIES = 5_000;

/** Does the file begin as an archive does? */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes.length > END_LENGTH && asBuffer(bytes).readUInt32LE(0) === 0x04034b50;

/** Names of the entries if those that pass `isRead` take at most `limit` bytes together; null otherwise. */
export function namesWithin(
  bytes: Uint8Array,
  limit: number,
  isRead: (name: string) => boolean,
): ReadonlySet<string> | null {
  try {
    const entries = entriesOf(asBuffer(bytes));
    let left = limit;
    for (const entry of entries) {
      if (isRead(entry.name)) left -= sizeOf(entry, left);
    }
    return left < 0 ? null : new Set(entries.map(({ name }) => name));
  } catch {
    // Cut short, damaged, or larger than allowed: for whoever asks it is all the same.
    return null;
  }
}

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Throws when it would be more than `most`. */
const sizeOf = ({ isStored, packed }: Entry, most: number): number =>
  isStored || packed.length === 0
    ? packed.length
    : inflateRawSync(packed, { maxOutputLength: Math.max(most, 1) }).length;

function entriesOf(file: Buffer): Entry[] {
  const end = endOf(file);
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new Error('too many entries');
  const entries: Entry[] = [];
  let at = file.readUInt32LE(end + 16);
  for (let i = 0; i < count; i += 1) {
    if (file.readUInt32LE(at) !== ENTRY) throw new Error('not an entry');
    const nameLength = file.readUInt16LE(at + 28);
    const local = file.readUInt32LE(at + 42);
    const from =
      local + LOCAL_LENGTH + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28);
    entries.push({
      name: file.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      isStored: file.readUInt16LE(at + 10) === 0,
      packed: file.subarray(from, from + file.readUInt32LE(at + 20)),
    });
    at += ENTRY_LENGTH + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32);
  }
  return entries;
}

/** Where the table of contents is described: at the end, before a comment. */
function endOf(file: Buffer): number {
  const last = file.length - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (file.readUInt32LE(at) === END) return at;
  }
  throw new Error('no table of contents');
}
