/**
 * The sections of a deck and the facts that stand in them. Two headings may say the same («Недостатки» of one thing and of
 * another): a fact belongs to the last one above it, and a number tells them apart.
 */
import type { DeckSection } from '../db/schema/decks.js';

/** Where a fact stands: the heading it was read under, and its line. */
interface Standing {
  readonly section: string | null;
  readonly line: number;
}

/** The place of a fact's section among the headings; what stands under none has the place after the last. */
export function sectionIndexOf(
  sections: readonly DeckSection[],
  { section, line }: Standing,
): number {
  if (section === null) return sections.length;
  const above = sections.findLastIndex((it) => it.title === section && it.line <= line);
  return above >= 0 ? above : sections.findIndex((it) => it.title === section);
}

/** Titles as they are shown, in order: from the second of a title on with its number, «Недостатки (2)». */
export function shownTitles(sections: readonly DeckSection[]): string[] {
  const times = new Map<string, number>();
  return sections.map(({ title }) => {
    const time = (times.get(title) ?? 0) + 1;
    times.set(title, time);
    return time === 1 ? title : `${title} (${time})`;
  });
}
