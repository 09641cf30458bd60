/**
 * DOOR notes somebody sent, read beside the bot. In: who sent what. Out: the note with its report, or one reason why not.
 * Invariants: a file costs nobody but its sender: few threads at once, one job of a learner at a time, bounded time and
 * memory for each; a learner who sends many waits behind everybody else.
 */
import type { Matched, StoredFact } from '../notes/match.js';
import type { Fact } from '../notes/note.js';
import { createLanes } from '../run/lanes.js';
import type { CopyTables } from './copy-file.js';
import type { Answers, Job, MatchedPlaces } from './job.js';
import type { NoteLimits, NoteSource, ReadNote, Unread } from './read.js';
import { inThread, type ThreadLimits } from './thread.js';

export type { NoteLimits, NoteSource, ReadNote } from './read.js';

/** Why notes were not read. `too-hard`: more time or memory than one file may cost. */
export type Refusal = Unread['reason'] | 'too-hard';

export type Reading = ReadNote | { readonly ok: false; readonly reason: Refusal };

/** Reads notes for learners. */
export interface NoteReader {
  read(learnerId: number, source: NoteSource): Promise<Reading>;
  /** `matchFacts` for notes of any size: finds stored facts again in `fresh`; null when that takes too long. */
  match(
    learnerId: number,
    stored: readonly StoredFact[],
    fresh: readonly Fact[],
  ): Promise<Matched | null>;
  /** The rows of a learner's copy; null for any other file, and for one that takes too long. */
  readCopy(learnerId: number, bytes: Uint8Array): Promise<CopyTables | null>;
}

export interface ReaderSettings {
  readonly limits: NoteLimits;
  readonly thread?: ThreadLimits;
  readonly threadsAtOnce?: number;
}

/** The dearest file found within the limits takes 3 s of a free core and 128 MB: room enough for a busy machine. */
const THREAD: ThreadLimits = { time: 30_000, memory: 256 };
/** A thread takes a whole core; the bot and its database want theirs. */
const THREADS = 2;

interface Ticket {
  readonly id: number;
  readonly learnerId: number;
  readonly work: () => Promise<void>;
}

/** A reader with its own queue. */
export function createReader({
  limits,
  thread = THREAD,
  threadsAtOnce = THREADS,
}: ReaderSettings): NoteReader {
  let tickets = 0;
  const lanes = createLanes<Ticket>({
    atOnce: threadsAtOnce,
    keyOf: ({ learnerId }) => learnerId,
    idOf: ({ id }) => id,
    run: ({ work }) => work(),
  });
  function inTurn<J extends Job>(learnerId: number, job: J): Promise<Answers[J['kind']] | null> {
    return new Promise((resolve, reject) => {
      const work = () => inThread(job, thread).then(resolve, reject);
      lanes.add({ id: (tickets += 1), learnerId, work });
    });
  }
  return {
    async read(learnerId, source) {
      // What is known to be too big need not be copied to be refused.
      if (sizeOf(source) > limits.bytes) return { ok: false, reason: 'too-big' };
      const read = await inTurn(learnerId, { kind: 'read', source, limits });
      return read ?? { ok: false, reason: 'too-hard' };
    },
    async match(learnerId, stored, fresh) {
      const places = await inTurn(learnerId, { kind: 'match', stored, fresh });
      return places && matchedOf(places, fresh);
    },
    readCopy: (learnerId, bytes) => inTurn(learnerId, { kind: 'copy', bytes }),
  };
}

const sizeOf = (source: NoteSource): number =>
  'bytes' in source ? source.bytes.length : Buffer.byteLength(source.text);

/** The facts of this thread for the places that the other one named. */
function matchedOf(places: MatchedPlaces, fresh: readonly Fact[]): Matched {
  const factAt = (place: number): Fact => fresh[place] as Fact;
  return {
    kept: places.kept.map(([id, place]) => [id, factAt(place)]),
    changed: places.changed.map(([id, place]) => [id, factAt(place)]),
    added: places.added.map(factAt),
    gone: places.gone,
  };
}
