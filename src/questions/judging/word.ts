/**
 * One typed word against one word of the notes: other alphabet, other layout, other ending, a slip of the finger.
 * A slip is forgiven by the length of the word; a figure or a contrary prefix never.
 */
import { aliasOf } from '../../russian/aliases.js';
import { isContrary } from '../../russian/contrary.js';
import { distance } from '../../russian/distance.js';
import { fold } from '../../russian/fold.js';
import { asLatinKeys, asRussianKeys } from '../../russian/layout.js';
import { withLatinTwins } from '../../russian/look-alikes.js';
import { skeleton, SKELETON_MIN } from '../../russian/skeleton.js';
import { stem } from '../../russian/stem.js';
import { COST, nearest, type Match } from './match.js';

/** One typed chunk (punctuation kept: it may be a letter of the other layout) against one folded word. */
export function matchWord(chunk: string, wanted: string): Match | null {
  const typed = cleanWord(fold(chunk));
  if (typed === wanted) return { cost: COST.same, isPartial: false };
  if (fold(withLatinTwins(cleanWord(chunk))) === wanted) {
    return { cost: COST.rewritten, isPartial: false };
  }
  const plain = matchSound(typed, wanted);
  if (plain && !plain.isPartial) return plain;
  return nearest([plain, matchLayout(chunk, wanted)]);
}

/** The word as typed: other alphabet, other ending, a slip. */
function matchSound(typed: string, wanted: string): Match | null {
  if (isHeardAs(typed, wanted)) {
    return { cost: COST.otherAlphabet, isPartial: false, remark: { kind: 'transliteration' } };
  }
  const isOtherForm = isContrary(typed, wanted) ? false : isFormOf(typed, wanted);
  if (isOtherForm) return { cost: COST.wordForm, isPartial: true, remark: { kind: 'word-form' } };
  const letters = slipsBetween(typed, wanted);
  if (letters === null) return null;
  return { cost: letters, isPartial: true, remark: { kind: 'typo', letters } };
}

/** The word as its keys give it in the other layout; a remark on the layout, unless something else is wrong too. */
function matchLayout(chunk: string, wanted: string): Match | null {
  const isRussian = hasCyrillic(chunk);
  const typed = cleanWord(fold((isRussian ? asLatinKeys : asRussianKeys)(chunk)));
  const found: Match | null =
    typed === wanted ? { cost: COST.same, isPartial: false } : matchSound(typed, wanted);
  if (!found) return null;
  const cost = found.cost + COST.otherAlphabet;
  if (found.isPartial) return { ...found, cost };
  return {
    cost,
    isPartial: false,
    remark: { kind: isRussian ? 'russian-layout' : 'latin-layout' },
  };
}

/** The same word written in the other alphabet: «докерфайл» and Dockerfile. */
function isHeardAs(typed: string, wanted: string): boolean {
  if (hasCyrillic(typed) === hasCyrillic(wanted) || hasDigit(typed) !== hasDigit(wanted)) {
    return false;
  }
  if (aliasOf(typed) === wanted || aliasOf(wanted) === typed) return true;
  return skeleton(typed) === skeleton(wanted);
}

/** The same word with another ending, in either alphabet: «образы» and «образ», «докера» and Docker. */
function isFormOf(typed: string, wanted: string): boolean {
  if (!hasCyrillic(typed)) return false;
  if (hasCyrillic(wanted)) return stem(typed) === stem(wanted);
  const root = stem(typed);
  return (
    root.length >= SKELETON_MIN && (aliasOf(root) === wanted || skeleton(root) === skeleton(wanted))
  );
}

/** Wrong letters when there are few enough for the length of the word: up to 4 none, up to 8 one, then two. */
function slipsBetween(typed: string, wanted: string): number | null {
  if (hasDigit(typed) || hasDigit(wanted) || isContrary(typed, wanted)) return null;
  const limit = wanted.length <= 4 ? 0 : wanted.length <= 8 ? 1 : 2;
  if (limit === 0) return null;
  const isOtherAlphabet = hasCyrillic(typed) !== hasCyrillic(wanted);
  const letters = isOtherAlphabet
    ? distance(skeleton(typed), skeleton(wanted), 1)
    : distance(typed, wanted, limit);
  return letters > 0 && letters <= (isOtherAlphabet ? 1 : limit) ? letters : null;
}

const hasCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);
const hasDigit = (text: string): boolean => /\p{N}/u.test(text);

/** Without the punctuation around it; `+`, `#` and a leading dot belong to names. */
export function cleanWord(word: string): string {
  return word.replace(/^[\s"'`,;:!?()]+|[\s"'`.,;:!?()]+$/g, '');
}
