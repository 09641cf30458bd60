/**
 * Text of somebody's notes → what can be asked about it. Takes any text whatever and never throws.
 * In: decoded text. Out: sections, facts in the order of the lines, empty sections, lines that gave nothing, with reasons.
 * Invariants: every non-blank line is a heading, in the source of a fact, or in `unused`; a fact's `line` and `source`
 * are those of the file; content keys are unique within the note.
 */
import type { Draft } from './facts.js';
import { sentences } from './grammar/sentences.js';
import { isAspect } from './grammar/general.js';
import { CAPITALS_RANK, PLAIN_RANK } from './grammar/headings.js';
import { isPostponed, isRemark } from './grammar/remarks.js';
import { type DefinitionShape, readPlain, type Shape, type Weight } from './grammar/shape.js';
import { capitalise, headline, isCapitals } from './grammar/spelling.js';
import { joinLines, type Passage } from './grammar/wrapped.js';
import { hasFiniteVerb } from './grammar/verbs.js';
import { headingByPlace, lineOf, openHeading, standsAlone } from './heads.js';
import { readList } from './lists.js';
import { readLines } from './markup.js';
import type { Note, UnusedLine } from './note.js';
import type { Place } from './outline.js';
import { listOf, ownedBy, parentOfLabel } from './owned.js';
import {
  shapeIn,
  definitionsOf,
  flawOf,
  frame,
  type Reading,
  record,
  setAside,
  shown,
  shownTitle,
  startReading,
  statementsOf,
  termsOf,
} from './reading.js';
import { fold } from '../russian/fold.js';

/** Reads a note. The text may come from a file or from a message. */
export function parseNote(text: string): Note {
  const reading = startReading(joinLines(readLines(text)));
  const { passages } = reading;
  for (let i = 0; i < passages.length;) {
    const passage = passages[i];
    if (passage === undefined) break;
    pauseBefore(reading, passage);
    const heading = headingByPlace(passages, i);
    if (heading) i = readOne(reading, heading, i);
    else i = passage.shape.kind === 'item' ? readItems(reading, i) : readOne(reading, passage, i);
  }
  return conclude(reading);
}

function pauseBefore(reading: Reading, { blanksBefore, indent, shape }: Passage): void {
  const next = shape.kind === 'definition' || shape.kind === 'what' ? 'definition' : 'other';
  const isProse = shape.kind === 'prose' || shape.kind === 'property' || shape.kind === 'pair';
  if (['heading', 'ruler', 'mark', 'markup'].includes(shape.kind)) return;
  reading.outline.indent(indent);
  reading.outline.pause(blanksBefore, shape.kind === 'item' ? 'item' : isProse ? 'prose' : next);
}

function readItems(reading: Reading, from: number): number {
  const isHeadingsList = reading.isAfterHeading;
  const next = readList(reading, from);
  if (isHeadingsList) reading.outline.endList();
  reading.isAfterHeading = false;
  return next;
}

/** Reads one passage that is no list; returns the next. */
function readOne(reading: Reading, passage: Passage, at: number): number {
  const shape = shapeHere(reading, passage.shape);
  if (shape.kind === 'heading') openHeading(reading, passage, { heading: shape, at });
  else if (shape.kind === 'definition') readDefinition(reading, passage, shape);
  else if (shape.kind === 'what') readWhat(reading, passage, shape);
  else if (shape.kind === 'why') readWhy(reading, passage, shape);
  else if (shape.kind === 'property') readProperty(reading, passage, shape);
  else if (shape.kind === 'prose') readProse(reading, passage, { text: shape.text, weight: 0 });
  else readSimple(reading, passage, shape);
  const isTransparent = ['ruler', 'mark', 'markup'].includes(shape.kind);
  const hasOpened = ['heading', 'what', 'why'].includes(shape.kind);
  if (!isTransparent) reading.isAfterHeading = hasOpened;
  return at + 1;
}

/** What the line is in this note: a remark of the author to themselves says nothing. */
function shapeHere(reading: Reading, shape: Shape): Shape {
  const isAside =
    ((shape.kind === 'prose' || shape.kind === 'property') && isRemark(shape.text)) ||
    (shape.kind === 'pair' && isRemark(`${shape.term}: ${shape.text}`)) ||
    ((shape.kind === 'pair' || shape.kind === 'definition') &&
      (isPostponed(shape.term) || isPostponed(shape.text)));
  return isAside ? { kind: 'mark' } : shapeIn(reading, shape);
}

