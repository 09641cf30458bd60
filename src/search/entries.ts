/**
 * A deck as the places a look-up can lead to: one for every line that says something.
 * In: facts, headings and the lines of the file. Out: entries in the order of the lines, each with the names it goes by.
 * Lines the parser made nothing of are here too: what stands in the notes can be found.
 */
import type { Fact } from '../notes/note.js';
import { isRemark, pathsOf, readHeadings, type Heading } from './headings.js';
import {
  dateEventOf,
  hasOwnHead,
  headOf,
  headsOf,
  literalsOf,
  nameOf,
  namesOf,
  variants,
  withoutMarks,
  withoutStress,
} from './names.js';

export type HitKind = 'term' | 'command' | 'code' | 'section' | 'empty' | 'line';

export interface SearchSource {
  readonly facts: readonly Fact[];
  /** All headings, the empty ones too. */
  readonly sections: readonly Heading[];
  /** The file as decoded, line by line. */
  readonly lines: readonly string[];
}

export interface Entry {
  readonly kind: HitKind;
  /** The term, command or heading as shown; for a line its text. */
  readonly title: string;
  readonly line: number;
  readonly lines: readonly number[];
  readonly facts: readonly Fact[];
  readonly section: string | null;
  /** What it may be called. */
  readonly names: readonly string[];
  /** Names that are found only as they are written. */
  readonly literals: readonly string[];
  /** What a command does, what happened on a date: as good as a name when somebody asks for it. */
  readonly purpose: string | null;
  readonly text: string;
  /** Headings it stands under: they tell what a line of few words speaks of. */
  readonly context: string;
  /** A line that says of something what it is: «ветка это указатель», «Вече — собрание». */
  readonly isTold: boolean;
  /** «Спросить на семинаре»: whoever looks something up hardly means it. */
  readonly isRemark: boolean;
  /** A heading over commands. */
  readonly hasCommands: boolean;
}

/** The entries of a deck; a step a line. */
export function* readEntries({ facts, sections, lines }: SearchSource): Generator<void, Entry[]> {
  const factsAt = groupByLine(facts);
  const headings = readHeadings(sections, lines, facts);
  const headingAt = new Map(headings.map((heading) => [heading.line, heading]));
  const paths = pathsOf(headings, lines);
  const known = new Set(sections.map(({ line }) => line));
  const factsUnder = (heading: Heading): Fact[] => {
    const next = headings[headings.indexOf(heading) + 1]?.line ?? lines.length + 1;
    const span = Array.from({ length: next - heading.line }, (_, j) => heading.line + j);
    const below = span.flatMap((line) => factsAt.get(line) ?? []);
    // A heading may end before the next one begins; only the parser knows where.
    return known.has(heading.line)
      ? below.filter(({ section }) => section === heading.title)
      : below;
  };
  const entries: Entry[] = [];
  let section: string | null = null;
  let wider = '';
  let running: readonly Fact[] = [];
  let end = 0;
  for (const [i, raw] of lines.entries()) {
    yield;
    const line = i + 1;
    const heading = headingAt.get(line);
    if (heading) {
      section = heading.title;
      wider = paths.get(line) ?? '';
    }
    const starting = factsAt.get(line) ?? [];
    const isInside = line <= end && starting.length === 0;
    if (!SAYS_SOMETHING.test(raw) || (isInside && !heading && !hasOwnHead(raw))) continue;
    if (!isInside) running = starting;
    const span = spanOf(starting);
    end = Math.max(end, i + span);
    const others = lines.slice(i + 1, i + span).filter((below) => !hasOwnHead(below));
    const text = [raw, ...others].join(' ');
    const below = heading && !heading.isEmpty ? factsUnder(heading) : [];
    const stands = running[0]?.section ?? section;
    const { kind, title, names, purpose, isTold } = describe(heading, starting, {
      text,
      isRoof: indentOf(lines[i + 1] ?? '') > indentOf(raw),
      isLeft: isLeftBare(lines, i),
    });
    entries.push({
      kind,
      title,
      line,
      lines: Array.from({ length: span }, (_, j) => line + j),
      facts: heading && !starting.some(isNaming) ? below : running,
      section: stands,
      names,
      literals: literalsOf(raw),
      purpose,
      text,
      context: heading ? wider : `${stands ?? ''} ${section ?? ''} ${wider}`,
      isTold,
      isRemark: isRemark(raw),
      hasCommands: below.some((fact) => fact.kind === 'command'),
    });
  }
  return entries;
}

