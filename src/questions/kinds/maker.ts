/**
 * What a question kind is: a maker that turns one fact into questions of its kind.
 * In: a fact, its deck, seeded chance. Out: drafts, one per variant, or none when the fact cannot be asked this way.
 * Invariant: the id of a question depends on fact, kind and variant alone; only choices and their order are drawn.
 * The bank lints every draft and draws again (with fresh chance) the variants that did not pass.
 */
import type { Fact } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import type {
  Choice,
  ChoiceQuestion,
  Piece,
  Question,
  QuestionKind,
  RecallQuestion,
  TypedQuestion,
} from '../question.js';
import { headerSection } from '../wording/header.js';
import type { Random } from '../random.js';

/** One kind of question; the table of all kinds is in `bank.ts`. */
export interface Maker {
  readonly kind: QuestionKind;
  /** Asked only of facts that hardly any other kind can ask: a guess is right half of the time. */
  readonly isSpare?: true;
  make(fact: Fact, deck: DeckIndex, random: Random): readonly Question[];
  /** The id of the fact with whose chance this one is drawn, where several are balanced together; else its own. */
  chanceOf?(fact: Fact, deck: DeckIndex): string;
  /** Does in small steps what the first `make` would do for the whole deck, where that is much. */
  prepare?(deck: DeckIndex): Generator<void>;
  /**
   * The solver of a tap kind: could somebody who knows all facts of the deck defend this choice as right?
   * The bank keeps a question only if the correct choice is the one and only that can be defended.
   */
  defends?(question: ChoiceQuestion, choice: Choice, deck: DeckIndex): boolean;
}

/** What a kind says about its question; `frame` adds what every question of a fact shares. */
export interface Draft {
  /** Tells several questions of one kind about one fact apart: short, stable, no spaces. */
  readonly variant?: string;
  readonly ask: string;
  readonly material: Piece | null;
  readonly answer: Piece;
  readonly topic: Piece;
  /** Must the header be without the section, whatever it says? */
  readonly isBare?: boolean;
}

type Base = Omit<ChoiceQuestion, 'form' | 'choices' | 'foreign'>;

/** The part of a question that all three forms share; the section is already null where it would give the answer away. */
export function frame(fact: Fact, kind: QuestionKind, draft: Draft): Base {
  const { variant, ask, material, answer, topic, isBare = false } = draft;
  return {
    id: variant === undefined ? `${fact.id}:${kind}` : `${fact.id}:${kind}:${variant}`,
    factId: fact.id,
    kind,
    section: isBare ? null : headerSection(fact.section, draft, answer.text),
    ask,
    material,
    answer,
    topic,
    line: fact.line,
    source: fact.source,
  };
}

/** A question answered by a tap. */
export const choiceQuestion = (
  base: Base,
  choices: readonly Choice[],
  foreign?: ChoiceQuestion['foreign'],
): ChoiceQuestion =>
  foreign ? { ...base, form: 'choice', choices, foreign } : { ...base, form: 'choice', choices };

/** A question answered by typing. */
export const typedQuestion = (
  base: Base,
  typed: Pick<TypedQuestion, 'judge' | 'accepted' | 'rivals'>,
): TypedQuestion => ({ ...base, form: 'typed', ...typed });

/** A question the learner grades without the bot's help. */
export const recallQuestion = (base: Base, items: readonly string[]): RecallQuestion => ({
  ...base,
  form: 'recall',
  items,
});

/** Plain text on its way to the screen. */
export const plain = (text: string): Piece => ({ text, code: false });

/** A command, file name or line of code on its way to the screen. */
export const code = (text: string): Piece => ({ text, code: true });
