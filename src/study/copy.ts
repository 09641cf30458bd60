/** A learner's own copy: everything stored about them as JSON, and what their notes can ask as a file for Anki. */
import { readBelongings } from '../db/belongings.js';
import { visibleDecks } from '../db/decks.js';
import { hiddenFrom } from '../db/feedback.js';
import { progressOf } from '../db/cards.js';
import type { Question } from '../questions/question.js';
import type { CopyHead } from '../reader/copy-file.js';
import { ankiFile, type AnkiNote } from './anki.js';
import type { StudyDeps } from './deps.js';
import type { Copy } from './own-data.js';
import { packCopy } from './pack-copy.js';
import { knownLearner } from './sittings.js';

const HEAD: CopyHead = { format: 'konspekt-bot', version: 1 };

/** Telegram gives a bot no larger file back. */
const LARGEST_PLAIN = 20_000_000;

/** Both files. The learner must be known. */
export async function copyOf(deps: StudyDeps, learnerId: number): Promise<Copy> {
  const tables = await readBelongings(deps.db, learnerId);
  const exportedAt = deps.now().toISOString();
  const whole = { ...HEAD, exportedAt, tables };
  const notes = await notesOf(deps, learnerId);
  return {
    ...(await packCopy(whole, LARGEST_PLAIN)),
    anki: notes.length === 0 ? null : Buffer.from(ankiFile(notes)),
  };
}

/** One note for every fact that can be asked, of the decks the learner owns or has begun. */
async function notesOf(deps: StudyDeps, learnerId: number): Promise<AnkiNote[]> {
  const learner = await knownLearner(deps, learnerId);
  const hidden = await hiddenFrom(deps.db, learnerId);
  const notes: AnkiNote[] = [];
  for (const deck of await visibleDecks(deps.db, learnerId)) {
    const progress = await progressOf(deps.db, learner, deck.id);
    if (!deck.isOwn && progress.every(({ card }) => card === null)) continue;
    const bank = await deps.banks.open(deck);
    for (const { factId, section } of progress) {
      const question = askedAlone(bank.questionsFor(factId, factId, hidden));
      if (question !== null) notes.push({ factId, deck: deck.title, section, question });
    }
  }
  return notes;
}

/** Kinds that ask for something outside the options, so that they make sense without them. */
const ALONE: readonly Question['kind'][] = [
  ...(['term2def', 'def2term', 'desc2cmd', 'typecmd', 'cmd2desc', 'date', 'typeterm'] as const),
  ...(['cloze', 'clozetype', 'recall', 'flash', 'order'] as const),
];

/** The question that says most without options to choose from. */
function askedAlone(questions: readonly Question[]): Question | null {
  for (const kind of ALONE) {
    const question = questions.find((it) => it.kind === kind);
    if (question !== undefined) return question;
  }
  return questions[0] ?? null;
}
