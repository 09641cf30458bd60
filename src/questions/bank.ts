/**
 * DOOR facts -> questions: the bank of everything that can be asked about a deck.
 * In: the facts of one deck. Out: for a fact and a seed its questions, taps before typed before self-graded.
 * Invariants: the same facts and seed give the same questions, byte for byte; every question passed the lint and, if
 * tapped, has exactly one choice that can be defended; every fact can be asked (a self-graded card when nothing else).
 * Lazy: a fact costs nothing before it is asked for.
 */
import type { Fact } from '../notes/note.js';
import { type DeckIndex, indexDeck } from './deck-index.js';
import { cloze } from './kinds/cloze.js';
import { clozetype } from './kinds/clozetype.js';
import { cmd2desc } from './kinds/cmd2desc.js';
import { date } from './kinds/date.js';
import { def2term } from './kinds/def2term.js';
import { desc2cmd } from './kinds/desc2cmd.js';
import { difference } from './kinds/difference.js';
import { flash } from './kinds/flash.js';
import type { Maker } from './kinds/maker.js';
import { member } from './kinds/member.js';
import { oddone } from './kinds/oddone.js';
import { order } from './kinds/order.js';
import { recall } from './kinds/recall.js';
import { term2def } from './kinds/term2def.js';
import { tf } from './kinds/tf.js';
import { tfflip } from './kinds/tfflip.js';
import { typecmd } from './kinds/typecmd.js';
import { typeterm } from './kinds/typeterm.js';
import { lint } from './lint.js';
import { preparePairs } from './options/pairs.js';
import type { Piece, Question, QuestionKind } from './question.js';
import { spreadRandom } from './random.js';
import { redact } from './redact.js';

export interface Bank {
  /** Every question about one fact; empty only for a fact of another deck. */
  questionsFor(factId: string, seed: string | number): readonly Question[];
  /** Has the fact a question whose answer can be checked? Stops at the first one, so it is cheaper than asking for all. */
  isChecked(factId: string, seed: string | number): boolean;
  /** The card that can be made of any fact: for one whose questions are not wanted; null for a fact of another deck. */
  selfGraded(factId: string): Question | null;
  /** Every question about every fact, in the order of the notes. */
  all(seed: string | number): readonly Question[];
}

/** Question kinds from easy to hard: tapped, typed, self-graded. */
const MAKERS: readonly Maker[] = [
  def2term,
  term2def,
  cmd2desc,
  desc2cmd,
  difference,
  tf,
  tfflip,
  cloze,
  member,
  oddone,
  order,
  date,
  typecmd,
  typeterm,
  clozetype,
  recall,
];

/** The card of a fact that no other kind can ask; it makes exactly one question for any fact. */
const LAST_RESORT: Maker = flash;

/** Drafts thrown away by the lint are drawn again this many times. */
const REDRAWS = 5;

/** A fact that can be checked in as many ways needs no spare one. */
const ENOUGH_KINDS = 2;

/** Opens the bank of a deck; the first question pays for what all facts share. */
export function openBank(facts: readonly Fact[]): Bank {
  return bankOf(indexDeck(facts));
}

/** The same with that paid, in small steps: for who has others to serve between them. */
export function* openingBank(facts: readonly Fact[]): Generator<void, Bank> {
  const deck = indexDeck(facts);
  yield* deck.prepare();
  yield* preparePairs(deck);
  for (const maker of MAKERS) yield* maker.prepare?.(deck) ?? [];
  return bankOf(deck);
}

function bankOf(deck: DeckIndex): Bank {
  const { facts } = deck;
  const questionsFor = (factId: string, seed: string | number): readonly Question[] => {
    const fact = deck.find(factId);
    return fact ? questionsAbout(fact, deck, seed) : [];
  };
  return {
    questionsFor,
    isChecked(factId, seed) {
      const fact = deck.find(factId);
      if (fact === undefined) return false;
      return MAKERS.some((maker) => drawClean(maker, fact, deck, seed).some(isCheckable));
    },
    selfGraded(factId) {
      const fact = deck.find(factId);
      return fact ? (lastResort(fact, deck, factId)[0] ?? null) : null;
    },
    all: (seed) => facts.flatMap((fact) => questionsFor(fact.id, seed)),
  };
}

const isCheckable = ({ form }: Question): boolean => form !== 'recall';

function questionsAbout(fact: Fact, deck: DeckIndex, seed: string | number): Question[] {
  const drawn = MAKERS.map((maker) => (maker.isSpare ? [] : drawClean(maker, fact, deck, seed)));
  const isEnough = drawn.filter((some) => some.some(isCheckable)).length >= ENOUGH_KINDS;
  const questions = MAKERS.flatMap((maker, i) =>
    maker.isSpare && !isEnough ? drawClean(maker, fact, deck, seed) : (drawn[i] ?? []),
  );
  return questions.length > 0 ? withoutRepeats(questions) : lastResort(fact, deck, seed);
}

/** Kinds that show the sentence of a fact nearly as the notes have it. */
const OF_SENTENCE: ReadonlySet<QuestionKind> = new Set(['tfflip', 'cloze', 'clozetype']);
const MOST_OF_SENTENCE = 3;

/** One line is not asked again and again: a blank that is chosen is not typed, and of the rest the first ones stay. */
function withoutRepeats(questions: readonly Question[]): Question[] {
  const blanks = new Set<string>();
  let count = 0;
  return questions.filter(({ kind, material, answer }) => {
    if (!OF_SENTENCE.has(kind)) return true;
    const blank = `${material?.text ?? ''}\n${answer.text}`;
    const isRepeat = kind !== 'tfflip' && blanks.has(blank);
    blanks.add(blank);
    if (isRepeat || count === MOST_OF_SENTENCE) return false;
    count += 1;
    return true;
  });
}

const lastResort = (fact: Fact, deck: DeckIndex, seed: string | number): Question[] =>
  LAST_RESORT.make(fact, deck, spreadRandom(seed, fact.id)).map(withoutPersonalData);

/** The last resort is not linted: what it shows is made harmless instead. The quoted source stays literal. */
function withoutPersonalData(question: Question): Question {
  const clean = <T extends Piece | null>(piece: T): T =>
    piece && { ...piece, text: redact(piece.text) };
  return {
    ...question,
    section: question.section && redact(question.section),
    ask: redact(question.ask),
    material: clean(question.material),
    answer: clean(question.answer),
    topic: clean(question.topic),
    ...(question.form === 'recall' && { items: question.items.map(redact) }),
  };
}

function drawClean(maker: Maker, fact: Fact, deck: DeckIndex, seed: string | number): Question[] {
  const clean = new Map<string, Question>();
  const chance = maker.chanceOf?.(fact, deck) ?? fact.id;
  for (let attempt = 0; attempt <= REDRAWS; attempt += 1) {
    const random = spreadRandom(seed, `${chance}:${maker.kind}:${attempt}`);
    const drafts = maker.make(fact, deck, random);
    if (drafts.length === 0) break;
    for (const draft of drafts) {
      if (!clean.has(draft.id) && passes(draft, maker, deck)) clean.set(draft.id, draft);
    }
    if (drafts.every((draft) => clean.has(draft.id))) break;
  }
  return [...clean.values()];
}

function passes(question: Question, maker: Maker, deck: DeckIndex): boolean {
  if (lint(question, deck).length > 0) return false;
  if (question.form !== 'choice' || !maker.defends) return true;
  return question.choices.every(
    (choice) => maker.defends?.(question, choice, deck) === choice.correct,
  );
}
