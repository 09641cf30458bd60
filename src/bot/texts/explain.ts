/**
 * What the notes say, in words. In: the answer to a look-up, one place, a section. Out: messages that quote the lines they
 * stand on, with the other places as buttons; each fits a message by construction. Nothing here comes from outside the notes.
 */
import { redact } from '../../questions/redact.js';
import type {
  Explanation,
  LookUp,
  NamedPlace,
  NoteLine,
  Reading,
  SectionText,
  Starters,
} from '../../study/explanation.js';
import { carrying } from '../callbacks.js';
import { prose, join, lines, paragraphs, type Html } from '../html.js';
import { WIDTHS, type Button, type Row } from '../keyboards.js';
import type { Message } from '../message.js';
import {
  boldNoteText,
  italicNoteText,
  label,
  named,
  noteText,
  quoteLines,
  worded,
} from '../note-text.js';
import { pageOf } from '../pages.js';
import { whereabouts } from './proof.js';

/** Three places compared, each with title and quote, stay below 4096 signs. */
const LONGEST = { title: 120, section: 100, neighbour: 60, typed: 60, quote: 900, compared: 700 };
const PLACE_BUTTONS = 4;
const PAGE_SIGNS = 900;
const PAGE_LINES = 18;

/** The best answer at once; the others are buttons. */
export function lookUpMessage(lookUp: LookUp): Message {
  const { found, query } = lookUp;
  const [best, ...rest] = found;
  if (best === undefined) return missingMessage(lookUp);
  const queries = [query, best.title];
  const places = placesToOffer(found, lookUp.others);
  const limit = rest.length === 0 ? LONGEST.quote : LONGEST.compared;
  return {
    text: paragraphs([
      lookUp.reading === null ? null : readingText(lookUp.reading),
      ...found.map((it) => explanationText(it, limit)),
      lookUp.missing === null ? null : notThere(lookUp.missing),
      rest.length === 0 ? neighboursText(best, places) : null,
      places.length > 0 ? prose`Ещё об этом:` : null,
    ]),
    keyboard: [...places.map((place) => placeRow(place, queries)), ...wayRows(found, queries)],
  };
}

/** One place that a button led to; back to the look-up it came from. */
export function placeMessage(place: Explanation, query: string): Message {
  const places = placesToOffer([place], []);
  return {
    text: paragraphs([
      explanationText(place, LONGEST.quote),
      neighboursText(place, places),
      places.length > 0 ? prose`Ещё об этом:` : null,
    ]),
    keyboard: [
      ...places.map((other) => placeRow(other, [query])),
      ...wayRows([place], [query]),
      backRow({ kind: 'found', query }),
    ],
  };
}

/** A page of a section, every line of it as written; without a number the one with the place that was asked about. */
export function sectionMessage(section: SectionText, page: number | null, query: string): Message {
  const { deckId, version, line } = section;
  const pages = pagesOf(section.lines);
  const { shown, turns } = pageOf(pages, page ?? pageWith(pages, line), {
    size: 1,
    tap: (to) => carrying({ kind: 'part', deckId, version, line, page: to, query }, [query]),
  });
  const quoted = shown.flat();
  return {
    text: lines([
      boldNoteText(redact(section.title), LONGEST.title),
      prose`📖 ${linesText(section, quoted)}`,
      quoteLines(quoted, { limit: PAGE_SIGNS + PAGE_LINES, isOpen: true }),
    ]),
    keyboard: [...turns, backRow({ kind: 'look', deckId, version, line, query })],
  };
}

/** Bare /explain; while a question is open, a word alone would be its answer. */
export const askMessage = ({ places, areMistakes }: Starters, isAsked: boolean): Message => ({
  text: paragraphs([
    prose`Какое слово найти?`,
    isAsked
      ? prose`Сейчас открыт вопрос, поэтому вместе с командой: <code>/explain слово</code>`
      : null,
    prose`${areMistakes ? 'Последние ошибки' : 'Например'}:`,
  ]),
  keyboard: places.map((place) => placeRow(place, [''])),
});

function missingMessage({ query, missing, decks }: LookUp): Message {
  return {
    text: notThere(missing ?? query),
    keyboard: [
      [
        { text: 'Разделы', tap: { kind: 'topics', page: 0 } },
        ...(decks > 1
          ? [{ text: 'Другой конспект', tap: { kind: 'decks', page: 0 } } as const]
          : []),
      ],
    ],
  };
}

const notThere = (words: string): Html => prose`В конспекте этого нет: ${typedText(words)}.`;

