/** «Что идёт сразу после этого?» Only for lists whose title promises an order and whose entries are numbered. */
import type { List } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import { fairSets, type DrawWrong } from '../options/fair-sets.js';
import { shuffle } from '../random.js';
import { entriesOf, listOf, stepText } from '../sentences/entries.js';
import { quoted } from '../wording/display.js';
import { choiceQuestion, frame, type Maker, plain } from './maker.js';
import { pattern } from '../../russian/pattern.js';

const FEWEST_STEPS = 4;
const FEWEST_WRONG = 2;
/** A step that says its own place in the order. */
const SAYS_ITS_PLACE = pattern(
  /(?<!\p{L})(?:затем|потом|после эт\p{L}+|наконец|сначала|далее|в конце|в начале|перв\p{L}+|последн\p{L}+)(?!\p{L})/iu,
);

export const order: Maker = {
  kind: 'order',
  make: (fact, deck, random) => {
    const list = fact.kind === 'item' ? listOf(fact, deck) : undefined;
    const steps = list && stepsOf(list, deck);
    if (fact.kind !== 'item' || !list || !steps) return [];
    const at = fact.number - 1;
    const answer = steps.texts[at];
    if (answer === undefined || answer !== stepText(fact.text, deck)) return [];
    const wrong = steps.draw(at, random);
    if (wrong.length < FEWEST_WRONG) return [];
    const before = steps.texts[at - 1];
    const base = frame(fact, 'order', {
      ask: before === undefined ? 'Что идёт первым?' : 'Что идёт сразу после этого?',
      material: plain(quoted(before ?? list.title)),
      answer: plain(answer),
      topic: plain(list.title),
    });
    const choices = shuffle([answer, ...wrong], random).map((text) => ({
      text,
      code: false,
      correct: text === answer,
    }));
    return [choiceQuestion(base, choices)];
  },
  defends: ({ factId, material }, { text }, deck) => {
    const item = deck.find(factId);
    const list = item?.kind === 'item' ? listOf(item, deck) : undefined;
    const texts = (list && stepsOf(list, deck)?.texts) ?? [];
    return texts.some(
      (step, at) => step === text && quoted(texts[at - 1] ?? list?.title ?? '') === material?.text,
    );
  },
};

interface Steps {
  readonly texts: readonly string[];
  readonly draw: DrawWrong;
}

/** The steps of a process, all of them fit to be shown; null when the list has no order or tells it. */
const stepsOf = (list: List, deck: DeckIndex): Steps | null =>
  deck.memo(`steps:${list.id}`, () => {
    if (!list.isSequence) return null;
    const texts = entriesOf(list, deck).map(({ text }) => text);
    const isWhole = texts.length === list.items.length && new Set(texts).size === texts.length;
    if (!isWhole || texts.length < FEWEST_STEPS) return null;
    if (texts.some((step) => SAYS_ITS_PLACE.test(step))) return null;
    const asked = texts.map((answer, at) => {
      const before = texts[at - 1];
      const others = texts.filter((step) => step !== answer && step !== before);
      return { prompt: before ?? list.title, answer, others };
    });
    return { texts, draw: fairSets(asked, deck) };
  });
