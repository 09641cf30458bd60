/**
 * Buttons that are said in words. In: a typed text and the message on the screen. Out: the tap the text stands for: what a
 * button says, with or without its number, or «да» and «нет» where the message takes them.
 */
import type { Tap } from './tap.js';
import type { Message } from './message.js';
import { bare } from './words.js';

/** What of a message a text is compared with. */
export type Sayable = Pick<Message, 'keyboard' | 'listens'>;

const YES = new Set([
  ...['да', 'ага', 'угу', 'конечно', 'давай', 'давайте', 'хочу', 'ок', 'окей', 'хорошо'],
  ...['верно', 'все верно', 'правильно', 'точно', 'так'],
]);
const NO = new Set([
  ...['нет', 'не', 'неа', 'не надо', 'не нужно', 'не хочу', 'не сейчас', 'потом'],
  ...['неверно', 'неправильно', 'не так', 'передумал', 'передумала'],
]);

/** The tap a text stands for; null when it is none, or when two buttons say the same. */
export function tapSaid(text: string, { keyboard = [], listens }: Sayable): Tap | null {
  const said = plainOf(text);
  if (said === '') return null;
  const buttons = keyboard.flat();
  const exact = buttons.filter((button) => plainOf(button.text) === said);
  const found = exact.length > 0 ? exact : buttons.filter(({ text: it }) => isShort(it, said));
  const [button] = found;
  if (button !== undefined) return found.length === 1 ? button.tap : null;
  if (YES.has(said)) return listens?.yes ?? null;
  return NO.has(said) ? (listens?.no ?? null) : null;
}

/** Does the text agree, to whatever was asked? */
export const isYes = (text: string): boolean => YES.has(plainOf(text));

/** A text as it is compared: no signs around it, neither the arrow of «‹ Назад» nor a picture. */
const plainOf = (text: string): string =>
  bare(text)
    .replaceAll('ё', 'е')
    .replaceAll('–', '-')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');

/** Is it the label without what it counts? «Ошибки» of «Ошибки: 3», «ещё» of «Ещё 5», «главное» of «Главное · 25 мин». */
const isShort = (label: string, said: string): boolean =>
  [/:\s.*$/u, /\s\d+$/u, /\s·\s\d+\sмин$/u].some(
    (counted) => counted.test(label) && plainOf(label.replace(counted, '')) === said,
  );

/** Ways on, which are words of their own at every moment, and the buttons of a paste, which stands in the rows. */
const ELSEWHERE: ReadonlySet<Tap['kind']> = new Set([
  ...(['home', 'continue', 'paste', 'noPaste', 'pasteDone'] as const),
]);

/** Does a message take words that nobody else understands? */
export const isAnswerable = ({ keyboard = [], listens }: Message): boolean =>
  listens !== undefined || keyboard.flat().some(({ tap }) => !ELSEWHERE.has(tap.kind));

/**
 * Is it a screen, and no question or verdict, whose buttons belong to a step? An answer shown to be graded is one: nothing
 * else listens to what is said of it.
 */
export const isScreen = (message: Message): boolean =>
  isAnswerable(message) &&
  !(message.keyboard ?? []).flat().some(({ tap }) => 'position' in tap && tap.kind !== 'grade');
