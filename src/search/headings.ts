/**
 * Headings of a deck, those the parser knows and those only their marks give away, and which of them are empty:
 * for an empty one the honest answer is that the notes have nothing but the heading.
 */
import type { Fact } from '../notes/note.js';

export interface Heading {
  readonly title: string;
  /** First line, from 1. */
  readonly line: number;
  readonly isEmpty: boolean;
}

interface Marked extends Heading {
  /** How headings of its sort are marked; '' when they are not. */
  readonly mark: string;
  /** Something stands on the very next line. */
  readonly isDirect: boolean;
  /** Nothing but remarks to oneself up to the next heading. */
  readonly isBare: boolean;
  /** Something, be it a remark, up to the next heading. */
  readonly hasRemark: boolean;
  /** The parser took it for a heading too. */
  readonly isKnown: boolean;
}

const MARKED = /^\s*(-{2,}|={2,}|\*{3,}|#{1,6}(?=\s))\s*([\p{L}\p{N}][^:=|]*?)[\s\-=*#:]*$/u;
/** Marked on both sides: a heading whatever else it may be read as. */
const FRAMED = /^\s*(\*{3,}|={2,}|-{3,})[^*=]+\1\s*$/u;
const BOLD = /^\s*(\*\*)([^*]+)\*\*(?:\s*\([^()]*\))?\s*:?\s*$/u;
const CAPITALS = /^[^\p{Ll}]*\p{Lu}{3}[^\p{Ll}]*$/u;
const UNFINISHED = /^\s*(?:!+\s*)?(\p{L}[^:=]{1,60}?)\s*[-–—]+\s*$/u;
const LIST_MARK = /^\s*(?:[-*•+–—]|\d{1,2}[.)]|\p{L}\))\s|^\s{2,}\S/u;
/** A line to oneself. */
export const isRemark = (line: string): boolean => NOTE_TO_SELF.test(line.slice(0, LONGEST_LINE));
const NOTE_TO_SELF =
  /^[^\p{L}\p{N}]*(?:todo|дописать|допишу|доделать|спросить|уточнить|дз|домашка|см)(?!\p{L})/iu;
