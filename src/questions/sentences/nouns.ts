/**
 * Terms of the deck as ordinary nouns of a sentence: «Образы хранятся в репозиториях».
 * In: a sentence of the notes. Out: its gaps, each with other terms in the very form the preposition asks for.
 * Invariants: nothing else in the sentence has to agree with the noun; no fact of the deck says the sentence of another
 * term; a term that holds the right one («образы» lie «в репозиториях») is never called wrong.
 */
import type { Fact } from '../../notes/note.js';
import { words } from '../../russian/fold.js';
import { stem } from '../../russian/stem.js';
import type { DeckIndex } from '../deck-index.js';
import { areKin } from '../wording/kin.js';
import { GAP } from '../wording/display.js';
import { sayings, sayingsByStem, type Gap } from './gap.js';
import { pattern } from '../../russian/pattern.js';

/** Endings that only the case behind such a preposition has: place and company. Other cases look like each other. */
const PLACE = /[ая]х$|ии$|(?<![еио])е$/u;
const COMPANY = /[ая]ми$|(?<![еио])[оеё]м$/u;

const AFTER_PREPOSITION = pattern(/(?<![\p{L}-])(в|во|на|о|об|с|со)\s+([а-яё]{4,})(?![\p{L}-])/giu);
/** Behind the noun the sentence ends, turns to its next part or goes on with its verb. */
const FREE_END = pattern(
  /^(?:$|[,;:](?!\s+(?:в |на |о |из )?котор)| —|\s+(?:можно|нельзя|\p{L}{2,}(?:[еиуюая]т|[еиуюая]тся|[аея]но|[аея]ны))(?!\p{L}))/iu,
);
/** What a dependent part says belongs to the words before it. */
const IN_SUBORDINATE = pattern(
  /(?<!\p{L})(?:как\p{L}*|котор\p{L}+|что|чтобы|где|когда|если|чем|пока|чей)(?!\p{L})[^,;:—]*$/iu,
);
const ADJECTIVE = /(?:ый|[кгхшщч]ий|ой|ая|яя|ое|ее|ые|[кгх]ие)$/u;
/** Share of the words around the gap that make another fact say the same. */
const SAME_CONTEXT = 0.4;

/** The gaps that can be made of terms in the sentence of a fact. */
export const nounGaps = (sentence: string, fact: Fact, deck: DeckIndex): readonly Gap[] =>
  deck.once('noun-gaps', fact, () =>
    [...sentence.matchAll(AFTER_PREPOSITION)].flatMap((match) => {
      const [phrase, preposition = '', answer = ''] = match;
      const at = match.index + phrase.length - answer.length;
      const before = sentence.slice(0, at);
      const after = sentence.slice(at + answer.length);
      const root = rootOf(stem(answer), deck);
      const ending = /^[сС]/u.test(preposition) ? COMPANY : PLACE;
      if (root === undefined || !ending.test(answer)) return [];
      if (!FREE_END.test(after) || IN_SUBORDINATE.test(before)) return [];
      const text = `${before}${GAP}${after}`;
      const others = othersFor({ answer, text, root, ending }, deck);
      return others.length === 0 ? [] : [{ answer, text, others }];
    }),
  );

interface Place {
  readonly answer: string;
  readonly text: string;
  readonly root: string;
  readonly ending: RegExp;
}

/** Other terms in the form asked for; none when the sentence speaks of the right one once more. */
function othersFor({ answer, text, root, ending }: Place, deck: DeckIndex): string[] {
  const said = [...deck.stems(text)];
  if (said.some((part) => areKin(part, root))) return [];
  return [...nounForms(deck)].flatMap(([other, forms]) => {
    if (areKin(other, root) || said.some((part) => areKin(part, other))) return [];
    const form = [...forms].find((word) => ending.test(word) && isMany(word) === isMany(answer));
    return form === undefined || isDefensible({ other, root, text }, deck) ? [] : [form];
  });
}

const isMany = (word: string): boolean => /[ая](?:х|ми)$/u.test(word);

/** Does some fact say the sentence of the other term, or that the right one is to be found in the other? */
function isDefensible(
  { other, root, text }: { readonly other: string; readonly root: string; readonly text: string },
  deck: DeckIndex,
): boolean {
  const context = [...deck.stems(text)].filter(
    (part) => rootOf(part, deck) === undefined && !deck.isCommon(part),
  );
  if (context.length === 0) return true;
  return (sayingsByStem(deck).get(other) ?? []).some((saying) => {
    const stems = deck.stems(saying);
    const shared = context.filter((part) => stems.has(part)).length;
    return shared / context.length >= SAME_CONTEXT || (stems.has(root) && holds(saying, other));
  });
}

/** Does something lie in it or go with it? */
const holds = (saying: string, root: string): boolean =>
  [...saying.matchAll(AFTER_PREPOSITION)].some(([, , noun = '']) => stem(noun) === root);

/** By root: the forms in which the notes put the terms behind a preposition. */
export const nounForms = (deck: DeckIndex): ReadonlyMap<string, ReadonlySet<string>> =>
  deck.memo('noun-forms', () => {
    const result = new Map<string, Set<string>>();
    for (const saying of sayings(deck)) {
      for (const [, , noun = ''] of saying.matchAll(AFTER_PREPOSITION)) {
        const root = rootOf(stem(noun), deck);
        if (root === undefined) continue;
        const forms = result.get(root) ?? new Set<string>();
        result.set(root, forms.add(noun.toLowerCase()));
      }
    }
    return result;
  });

/** The stem itself when it is a term of the deck in one Russian word, or what a foreign term is called in Russian. */
function rootOf(part: string, deck: DeckIndex): string | undefined {
  const terms = deck.memo('term-nouns', () => termNouns(deck));
  if (terms.russian.has(part)) return part;
  const known = deck.memo('foreign-nouns', () => new Map<string, boolean>());
  const isForeign =
    known.get(part) ??
    (/^[а-я]{5,}/u.test(part) && terms.foreign.some((name) => areKin(name, part)));
  known.set(part, isForeign);
  return isForeign ? part : undefined;
}

/** Terms by the one word that no other term has: «Docker-образ» is «образ», `Docker repository` is `repository`. */
function termNouns(deck: DeckIndex): { russian: ReadonlySet<string>; foreign: readonly string[] } {
  const terms = [...new Set(deck.ofKind('definition').map(({ term }) => words(term).join(' ')))];
  const counts = new Map<string, number>();
  for (const word of terms.flatMap((term) => term.split(' '))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const russian = new Set<string>();
  const foreign = new Set<string>();
  for (const term of terms) {
    const own = term.split(' ').filter((word) => counts.get(word) === 1);
    const [noun = ''] = own;
    if (own.length !== 1 || noun.length < 4 || ADJECTIVE.test(noun)) continue;
    if (/^[а-я]+$/u.test(noun)) russian.add(stem(noun));
    else if (/^[a-z]{5,}$/u.test(noun)) foreign.add(noun);
  }
  return { russian, foreign: [...foreign] };
}
