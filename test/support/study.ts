/** A study over a database of its own, with a clock that tests move and ids they can predict. */
import { createReader } from '../../src/reader/reader.js';
import { bankCache } from '../../src/study/banks.js';
import { createStudy } from '../../src/study/create-study.js';
import type { StudyDeps } from '../../src/study/deps.js';
import { importBuiltInDecks } from '../../src/study/import-notes.js';
import type { Reply, Step } from '../../src/study/step.js';
import type { Study } from '../../src/study/study.js';
import { openTestDatabase } from './database.js';

export const ANNA = 1001;
export const BORIS = 1002;

/** Noon in Moscow on a Wednesday. */
export const NOON = new Date('2026-05-20T09:00:00Z');

export interface TestStudy {
  readonly study: Study;
  readonly deps: StudyDeps;
  /** Replaces the built-in notes by these, as a restart with an edited file would; null: no files. */
  importNotes(text: string | null, file?: string): ReturnType<typeof importBuiltInDecks>;
  setNow(now: Date): void;
  /** Opens a sitting and puts its first question. */
  begin(learnerId: number, size: number): Promise<Step>;
  /** Puts the question of a step on the screen. */
  put(learnerId: number, step: { session: string; position: number }): Promise<Step>;
  close(): Promise<void>;
}

export async function openTestStudy(
  notes: string,
  limits: { decks?: number; importsPerHour?: number } = {},
): Promise<TestStudy> {
  const database = await openTestDatabase();
  let now = NOON;
  let ids = 0;
  const deps: StudyDeps = {
    db: database.db,
    banks: bankCache(database.db),
    reader: createReader({ limits: { bytes: 1_048_576, facts: 5000 } }),
    limits: { decks: 20, importsPerHour: 5, ...limits },
    now: () => now,
    newId: () => `id${(ids += 1)}`,
    defaultTimeZone: 'Europe/Moscow',
  };
  const study = createStudy(deps);
  const put = async (learnerId: number, ref: { session: string; position: number }) => {
    await study.markAsked(learnerId, ref, 500 + ref.position);
    const found = await study.step(learnerId, ref);
    if (found === null) throw new Error('no such step');
    return found.step;
  };
  const importNotes = (text: string | null, file = 'git.txt') =>
    importBuiltInDecks(deps, text === null ? [] : [{ file, title: 'Git', text }]);
  await importNotes(notes);
  return {
    ...{ study, deps, importNotes, put, close: () => database.close() },
    setNow(at) {
      now = at;
    },
    async begin(learnerId, size) {
      const opened = await study.open(learnerId, { kind: 'size', size });
      if (opened.kind !== 'step') throw new Error(`nothing opened: ${opened.kind}`);
      return put(learnerId, opened.step);
    },
  };
}

/** A reply that is right, or wrong, for whatever form the question has. */
export function replyTo(step: Step, isRight: boolean): Reply {
  const { question } = step;
  if (question.form === 'recall') return { kind: 'graded', result: isRight ? 'correct' : 'wrong' };
  if (question.form === 'typed') {
    return { kind: 'text', text: isRight ? (question.accepted[0] ?? '') : 'совсем не то' };
  }
  return { kind: 'tap', choice: question.choices.findIndex((it) => it.correct === isRight) };
}
