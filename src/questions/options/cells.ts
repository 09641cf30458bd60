/**
 * Cells: a deck cut into small groups whose members serve each other as wrong options.
 * In: members in the order of the notes, their section, the length they have as an option. Out: disjoint groups.
 * Why groups and not nearest neighbours: whoever answers may be anybody's distractor under the same conditions, so the
 * right answer is not longer, shorter or in any other way different from the wrong ones on average.
 */

/** A section of this size has wrong options enough of its own: the most tempting ones. */
const OWN_CELL = 4;
/** Smaller sections join until they are as many. */
const JOINED_CELL = 8;
const LARGEST_CELL = 14;

export interface Grouping<T> {
  section(member: T): string | null;
  length(member: T): number;
}

/** Members of one section together; small sections join, a large one is cut by length. */
export function cellsOf<T>(members: readonly T[], by: Grouping<T>): T[][] {
  return joinSmall(sectionsOf(members, by)).flatMap((group) => cutLarge(group, by));
}

function sectionsOf<T>(members: readonly T[], by: Grouping<T>): T[][] {
  const sections = new Map<string | null, T[]>();
  for (const member of members) {
    const section = sections.get(by.section(member));
    if (section) section.push(member);
    else sections.set(by.section(member), [member]);
  }
  return [...sections.values()];
}

function joinSmall<T>(sections: readonly T[][]): T[][] {
  const cells = sections.filter((section) => section.length >= OWN_CELL);
  let open: T[] = [];
  let joined: T[] | undefined;
  for (const section of sections.filter(({ length }) => length < OWN_CELL)) {
    open.push(...section);
    if (open.length < JOINED_CELL) continue;
    cells.push(open);
    joined = open;
    open = [];
  }
  const last = open.length < OWN_CELL ? (joined ?? cells.at(-1)) : undefined;
  if (last) last.push(...open);
  else if (open.length > 0) cells.push(open);
  return cells;
}

function cutLarge<T>(group: readonly T[], by: Grouping<T>): T[][] {
  if (group.length <= LARGEST_CELL) return [[...group]];
  const sorted = [...group].sort((a, b) => by.length(a) - by.length(b));
  const count = Math.ceil(group.length / LARGEST_CELL);
  const size = Math.ceil(group.length / count);
  return Array.from({ length: count }, (_, i) => sorted.slice(i * size, (i + 1) * size));
}
