/**
 * Company: which pairs may stand side by side under one question.
 * In: pairs of the deck. Out: may two of them meet as options, and how tempting is one beside the other?
 * Invariants: options are of one sort (paths, people, rows of a table …) and of one place: a block of a section, or a
 * name they share. An option of another group is ruled out by whoever knows what the question is about.
 */
import { contentStems } from '../../russian/stem.js';
import type { DeckIndex } from '../deck-index.js';
import { formOf } from '../wording/form.js';
import { openingOf } from '../wording/opening.js';
import { hasKin } from '../wording/kin.js';
import { withoutAsides } from '../wording/display.js';
import { isEnumeration, mannerOf } from '../wording/manner.js';
import { isFigure } from '../wording/whole.js';
import { parentOf } from './nesting.js';
import { type Deed, deedOf, doOneThing } from './overlap.js';
import { isRelation, relationPairs, sortOf } from './relation-pairs.js';
import {
  definitionPairs,
  codePairs,
  commandPairs,
  isSomebody,
  isTabular,
  needsHeading,
  type Pair,
} from './pairs.js';
import { pattern } from '../../russian/pattern.js';

/** What decides whom a pair may meet. */
export interface Standing {
  /** The block of a section it stands in; equal for neighbours. */
  readonly block: string;
  readonly section: string;
  /** Has its section too few pairs to serve each other? */
  readonly isLonely: boolean;
  /** Alphabet and length of the name: what is seen of it at once. */
  readonly look: string;
  /** What kind of thing it names. */
  readonly sort: string;
  /** How its text is built. */
  readonly build: string;
  /** Words that make it kindred with pairs of other blocks: of its name, or the program of a command. */
  readonly heads: ReadonlySet<string>;
  /** Is the term defined in so many words that it is one of the subject, whatever section it stands in? */
  readonly isDefined: boolean;
  /** What a command does; null for a term. */
  readonly deed: Deed | null;
  readonly pair: Pair;
  /** The term it stands under. */
  readonly parent: Pair | undefined;
  /** The part of speech and the number it is described in. */
  readonly style: string;
}

/** How far from home a pair looks for company: its block or its kin, its section, other small sections. */
export const REACHES = ['block', 'section', 'deck'] as const;
export type Reach = (typeof REACHES)[number];

/** Of those who may not stand under one question, however far they look. */
export const NEVER = REACHES.length;

/** May the two stand under one question when they look so far? Symmetric. */
export const areCompany = (a: Pair, b: Pair, reach: Reach, deck: DeckIndex): boolean =>
  reachBetween(standingOf(a, deck), standingOf(b, deck)) <= REACHES.indexOf(reach);

/** How far one must look to meet the other: an index of `REACHES`, or `NEVER`. Symmetric. */
export function reachBetween(one: Standing, other: Standing): number {
  if (one.sort !== other.sort) return NEVER;
  if (one.deed && other.deed && doOneThing(one.deed, other.deed)) return NEVER;
  if (one.parent === other.pair || other.parent === one.pair) return NEVER;
  if (one.block === other.block || one.sort === 'path') return 0;
  for (const head of one.heads) if (other.heads.has(head)) return 0;
  const isMatched = one.deed !== null || (one.isDefined && other.isDefined);
  if (one.section === other.section) return isMatched || one.section !== '' ? 1 : NEVER;
  return isMatched && one.isLonely && other.isLonely && one.look === other.look ? 2 : NEVER;
}

/** Are the texts of the two built alike, so that neither is told by its looks? Symmetric. */
export const areBuiltAlike = (a: Pair, b: Pair, deck: DeckIndex): boolean =>
  areLooksAlike(standingOf(a, deck), standingOf(b, deck));

/** The same for who knows where the two stand. */
export const areLooksAlike = ({ build: one }: Standing, { build: other }: Standing): boolean =>
  one === other || areInWords(one, other);

/** «тело» may stand beside «конец кости», not beside a clause; a phrase may stand beside both. */
const areInWords = (a: string, b: string): boolean =>
  (a === 'few words' && IN_WORDS.has(b)) || (b === 'few words' && IN_WORDS.has(a));

const IN_WORDS = new Set(['word', 'few words', 'words']);

/** Lines apart at which a neighbour tempts half as much. */
const NEAR = 6;
const SAME_LINE = 6;
const SAME_PROGRAM = 2;
/** Described in the same part of speech and number. */
const SAME_STYLE = 2;
/** «Активный счёт» beside «пассивный счёт» */
const SAME_WORD = 4;
/** Under one term, or both under none. */
const SAME_LEVEL = 2;

/** How much `other` tempts where `asked` is right: the other half of its line most, then its neighbours. Above 0. */
export const temptation = (asked: Pair, other: Pair, deck: DeckIndex): number =>
  charmOf(standingOf(other, deck), standingOf(asked, deck));

