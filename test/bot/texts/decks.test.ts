import * as fc from 'fast-check';
import { visible } from '../../../src/bot/html.js';
import { WIDTHS } from '../../../src/bot/keyboards.js';
import type { Message } from '../../../src/bot/message.js';
import {
  followedMessage,
  heldMessage,
  leavingMessage,
  leftMessage,
  mineMessage,
  withWayToDecks,
  noNameMessage,
  renamingMessage,
  shareMessage,
} from '../../../src/bot/texts/decks.js';
import { gatheringMessage, noPasteMessage, pasteMessage } from '../../../src/bot/texts/paste.js';
import { notLoadedMessage, refusedMessage, unreadable } from '../../../src/bot/texts/refusals.js';
import {
  changesMessage,
  faultsMessage,
  readingMessage,
  reportMessage,
  takenMessage,
} from '../../../src/bot/texts/report.js';
import type { NoteChanges } from '../../../src/notes/changes.js';
import { titled } from '../../../src/notes/title.js';
import type { DeckReport, Fault, HeldDeck, Paste } from '../../../src/study/own-decks.js';
import { readText } from '../../../src/telegram/local/content.js';
import { readKeyboard } from '../../../src/telegram/local/keyboard.js';
import { readParams } from '../../../src/telegram/local/params.js';
import { pack } from '../../../src/bot/callbacks.js';

const text = (message: Message): string => visible(message.text).replaceAll('\u00a0', ' ');
const labels = ({ keyboard = [] }: Message) => keyboard.map((row) => row.map((it) => it.text));

const aReport = (changes: Partial<DeckReport> = {}): DeckReport => ({
  ...{ deckId: 'd1', title: 'Биология 2 сем', isOwn: true, facts: 486, checked: 342 },
  ...{ gaps: 7, unclear: 61, conflicts: 2 },
  ...changes,
});

const aDeck = (changes: Partial<HeldDeck> = {}): HeldDeck => ({
  ...{ deckId: 'd1', title: 'Биология', isOwn: true, learners: 0 },
  ...changes,
});

const aPaste = (parts: number): Paste => ({
  ...{ id: 'p1', learnerId: 1, parts, lastPart: 5, isWanted: false, messageId: null, quietIn: 0 },
});

const linesOf = (number: number) =>
  Array.from({ length: number }, (_, i) => ({ line: i + 1, text: `Термин ${i} - описание` }));

const changesOf = (added: number, changed: number, archived: number): NoteChanges => ({
  added: linesOf(added),
  changed: linesOf(changed).map((it) => ({ ...it, before: 'Термин - прежнее' })),
  archived: linesOf(archived).map((it) => it.text),
  filled: [],
});

const updated = (changes: NoteChanges): Message =>
  takenMessage({ kind: 'updated', import: 'i1', deckId: 'd1', title: 'Docker', changes });

describe('the report', () => {
  test('has few numbers and three ways on', () => {
    expect(text(reportMessage(aReport()))).toBe(
      '📄 Биология 2 сем — 486 фактов\n' +
        'С проверкой ответа — 342, «вспомните сами» — 144.\n' +
        'Пустых разделов — 7, неразобранных строк — 61, терминов с двумя определениями — 2.',
    );
    expect(labels(reportMessage(aReport()))).toEqual([
      ['Начать'],
      ['📅 К экзамену', 'Что поправить'],
      ['Ещё'],
    ]);
  });

  test('leaves out what is zero', () => {
    const clean = { gaps: 0, conflicts: 0 };
    expect(text(reportMessage(aReport({ ...clean, unclear: 1 })))).toMatch(
      /\nНеразобранных строк — 1\.$/,
    );
    const perfect = reportMessage(aReport({ ...clean, unclear: 0, facts: 1, checked: 1 }));
    expect(text(perfect)).toBe('📄 Биология 2 сем — 1 факт\nВсе — с проверкой ответа.');
    expect(labels(perfect)[1]).toEqual(['📅 К экзамену']);
    expect(text(reportMessage(aReport({ checked: 0 })))).toContain('\nВсе — «вспомните сами».');
  });

  test('speaks of faults to the owner alone', () => {
    const message = reportMessage(aReport({ isOwn: false }));
    expect(text(message)).not.toContain('Пустых');
    expect(labels(message).flat()).not.toContain('Что поправить');
  });
});