const IN_QUOTES = /^["«„“]([^"«»„“”]*)["»“”]$/u;

function typedText(words: string): Html {
  const line = words.replace(/\s+/gu, ' ').trim();
  return named({ text: IN_QUOTES.exec(line)?.[1] ?? line, code: false }, LONGEST.typed);
}

/** «„ljrth“ в русской раскладке — „докер“» and the like. */
function readingText({ how, typed, readAs }: Reading): Html {
  const [from, to] = [typedText(typed), typedText(readAs)];
  switch (how) {
    case 'layout':
      return /\p{Script=Cyrillic}/u.test(readAs)
        ? prose`${from} в русской раскладке — ${to}`
        : prose`${from} в английской раскладке — ${to}`;
    case 'slip':
      return prose`${from} — похоже на ${to}`;
    case 'name':
    case 'sound':
      return prose`${from} — в конспекте ${to}`;
  }
}

/** A term with its dash and nothing after it. */
const UNFINISHED = /\s[-–—=]+\s*$/u;

/** The title, the line, the quote; of an empty heading that it is one. */
export function explanationText(place: Explanation, limit: number = LONGEST.quote): Html {
  if (place.kind === 'empty') {
    const title = named({ text: redact(place.title), code: false }, LONGEST.title);
    const isHeading = place.section === place.title;
    return !isHeading && UNFINISHED.test(place.quote[0]?.text ?? '')
      ? prose`${title} есть в конспекте, но без определения (${whereabouts(place)}).`
      : prose`${title} есть в конспекте только заголовком: раздел пуст (${whereabouts(place)}).`;
  }
  return lines([
    titleText(place),
    prose`📖 ${whereabouts(place)}`,
    quoteLines(place.quote, { limit }),
  ]);
}

/** A line has no name of its own: its section says where one is. */
function titleText({ kind, title, isCode, section }: Explanation): Html | null {
  if (kind === 'line')
    return section === null ? null : italicNoteText(redact(section), LONGEST.section);
  return isCode
    ? worded({ text: redact(title), code: true }, LONGEST.title)
    : boldNoteText(redact(title), LONGEST.title);
}

function neighboursText({ neighbours }: Explanation, offered: readonly NamedPlace[]): Html | null {
  const names = neighbours
    .filter((place) => !offered.some((other) => isSame(other, place)))
    .map(({ title, isCode }) => worded({ text: redact(title), code: isCode }, LONGEST.neighbour));
  return names.length === 0 ? null : prose`Рядом: ${join(names, ', ')}`;
}

/** Other hits, then terms related to what is shown; none of what is quoted already. */
function placesToOffer(
  shown: readonly Explanation[],
  others: readonly NamedPlace[],
): readonly NamedPlace[] {
  const all = [...others, ...shown.flatMap(({ related }) => related)];
  return all
    .filter(
      (place, i) =>
        !shown.some((it) => isQuoted(it, place)) && all.findIndex((it) => isSame(it, place)) === i,
    )
    .slice(0, PLACE_BUTTONS);
}

const isSame = (a: NamedPlace, b: NamedPlace): boolean =>
  a.deckId === b.deckId && a.line === b.line;

const isQuoted = (shown: Explanation, place: NamedPlace): boolean =>
  shown.deckId === place.deckId &&
  (shown.line === place.line || shown.quote.some(({ number }) => number === place.line));

/** [Docker Hub · строка 71], of a long name [docker compose up -d · 126] */
function placeRow({ deckId, version, line, title }: NamedPlace, queries: readonly string[]): Row {
  const width = WIDTHS[1] ?? 0;
  const whole = label(redact(title), width);
  const isShort = whole.length + ` · строка ${line}`.length <= width;
  const suffix = isShort ? ` · строка ${line}` : ` · ${line}`;
  const name = label(whole, width - suffix.length);
  const tap = carrying({ kind: 'look', deckId, version, line, query: '' }, queries);
  return [{ text: `${name}${suffix}`, tap }];
}

/** [Весь раздел] [Проверить себя], of an empty heading [Разделы] */
function wayRows(shown: readonly Explanation[], queries: readonly string[]): Row[] {
  // Of a comparison the two things compared, not the line that tells them apart.
  const [best, other] = shown.filter(({ kind }) => kind !== 'empty').slice(-2);
  if (best === undefined) return [[{ text: 'Разделы', tap: { kind: 'topics', page: 0 } }]];
  const { deckId, version, line } = best;
  const whole: Button = {
    text: 'Весь раздел',
    tap: carrying({ kind: 'whole', deckId, version, line, query: '' }, queries),
  };
  const check: Button = {
    text: 'Проверить себя',
    tap: { kind: 'check', deckId, version, line, other: other?.line ?? 0 },
  };
  const row = [
    ...(best.hasMore && other === undefined ? [whole] : []),
    ...(best.canCheck || other?.canCheck === true ? [check] : []),
  ];
  return row.length > 0 ? [row] : [];
}

const backRow = (tap: Button['tap']): Row => [{ text: '‹ Назад', tap }];

/** «строки 50–58», «Биология, строка 214» */
function linesText({ deckTitle }: SectionText, shown: readonly NoteLine[]): Html {
  const from = shown[0]?.number ?? 1;
  const to = shown.at(-1)?.number ?? from;
  if (from === to) return whereabouts({ deckTitle, line: from });
  const range = prose`строки ${from}–${to}`;
  return deckTitle === null
    ? range
    : prose`${noteText(redact(deckTitle), LONGEST.section)}, ${range}`;
}

/** The page a line begins on. */
const pageWith = (pages: readonly NoteLine[][], line: number): number =>
  Math.max(
    0,
    pages.findIndex((page) => page.some(({ number }) => number === line)),
  );

/** The lines in pages that fit a screen; a line longer than a page goes on on the next. */
export function pagesOf(written: readonly NoteLine[]): NoteLine[][] {
  const pages: NoteLine[][] = [];
  let signs = Infinity;
  for (const line of written.flatMap(inPieces)) {
    const page = pages.at(-1);
    if (page === undefined || signs + line.text.length > PAGE_SIGNS || page.length === PAGE_LINES) {
      pages.push([line]);
      signs = line.text.length;
    } else {
      page.push(line);
      signs += line.text.length;
    }
  }
  return pages.length > 0 ? pages : [[]];
}

function inPieces(line: NoteLine): NoteLine[] {
  const texts = line.text.match(/[^]{1,900}(?=\s|$)|[^]{1,900}/gu) ?? [];
  return texts.map((text) => ({ ...line, text }));
}
