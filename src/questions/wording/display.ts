/**
 * Text of the notes on its way into a question: the author's words without the author's shouting and full stops.
 * Shortening drops brackets, then whole sentences from the end; a sentence is never cut.
 */
import { stem } from '../../russian/stem.js';
import type { DeckIndex } from '../deck-index.js';
import { LIMITS } from './size.js';
import { pattern } from '../../russian/pattern.js';

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

const SHOUTED = pattern(/(?<![\p{L}\p{N}])[А-ЯЁ]{3,}(?![\p{L}\p{N}])/gu);
const LEADING_THIS = pattern(/^(?:—\s*)?это\s+(?=\p{L})/iu);
const TRAILING_STOP = pattern(
  /(?<!(?<!\p{L})(?:т\.\s?[дпек]|др|пр|см|г|гг|в|вв|тыс|млн))[.;,:\s]+$/iu,
);
/** «сперва с -n !» */
const LOOSE_SHOUT = /\s+[!?]+$/u;
const BRACKETS = /\s*\([^()]*\)/gu;
const FIRST_WORD = /^\p{Lu}\p{Ll}+/u;

/** The text without what its brackets add; the brackets of a call, `count(*)` and `IN (1, 2)`, are no aside. */
export const withoutAsides = (text: string): string =>
  text.replace(BRACKETS, (aside, at: number) => {
    const before = text.slice(0, at);
    if (CODE_INSIDE.test(aside) || isOperand(before, text.slice(at + aside.length))) return aside;
    if (aside.startsWith('(')) return /[A-Za-z0-9_]$/.test(before) ? aside : '';
    const isCall = /(?<![A-Za-z])[A-Z]{2,}$/.test(before) && !/\p{Script=Cyrillic}/u.test(aside);
    return isCall ? aside : '';
  });

/** «(доход − расход) / расход»: what stands beside a sign of arithmetic is part of a formula. */
const isOperand = (before: string, after: string): boolean =>
  /[=×·*/+−]\s*$/u.test(before) || /^\s*[=×·*/−]\s*\S/u.test(after);

/** `()`, `(!res.ok)`, `(a => b)`: what stands in such brackets is no aside, whatever stands before them. */
const CODE_INSIDE =
  /\(\s*\)|\([^()\p{Script=Cyrillic}]*(?:=>|[=!&|;{}$]|[a-z]\.[a-z])[^()\p{Script=Cyrillic}]*\)/iu;

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
    .replace(LOOSE_SHOUT, '')
    .replace(TRAILING_STOP, '');
  const first = FIRST_WORD.exec(calm)?.[0];
  const isRussianWord = first !== undefined && /^\p{Script=Cyrillic}+$/u.test(first);
  return isRussianWord && !deck.isName(first) ? lowerFirst(calm) : calm;
}

const ROW = /^[^:;]{2,25}: [^;]+(?:; [^:;]{2,25}: [^;]+)+$/u;

/** A first column that only says that a description follows. */
const PLAIN_COLUMN = /^(?:что (?:делает|это|такое|значит)|значение|описание|определение|смысл): /iu;

/** A row of a table, «когда: 1957 ->; кто: Хомский», as one reads it out: «когда — с 1957; кто — Хомский». */
export const rowInWords = (text: string): string =>
  ROW.test(text)
    ? text
        .replace(PLAIN_COLUMN, '')
        .replace(/(^|; )([^:;]{2,25}): /gu, '$1$2 — ')
        .replace(/(?<= )(\d{3,4})\s*(?:->|→)(?=;|$)/gu, 'с $1')
    : text;

/** A description as a question shows it; the name it begins with keeps its capital. */
export function described(written: string, deck: DeckIndex): string {
  const text = rowInWords(written);
  const calm = presentable(text, deck);
  const first = FIRST_WORD.exec(text)?.[0] ?? '';
  const isNoun = first.length > 2 && !isShouted(first.toUpperCase());
  return isNoun && text.startsWith(upperFirst(calm).slice(0, first.length)) && beginsLow(deck)
    ? upperFirst(calm)
    : calm;
}

const ENOUGH = 8;
const LOW_SHARE = 0.8;

/** Does the author begin descriptions in lower case? Then a capital there is a name: «882 - Олег захватил Киев». */
const beginsLow = (deck: DeckIndex): boolean =>
  deck.memo('begins-low', () => {
    const texts = deck.facts.flatMap((fact) =>
      fact.kind === 'definition' ? [fact.text] : fact.kind === 'date' ? [fact.event] : [],
    );
    const russian = texts.filter((text) => /^[А-ЯЁа-яё]/.test(text));
    const low = russian.filter((text) => /^[а-яё]/.test(text)).length;
    return russian.length >= ENOUGH && low >= russian.length * LOW_SHARE;
  });

const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The text in at most `limit` signs, or null when no whole sentence of it is that short. */
export function shorten(text: string, limit: number): string | null {
  if (text.length <= limit) return text;
  const bare = withoutAsides(text).replace(TRAILING_STOP, '').trim();
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
  const bare = withoutAsides(full).replace(TRAILING_STOP, '').trim();
  return bare === full || bare.length < SHORTEST_OPTION ? [full] : [full, bare];
}

/** In «ёлочки»; quotes inside become „лапки“. */
export const quoted = (text: string): string =>
  `«${text.replaceAll('«', '„').replaceAll('»', '“')}»`;
