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
  // Quotes, dashes and spaces only part words: folding them as well would double the time.
  return text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').match(WORD) ?? [];
}
