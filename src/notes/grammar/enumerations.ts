/** `Виды памяти: кэш, оперативная, внешняя`: a title that sorts things, and the things in one line. */
import { sortsThings } from './general.js';
import { type Parted, partByColon, partByDash } from './terms.js';
import { hasFiniteVerb } from './verbs.js';

export interface Enumeration {
  readonly title: string;
  readonly items: readonly string[];
}

const BORDER = /[,;]\s+(?:и\s+)?(?![^()]*\))/u;
const LONGEST_ENUMERATION = 400;
const LEAST_ITEMS = 3;
const MOST_ITEM_WORDS = 5;

/** The title and its things, at least three of them; null when they are sentences or fewer. */
export function readEnumeration(text: string): Enumeration | null {
  if (text.length > LONGEST_ENUMERATION) return null;
  const parted = partByColon(text) ?? partByDash(text) ?? partByNumber(text);
  if (!parted || !sortsThings(parted.left) || parted.left.split(/\s+/).length > MOST_ITEM_WORDS)
    return null;
  const items = itemsIn(parted.right);
  return items.length === 0 ? null : { title: parted.left, items };
}

/** The things a text names in a row, at least three of them; none when they are sentences or fewer. */
export function itemsIn(text: string): string[] {
  const named = text.replace(/[.;]$/, '');
  const items = numberedOf(named) ?? chainOf(named) ?? itemsOf(named);
  return items.length < LEAST_ITEMS || !items.every(isThing) ? [] : items;
}

/** `профаза-метафаза-анафаза (учить!)`, `биты → кадры → пакеты`: single words in a chain; null for anything else. */
function chainOf(text: string): string[] | null {
  const links = text.replace(/\s*\([^()]*\)/gu, '').split(/\s*(?:→|->|[-–—])\s*/u);
  const isChain = links.length >= LEAST_ITEMS && links.every((link) => /^\p{L}+$/u.test(link));
  return isChain ? links : null;
}

const FIRST_NUMBER = /\s+1[).]\s/u;
const NUMBERED = /(?:^|[\s,;]+)\d{1,2}[).]\s+/u;

/** «типы сетей 1) местные 2) …»: the first number stands for a colon. */
function partByNumber(text: string): Parted | null {
  const at = text.search(FIRST_NUMBER);
  return at <= 0 ? null : { left: text.slice(0, at), right: text.slice(at).trim() };
}

/** `1) местные 2) городские 3) мировые`; null without numbers. */
function numberedOf(text: string): string[] | null {
  if (!/^1[).]\s/u.test(text)) return null;
  return text
    .split(NUMBERED)
    .slice(1)
    .map((part) => part.trim());
}

/** «a, b и c»: the last comma is an «и». */
function itemsOf(text: string): string[] {
  const parts = text.split(BORDER).map((part) => part.trim());
  const last = parts.pop() ?? '';
  return [...parts, ...(parts.length > 0 ? last.split(/\s+и\s+/u) : [last])];
}

const isThing = (item: string): boolean =>
  /[\p{L}\p{N}]/u.test(item) &&
  item.split(/\s+/).length <= MOST_ITEM_WORDS &&
  !/\s[-–—=→]\s|[.:]\s/.test(item) &&
  !hasFiniteVerb(item);
