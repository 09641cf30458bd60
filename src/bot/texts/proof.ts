/** What every answer stands on: the line of the notes, quoted as it was written. */
import { redact } from '../../questions/redact.js';
import type { Step } from '../../study/step.js';
import { lines, prose, type Html } from '../html.js';
import { noteText, quote } from '../note-text.js';

const LONGEST_TITLE = 60;

/** `📖 строка 58` and the line itself. */
export const proof = (step: Step): Html =>
  lines([place(step), quote(step.question.source, step.question.answer.text)]);

/** `📖 строка 58`, with the title of the notes for those who have several. */
export const place = ({ question, deckTitle }: Step): Html =>
  prose`📖 ${whereabouts({ line: question.line, deckTitle })}`;

/** «строка 58», «Биология, строка 214» */
export function whereabouts(at: {
  readonly line: number;
  readonly deckTitle: string | null;
}): Html {
  const line = prose`строка ${at.line}`;
  return at.deckTitle === null
    ? line
    : prose`${noteText(redact(at.deckTitle), LONGEST_TITLE)}, ${line}`;
}
