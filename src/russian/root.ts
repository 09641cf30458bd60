/**
 * Roots: what is left of a stem without the prefix and suffixes it was built with, so that «обмен» meets «меняются» and
 * «психология» meets «психика». By lists of affixes and no dictionary: sure enough to refuse a question, never to accept
 * an answer. In: folded words. Out: do they share a root? Roots are cached per word.
 */
import { remembered } from './remembered.js';
import { stem } from './stem.js';

const PREFIXES =
  /^(?:недо|пере|пред|раз|рас|без|бес|воз|вос|над|под|при|про|пре|вы|до|за|из|ис|на|об|от|по|со|вз|о|с|у|в)(?=[бвгджзклмнпрстфхцчшщаеиоу])/u;
/** As Snowball leaves them behind: endings are off already. */
const SUFFIXES =
  /(?:ологическ|ическ|ирован|изаци|изац|ирова|ельств|ическ|олог|ован|ова|ени|ани|яни|ост|ств|тел|ник|щик|чик|изм|ист|аци|яци|ивн|альн|ельн|ичн|ива|ыва|ева|яющ|ающ|ующ|ющ|ящ|ащ|ущ|вш|ик|ск|ов|ев|ен|ан|ян|ат|ит|ац|и|я|а|е|ь|к|н|л)$/u;
/** So much of a word must stay when something is taken off it. */
const SHORTEST = 3;
/** A suffix of one or two signs may leave three letters, a longer one is mostly part of so short a root. */
const SHORTEST_BEFORE_SUFFIX = 4;
const MOST_SUFFIXES = 3;
/** The last consonant of a root changes before a suffix: «двигать» and «движение», «рука» and «ручной». */
const SOFT: Readonly<Record<string, string>> = { г: 'ж', к: 'ч', ц: 'ч', х: 'ш' };

interface Roots {
  readonly bare: string;
  /** Without the prefix, when there is one. */
  readonly inner: string | null;
}

const MOST_KNOWN = 50_000;
const CYRILLIC = /^[а-яё]/u;

/** The roots of a word; null for one that is not Russian. */
const rootsOf = remembered(readRoots, MOST_KNOWN);

function readRoots(word: string): Roots | null {
  if (!CYRILLIC.test(word)) return null;
  const stemmed = stem(word);
  // Of «обмен» the stemmer leaves «обм».
  const base = stemmed.length > SHORTEST ? stemmed : word.replace(/[аяоеёиыуюьй]+$/u, '');
  const inner = base.replace(PREFIXES, '');
  return {
    bare: withoutSuffixes(base),
    inner: inner === base || inner.length < SHORTEST ? null : withoutSuffixes(inner),
  };
}

function withoutSuffixes(word: string): string {
  let root = word;
  for (let i = 0; i < MOST_SUFFIXES; i += 1) {
    const suffix = SUFFIXES.exec(root)?.[0] ?? '';
    const least = suffix.length > 1 ? SHORTEST_BEFORE_SUFFIX : SHORTEST;
    if (suffix === '' || root.length - suffix.length < least) break;
    root = root.slice(0, -suffix.length);
  }
  const last = root.slice(-1);
  return root.slice(0, -1) + (SOFT[last] ?? last);
}

/**
 * Which words are built on one root with some of these? Two different prefixes on one root («доход», «расход») part it
 * again.
 */
export function rootmatesOf(words: readonly string[]): (word: string) => boolean {
  const roots = words.flatMap((word) => rootsOf(word) ?? []);
  return (word) => {
    const own = rootsOf(word);
    return own !== null && roots.some((other) => areOneRoot(own, other));
  };
}

const areOneRoot = (one: Roots, other: Roots): boolean =>
  one.bare === other.bare || one.inner === other.bare || one.bare === other.inner;
