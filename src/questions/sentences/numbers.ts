/**
 * Figures in sentences: ports, limits, years, counts.
 * In: a sentence. Out: its gaps, each with other figures that the notes use for the same sort of thing.
 */
import type { Fact } from '../../notes/note.js';
import { stem } from '../../russian/stem.js';
import type { DeckIndex } from '../deck-index.js';
import { GAP } from '../wording/display.js';
import { isSaidElsewhere, sayings, type Gap } from './gap.js';
import { pattern } from '../../russian/pattern.js';

/** Whole and decimal numbers with an optional unit sign; not parts of versions, names, dates or ranges. */
const FIGURE = pattern(
  /(?<![\p{L}\p{N}.,:/«"-])\d{1,6}(?:[.,]\d{1,2})?(?:\s?(?:%|°C|ГБ|МБ|КБ|мс|км|кг|см|мм))?(?![\p{L}\p{N}:/-]|[.,]\d)/gu,
);
/** «Зачёт 1», «лекция 3»: the number of a lesson is nothing to know. */
const LESSON = pattern(
  /(?<!\p{L})(?:зач[её]т|экзамен|лекци|семинар|урок|тем|занят|билет|глав|лаб|практик|параграф|неделя|семестр|курс|класс)\p{L}{0,3}\.?\s*(?:№\s*)?$/iu,
);
const NEXT_WORD = /^\s*(\p{L}{2,})/u;

/** The gaps that can be made of figures; figures go together when they count the same thing or are equally long. */
export function numberGaps(sentence: string, fact: Fact, deck: DeckIndex): Gap[] {
  const found = [...sentence.matchAll(FIGURE)];
  // «1711 г. учредил …»: a line of dates, no sentence about a figure.
  if (found.length !== 1 || found[0]?.index === 0) return [];
  return found.flatMap((match) => {
    const [answer] = match;
    const after = sentence.slice(match.index + answer.length);
    if (LESSON.test(sentence.slice(0, match.index))) return [];
    const text = sentence.slice(0, match.index) + GAP + after;
    const sort = sortOf(answer, after);
    const others = figuresOf(deck).filter(
      (figure) =>
        figure.sort === sort &&
        figure.text !== answer &&
        !fact.source.includes(figure.text) &&
        !isSaidElsewhere(figure.text, { answer, text, others: [] }, deck),
    );
    return { answer, text, others: [...new Set(others.map((figure) => figure.text))] };
  });
}

interface Figure {
  readonly text: string;
  readonly sort: string;
}

/** Every figure of the deck with what it counts. */
export const figuresOf = (deck: DeckIndex): readonly Figure[] =>
  deck.memo('figures', () =>
    sayings(deck).flatMap((text) =>
      [...text.matchAll(FIGURE)].map((match) => ({
        text: match[0],
        sort: sortOf(match[0], text.slice(match.index + match[0].length)),
      })),
    ),
  );

/** What a figure counts: its unit, the noun after it, or for bare ones its length. */
function sortOf(figure: string, after: string): string {
  const unit = figure.replace(/[\d.,\s]/gu, '');
  if (unit) return unit;
  const noun = NEXT_WORD.exec(after)?.[1];
  return noun === undefined ? `bare${Math.min(4, figure.length)}` : stem(noun);
}
