/** What came of notes: a deck in numbers, what a new version changed, what could be put right. */
import { UNUSED_REASONS } from '../../notes/advice.js';
import { plural } from '../../russian/plural.js';
import type { DeckReport, Fault, Taken } from '../../study/own-decks.js';
import { facts } from '../count.js';
import { join, lines, paragraphs, prose, type Html } from '../html.js';
import { begin, type Row } from '../keyboards.js';
import type { Message } from '../message.js';
import { boldNoteText, inQuotes, noteText } from '../note-text.js';
import { pageOf } from '../pages.js';

const LONGEST_TITLE = 60;
const LONGEST_LINE = 80;
const LONGEST_CHANGE = 150;
const PER_PAGE = 10;
const CHANGES_PER_PAGE = 5;
const SECTIONS_NAMED = 3;

/** Said when reading takes longer than a moment. */
export const readingMessage = (title: string): Message => ({
  text: prose`Читаю ${inQuotes(title, LONGEST_TITLE)}…`,
});

/** What came of notes, whatever it was. */
export function takenMessage(taken: Exclude<Taken, { kind: 'refused' }>): Message {
  switch (taken.kind) {
    case 'made':
      return reportMessage(taken.report);
    case 'updated':
      return updatedMessage(taken);
    case 'same':
      return {
        text: prose`Всё уже здесь: ${facts(taken.facts)}.`,
        keyboard: [[begin(taken.deckId)]],
      };
    case 'undecided':
      return {
        text: prose`Общих фактов — ${taken.common} из ${taken.total}. Это новая версия или другой конспект?`,
        keyboard: [
          [
            { text: 'Новая версия', tap: { kind: 'asVersion', import: taken.import } },
            { text: 'Другой конспект', tap: { kind: 'asDeck', import: taken.import } },
          ],
        ],
      };
  }
}

/** A deck in numbers, and three ways on. */
export function reportMessage(report: DeckReport): Message {
  const { deckId } = report;
  const hasFaults = report.isOwn && report.gaps + report.unclear + report.conflicts > 0;
  const ahead: Row = [
    { text: '📅 К экзамену', tap: { kind: 'examOf', deckId } },
    ...(hasFaults
      ? [{ text: 'Что поправить', tap: { kind: 'faults', deckId, page: 0 } } as const]
      : []),
  ];
  return {
    text: lines([
      prose`📄 ${boldNoteText(report.title, LONGEST_TITLE)} — ${facts(report.facts)}`,
      checkedText(report),
      report.isOwn ? faultsText(report) : null,
    ]),
    keyboard: [[begin(deckId)], ahead, [{ text: 'Ещё', tap: { kind: 'held', deckId } }]],
  };
}

function checkedText({ facts: all, checked }: DeckReport): Html {
  const recalled = all - checked;
  if (recalled === 0) return prose`Все — с проверкой ответа.`;
  if (checked === 0) return prose`Все — «вспомните сами».`;
  return prose`С проверкой ответа — ${checked}, «вспомните сами» — ${recalled}.`;
}

/** What is zero is left out; the first word has the capital. */
function faultsText({ gaps, unclear, conflicts }: DeckReport): Html | null {
  const parts = [
    ...(gaps > 0 ? [['пустых разделов', gaps] as const] : []),
    ...(unclear > 0 ? [['неразобранных строк', unclear] as const] : []),
    ...(conflicts > 0 ? [['терминов с двумя определениями', conflicts] as const] : []),
  ];
  if (parts.length === 0) return null;
  const shown = parts.map(([what, number], i) =>
    i === 0
      ? prose`${what.charAt(0).toUpperCase()}${what.slice(1)} — ${number}`
      : prose`${what} — ${number}`,
  );
  return prose`${join(shown, ', ')}.`;
}

