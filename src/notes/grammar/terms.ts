/** What may stand before a dash as a term, and where the dash is. */
import { announces, announcesSeveral } from './general.js';
import { isDangling, PREPOSITIONS } from './joints.js';
import { hasFiniteVerb, hasSureVerb } from './verbs.js';
import { pattern } from '../../russian/pattern.js';

const LONGEST_TERM = 60;
const MOST_WORDS = 6;

const NOT_FIRST = new Set(
  (
    'это этот эта эти он она оно они а но и или либо также все всё весь вся каждый каждая каждое один одна одно одни два две три нет не ни если ' +
    'когда как так то там тут здесь где чтобы потому поэтому однако зато затем потом далее сначала например только ещё уже можно нужно нельзя ' +
    'зачем почему его её их мы вы я ты какой какая какие который которая сколько чем кто что есть'
  ).split(' '),
);

/** Not a name of something but a remark about it: «Главная побочка НПВС». */
const SUPERLATIVE = /^(?:главн|важнейш|единственн|типичн|обычн)(?:ый|ий|ая|ое|ее|ые|ие)$/;
const ORDINAL =
  /^(?:перв|втор|трет|четв[её]рт|пят|шест|седьм|восьм|девят|десят|последн|следующ|друг)(?:ый|ой|ий|ая|яя|ое|ье|ья|ее|ые|ие|ьи)$/;

/** May the text be a term: short, a name rather than a sentence, nothing generic, no code? */
export function isTerm(text: string): boolean {
  if (text.length === 0 || text.length > LONGEST_TERM || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (/[=;{}|?!…]|https?:|:$|\.$/.test(text) || !isBalanced(text)) return false;
  const bare = text.replace(/\([^()]*\)/g, ' ').trim();
  if (bare === '' || bare.includes(',')) return false;
  if (
    /(?<!\p{L})vs\.?(?!\p{L})/iu.test(bare) ||
    (/\s/.test(bare) && isDangling(bare.replace(/[^\p{L}\p{N}]+$/u, '')))
  )
    return false;
  if (announcesSeveral(bare) || /\p{Ll}{3}\.\s/u.test(bare)) return false;
  const parts = bare.split(/\s+/);
  if (parts.length > MOST_WORDS) return false;
  const first = (parts[0] ?? '').toLowerCase().replace(/[^\p{L}-]/gu, '');
  if (NOT_FIRST.has(first) || ORDINAL.test(first) || SUPERLATIVE.test(first)) return false;
  // «Под» alone is a term of Kubernetes, «под капотом» is not.
  if (PREPOSITIONS.has(first) && parts.length > 1) return false;
  if (announces(parts)) return false;
  return !/(?<!\p{L})котор/iu.test(bare) && !hasSureVerb(bare);
}

/** Do the brackets and quotes open and close in order? */
export function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth += 1;
    if (char === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0 && (text.match(/"/g) ?? []).length % 2 === 0;
}

/** How far into a line its separating dash is looked for. */
const HEAD = 140;
const SPACED_DASH = /\s+[-–—]{1,2}\s+/g;
const GLUED_DASH = /^((?:[A-ZА-ЯЁ][A-Za-z0-9А-ЯЁ/+.#]{0,11}))[-–—](?:\s+|(?=[А-ЯЁ]))(?=\S+\s+\S)/u;
const HALF_GLUED = pattern(
  /\s[-–—](?=\p{Script=Cyrillic}+\s\p{L})|(?<=\p{L}{2}|\))[-–—]\s+(?=[\p{L}\p{N}])/u,
);

export interface Parted {
  readonly left: string;
  readonly right: string;
}

/** The text before and after its first separating dash; null without one. */
export function partByDash(text: string): Parted | null {
  for (const match of text.slice(0, HEAD).matchAll(SPACED_DASH)) {
    const left = text.slice(0, match.index).trim();
    // A dash inside brackets belongs to the brackets.
    if (!isBalanced(left)) continue;
    const right = text.slice(match.index + match[0].length).trim();
    return left === '' || right === '' ? null : { left, right };
  }
  return null;
}

/** `VM- …`, `RAM-Оперативная память`, `Pod -единица запуска`: the dash lost one of its spaces. */
export function partByGluedDash(text: string): Parted | null {
  const glued = GLUED_DASH.exec(text);
  if (glued) return { left: glued[1] ?? '', right: text.slice(glued[0].length).trim() };
  const half = HALF_GLUED.exec(text.slice(0, HEAD));
  if (!half) return null;
  const left = text.slice(0, half.index).trim();
  const right = text.slice(half.index + half[0].length).trim();
  return left === '' || right === '' ? null : { left, right };
}

const GLUED_WORD =
  /^([А-ЯЁ][а-яё]{2,}(?:\s\([^()]{1,30}\))?)[-–—](?=[а-яё]{2,}[,\s]+\S+\s+\S)(.+)$/u;
const HALVES =
  /^(?:юго|северо|восточно|западно|научно|бизнес|веб|интернет|онлайн|видео|аудио|вице|экс|бета|альфа|гамма|какой|кто|что|где|как|когда|по)$/iu;

/** `Ядро-хранит ДНК, управляет клеткой`: glued, or a compound word; the habit of the whole note must tell. */
export function glueOf(text: string): Parted | null {
  const [, left = '', right = ''] = GLUED_WORD.exec(text) ?? [];
  if (left === '' || HALVES.test(left) || partByDash(text) !== null) return null;
  return { left, right };
}

const EQUALS = /^([^=→]{3,60}?)\s=\s([^=→]+)$/u;
const LEAST_EQUAL_WORDS = 3;

/** «Дефлятор ВВП = номинальный ВВП / реальный ВВП»: a formula in words. Two short sides only stand beside each other. */
export function partByEquals(text: string): Parted | null {
  const [, left = '', right = ''] = EQUALS.exec(text.slice(0, HEAD * 2)) ?? [];
  const isRussian = (side: string): boolean => /^\p{Script=Cyrillic}/u.test(side);
  const words = right.replace(/\([^()]*\)/g, '').match(/\p{L}{2,}/gu)?.length ?? 0;
  if (!isRussian(left) || !isRussian(right) || words < LEAST_EQUAL_WORDS) return null;
  // «Точка внутри кривой = ресурсы используются не полностью» means „then“.
  if (hasFiniteVerb(right)) return null;
  return text.length > HEAD * 2 ? null : { left: left.trim(), right: right.trim() };
}

const LONGEST_KEY_WORDS = 4;

/** `Ключ: значение`, the key at most four words. */
export function partByColon(text: string): Parted | null {
  const match = /^([^:]{1,60}):\s+(\S.*)$/.exec(text);
  if (!match) return null;
  const left = (match[1] ?? '').trim();
  if (left.split(/\s+/).length > LONGEST_KEY_WORDS) return null;
  return { left, right: (match[2] ?? '').trim() };
}
