/** The headings of a note while it is read: which one a line stands under, and which ones stayed empty. */
import { CAPITALS_RANK, PLAIN_RANK, TITLE_RANK } from './grammar/headings.js';

export interface Place {
  readonly title: string;
  readonly line: number;
  /** The smaller, the higher; a heading closes all that are not above it. */
  readonly rank: number;
  /** The term the section is about, if it is about one. */
  readonly subject: string | null;
  /** The line asks for something to follow: it ends in a dash or a colon. */
  readonly isOpen: boolean;
  /** Columns before the heading, and whether its lines stand further in: then it ends where the indent ends. */
  readonly indent?: number;
  isHanging: boolean;
  /** Something under it (also lines that were not understood). */
  hasContent: boolean;
  /** Has headings below it, so it is no empty one even without lines of its own. */
  hasChildren: boolean;
  /** Its list has been read: what follows without a bullet is no part of it. */
  isListed: boolean;
  /** The question whose answer should stand on the next line. */
  readonly asks?: { readonly kind: 'what' | 'why'; readonly text: string };
}

export type NewPlace = Omit<Place, 'hasContent' | 'hasChildren' | 'isListed' | 'isHanging'>;

export interface Outline {
  /** All headings in order. */
  readonly places: readonly Place[];
  current(): Place | null;
  /** A heading begins after so many blank lines. */
  open(place: NewPlace, blanks: number): Place;
  /** The indent of the next line; ends a heading whose lines stood further in. */
  indent(columns: number): void;
  /** A line under the current heading. */
  touch(): void;
  /** Blank lines before something that is not a heading: an empty heading ends there, a short list ends its lead-in. */
  pause(blanks: number, next: 'item' | 'definition' | 'prose' | 'other'): void;
  /** The list of the current heading ended. */
  endList(): void;
  /** The current heading ends here. */
  close(): void;
  closeAll(): void;
}

export function createOutline(): Outline {
  const places: Place[] = [];
  const stack: Place[] = [];
  const current = (): Place | null => stack.at(-1) ?? null;

  /** Below another heading; the title of the file is none, everything stands below it. */
  const isNested = (): boolean => stack.length > (stack[0]?.rank === TITLE_RANK ? 2 : 1);

  const open = (place: NewPlace, blanks: number): Place => {
    pause(blanks, 'other');
    while ((stack.at(-1)?.rank ?? -1) >= place.rank) stack.pop();
    const parent = stack.at(-1);
    if (parent) {
      const isLeftEmpty =
        !parent.hasContent && parent.isOpen && blanks > 0 && parent.rank >= CAPITALS_RANK;
      if (isLeftEmpty) stack.pop();
      else parent.hasChildren = true;
    }
    const opened = {
      ...place,
      hasContent: false,
      hasChildren: false,
      isListed: false,
      isHanging: false,
    };
    places.push(opened);
    stack.push(opened);
    return opened;
  };

  const pause = (blanks: number, next: 'item' | 'definition' | 'prose' | 'other'): void => {
    const top = stack.at(-1);
    if (top?.isListed && top.rank === PLAIN_RANK && isNested() && next !== 'item') stack.pop();
    // Markdown headings reach as far as the next one; the others are held together by standing together.
    if (!top || blanks === 0 || top.rank < CAPITALS_RANK) return;
    const isEmpty = !top.hasContent && !top.hasChildren;
    if (blanks >= 2 && (isEmpty || next === 'definition')) {
      while ((stack.at(-1)?.rank ?? 0) >= CAPITALS_RANK) stack.pop();
    } else if (top.rank === PLAIN_RANK && isNested() && !isEmpty) {
      if (blanks >= 2 || next === 'prose' || next === 'definition') stack.pop();
    }
  };

  const indent = (columns: number): void => {
    const top = stack.at(-1);
    if (top?.indent === undefined || top.rank !== PLAIN_RANK) return;
    if (!top.hasContent && !top.hasChildren) top.isHanging = columns > top.indent;
    else if (top.isHanging && columns <= top.indent) stack.pop();
  };

  const touch = (): void => {
    for (const place of stack) place.hasContent = true;
  };

  const endList = (): void => {
    const top = stack.at(-1);
    if (top) top.isListed = true;
  };

  return {
    endList,
    places,
    current,
    open,
    indent,
    touch,
    pause,
    close: () => void stack.pop(),
    closeAll: () => void stack.splice(0),
  };
}