const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

const isNaming = (fact: Fact): boolean => nameOf(fact) !== null;

function groupByLine(facts: readonly Fact[]): Map<number, Fact[]> {
  const groups = new Map<number, Fact[]>();
  for (const fact of facts) {
    const group = groups.get(fact.line);
    if (group) group.push(fact);
    else groups.set(fact.line, [fact]);
  }
  return groups;
}

/** Lines a fact runs over; those of a list are entries of their own. */
function spanOf(facts: readonly Fact[]): number {
  const spans = facts.map(({ kind, source }) => (kind === 'list' ? 1 : source.split('\n').length));
  return Math.max(1, ...spans);
}

interface Around {
  readonly text: string;
  /** What stands below is set further in. */
  readonly isRoof: boolean;
  /** Nothing follows, though something should. */
  readonly isLeft: boolean;
}

type Description = Pick<Entry, 'kind' | 'title' | 'names' | 'purpose' | 'isTold'>;

/** «Смута -», «Плацебо:»: a term left without its meaning. */
const UNFINISHED = /^(\p{L}[^:=]{1,60}?)\s*(?: [-–—]+|:|=)$/u;

/** A few words and not a sign: «Эффект масштаба», «цианиды». */
const FEW_WORDS = /^\p{L}{3,}(?: \p{L}{2,}){0,2}$/u;
/** Such a line below others like it is one of a list. */
const SHORT = /^\P{P}{0,40}$/u;

/** The last line of a block that only names something: whoever wrote it meant to go on. */
function isLeftBare(lines: readonly string[], at: number): boolean {
  const before = lines[at - 1]?.trim() ?? '';
  const isLast = (lines[at + 1]?.trim() ?? '') === '';
  return isLast && before !== '' && !SHORT.test(before) && FEW_WORDS.test(lines[at] ?? '');
}

const indentOf = (line: string): number => line.search(/\S/u);

function describe(
  heading: Heading | undefined,
  facts: readonly Fact[],
  { text, isRoof, isLeft }: Around,
): Description {
  const bare = withoutMarks(text);
  const named = [
    ...facts.flatMap((fact) => namesOf(fact, bare)),
    ...(heading ? [heading.title] : []),
    ...headsOf(bare, text, facts.length === 0),
  ];
  const naming = facts.find(isNaming);
  const name = naming ? nameOf(naming) : null;
  if (name) {
    const { title, purpose, kind } = name;
    return {
      kind,
      title,
      purpose,
      names: variants([...name.names, ...named]),
      isTold: kind === 'term',
    };
  }
  const plain = { purpose: null, isTold: false };
  if (heading) {
    const kind = heading.isEmpty ? 'empty' : 'section';
    return { kind, title: heading.title, names: variants(named), ...plain };
  }
  // What stands further in below belongs to it: `services:` of a file is not left without a meaning.
  const left = isLeft ? bare : UNFINISHED.exec(bare)?.[1];
  const unfinished = facts.length === 0 && !isRoof ? left : undefined;
  if (unfinished !== undefined) {
    return { kind: 'empty', title: unfinished, names: variants([unfinished]), ...plain };
  }
  const purpose = dateEventOf(facts);
  return {
    kind: 'line',
    title: withoutStress(bare),
    names: variants(named),
    purpose,
    isTold: headOf(bare) !== null,
  };
}
