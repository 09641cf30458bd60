/** What the use cases stand on; clock and chance come from outside. */
import type { Database } from '../db/database.js';
import type { BankCache } from './banks.js';

export interface StudyDeps {
  readonly db: Database;
  readonly banks: BankCache;
  readonly now: () => Date;
  /** A random, unguessable id for sittings, decks and facts: `A-Za-z0-9_-` only, at most 16 signs. */
  readonly newId: () => string;
  readonly defaultTimeZone: string;
}
