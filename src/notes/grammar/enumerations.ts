/** `Виды памяти: кэш, оперативная, внешняя`: a title that sorts things, and the things in one line. */
import { announcesSeveral, partByColon, partByDash } from './terms.js';
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
  if (text.length > LONGEST_ENUMERATION || !announcesSeveral(text)) return null;
  const parted = partByColon(text) ?? partByDash(text);
  if (!parted || parted.left.split(/\s+/).length > MOST_ITEM_WORDS) return null;
  const named = parted.right.replace(/[.;]$/, '');
  const items = chainOf(named) ?? itemsOf(named);
  return items.length < LEAST_ITEMS || !items.every(isThing) ? null : { title: parted.left, items };
}

/** `профаза-метафаза-анафаза (учить!)`, `биты → кадры → пакеты`: single words in a chain; null for anything else. */
function chainOf(text: string): string[] | null {
  const links = text.replace(/\s*\([^()]*\)/gu, '').split(/\s*(?:→|->|[-–—])\s*/u);
  const isChain = links.length >= LEAST_ITEMS && links.every((link) => /^\p{L}+$/u.test(link));
  return isChain ? links : null;
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
