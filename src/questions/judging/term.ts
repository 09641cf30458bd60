/**
 * One typed term against one spelling of the notes, word by word.
 * Order and hyphens are free; a word too much is forgiven when it changes nothing, a word too few when nothing else is called so.
 */
import { fold } from '../../russian/fold.js';
import { cleanWord, matchWord } from './word.js';
import { COST, nearest, type Match } from './match.js';
import type { Remark } from '../question.js';

/** Words that change or spoil an answer when they are added to it. */
const NOT_EXTRA = new Set(
  'не нет ни или либо и а кроме без вместо против not no or and without'.split(' '),
);

/** Words that only say what sort of thing is named; a term of one word may be dressed in these alone. */
const GENERIC = new Set(
  ('это называется термин понятие такой такое то есть просто наверное сервис система программа приложение технология платформа ' +
    'инструмент утилита команда язык процесс метод файл формат протокол фреймворк библиотека база данных').split(' '),
); // prettier-ignore

const EXTRA_LIMIT = 2;

/** What a term is compared with besides itself: the other terms of the notes, as lists of words. */
export type Company = readonly (readonly string[])[];

/** Words of a term for comparing: folded, split at spaces, hyphens and slashes, signs kept that make a name (C++, C#, .NET). */
export function termWords(text: string): string[] {
  return chunks(text)
    .map((chunk) => cleanWord(fold(chunk)))
    .filter((word) => word !== '');
}

/** How near the reply is to the wanted term; null when it is something else. */
export function matchTerm(reply: string, wanted: string, company: Company = []): Match | null {
  return nearest(spellings(wanted).map((spelling) => matchSpelling(reply, spelling, company)));
}

/** `Виртуальная машина (VM)` is also «Виртуальная машина» and «VM». */
function spellings(term: string): string[] {
  const inside = /\(([^()]+)\)/.exec(term)?.[1];
  if (inside === undefined) return [term];
  const outside = term.replace(/\([^()]*\)/g, ' ').trim();
  const isAbbreviation = /^[\p{Lu}\p{N}/+#-]{2,8}$/u.test(inside.trim());
  return [term, ...(outside ? [outside] : []), ...(isAbbreviation ? [inside] : [])];
}

function matchSpelling(reply: string, wanted: string, company: Company): Match | null {
  if (cleanWord(fold(reply)) === cleanWord(fold(wanted)))
    return { cost: COST.same, isPartial: false };
  const given = chunks(reply).filter((chunk) => cleanWord(fold(chunk)) !== '');
  const words = termWords(wanted);
  if (given.length === 0 || words.length === 0) return null;
  const glued = given.length === words.length ? null : matchGlued(given, words);
  if (glued) return glued;
  return given.length < words.length
    ? matchShortened(given, words, company)
    : matchAll(given, words, company);
}

/** «dockerhub», «node js»: the same letters, other gaps. */
function matchGlued(given: readonly string[], words: readonly string[]): Match | null {
  const bare = (parts: readonly string[]): string => parts.join('').replace(/[._]/g, '');
  const match = matchWord(bare(given), bare(words));
  if (!match || match.cost > COST.otherAlphabet * 2) return null;
  return { ...match, cost: match.cost + COST.rewritten };
}

/** Every wanted word has its own typed one; what is left over is an extra word. */
function matchAll(
  given: readonly string[],
  words: readonly string[],
  company: Company,
): Match | null {
  const assigned = assign(words, given, (word, chunk) => matchWord(chunk, word));
  if (!assigned) return null;
  const { matches, left, isInOrder } = assigned;
  const extras = left.map((chunk) => cleanWord(fold(chunk)));
  if (extras.length > EXTRA_LIMIT || !extras.every((word) => isHarmless(word, words, company))) {
    return null;
  }
  const match = together(matches);
  if (extras.length > 0) {
    const cost = match.cost + COST.extraWord * extras.length;
    const remark = match.isPartial && match.remark ? match.remark : EXTRA_WORD;
    return { cost, isPartial: true, remark };
  }
  return isInOrder ? match : { ...match, cost: match.cost + COST.rewritten };
}

const EXTRA_WORD: Remark = { kind: 'extra-word' };

/** May the extra word stand beside the right ones? It must not deny, offer a choice, or name something else. */
function isHarmless(extra: string, words: readonly string[], company: Company): boolean {
  if (NOT_EXTRA.has(extra)) return false;
  if (words.length > 1 || GENERIC.has(extra)) return true;
  return company.filter((term) => term.some((word) => isSameWord(word, extra))).length >= 2;
}

/** «хаб» for «Docker Hub»: what is left out stands in other terms too, what is there stands in this one alone. */
function matchShortened(
  given: readonly string[],
  words: readonly string[],
  company: Company,
): Match | null {
  const assigned = assign(given, words, (chunk, word) => matchWord(chunk, word));
  if (!assigned || assigned.matches.some(({ cost }) => cost > COST.wordForm)) return null;
  const isCommon = (word: string): boolean =>
    company.some((term) => term.some((other) => isSameWord(other, word)));
  const isTelling = given.every((chunk) => !isCommon(cleanWord(fold(chunk))));
  if (!isTelling || !assigned.left.every(isCommon)) return null;
  const match = together(assigned.matches);
  return { ...match, cost: match.cost + COST.shortened };
}

const isSameWord = (a: string, b: string): boolean =>
  (matchWord(a, b)?.cost ?? Infinity) <= COST.wordForm + COST.otherAlphabet;

interface Assigned {
  readonly matches: readonly Match[];
  readonly left: readonly string[];
  readonly isInOrder: boolean;
}

/** Gives each of `owners` the nearest of `candidates` still free; null when one gets none. */
function assign(
  owners: readonly string[],
  candidates: readonly string[],
  match: (owner: string, candidate: string) => Match | null,
): Assigned | null {
  const free = new Set(candidates.keys());
  const matches: Match[] = [];
  let isInOrder = true;
  let last = -1;
  for (const owner of owners) {
    let best: { at: number; match: Match } | null = null;
    for (const at of free) {
      const found = match(owner, candidates[at] ?? '');
      if (found && (!best || found.cost < best.match.cost)) best = { at, match: found };
    }
    if (!best) return null;
    free.delete(best.at);
    matches.push(best.match);
    isInOrder &&= best.at > last;
    last = best.at;
  }
  return { matches, left: [...free].map((at) => candidates[at] ?? ''), isInOrder };
}

/** One match for several words: the costs add up, the dearest remark is told, slips are counted together. */
function together(matches: readonly Match[]): Match {
  const cost = matches.reduce((sum, match) => sum + match.cost, 0);
  const isPartial = matches.some((match) => match.isPartial);
  const letters = matches.reduce((sum, { remark }) => sum + slips(remark), 0);
  const dearest = matches.toSorted((a, b) => b.cost - a.cost)[0]?.remark;
  const remark: Remark | undefined = letters > 0 ? { kind: 'typo', letters } : dearest;
  return { cost, isPartial, ...(remark && { remark }) };
}

const slips = (remark: Remark | undefined): number =>
  remark?.kind === 'typo' ? remark.letters : 0;

/** Pieces between spaces, hyphens, slashes and brackets; a Russian ending after a Latin name («Docker-ом») falls off. */
function chunks(text: string): string[] {
  return text
    .normalize('NFC')
    .replace(/[‐‑‒–—―−]/g, '-')
    .replace(/(?<=[A-Za-z0-9])-(?:а|у|е|ом|ы|ов|ам|ами|ах|и)(?!\p{L})/gu, '')
    .split(/[\s\-/()«»„“”"]+/)
    .filter(Boolean);
}
