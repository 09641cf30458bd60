/** Small answers: toasts, pointers, help, and what the menu and the profile of the bot say. */
import { prose, lines } from '../html.js';
import type { Message } from '../message.js';

/** Toasts over the chat, at most 60 signs. */
export const toasts = {
  alreadyAnswered: 'Ответ уже записан',
  closed: 'Этот вопрос уже закрыт',
  dead: 'Эта кнопка уже не действует',
  outdated: 'Конспект обновился. Разделы — /topics',
  asked: 'Вопрос уже задан, он ниже',
  notSaved: 'Ответ не сохранился. Нажмите ещё раз через минуту.',
} as const;

export const notSavedMessage: Message = {
  text: prose`Ответ не сохранился. Отправьте ещё раз через минуту.`,
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

/** Plain text while nothing is asked. */
export const pointerMessage: Message = {
  text: prose`Сейчас вопрос не задан. Вопросы — /quiz, остальное — /help`,
};

/** Several lines, or a long one: somebody's notes, most likely. */
export const longTextMessage: Message = {
  text: prose`Похоже на конспект, но спрашивать по присланному тексту пока нельзя. Готовые вопросы — /quiz`,
};

/** Stickers, voice, pictures, files. */
export const onlyTextMessage: Message = {
  text: prose`Пока читается только текст. Вопросы — /quiz, остальное — /help`,
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
    prose`/topics — разделы и конспекты`,
    prose`/stats — что уже освоено`,
    prose`Остановить — /cancel`,
  ]),
};

/** The menu, in this order. */
export const menu = [
  { command: 'quiz', description: 'Вопросы сейчас' },
  { command: 'explain', description: 'Найти в конспекте' },
  { command: 'topics', description: 'Разделы и конспекты' },
  { command: 'stats', description: 'Что уже освоено' },
  { command: 'help', description: 'Помощь' },
  { command: 'cancel', description: 'Остановить' },
  { command: 'start', description: 'Начать' },
];

export const description =
  'Вопросы по конспекту — понемногу, пока не запомнится. Пара минут в день. У каждого ответа видна строка конспекта. Слово из него найдёт /explain. Начать можно с готового.';

export const shortDescription = 'Вопросы по конспекту — пара минут в день';
