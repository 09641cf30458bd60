/** «В каком году это было?» An event of the notes; the options are other years or dates of the same notes. */
import type { DatedEvent } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import { shuffle } from '../random.js';
import { saysTheSame } from '../options/pairs.js';
import { tidyLine } from '../sentences/sentence.js';
import { quoted, shorten } from '../wording/display.js';
import { choiceQuestion, frame, type Maker, plain } from './maker.js';

const FEWEST_DATES = 3;
const MOST_WRONG = 3;
/** Dates looked at on either side in time: the nearest ones are the tempting ones. */
const NEIGHBOURS = 4;
const LONGEST_EVENT = 200;
const YEAR = /^(\d{3,4})(?:\s*г(?:од)?\.?)?$/u;

export const date: Maker = {
  kind: 'date',
  make: (fact, deck, random) => {
    if (fact.kind !== 'date') return [];
    const event = shorten(tidyLine(fact.event), LONGEST_EVENT);
    const answer = shownDate(fact);
    if (event === null || /\d{3}/.test(event)) return [];
    const wrong = shuffle(neighbours(fact, deck), random).slice(0, MOST_WRONG);
    if (wrong.length < FEWEST_DATES - 1) return [];
    const base = frame(fact, 'date', {
      ask: YEAR.test(fact.date) ? 'В каком году это было?' : 'Когда это было?',
      material: plain(quoted(event)),
      answer: plain(answer),
      topic: plain(event),
    });
    const choices = shuffle([fact, ...wrong], random).map((other) => {
      const option = { text: shownDate(other), code: false, correct: other === fact };
      const about = { text: other.event, code: false, line: other.line };
      return other === fact ? option : { ...option, about };
    });
    return [choiceQuestion(base, choices)];
  },
};

const shownDate = (fact: DatedEvent): string => YEAR.exec(fact.date)?.[1] ?? fact.date;

/** Is the date a bare year, or how is it built? Options are built alike. */
const shapeOf = (fact: DatedEvent): string =>
  shownDate(fact)
    .replace(/\d+/gu, '0')
    .replace(/\p{L}+/gu, 'a');

/** Events at other dates, nearest in time, one for each date; none that is the same event told twice. */
function neighbours(fact: DatedEvent, deck: DeckIndex): DatedEvent[] {
  const dates = new Map<string, DatedEvent>();
  for (const other of deck.ofKind('date')) {
    if (shapeOf(other) === shapeOf(fact)) dates.set(shownDate(other), other);
  }
  const isSameEvent = (other: DatedEvent): boolean =>
    saysTheSame(other.event, fact.event, deck, false);
  const taken = deck.ofKind('date').filter(isSameEvent).map(shownDate);
  const year = (other: DatedEvent): number => Number(/\d{3,4}/.exec(other.date)?.[0] ?? 0);
  return [...dates.values()]
    .filter((other) => !taken.includes(shownDate(other)))
    .sort((a, b) => Math.abs(year(a) - year(fact)) - Math.abs(year(b) - year(fact)))
    .slice(0, NEIGHBOURS * 2);
}
