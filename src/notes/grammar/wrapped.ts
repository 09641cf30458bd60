/** Lines that belong together: a sentence wrapped by the editor, an underlined heading, `!!! (ПРОДОЛЖЕНИЕ) …`. */
import { LONGEST_LINE, type NoteLine } from '../markup.js';
import { insideOrnament } from './headings.js';
import { isDangling } from './joints.js';
import { hadRoom, isUnderWay, JOINS, widthsOf } from './line-ends.js';
import { isRemark } from './remarks.js';
import { type Shape, shapeOf } from './shape.js';
import { glueOf, isBalanced, isTerm, partByColon, partByDash } from './terms.js';
import { hasFiniteVerb } from './verbs.js';
import { pattern } from '../../russian/pattern.js';

/** One thing the author says, over one or more lines of the file. Blank lines are only counted. */
export interface Passage {
  readonly lines: readonly NoteLine[];
  readonly text: string;
  readonly shape: Shape;
  readonly indent: number;
  readonly region: NoteLine['region'];
  /** Blank lines right before it. */
  readonly blanksBefore: number;
}

const CONTINUED =
  /^(?:[!‼❗\s]*)\(\s*(?:ПРОДОЛЖЕНИЕ|продолжение|Продолжение)[^)]{0,20}\)\s*[:.-]?\s*/u;
