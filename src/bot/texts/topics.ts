/** The sections of the notes: how far each is, what is due today, what is only a heading. Eight a page, numbers as buttons. */
import type { MasteryCounts, TopicRow, Topics } from '../../study/mastery.js';
import { facts } from '../count.js';
import { prose, join, lines, paragraphs, type Html } from '../html.js';
import { inRows, type Keyboard, type Row } from '../keyboards.js';
import { linkToTopic } from '../links.js';
import type { Message } from '../message.js';
import { boldNoteText, noteText } from '../note-text.js';
import { pageOf } from '../pages.js';

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
  const { shown, turns } = numbered(filled, page, 'topics');
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
      ...turns,
      ...wayRow(empty.length, topics.hasOtherDecks),
      ...(filled.length > 0 ? [share] : []),
    ],
  };
}

const share: Row = [{ text: 'Поделиться разделом', tap: { kind: 'shareTopics', page: 0 } }];

function wayRow(gaps: number, hasOtherDecks: boolean): Row[] {
  const row: Row = [
    ...(gaps > 0 ? [{ text: `Пустые: ${gaps}`, tap: { kind: 'gaps', page: 0 } } as const] : []),
    ...(hasOtherDecks
      ? [{ text: 'Ещё конспекты', tap: { kind: 'topicDecks', page: 0 } } as const]
      : []),
  ];
  return row.length > 0 ? [row] : [];
}

function sectionLine(row: TopicRow, number: number): Html {
  const due = row.due > 0 ? ` сегодня ${row.due}` : '';
  return prose`${number}. ${titleText(row)} ${bar(row)}${due}`;
}

/** The heading; lines may stand under none. */
const titleOf = ({ title }: Pick<TopicRow, 'title'>): string => title ?? 'Без раздела';

const titleText = (row: TopicRow): Html => noteText(titleOf(row), LONGEST_TITLE);

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
  const shown = rows.slice(0, GAPS_NAMED).map(titleText);
  const rest = rows.length - shown.length;
  return rest > 0 ? prose`${join(shown, ', ')} и ещё ${rest}` : join(shown, ', ');
}

/** One section, as a link opens it. */
export function topicMessage(topics: Topics, row: TopicRow): Message {
  if (row.isEmpty) return { ...gapMessage(row, topics.deck.isOwn), keyboard: [toTopics] };
  const { deck, version } = topics;
  return {
    text: lines([
      row.title === null
        ? boldNoteText(titleOf(row), LONGEST_TITLE)
        : prose`${boldNoteText(row.title, LONGEST_TITLE)}, строка ${row.line}`,
      prose`${bar(row)} ${reached(row)}${row.due > 0 ? `, сегодня ${row.due}` : ''}`,
    ]),
    keyboard: [
      [{ text: 'Начать', tap: { kind: 'section', deckId: deck.id, index: row.index, version } }],
      toTopics,
    ],
  };
}

const toTopics: Row = [{ text: 'Разделы', tap: { kind: 'topics', page: 0 } }];

/** Addresses of the sections, to be sent to somebody else. */
export function shareTopicsMessage(topics: Topics, page: number, username: string): Message {
  const filled = topics.sections.filter(({ isEmpty }) => !isEmpty);
  const { shown, turns } = numbered(filled, page, 'shareTopics');
  return {
    text: paragraphs([
      prose`<b>Ссылка открывает раздел</b>`,
      ...shown.map(({ row, number }) =>
        lines([
          prose`${number}. ${titleText(row)}`,
          prose`${linkToTopic(username, topics.deck.id, row.index)}`,
        ]),
      ),
    ]),
    keyboard: [...turns, [{ text: '‹ Назад', tap: { kind: 'topics', page: 0 } }]],
  };
}

/** The empty sections, to look at one. */
export function gapsMessage(topics: Topics, page: number): Message {
  const empty = topics.sections.filter(({ isEmpty }) => isEmpty);
  const { shown, turns } = numbered(empty, page, 'gaps');
  return {
    text: lines([
      prose`<b>Пустые разделы</b>`,
      ...shown.map(({ row, number }) => prose`${number}. ${titleText(row)}`),
    ]),
    keyboard: [
      ...inRows(
        shown.map(({ row, number }) => ({
          text: String(number),
          tap: { kind: 'gap', index: row.index },
        })),
        PER_ROW,
      ),
      ...turns,
      [{ text: '‹ Назад', tap: { kind: 'topics', page: 0 } }],
    ],
  };
}

/** One empty section: nothing is asked from it until its author writes it. */
export function gapMessage(row: TopicRow, isOwn: boolean): Message {
  return {
    text: lines([
      prose`${boldNoteText(titleOf(row), LONGEST_TITLE)}, строка ${row.line}`,
      isOwn
        ? prose`Раздел пуст — допишите конспект и пришлите файл снова: прогресс сохранится.`
        : prose`В этом конспекте раздел пока пуст.`,
    ]),
    keyboard: [[{ text: '‹ Назад', tap: { kind: 'gaps', page: 0 } }]],
  };
}

/** Eight rows with their numbers, and the ways to the others. */
function numbered(
  rows: readonly TopicRow[],
  page: number,
  kind: 'topics' | 'shareTopics' | 'gaps',
): { shown: { row: TopicRow; number: number }[]; turns: Keyboard } {
  const { shown, before, turns } = pageOf(rows, page, {
    size: PER_PAGE,
    tap: (to) => ({ kind, page: to }),
  });
  return { shown: shown.map((row, i) => ({ row, number: before + i + 1 })), turns };
}
