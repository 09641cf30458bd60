/**
 * Lines that only join two things: «земля → рента», «Гепарин = протамина сульфат», «Q = λm - плавление».
 * In: the text of an entry or a statement. Out: its two sides, or null for a sentence, a chain or a condition.
 */
import { hasFiniteVerb } from '../../notes/grammar/verbs.js';

export interface Relation {
  /** A thing and its match, or a quantity and its formula. */
  readonly kind: 'match' | 'formula';
  readonly name: string;
  readonly text: string;
}

const MATCH = /^([^→=<>:;.]{2,40}?)\s*(?:→|->|=>|=)\s*([^→=<>:;.]{2,50})$/u;
const FORMULA =
  /^([A-Za-zΑ-Ωα-ω][^\p{Script=Cyrillic}=]{0,8}=[^\p{Script=Cyrillic}=]{1,40}?)\s+[-–—]\s+(\p{Script=Cyrillic}[^=:;]{3,60})$/u;
/** «…, м/с²»: the unit behind a quantity. */
const UNIT = /,\s*[^\s,]{1,8}$/u;
const MOST_WORDS = 4;
const LONGEST = 110;

/** The two sides of the line. */
export function relationOf(text: string): Relation | null {
  if (text.length > LONGEST) return null;
  const [, formula, quantity = ''] = FORMULA.exec(text) ?? [];
  if (formula !== undefined) {
    return { kind: 'formula', name: quantity.replace(UNIT, '').trim(), text: formula };
  }
  const [, name = '', match = ''] = MATCH.exec(text) ?? [];
  return isThing(name) && isThing(match) ? { kind: 'match', name, text: match } : null;
}

/** «Новосибирск», «Владивосток (раньше Хабаровск)»: a match of its term, no description. */
const BARE_NAME = /^\p{Lu}\p{Ll}+(?:[\s-]\p{Lu}\p{Ll}+)*(?:\s\([^()]*\))?$/u;

/** Does a definition only match its term with a name? Then it says what goes together, not what it is. */
export const isBareMatch = (text: string): boolean => BARE_NAME.test(text);

const isThing = (side: string): boolean =>
  /^\p{Script=Cyrillic}/u.test(side) &&
  side.replace(/\s*\([^()]*\)/gu, '').split(/\s+/u).length <= MOST_WORDS &&
  !hasFiniteVerb(side);
