/** Plain words and what they mean. In: a message. Out: a command, a look-up, or what is left to be judged as an answer. */
import type { Message } from 'grammy/types';

export type Word =
  | 'cancel'
  | 'unknown'
  | 'hint'
  | 'reveal'
  | 'quiz'
  | 'topics'
  | 'help'
  | 'stats'
  | 'settings'
  | 'daily'
  | 'rest'
  | 'mistakes'
  | 'undo'
  | 'continue'
  | 'decks'
  | 'all'
  | 'yes'
  | 'no';

const words = new Map<string, Word>([
  ['стоп', 'cancel'],
  ['отмена', 'cancel'],
  ['не знаю', 'unknown'],
  ['подсказка', 'hint'],
  ['показать ответ', 'reveal'],
  ['квиз', 'quiz'],
  ['начать', 'quiz'],
  ['к вопросам', 'quiz'],
  ['вопросы', 'quiz'],
  ['темы', 'topics'],
  ['по разделам', 'topics'],
  ['разделы', 'topics'],
  ['ошибки', 'mistakes'],
  ['разобрать ошибки', 'mistakes'],
  ['отменить ответ', 'undo'],
  ['конспекты', 'decks'],
  ['мои конспекты', 'decks'],
  ['это всё', 'all'],
  ['это все', 'all'],
  ['да', 'yes'],
  ['нет', 'no'],
  ['помощь', 'help'],
  ['статистика', 'stats'],
  ['каждый день', 'daily'],
  ['напоминания', 'daily'],
  ['настройки', 'settings'],
  ['отдохнуть', 'rest'],
  ['пауза', 'rest'],
  ['дальше', 'continue'],
  ['продолжить', 'continue'],
  ['к вопросу', 'continue'],
]);

/** The command a text stands for, or null. */
export const wordIn = (text: string): Word | null => words.get(bare(text)) ?? null;

/** A text without capitals, quotes and the signs that end a sentence. */
export const bare = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[«»"„“.!?]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();

const QUESTION =
  /^(?:а\s+)?(?:(?:что|кто)\s+(?:же\s+)?(?:это\s+)?(?:такое|такой|такая|такие|значит|означает)|(?:объясни|поясни|напомни)(?:те)?|(?:в\s+)?ч[её]м\s+(?:отлича(?:е|ю)тся|разница))\s+\S/iu;
/** Said whole: «как посмотреть образы», and not «как это» or «что делать», which speak of the bot. */
const WHOLE_QUESTION =
  /^(?:а\s+)?(?:как(?:ой|ая|ое|ие|им|ую)?|что|кто|где|куда|откуда|когда|зачем|почему|сколько|чем|(?:для|из|от|до|без)\s+чего)\s+\S+\s+\S/iu;
const LONGEST_LINE = 60;
const LONGEST_QUESTION = 200;
const SAYS_SOMETHING = /[\p{L}\p{N}\p{P}\p{Sm}\p{Sc}^`]/u;

/**
 * Is the text to be looked up? `question`: «что такое …», «как сделать …», which are meant so whatever else is open; `line`:
 * a short line, when nothing else is; null for neither.
 */
export function lookUpIn(text: string): 'question' | 'line' | null {
  const line = text.trim();
  if (line.includes('\n') || !SAYS_SOMETHING.test(line)) return null;
  const isQuestion = QUESTION.test(line) || WHOLE_QUESTION.test(line);
  if (line.length <= LONGEST_QUESTION && isQuestion) return 'question';
  return line.length <= LONGEST_LINE ? 'line' : null;
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
