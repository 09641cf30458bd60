/** A long text in the chat: whether it is notes, and how many messages it came in. */
import type { Paste } from '../../study/own-decks.js';
import { prose } from '../html.js';
import type { Message } from '../message.js';

/** A long text: are these notes? */
export const pasteMessage = ({ id, parts }: Paste): Message => ({
  text:
    parts === 1
      ? prose`Похоже на конспект. Сделать вопросы?`
      : prose`Похоже на конспект: сообщений — ${parts}. Сделать вопросы?`,
  keyboard: [
    [
      { text: 'Да', tap: { kind: 'paste', paste: id } },
      { text: 'Нет', tap: { kind: 'noPaste', paste: id } },
    ],
  ],
});

/** Yes was said while messages may still be coming. */
export const gatheringMessage = ({ id, parts }: Paste): Message => ({
  text: prose`Принято сообщений — ${parts}. Если это не всё, присылайте дальше.`,
  keyboard: [[{ text: 'Это всё', tap: { kind: 'pasteDone', paste: id } }]],
});

export const noPasteMessage: Message = {
  text: prose`Хорошо, вопросов по этому тексту не будет. Найти слово — /explain, вопросы — /quiz`,
};
