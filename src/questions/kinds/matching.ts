/**
 * The machinery of four kinds: one side of a pair is shown, the other is found among the same side of other pairs
 * (term ↔ description, command ↔ purpose).
 * In: which side is shown and which may not meet. Out: a maker whose options are never accidentally right, look alike,
 * and give the answer away to no trick (`option-table.ts`).
 */
import { cellsOf } from '../options/cells.js';
import { standingOf } from '../options/company.js';
import type { DeckIndex } from '../deck-index.js';
import {
  type Cell,
  type Member,
  optionTable,
  type OptionRules,
  type OptionTable,
} from '../options/option-table.js';
import type { Pair } from '../options/pairs.js';
import type { Choice, ChoiceQuestion, Piece, QuestionKind } from '../question.js';
import { shuffle, type Random } from '../random.js';
import { choiceQuestion, frame, type Maker } from './maker.js';

/** A kind that shows one side of a pair and asks for the other. */
export interface Matching extends OptionRules {
  readonly kind: QuestionKind;
  /** Groups of pairs that may serve each other as options; a fact stands in one of them at most. */
  pools(deck: DeckIndex): readonly (readonly Pair[])[];
  /** What a wrong option really is: the other side of its pair. */
  about(pair: Pair): (Piece & { readonly isDeed?: true }) | null;
  defends(question: ChoiceQuestion, choice: Choice, deck: DeckIndex): boolean;
}

/** The maker of a matching kind. */
export function matchingMaker(matching: Matching): Maker {
  return {
    kind: matching.kind,
    make: (fact, deck, random) => {
      const seat = seatsOf(matching, deck).get(fact.id);
      return seat ? draw(seat, matching, deck, random) : [];
    },
    *prepare(deck) {
      for (const pool of matching.pools(deck)) {
        yield;
        for (const pair of pool) {
          optionsOf(pair, matching, deck);
          standingOf(pair, deck);
          yield;
        }
      }
      seatsOf(matching, deck);
      yield;
    },
    defends: (question, choice, deck) => matching.defends(question, choice, deck),
  };
}

/** A pair and the table of its cell. */
interface Seat {
  readonly pair: Pair;
  readonly table: () => OptionTable;
}

const seatsOf = (matching: Matching, deck: DeckIndex): ReadonlyMap<string, Seat> =>
  deck.memo(`seats:${matching.kind}`, () => {
    const cells = matching.pools(deck).flatMap((pool) => cellsIn(pool, matching, deck));
    return new Map(cells.flatMap((cell) => seatsIn(cell, matching, deck)));
  });

const optionsOf = (pair: Pair, matching: Matching, deck: DeckIndex): readonly Piece[] =>
  deck.once(`options:${matching.kind}`, pair, () => matching.options(pair, deck));

/** The cells of a pool, each with another one that helps out where its own members may not meet. */
function cellsIn(pool: readonly Pair[], matching: Matching, deck: DeckIndex): Cell[] {
  const members = new Map(
    pool.map((pair) => [pair, optionsOf(pair, matching, deck).map((option) => ({ pair, option }))]),
  );
  const cells = cellsOf(
    pool.filter((pair) => members.get(pair)?.length),
    {
      section: ({ fact }) => fact.section,
      length: (pair) => members.get(pair)?.[0]?.option.text.length ?? 0,
    },
  ).map((pairs) => pairs.flatMap((pair) => members.get(pair) ?? []));
  return cells.map((own, i) => ({ own, spare: cells[i + 1] ?? cells[i - 1] ?? [] }));
}

function seatsIn(cell: Cell, matching: Matching, deck: DeckIndex): [string, Seat][] {
  let made: OptionTable | undefined;
  const table = (): OptionTable => (made ??= optionTable(cell, matching, deck));
  return cell.own.map(({ pair }) => [pair.fact.id, { pair, table }]);
}

function draw(seat: Seat, matching: Matching, deck: DeckIndex, random: Random): ChoiceQuestion[] {
  const { pair } = seat;
  const prompt = matching.prompt(pair, deck);
  const [right, ...wrong] = (prompt && seat.table().draw(pair, random)) ?? [];
  if (!prompt || !right) return [];
  // The place of the answer is drawn by itself, so that it is even over the seeds.
  const place = Math.floor(random() * (wrong.length + 1));
  const choices = shuffle(wrong, random).map((member) => wrongChoice(member, matching));
  choices.splice(place, 0, { text: right.option.text, code: right.option.code, correct: true });
  const base = frame(pair.fact, matching.kind, {
    ...prompt,
    answer: right.option,
    topic: { text: pair.name, code: pair.code },
    // A heading that some options do not stand under would rule them out.
    isBare: wrong.some((member) => member.pair.fact.section !== pair.fact.section),
  });
  return [choiceQuestion(base, choices)];
}

function wrongChoice({ pair, option }: Member, matching: Matching): Choice {
  const about = matching.about(pair);
  const choice = { text: option.text, code: option.code, correct: false };
  return about ? { ...choice, about: { ...about, line: pair.fact.line } } : choice;
}
