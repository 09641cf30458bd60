/**
 * Folding: the form in which two spellings of the same text are equal.
 * In: any text. Out: NFC, lower case, ё→е, one kind of quote, dash and space, trimmed. Never shown to anybody.
 */

const QUOTES = /[«»„“”‟‘’"`]/g;
const DASHES = /[‐‑‒–—―−]/g;
const SPACES = /[\s\u00A0\u2007\u202F]+/g;
const WORD = /[\p{L}\p{N}]+/gu;

/** The comparable form of a text: case, ё, quotes, dashes and spaces no longer matter. */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .replace(SPACES, ' ')
    .trim()
    .toLowerCase()
    .replaceAll('ё', 'е');
}

/** Folded words of a text: runs of letters and digits, so `Docker-образ` gives two. */
export function words(text: string): string[] {
  const found: string[] = [];
  let start = -1;
  let isPlain = true;
  for (let i = 0; i <= text.length; i += 1) {
    const sort = i === text.length ? BETWEEN : sortOf(text.charCodeAt(i));
    if (sort === STRANGE) return strangeWords(text);
    if (sort === BETWEEN) {
      if (start >= 0) found.push(isPlain ? text.slice(start, i) : foldWord(text.slice(start, i)));
      start = -1;
      isPlain = true;
    } else {
      if (start < 0) start = i;
      if (sort === FOLDED) isPlain = false;
    }
  }
  return found;
}

/** Quotes, dashes and spaces only part words: folding them as well would double the time. */
const strangeWords = (text: string): string[] => foldWord(text.normalize('NFC')).match(WORD) ?? [];

const foldWord = (word: string): string => word.toLowerCase().replaceAll('ё', 'е');

/** What a character is to `words`: a gap, part of a word as it stands, part of a word to be folded, or none of these. */
const [BETWEEN, PLAIN, FOLDED, STRANGE] = [0, 1, 2, 3] as const;

/** Latin and Cyrillic, which need no composing; others take the long way. */
const sorts = Uint8Array.from({ length: 0x500 }, (_, code) => {
  const char = String.fromCharCode(code);
  const isGreekOrMark = code >= 0x300 && code < 0x400;
  if (isGreekOrMark || /\p{M}/u.test(char) || char.toLowerCase().length > 1) return STRANGE;
  if (!/[\p{L}\p{N}]/u.test(char)) return BETWEEN;
  return foldWord(char) === char ? PLAIN : FOLDED;
});

function sortOf(code: number): number {
  if (code < sorts.length) return sorts[code] ?? STRANGE;
  // General Punctuation: dashes, quotes, dots and spaces.
  return code >= 0x2000 && code < 0x2070 ? BETWEEN : STRANGE;
}
