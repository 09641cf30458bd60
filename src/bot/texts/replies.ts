/** Small answers: toasts, pointers, help, and what the menu and the profile of the bot say. */
import type { Awaited } from '../context.js';
import { prose, lines } from '../html.js';
import type { Message } from '../message.js';
import { keptMessage } from './own-data.js';

/** Toasts over the chat, at most 60 signs. */
export const toasts = {
  alreadyAnswered: 'Ответ уже записан',
  closed: 'Этот вопрос уже закрыт',
  dead: 'Эта кнопка уже не действует',
  outdated: 'Конспект обновился. Разделы — /topics',
  asked: 'Вопрос уже задан, он ниже',
  oneDay: 'Хотя бы один день нужен',
  askedSince: 'Факт уже спросили снова, считается новый ответ',
  notSaved: 'Ответ не сохранился. Нажмите ещё раз через минуту.',
  tooMany: 'Слишком много нажатий подряд. Продолжим через минуту.',
} as const;

export const notSavedMessage: Message = {
  text: prose`Ответ не сохранился. Отправьте ещё раз через минуту.`,
};

export const tooManyMessage: Message = {
  text: prose`Слишком много сообщений подряд. Продолжим через минуту.`,
};

export const brokenMessage: Message = {
  text: prose`Сломалось у бота, не у вас. Продолжить — /quiz`,
};

/** A text that is none of the options. */
export const misfitMessage: Message = {
  text: prose`Выберите ответ кнопкой. Остановиться — «стоп»`,
};

export const noHintMessage: Message = {
  text: prose`Здесь подсказки нет. Остановиться — «стоп»`,
};

/** What is not waited for any more, after /cancel. */
export const endedMessages: Readonly<Record<Awaited, Message>> = {
  daily: { text: prose`Хорошо, ежедневные вопросы без изменений. Настроить — /daily` },
  'exam-date': { text: prose`Хорошо, дата экзамена без изменений. Настроить — /settings` },
  rename: { text: prose`Хорошо, название без изменений.` },
  deletion: keptMessage,
};

/** Plain text while nothing is asked. */
export const pointerMessage: Message = {
  text: prose`Сейчас вопрос не задан. Вопросы — /quiz, остальное — /help`,
};

/** Stickers, voice, pictures, files. */
export const onlyTextMessage: Message = {
  text: prose`Пока читается только текст. Вопросы — /quiz, остальное — /help`,
};

/** A picture of notes, most likely. */
export const onlyTextPhotoMessage: Message = {
  text: prose`Пока читается только текст. Конспект с фото пришлите файлом .txt, .md, .docx или сообщением. Вопросы — /quiz`,
};

export const unknownCommandMessage: Message = {
  text: prose`Такой команды нет. Вопросы — /quiz, остальное — /help`,
};

export const nothingToAskMessage: Message = {
  text: prose`Спрашивать здесь пока нечего. Разделы — /topics`,
};

/** The one line for a group. */
export const groupMessage = (username: string): Message => ({
  text: prose`Вопросы приходят в личном чате: https://t.me/${username}`,
});

export const helpMessage: Message = {
  text: lines([
    prose`/quiz — вопросы сейчас`,
    prose`/explain — найти в конспекте`,
    prose`/mistakes — разобрать ошибки`,
    prose`/topics — разделы`,
    prose`/daily — вопросы каждый день`,
    prose`Свой конспект — пришлите .txt, .md, .docx или текст.`,
    prose`Остановить — /cancel, отменить ответ — /undo.`,
  ]),
};

/** The menu, in this order. */
export const menu = [
  { command: 'quiz', description: 'Вопросы сейчас' },
  { command: 'explain', description: 'Найти в конспекте' },
  { command: 'mistakes', description: 'Разобрать ошибки' },
  { command: 'topics', description: 'Разделы и конспекты' },
  { command: 'stats', description: 'Что уже освоено' },
  { command: 'daily', description: 'Вопросы каждый день' },
  { command: 'undo', description: 'Отменить ответ' },
  { command: 'settings', description: 'Настройки' },
  { command: 'pause', description: 'Отдохнуть' },
  { command: 'help', description: 'Помощь' },
  { command: 'cancel', description: 'Остановить' },
  { command: 'export', description: 'Забрать свои данные' },
  { command: 'privacy', description: 'Что хранится' },
  { command: 'delete', description: 'Удалить всё' },
  { command: 'start', description: 'Начать' },
];

export const description =
  'Пришлите конспект — и по нему каждый день будут приходить вопросы, пока не запомнится. Пара минут, в удобный час. Разметка не нужна. У каждого ответа видна строка конспекта. Своего пока нет — начните с готового.';

export const shortDescription = 'Вопросы по вашему конспекту — пара минут в день';
