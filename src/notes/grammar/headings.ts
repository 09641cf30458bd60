/**
 * Lines that head what follows them: shouted, ended by a colon or a dash, numbered as a chapter, fenced by rulers or
 * bold from end to end. In: the text of a line. Out: the heading without its ornaments, or null.
 */
import { isCapitals, joinCapitals } from './spelling.js';
import { partByDash } from './terms.js';
import { hasFiniteVerb, hasSureVerb } from './verbs.js';
import { pattern } from '../../russian/pattern.js';

/** The first line of a file, above all headings that Markdown knows. */
export const TITLE_RANK = 0;
/** Markdown says how deep a heading is (1–6); a shouted line is above a plain one that ends in a colon. */
export const CAPITALS_RANK = 7;
export const PLAIN_RANK = 8;
/** Below the headings of Markdown that have a number, above everything that has none. */
const ORNAMENT_RANK = 6;

export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
  readonly rank: number;
  /** Ends in a dash or colon, so something was meant to follow. */
  readonly isOpen: boolean;
}

const CHAPTER = pattern(
  /^(?:статья|глава|тема|лекция|раздел|урок|билет|занятие|часть|модуль|параграф|§)\s*№?\s*(?:\d+|[IVX]+)(?!\p{L})/iu,
);
const OPEN_END = /(?:\s*:|\s+[-–—]|(?<=\p{Lu}{2})[-–—])(?:\s*[-–—:])*$/u;
/** `--- настройка`, `*** ДАТЫ ***`, `== итоги ==`; markup leaves three stars around a line that was bold as a whole. */
const ORNAMENT = /^([-=*~_+])(?:\1{2,}\s+(.+?)(?:\s+\1{2,})?|\1+\s+(.+?)\s+\1{2,})$/;
/** `[Процессы]`, `// Процессы`, `>> Процессы` */
const FRAME =
  /^(?:\[\s*([^[\]]+?)\s*\]|(?:\/\/|>>|~)\s*(\p{Script=Cyrillic}[^/>~]*?)\s*[~/<]*)\s*:?$/u;
const BRACKETS = /\s*\([^()]*\)/gu;
/** «(ВЫУЧИТЬ!!!)», a picture, a mark of stress: said about the heading, no part of it. */
const ASIDE = /\s*\([^()]*!{2,}\)|\s*\p{Extended_Pictographic}\uFE0F?|\s*!+$/gu;

const LONGEST_HEADING = 110;
const LONGEST_CAPITALS = 90;
const MOST_LABEL_WORDS = 7;

/** A heading of this text, without the dash or colon at its end. */
export function headingOf(text: string, rank: number): Heading {
  const bare = text
    .replaceAll('`', '')
    .replace(ASIDE, '')
    .replace(OPEN_END, '')
    .replace(/\s+[-–—]\s+это$/iu, '')
    .trim();
  return { kind: 'heading', text: bare || text, rank, isOpen: OPEN_END.test(text) };
}

/** The heading between ornaments; null for a bold sentence or a bold definition. */
export function readOrnament(text: string): Heading | null {
  const inner = insideOrnament(text);
  return inner !== null && isLabel(inner) ? headingOf(inner, ORNAMENT_RANK) : null;
}

/** What stands between ornaments; null without them. */
export function insideOrnament(text: string): string | null {
  if (text.length > LONGEST_HEADING) return null;
  const [, , behind, between] = ORNAMENT.exec(text) ?? [];
  const [, boxed, pointed] = FRAME.exec(text) ?? [];
  const inner = (behind ?? between ?? boxed ?? pointed ?? '').trim();
  const isFramed = boxed ?? pointed;
  if (isFramed !== undefined && !/\p{Script=Cyrillic}{3}/u.test(inner)) return null;
  return /\p{L}{2}/u.test(inner) ? inner : null;
}

/** A few words that name something and say nothing about it: what a heading without any sign looks like. */
export function isLabel(text: string): boolean {
  if (text.length > LONGEST_HEADING) return false;
  const bare = text.replace(BRACKETS, '').replace(ASIDE, '').replace(/\s*:$/, '');
  if (!/^[\p{L}\p{N}«"]/u.test(bare) || /[.!?;,…)]$/.test(bare) || /[=;{}<>|→]/.test(bare))
    return false;
  if (bare.split(/\s+/).length > MOST_LABEL_WORDS || partByDash(bare) !== null) return false;
  if (!/\p{L}{2}/u.test(bare) || /\.\s|:\s/.test(bare)) return false;
  // «Правители», «модули»: a word alone that ends like a verb is mostly a noun.
  return /\s/.test(bare) ? !hasFiniteVerb(bare) : !hasSureVerb(bare);
}

/** Is the line shouted as a whole, apart from its brackets? */
export function isCapitalHeading(text: string): boolean {
  if (text.length > LONGEST_CAPITALS || !isCapitals(text.replace(BRACKETS, ''))) return false;
  return partByDash(joinCapitals(text.replace(OPEN_END, ''))) === null;
}

/** The heading a line is by its own look; null for any other line. */
export function readHeading(text: string): Heading | null {
  if (text.length > LONGEST_HEADING || /[=;{}]/.test(text)) return null;
  if (isCapitalHeading(text)) return headingOf(text, CAPITALS_RANK);
  if (CHAPTER.test(text) && !/[.!?]$/.test(text)) return headingOf(text, CAPITALS_RANK);
  if (!OPEN_END.test(text) || /^[a-z][A-Za-z0-9_.-]*:$/.test(text)) return null;
  const heading = headingOf(text, isCapitals(text) ? CAPITALS_RANK : PLAIN_RANK);
  return /\p{L}{2}/u.test(heading.text) ? heading : null;
}