const SECTION_END = /^(?:_{8,}|={8,})$/;

function readSimple(reading: Reading, passage: Passage, shape: Shape): void {
  const common = frame(reading, [passage]);
  switch (shape.kind) {
    case 'command':
      return record(reading, passage, [
        { ...shape, purpose: shown(reading, shape.purpose), ...common },
      ]);
    case 'code':
      return record(reading, passage, [
        { ...shape, comment: shown(reading, shape.comment), ...common },
      ]);
    case 'date':
      return record(reading, passage, [
        { ...shape, event: shown(reading, shape.event), ...common },
      ]);
    case 'enumeration':
      return record(reading, passage, listOf(reading, passage, shape));
    case 'pair':
      return readPair(reading, passage, shape);
    case 'code-only':
      reading.outline.touch();
      return setAside(reading, passage, 'code');
    case 'too-long':
      reading.outline.touch();
      return setAside(reading, passage, 'too-long');
    case 'ruler':
      if (SECTION_END.test(passage.text)) reading.outline.closeAll();
      return setAside(reading, passage, 'ruler');
    default:
      return setAside(reading, passage, shape.kind === 'markup' ? 'markup' : 'mark');
  }
}

function readDefinition(reading: Reading, passage: Passage, shape: DefinitionShape): void {
  const owned = shape.more ? null : ownedBy(reading, passage, shape);
  if (owned) return record(reading, passage, owned);
  if (standsAlone(reading, passage, shape)) {
    const term = shownTitle(reading, shape.term);
    reading.outline.open(
      {
        title: capitalise(term),
        line: lineOf(passage),
        rank: CAPITALS_RANK,
        subject: term,
        isOpen: true,
      },
      passage.blanksBefore,
    );
  }
  record(reading, passage, termsOf(reading, passage, shape));
}

function readWhat(reading: Reading, passage: Passage, shape: Shape & { kind: 'what' }): void {
  const term = shownTitle(reading, shape.term);
  reading.outline.open(
    {
      title: headline(shape.title, reading.vocabulary),
      line: lineOf(passage),
      rank: shape.rank,
      subject: term,
      isOpen: true,
      ...(shape.text === '' ? { asks: { kind: 'what', text: term } } : {}),
    },
    passage.blanksBefore,
  );
  if (shape.text === '') return;
  record(reading, passage, definitionsOf(reading, passage, { term, text: shape.text, weight: 0 }));
}

function readWhy(reading: Reading, passage: Passage, shape: Shape & { kind: 'why' }): void {
  const question = isCapitals(shape.question)
    ? headline(shape.question, reading.vocabulary)
    : capitalise(shape.question);
  if (shape.rank !== PLAIN_RANK || shape.answer === '') {
    reading.outline.open(
      {
        title: question.replace(/\s*\?+$/, ''),
        line: lineOf(passage),
        rank: shape.rank,
        subject: null,
        isOpen: true,
        ...(shape.answer === '' ? { asks: { kind: 'why', text: question } } : {}),
      },
      passage.blanksBefore,
    );
  }
  if (shape.answer === '') return;
  const answer = capitalise(shown(reading, shape.answer));
  record(reading, passage, [
    { kind: 'explanation', question, answer, ...frame(reading, [passage]) },
  ]);
}

/** A stressed line: mostly a statement, sometimes a command, a date or «X - это …». */
function readProperty(
  reading: Reading,
  passage: Passage,
  shape: Shape & { kind: 'property' },
): void {
  const inner = readPlain(shape.text);
  const { weight } = shape;
  const common = { ...frame(reading, [passage]), weight };
  if (inner.kind === 'command') {
    record(reading, passage, [{ ...inner, purpose: shown(reading, inner.purpose), ...common }]);
  } else if (inner.kind === 'date') {
    record(reading, passage, [{ ...inner, event: shown(reading, inner.event), ...common }]);
  } else if (inner.kind === 'definition' && saysWhatItIs(passage.text, inner.term, shape.text)) {
    const term = shownTitle(reading, inner.term);
    record(reading, passage, definitionsOf(reading, passage, { term, text: inner.text, weight }));
  } else {
    readProse(reading, passage, { text: shape.text, weight });
  }
}

/** «X - это …», or a definition with nothing but marks of stress behind it. */
const saysWhatItIs = (line: string, term: string, text: string): boolean =>
  /\s[-–—]\s+это\s/iu.test(text) || line.startsWith(`${term} `);

