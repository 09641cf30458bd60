/** What is stored and whose it is: /privacy, /export, /delete, and what came of a copy that was sent back. */
import type { Restored } from '../../study/own-data.js';
import { count, facts, NBSP } from '../count.js';
import { lines, prose } from '../html.js';
import { toMine, toQuestionsKeyboard } from '../keyboards.js';
import type { Message } from '../message.js';

export const privacyMessage: Message = {
  text: prose`Хранятся номер профиля в Telegram, настройки, конспекты и ответы — чтобы помнить, что пора повторить. Имени, телефона и переписки здесь нет. Забрать всё — /export, удалить всё — /delete; из резервных копий исчезает за 30 дней.`,
};

/** Under the file for Anki. */
export const ankiMessage: Message = {
  text: prose`Вопросы для Anki: в программе на компьютере — «Файл», «Импорт».`,
};

/** Under the questions that a large copy would be too large with. */
export const answersMessage: Message = {
  text: prose`Вопросы с ответами, как они были заданы. Этот файл — чтобы читать, возвращать его не нужно.`,
};

/** Under the copy. */
export const copyMessage: Message = {
  text: prose`Всё, что здесь хранится. Чтобы вернуть, пришлите этот файл сюда.`,
};

export const nothingStoredMessage: Message = {
  text: prose`Здесь пока ничего не хранится. Начать — /start`,
};

/** Larger than a bot may send. */
export const copyTooBigMessage: Message = {
  text: prose`Копия больше 50 МБ, Telegram такую не примет. Её пришлёт владелец бота.`,
};

/** Asked before everything goes. `followers`: other people who study the learner's notes. */
export const deleteMessage = (followers: number): Message => {
  const people = count(followers, 'человека', 'человек', 'человек');
  return {
    text: lines([
      prose`Напишите «удалить» — и исчезнут конспекты, ответы и настройки. Вернуть будет нельзя.`,
      followers === 0
        ? null
        : prose`Ваши конспекты есть ещё у ${people}, там они останутся. Чтобы исчезли и там, напишите «удалить везде».`,
    ]),
    keyboard: [
      [{ text: 'Сначала забрать копию', tap: { kind: 'export' } }],
      [{ text: 'Отмена', tap: { kind: 'keep' } }],
    ],
    listens: { no: { kind: 'keep' } },
  };
};

export const deletedMessage: Message = { text: prose`Удалено. Начать с нуля — /start` };

export const keptMessage: Message = {
  text: prose`Всё осталось на месте.`,
  keyboard: toQuestionsKeyboard,
};

/** What came of a copy. */
export function restoredMessage(restored: Restored): Message {
  switch (restored.kind) {
    case 'unreadable':
      return {
        text: prose`Это не копия из этого бота, или её правили. Конспект пришлите файлом .txt, .md или .docx.`,
      };
    case 'too-many-decks':
      return {
        text: prose`Столько конспектов не поместится: их может быть ${restored.most}. Лишние можно удалить.`,
        keyboard: [toMine],
      };
    case 'too-often': {
      const files = count(restored.most, 'файла', 'файлов', 'файлов');
      return {
        text: prose`Больше ${files} в час не читается. Следующий можно прислать через ${restored.minutes}${NBSP}мин.`,
      };
    }
    case 'same':
      return { text: prose`Всё из этой копии уже здесь.` };
    case 'restored':
      return { text: prose`Копия на месте: ${broughtBack(restored)}.` };
  }
}

function broughtBack(back: Extract<Restored, { kind: 'restored' }>): string {
  const parts = [
    back.decks > 0 && count(back.decks, 'конспект', 'конспекта', 'конспектов'),
    back.cards > 0 && facts(back.cards),
    back.answers > 0 && count(back.answers, 'ответ', 'ответа', 'ответов'),
  ].filter((part) => part !== false);
  return parts.length === 0 ? 'вернулись настройки' : parts.join(', ');
}

export const copyTooLargeMessage: Message = {
  text: prose`Файл больше 20 МБ, столько Telegram боту не отдаст. Остальное — /help`,
};
