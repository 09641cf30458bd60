/**
 * «Верно ли?» A term stands with its own description or with a foreign one; half of the questions are true.
 * Invariant: a foreign description is surely false of the term, and grammar does not show that it is foreign.
 */
import type { DeckIndex } from '../deck-index.js';
import { quoted, shorten } from '../wording/display.js';
import { openingOf, type Opening } from '../wording/opening.js';
import { areBuiltAlike, charmOf, NEVER, reachBetween, standingOf } from '../options/company.js';
import { parentOf } from '../options/nesting.js';
import { flawsOf } from '../lint/text.js';
import { isClaimable, isClaimSubject, isOfAction } from '../wording/claim.js';
import { hasKin, kinAmong } from '../wording/kin.js';
import { isCalling } from '../wording/people.js';
import {
  definitionPairs,
  headingFor,
  isNamed,
  isScoped,
  isSomebody,
  namesItself,
  type Pair,
} from '../options/pairs.js';
import { pick } from '../random.js';
import { isSaidOf } from '../options/solver.js';
import { choiceQuestion, frame, type Maker, plain } from './maker.js';
import { isTurned, leaderOf, truthChoices, type Truths } from './truth.js';

const LONGEST_CLAIM = 160;
/** Foreign descriptions looked at: neighbours in the notes are the most tempting ones. */
const NEIGHBOURS = 16;
/** Of those that fit as many are lent, the most tempting ones. */
const MOST_LENT = 4;
/** A foreign description this many times longer or shorter would be seen to be foreign. */
const MOST_UNLIKE = 3;
const DASH = ' — ';

const TRUTHS: Truths = {
  kind: 'tf',
  canAsk: ({ id }, deck) => (seatOf(id, deck)?.foreign.length ?? 0) > 0,
};

export const tf: Maker = {
  kind: 'tf',
  isSpare: true,
  chanceOf: (fact, deck) => leaderOf(fact, TRUTHS, deck),
  make: (fact, deck, random) => {
    const seat = seatOf(fact.id, deck);
    if (!seat || seat.foreign.length === 0) return [];
    const { pair } = seat;
    const isTrue = random() < 0.5 !== isTurned(fact, TRUTHS, deck);
    const foreign = isTrue ? undefined : pick(seat.foreign, random);
    const claim = shorten((foreign ?? pair).text, LONGEST_CLAIM) ?? '';
    const base = frame(pair.fact, 'tf', {
      ask: 'Верно ли?',
      material: plain(`${claimStart(pair)}${claim}.`),
      answer: plain(shorten(pair.text, LONGEST_CLAIM) ?? pair.text),
      topic: plain(pair.name),
    });
    const whose = foreign && { text: foreign.name, line: foreign.fact.line };
    // The heading of the term would unmask a description from another one.
    return [choiceQuestion({ ...base, section: null }, truthChoices(isTrue), whose)];
  },
  defends: (question, choice, deck) => {
    const shown = question.material?.text ?? '';
    const start = `${quoted(question.topic.text)}${DASH}`;
    const claim = shown.slice(shown.indexOf(start) + start.length);
    return isSaidOf(question.topic.text, claim, deck) === (choice.text === 'Верно');
  },
};

/** «Термин» — or, for a term that means nothing alone, Раздел: «термин» — */
function claimStart(pair: Pair): string {
  const heading = headingFor(pair);
  return `${heading === null ? '' : `${heading}: `}${quoted(pair.name)}${DASH}`;
}

interface Seat {
  readonly pair: Pair;
  readonly foreign: readonly Pair[];
}

function seatOf(factId: string, deck: DeckIndex): Seat | null {
  const positions = deck.memo(
    'tf-positions',
    () => new Map(definitionPairs(deck).map((pair, i) => [pair.fact.id, i])),
  );
  const position = positions.get(factId);
  const pairs = definitionPairs(deck);
  const pair = position === undefined ? undefined : pairs[position];
  if (position === undefined || pair === undefined) return null;
  return deck.once('tf-seat', pair, () => {
    if (isScoped(pair) && headingFor(pair) === null) return null;
    const start = Math.max(0, position - NEIGHBOURS / 2);
    const akin = pairs
      .slice(start, start + NEIGHBOURS + 1)
      .filter((other) => other !== pair && areOfOneCategory(pair, other, deck));
    const claim = akin.length === 0 ? null : claimOf(pair, deck);
    if (claim === null) return null;
    const foreign = akin.filter((other) => isForeign({ pair, claim }, other, deck));
    return { pair, foreign: mostTempting(pair, foreign, deck) };
  });
}

/** The nearest of those at home; from farther away only where home has none. */
function mostTempting(pair: Pair, foreign: readonly Pair[], deck: DeckIndex): readonly Pair[] {
  const own = standingOf(pair, deck);
  const others = foreign.map((other) => standingOf(other, deck));
  const reaches = others.map((other) => reachBetween(own, other));
  const nearest = Math.min(NEVER, ...reaches);
  if (nearest === NEVER) return [];
  return others
    .filter((_, i) => reaches[i] === nearest)
    .map((other) => ({ other: other.pair, charm: charmOf(other, own) }))
    .sort((a, b) => b.charm - a.charm)
    .slice(0, MOST_LENT)
    .map(({ other }) => other);
}

