/**
 * Stems: what is left of a Russian word when its ending is cut off (Snowball), so that «образы» meets «образ».
 * Latin words and numbers are their own stems. Results are cached per word: notes repeat themselves a lot.
 */
import { stemmer } from '@orama/stemmers/russian';
import { words } from './fold.js';

/** Words that carry no meaning of their own; they never prove that two texts speak of the same thing. */
const STOP_WORDS = new Set(
  (
    'а без более бы был была были было быть в вам вас ведь весь во вот все всего всех всю вы где да даже для до его ее если есть еще же за здесь и из или им их ' +
    'к как какой какая какие когда которая которое которые который которых кто ли либо между меня мне может можно мы на над надо нам нас не него нее нет ни них но ну о об один одна одно от очень по ' +
    'под после при про с сам свой свою себя со так также такой такие там те тем то того тоже той только том тот ту тут у уже чего чем через что чтобы эта эти это этого этой этом этот я т е'
  ).split(' '),
);

const cache = new Map<string, string>();
const CACHE_LIMIT = 50_000;

/** The stem of one word, folded already or not. */
export function stem(word: string): string {
  const known = cache.get(word);
  if (known !== undefined) return known;
  const folded = words(word).join('');
  const result = /\p{Script=Cyrillic}/u.test(folded) ? stemmer(folded) : folded;
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(word, result);
  return result;
}

/** Stems of all words of a text, in order, stop words included: for comparing whole phrases. */
export function allStems(text: string): string[] {
  return words(text).map(stem);
}

const phrases = new Map<string, readonly string[]>();
const PHRASES_LIMIT = 30_000;

/** Is this folded word more than a joint of the sentence? */
export const carriesMeaning = (word: string): boolean => word !== '' && !STOP_WORDS.has(word);

/** Stems of the words that carry meaning, in order, with repeats. */
export function contentStems(text: string): readonly string[] {
  const known = phrases.get(text);
  if (known) return known;
  const stems = words(text).filter(carriesMeaning).map(stem);
  if (phrases.size >= PHRASES_LIMIT) phrases.clear();
  phrases.set(text, stems);
  return stems;
}

/** Shared part of two stem sets: |A ∩ B| / |A ∪ B|, 0 for two empty ones (Jaccard index). */
export function stemOverlap(a: Iterable<string>, b: Iterable<string>): number {
  const left = new Set(a);
  const right = new Set(b);
  let shared = 0;
  for (const item of left) if (right.has(item)) shared += 1;
  const union = left.size + right.size - shared;
  return union === 0 ? 0 : shared / union;
}
