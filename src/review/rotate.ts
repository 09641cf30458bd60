/**
 * Which question of a fact comes now. Kinds take turns over the reviews of a card: the first time a fact is recognised
 * (tapped), then it has to be produced (typed), then the kinds go round.
 */
import type { Question, QuestionKind } from '../questions/question.js';
import { pick, seededRandom, shuffle, type Random } from '../questions/random.js';

/** What is asked now, and what comes back in the same sitting if that goes wrong. */
export interface Turn {
  readonly question: Question;
  readonly again: Question;
}

export interface TurnRules {
  /** Reviews of the card so far. */
  readonly reps: number;
  /** Nothing to type and nothing to grade, if there is anything to tap. */
  readonly isTapOnly: boolean;
  /** The same for what comes back in this sitting alone: one mistake more, and the fact is to be made easier. */
  readonly isTapOnlyAgain?: boolean;
  /** Draws the kind a fact starts with and the variant of a kind. */
  readonly seed: string;
}

/** The turn of a card; null when there is nothing to ask. */
export function nextTurn(questions: readonly Question[], rules: TurnRules): Turn | null {
  const random = seededRandom(rules.seed);
  const tapped = shuffle(kindsOf(questions, ['choice']), random);
  const others = kindsOf(questions, ['typed', 'recall']);
  const all = [...others, ...tapped];
  const easier = tapped.length > 0 ? tapped : all;
  const later = rules.isTapOnly ? easier : all;
  const isFirst = rules.reps === 0 && tapped.length > 0;
  const now = isFirst ? tapped[0] : later[Math.max(rules.reps - 1, 0) % later.length];
  // A mistake has just been explained: the fact returns in another way, typed if it was tapped.
  const next = (rules.isTapOnlyAgain ? easier : later).find((kind) => kind !== now) ?? now;
  const question = draw(questions, now, random);
  const again = draw(questions, next, random);
  return question && again ? { question, again } : null;
}

function kindsOf(
  questions: readonly Question[],
  forms: readonly Question['form'][],
): QuestionKind[] {
  const kinds = questions.filter((it) => forms.includes(it.form)).map((it) => it.kind);
  return [...new Set(kinds)];
}

function draw(
  questions: readonly Question[],
  kind: QuestionKind | undefined,
  random: Random,
): Question | undefined {
  return pick(
    questions.filter((question) => question.kind === kind),
    random,
  );
}