describe('a new version', () => {
  test.each([
    [3, 2, 1, '+3 новых, 2 исправлены (прогресс сохранён), 1 ушёл в архив'],
    [1, 1, 2, '+1 новый, 1 исправлен (прогресс сохранён), 2 ушли в архив'],
    [21, 5, 11, '+21 новый, 5 исправлено (прогресс сохранён), 11 ушло в архив'],
    [0, 101, 0, '101 исправлен (прогресс сохранён)'],
  ])('+%i, %i, %i', (added, changed, archived, words) => {
    const message = updated(changesOf(added, changed, archived));
    expect(text(message)).toBe(`📄 Docker обновлён: ${words}`);
    expect(visible(message.text)).not.toMatch(/\d\u00a0/);
  });

  test('offers what is new, or to go on', () => {
    expect(labels(updated(changesOf(3, 0, 0)))).toEqual([
      ['Спросить новое: 3'],
      ['Что изменилось'],
    ]);
    expect(labels(updated(changesOf(0, 1, 0)))[0]).toEqual(['Начать']);
  });

  test.each([
    [['Сети'], 'Раздел «Сети» больше не пуст.'],
    [['Сети', 'Тома'], 'Больше не пусты разделы «Сети», «Тома».'],
    [['А1', 'Б2', 'В3', 'Г4'], 'Больше не пусты разделы «А1», «Б2», «В3» и ещё 1.'],
  ])('names the headings that are filled: %j', (filled, words) => {
    expect(text(updated({ ...changesOf(1, 0, 0), filled })).split('\n')[1]).toBe(words);
  });

  test('shows the lines as they were and as they are', () => {
    const message = changesMessage(changesOf(1, 1, 1), 'i1', 0);
    expect(text(message)).toBe(
      'Что изменилось\n\nстрока 1. Было: Термин - прежнее\nСтало: Термин 0 - описание\n\n' +
        'строка 1. Новое: Термин 0 - описание\n\nВ архиве: Термин 0 - описание',
    );
    expect(labels(changesMessage(changesOf(12, 0, 0), 'i1', 1))).toEqual([
      ['‹ Раньше', 'Ещё ›'],
      ['‹ Назад'],
    ]);
  });
});

test('what to put right is said line by line, ten a page', () => {
  const faults: Fault[] = [
    { kind: 'conflict', line: 20, term: 'Docker', otherLines: [45, 60] },
    { kind: 'gap', line: 50, section: 'Недостатки' },
    { kind: 'unclear', line: 214, text: 'Митоз деление клетки', reason: 'no-separator' },
  ];
  expect(text(faultsMessage(faults, 'd1', 0)).split('\n')).toEqual([
    'Что поправить',
    'строки 20 и 45, 60: у термина «Docker» разные определения',
    'строка 50: раздел «Недостатки» пуст',
    'строка 214: «Митоз деление клетки» — нет тире между термином и определением',
  ]);
  const many = Array.from({ length: 61 }, (_, i): Fault => ({
    kind: 'gap',
    line: i,
    section: 'А',
  }));
  expect(text(faultsMessage(many, 'd1', 6)).split('\n')).toHaveLength(2);
  expect(text(faultsMessage(many, 'd1', 999))).toBe(text(faultsMessage(many, 'd1', 6)));
  expect(text(faultsMessage([], 'd1', 0))).toContain('Всё разобрано');
});

test('limits are said with the number that would do', () => {
  expect(text(refusedMessage({ reason: 'too-big' }, 1_048_576))).toBe(
    'Файл больше 1 МБ. Разделите его и пришлите частями.',
  );
  expect(text(refusedMessage({ reason: 'too-big' }, 65_536))).toContain('больше 64 КБ.');
  for (const [most, words] of [
    [1, '1 конспекта'],
    [5, '5 конспектов'],
    [21, '21 конспекта'],
  ] as const) {
    const refused = refusedMessage({ reason: 'too-often', most, minutes: 12 }, 1);
    expect(text(refused)).toContain(`Больше ${words} в час`);
  }
});

