/**
 * A text that comes in several messages: every part is a row at once; silence, or the learner, closes it.
 * The clock is the caller's: `quietIn` says when to look again.
 */
import {
  addPart,
  dropPaste,
  forgetPastes,
  openPastes,
  partsOf,
  pasteOf,
  type PasteRow,
} from '../db/pastes.js';
import { joinParts, mayBeCut } from '../notes/join-parts.js';
import type { OwnDecksDeps } from './deck-reports.js';
import type { Paste, PastePart, Taken } from './own-decks.js';
import { knownLearner } from './sittings.js';
import { takeNotes } from './take-notes.js';

/** Telegram sends the messages it cut a text into at once; a slow phone needs a moment longer. */
const SILENCE_MS = 4_000;
/** A paste nobody said yes to is no longer gone on with. */
const FORGOTTEN_MS = 3_600_000;
/** More messages than the largest note has, so that a flood stores no more than a note. */
const MOST_PARTS = 400;

/** A part of a paste, stored; null when the text is none. */
export async function takePart(
  deps: OwnDecksDeps,
  learnerId: number,
  { part, isLong }: { part: PastePart; isLong: boolean },
): Promise<Paste | null> {
  const known = await pasteOf(deps.db, learnerId);
  const now = deps.now();
  const age = known === null ? Infinity : now.getTime() - known.changedAt.getTime();
  // A short text goes on with a paste only as its last bit, or when more was asked for.
  const isBit = known !== null && (known.isWanted || mayBeCut(known.lastText));
  const isNext = (isBit && age < SILENCE_MS) || (isLong && age < FORGOTTEN_MS);
  if (!isNext && !isLong) return null;
  await knownLearner(deps, learnerId);
  if (known !== null && !isNext) await dropPaste(deps.db, learnerId, known.id);
  if (!isNext || (known?.parts ?? 0) < MOST_PARTS) {
    const { id: pasteId, messageId } = part;
    // Telegram lets NUL through, Postgres stores no text with it.
    const text = part.text.replaceAll('\0', '');
    await addPart(deps.db, { learnerId, pasteId, messageId, text, now });
  }
  return currentPaste(deps, learnerId);
}

/** The paste a learner has begun. */
export async function currentPaste(deps: OwnDecksDeps, learnerId: number): Promise<Paste | null> {
  const row = await pasteOf(deps.db, learnerId);
  return row === null ? null : pasteAt(row, deps.now());
}

/** Every paste that waits; those nobody answered for are forgotten first. */
export async function waitingPastes(deps: OwnDecksDeps): Promise<Paste[]> {
  const now = deps.now();
  await forgetPastes(deps.db, new Date(now.getTime() - FORGOTTEN_MS));
  return (await openPastes(deps.db)).map((row) => pasteAt(row, now));
}

/**
 * Makes a deck of a paste, which is forgotten only when that has been told: whoever dies in between closes it again, and
 * the import of its id is told again. A part that came meanwhile has given the paste another id: it stays.
 */
export async function closePaste(
  deps: OwnDecksDeps,
  learnerId: number,
  id: string,
): Promise<Taken | null> {
  const row = await pasteOf(deps.db, learnerId);
  if (row?.id !== id) return null;
  const text = joinParts(await partsOf(deps.db, learnerId));
  return takeNotes(deps, learnerId, { id, fileName: null, source: { text } });
}

const pasteAt = ({ changedAt, lastText: _text, ...row }: PasteRow, now: Date): Paste => ({
  ...row,
  quietIn: Math.max(0, changedAt.getTime() + SILENCE_MS - now.getTime()),
});
