/** Lines that belong together: a sentence wrapped by the editor, an underlined heading, `!!! (ПРОДОЛЖЕНИЕ) …`. */
import { LONGEST_LINE, type NoteLine } from '../markup.js';
import { isDangling } from './joints.js';
import { type Shape, shapeOf } from './shape.js';

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
  const isLowercaser = beginsLow(lines);
  let blanks = 0;
  for (const line of lines) {
    if (line.region === 'text' && line.text === '') {
      blanks += 1;
      continue;
    }
    const last = grown.at(-1);
    if (!last || !takeIn(last, line, { blanks, isLowercaser })) {
      const { indent, region } = line;
      const text = region === 'text' ? line.text.replace(CONTINUED, '!!! ').trim() : line.text;
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

/** Does the author begin new thoughts in lower case? Told by lines that can only be beginnings. */
function beginsLow(lines: readonly NoteLine[]): boolean {
  let beginnings = 0;
  let low = 0;
  lines.forEach(({ text, region }, i) => {
    const before = lines[i - 1]?.text ?? '';
    if (region !== 'text' || !/^[А-ЯЁа-яё]/.test(text) || !/^$|[.!?:]$/.test(before.slice(-1)))
      return;
    beginnings += 1;
    if (STARTS_LOW.test(text)) low += 1;
  });
  return low >= LEAST_LOW && low > beginnings * LOW_SHARE;
}

const LEAST_LOW = 3;
const LOW_SHARE = 0.3;

/** Adds the line to the passage when it goes on there. */
function takeIn(
  last: Growing,
  line: NoteLine,
  { blanks, isLowercaser }: { blanks: number; isLowercaser: boolean },
): boolean {
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
  if (blanks > 0) return false;
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
  return goesOn(last, line, isLowercaser) && append(last, line, line.text);
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

/** Is the line the rest of an unfinished one rather than a new thought? */
function goesOn(last: Growing, line: NoteLine, isLowercaser: boolean): boolean {
  if (last.shape !== undefined || /[.!?:;…]/.test(last.text.slice(-1))) return false;
  const isLow = STARTS_LOW.test(line.text);
  if (!isLow && !(isDangling(last.text) && /^\p{L}/u.test(line.text))) return false;
  if (/^[#|]/.test(last.text) || (/\s[-–—]/.test(last.text.slice(-2)) && !isLow)) return false;
  const physical = last.lines.at(-1)?.text.length ?? 0;
  // A hanging indent or a line that only ends a sentence belongs to the one above, however short that is.
  const isHanging = line.indent > last.indent;
  if (isLowercaser && !isHanging && !isDangling(last.text)) return false;
  const isTail = isHanging || /[.!?]/.test(line.text.slice(-1));
  const width = isTail ? HANGING_WIDTH : WRAP_WIDTH;
  if (!isDangling(last.text) && physical < width) return false;
  const ownShape = shapeOf(line.text).kind;
  return ownShape === 'prose' || (isDangling(last.text) && isLow && ownShape !== 'item');
}