/** The same for who knows where the two stand. */
export function charmOf(other: Standing, asked: Standing): number {
  const gap = Math.abs(asked.pair.fact.line - other.pair.fact.line);
  const near = gap === 0 ? SAME_LINE : NEAR / (NEAR + gap);
  if (asked.deed) return asked.deed.program === other.deed?.program ? near * SAME_PROGRAM : near;
  let likeness = asked.style === other.style ? SAME_STYLE : 1;
  for (const head of asked.heads) if (other.heads.has(head)) likeness *= SAME_WORD;
  return asked.parent === other.parent ? near * likeness * SAME_LEVEL : near * likeness;
}

/** Is the term defined in so many words that the definition stands by itself, in whatever section? */
export const isDefined = (pair: Pair, deck: DeckIndex): boolean => standingOf(pair, deck).isDefined;

/** Where a pair stands; worked out once a deck. */
export const standingOf = (pair: Pair, deck: DeckIndex): Standing =>
  deck.once('standing', pair, () => {
    const place = placesOf(deck).get(pair) ?? { block: '', section: '', isLonely: true };
    const deed = pair.code ? deedOf(pair, deck) : null;
    const heads = deed ? new Set([deed.program]) : deck.stems(pair.name);
    const sort = pair.code ? sortOfCode(pair.name) : sortOfName(pair, deck);
    const parent = parentOf(pair, deck);
    const style = openingOf(pair.text);
    const isDefined = NOMINAL.has(style) && mannerOf(pair) === 'definition' && isWordy(pair.text);
    const looks = { look: lookOf(pair), build: buildOf(pair), style, isDefined };
    return { ...place, ...looks, sort, heads, deed, pair, parent };
  });

/** «способность …», «действия, которые …» */
const NOMINAL: ReadonlySet<string> = new Set(['one', 'many']);
const DEFINING_WORDS = 4;

const isWordy = (text: string): boolean =>
  withoutAsides(text).trim().split(/\s+/u).length >= DEFINING_WORDS;

const lookOf = ({ name, code }: Pair): string =>
  code ? 'code' : `${/[A-Za-z]/.test(name)} ${/[А-яЁё]/.test(name)} ${/\s/.test(name)}`;

/** `/etc/hosts`, `conf.d/`, `nginx.conf`; not `/слово` and not `/g`. */
const PATH =
  /^(?:~?(?:\/[A-Za-z0-9_.*-]{2,})+\/?|\.{1,2}\/\S+|[A-Za-z0-9_.*-]{2,}\/|[A-Za-z0-9_-]+\.(?:conf|log|json|ya?ml|toml|ini|env|txt|md|sh|py|js|ts))$/i;
const NUMBER = /^[\d\s.,:–-]+$/u;
/** `Promise.all` */
const MEMBER = /^[A-Za-z_][A-Za-z0-9_]*\.[A-Za-z_][A-Za-z0-9_]*(?:\(.*\))?$/;
/** «Вспомогательные» among «коленный», «локтевой» */
const PLURAL = /[ыи]е$/iu;
/** `listen 80;`, `location / {`: a line of configuration among commands. */
const DIRECTIVE = /[;{}]\s*$/;

const sortOfCode = (name: string): string => (DIRECTIVE.test(name) ? 'directive' : 'command');

function sortOfName(pair: Pair, deck: DeckIndex): string {
  if (isRelation(pair)) return sortOf(pair);
  const { name } = pair;
  if (PATH.test(name)) return 'path';
  if (NUMBER.test(name)) return 'number';
  if (MEMBER.test(name)) return 'member';
  if (needsHeading(name) && PLURAL.test(name)) return 'things';
  if (SCIENCE.test(pair.text)) return 'science';
  return isSomebody(pair, deck) || isProper(pair, deck) ? 'person' : 'thing';
}

/** What a law says is a sentence, and is seen at once among descriptions of things. */
const LAW = pattern(/^(?:закон|правило|принцип|теорема|постулат|аксиома) \p{L}/iu);
/** «наука о …»: its name ends in «-логия» or the like, and so tells itself among other things. */
const SCIENCE = /^(?:наука|раздел|учение|отрасль)(?:,|\s)/iu;

/** «Пирсон 1900»; without the year only where the notes write it with a capital within a sentence. */
const PROPER = /^(\p{Lu}\p{Ll}+)(?:\s+\(?(\d{4})\)?)?$/u;
const CYRILLIC = /^\p{Script=Cyrillic}/u;
/** Small letters begin most terms of a section before a capital means anything there. */
const MOSTLY = 2 / 3;

/** A name in a section whose terms begin with small letters. */
function isProper({ name, fact }: Pair, deck: DeckIndex): boolean {
  const [, word = '', year] = PROPER.exec(name) ?? [];
  if (!CYRILLIC.test(word) || (year === undefined && !deck.isName(word))) return false;
  const share = deck.memo('small-share', () => new Map<string | null, number>());
  const known = share.get(fact.section);
  const small = known ?? smallShare(fact.section, deck);
  share.set(fact.section, small);
  return small >= MOSTLY;
}

