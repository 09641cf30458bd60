/**
 * What is known while a note is read from top to bottom, and how single facts are written down.
 * Everything shown to learners passes through here: calmed capitals, joined compounds, no stop at the end.
 */
import { createFactBook, type Draft, type FactBook } from './facts.js';
import { readYear } from './grammar/dates.js';
import { isDangling } from './grammar/joints.js';
import { isOpinion, withoutRemarks } from './grammar/remarks.js';
import { sentences, splitReasons, takeClauses, withoutStop } from './grammar/sentences.js';
import { type DefinitionShape, isTelling, type Shape, type Weight } from './grammar/shape.js';
import {
  calm,
  capitalise,
  headline,
  isCapitals,
  joinCompounds,
  readVocabulary,
  type Vocabulary,
} from './grammar/spelling.js';
import { isTerm, partByDash, type Parted } from './grammar/terms.js';
import type { Passage } from './grammar/wrapped.js';
import { commandIn, isFullOfDates, leftEmptyAtEnd, ordersIn, shortenedIn } from './habits.js';
import { isKey, ownerOfKey } from './keys.js';
import type { UnusedLine, UnusedReason } from './note.js';
import { createOutline, type Outline } from './outline.js';

export interface Reading {
  readonly passages: readonly Passage[];
  readonly vocabulary: Vocabulary;
  readonly outline: Outline;
  readonly book: FactBook;
  readonly unused: UnusedLine[];
  /** The line of a last heading without content; what follows it belongs to nobody. */
  readonly emptyEnd: number | null;
  /** Full of dates: a year at the start of a line is one, too. */
  readonly hasDates: boolean;
  /** Terms that are orders to a program. */
  readonly orders: ReadonlySet<string>;
  /** Words the author shortens with a stop behind. */
  readonly shortened: ReadonlySet<string>;
  /** Nothing but blank lines since the last heading: a list here is the heading's list. */
  isAfterHeading: boolean;
}

export function startReading(passages: readonly Passage[]): Reading {
  const told = passages.filter(({ shape }) => shape.kind !== 'too-long' && shape.kind !== 'markup');
  return {
    passages,
    vocabulary: readVocabulary(told.map((passage) => passage.text)),
    outline: createOutline(),
    book: createFactBook(),
    unused: [],
    emptyEnd: leftEmptyAtEnd(passages),
    hasDates: isFullOfDates(passages),
    orders: ordersIn(passages),
    shortened: shortenedIn(told),
    isAfterHeading: false,
  };
}

/** A fact asked about must fit a message; a longer sentence cannot be learned as one. */
const LONGEST_TEXT = 600;
const LONGEST_WORD = 60;

/** Looked for from the beginning of a run of them only: a line of thousands would take seconds. */
const LAST_SIGNS =
  /(?:\s+|(?<![\p{Extended_Pictographic}\uFE0F]))(?:\p{Extended_Pictographic}\uFE0F?)+$/u;

/** Text as learners see it. */
export function shown(reading: Reading, text: string): string {
  const joined = joinCompounds(
    calm(withoutRemarks(text.replaceAll('`', '')), reading.vocabulary),
    reading.vocabulary,
  );
  return withoutStop(
    joined
      .replace(LAST_SIGNS, '')
      .replace(/\s*!{2,20}$/u, '')
      .replace(/\s+/g, ' ')
      .replace(/\s+([,.;:])(?=\s|$)/g, '$1')
      .trim(),
    reading.shortened,
  );
}

/** A term or heading as learners see it: only what was shouted is changed. */
export function shownTitle(reading: Reading, text: string): string {
  if (isCapitals(text)) return headline(text, reading.vocabulary);
  const quiet = calm(text.replace(/\s+/g, ' ').trim(), reading.vocabulary);
  return joinCompounds(quiet, reading.vocabulary);
}

/** What every fact of a passage has in common. */
export function frame(reading: Reading, passages: readonly Passage[]) {
  const lines = passages.flatMap((passage) => passage.lines);
  return {
    section: reading.outline.current()?.title ?? null,
    line: lines[0]?.number ?? 1,
    source: lines.map((line) => line.source).join('\n'),
    weight: 0 as Weight,
  };
}

export function setAside(reading: Reading, passage: Passage, reason: UnusedReason): void {
  for (const { number, source } of passage.lines) {
    reading.unused.push({ line: number, text: source.trim(), reason });
  }
}

/** Writes the facts of a passage down; a passage that says nothing new is set aside. */
export function record(reading: Reading, passage: Passage, drafts: readonly Draft[]): void {
  reading.outline.touch();
  const said = drafts.filter((draft) => /[\p{L}\p{N}]/u.test(mainText(draft)));
  const askable = said.filter((draft) => mainText(draft).length <= LONGEST_TEXT);
  const added = askable.filter((draft) => reading.book.add(draft)).length;
  if (added > 0) return;
  if (askable.length > 0) setAside(reading, passage, 'duplicate');
  else setAside(reading, passage, said.length > 0 ? 'too-long' : 'too-short');
}