/** `Ключ: значение` defines a term under a heading; without one it may be anything, so it is a statement. */
function readPair(reading: Reading, passage: Passage, shape: Shape & { kind: 'pair' }): void {
  const owned = ownedBy(reading, passage, shape);
  if (owned) return record(reading, passage, owned);
  if (reading.outline.current() === null && !hasManyPairs(reading)) {
    readProse(reading, passage, { text: `${shape.term}: ${shape.text}`, weight: 0 });
    return;
  }
  const term = shownTitle(reading, shape.term);
  record(reading, passage, definitionsOf(reading, passage, { term, text: shape.text, weight: 0 }));
}

const MANY_PAIRS = 3;

function hasManyPairs({ passages }: Reading): boolean {
  let count = 0;
  for (const { shape } of passages) {
    if (shape.kind === 'pair') count += 1;
    if (count >= MANY_PAIRS) return true;
  }
  return false;
}

function readProse(
  reading: Reading,
  passage: Passage,
  said: { text: string; weight: Weight },
): void {
  const place = reading.outline.current();
  const asked = reading.isAfterHeading ? place?.asks : undefined;
  if (asked) {
    record(reading, passage, answerTo(reading, passage, { asked, ...said }));
    return;
  }
  const flaw = flawOf(said.text, said.weight > 0);
  if (flaw !== null) {
    reading.outline.touch();
    setAside(reading, passage, flaw);
    return;
  }
  const label = /^([^:]{1,40}):\s/u.exec(said.text)?.[1] ?? '';
  const parent = isAspect(label) ? parentOfLabel(reading, passage) : null;
  const subject = parent?.term ?? place?.subject ?? null;
  record(reading, passage, statementsOf(reading, passage, { ...said, subject }));
}

interface Asked {
  readonly asked: { readonly kind: 'what' | 'why'; readonly text: string };
  readonly text: string;
  readonly weight: Weight;
}

/** The line under a question is its answer. */
function answerTo(reading: Reading, passage: Passage, { asked, text, weight }: Asked): Draft[] {
  const common = { ...frame(reading, [passage]), weight };
  const [first = '', ...rest] = sentences(text);
  if (asked.kind === 'why') {
    const answer = capitalise(shown(reading, first));
    const others = rest.flatMap((other) =>
      statementsOf(reading, passage, { text: other, subject: null, weight }),
    );
    return [{ kind: 'explanation', question: asked.text, answer, ...common }, ...others];
  }
  const defines = /^(?:[Ээ]то\s|[а-яё])/.test(text);
  if (!defines) return statementsOf(reading, passage, { text, subject: asked.text, weight });
  return definitionsOf(reading, passage, {
    term: asked.text,
    text: text.replace(/^это\s+/iu, ''),
    weight,
  });
}

const LONGEST_LABEL_WORDS = 8;

/** Facts by line; empty headings become gaps, unless the note says it all elsewhere. */
function conclude({ outline, book, unused, passages }: Reading): Note {
  const facts = book.facts.toSorted((a, b) => a.line - b.line);
  const told = new Set(
    facts.flatMap((fact) => [
      fold(fact.section ?? ''),
      ...(fact.kind === 'definition' ? [fold(fact.term)] : []),
    ]),
  );
  const empty = outline.places.filter((place) => !place.hasContent && !place.hasChildren);
  const unfinished = new Set(empty.filter(isHalfSentence));
  const passageAt = new Map(passages.map((passage) => [lineOf(passage), passage]));
  const left = [...unfinished].flatMap((place) =>
    (passageAt.get(place.line)?.lines ?? []).map(({ number, source }): UnusedLine => {
      return { line: number, text: source.trim(), reason: 'unfinished' };
    }),
  );
  return {
    sections: outline.places
      .filter((place) => !unfinished.has(place))
      .map(({ title, line }) => ({ title, line })),
    facts,
    gaps: empty
      .filter((place) => !unfinished.has(place) && !told.has(fold(place.title)))
      .map(({ title, line }) => ({ section: title, line })),
    unused: [...unused, ...left].sort((a, b) => a.line - b.line),
  };
}

/** A long line or one with a verb that ends in a colon: a sentence without its end rather than an empty heading. */
const isHalfSentence = ({ rank, title, asks }: Place): boolean =>
  rank === PLAIN_RANK &&
  asks === undefined &&
  (title.split(/\s+/).length > LONGEST_LABEL_WORDS || hasFiniteVerb(title));
