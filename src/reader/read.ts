/**
 * DOOR what somebody sent → a note with everything its report needs, or one reason why not. Runs in a thread of its own.
 * In: bytes or text and the limits. Out: values that can be posted between threads; nothing throws for what is in a file.
 */
import { decodeNote, type DecodeFailure } from '../notes/decode.js';
import type { Fact, Note } from '../notes/note.js';
import { parseNote } from '../notes/parse.js';
import { reportOn, type NoteReport } from '../notes/report.js';
import { openBank } from '../questions/bank.js';

/** How much one note may be. */
export interface NoteLimits {
  /** Bytes of a file, or of a text as UTF-8. */
  readonly bytes: number;
  readonly facts: number;
}

/** What somebody sent: a file as it is, or text already (a paste, what an archive held). */
export type NoteSource = { readonly bytes: Uint8Array } | { readonly text: string };

export interface ReadNote {
  readonly ok: true;
  /** As decoded: what a deck keeps, and quotes. */
  readonly text: string;
  readonly note: Note;
  readonly report: NoteReport;
  /** Facts the bot can check an answer about; the others are graded by the learner. */
  readonly checked: number;
}

export interface Unread {
  readonly ok: false;
  readonly reason: DecodeFailure | 'nothing-to-ask' | 'too-many-facts';
}

/** Decodes, parses and counts. */
export function readNote(source: NoteSource, limits: NoteLimits): ReadNote | Unread {
  const bytes = 'bytes' in source ? source.bytes : Buffer.from(source.text);
  const decoded = decodeNote(bytes, limits.bytes);
  if (!decoded.ok) return decoded;
  const note = parseNote(decoded.text);
  if (note.facts.length === 0) return { ok: false, reason: 'nothing-to-ask' };
  if (note.facts.length > limits.facts) return { ok: false, reason: 'too-many-facts' };
  const checked = countChecked(note.facts);
  return { ok: true, text: decoded.text, note, report: reportOn(note), checked };
}

/** How many facts have a question whose answer the bot can check. */
export function countChecked(facts: readonly Fact[]): number {
  const bank = openBank(facts);
  return facts.filter(({ id }) => bank.isChecked(id, 1)).length;
}
