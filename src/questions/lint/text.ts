/** Lint rules about the wording of prompt and options; code is left alone. */
import { GAP, isShouted } from '../wording/display.js';
import { isCutOff } from '../wording/purpose.js';
import type { Question } from '../question.js';
import { pattern } from '../../russian/pattern.js';

const ANAPHORA = new Set(
  'он она оно они это этот эта эти такой такая такое такие там тот та те также тоже его её ее их ему им поэтому однако'.split(
    ' ',
  ),
);
const FIRST_WORD = pattern(/[\p{L}\p{N}]+/u);
const BRACKETS = ['()', '[]', '«»', '„“'];
const CAPITALS = pattern(/(?<![\p{L}\p{N}])[А-ЯЁ]{4,}(?![\p{L}\p{N}])/gu);
/** What markup has in it: cheaper to look for than markup itself. */
const MARKUP_SIGN = /[*[\]&<]/;
const MARKUP = pattern(/\*\*|\[\[|\]\]|&(?:\p{L}+|#\d+);|<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>/iu);

/** Phrases of a question that are not code: its material and options. */
export function phrasesOf(question: Question): readonly string[] {
  const choices = question.form === 'choice' ? question.choices : [];
  return [question.material, ...choices].flatMap((piece) =>
    piece && !piece.code ? [piece.text] : [],
  );
}

const count = (text: string, sign: string | undefined): number =>
  sign === undefined ? 0 : text.split(sign).length - 1;

const isUnbalanced = (phrase: string): boolean =>
  /[()[\]«»„“"]/u.test(phrase) &&
  (BRACKETS.some(([open, close]) => count(phrase, open) !== count(phrase, close)) ||
    count(phrase, '"') % 2 === 1);

/** «то же, но …», «наоборот»: said of what stood a line above. */
const LIKE_BEFORE = pattern(/^[«"]?(?:то же|так же|наоборот|аналогично|как и |см\.)(?!\p{L})/iu);

const isAnaphoric = (phrase: string): boolean =>
  ANAPHORA.has(FIRST_WORD.exec(phrase)?.[0].toLowerCase() ?? '') || LIKE_BEFORE.test(phrase);

const isUndefined = (phrase: string): boolean =>
  (phrase.includes('undefined') && /(?<!\p{L})undefined(?!\p{L})/u.test(phrase)) ||
  phrase.includes('[object ');

/** The rules by name; each looks at one phrase. */
export const phraseRules: readonly (readonly [string, (phrase: string) => boolean])[] = [
  ['unbalanced', isUnbalanced],
  // A gap stands for a word: what ends in one is not cut off behind its preposition.
  ['truncated', (phrase) => isCutOff(phrase.replaceAll(GAP, 'х').replace(/[.»“")]+$/u, ''))],
  ['markup', (phrase) => MARKUP_SIGN.test(phrase) && MARKUP.test(phrase)],
  ['double-space', (phrase) => phrase.includes('  ')],
  ['anaphora', isAnaphoric],
  ['undefined', isUndefined],
  [
    'shouting',
    (phrase) => /[А-ЯЁ]{4}/.test(phrase) && (phrase.match(CAPITALS) ?? []).some(isShouted),
  ],
];

/** Names of the rules that a phrase breaks. */
export const flawsOf = (phrase: string): readonly string[] =>
  phraseRules.flatMap(([name, isBroken]) => (isBroken(phrase) ? [name] : []));
