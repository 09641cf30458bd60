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

/** Ends in a word or sign that needs something after it: the line goes on, or was never finished. */
export function isDangling(text: string): boolean {
  if (/[,(\-–—/+&]$/.test(text)) return true;
  const last = /(\p{L}+)$/u.exec(text.slice(-20))?.[1]?.toLowerCase() ?? '';
  return PREPOSITIONS.has(last) || CONJUNCTIONS.has(last);
}
