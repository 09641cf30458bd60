/** The use cases of one's own notes, bound to what they stand on. */
import {
  addShare,
  countShares,
  deckToShare,
  leaveDeck,
  renameDeck,
  visibleDecks,
} from '../db/decks.js';
import { importOf } from '../db/imports.js';
import { setDeck } from '../db/learners.js';
import { dropPaste, updatePaste } from '../db/pastes.js';
import { titled } from '../notes/title.js';
import { deckReport, faultsOf, reportCache, type OwnDecksDeps } from './deck-reports.js';
import type { StudyDeps } from './deps.js';
import type { DeckReport, HeldDeck, OwnDecks } from './own-decks.js';
import { closePaste, currentPaste, takePart, waitingPastes } from './pastes.js';
import { knownLearner, open } from './sittings.js';
import type { Opened } from './sitting.js';
import { settle, takeNotes } from './take-notes.js';
import { takenBefore } from './taken.js';

/** What a learner can do with notes of their own. */
export function createOwnDecks(study: StudyDeps): OwnDecks {
  const deps: OwnDecksDeps = { ...study, reports: reportCache(study) };
  const { db } = deps;
  return {
    async take(learnerId, sent) {
      await knownLearner(deps, learnerId);
      return takeNotes(deps, learnerId, sent);
    },
    taken: (learnerId, id) => takenBefore(deps, learnerId, id),
    settle: (learnerId, id, as) => settle(deps, learnerId, { id, as }),
    report: (learnerId, deckId) => deckReport(deps, learnerId, deckId),
    faults: (learnerId, deckId) => faultsOf(deps, learnerId, deckId),
    held: (learnerId) => held(deps, learnerId),
    follow: (learnerId, deckId) => follow(deps, learnerId, deckId),

    async changes(learnerId, id) {
      const outcome = (await importOf(db, { learnerId, id }))?.outcome;
      return outcome?.kind === 'updated' ? outcome.changes : null;
    },
    async rename(learnerId, deckId, words) {
      const title = titled(words.replaceAll('\0', ''));
      if (title === null) return null;
      return (await renameDeck(db, learnerId, { deckId, title })) ? title : null;
    },
    leave: (learnerId, deckId) => leaveDeck(db, { learnerId, deckId, now: deps.now() }),

    takePart: (learnerId, part, isLong) => takePart(deps, learnerId, { part, isLong }),
    paste: (learnerId) => currentPaste(deps, learnerId),
    markPaste: (learnerId, change) => updatePaste(db, learnerId, change),
    closePaste: (learnerId, id) => closePaste(deps, learnerId, id),
    dropPaste: (learnerId, id) => dropPaste(db, learnerId, id),
    openPastes: () => waitingPastes(deps),
  };
}

/** Decks that are the learner's, or shared with them. */
async function held({ db }: OwnDecksDeps, learnerId: number): Promise<HeldDeck[]> {
  const rows = await visibleDecks(db, learnerId);
  return Promise.all(
    rows
      .filter((row) => !row.isBuiltIn)
      .map(async ({ id, title, isOwn }) => ({
        ...{ deckId: id, title, isOwn },
        learners: await countShares(db, id),
      })),
  );
}

/** A link was opened. A built-in deck needs no share, and one's own deck either. */
async function follow(
  deps: OwnDecksDeps,
  learnerId: number,
  deckId: string,
): Promise<DeckReport | null> {
  const deck = await deckToShare(deps.db, deckId);
  if (deck === null) return null;
  await knownLearner(deps, learnerId);
  const isOthers = deck.ownerId !== null && deck.ownerId !== learnerId;
  if (isOthers) await addShare(deps.db, { learnerId, deckId, now: deps.now() });
  const report = await deckReport(deps, learnerId, deckId);
  if (report !== null) await setDeck(deps.db, learnerId, deckId);
  return report;
}

/** A sitting on the facts a new version brought. */
export async function openAdded(
  deps: StudyDeps,
  learnerId: number,
  importId: string,
): Promise<Opened> {
  const outcome = (await importOf(deps.db, { learnerId, id: importId }))?.outcome;
  if (outcome?.kind !== 'updated') return { kind: 'nothing' };
  const { deckId, added: factIds } = outcome;
  return open(deps, learnerId, { kind: 'facts', deckId, factIds });
}
