/**
 * Cells: a deck cut into small groups whose members serve each other as wrong options.
 * In: members in the order of the notes, their section, the length they have as an option. Out: disjoint groups.
 * Why groups and not nearest neighbours: whoever answers may be anybody's distractor under the same conditions, so the
 * right answer is not longer, shorter or in any other way different from the wrong ones on average.
 */

const SMALLEST_CELL = 5;
const LARGEST_CELL = 14;

export interface Grouping<T> {
  section(member: T): string | null;
  length(member: T): number;
}

/** Members of one section together; small sections join the next, a large one is cut by length. */
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

function joinSmall<T>(groups: readonly T[][]): T[][] {
  const joined: T[][] = [];
  let open: T[] = [];
  for (const group of groups) {
    open.push(...group);
    if (open.length < SMALLEST_CELL) continue;
    joined.push(open);
    open = [];
  }
  const last = joined.at(-1);
  if (last) last.push(...open);
  else if (open.length > 0) joined.push(open);
  return joined;
}

function cutLarge<T>(group: readonly T[], by: Grouping<T>): T[][] {
  if (group.length <= LARGEST_CELL) return [[...group]];
  const sorted = [...group].sort((a, b) => by.length(a) - by.length(b));
  const count = Math.ceil(group.length / LARGEST_CELL);
  const size = Math.ceil(group.length / count);
  return Array.from({ length: count }, (_, i) => sorted.slice(i * size, (i + 1) * size));
}
