/** What the use cases stand on; clock and chance come from outside. */
import type { Database } from '../db/database.js';
import type { NoteReader } from '../reader/reader.js';
import type { BankCache } from './banks.js';
import type { Stats } from './mastery.js';

/** How many decks of their own a learner may have and how often they may bring notes. */
export interface ImportLimits {
  readonly decks: number;
  readonly importsPerHour: number;
}

export interface StudyDeps {
  readonly db: Database;
  readonly banks: BankCache;
  /** Reads what learners send, within the limits of one note. */
  readonly reader: NoteReader;
  readonly limits: ImportLimits;
  /** Draws the numbers of /stats as a PNG; null when that fails. Absent: no pictures. */
  readonly drawStats?: (stats: Stats) => Promise<Uint8Array | null>;
  readonly now: () => Date;
  /** A random, unguessable id for sittings, decks and facts: `A-Za-z0-9_-` only, at most 16 signs. */
  readonly newId: () => string;
  readonly defaultTimeZone: string;
}
