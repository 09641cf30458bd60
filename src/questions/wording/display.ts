/**
 * Text of the notes on its way into a question: the author's words without the author's shouting and full stops.
 * Shortening drops brackets, then whole sentences from the end; a sentence is never cut.
 */
import { stem } from '../../russian/stem.js';
import type { DeckIndex } from '../deck-index.js';
import { LIMITS } from './size.js';

/** Stems of words people write in capitals for emphasis; other words in capitals may be abbreviations (НАТО, СССР). */
const EMPHASIS = new Set(
  (
    'оба обе всё все всех всем всеми вся весь всегда никогда только лишь нельзя можно нужно надо важно обязательно очень один одна одного одним ' +
    'каждый каждого любой любых кроме сразу перед после если должен должна должны первый второй сначала потом затем именно самый ' +
    'нужен нужна нужны много мало больше меньше разные новый старый главный другой'
  )
    .split(' ')
    .map(stem),
);

const SHOUTED = /(?<![\p{L}\p{N}])[А-ЯЁ]{3,}(?![\p{L}\p{N}])/gu;
const LEADING_THIS = /^(?:—\s*)?это\s+(?=\p{L})/iu;
const TRAILING_STOP = /(?<!(?<!\p{L})(?:т\.\s?[дпек]|др|пр|см|г|гг|в|вв|тыс|млн))[.;,:\s]+$/iu;
const BRACKETS = /\s*\([^()]*\)/gu;
const FIRST_WORD = /^\p{Lu}\p{Ll}+/u;

/** What stands for a word that was taken out. */
export const GAP = '___';

/** A term among other terms: notes write some in capitals and some not, and that must not tell them apart. */
export const capitalised = (term: string): string =>
  /^[а-яё]/u.test(term) ? term.charAt(0).toUpperCase() + term.slice(1) : term;

/** Is this word shouted for emphasis rather than an abbreviation? */
export const isShouted = (word: string): boolean =>
  word === word.toUpperCase() && EMPHASIS.has(stem(word));

/** A description as a question shows it: lower case inside, no «это» in front, no stop at the end. */
export function presentable(text: string, deck: DeckIndex): string {
  const calm = text
    .replace(SHOUTED, (word) => (isShouted(word) ? word.toLowerCase() : word))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(LEADING_THIS, '')
    .replace(TRAILING_STOP, '');
  const first = FIRST_WORD.exec(calm)?.[0];
  const isRussianWord = first !== undefined && /^\p{Script=Cyrillic}+$/u.test(first);
  return isRussianWord && !deck.isName(first) ? lowerFirst(calm) : calm;
}

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

/** The text in at most `limit` signs, or null when no whole sentence of it is that short. */
export function shorten(text: string, limit: number): string | null {
  if (text.length <= limit) return text;
  const bare = text.replace(BRACKETS, '').replace(TRAILING_STOP, '').trim();
  if (bare.length <= limit) return bare.length > 0 ? bare : null;
  const sentences = bare.split(/(?<=\p{Ll}{3,}[.!?])\s+(?=\p{Lu})/u);
  while (sentences.length > 1) {
    sentences.pop();
    const kept = sentences.join(' ').replace(TRAILING_STOP, '');
    if (kept.length <= limit) return kept;
  }
  return null;
}

const SHORTEST_OPTION = 12;

/** The text as an option, with and without its brackets; none when no whole sentence is short enough. */
export function lengthsOf(text: string): readonly string[] {
  const full = shorten(text, LIMITS.option);
  if (full === null) return [];
  const bare = full.replace(BRACKETS, '').replace(TRAILING_STOP, '').trim();
  return bare === full || bare.length < SHORTEST_OPTION ? [full] : [full, bare];
}

/** In «ёлочки»; quotes inside become „лапки“. */
export const quoted = (text: string): string =>
  `«${text.replaceAll('«', '„').replaceAll('»', '“')}»`;
