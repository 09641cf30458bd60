/** «Что пропущено?» A sentence with a name or a figure taken out of it; the options are others of the same notes. */
import type { Fact } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import { fairSets, type DrawWrong } from '../options/fair-sets.js';
import { shuffle } from '../random.js';
import {
  areApart,
  isSaidElsewhere,
  sayings,
  sayingsByStem,
  saysEnough,
  type Gap,
} from '../sentences/gap.js';
import { areOfOneSort, latinNames, nameGaps } from '../sentences/names.js';
import { nounForms, nounGaps } from '../sentences/nouns.js';
import { figuresOf, numberGaps } from '../sentences/numbers.js';
import { sentenceOf, withSubject, type Sentence } from '../sentences/sentence.js';
import { quoted } from '../wording/display.js';
import { choiceQuestion, frame, type Maker, plain } from './maker.js';
import { topicOf } from './tfflip.js';

const MOST_VARIANTS = 2;
const FEWEST_WRONG = 2;
/** Names of a deck are of all sorts: one of two is often out of place, unless they are kindred. */
const FEWEST_NAMES = 3;
/** Facts whose gaps are balanced together: a session of a large deck looks at a part of it only. */
const NEIGHBOURHOOD = 64;

export const cloze: Maker = {
  kind: 'cloze',
  make: (fact, deck, random) => {
    const sentence = sentenceOf(fact, deck);
    if (!sentence) return [];
    const { draw, starts } = neighbourhoodOf(fact, deck);
    const start = starts.get(fact.id) ?? 0;
    return gapsOf(fact, deck).flatMap((gap, i) => {
      const wrong = draw(start + i, random);
      if (wrong.length < FEWEST_WRONG) return [];
      const base = frame(fact, 'cloze', {
        variant: variantOf(gap.answer),
        ask: 'Что пропущено?',
        material: plain(quoted(shownWith(gap, sentence, deck))),
        answer: plain(gap.answer),
        topic: plain(topicOf(fact, sentence)),
      });
      const choices = shuffle([gap.answer, ...wrong], random).map((text) => ({
        text,
        code: false,
        correct: text === gap.answer,
      }));
      return [choiceQuestion(base, choices)];
    });
  },
  *prepare(deck) {
    for (const text of sayings(deck)) {
      deck.stems(text);
      yield;
    }
    for (const table of [sayingsByStem, latinNames, nounForms, figuresOf]) {
      table(deck);
      yield;
    }
  },
  defends: (question, choice, deck) => {
    if (choice.text === question.answer.text) return true;
    const gap = { answer: question.answer.text, text: question.material?.text ?? '', others: [] };
    return isSaidElsewhere(choice.text, gap, deck);
  },
};

/** Gaps with enough wrong words for them. */
function gapsOf(fact: Fact, deck: DeckIndex): readonly Gap[] {
  return deck.once('gaps', fact, () => {
    const sentence = sentenceOf(fact, deck);
    if (!sentence) return [];
    const names = nameGaps(sentence.text, fact, deck).filter(
      ({ answer, others }) =>
        others.length >= FEWEST_NAMES || others.every((other) => areOfOneSort(other, answer, deck)),
    );
    return [
      ...names,
      ...numberGaps(sentence.text, fact, deck),
      ...nounGaps(sentence.text, fact, deck),
    ]
      .filter((gap) => gap.others.length >= FEWEST_WRONG && saysEnough(gap, 'chosen'))
      .slice(0, MOST_VARIANTS);
  });
}

interface Neighbourhood {
  readonly draw: DrawWrong;
  /** Place of the first gap of each fact. */
  readonly starts: ReadonlyMap<string, number>;
}

function neighbourhoodOf(fact: Fact, deck: DeckIndex): Neighbourhood {
  const places = deck.memo('places', () => new Map(deck.facts.map(({ id }, at) => [id, at])));
  const block = Math.floor((places.get(fact.id) ?? 0) / NEIGHBOURHOOD);
  return deck.memo(`cloze-sets:${block}`, () => {
    const starts = new Map<string, number>();
    const asked: { prompt: string; answer: string; others: readonly string[] }[] = [];
    for (const member of deck.facts.slice(block * NEIGHBOURHOOD, (block + 1) * NEIGHBOURHOOD)) {
      starts.set(member.id, asked.length);
      for (const { text, answer, others } of gapsOf(member, deck)) {
        asked.push({ prompt: text, answer, others });
      }
    }
    return { draw: fairSets(asked, deck), starts };
  });
}

/** The sentence with its gap, its subject in front when it needs one that is not the answer. */
export function shownWith(gap: Gap, sentence: Sentence, deck: DeckIndex): string {
  const { subject } = sentence;
  if (subject !== null && !areApart(subject, gap.answer, deck)) return gap.text;
  return withSubject({ ...sentence, text: gap.text });
}

/** Names the gap in the id of the question. */
export const variantOf = (answer: string): string => answer.toLowerCase().replace(/\s+/gu, '-');
