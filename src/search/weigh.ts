/** How much each word of a look-up counts: a telling noun most, a verb less, the little words nothing. */
import type { Wish } from './ask.js';
import type { Postings } from './postings.js';
import type { TypedWord } from './typed.js';
import type { WordReading } from './vocabulary.js';

export interface WeighedWord {
  readonly typed: TypedWord;
  /** 0 for a word that is not missed when an entry lacks it. */
  readonly weight: number;
  /** Everything the word may stand for, by root. */
  readonly byRoot: ReadonlyMap<number, WordReading>;
}

/** What the notes name so is meant before anything else called by another word for the same. */
const OTHER_WORD = 0.65;
/** A word known to the deck counts from this up to 1, by how rare it is there. */
const LEAST_WEIGHT = 0.3;
const VERB_SHARE = 0.45;
const SHOWING_SHARE = 0.25;
const UNKNOWN_VERB = 0.3;

const VERB =
  /(?:ать|ять|еть|ить|оть|уть|ыть|сть|зть|чь|ти|ться|тись|ает|яет|еет|ует|ит|ят|ут|ют|ется|ится|ал|ил|ел|ла|ло|ли|лся|лось|лась|лись)$/u;

/** Every other command shows something; that it does is hardly said in the notes. */
const SHOWING = new Set(
  'посмотреть просмотреть смотреть показать вывести узнать увидеть глянуть проверить'.split(' '),
);

/** May the entry lack the word and still do what is asked? */
export const isShowing = ({ word }: TypedWord): boolean => SHOWING.has(word);

/** Is it what is done rather than what it is done to? A bare phrase has no verbs: «канал», «школа» only look like them. */
export const isDoing = ({ word, isSoft, isBorrowed }: TypedWord, wish: Wish): boolean =>
  !isSoft && !isBorrowed && wish !== 'term' && VERB.test(word);

export function weigh(typed: TypedWord, wish: Wish, postings: Postings): WeighedWord {
  const byRoot = new Map<number, WordReading>();
  const isName = typed.readings.some(
    ({ root, rung }) => rung !== 'alias' && postings.isNamed(root),
  );
  for (const given of [...typed.readings, ...typed.kin]) {
    const isOther = isName && given.rung === 'alias';
    const reading = isOther ? { ...given, quality: given.quality * OTHER_WORD } : given;
    if ((byRoot.get(reading.root)?.quality ?? 0) < reading.quality) {
      byRoot.set(reading.root, reading);
    }
  }
  return { typed, byRoot, weight: weightOf(typed, wish, postings) };
}

function weightOf(typed: TypedWord, wish: Wish, postings: Postings): number {
  if (typed.isSoft) return 0;
  const [first, ...rest] = typed.readings;
  if (!first) return isDoing(typed, wish) ? UNKNOWN_VERB : 1;
  const best = rest.reduce((a, b) => (b.quality > a.quality ? b : a), first);
  const weight = LEAST_WEIGHT + (1 - LEAST_WEIGHT) * postings.weightOf(best.root);
  if (!isDoing(typed, wish)) return weight;
  return weight * (isShowing(typed) ? SHOWING_SHARE : VERB_SHARE);
}
