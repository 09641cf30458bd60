/**
 * A copy as files that Telegram takes and a bot reads again. In: the rows, and the bytes a plain file may have. Out: one
 * file of plain JSON; when that would be too large, the same packed without the questions of finished sittings, most of
 * every copy, and those packed apart for their owner to read.
 */
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Row } from '../db/belongings.js';
import type { CopyHead } from '../reader/copy-file.js';

/** What a copy says. */
export interface WholeCopy extends CopyHead {
  readonly exportedAt: string;
  readonly tables: Readonly<Record<string, readonly Row[]>>;
}

interface PackedCopy {
  /** What can be brought back. */
  readonly json: Uint8Array;
  /** Is it packed? */
  readonly isPacked: boolean;
  /** The steps of finished sittings, packed; null when they are in the copy itself. */
  readonly steps: Uint8Array | null;
}

/** Packing is done beside the bot, by the threads of zlib. */
export async function packCopy(whole: WholeCopy, largest: number): Promise<PackedCopy> {
  const json = bytesOf(whole);
  if (json.length <= largest) return { json, isPacked: false, steps: null };
  const { steps = [], sessions = [] } = whole.tables;
  const open = new Set(sessions.filter((it) => it['closed_at'] === null).map((it) => it['id']));
  const isOpen = (step: Row): boolean => open.has(step['session_id']);
  const kept = { ...whole.tables, steps: steps.filter(isOpen) };
  const finished = steps.filter((step) => !isOpen(step));
  return {
    json: await packed({ ...whole, tables: kept }),
    isPacked: true,
    steps: await packed({ exportedAt: whole.exportedAt, tables: { steps: finished } }),
  };
}

const bytesOf = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);

const gzipped = promisify(gzip);

const packed = (value: object): Promise<Buffer> => gzipped(bytesOf(value));