function smallShare(section: string | null, deck: DeckIndex): number {
  const terms = deck
    .inSection(section)
    .flatMap((fact) => (fact.kind === 'definition' && CYRILLIC.test(fact.term) ? fact.term : []));
  const small = terms.filter((term) => /^\p{Ll}/u.test(term));
  return terms.length < 3 ? 0 : small.length / terms.length;
}

/** «сердце -> лёгкие -> сердце»; one arrow is read as a verb. */
const CHAIN = /(?:->|=>|→|⇒).*(?:->|=>|→|⇒)/u;

/** «б3 + м3»: beside words it is seen at once. */
const FORMULA = /^\S{1,12}\s[+=]\s\S{1,12}$/u;

/** Beside a single word no more words than these are a clause. */
const FEW_WORDS = 3;

/** A row of a table, a chain, foreign words and a single word beside a clause are seen at once among descriptions in words. */
function buildOf({ name, text }: Pair): string {
  if (LAW.test(name)) return 'law';
  if (isTabular(text)) return `row ${columnsOf(text)}`;
  if (isFigure(text)) return 'figure';
  const open = text.replace(/\([^()]*\)/gu, '').trim();
  if (FORMULA.test(open)) return 'formula';
  if (!/\p{Script=Cyrillic}/u.test(open)) return 'foreign';
  if (CHAIN.test(open)) return 'chain';
  if (isEnumeration(open)) return 'enumeration';
  const count = open.split(/\s+/u).length;
  if (count === 1) return formOf(open) === 'infinitive' ? 'few words' : 'word';
  return count <= FEW_WORDS ? 'few words' : 'words';
}

/** The columns a row of a table has a word in: a row without the last one is told by that. */
const columnsOf = (row: string): string =>
  [...row.matchAll(/(?:^|; )([^—;]{2,25}) — /gu)].map(([, column]) => column).join(',');

/** Lines without a pair of the same sort that part two blocks of a section. */
const PARTING = 4;
/** Fewer pairs than this are no block of their own. */
const LEAST_BLOCK = 4;

/** So few pairs of a section do not fill a question in every way it can be asked. */
const LONELY = 4;

type Place = Pick<Standing, 'block' | 'section' | 'isLonely'>;

const placesOf = (deck: DeckIndex): ReadonlyMap<Pair, Place> =>
  deck.memo('places-of-pairs', () => {
    const places = new Map<Pair, Place>();
    for (const pairs of [
      definitionPairs(deck),
      relationPairs(deck),
      commandPairs(deck),
      codePairs(deck),
    ]) {
      for (const [section, members] of sectionsOf(pairs, deck)) {
        const isLonely = members.length <= LONELY;
        const blocks = section === TITLES ? [members] : cutAtGaps(members);
        blocks.forEach((block, i) => {
          const place = { block: `${section}\n${i}`, section, isLonely };
          for (const pair of block) places.set(pair, place);
        });
      }
    }
    return places;
  });

const TITLES = '\t';

/** A heading that is the term itself («Docker-образ») opens no group: such terms are each other's neighbours. */
function sectionKey({ name, code, fact }: Pair, deck: DeckIndex): string {
  const { section } = fact;
  if (section === null || code) return section ?? '';
  return isTitle(name, section, deck) ? TITLES : section;
}

function isTitle(name: string, section: string, deck: DeckIndex): boolean {
  const title = new Set(contentStems(section));
  return [...deck.stems(name)].every((stem) => hasKin(stem, title));
}

function sectionsOf(pairs: readonly Pair[], deck: DeckIndex): ReadonlyMap<string, readonly Pair[]> {
  const sections = new Map<string, Pair[]>();
  for (const pair of pairs) {
    const key = sectionKey(pair, deck);
    const section = sections.get(key);
    if (section) section.push(pair);
    else sections.set(key, [pair]);
  }
  return sections;
}

/** Pieces between gaps; those too small for a block join, but no large one: they may belong under a heading we missed. */
function cutAtGaps(pairs: readonly Pair[]): Pair[][] {
  const pieces: Pair[][] = [];
  let end = -Infinity;
  for (const pair of pairs) {
    const last = pieces.at(-1);
    if (last && pair.fact.line - end < PARTING) last.push(pair);
    else pieces.push([pair]);
    end = pair.fact.line + pair.fact.source.split('\n').length - 1;
  }
  return pieces.reduce<Pair[][]>((blocks, piece) => {
    const last = blocks.at(-1);
    if (last && piece.length < LEAST_BLOCK && last.length < LEAST_BLOCK) last.push(...piece);
    else blocks.push([...piece]);
    return blocks;
  }, []);
}
