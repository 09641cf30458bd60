/** The sections of the notes: how far each is, what is due today, what is only a heading. Eight a page, numbers as buttons. */
import type { MasteryCounts, TopicRow, Topics } from '../../study/study.js';
import { facts } from '../count.js';
import { prose, join, lines, type Html } from '../html.js';
import { inRows, type Row } from '../keyboards.js';
import type { Message } from '../message.js';
import { boldNoteText, noteText } from '../note-text.js';
import { pageRow } from './screens.js';

const PER_PAGE = 8;
const PER_ROW = 4;
const BAR = 5;
const GAPS_NAMED = 3;
const LONGEST_TITLE = 60;

/** /topics: sections with their bars. */
export function topicsMessage(topics: Topics, page: number): Message {
  const { deck, counts } = topics;
  const filled = topics.sections.filter(({ isEmpty }) => !isEmpty);
  const empty = topics.sections.filter(({ isEmpty }) => isEmpty);
  const shown = pageOf(filled, page);
  return {
    text: lines([
      prose`${boldNoteText(deck.title, LONGEST_TITLE)} — ${reached(counts)}`,
      ...shown.map(({ row, number }) => sectionLine(row, number)),
      empty.length > 0 ? prose`Пусто: ${names(empty)}` : null,
    ]),
    keyboard: [
      ...inRows(
        shown.map(({ row, number }) => ({
          text: String(number),
          tap: { kind: 'section', deckId: deck.id, index: row.index, version: topics.version },
        })),
        PER_ROW,
      ),
      ...pageRow(page, pagesOf(filled), 'topics'),
      ...wayRow(empty.length, topics.hasOtherDecks),
    ],
  };
}

function wayRow(gaps: number, hasOtherDecks: boolean): Row[] {
  const row: Row = [
    ...(gaps > 0 ? [{ text: `Пустые: ${gaps}`, tap: { kind: 'gaps', page: 0 } } as const] : []),
    ...(hasOtherDecks ? [{ text: 'Ещё конспекты', tap: { kind: 'decks', page: 0 } } as const] : []),
  ];
  return row.length > 0 ? [row] : [];
}

function sectionLine(row: TopicRow, number: number): Html {
  const due = row.due > 0 ? ` сегодня ${row.due}` : '';
  return prose`${number}. ${noteText(row.title, LONGEST_TITLE)} ${bar(row)}${due}`;
}

/** The best that can be said of the whole: «освоено 21 из 48». */
function reached({ mastered, learning, new: fresh }: MasteryCounts): string {
  const total = mastered + learning + fresh;
  if (mastered > 0) return `освоено ${mastered} из ${total}`;
  return learning > 0 ? `учится ${learning} из ${total}` : facts(total);
}

/** ▰▰▰▱▱: a learned fact counts whole, one being learned half; full only when everything is learned. */
export function bar({ mastered, learning, new: fresh }: TopicRow): string {
  const total = mastered + learning + fresh;
  const share = total === 0 ? 0 : ((mastered + learning / 2) / total) * BAR;
  const full = share > 0 ? Math.max(1, Math.floor(share)) : 0;
  return '▰'.repeat(full) + '▱'.repeat(BAR - full);
}

function names(rows: readonly TopicRow[]): Html {
  const shown = rows.slice(0, GAPS_NAMED).map(({ title }) => noteText(title, LONGEST_TITLE));
  const rest = rows.length - shown.length;
  return rest > 0 ? prose`${join(shown, ', ')} и ещё ${rest}` : join(shown, ', ');
}

/** The empty sections, to look at one. */
export function gapsMessage(topics: Topics, page: number): Message {
  const empty = topics.sections.filter(({ isEmpty }) => isEmpty);
  const shown = pageOf(empty, page);
  return {
    text: lines([
      prose`<b>Пустые разделы</b>`,
      ...shown.map(({ row, number }) => prose`${number}. ${noteText(row.title, LONGEST_TITLE)}`),
    ]),
    keyboard: [
      ...inRows(
        shown.map(({ row, number }) => ({
          text: String(number),
          tap: { kind: 'gap', index: row.index },
        })),
        PER_ROW,
      ),
      ...pageRow(page, pagesOf(empty), 'gaps'),
      [{ text: '‹ Назад', tap: { kind: 'topics', page: 0 } }],
    ],
  };
}

/** One empty section: nothing is asked from it until its author writes it. */
export function gapMessage({ title, line }: TopicRow, isOwn: boolean): Message {
  return {
    text: lines([
      prose`${boldNoteText(title, LONGEST_TITLE)}, строка ${line}`,
      isOwn
        ? prose`Раздел пуст — спросить из него пока нечего.`
        : prose`В этом конспекте раздел пока пуст.`,
    ]),
    keyboard: [[{ text: '‹ Назад', tap: { kind: 'gaps', page: 0 } }]],
  };
}

function pageOf(rows: readonly TopicRow[], page: number): { row: TopicRow; number: number }[] {
  const from = Math.min(page, pagesOf(rows) - 1) * PER_PAGE;
  return rows.slice(from, from + PER_PAGE).map((row, i) => ({ row, number: from + i + 1 }));
}

const pagesOf = (rows: readonly TopicRow[]): number =>
  Math.max(1, Math.ceil(rows.length / PER_PAGE));
