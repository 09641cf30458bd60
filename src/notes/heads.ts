/**
 * Which passages open a section, and how. Most headings are known by their own look (`grammar/headings.ts`); here are
 * those known by what stands around them, and the habits of the note that tell where a section ends.
 */
import {
  CAPITALS_RANK,
  type Heading,
  isLabel,
  PLAIN_RANK,
  TITLE_RANK,
} from './grammar/headings.js';
import { isOwnerless, labelOf } from './grammar/general.js';
import { isRemark } from './grammar/remarks.js';
import { isTelling, readPlain, type Shape } from './grammar/shape.js';
import { capitalise, headline, isAbbreviation, isCapitals } from './grammar/spelling.js';
import { hasFiniteVerb } from './grammar/verbs.js';
import type { Passage } from './grammar/wrapped.js';
import { parentOf } from './parents.js';
import { type Reading, shownTitle } from './reading.js';
import { pattern } from '../russian/pattern.js';

export const lineOf = (passage: Passage): number => passage.lines[0]?.number ?? 1;

/** The passage as a heading when its neighbours make it one; null otherwise. */
export function headingByPlace(passages: readonly Passage[], at: number): Passage | null {
  const passage = passages[at];
  const own = at === 0 ? titleOfFirst(passage) : null;
  const text = own ?? (passage && (numberedText(passages, at) ?? labelText(passages, at)));
  if (!passage || text === null || text === undefined) return null;
  const isFileTitle = at === 0 && (own !== null || (passages[1]?.blanksBefore ?? 0) > 0);
  const rank = isFileTitle ? TITLE_RANK : isAlone(passages, at) ? CAPITALS_RANK : PLAIN_RANK;
  const shape: Heading = { kind: 'heading', text: text.replace(/\s*:$/, ''), rank, isOpen: false };
  return { ...passage, shape };
}

/** What notes say of themselves: «NGINX - моя шпаргалка», «Химия: конспект лекций». */
const OF_ITSELF = pattern(
  /^(?:\p{L}+\s+){0,2}(?:шпаргалк|конспект|заметк|записи|запись|лекци|памятк|выписк|черновик|тетрад)/iu,
);

/** The name of the notes when their first line defines nothing but them. */
function titleOfFirst(first: Passage | undefined): string | null {
  const shape = first?.shape;
  if (shape?.kind !== 'definition' && shape?.kind !== 'pair') return null;
  return OF_ITSELF.test(shape.text) ? shape.term : null;
}

const LONGEST_NUMBERED_HEADING = 60;

/** «1. Введение» alone above lines of another shape is a heading, not a list of one. */
function numberedText(passages: readonly Passage[], at: number): string | null {
  const passage = passages[at];
  const after = passages[at + 1];
  if (passage?.shape.kind !== 'item' || !passage.shape.isNumbered || !after) return null;
  if (passage.lines.length > 1) return null;
  const { text } = passage.shape;
  if (text.length > LONGEST_NUMBERED_HEADING || /[.;,]$/.test(text) || hasFiniteVerb(text))
    return null;
  const inner = readPlain(text).kind;
  if (inner !== 'prose' && inner !== 'heading') return null;
  const hasOwnLines =
    after.blanksBefore <= 1 && !['item', 'heading', 'ruler', 'markup'].includes(after.shape.kind);
  const isFirst = passages[at - 1]?.shape.kind !== 'item' || passage.blanksBefore > 0;
  return hasOwnLines && isFirst && after.indent <= passage.indent ? text : null;
}

/** What a section may begin with, right below its title. */
const FACTS = new Set<Shape['kind']>([
  'definition',
  'command',
  'code',
  'code-only',
  'date',
  'pair',
  'item',
]);

/** «Итого 32 кости» ends what stands above it. */
const SUM = pattern(/^(?:итого|всего)(?!\p{L})/iu);

/**
 * A label without any sign of a heading: over a list, over facts that begin right below it, alone between a blank line and
 * the next heading, or the first words of the file.
 */
function labelText(passages: readonly Passage[], at: number): string | null {
  const passage = passages[at];
  const after = passages[at + 1];
  if (passage?.shape.kind !== 'prose' || passage.lines.length > 1 || passage.region !== 'text')
    return null;
  const { text } = passage.shape;
  if (
    !isLabel(at === 0 ? text.replace('. ', ' ') : text) ||
    isRemark(text) ||
    SUM.test(text) ||
    (after?.indent ?? 0) < passage.indent
  )
    return null;
  const isFirst = at === 0 || passage.blanksBefore > 0;
  if (after?.blanksBefore === 0) {
    if (after.shape.kind === 'item') return isList(passages, at + 1) ? text : null;
    const isOverCode = after.shape.kind === 'markup' && passages[at + 2]?.region === 'code';
    return isFirst &&
      (isOverCode ||
        FACTS.has(after.shape.kind) ||
        isOverProse(text, after) ||
        isOverLow(text, after))
      ? text
      : null;
  }
  if (after === undefined) return null;
  if (at === 0 || isAlone(passages, at)) return text;
  const isLast = after.shape.kind === 'heading' && /^\p{Lu}/u.test(text);
  return isFirst && isLast && text.split(/\s+/).length <= MOST_LONELY_WORDS ? text : null;
}

const MOST_LONELY_WORDS = 4;

