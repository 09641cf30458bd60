/** «Чего нет в списке …?» Entries of the list and one of another list. */
import type { Choice } from '../question.js';
import { pick, shuffle } from '../random.js';
import { askableLists, entriesOf, shapeOf, strangersTo } from '../sentences/entries.js';
import { quoted } from '../wording/display.js';
import { optionOf, stands } from './member.js';
import { choiceQuestion, frame, type Maker, plain } from './maker.js';

const MOST_OWN = 3;
const FEWEST_OWN = 2;

export const oddone: Maker = {
  kind: 'oddone',
  make: (fact, deck, random) => {
    if (fact.kind !== 'list' || !askableLists(deck).includes(fact)) return [];
    const stranger = pick(strangersTo(fact, deck), random);
    if (!stranger) return [];
    const own = shuffle(
      entriesOf(fact, deck).filter(({ text }) => shapeOf(text) === shapeOf(stranger.text)),
      random,
    ).slice(0, MOST_OWN);
    if (own.length < FEWEST_OWN) return [];
    const base = frame(fact, 'oddone', {
      ask: `Чего нет в списке ${quoted(fact.title)}?`,
      material: null,
      answer: plain(stranger.text),
      topic: plain(fact.title),
    });
    const choices: Choice[] = [
      optionOf(stranger.text, true, [stranger]),
      ...own.map(({ text }) => optionOf(text, false, [])),
    ];
    return [choiceQuestion({ ...base, section: null }, shuffle(choices, random))];
  },
  defends: ({ factId }, { text }, deck) => {
    const list = deck.find(factId);
    return list?.kind === 'list' && !stands(text, list, deck);
  },
};
