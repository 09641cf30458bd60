/** What came of an import, told from its row: also to whoever asks again. */
import { importOf } from '../db/imports.js';
import type { ImportOutcome } from '../db/schema/own-notes.js';
import { deckReport, type OwnDecksDeps } from './deck-reports.js';
import type { Taken, TakingRefusal } from './own-decks.js';

/** There is no room for another deck. */
export interface Refused {
  readonly kind: 'refused';
  readonly reason: 'too-many-decks';
}

/** What came of an import of this id; null when there was none. */
export async function takenBefore(
  deps: OwnDecksDeps,
  learnerId: number,
  id: string,
): Promise<Taken | null> {
  const row = await importOf(deps.db, { learnerId, id });
  return row === null ? null : takenOf(deps, learnerId, row);
}

/** A stored outcome as it is told. */
export async function takenOf(
  deps: OwnDecksDeps,
  learnerId: number,
  { id, outcome }: { id: string; outcome: ImportOutcome | Refused },
): Promise<Taken> {
  switch (outcome.kind) {
    case 'refused':
      return { kind: 'refused', refusal: refusalOf(deps, outcome.reason) };
    case 'copy':
      // Its button is forged: a copy has none.
      return { kind: 'refused', refusal: { reason: 'nothing-to-ask' } };
    case 'undecided':
      return { kind: 'undecided', import: id, common: outcome.common, total: outcome.total };
    case 'made':
    case 'same':
    case 'updated': {
      const report = await deckReport(deps, learnerId, outcome.deckId);
      // Made, and thrown away before it was told.
      if (report === null) return { kind: 'refused', refusal: { reason: 'nothing-to-ask' } };
      const { deckId, title, facts } = report;
      if (outcome.kind === 'updated') {
        return { kind: 'updated', import: id, deckId, title, changes: outcome.changes };
      }
      return outcome.kind === 'made' ? { kind: 'made', report } : { kind: 'same', deckId, facts };
    }
  }
}

function refusalOf(deps: OwnDecksDeps, reason: string): TakingRefusal {
  return reason === 'too-many-decks'
    ? { reason, most: deps.limits.decks }
    : { reason: reason as Exclude<TakingRefusal, { most: number }>['reason'] };
}