const REMARK =
  /^\s*(?:$|\(.*\)$|!\[|```|[-_=*~]{3,}\s*$|[([>\s]*(?:todo|дописать|допишу|доделать|добавить потом|спросить|уточнить|не успел|пропустил|(?:дальше|далее|продолжение)(?!\p{L})))/iu;
/** Longer lines are no headings, whatever they begin with. */
const LONGEST_LINE = 160;
const LONGEST_TITLE = 6;
const LONGEST_ALONE = 4;

/** All headings in the order of the lines. */
export function readHeadings(
  known: readonly Heading[],
  lines: readonly string[],
  facts: readonly Fact[],
): Heading[] {
  const told = new Set(
    facts.flatMap(({ line, source }) => source.split('\n').map((_, i) => line + i)),
  );
  const titles = new Map<number, Heading & { isKnown: boolean }>();
  for (const heading of known) {
    const isEmpty = heading.isEmpty || (titles.get(heading.line)?.isEmpty ?? false);
    titles.set(heading.line, { ...heading, isEmpty, isKnown: true });
  }
  for (const [i, raw] of lines.entries()) {
    if (raw.length > LONGEST_LINE) continue;
    const line = i + 1;
    const isTold = told.has(line) && !FRAMED.test(raw);
    const title = titles.has(line) || isTold ? null : titleAt(lines, i);
    if (title !== null) titles.set(line, { title, line, isEmpty: false, isKnown: false });
  }
  const sorted = [...titles.values()].sort((a, b) => a.line - b.line);
  const marked = sorted.map((heading, i) => ({
    ...heading,
    ...mark(heading, sorted[i + 1], lines),
  }));
  return marked.map((heading, i) => {
    const { title, line } = heading;
    const around = { marked, next: marked[i + 1], lines };
    const isTitle = i === 0 && isTitleOfAll(marked, lines);
    return { title, line, isEmpty: !told.has(line) && !isTitle && isEmpty(heading, around) };
  });
}

const LEVEL = /^\s{0,3}(#{1,6})(?=\s)/u;

/** By line of a heading: the titles of all the wider headings it stands under, as Markdown counts them. */
export function pathsOf(
  headings: readonly Heading[],
  lines: readonly string[],
): ReadonlyMap<number, string> {
  const paths = new Map<number, string>();
  let above: readonly { readonly title: string; readonly level: number }[] = [];
  for (const { title, line } of headings) {
    const level = LEVEL.exec(lines[line - 1] ?? '')?.[1]?.length;
    // What is not marked with its level closes nothing.
    if (level !== undefined) above = above.filter((wider) => wider.level < level);
    paths.set(line, above.map((wider) => wider.title).join(' '));
    if (level !== undefined) above = [...above, { title, level }];
  }
  return paths;
}

/** What the notes begin with, over so many headings, is the title of them all. */
const LEAST_UNDER_TITLE = 2;

const isTitleOfAll = (marked: readonly Marked[], lines: readonly string[]): boolean =>
  marked.length > LEAST_UNDER_TITLE &&
  marked[0]?.mark !== marked[1]?.mark &&
  lines.slice(0, (marked[0]?.line ?? 1) - 1).every(isBlank);

/** The title of a line that only looks like a heading: marked as one, or short and alone between blank lines. */
function titleAt(lines: readonly string[], at: number): string | null {
  const raw = lines[at] ?? '';
  const marked = (MARKED.exec(raw) ?? BOLD.exec(raw))?.[2]?.trim();
  if (marked !== undefined) return marked.split(/\s+/).length <= LONGEST_TITLE ? marked : null;
  const isAlone = at > 0 && isBlank(lines[at - 1]) && isBlank(lines[at + 1]);
  const isTitle =
    /^\s*\p{Lu}[\p{L}\s-]*$/u.test(raw) && raw.trim().split(/\s+/).length <= LONGEST_ALONE;
  return isAlone && isTitle ? raw.trim() : null;
}

const isBlank = (line: string | undefined): boolean => line === undefined || line.trim() === '';

function mark(
  { line }: Heading,
  next: Heading | undefined,
  lines: readonly string[],
): Pick<Marked, 'mark' | 'isDirect' | 'isBare' | 'hasRemark'> {
  const raw = (lines[line - 1] ?? '').slice(0, LONGEST_LINE);
  const below = lines.slice(line, next ? next.line - 1 : lines.length);
  return {
    mark: (MARKED.exec(raw) ?? BOLD.exec(raw))?.[1] ?? (CAPITALS.test(raw) ? 'A' : ''),
    isDirect: !isBlank(lines[line]),
    isBare: below.every((other) => REMARK.test(other.slice(0, LONGEST_LINE))),
    hasRemark: below.some((other) => !isBlank(other)),
  };
}

interface Around {
  readonly marked: readonly Marked[];
  readonly next: Marked | undefined;
  readonly lines: readonly string[];
}

function isEmpty(heading: Marked, { marked, next, lines }: Around): boolean {
  if (UNFINISHED.test((lines[heading.line - 1] ?? '').slice(0, LONGEST_LINE))) {
    return !LIST_MARK.test(lines[heading.line] ?? '');
  }
  const isRoof = next !== undefined && next.mark !== heading.mark && heading.mark !== '';
  if (heading.isDirect && (!heading.isBare || isRoof)) return false;
  if (heading.isEmpty) return true;
  if (heading.isBare) return heading.hasRemark || !isRoof;
  const isFilled = heading.isKnown && countBelow(heading, next, lines) > MOST_STRAY;
  return !isFilled && isAgainstHabit(heading, marked);
}

/** So few lines below a heading left for later may belong to what came before it. */
const MOST_STRAY = 3;

const countBelow = (
  { line }: Heading,
  next: Heading | undefined,
  lines: readonly string[],
): number =>
  lines.slice(line, next ? next.line - 1 : lines.length).filter((below) => !isBlank(below)).length;

const HABIT = 0.75;
const LEAST_HABIT = 3;

/** Whoever writes right under every heading and left this one with a blank line has not come to it yet. */
function isAgainstHabit({ mark }: Marked, marked: readonly Marked[]): boolean {
  if (mark === '' || mark === 'A') return false;
  const alike = marked.filter((other) => other.mark === mark && !other.isBare);
  const direct = alike.filter(({ isDirect }) => isDirect).length;
  return direct >= LEAST_HABIT && direct >= alike.length * HABIT;
}
