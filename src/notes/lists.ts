/** A run of list entries → items, the list they make, and the definitions and commands among them. */
import type { Draft } from './facts.js';
import { isLabel, PLAIN_RANK } from './grammar/headings.js';
import { type ItemShape, readPlain, type Shape } from './grammar/shape.js';
import { capitalise } from './grammar/spelling.js';
import { sentences, takeClauses } from './grammar/sentences.js';
import { isInfinitive } from './grammar/verbs.js';
import type { Passage } from './grammar/wrapped.js';
import {
  shapeIn,
  flawOf,
  frame,
  type Reading,
  record,
  setAside,
  shown,
  shownTitle,
  statementsOf,
  termsOf,
} from './reading.js';
import { pattern } from '../russian/pattern.js';

interface Entry {
  readonly passage: Passage;
  readonly shape: ItemShape;
  readonly children: Entry[];
}

interface Run {
  readonly entries: readonly Entry[];
  readonly title: string | null;
}

const GENERIC_TITLE = pattern(
  /^(?:синтаксис|бывает|бывают|примеры?|либо|информация|структура|решение|выводы?|сюда входят|важно|например|итоги?|также|или|далее|содержание|оглавление|ссылки|источники|литература)(?!\p{L})/iu,
);
const SEQUENCE_TITLE = pattern(
  /^(?:этап|порядок|шаг|алгоритм|последовательность|процесс|как(?!\p{L})|план|стади)/iu,
);
const LEAST_ITEMS = 3;
/** In words. */
const LONGEST_NAME = 2;
const LONGEST_TITLE = 110;

/** May a list be asked under this title? */
const isListTitle = (title: string): boolean =>
  !GENERIC_TITLE.test(title) && title.length <= LONGEST_TITLE;

/** Reads the list that begins at the passage `from`; returns the passage after it. */
export function readList(reading: Reading, from: number): number {
  const { entries, next } = collect(reading.passages, from);
  const heading = reading.isAfterHeading ? reading.outline.current()?.title : undefined;
  const title = heading !== undefined && isListTitle(heading) ? heading : null;
  reading.outline.touch();
  recordRun(reading, { entries, title });
  return next;
}

/** The entries as a tree: deeper indent means a child. */
function collect(passages: readonly Passage[], from: number): { entries: Entry[]; next: number } {
  const entries: Entry[] = [];
  const open: Entry[] = [];
  let next = from;
  for (; next < passages.length; next += 1) {
    const passage = passages[next];
    if (passage?.shape.kind !== 'item' || (next > from && passage.blanksBefore > 1)) break;
    while (open.length > 0 && (open.at(-1)?.passage.indent ?? 0) >= passage.indent) open.pop();
    const entry = { passage, shape: passage.shape, children: [] };
    (open.at(-1)?.children ?? entries).push(entry);
    open.push(entry);
  }
  return { entries, next };
}

/** Deeper nesting than this is an outline of something else; its entries join their parent's level. */
const DEEPEST = 4;

function recordRun(reading: Reading, run: Run, depth = 0): void {
  const isSequence =
    run.title !== null &&
    SEQUENCE_TITLE.test(run.title) &&
    run.entries.every(({ shape }) => shape.isNumbered);
  const read = run.entries.map((entry) => ({
    entry,
    shape: shapeIn(reading, readPlain(entry.shape.text)),
  }));
  const items = read.flatMap(({ entry, shape }) =>
    entryText(reading, shape, { entry, isSequence }),
  );
  if (run.title !== null && items.length >= LEAST_ITEMS) {
    const title = run.title;
    const passages = run.entries.map((entry) => entry.passage);
    reading.book.add({ kind: 'list', title, items, isSequence, ...frame(reading, passages) });
  }
  read.forEach(({ entry, shape }, i) => {
    const title = depth < DEEPEST ? titleOf(reading, entry) : null;
    const isHeading = title !== null && run.title === null;
    recordEntry(reading, shape, { entry, list: run.title, number: i + 1, isSequence, isHeading });
    if (isHeading) openEntry(reading, entry, title);
    recordRun(reading, { entries: entry.children, title }, depth + 1);
    if (isHeading) reading.outline.close();
  });
}

