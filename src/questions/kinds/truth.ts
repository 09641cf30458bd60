/**
 * What the truth kinds share: their two buttons, and the balance of true and false over a deck.
 * Facts that can be asked go in twos, in the order of the notes; the two are drawn with the same chance, and the second
 * turns it round. So half of the claims of a portion are true, and not only on average.
 */
import type { Fact } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import type { Choice, QuestionKind } from '../question.js';

/** Facts looked at together: a session of a large deck looks at a part of it only. */
const NEIGHBOURHOOD = 64;

/** The two buttons of a truth question, always in this order. */
export const truthChoices = (isTrue: boolean): readonly Choice[] => [
  { text: 'Верно', code: false, correct: isTrue },
  { text: 'Неверно', code: false, correct: !isTrue },
];

/** Who of a deck can be asked in a truth kind. */
export interface Truths {
  readonly kind: QuestionKind;
  readonly canAsk: (fact: Fact, deck: DeckIndex) => boolean;
}

/** Is the fact the second of its two, so that its draw is turned round? */
export const isTurned = (fact: Fact, truths: Truths, deck: DeckIndex): boolean =>
  leaderOf(fact, truths, deck) !== fact.id;

/** The id of the first of the two: both are drawn with its chance. */
export function leaderOf({ id }: Fact, { kind, canAsk }: Truths, deck: DeckIndex): string {
  const places = deck.memo('places', () => new Map(deck.facts.map((fact, at) => [fact.id, at])));
  const block = Math.floor((places.get(id) ?? 0) / NEIGHBOURHOOD);
  const leaders = deck.memo(`leaders:${kind}:${block}`, () => {
    const asked = deck.facts
      .slice(block * NEIGHBOURHOOD, (block + 1) * NEIGHBOURHOOD)
      .filter((fact) => canAsk(fact, deck));
    return new Map(asked.map((fact, i) => [fact.id, (asked[i - (i % 2)] ?? fact).id]));
  });
  return leaders.get(id) ?? id;
}