/** «Митоз» above «Деление, при котором …»: a few words, then a whole sentence on its own line. */
const isOverProse = (text: string, after: Passage): boolean =>
  /^\p{Lu}/u.test(text) &&
  text.split(/\s+/).length <= MOST_LONELY_WORDS &&
  after.shape.kind === 'prose' &&
  /^\p{Lu}/u.test(after.text) &&
  isTelling(after.text);

/** «Сердце» above «4 камеры»: one word with a capital over an author's low beginnings. */
const isOverLow = (text: string, after: Passage): boolean =>
  /^\p{Lu}\p{Ll}/u.test(text) &&
  !/\s/.test(text.replace(/\s*\([^()]*\)/gu, '')) &&
  after.shape.kind === 'prose' &&
  /^[\p{Ll}\d]/u.test(after.text);

/** A few words between blank lines, over something that is not a heading: a new section, whatever stood above. */
function isAlone(passages: readonly Passage[], at: number): boolean {
  const [passage, after] = passages.slice(at, at + 2);
  if (at === 0 || !passage || !after || passage.shape.kind !== 'prose') return false;
  return (
    passage.blanksBefore > 0 &&
    after.blanksBefore > 0 &&
    passage.text.split(/\s+/).length <= MOST_LONELY_WORDS &&
    (FACTS.has(after.shape.kind) || after.shape.kind === 'prose')
  );
}

const isList = (passages: readonly Passage[], from: number): boolean =>
  passages[from + 1]?.shape.kind === 'item' && passages[from + 1]?.blanksBefore === 0;

/** Opens the section of a heading, which is the passage at this place. */
export function openHeading(
  reading: Reading,
  passage: Passage,
  { heading, at }: { readonly heading: Heading; readonly at: number },
): void {
  const own = isCapitals(heading.text)
    ? headline(heading.text, reading.vocabulary)
    : capitalise(shownTitle(reading, heading.text));
  const title = heading.rank === PLAIN_RANK ? titleOfPart(reading, at, own) : own;
  // A shouted first line without a dash or colon is the title of the whole file.
  const isFileTitle =
    reading.passages[0]?.lines === passage.lines &&
    !heading.isOpen &&
    heading.rank === CAPITALS_RANK;
  reading.outline.open(
    {
      title,
      line: lineOf(passage),
      rank: heading.rank - (isFileTitle ? 1 : 0),
      subject: null,
      isOpen: heading.isOpen,
      indent: passage.indent,
    },
    passage.blanksBefore,
  );
  const isEmpty =
    lineOf(passage) === reading.emptyEnd || isUnfinishedTerm(reading.passages, at, heading);
  if (isEmpty) reading.outline.close();
}

/** «Виды:» right below «Бетон - …» is «Бетон: виды». */
function titleOfPart(reading: Reading, at: number, title: string): string {
  const label = labelOf(title);
  const parent = label === 'виды' || isOwnerless(title) ? parentOf(reading.passages, at) : null;
  return parent ? `${capitalise(shownTitle(reading, parent.term))}: ${label}` : title;
}

/** `Смута -` between definitions, line by line: a term left without its meaning, and no heading of the next one. */
function isUnfinishedTerm(
  passages: readonly Passage[],
  at: number,
  { rank, isOpen, text }: Heading,
): boolean {
  if (!isOpen || rank !== PLAIN_RANK) return false;
  const [before, passage, after] = passages.slice(Math.max(0, at - 1), at + 2);
  if (
    at === 0 ||
    !before ||
    !passage ||
    !after ||
    passage.blanksBefore > 0 ||
    after.blanksBefore > 0
  )
    return false;
  if (/:\s*$/.test(passage.text))
    return before.shape.kind === 'pair' && after.shape.kind === 'pair' && !/\s/.test(text);
  return [before, after].every(({ shape }) => TERMS.has(shape.kind));
}

const TERMS = new Set<Shape['kind']>(['definition', 'pair', 'date']);

/** Does a definition open a section of its own: shouted, or with stressed lines right below it? */
export function standsAlone(
  { passages, outline }: Reading,
  passage: Passage,
  { term, text }: { readonly term: string; readonly text: string },
): boolean {
  if (!isShouted(passage) && outline.current() !== null) return false;
  const at = passages.indexOf(passage);
  const [before, after] = [passages[at - 1], passages[at + 1]];
  const hasProperties =
    after?.shape.kind === 'property' && after.blanksBefore === 0 && /^[!‼❗⚠]/u.test(after.text);
  if (!isShouted(passage) || isAbbreviation(term, text))
    return hasProperties && outline.current() === null;
  // Shouted terms line by line are a list of terms, not a row of sections with one line each.
  const isInRow =
    (after !== undefined && after.blanksBefore === 0 && isUpperCase(after)) ||
    (before !== undefined && passage.blanksBefore === 0 && isUpperCase(before));
  const isRightBelowHeading = before?.shape.kind === 'heading' && passage.blanksBefore === 0;
  return hasProperties || !(isInRow || isRightBelowHeading);
}

const isShouted = ({ shape }: Passage): boolean =>
  shape.kind === 'definition' && isCapitals(shape.term);

/** Shouted, or too short to tell: «ИОН». */
const isUpperCase = ({ shape }: Passage): boolean =>
  shape.kind === 'definition' && (isCapitals(shape.term) || /^[А-ЯЁ]{2,3}$/.test(shape.term));