/** Says a description enough to be judged, and no more than fits? Of two words much is true. */
const LEAST_WORDS = 3;
/** «Психология — наука о … психики»: a root in common makes the truth of it plain to everybody. */
const ROOT = 4;

/** A description that may be judged, as it is compared with every neighbour. */
interface Claim {
  readonly opening: Opening;
  readonly stems: readonly string[];
  /** Stems of the text and of its term, without those that most terms have. */
  readonly telling: readonly string[];
}

/** Null for a description that is too short or too long, half of a sentence, or names its own term. */
const claimOf = (pair: Pair, deck: DeckIndex): Claim | null =>
  deck.once('claim', pair, () => {
    const shown = shorten(pair.text, LONGEST_CLAIM);
    if (shown === null || deck.ofText('flaws', flawsOf)(shown).includes('anaphora')) return null;
    // A sentence with a subject of its own is true whatever stands in front of it.
    if (deck.stems(shown).size < LEAST_WORDS || openingOf(shown) === 'sentence') return null;
    if (!isClaimSubject(pair.name) || !isClaimable(shown) || !isToldOf(pair, deck)) return null;
    const stems = [...deck.stems(pair.text)];
    if (resounds(stems, pair, deck)) return null;
    const telling = [...stems, ...deck.stems(pair.name)].filter((stem) => !deck.isCommon(stem));
    return { opening: openingOf(pair.text), stems, telling };
  });

/** Is it said what the thing is, or who somebody is: of a person a row of works and ideas is no claim. */
const isToldOf = (pair: Pair, deck: DeckIndex): boolean =>
  !namesItself(pair, deck) &&
  (isNamed(pair, deck) || (isSomebody(pair, deck) && isCalling(pair.text)));

/** Does a text name the term, or sound like it? Then whether it belongs to the term is plain. */
function resounds(text: readonly string[], { name }: Pair, deck: DeckIndex): boolean {
  const { own, roots } = deck.ofText('roots', (term) => rootsOf(term, deck))(name);
  return text.some((stem) => roots.has(stem.slice(0, ROOT)) || hasKin(stem, own));
}

function rootsOf(name: string, deck: DeckIndex) {
  const own = [...deck.stems(name)].filter((stem) => !deck.isCommon(stem));
  const long = own.filter(({ length }) => length >= ROOT);
  return { own, roots: new Set(long.map((stem) => stem.slice(0, ROOT))) };
}

function isForeign(
  { pair, claim }: { readonly pair: Pair; readonly claim: Claim },
  other: Pair,
  deck: DeckIndex,
): boolean {
  if (pair.key === other.key || !areAlikeInLength(pair.text, other.text)) return false;
  const foreign = claimOf(other, deck);
  const common = commonStems(pair, other, deck);
  const isOwn = (stem: string): boolean => !common.includes(stem);
  return (
    foreign !== null &&
    foreign.opening === claim.opening &&
    areBuiltAlike(pair, other, deck) &&
    isOfAction(pair.text) === isOfAction(other.text) &&
    !resounds(foreign.stems, pair, deck) &&
    !sharesWords(pair, { ...foreign, telling: foreign.telling.filter(isOwn) }, deck)
  );
}

/**
 * Do the notes themselves show that the two are things of one sort: by a word of their names («речной порт», «морской
 * порт»), by the term they stand under, or by the heading that is the noun of both? A song told of a composer is no lie
 * that anybody would believe.
 */
function areOfOneCategory(pair: Pair, other: Pair, deck: DeckIndex): boolean {
  if (isKey(pair) !== isKey(other)) return false;
  if (isScoped(pair) || isScoped(other))
    return isScoped(pair) && isScoped(other) && pair.fact.section === other.fact.section;
  const parent = parentOf(pair, deck);
  if (parent !== undefined && parent === parentOf(other, deck)) return true;
  return commonStems(pair, other, deck).length > 0;
}

/** `pg_dump -Z`: a key behind its program. */
const isKey = ({ name }: Pair): boolean => / -/.test(name);

/** Stems that the names of the two share, those left out that most names have. */
function commonStems(pair: Pair, other: Pair, deck: DeckIndex): readonly string[] {
  const names = deck.stems(other.name);
  return [...deck.stems(pair.name)].filter((stem) => names.has(stem) && !deck.isCommon(stem));
}

/**
 * Does anything that the notes say of the term, beside it or in its line, share a word with the foreign description or
 * name its term? What is told of one thing in the words of another may be true of both.
 */
function sharesWords(pair: Pair, foreign: Claim, deck: DeckIndex): boolean {
  const isSaid = deck.once('said', pair, () =>
    kinAmong(deck.stems([pair.fact.source, ...deck.about(pair.name)].join('\n'))),
  );
  return foreign.telling.some(isSaid);
}

const areAlikeInLength = (a: string, b: string): boolean =>
  Math.max(a.length, b.length) <= MOST_UNLIKE * Math.min(a.length, b.length);
