/** Small Russian words that join others: what a phrase cannot end in, what a name cannot begin with. */

export const PREPOSITIONS = new Set(
  (
    'без безо в во вне внутри для до за из из-за из-под к ко между на над о об обо около от перед по под при про ради с со ' +
    'сверх среди у через после кроме вместо путём путем посредством'
  ).split(' '),
);

const CONJUNCTIONS = new Set(
  'а и но или либо что чтобы если когда как так хотя не ни же'.split(' '),
);

const LONGEST_JOINT = 20;

/** The letters a text ends in; only the tail of a longer run. */
export function lastWord(text: string): string {
  const tail = text.slice(-LONGEST_JOINT);
  let start = tail.length;
  while (start > 0 && /\p{L}/u.test(tail[start - 1] ?? '')) start -= 1;
  return tail.slice(start);
}

/** Ends in a word or sign that needs something after it: the line goes on, or was never finished. */
export function isDangling(text: string): boolean {
  if (/[,(\-–—/+&]/.test(text.slice(-1))) return true;
  const word = lastWord(text);
  // «витамин К», «гепатит А»: a capital at the end of a quiet line is a name, not a joint.
  if (/^[А-Я]$/.test(word) && /[а-яё]/.test(text)) return false;
  // «в/в», «п/к»: half of a shortening.
  if (text.at(-word.length - 1) === '/') return false;
  const last = word.toLowerCase();
  return PREPOSITIONS.has(last) || CONJUNCTIONS.has(last);
}
