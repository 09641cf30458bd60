/** «Что есть в списке …?» One entry of the list among entries of other lists. */
import type { List } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import { saysTheSame } from '../options/pairs.js';
import type { Choice } from '../question.js';
import { shuffle } from '../random.js';
import { drawWrong } from '../sentences/gap.js';
import { type Entry, entryText, listOf, shapeOf, strangersTo } from '../sentences/entries.js';
import { quoted } from '../wording/display.js';
import { hasKin } from '../wording/kin.js';
import { choiceQuestion, frame, type Maker, plain } from './maker.js';

const FEWEST_WRONG = 2;

export const member: Maker = {
  kind: 'member',
  make: (fact, deck, random) => {
    if (fact.kind !== 'item') return [];
    const list = listOf(fact, deck);
    const answer = entryText(fact.text, deck);
    if (!list || answer === null || names(answer, list.title, deck)) return [];
    const strangers = strangersTo(list, deck).filter(
      ({ text }) => shapeOf(text) === shapeOf(answer),
    );
    const wrong = drawWrong(
      answer,
      strangers.map(({ text }) => text),
      random,
    );
    if (wrong.length < FEWEST_WRONG) return [];
    const base = frame(fact, 'member', {
      ask: `Что есть в списке ${quoted(list.title)}?`,
      material: null,
      answer: plain(answer),
      topic: plain(list.title),
    });
    const options = [answer, ...wrong].map((text) => optionOf(text, text === answer, strangers));
    return [choiceQuestion({ ...base, section: null }, shuffle(options, random))];
  },
  defends: ({ factId }, { text }, deck) => {
    const item = deck.find(factId);
    const list = item?.kind === 'item' ? listOf(item, deck) : undefined;
    return list !== undefined && stands(text, list, deck);
  },
};

/** Does the list have this entry, in these or nearly these words? */
export const stands = (entry: string, list: List, deck: DeckIndex): boolean =>
  list.items.some(
    (item) => entryText(item, deck) === entry || saysTheSame(item, entry, deck, false),
  );

/** Would the title give the entry away? */
export const names = (text: string, title: string, deck: DeckIndex): boolean =>
  [...deck.stems(text)].some((stem) => hasKin(stem, deck.stems(title)));

/** An option; a stranger tells where it really stands. */
export function optionOf(text: string, correct: boolean, strangers: readonly Entry[]): Choice {
  const home = strangers.find((entry) => entry.text === text)?.list;
  if (!home) return { text, code: false, correct };
  const about = { text: home.title, code: false, line: home.line };
  return { text, code: false, correct, about };
}
