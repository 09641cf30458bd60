/**
 * Phonetic skeleton: one form for a foreign word and its Russian spelling, so that «докер» meets `docker`.
 * In: a word in either alphabet. Out: lower-case Latin letters. Meaningful from 4 letters on.
 */
import { fold } from './fold.js';
import { distance } from './distance.js';

const LETTERS: Record<string, string> = {
  а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'j', з: 'z', и: 'i', й: 'i', к: 'k',
  л: 'l', м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h',
  ц: 'c', ч: 'ch', ш: 'sh', щ: 'sh', ъ: '', ы: 'i', ь: '', э: 'e', ю: 'iu', я: 'ia',
}; // prettier-ignore

const cache = new Map<string, string>();
const CACHE_LIMIT = 50_000;

/** Shortest word whose skeleton may be compared loosely; below it only equality means anything. */
export const SKELETON_MIN = 4;

/** The skeleton of one word (or of several, spaces kept). */
export function skeleton(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const result = [...asHeard(fold(word))]
    .map((letter) => LETTERS[letter] ?? letter)
    .join('')
    .replace(/ck/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/c(?=[eiy])/g, 's')
    .replace(/c(?!h)/g, 'k')
    .replace(/x/g, 'ks')
    .replace(/w/g, 'v')
    .replace(/q/g, 'k')
    .replace(/y/g, 'i')
    .replace(/z/g, 's')
    .replace(/oo/g, 'u')
    .replace(/ee/g, 'i')
    .replace(/(.)\1+/g, '$1');
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, result);
  return result;
}

/** English words whose silent e changes the vowel keep it in Russian: файл, онлайн, рантайм, пайплайн. */
const asHeard = (word: string): string =>
  word.replace(/(?<=f)ile|(?<=l)ine|(?<=t)ime|(?<=p)ipe/g, (rhyme) => `a${rhyme.slice(0, 2)}`);

/** Do two words sound alike? Distance up to a quarter of the longer skeleton; short words only when equal. */
export function soundsAlike(a: string, b: string): boolean {
  const left = skeleton(a);
  const right = skeleton(b);
  if (left === right) return left !== '';
  const longest = Math.max(left.length, right.length);
  if (Math.min(left.length, right.length) < SKELETON_MIN) return false;
  const limit = Math.floor(longest / 4);
  return distance(left, right, limit) <= limit;
}
