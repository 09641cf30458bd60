/** What a hint gives away. In: a question. Out: always the same hint for the same question, or null where there is none. */
import type {
  ChoiceQuestion,
  Question,
  RecallQuestion,
  TypedQuestion,
} from '../questions/question.js';

export type Hint =
  /** This choice is wrong. */
  | { readonly kind: 'not'; readonly choice: number }
  /** A command begins so. */
  | { readonly kind: 'command'; readonly start: string }
  /** A term begins with this letter and has so many signs. */
  | { readonly kind: 'letter'; readonly letter: string; readonly length: number }
  | { readonly kind: 'item'; readonly text: string }
  /** The line goes on with these words. */
  | { readonly kind: 'words'; readonly text: string };

/** The hint of a question. */
export function hintOf(question: Question): Hint | null {
  if (question.form === 'choice') return wrongChoice(question);
  return question.form === 'typed' ? beginning(question) : firstPart(question);
}

/** One of two options cannot go: nothing would be left to ask. */
function wrongChoice({ id, choices }: ChoiceQuestion): Hint | null {
  if (choices.length < 3) return null;
  const wrong = choices.flatMap((choice, index) => (choice.correct ? [] : [index]));
  const choice = wrong[checksum(id) % wrong.length];
  return choice === undefined ? null : { kind: 'not', choice };
}

/** Spreads hints over the options without chance, so that a question shown again shows the same one. */
const checksum = (text: string): number =>
  Array.from(text).reduce((sum, char) => (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521, 0);

function beginning({ judge, accepted, answer }: TypedQuestion): Hint | null {
  const wanted = (accepted[0] ?? answer.text).trim();
  if (judge === 'term') {
    const [letter] = wanted;
    return letter === undefined ? null : { kind: 'letter', letter, length: wanted.length };
  }
  const [binary = '', word = ''] = wanted.split(/\s+/u);
  if (word === '') return binary.length < 3 ? null : { kind: 'command', start: binary.slice(0, 1) };
  return { kind: 'command', start: `${binary} ${word.slice(0, word.length > 3 ? 2 : 1)}` };
}

function firstPart({ kind, items }: RecallQuestion): Hint | null {
  const [first] = items;
  if (first === undefined) return null;
  if (kind !== 'flash') return items.length < 2 ? null : { kind: 'item', text: first };
  const words = first.split(/\s+/u);
  if (words.length < 2) return null;
  return { kind: 'words', text: words.slice(0, words.length > 3 ? 2 : 1).join(' ') };
}