/** An entry of a list without a title heads the list under it. */
function openEntry(reading: Reading, { passage }: Entry, title: string): void {
  const line = passage.lines[0]?.number ?? 1;
  const rank = (reading.outline.current()?.rank ?? PLAIN_RANK) + 1;
  reading.outline.open({ title, line, rank, subject: null, isOpen: true }, 0);
  reading.outline.touch();
}

/** The title an entry gives to the list under it; null without one. */
function titleOf(reading: Reading, { shape, children }: Entry): string | null {
  const inner = children.length > 0 ? readPlain(shape.text) : shape;
  const isNamed = inner.kind === 'definition' || inner.kind === 'pair';
  const name = isNamed ? inner.term : shown(reading, shape.text);
  const title = capitalise(shownTitle(reading, name));
  return children.length > 0 && isListTitle(title) && !/\.\s/.test(title) ? title : null;
}

/** What the entry is called inside its list: the term of a definition, nothing for a command outside a procedure. */
function entryText(
  reading: Reading,
  shape: Shape,
  { entry, isSequence }: { entry: Entry; isSequence: boolean },
): string[] {
  if (shape.kind === 'command') return isSequence ? [shown(reading, shape.purpose)] : [];
  if (shape.kind === 'code' || shape.kind === 'code-only') return [];
  if (!isSequence && (shape.kind === 'definition' || shape.kind === 'pair')) {
    const more = shape.kind === 'definition' ? (shape.more ?? []) : [];
    return [shape, ...more].map(({ term }) => shownTitle(reading, term));
  }
  return [itemText(reading, entry)];
}

/** An entry in one sentence, without the clauses its brackets hold. */
function itemText(reading: Reading, entry: Entry): string {
  const [first = ''] = sentences(entry.shape.text);
  return shown(reading, takeClauses(first).text);
}

interface Position {
  readonly entry: Entry;
  readonly list: string | null;
  readonly number: number;
  readonly isSequence: boolean;
  /** It only names the list under it. */
  readonly isHeading: boolean;
}

function recordEntry(reading: Reading, shape: Shape, position: Position): void {
  const { passage } = position.entry;
  const common = frame(reading, [passage]);
  if (shape.kind === 'command') {
    record(reading, passage, [{ ...shape, purpose: shown(reading, shape.purpose), ...common }]);
  } else if (shape.kind === 'code') {
    record(reading, passage, [{ ...shape, comment: shown(reading, shape.comment), ...common }]);
  } else if (shape.kind === 'code-only') {
    setAside(reading, passage, 'code');
  } else if (shape.kind === 'date') {
    record(reading, passage, [{ ...shape, event: shown(reading, shape.event), ...common }]);
  } else if (!position.isSequence && (shape.kind === 'definition' || shape.kind === 'pair')) {
    record(reading, passage, termsOf(reading, passage, { ...shape, kind: 'definition' }));
  } else {
    recordItem(reading, position);
  }
}

function recordItem(reading: Reading, { entry, list, number, isHeading }: Position): void {
  const { passage, shape } = entry;
  const subject = reading.outline.current()?.subject ?? null;
  const flaw = flawOf(shape.text, list !== null);
  if (flaw !== null && (list === null || flaw === 'no-meaning')) {
    if (!isHeading) setAside(reading, passage, flaw);
    return;
  }
  const said = { subject, weight: 0 } as const;
  if (list === null) {
    record(reading, passage, statementsOf(reading, passage, { text: shape.text, ...said }));
    return;
  }
  const [first = '', ...rest] = sentences(shape.text);
  const text = itemText(reading, entry);
  // «излучение (идёт и в пустоте)»: what is added to a name is said of it.
  const words = text.split(' ');
  const isName = isLabel(text) && words.length <= LONGEST_NAME && !words.some(isInfinitive);
  const named = isName ? text : subject;
  const others: Draft[] = [...takeClauses(first).clauses, ...rest].flatMap((other) =>
    statementsOf(reading, passage, { text: other, ...said, subject: named }),
  );
  record(reading, passage, [
    { kind: 'item', text, list, number, ...frame(reading, [passage]) },
    ...others,
  ]);
}
