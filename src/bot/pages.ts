/**
 * Long lists a page at a time. In: all of it, and the number of a page that some button carried, from 0. Out: what stands
 * on that page and the row that turns it; a list that has grown shorter is at its last page.
 */
import type { Tap } from './tap.js';
import type { Keyboard, Row } from './keyboards.js';

/** What of a list is on the screen. */
export interface Page<T> {
  readonly shown: readonly T[];
  /** How many stand on the pages before. */
  readonly before: number;
  /** The ways to the pages before and after, where there are any. */
  readonly turns: Keyboard;
}

/** One page; `tap` leads to another. */
export function pageOf<T>(
  all: readonly T[],
  page: number,
  { size, tap }: { readonly size: number; readonly tap: (page: number) => Tap },
): Page<T> {
  const pages = Math.max(1, Math.ceil(all.length / size));
  const here = Math.min(page, pages - 1);
  const turns: Row = [
    ...(here > 0 ? [{ text: '‹ Раньше', tap: tap(here - 1) }] : []),
    ...(here + 1 < pages ? [{ text: 'Ещё ›', tap: tap(here + 1) }] : []),
  ];
  const before = here * size;
  return {
    ...{ before, turns: turns.length > 0 ? [turns] : [] },
    shown: all.slice(before, before + size),
  };
}
