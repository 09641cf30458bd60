/** Plain words that mean a command. In: a message. Out: the meaning, or what is left to be judged as an answer. */
import type { Message } from 'grammy/types';

export type Word =
  'cancel' | 'unknown' | 'hint' | 'quiz' | 'topics' | 'help' | 'stats' | 'continue';

const words = new Map<string, Word>([
  ['стоп', 'cancel'],
  ['отмена', 'cancel'],
  ['не знаю', 'unknown'],
  ['подсказка', 'hint'],
  ['квиз', 'quiz'],
  ['вопросы', 'quiz'],
  ['темы', 'topics'],
  ['разделы', 'topics'],
  ['помощь', 'help'],
  ['статистика', 'stats'],
  ['дальше', 'continue'],
  ['продолжить', 'continue'],
]);

/** The command a text stands for, or null. */
export function wordIn(text: string): Word | null {
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[«»"„“.!?]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return words.get(bare) ?? null;
}

/** Is it a word that is never an answer, whatever was asked? */
export const isControl = (word: Word | null): boolean =>
  word === 'cancel' || word === 'unknown' || word === 'hint';

/** The text that may answer a typed question: not a command, not a word of control, not a picture. */
export function replyIn(message: Message | undefined): string | null {
  const text = message?.text;
  if (text === undefined || isCommand(message)) return null;
  return isControl(wordIn(text)) ? null : text;
}

/** Does the message begin with a /command? */
export const isCommand = (message: Message | undefined): boolean =>
  message?.entities?.some(({ type, offset }) => type === 'bot_command' && offset === 0) === true;
