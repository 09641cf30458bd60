/**
 * One typed command against one spelling of the notes.
 * Keys are exact (`-a` is not `-A`) and free in order; one wrong letter in a long word is a slip, in a short one another command.
 */
import { distance } from '../../russian/distance.js';
import { asLatinKeys } from '../../russian/layout.js';
import { withLatinTwins } from '../../russian/look-alikes.js';
import { aliasOf } from '../../russian/aliases.js';
import { skeleton } from '../../russian/skeleton.js';
import { isPlaceholder, parseCommand, tidyCommand } from '../command-line.js';
import type { CommandLine, Flag } from '../command-line.js';
import { COST, nearest, type Match } from './match.js';
import type { Remark } from '../question.js';

/** Shortest word in which one wrong letter is a slip: `rm` and `rmi`, `ps` and `pa` are different commands. */
const SLIP_MIN = 5;

interface Reading {
  readonly text: string;
  readonly cost: number;
  readonly remark?: Remark;
}

/** How near the reply is to the wanted command; null when it is another one. */
export function matchCommand(reply: string, wanted: string): Match | null {
  const tidy = tidyCommand(reply);
  if (tidy === tidyCommand(wanted)) return { cost: COST.same, isPartial: false };
  const line = parseCommand(wanted);
  return nearest(readings(tidy).map((reading) => matchReading(reading, line, wanted)));
}

/** The one key that differs when everything else is right: what the learner has to look at. */
export function otherFlag(reply: string, wanted: string): Remark | null {
  const line = parseCommand(wanted);
  for (const { text } of readings(tidyCommand(reply))) {
    const given = parseCommand(text, line);
    if (!matchWords([given.binary, ...given.words], [line.binary, ...line.words])) continue;
    const extra = unmatched(given.flags, line.flags);
    const missing = unmatched(line.flags, given.flags);
    const [wrong] = extra;
    const [right] = missing;
    const isOneEach = extra.length === 1 && missing.length === 1;
    if (isOneEach && wrong && right && wrong.name !== right.name) {
      return { kind: 'other-flag', given: wrong.shown, wanted: right.shown };
    }
  }
  return null;
}

/** The ways to read what was typed: as it is, with Latin twins, without chatter before it, in the other layout. */
function readings(tidy: string): Reading[] {
  const plain: Reading = { text: tidy, cost: 0 };
  const joined = tidy.replace(/(^|\s)(--?) (?=[A-Za-z])/g, '$1$2');
  const result = [plain];
  if (joined !== tidy) {
    result.push({ text: joined, cost: 1, remark: { kind: 'typo', letters: 1 } });
  }
  if (!/\p{Script=Cyrillic}/u.test(tidy)) return result;
  const keysOnly = tidy.replace(/(?<= )--?\p{L}+/gu, withLatinTwins);
  for (const text of [withLatinTwins(tidy), keysOnly]) result.push({ text, cost: COST.rewritten });
  const chatter = /^(?:\p{Script=Cyrillic}+[:,]? )+(?=[a-z])/iu.exec(tidy)?.[0];
  if (chatter) {
    const text = tidy.slice(chatter.length);
    result.push({ text, cost: COST.extraWord, remark: { kind: 'extra-word' } });
  }
  const typed = asLatinKeys(tidy);
  result.push({ text: typed, cost: COST.otherAlphabet, remark: { kind: 'russian-layout' } });
  return result;
}

function matchReading(reading: Reading, line: CommandLine, wanted: string): Match | null {
  const given = parseCommand(reading.text, line);
  const match = matchLines(given, line) ?? matchGlued(reading.text, wanted);
  if (!match) return null;
  const cost = reading.cost + match.cost;
  if (match.remark) return { ...match, cost };
  const isPartial = reading.remark !== undefined && reading.remark.kind !== 'russian-layout';
  return { cost, isPartial, ...(reading.remark && { remark: reading.remark }) };
}

function matchLines(given: CommandLine, wanted: CommandLine): Match | null {
  if (given.binary === '') return null;
  if (unmatched(given.flags, wanted.flags).length > 0) return null;
  if (unmatched(wanted.flags, given.flags).length > 0) return null;
  const words = matchWords([given.binary, ...given.words], [wanted.binary, ...wanted.words]);
  if (!words) return null;
  const { slips, isSpelledInRussian } = words;
  if (slips > 0) {
    return { cost: slips, isPartial: true, remark: { kind: 'typo', letters: slips } };
  }
  if (isSpelledInRussian) {
    return { cost: COST.wordForm, isPartial: true, remark: { kind: 'transliteration' } };
  }
  return { cost: COST.rewritten, isPartial: false };
}

/** A forgotten or a needless space: `dockerps`, `docker ps-a`. */
function matchGlued(text: string, wanted: string): Match | null {
  const glued = (line: string): string => tidyCommand(line).replaceAll(' ', '');
  if (glued(text).length < SLIP_MIN || glued(text) !== glued(wanted)) return null;
  return { cost: 1, isPartial: true, remark: { kind: 'typo', letters: 1 } };
}

/** Flags of `left` that have no equal in `right`, each counted once. */
function unmatched(left: readonly Flag[], right: readonly Flag[]): Flag[] {
  const rest = [...right];
  return left.filter((flag) => {
    const at = rest.findIndex((other) => isSameFlag(flag, other));
    if (at >= 0) rest.splice(at, 1);
    return at < 0;
  });
}

function isSameFlag(a: Flag, b: Flag): boolean {
  if (a.name !== b.name) return false;
  if (a.value === b.value) return true;
  return a.value !== null && b.value !== null && (isPlaceholder(a.value) || isPlaceholder(b.value));
}

interface WordsMatch {
  slips: number;
  isSpelledInRussian: boolean;
}

/** All words in order; a placeholder takes one word or a run of Russian ones, an optional `[…]` may take none. */
function matchWords(given: readonly string[], wanted: readonly string[]): WordsMatch | null {
  const result: WordsMatch = { slips: 0, isSpelledInRussian: false };
  let at = 0;
  for (const [i, word] of wanted.entries()) {
    const typed = given[at];
    if (i > 0 && isPlaceholder(word)) {
      const left = given.length - at;
      if (word.startsWith('[') && left < wanted.length - i) continue;
      if (typed === undefined) return null;
      at += 1;
      while (isRussian(typed) && isRussian(given[at] ?? '')) at += 1;
      continue;
    }
    if (typed === undefined || !matchWord(typed, word, result)) return null;
    at += 1;
  }
  return at === given.length && result.slips <= 1 ? result : null;
}

const isRussian = (word: string): boolean => /^[\p{Script=Cyrillic}_-]+$/u.test(word);

/** Adds what one word costs to the result; false when it is another word. */
function matchWord(typed: string, wanted: string, result: WordsMatch): boolean {
  if (typed === wanted) return true;
  if (isRussian(typed) && !isRussian(wanted)) {
    const alias = aliasOf(typed);
    const isHeard = alias === wanted || skeleton(typed) === skeleton(wanted);
    result.isSpelledInRussian ||= isHeard;
    return isHeard;
  }
  if (wanted.length > 1 && typed.toLowerCase() === wanted.toLowerCase()) {
    result.slips += 1;
    return true;
  }
  const mayHaveSlip = wanted.length >= SLIP_MIN && /^[a-z-]+$/i.test(wanted);
  if (!mayHaveSlip || distance(typed, wanted, 1) > 1) return false;
  result.slips += 1;
  return true;
}
