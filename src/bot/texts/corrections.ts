/** What is said when an answer is taken back, counted after all, or its question disliked. */
import type { AskedQuestions, StepRef } from '../../study/step.js';
import { askedKeyboard, dislikedAskedKeyboard, dislikedKeyboard } from '../corrections-keyboard.js';
import { lines, paragraphs, prose } from '../html.js';
import type { Message } from '../message.js';
import { clip, noteText } from '../note-text.js';
import { pageOf } from '../pages.js';

/** The question itself follows at once. */
export const reopenedMessage: Message = { text: prose`Ответ отменён, вопрос снова открыт:` };

/** Its sitting is over: the fact comes when it would have come. */
export const undoneMessage: Message = {
  text: prose`Ответ отменён. Факт спросим, как если бы этого ответа не было.`,
};

export const nothingToUndoMessage: Message = { text: prose`Отменять нечего. Вопросы — /quiz` };

const DISLIKED = prose`👎 Этот вопрос больше не придёт, факт останется.`;

/** In place of the verdict. */
export const dislikedMessage = (ref: StepRef): Message => ({
  text: DISLIKED,
  keyboard: dislikedKeyboard(ref),
});

/** In place of the list it was chosen from. */
export const dislikedAskedMessage = (ref: StepRef): Message => ({
  text: DISLIKED,
  keyboard: dislikedAskedKeyboard(ref),
});

const LONGEST_PROMPT = 140;
const ASKED_PER_PAGE = 10;

/** The questions of a sitting, of which there are some, numbered, to tap the bad one. */
export function askedMessage({ session, questions }: AskedQuestions, page: number): Message {
  const asked = pageOf(questions, page, {
    size: ASKED_PER_PAGE,
    tap: (to) => ({ kind: 'asked', session, page: to }),
  });
  const list = asked.shown.map(({ ask, material }, i) => {
    const prompt = material === null ? ask : `${ask} ${material.text}`;
    return prose`${asked.before + i + 1}. ${noteText(clip(prompt, LONGEST_PROMPT), LONGEST_PROMPT)}`;
  });
  return {
    text: paragraphs([prose`Какой вопрос плохой?`, lines(list)]),
    keyboard: askedKeyboard(session, asked),
  };
}
