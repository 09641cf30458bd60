/** Why nothing came of a file or a text: one sentence each that says what to do instead. */
import { NOTHING_TO_ASK } from '../../notes/advice.js';
import type { TakingRefusal } from '../../study/own-decks.js';
import { count, NBSP } from '../count.js';
import { prose, type Html } from '../html.js';
import { toMine } from '../keyboards.js';
import type { Message } from '../message.js';

const refusal = (text: Html): Message => ({ text });

const tooBig = (bytes: number): Html =>
  prose`Файл больше ${sizeText(bytes)}. Разделите его и пришлите частями.`;

const MEGABYTE = 1_048_576;

function sizeText(bytes: number): string {
  return bytes % MEGABYTE === 0
    ? `${bytes / MEGABYTE}${NBSP}МБ`
    : `${Math.floor(bytes / 1024)}${NBSP}КБ`;
}

/** One clear sentence, and nothing stored. `bytes` is the largest file. */
export function refusedMessage(refused: TakingRefusal, bytes: number): Message {
  switch (refused.reason) {
    case 'too-big':
      return refusal(tooBig(bytes));
    case 'binary':
      return refusal(
        prose`Это не текст. Пришлите конспект файлом .txt, .md, .docx или сообщением.`,
      );
    case 'empty':
      return refusal(
        prose`В файле пусто. Пришлите конспект файлом .txt, .md, .docx или сообщением.`,
      );
    case 'nothing-to-ask':
      return refusal(prose`${NOTHING_TO_ASK}`);
    case 'too-many-facts':
      return refusal(
        prose`Для одного конспекта это слишком много. Разделите его и пришлите частями.`,
      );
    case 'too-hard':
      return refusal(prose`Файл не удалось разобрать целиком. Разделите его и пришлите частями.`);
    case 'too-many-decks':
      return {
        text: prose`Своих конспектов уже ${refused.most}, это предел. Удалите ненужный и пришлите этот ещё раз.`,
        keyboard: [toMine],
      };
    case 'too-often':
      return refusal(
        prose`Больше ${count(refused.most, 'конспекта', 'конспектов', 'конспектов')} в час не читается. Следующий можно прислать через ${refused.minutes}${NBSP}мин.`,
      );
  }
}

/** The file did not come through. */
export const notLoadedMessage: Message = refusal(
  prose`Файл не скачался. Пришлите его ещё раз чуть позже.`,
);

/** Files that are known by their kind to hold no text that could be read, and what to do instead. */
export const unreadable = {
  pdf: refusal(
    prose`PDF пока не читается. Скопируйте из него текст и пришлите сюда, можно несколькими сообщениями.`,
  ),
  oldWord: refusal(
    prose`Старый .doc не читается. Сохраните его как .docx или .txt и пришлите снова.`,
  ),
  picture: refusal(
    prose`С картинок текст пока не читается. Пришлите конспект файлом .txt, .md, .docx или сообщением.`,
  ),
  other: refusal(
    prose`Такие файлы пока не читаются. Пришлите конспект файлом .txt, .md, .docx или сообщением.`,
  ),
} as const;
