/** A gap: a sentence with one thing taken out of it, and what could be put there instead. */
import { PREPOSITIONS } from '../../notes/grammar/joints.js';
import { words } from '../../russian/fold.js';
import { GAP } from '../wording/display.js';
import { hasKin } from '../wording/kin.js';
import type { DeckIndex } from '../deck-index.js';
import { shuffle, type Random } from '../random.js';

export interface Gap {
  readonly answer: string;
  /** The sentence with every occurrence of the answer replaced by `GAP`. */
  readonly text: string;
  /** What may stand in the gap and be wrong: in the same form, from the same notes. */
  readonly others: readonly string[];
}

/** Words with a meaning that a sentence must keep for one missing word to be found by. */
const LEAST_AROUND = { chosen: 4, typed: 5 };

/** Does the sentence around the gap say enough to know what is asked? Options say something, too. */
export const saysEnough = ({ text }: Gap, how: keyof typeof LEAST_AROUND): boolean =>
  words(text.replaceAll(GAP, ' ')).filter(isFull).length >= LEAST_AROUND[how];

const isFull = (word: string): boolean => word.length > 2 && !PREPOSITIONS.has(word);

/** Share of the words around a gap that another fact must have before its own word could be meant as well. */
const SAME_CONTEXT = 0.4;
const MOST_WRONG = 3;

/** Would the sentence with this word in the gap agree with some other fact of the deck? */
export function isSaidElsewhere(word: string, gap: Gap, deck: DeckIndex): boolean {
  const context = [...deck.stems(gap.text)];
  const [first, ...rest] = [...deck.stems(word)];
  if (first === undefined || context.length === 0) return false;
  return (sayingsByStem(deck).get(first) ?? []).some((text) => {
    const stems = deck.stems(text);
    const shared = context.filter((part) => stems.has(part)).length;
    return rest.every((part) => stems.has(part)) && shared / context.length >= SAME_CONTEXT;
  });
}

/** Texts of the deck by the stems of their words. */
export const sayingsByStem = (deck: DeckIndex): ReadonlyMap<string, readonly string[]> =>
  deck.memo('sayings-by-stem', () => {
    const index = new Map<string, string[]>();
    for (const text of sayings(deck)) {
      for (const stem of deck.stems(text)) {
        const texts = index.get(stem);
        if (texts) texts.push(text);
        else index.set(stem, [text]);
      }
    }
    return index;
  });

/** Everything the deck says, one text for each fact. */
export const sayings = (deck: DeckIndex): readonly string[] =>
  deck.memo('sayings', () =>
    deck.facts.flatMap((fact) => {
      switch (fact.kind) {
        case 'definition':
          return [`${fact.term} ${fact.text}`];
        case 'statement':
        case 'item':
          return [fact.text];
        case 'explanation':
          return [fact.answer];
        case 'command':
          return [fact.purpose];
        case 'date':
          return [fact.event];
        case 'code':
          return [fact.comment];
        case 'list':
          return [];
      }
    }),
  );

/** Wrong options, up to three, so that the answer is as often longer as shorter than they are. */
export function drawWrong(answer: string, pool: readonly string[], random: Random): string[] {
  const mixed = shuffle(pool, random);
  const shorter = mixed.filter((text) => text.length < answer.length);
  const rest = mixed.filter((text) => text.length >= answer.length);
  const wanted = Math.floor(random() * (MOST_WRONG + 1));
  const picked = [...shorter.slice(0, wanted), ...rest.slice(0, MOST_WRONG - wanted)];
  const spare = mixed.filter((text) => !picked.includes(text));
  return [...picked, ...spare].slice(0, MOST_WRONG);
}

/** No two of the options name the same thing. */
export const areApart = (a: string, b: string, deck: DeckIndex): boolean =>
  ![...deck.stems(a)].some((stem) => hasKin(stem, deck.stems(b)));
