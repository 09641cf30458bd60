/** A deck in numbers, and what its owner could put right: read again from its notes, and remembered by version. */
import { textOf, visibleDecks, type DeckRow } from '../db/decks.js';
import type { NoteReport } from '../notes/report.js';
import { deckCache, type DeckCache } from './deck-cache.js';
import type { StudyDeps } from './deps.js';
import type { DeckReport, Fault } from './own-decks.js';

/** What reading a note says of it besides its facts; null when it takes more than one note may cost by now. */
export type NoteReading = { readonly report: NoteReport; readonly checked: number } | null;

interface DeckOfLearner {
  readonly id: string;
  readonly version: number;
  /** Whose turn at the reader it takes. */
  readonly learnerId: number;
}

export type ReportCache = DeckCache<DeckOfLearner, NoteReading>;

export interface OwnDecksDeps extends StudyDeps {
  readonly reports: ReportCache;
}

/** Readings of decks, made when they are asked for. */
export const reportCache = ({ db, reader }: StudyDeps): ReportCache =>
  deckCache(async ({ id, learnerId }) => {
    const reading = await reader.read(learnerId, { text: await textOf(db, id) });
    return reading.ok ? { report: reading.report, checked: reading.checked } : null;
  });

/** A deck the learner may see, in numbers; null for any other. */
export async function deckReport(
  deps: OwnDecksDeps,
  learnerId: number,
  deckId: string,
): Promise<DeckReport | null> {
  const deck = await visibleDeck(deps, learnerId, deckId);
  if (deck === null) return null;
  const reading = await readingOf(deps, learnerId, deck);
  const { title, isOwn, facts } = deck;
  return {
    ...{ deckId, title, isOwn, facts },
    checked: Math.min(reading?.checked ?? facts, facts),
    gaps: reading?.report.gaps.length ?? 0,
    unclear: reading?.report.unclear.length ?? 0,
    conflicts: reading?.report.conflicts.length ?? 0,
  };
}

/** What the owner of a deck could put right; null for everybody else. */
export async function faultsOf(
  deps: OwnDecksDeps,
  learnerId: number,
  deckId: string,
): Promise<readonly Fault[] | null> {
  const deck = await visibleDeck(deps, learnerId, deckId);
  if (deck?.isOwn !== true) return null;
  const reading = await readingOf(deps, learnerId, deck);
  return reading === null ? [] : faultsIn(reading.report);
}

/** In the order of the lines, as an author goes through a file. */
function faultsIn({ unclear, gaps, conflicts }: NoteReport): Fault[] {
  const faults: Fault[] = [
    ...unclear.map(({ line, text, reason }) => ({ kind: 'unclear', line, text, reason }) as const),
    ...gaps.map(({ line, section }) => ({ kind: 'gap', line, section }) as const),
    ...conflicts.map(({ term, definitions }) => {
      const [line = 1, ...otherLines] = definitions.map((it) => it.line);
      return { kind: 'conflict', line, term, otherLines } as const;
    }),
  ];
  return faults.toSorted((a, b) => a.line - b.line);
}

/** A deck the learner may study; null when there is none of this id for them. */
export async function visibleDeck(
  deps: StudyDeps,
  learnerId: number,
  deckId: string,
): Promise<DeckRow | null> {
  const decks = await visibleDecks(deps.db, learnerId);
  return decks.find(({ id }) => id === deckId) ?? null;
}

const readingOf = (deps: OwnDecksDeps, learnerId: number, deck: DeckRow): Promise<NoteReading> =>
  deps.reports.open({ id: deck.id, version: deck.version, learnerId });
