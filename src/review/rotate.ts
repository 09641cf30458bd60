/**
 * Which question of a fact comes now: kinds take turns over the reviews of a card, tapped ones first, typed later,
 * so that a fact is recognised before it has to be produced.
 */
import type { Question, QuestionKind } from '../questions/question.js';
import { pick, seededRandom } from '../questions/random.js';

/** What is asked now, and what comes back in the same sitting if that goes wrong. */
export interface Turn {
  readonly question: Question;
  readonly again: Question;
}

/**
 * The turn of a card with `reps` reviews; null when there is nothing to ask.
 * `seed` draws among the variants of a kind and makes different facts start with different kinds.
 */
export function nextTurn(questions: readonly Question[], reps: number, seed: string): Turn | null {
  const kinds = [...new Set(questions.map((question) => question.kind))];
  const tapped = kinds.filter((kind) => formOf(questions, kind) === 'choice');
  const early = tapped.length > 0 && reps < tapped.length;
  const pool = early ? tapped : kinds;
  const random = seededRandom(seed);
  const offset = early ? Math.floor(random() * pool.length) : 0;
  const draw = (turn: number): Question | undefined => {
    const kind = pool[turn % pool.length];
    return pick(
      questions.filter((question) => question.kind === kind),
      random,
    );
  };
  const question = draw(reps + offset);
  const again = draw(reps + offset + 1);
  return question && again ? { question, again } : null;
}

const formOf = (questions: readonly Question[], kind: QuestionKind): Question['form'] | undefined =>
  questions.find((question) => question.kind === kind)?.form;
