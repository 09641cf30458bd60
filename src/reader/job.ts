/** The jobs that are too long for the thread that talks to learners. Values in, values out. */
import { matchFacts, type Matched, type StoredFact } from '../notes/match.js';
import type { Fact } from '../notes/note.js';
import { textOfDocx } from './docx.js';
import type { CopyTables } from './copy-file.js';
import { readNote, type NoteLimits, type NoteSource, type ReadNote, type Unread } from './read.js';

export interface ReadJob {
  readonly kind: 'read';
  readonly source: NoteSource;
  readonly limits: NoteLimits;
}

export interface MatchJob {
  readonly kind: 'match';
  readonly stored: readonly StoredFact[];
  readonly fresh: readonly Fact[];
}

export interface CopyJob {
  readonly kind: 'copy';
  readonly bytes: Uint8Array;
}

export type Job = ReadJob | MatchJob | CopyJob;

/** What each kind of job answers. */
export interface Answers {
  readonly read: ReadNote | Unread;
  /** Facts by their place in `fresh`: an object is another one on the other side of a thread. */
  readonly match: MatchedPlaces;
  readonly copy: CopyTables | null;
}

/** `Matched` with facts as indexes into the new text's facts. */
export interface MatchedPlaces {
  readonly kept: readonly (readonly [id: string, place: number])[];
  readonly changed: readonly (readonly [id: string, place: number])[];
  readonly added: readonly number[];
  readonly gone: readonly string[];
}

/** Does a job to its end. */
export async function doJob(job: Job): Promise<Answers[Job['kind']]> {
  switch (job.kind) {
    case 'read':
      return readNote(await unpacked(job.source), job.limits);
    case 'match':
      return placesOf(matchFacts(job.stored, job.fresh), job.fresh);
    case 'copy': {
      // What checks a copy takes a while to load, and notes have no need of it.
      const { readCopy } = await import('./copy-file.js');
      return readCopy(job.bytes);
    }
  }
}

/** A document of Word as its text, known by what is in it and not by its name; anything else as it is. */
async function unpacked(source: NoteSource): Promise<NoteSource> {
  if (!('bytes' in source)) return source;
  const text = await textOfDocx(source.bytes);
  return text === null ? source : { text };
}

function placesOf(matched: Matched, fresh: readonly Fact[]): MatchedPlaces {
  const places = new Map(fresh.map((fact, place) => [fact, place]));
  const placeOf = (fact: Fact): number => places.get(fact) ?? -1;
  return {
    kept: matched.kept.map(([id, fact]) => [id, placeOf(fact)]),
    changed: matched.changed.map(([id, fact]) => [id, placeOf(fact)]),
    added: matched.added.map(placeOf),
    gone: matched.gone,
  };
}
