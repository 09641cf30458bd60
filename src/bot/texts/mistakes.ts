/** /mistakes where nothing can be opened at once: no mistakes, or only in other notes. */
import type { Mistakes } from '../../study/mastery.js';
import { lines, prose } from '../html.js';
import { beginKeyboard, inRows } from '../keyboards.js';
import type { Message } from '../message.js';
import { label } from '../note-text.js';

const LONGEST_LABEL = 28;

/** The notes with mistakes to choose from; without any, how a fact gets here and leaves again. */
export function mistakesMessage({ isNewcomer, decks }: Mistakes): Message {
  if (isNewcomer) {
    return { text: prose`Ошибок нет: вопросов ещё не было.`, keyboard: beginKeyboard };
  }
  if (decks.length === 0) {
    return {
      text: lines([
        prose`Ошибок нет.`,
        prose`Факт с ошибкой ждёт здесь, пока не наберётся два верных ответа подряд.`,
      ]),
      keyboard: beginKeyboard,
    };
  }
  const buttons = decks.map(({ deck, count }) => {
    const number = `: ${count}`;
    const text = `${label(deck.title, LONGEST_LABEL - number.length)}${number}`;
    return { text, tap: { kind: 'mistakes', deckId: deck.id } as const };
  });
  return {
    text: prose`В этом конспекте ошибок нет, есть в других:`,
    keyboard: inRows(buttons, 1),
  };
}