function mainText(draft: Draft): string {
  switch (draft.kind) {
    case 'command':
      return draft.purpose;
    case 'code':
      return draft.comment;
    case 'explanation':
      return draft.answer;
    case 'date':
      return draft.event;
    case 'list':
      return draft.title;
    default:
      return draft.text;
  }
}

export interface Said {
  readonly text: string;
  readonly subject: string | null;
  readonly weight: Weight;
}

/** The statements in a text: one for each sentence and for each full clause in brackets. */
export function statementsOf(reading: Reading, passage: Passage, said: Said): Draft[] {
  const common = { ...frame(reading, [passage]), weight: said.weight, subject: said.subject };
  return sentences(said.text)
    .flatMap((sentence) => {
      const { text, clauses } = takeClauses(sentence);
      return [...splitReasons(text), ...clauses];
    })
    .map((text) => capitalise(shown(reading, text.replace(ADDED, ''))))
    .filter((text) => /\s/.test(text) && !isNoStatement(text))
    .map((text) => ({ kind: 'statement', text, ...common }));
}

/** «См. рис. 2», «(два часа убил)», «спросят точно» say nothing by themselves. */
const isNoStatement = (text: string): boolean =>
  isOpinion(`${text}.`) ||
  /^см\.?\s|^\([^()]*\)$|^(?:точно |обязательно )?спрос(?:ит|ят)(?!\p{L})/iu.test(text);

/** «Также …» leans on the sentence before, «ВАЖНО …» only stresses: without them the sentence stands alone. */
const ADDED = /^(?:(?:[Аа]\s+)?(?:[Тт]акже|[Кк]роме того,)|ВАЖНО[:!]?|Важно:)\s+(?=\S)/u;

/** Why a text cannot be a statement; null when it can. `isMarked`: the author stressed it, so any phrase will do. */
export function flawOf(text: string, isMarked: boolean): UnusedReason | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters * 2 < text.replace(/\s/g, '').length) return 'no-meaning';
  if (text.split(/\s+/).some((word) => word.length > LONGEST_WORD && !word.includes('/')))
    return 'no-meaning';
  if (!sentences(text).some((sentence) => sentence.length <= LONGEST_TEXT)) return 'too-long';
  const count = text.split(/\s+/).length;
  if (count < 2) return 'too-short';
  if (isDangling(text)) return 'unfinished';
  if (isMarked || isTelling(text)) return null;
  return count < 3 ? 'too-short' : 'no-separator';
}

/** «Окисление — отдача. Восстановление — приём.»: the next sentence defines the next term. */
function nextTerm(sentence: string): Parted | null {
  const parted = partByDash(sentence);
  const isNext =
    parted !== null &&
    /^\p{Lu}/u.test(parted.left) &&
    parted.left.split(' ').length <= LONGEST_NEXT &&
    isTerm(parted.left);
  return isNext ? parted : null;
}

const LONGEST_NEXT = 2;

/** A definition, with whatever else its line says about the term. */
export function definitionsOf(
  reading: Reading,
  passage: Passage,
  said: { readonly term: string; readonly text: string; readonly weight: Weight },
): Draft[] {
  const [first = '', ...rest] = sentences(said.text);
  const { text, clauses } = takeClauses(first);
  const common = { ...frame(reading, [passage]), weight: said.weight };
  const owner = isKey(said.term) ? programAbove(reading, passage) : null;
  const define = (value: string): Draft => ({
    kind: 'definition',
    term: owner === null ? said.term : `${owner} ${said.term}`,
    text: shown(reading, value),
    ...common,
  });
  const others = [...clauses, ...rest].flatMap((other) => {
    const next = clauses.includes(other) ? null : nextTerm(other);
    if (next) return [{ ...define(next.right), term: shownTitle(reading, next.left) } as Draft];
    const again = /^это\s+(?=\S+\s+\S)/iu.exec(other);
    if (again && clauses.includes(other)) return [define(other.slice(again[0].length))];
    return statementsOf(reading, passage, { text: other, subject: said.term, weight: said.weight });
  });
  return [define(text), ...others];
}

const programAbove = ({ passages, outline }: Reading, passage: Passage): string | null =>
  ownerOfKey(passages, passages.indexOf(passage), outline.current()?.title ?? null);

/** Every term a line defines, each with what it says. */
export function termsOf(reading: Reading, passage: Passage, shape: DefinitionShape): Draft[] {
  return [shape, ...(shape.more ?? [])].flatMap(({ term, text }) =>
    definitionsOf(reading, passage, { term: shownTitle(reading, term), text, weight: 0 }),
  );
}

/** The shape of a line in this note: among dates a bare year at its start is one, too; code may be a command. */
export function shapeIn(reading: Reading, shape: Shape): Shape {
  const section = reading.outline.current()?.title ?? null;
  return datedIn(reading, commandIn(reading.orders, section, shape));
}

function datedIn({ hasDates }: Reading, shape: Shape): Shape {
  if (!hasDates || (shape.kind !== 'prose' && shape.kind !== 'definition')) return shape;
  const text = shape.kind === 'prose' ? shape.text : `${shape.term} - ${shape.text}`;
  const dated = readYear(text);
  return dated ? { kind: 'date', ...dated } : shape;
}
