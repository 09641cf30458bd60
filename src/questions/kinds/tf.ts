/**
 * «Верно ли?» A term stands with its own description or with a foreign one; half of the questions are true.
 * Invariant: a foreign description is surely false of the term, and grammar does not show that it is foreign.
 */
import type { DeckIndex } from '../deck-index.js';
import { quoted, shorten } from '../wording/display.js';
import { openingOf } from '../wording/opening.js';
import { areBuiltAlike, areCompany, REACHES, temptation } from '../options/company.js';
import { flawsOf } from '../lint/text.js';
import { hasKin } from '../wording/kin.js';
import { definitionPairs, headingFor, needsHeading, type Pair } from '../options/pairs.js';
import type { Choice } from '../question.js';
import { pick } from '../random.js';
import { isSaidOf } from '../options/solver.js';
import { choiceQuestion, frame, type Maker, plain } from './maker.js';

const LONGEST_CLAIM = 160;
/** Foreign descriptions looked at: neighbours in the notes are the most tempting ones. */
const NEIGHBOURS = 16;
/** Of those that fit as many are lent, the most tempting ones. */
const MOST_LENT = 4;
/** A foreign description this many times longer or shorter would be seen to be foreign. */
const MOST_UNLIKE = 3;
const DASH = ' — ';

export const tf: Maker = {
  kind: 'tf',
  isSpare: true,
  make: (fact, deck, random) => {
    const seat = seatOf(fact.id, deck);
    if (!seat || seat.foreign.length === 0) return [];
    const { pair } = seat;
    const isTrue = random() < 0.5;
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

/** The two buttons of a truth question, always in this order. */
export const truthChoices = (isTrue: boolean): readonly Choice[] => [
  { text: 'Верно', code: false, correct: isTrue },
  { text: 'Неверно', code: false, correct: !isTrue },
];

interface Seat {
  readonly pair: Pair;
  readonly foreign: readonly Pair[];
}

function seatOf(factId: string, deck: DeckIndex): Seat | undefined {
  const positions = deck.memo(
    'tf-positions',
    () => new Map(definitionPairs(deck).map((pair, i) => [pair.fact.id, i])),
  );
  const position = positions.get(factId);
  if (position === undefined) return undefined;
  return deck.memo(`tf-seat:${factId}`, () => {
    const pairs = definitionPairs(deck);
    const pair = pairs[position];
    if (!pair || !isClaim(pair, deck) || resounds(pair.text, pair.name, deck)) return undefined;
    if (needsHeading(pair.name) && headingFor(pair) === null) return undefined;
    const start = Math.max(0, position - NEIGHBOURS / 2);
    const foreign = pairs
      .slice(start, start + NEIGHBOURS + 1)
      .filter((other) => other !== pair && isForeign(pair, other, deck));
    return { pair, foreign: mostTempting(pair, foreign, deck) };
  });
}

/** The nearest of those at home; from farther away only where home has none. */
function mostTempting(pair: Pair, foreign: readonly Pair[], deck: DeckIndex): readonly Pair[] {
  for (const reach of REACHES) {
    const company = foreign
      .filter((other) => areCompany(pair, other, reach, deck))
      .map((other) => ({ other, charm: temptation(pair, other, deck) }))
      .sort((a, b) => b.charm - a.charm);
    if (company.length > 0) return company.slice(0, MOST_LENT).map(({ other }) => other);
  }
  return [];
}

/** Says a description enough to be judged, and no more than fits? Of two words much is true. */
const LEAST_WORDS = 3;
/** «Психология — наука о … психики»: a root in common makes the truth of it plain to everybody. */
const ROOT = 4;

/** May this description be judged at all: long enough, short enough, and no half of a sentence? */
function isClaim({ text }: Pair, deck: DeckIndex): boolean {
  const shown = shorten(text, LONGEST_CLAIM);
  if (shown === null || flawsOf(shown).includes('anaphora')) return false;
  // A sentence with a subject of its own is true whatever stands in front of it.
  return (
    deck.stems(shown).size >= LEAST_WORDS && deck.ofText('opening', openingOf)(shown) !== 'sentence'
  );
}

/** Does a text name the term, or sound like it? Then whether it belongs to the term is plain. */
function resounds(text: string, name: string, deck: DeckIndex): boolean {
  const own = [...deck.stems(name)].filter((stem) => !deck.isCommon(stem));
  const roots = new Set(
    own.filter(({ length }) => length >= ROOT).map((stem) => stem.slice(0, ROOT)),
  );
  return [...deck.stems(text)].some((stem) => roots.has(stem.slice(0, ROOT)) || hasKin(stem, own));
}

const isForeign = (pair: Pair, other: Pair, deck: DeckIndex): boolean =>
  pair.key !== other.key &&
  isClaim(other, deck) &&
  areBuiltAlike(pair, other, deck) &&
  areAlikeInLength(pair.text, other.text) &&
  opensAlike(pair.text, other.text, deck) &&
  !resounds(other.text, pair.name, deck) &&
  !resounds(other.text, other.name, deck) &&
  areFarApart(pair, other, deck);

function opensAlike(a: string, b: string, deck: DeckIndex): boolean {
  const opening = deck.ofText('opening', openingOf);
  return opening(a) === opening(b);
}

/**
 * Nothing that the notes say of the term, beside it or in its line, shares a word with the foreign description or names
 * its term: what is told of one thing in the words of another may be true of both.
 */
function areFarApart(pair: Pair, other: Pair, deck: DeckIndex): boolean {
  const said = deck.once('said', pair, () =>
    deck.stems([pair.fact.source, ...deck.about(pair.name)].join('\n')),
  );
  const foreign = deck.stems(`${other.text}\n${other.name}`);
  return ![...foreign].some((stem) => !deck.isCommon(stem) && hasKin(stem, said));
}

const areAlikeInLength = (a: string, b: string): boolean =>
  Math.max(a.length, b.length) <= MOST_UNLIKE * Math.min(a.length, b.length);
