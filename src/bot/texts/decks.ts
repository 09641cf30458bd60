/** Decks of one's own, or shared with one: the list, what can be done with each, and what is asked before it is done. */
import type { DeckReport, HeldDeck } from '../../study/own-decks.js';
import { count, facts } from '../count.js';
import { lines, prose } from '../html.js';
import { begin, type Row } from '../keyboards.js';
import type { Message } from '../message.js';
import { boldNoteText, inQuotes, label } from '../note-text.js';
import { pageOf } from '../pages.js';

const LONGEST_TITLE = 60;
const LONGEST_LABEL = 28;
const DECKS_PER_PAGE = 8;

/** The decks that are one's own, or shared with one. */
export function mineMessage(decks: readonly HeldDeck[], page: number): Message {
  const { shown, turns } = pageOf(decks, page, {
    size: DECKS_PER_PAGE,
    tap: (to) => ({ kind: 'mine', page: to }),
  });
  if (decks.length === 0) {
    return {
      text: prose`Своих конспектов пока нет. Пришлите файл .txt, .md, .docx или текст.`,
    };
  }
  return {
    text: prose`<b>Мои конспекты</b>`,
    keyboard: [
      ...shown.map(({ deckId, title }): Row => [
        { text: label(title, LONGEST_LABEL), tap: { kind: 'report', deckId } },
      ]),
      ...turns,
    ],
  };
}

/** The same, opened from the list of all decks. */
export const withWayToDecks = ({ keyboard = [], ...message }: Message): Message => ({
  ...message,
  keyboard: [...keyboard, [{ text: '‹ Назад', tap: { kind: 'decks', page: 0 } }]],
});

/** What can be done with a deck. */
export function heldMessage({ deckId, title, isOwn, learners }: HeldDeck): Message {
  const share = { text: 'Поделиться', tap: { kind: 'share', deckId } } as const;
  const others = count(learners, 'человека', 'человек', 'человек');
  return {
    text: lines([
      prose`📄 ${boldNoteText(title, LONGEST_TITLE)}`,
      isOwn ? null : prose`Это чужой конспект: его правки приходят сами, прогресс у вас свой.`,
      isOwn && learners > 0 ? prose`По ссылке он есть ещё у ${others}.` : null,
    ]),
    keyboard: [
      isOwn ? [{ text: 'Переименовать', tap: { kind: 'rename', deckId } }, share] : [share],
      [{ text: isOwn ? 'Удалить' : 'Убрать из списка', tap: { kind: 'leaving', deckId } }],
      [{ text: '‹ Назад', tap: { kind: 'report', deckId } }],
    ],
  };
}

/** The link somebody else opens the deck by. */
export const shareMessage = ({ deckId, title }: HeldDeck, link: string): Message => ({
  text: lines([
    prose`По этой ссылке откроется ${inQuotes(title, LONGEST_TITLE)}. Прогресс у каждого свой, ваши правки придут всем.`,
    prose`${link}`,
  ]),
  keyboard: [[{ text: '‹ Назад', tap: { kind: 'held', deckId } }]],
});

/** Asked before a deck is let go. */
export function leavingMessage({ deckId, title, isOwn, learners }: HeldDeck): Message {
  const text = isOwn
    ? prose`Удалить ${inQuotes(title, LONGEST_TITLE)}? Вопросов по нему больше не будет. Если прислать его снова, прогресс вернётся.`
    : prose`Убрать ${inQuotes(title, LONGEST_TITLE)} из списка? По ссылке его можно открыть снова, прогресс вернётся.`;
  return {
    text: lines([
      text,
      isOwn && learners > 0 ? prose`У тех, кто учит его по ссылке, он останется.` : null,
    ]),
    keyboard: [
      [{ text: isOwn ? 'Удалить' : 'Убрать', tap: { kind: 'leave', deckId } }],
      [{ text: '‹ Назад', tap: { kind: 'held', deckId } }],
    ],
    listens: { yes: { kind: 'leave', deckId }, no: { kind: 'held', deckId } },
  };
}

export const leftMessage = ({ title, isOwn }: HeldDeck): Message => ({
  text: isOwn
    ? prose`Конспект ${inQuotes(title, LONGEST_TITLE)} удалён.`
    : prose`Конспекта ${inQuotes(title, LONGEST_TITLE)} в списке больше нет.`,
  keyboard: [[{ text: 'Другой конспект', tap: { kind: 'decks', page: 0 } }]],
});

/** Asked by the conversation that listens for a name. */
export const renamingMessage = ({ deckId, title }: HeldDeck): Message => ({
  text: prose`Как назвать конспект ${inQuotes(title, LONGEST_TITLE)}? Ответьте сообщением.`,
  keyboard: [[{ text: 'Отмена', tap: { kind: 'report', deckId } }]],
});

export const noNameMessage: Message = {
  text: prose`В названии нужны буквы или цифры. Напишите его одной строкой.`,
};

/** Somebody opened a link and has been here before. */
export const followedMessage = ({ deckId, title, facts: all, isOwn }: DeckReport): Message => ({
  text: lines([
    prose`📄 ${boldNoteText(title, LONGEST_TITLE)} — ${facts(all)}`,
    isOwn ? null : prose`Прогресс у вас свой, правки конспекта придут сами.`,
  ]),
  keyboard: [[begin(deckId)]],
});