/** Every message, whatever somebody has called their notes. */
const messagesAbout = (words: string): Message[] => {
  const title = titled(words) ?? 'Конспект';
  const deck = aDeck({ title, learners: 3 });
  const other = aDeck({ title, isOwn: false });
  const change = { line: 9_999_999, text: words };
  const changes: NoteChanges = {
    added: Array(9).fill(change),
    changed: Array(9).fill({ ...change, before: words }),
    archived: Array(9).fill(words),
    filled: Array(5).fill(words),
  };
  const faults = Array<Fault>(9).fill({ kind: 'unclear', ...change, reason: 'too-long' });
  const gap: Fault = { kind: 'gap', line: 1, section: words };
  const conflict: Fault = { kind: 'conflict', line: 1, term: words, otherLines: [2, 3] };
  const report = aReport({ title });
  return [
    ...[readingMessage(words), reportMessage(report), followedMessage(report), updated(changes)],
    ...[0, 1, 2, 3].map((page) => changesMessage(changes, 'i'.repeat(40), page)),
    ...[faultsMessage([...faults, gap, conflict], 'd'.repeat(16), 0)],
    ...[deck, other].flatMap((it) => [heldMessage(it), leavingMessage(it), leftMessage(it)]),
    ...[renamingMessage(deck), shareMessage(deck, 'https://t.me/a_bot?start=d_1')],
    ...[mineMessage(Array(20).fill(deck), 1), withWayToDecks(mineMessage([], 0))],
    ...[pasteMessage(aPaste(1)), pasteMessage(aPaste(3)), gatheringMessage(aPaste(2))],
    ...[noPasteMessage, noNameMessage, notLoadedMessage, ...Object.values(unreadable)],
    takenMessage({ kind: 'same', deckId: 'd1', facts: 48 }),
    takenMessage({ kind: 'undecided', import: 'i1', common: 5, total: 48 }),
    refusedMessage({ reason: 'too-many-decks', most: 20 }, 1),
    ...(
      ['too-big', 'binary', 'empty', 'nothing-to-ask', 'too-many-facts', 'too-hard'] as const
    ).map((reason) => refusedMessage({ reason }, 1_048_576)),
  ];
};

test('every message is one Telegram takes, whatever stands in the notes', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.constantFrom(
      '\u115f\uffa0',
      '<b>&amp;',
      '@user /etc #tag',
      '🙂'.repeat(200),
      '«„”»',
      'а'.repeat(3000),
    ),
  );
  fc.assert(
    fc.property(words, (title) => {
      for (const { text: html, keyboard = [] } of messagesAbout(title)) {
        const rows = keyboard.map((row) =>
          row.map((it) => ({ text: it.text, callback_data: pack(it.tap) })),
        );
        readText(readParams({ text: html.markup, parse_mode: 'HTML' }));
        readKeyboard({ inline_keyboard: rows });
      }
    }),
    { numRuns: 60 },
  );
});

const reasons = [
  'too-big',
  'binary',
  'empty',
  'nothing-to-ask',
  'too-many-facts',
  'too-hard',
] as const;
const refusals = [
  ...[notLoadedMessage, ...Object.values(unreadable)],
  ...reasons.map((reason) => refusedMessage({ reason }, 1_048_576)),
].map(text);

test('every label fits its row, and every message ends in a button or a command', () => {
  const signs = (label: string): number => [...label].length + (label.match(/📅/gu)?.length ?? 0);
  for (const message of messagesAbout('Очень длинное название конспекта по истории')) {
    for (const row of message.keyboard ?? []) {
      for (const { text: label } of row)
        expect(signs(label)).toBeLessThanOrEqual(WIDTHS[row.length] ?? 0);
    }
    const isProgress = text(message).startsWith('Читаю');
    // Whoever sends a refusal adds the way on.
    const isAnswered = message === noNameMessage || refusals.includes(text(message));
    const leadsOn = (message.keyboard ?? []).length > 0 || /\/\p{L}+$/u.test(text(message));
    expect(leadsOn || isProgress || isAnswered).toBe(true);
  }
});
