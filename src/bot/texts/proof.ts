/** What every answer stands on: the line of the notes, quoted as it was written. */
import type { Step } from '../../study/study.js';
import { lines, prose, type Html } from '../html.js';
import { noteText, quote } from '../note-text.js';

const LONGEST_TITLE = 60;

/** `📖 строка 58` and the line itself. */
export const proof = (step: Step): Html =>
  lines([place(step), quote(step.question.source, step.question.answer.text)]);

/** `📖 строка 58`, with the title of the notes for those who have several. */
export function place({ question, deckTitle }: Step): Html {
  const line = prose`строка ${question.line}`;
  return deckTitle === null
    ? prose`📖 ${line}`
    : prose`📖 ${noteText(deckTitle, LONGEST_TITLE)}, ${line}`;
}