/** «обновлён: +3 новых, 2 исправлены (прогресс сохранён), 1 ушёл в архив» */
function updatedMessage(taken: Extract<Taken, { kind: 'updated' }>): Message {
  const { changes, deckId } = taken;
  const [added, changed, archived] = [
    changes.added.length,
    changes.changed.length,
    changes.archived.length,
  ];
  const parts = [
    ...(added > 0 ? [`+${added} ${plural(added, 'новый', 'новых', 'новых')}`] : []),
    ...(changed > 0
      ? [
          `${changed} ${plural(changed, 'исправлен', 'исправлены', 'исправлено')} (прогресс сохранён)`,
        ]
      : []),
    ...(archived > 0 ? [`${archived} ${plural(archived, 'ушёл', 'ушли', 'ушло')} в архив`] : []),
  ];
  const ask: Row = [
    { text: `Спросить новое: ${added}`, tap: { kind: 'added', import: taken.import } },
  ];
  return {
    text: lines([
      prose`📄 ${boldNoteText(taken.title, LONGEST_TITLE)} обновлён: ${parts.join(', ')}`,
      filledText(changes.filled),
    ]),
    keyboard: [
      added > 0 ? ask : [begin(deckId)],
      [{ text: 'Что изменилось', tap: { kind: 'changes', import: taken.import, page: 0 } }],
    ],
  };
}

function filledText(filled: readonly string[]): Html | null {
  const [first, ...others] = filled.map((title) => inQuotes(title, LONGEST_TITLE));
  if (first === undefined) return null;
  if (others.length === 0) return prose`Раздел ${first} больше не пуст.`;
  const shown = [first, ...others].slice(0, SECTIONS_NAMED);
  const rest = filled.length - shown.length;
  return prose`Больше не пусты разделы ${join(shown, ', ')}${rest > 0 ? ` и ещё ${rest}` : ''}.`;
}

type Updated = Extract<Taken, { kind: 'updated' }>;

/** «строка 71. Было: … Стало: …» */
export function changesMessage(
  changes: Updated['changes'],
  importId: string,
  page: number,
): Message {
  const all = [
    ...changes.changed.map(
      ({ line, before, text }) =>
        prose`строка ${line}. Было: ${oneLine(before)}${'\n'}Стало: ${oneLine(text)}`,
    ),
    ...withoutRepeats(changes.added).map(
      ({ line, text }) => prose`строка ${line}. Новое: ${oneLine(text)}`,
    ),
    ...changes.archived.map((text) => prose`В архиве: ${oneLine(text)}`),
  ];
  const { shown, turns } = pageOf(all, page, {
    size: CHANGES_PER_PAGE,
    tap: (to) => ({ kind: 'changes', import: importId, page: to }),
  });
  return {
    text: paragraphs([prose`<b>Что изменилось</b>`, ...shown]),
    keyboard: [...turns, [{ text: '‹ Назад', tap: { kind: 'taken', import: importId } }]],
  };
}

/** A list says all that its entries say. */
function withoutRepeats(added: Updated['changes']['added']): Updated['changes']['added'] {
  const listed = new Set(
    added.flatMap(({ text }) => (text.includes('\n') ? text.split('\n') : [])),
  );
  return added.filter(({ text }) => !listed.has(text));
}

const oneLine = (text: string): Html => noteText(text.replace(/\s+/gu, ' ').trim(), LONGEST_CHANGE);

/** What the author of a note could put right, ten a page. */
export function faultsMessage(faults: readonly Fault[], deckId: string, page: number): Message {
  const { shown, turns } = pageOf(faults, page, {
    size: PER_PAGE,
    tap: (to) => ({ kind: 'faults', deckId, page: to }),
  });
  return {
    text: lines([
      prose`<b>Что поправить</b>`,
      ...(faults.length === 0
        ? [prose`Всё разобрано, пустых разделов нет.`]
        : shown.map(faultLine)),
    ]),
    keyboard: [...turns, [{ text: '‹ Назад', tap: { kind: 'report', deckId } }]],
  };
}

function faultLine(fault: Fault): Html {
  switch (fault.kind) {
    case 'unclear':
      return prose`строка ${fault.line}: ${inQuotes(fault.text, LONGEST_LINE)} — ${UNUSED_REASONS[fault.reason]}`;
    case 'gap':
      return prose`строка ${fault.line}: раздел ${inQuotes(fault.section, LONGEST_LINE)} пуст`;
    case 'conflict': {
      const others = fault.otherLines.join(', ');
      return prose`строки ${fault.line} и ${others}: у термина ${inQuotes(fault.term, LONGEST_TITLE)} разные определения`;
    }
  }
}
