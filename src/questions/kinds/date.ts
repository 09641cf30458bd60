/** «В каком году это было?» An event of the notes; the options are other years or dates of the same notes. */
import type { DatedEvent } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import { shuffle } from '../random.js';
import { saysTheSame } from '../options/pairs.js';
import { sayings } from '../sentences/gap.js';
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
  defends: ({ material }, { text }, deck) => {
    const event = material?.text ?? '';
    const dated = eventsByDate(deck).get(text) ?? [];
    if (dated.some((it) => saysTheSame(it.event, event, deck, false))) return true;
    const figured = deck.memo('sayings-with-years', () =>
      sayings(deck).filter((told) => /\d{3}/.test(told)),
    );
    return figured.some((told) => told.includes(text) && saysTheSame(told, event, deck, false));
  },
};

const shownDate = (fact: DatedEvent): string => YEAR.exec(fact.date)?.[1] ?? fact.date;

/** Is the date a bare year, or how is it built? Options are built alike. */
const shapeOf = (shown: string): string => shown.replace(/\d+/gu, '0').replace(/\p{L}+/gu, 'a');

const eventsByDate = (deck: DeckIndex): ReadonlyMap<string, readonly DatedEvent[]> =>
  deck.memo('events-by-date', () => groupBy(deck.ofKind('date'), shownDate));

/** What happened on one date; `option` stands for it among other dates. */
interface Day {
  readonly year: number;
  readonly option: DatedEvent;
  readonly events: readonly DatedEvent[];
}

const yearOf = (fact: DatedEvent): number => Number(/\d{3,4}/.exec(fact.date)?.[0] ?? 0);

const daysByShape = (deck: DeckIndex): ReadonlyMap<string, readonly Day[]> =>
  deck.memo('days-by-shape', () => {
    const days = [...eventsByDate(deck).values()].map((events): Day => {
      const option = events.at(-1) as DatedEvent;
      return { option, events, year: yearOf(option) };
    });
    return groupBy(days, ({ option }) => shapeOf(shownDate(option)));
  });

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/** Events at other dates, nearest in time, one for each date; none that is the same event told twice. */
function neighbours(fact: DatedEvent, deck: DeckIndex): DatedEvent[] {
  const isSame = ({ events }: Day): boolean =>
    events.some((other) => saysTheSame(other.event, fact.event, deck, false));
  const year = yearOf(fact);
  const nearest: { readonly gap: number; readonly option: DatedEvent }[] = [];
  for (const day of daysByShape(deck).get(shapeOf(shownDate(fact))) ?? []) {
    const gap = Math.abs(day.year - year);
    const isFull = nearest.length === NEIGHBOURS * 2;
    if ((isFull && gap >= (nearest.at(-1)?.gap ?? 0)) || isSame(day)) continue;
    // Behind those as near: of equals the one told first comes first.
    const place = nearest.findLastIndex((other) => other.gap <= gap) + 1;
    nearest.splice(place, 0, { gap, option: day.option });
    if (isFull) nearest.pop();
  }
  return nearest.map(({ option }) => option);
}