const UNDERLINE = /^(=|-)\1{2,}$/;
const STARTS_LOW = /^[«"(]?[а-яё]/;
const LONGEST_PASSAGE = 4000;
/** Nobody breaks a line before this column to begin a new thought in lower case. */
const WRAP_WIDTH = 36;
const HANGING_WIDTH = 24;
const LONGEST_UNDERLINED = 90;

interface Growing {
  lines: NoteLine[];
  text: string;
  readonly indent: number;
  readonly region: NoteLine['region'];
  readonly blanksBefore: number;
  shape?: Shape;
}

/** The passages of a note, in order, blank lines left out. */
export function joinLines(lines: readonly NoteLine[]): Passage[] {
  const grown: Growing[] = [];
  const widths = widthsOf(lines);
  const isLowercaser = beginsLow(lines);
  const isGluer = gluesDashes(lines);
  let blanks = 0;
  for (const [at, line] of lines.entries()) {
    if (line.region === 'text' && line.text === '') {
      blanks += 1;
      continue;
    }
    const last = grown.at(-1);
    const before = last?.blanksBefore === 0 ? grown.at(-2) : undefined;
    if (
      !last ||
      !takeIn(last, line, { blanks, isLowercaser, before, widths, after: lines[at + 1] })
    ) {
      const { indent, region } = line;
      const said = region === 'text' ? line.text.replace(CONTINUED, '!!! ').trim() : line.text;
      const text = isGluer && region === 'text' ? withLooseDash(said) : said;
      grown.push({ lines: [line], text, indent, region, blanksBefore: blanks });
    }
    blanks = 0;
  }
  return grown.map((passage) => ({ ...passage, shape: passage.shape ?? shapeIn(passage) }));
}

function shapeIn({ text, region }: Growing): Shape {
  if (region === 'markup') return { kind: 'markup' };
  if (text.length > LONGEST_LINE) return { kind: 'too-long' };
  const shape = shapeOf(text);
  if (region !== 'code' || shape.kind === 'command' || shape.kind === 'code') return shape;
  return { kind: 'code-only' };
}

/**
 * Does the author begin new thoughts in lower case? Told by lines that can only be beginnings: those behind a blank line
 * or a stop, and those that part a term from its meaning.
 */
function beginsLow(lines: readonly NoteLine[]): boolean {
  let beginnings = 0;
  let low = 0;
  lines.forEach(({ text, region }, i) => {
    const before = lines[i - 1]?.text ?? '';
    if (region !== 'text' || !/^[А-ЯЁа-яё]/.test(text)) return;
    if (!/^$|[.!?:]$/.test(before.slice(-1)) && !partsTerm(text)) return;
    beginnings += 1;
    if (STARTS_LOW.test(text)) low += 1;
  });
  return low >= LEAST_LOW && low > beginnings * LOW_SHARE;
}

const LEAST_LOW = 3;
const LOW_SHARE = 0.3;

/** «пропранолол — …», «аспирин: …»: a name, then what it is. */
function partsTerm(text: string): boolean {
  const parted = partByDash(text) ?? partByColon(text);
  return parted !== null && isTerm(parted.left);
}

/** Does the author glue dashes to their terms («Ядро-хранит …»), so that such a line is no compound word? */
const gluesDashes = (lines: readonly NoteLine[]): boolean =>
  lines.filter(({ text, region }) => region === 'text' && glueOf(text) !== null).length >=
  LEAST_GLUED;

const LEAST_GLUED = 3;

function withLooseDash(text: string): string {
  const glued = glueOf(text);
  return glued === null ? text : `${glued.left} - ${glued.right}`;
}

interface Around {
  readonly blanks: number;
  readonly isLowercaser: boolean;
  /** What stands right above the last passage. */
  readonly before: Growing | undefined;
  readonly after: NoteLine | undefined;
  /** How wide the lines of the note are, the widest first. */
  readonly widths: readonly number[];
}

/** Adds the line to the passage when it goes on there. */
function takeIn(last: Growing, line: NoteLine, around: Around): boolean {
  if (line.region !== 'text' || last.region !== 'text') return false;
  if (line.text.length + last.text.length > LONGEST_PASSAGE) return false;
  const continued = CONTINUED.exec(line.text);
  if (continued && canContinue(last)) {
    const text = line.text.slice(continued[0].length);
    const isApart =
      STARTS_LOW.test(text) && !/[.!?,:;-]/.test(last.text.slice(-1)) && !isDangling(last.text);
    if (isApart) last.text += ',';
    return append(last, line, text);
  }
  if (around.blanks > 0) return false;
  const underline = UNDERLINE.exec(line.text);
  if (underline) {
    if (!canBeUnderlined(last)) return false;
    last.lines.push(line);
    last.shape = {
      kind: 'heading',
      text: last.text,
      rank: underline[1] === '=' ? 1 : 2,
      isOpen: false,
    };
    return true;
  }
  const isOwn =
    !goesOn(last, line, around) ||
    endsBlock(last, line, around.before) ||
    hangsInRow(last, line, around.after) ||
    (hadRoom(last.lines.at(-1), line, around.widths) && !isUnderWay(last.text, line.text));
  return !isOwn && append(last, line, line.text);
}

/** What says something can be said further; a heading or a ruler cannot. */
function canContinue(last: Growing): boolean {
  const kind = last.shape?.kind ?? shapeOf(last.text).kind;
  return !['heading', 'ruler', 'mark', 'code-only', 'markup'].includes(kind);
}

function append(last: Growing, line: NoteLine, text: string): boolean {
  const isNewSentence = /^[А-ЯЁ]/.test(text) && !/[.!?,:;-]/.test(last.text.slice(-1));
  const isHyphenated = /\p{Ll}-/u.test(last.text.slice(-2)) && STARTS_LOW.test(text);
  if (isHyphenated) last.text = last.text.slice(0, -1) + text;
  else last.text += (isNewSentence ? '. ' : ' ') + text;
  last.lines.push(line);
  return true;
}

function canBeUnderlined(last: Growing): boolean {
  if (last.lines.length > 1 || last.shape !== undefined) return false;
  if (last.text.length > LONGEST_UNDERLINED || /[.!?;]/.test(last.text.slice(-1))) return false;
  const shape = shapeOf(last.text);
  return shape.kind === 'prose' || (shape.kind === 'heading' && shape.rank > 6);
}

const ENDS_IN_DASH = /\s[-–—]$/;

/** Is the line the rest of an unfinished one rather than a new thought? */
function goesOn(last: Growing, line: NoteLine, { isLowercaser }: Around): boolean {
  if (last.shape !== undefined || /[.!?:;…]/.test(last.text.slice(-1))) return false;
  if (closesBracket(last, line)) return true;
  // «дазайн —»: its author never came back to it, and below stands another term.
  if (last.lines.length === 1 && ENDS_IN_DASH.test(last.text) && partsTerm(line.text)) return false;
  if (beginsAnew(line.text) && !isDangling(last.text)) return false;
  // A ruler and a framed heading are whole, whatever sign they end in.
  if (!/[\p{L}\p{N}]/u.test(last.text) || insideOrnament(last.text) !== null) return false;
  const isLow = STARTS_LOW.test(line.text);
  if (!isLow && !(isDangling(last.text) && /^\p{L}/u.test(line.text))) return false;
  if (/^[#|]/.test(last.text) || (/\s[-–—]/.test(last.text.slice(-2)) && !isLow)) return false;
  const physical = last.lines.at(-1)?.text.length ?? 0;
  // A hanging indent or a line that only ends a sentence belongs to the one above, however short that is.
  const isHanging = line.indent > last.indent;
  const isWrapped = isHanging && physical >= FULL_WIDTH && partByDash(line.text) === null;
  const isOwn = !isHanging || (!isWrapped && hasFiniteVerb(line.text) && !JOINS.test(line.text));
  if (isLowercaser && isOwn && !isDangling(last.text) && !leansBack(line.text, physical))
    return false;
  const isTail = isHanging || /[.!?]/.test(line.text.slice(-1));
  // «Корень - подземный орган» over indented «главный», «боковые»: what hangs there are its parts.
  if (isHanging && !/\s/.test(line.text) && physical < WRAP_WIDTH && !isDangling(last.text))
    return false;
  const width = isTail ? HANGING_WIDTH : WRAP_WIDTH;
  if (!isDangling(last.text) && physical < width) return false;
  const ownShape = shapeOf(line.text).kind;
  return ownShape === 'prose' || (isDangling(last.text) && isLow && ownShape !== 'item');
}

/** `everysec)` under «… (appendfsync»: the end of what was said aside, in whatever alphabet. */
const closesBracket = (last: Growing, line: NoteLine): boolean =>
  line.indent >= last.indent &&
  /^[^()]+\)/u.test(line.text) &&
  !isBalanced(last.text) &&
  isBalanced(`${last.text} ${line.text}`);

/** «где UDP: звонки, игры», «ФОС = атропин», «бисопролол, метопролол — …», «см. рис. 2»: a thought of its own. */
const ANEW = pattern(
  /^(?:где|чем|как|зачем|почему|когда|кто|сколько)\s[^:,.]{2,60}:\s|^[^=→.,]{2,40}\s[=→]\s|^\p{L}[\p{L}-]*(?:,\s\p{L}[\p{L}-]*){1,3}\s[-–—]\s/iu,
);

const beginsAnew = (text: string): boolean => ANEW.test(text) || isRemark(text);

const FULL_WIDTH = 60;

/** The first of several lines that hang under a short one: its parts rather than its end. */
function hangsInRow(last: Growing, line: NoteLine, after: NoteLine | undefined): boolean {
  if (last.lines.length > 1 || line.indent <= last.indent || after?.indent !== line.indent)
    return false;
  const isShort = last.text.length < FULL_WIDTH && !isDangling(last.text);
  return (
    isShort && STARTS_LOW.test(after.text) && !JOINS.test(line.text) && !JOINS.test(after.text)
  );
}

/** Below a short line «термин - смысл» that follows another one, a line without a dash is a thought of its own. */
function endsBlock(last: Growing, line: NoteLine, before: Growing | undefined): boolean {
  if (before === undefined || last.lines.length > 1 || last.text.length >= FULL_WIDTH) return false;
  if (line.indent > last.indent || isDangling(last.text) || !isBalanced(last.text)) return false;
  return before.indent === last.indent && partsTerm(last.text) && partsTerm(before.text);
}

/** Begins with a conjunction or a verb under a line as wide as a page: even who begins low goes on here. */
function leansBack(text: string, width: number): boolean {
  if (width < FULL_WIDTH) return false;
  return JOINS.test(text) || hasFiniteVerb(/^\p{L}+/u.exec(text)?.[0] ?? '');
}
