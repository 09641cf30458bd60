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
import { GAP, sayings, sayingsByStem, type Gap } from './gap.js';

interface Case {
  readonly prepositions: string;
  /** Endings that belong to no other case of a noun; other forms must have been seen behind such a preposition. */
  readonly endings?: RegExp;
}

const CASES: readonly Case[] = [
  { prepositions: 'в во на о об', endings: /[ая]х$|ии$|(?<![еио])е$/u },
  { prepositions: 'с со', endings: /[ая]ми$|(?<![еио])[оеё]м$/u },
  { prepositions: 'из от до без для у внутри вне' },
  { prepositions: 'к ко по благодаря' },
];
const CASE_OF = new Map(
  CASES.flatMap((grammar) => grammar.prepositions.split(' ').map((word) => [word, grammar])),
);

const AFTER_PREPOSITION = new RegExp(
  `(?<![\\p{L}-])(${[...CASE_OF.keys()].join('|')})\\s+([а-яё]{4,})(?![\\p{L}-])`,
  'giu',
);
/** Behind the noun the sentence ends, turns to its next part or goes on with its verb. */
const FREE_END =
  /^(?:$|[,;:](?!\s+(?:в |на |о |из )?котор)| —|\s+(?:можно|нельзя|\p{L}{2,}(?:[еиуюая]т|[еиуюая]тся|[аея]но|[аея]ны))(?!\p{L}))/iu;
/** What a dependent part says belongs to the words before it. */
const IN_SUBORDINATE =
  /(?<!\p{L})(?:как\p{L}*|котор\p{L}+|что|чтобы|где|когда|если|чем|пока|чей)(?!\p{L})[^,;:—]*$/iu;
const ADJECTIVE = /(?:ый|[кгхшщч]ий|ой|ая|яя|ое|ее|ые|[кгх]ие)$/u;
/** Share of the words around the gap that make another fact say the same. */
const SAME_CONTEXT = 0.4;

/** The gaps that can be made of terms in the sentence of a fact. */
export const nounGaps = (sentence: string, fact: Fact, deck: DeckIndex): readonly Gap[] =>
  deck.memo(`noun-gaps:${fact.id}`, () =>
    [...sentence.matchAll(AFTER_PREPOSITION)].flatMap((match) => {
      const [phrase, preposition = '', answer = ''] = match;
      const at = match.index + phrase.length - answer.length;
      const after = sentence.slice(at + answer.length);
      const root = rootOf(stem(answer), deck);
      if (root === undefined || !FREE_END.test(after)) return [];
      if (IN_SUBORDINATE.test(sentence.slice(0, at))) return [];
      const text = sentence.slice(0, at) + GAP + after;
      const grammar = CASE_OF.get(preposition.toLowerCase());
      const others = grammar ? othersFor({ answer, text, root, grammar }, deck) : [];
      return others.length === 0 ? [] : [{ answer, text, others }];
    }),
  );

interface Place {
  readonly answer: string;
  readonly text: string;
  readonly root: string;
  readonly grammar: Case;
}

/** Other terms in the form asked for, one form of each. */
function othersFor(place: Place, deck: DeckIndex): string[] {
  const isMany = isPlural(place.answer);
  const said = [...deck.stems(place.text)];
  return [...formsOf(deck)].flatMap(([root, forms]) => {
    if (areKin(root, place.root) || said.some((part) => areKin(part, root))) return [];
    const form = [...forms].find(
      ([word, cases]) =>
        isPlural(word) === isMany &&
        (cases.has(place.grammar) || place.grammar.endings?.test(word) === true),
    )?.[0];
    return form === undefined || isDefensible(root, place, deck) ? [] : [form];
  });
}

const isPlural = (word: string): boolean => /[ая](?:х|ми?)$|(?:ов|ев|ей)$/u.test(word);

/** Does some fact say the sentence of the other term, or that the right one is to be found in it? */
function isDefensible(root: string, { text, root: own }: Place, deck: DeckIndex): boolean {
  const context = [...deck.stems(text)].filter(
    (part) => rootOf(part, deck) === undefined && !deck.isCommon(part),
  );
  if (context.length === 0) return true;
  return (sayingsByStem(deck).get(root) ?? []).some((saying) => {
    const stems = deck.stems(saying);
    const shared = context.filter((part) => stems.has(part)).length;
    return shared / context.length >= SAME_CONTEXT || (stems.has(own) && holds(saying, root));
  });
}

/** Does something lie in it, come from it or go with it? */
const holds = (saying: string, root: string): boolean =>
  [...saying.matchAll(AFTER_PREPOSITION)].some(([, , noun = '']) => stem(noun) === root);

/** By root: the forms the notes use, each with the cases its preposition showed. */
const formsOf = (deck: DeckIndex): ReadonlyMap<string, ReadonlyMap<string, ReadonlySet<Case>>> =>
  deck.memo('noun-forms', () => {
    const result = new Map<string, Map<string, Set<Case>>>();
    for (const saying of sayings(deck)) {
      for (const [, preposition = '', noun = ''] of saying.matchAll(AFTER_PREPOSITION)) {
        const root = rootOf(stem(noun), deck);
        const grammar = CASE_OF.get(preposition.toLowerCase());
        if (root === undefined || !grammar) continue;
        const forms = result.get(root) ?? new Map<string, Set<Case>>();
        const cases = forms.get(noun.toLowerCase()) ?? new Set<Case>();
        result.set(root, forms.set(noun.toLowerCase(), cases.add(grammar)));
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

/** Terms of one word, the name of the whole subject aside: «Docker-образ» is «образ», `Docker repository` is `repository`. */
function termNouns(deck: DeckIndex): { russian: ReadonlySet<string>; foreign: readonly string[] } {
  const russian = new Set<string>();
  const foreign = new Set<string>();
  for (const { term } of deck.ofKind('definition')) {
    const own = words(term).filter((word) => !deck.isCommon(stem(word)));
    const [noun = ''] = own;
    if (own.length !== 1 || noun.length < 4 || ADJECTIVE.test(noun)) continue;
    if (/^[а-я]+$/u.test(noun)) russian.add(stem(noun));
    else if (/^[a-z]{5,}$/u.test(noun)) foreign.add(noun);
  }
  return { russian, foreign: [...foreign] };
}
