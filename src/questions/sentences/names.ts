/**
 * Foreign names in Russian sentences: what a cloze may blank without any word having to agree.
 * In: a sentence of the notes. Out: its gaps, each with the other names of the deck that look alike.
 */
import type { Fact } from '../../notes/note.js';
import type { DeckIndex } from '../deck-index.js';
import { formOf } from '../wording/form.js';
import { areKin, hasKin } from '../wording/kin.js';
import { GAP } from '../wording/display.js';
import { classOfListed } from './enumerated.js';
import { areApart, isSaidElsewhere, sayings, sayingsByStem, type Gap } from './gap.js';
import { pattern } from '../../russian/pattern.js';

/** `Docker Hub`, `MongoDB`, `nginx.conf`, `read-only`; not the front of «Docker-образ». */
const NAME = pattern(
  /(?<![\p{L}\p{N}/.@<-])[A-Z][A-Za-z0-9+#.]*[A-Za-z0-9+#](?: [A-Z][a-z][A-Za-z0-9]*)*(?![\p{L}\p{N}-])|(?<![\p{L}\p{N}/.@<'-])[a-z][a-z0-9]+(?:[-._][a-z0-9]+)*(?![\p{L}\p{N}-])/gu,
);

/** `Docker repository`: in a sentence its second word would be no part of the name, as a term it is. */
const LATIN_TERM = /^[A-Z][A-Za-z0-9+#.]*(?: [A-Za-z][A-Za-z0-9]*){1,2}$/;

/** Joining words, abbreviations of phrases: never worth asking. */
const NOISE = new Set('or and the of in to for a an is on by with vs etc ok id'.split(' '));

const BEFORE_EXAMPLE = /(?:например|таки[емх]+ как|типа|вроде|в том числе)[^.;]*$/iu;
const LIST_BEFORE = /[A-Za-z0-9],?\s+(?:и |или |and |or )?$|[A-Za-z0-9], $|[\p{L}\d]\s?[/<>]\s?$/u;
const LIST_AFTER = /^,?\s+(?:(?:и|или|and|or) )?(?=[A-Za-z])|^, [A-Za-z]|^\s?[/<>]\s?[\p{L}\d]/u;
/** `[...new Set(arr)]`, `f(x)`: a piece of code with a hole in it is no sentence. */
const INSIDE_CODE = /[[{`][^\]}`]*$|\.\.\.$/u;
const CODE_AFTER = /^[(\])}`]/u;
/** «в production», «для prod»: a small word behind a preposition is beside the point. */
const PREPOSITION_BEFORE = pattern(
  /(?<!\p{L})(?:в|во|на|с|со|к|от|из|для|до|по|при|у|за|через|без|под|над)\s+$/iu,
);
/** A name beside another one is a part of it or explains it. */
const NEIGHBOUR_BEFORE = /[A-Za-z0-9] $/;
const NEIGHBOUR_AFTER = /^ [A-Za-z0-9]/;
/** Wrong names kept for drawing, longer and shorter than the answer. */
const MOST_OF_A_SORT = 3;
/** Names looked at for a gap; a large deck has thousands. */
const MOST_TRIED = 16;
/** A word in five facts and in every fifteenth is what the deck is about. */
const EVERYWHERE = 5;
const EVERYWHERE_SHARE = 15;

type Class = 'name' | 'capitals' | 'file' | 'word';

function classOf(name: string): Class {
  if (/\.[a-z]+$/i.test(name) || /file$/i.test(name)) return 'file';
  if (/^[A-Z0-9]{2,}$/.test(name)) return 'capitals';
  return /^[A-Z]/.test(name) ? 'name' : 'word';
}

/** Names of the deck by class, those left out that stand everywhere and tell nothing. */
export const latinNames = (deck: DeckIndex): ReadonlyMap<Class, readonly string[]> =>
  deck.memo('latin-names', () => {
    const byClass = new Map<Class, Map<string, string>>();
    const add = (name: string): void => {
      if (!isTelling(name, deck)) return;
      const group = byClass.get(classOf(name)) ?? new Map<string, string>();
      if (!group.has(name.toLowerCase())) group.set(name.toLowerCase(), name);
      byClass.set(classOf(name), group);
    };
    for (const text of sayings(deck)) for (const [name] of text.matchAll(NAME)) add(name);
    for (const { term } of deck.ofKind('definition')) if (LATIN_TERM.test(term)) add(term);
    return new Map([...byClass].map(([key, group]) => [key, [...group.values()]]));
  });

function isTelling(name: string, deck: DeckIndex): boolean {
  return (
    name.length > 1 &&
    !NOISE.has(name.toLowerCase()) &&
    ![...deck.stems(name)].every((stem) => isEverywhere(stem, deck))
  );
}

/** Does the word stand in so many facts that asking for it asks for the name of the deck? */
function isEverywhere(stem: string, deck: DeckIndex): boolean {
  const count = sayingsByStem(deck).get(stem)?.length ?? 0;
  return count >= EVERYWHERE && count * EVERYWHERE_SHARE >= deck.facts.length;
}

/** The gaps that can be made of foreign names in the sentence of a fact. */
export const nameGaps = (sentence: string, fact: Fact, deck: DeckIndex): readonly Gap[] =>
  deck.once('name-gaps', fact, () => findGaps(sentence, fact, deck));

function findGaps(sentence: string, fact: Fact, deck: DeckIndex): Gap[] {
  const seen = new Set<string>();
  const gaps: Gap[] = [];
  for (const match of sentence.matchAll(NAME)) {
    const [answer] = match;
    if (seen.has(answer) || !isTelling(answer, deck)) continue;
    seen.add(answer);
    const before = sentence.slice(0, match.index);
    const after = sentence.slice(match.index + answer.length);
    if (BEFORE_EXAMPLE.test(before) || LIST_BEFORE.test(before) || LIST_AFTER.test(after)) continue;
    if (NEIGHBOUR_BEFORE.test(before) || NEIGHBOUR_AFTER.test(after)) continue;
    if (INSIDE_CODE.test(before) || CODE_AFTER.test(after)) continue;
    if (classOf(answer) === 'word' && PREPOSITION_BEFORE.test(before)) continue;
    const text = sentence.replaceAll(NAME, (name) => (name === answer ? GAP : name));
    gaps.push({ answer, text, others: othersFor(answer, text, fact, deck) });
  }
  return gaps;
}

/** Wrong names for a gap, the most tempting ones; none for a word in small letters, which any other word betrays. */
function othersFor(answer: string, text: string, fact: Fact, deck: DeckIndex): string[] {
  const said = deck.stems(`${text} ${fact.source}`);
  const gap: Gap = { answer, text, others: [] };
  const isNamed = isNamedBefore(text);
  const isWrong = (name: string): boolean =>
    isOther(name, answer, deck) &&
    isOfOneClass(name, answer, isNamed, deck) &&
    ![...deck.stems(name)].every((stem) => hasKin(stem, said)) &&
    !isSaidElsewhere(name, gap, deck);
  const leaks = [...deck.stems(answer)].filter((stem) => hasKin(stem, deck.stems(text)));
  const covers = (name: string): boolean => leaks.every((leak) => hasKin(leak, deck.stems(name)));
  // Some longer and some shorter ones, so that the length of the answer need not tell it.
  const longer: string[] = [];
  const shorter: string[] = [];
  for (const name of mostTempting(companyOf(answer, deck), answer)) {
    const side = name.length > answer.length ? longer : shorter;
    if (side.length < MOST_OF_A_SORT && covers(name) && isWrong(name)) side.push(name);
  }
  return [...longer, ...shorter];
}

const WORD_BEFORE = /([\p{Script=Cyrillic}-]+)\s$/u;

/** «под управлением ОС ___», «приложение ___»: the word before says what is named, and rules other things out. */
function isNamedBefore(text: string): boolean {
  const word = WORD_BEFORE.exec(text.slice(0, text.indexOf(GAP)))?.[1] ?? '';
  return word.length > 1 && formOf(word) === 'noun' && !PREPOSITION_BEFORE.test(`${word} `);
}

/** Listed together, or neither listed; of one sort where the sentence says what is named. */
function isOfOneClass(name: string, answer: string, isNamed: boolean, deck: DeckIndex): boolean {
  const own = classOfListed(answer, deck);
  if (own !== classOfListed(name, deck)) return false;
  return own !== undefined || !isNamed || areOfOneSort(name, answer, deck);
}

/** Names that may stand in for this one: of its class; files and other names also where they begin alike. */
function companyOf(answer: string, deck: DeckIndex): readonly string[] {
  const kind = classOf(answer);
  if (kind === 'word') return [];
  const sameClass = latinNames(deck).get(kind) ?? [];
  if (kind === 'capitals') return sameClass;
  const kindred = latinNames(deck).get(kind === 'file' ? 'name' : 'file') ?? [];
  return [...sameClass, ...kindred.filter((name) => beginsLike(name, answer))];
}

/** Two files, names listed together or sharing a word (`Docker Hub`, `Docker Desktop`): each could stand for the other. */
export function areOfOneSort(a: string, b: string, deck: DeckIndex): boolean {
  if (classOf(a) === 'file' && classOf(b) === 'file') return true;
  const listed = classOfListed(a, deck);
  return (listed !== undefined && listed === classOfListed(b, deck)) || !areApart(a, b, deck);
}

const beginsLike = (a: string, b: string): boolean =>
  a.slice(0, 4).toLowerCase() === b.slice(0, 4).toLowerCase();

/** The names that come to mind first: they begin alike, are built alike or stand near in the notes. */
function mostTempting(names: readonly string[], answer: string): readonly string[] {
  const at = names.indexOf(answer);
  const start = Math.max(0, at - MOST_TRIED);
  const wordCount = answer.split(' ').length;
  const charm = (name: string): number =>
    (beginsLike(name, answer) ? 2 : 0) + (name.split(' ').length === wordCount ? 1 : 0);
  return names
    .slice(start, start + 2 * MOST_TRIED)
    .map((name, i) => ({ name, charm: charm(name), distance: Math.abs(start + i - at) }))
    .sort((a, b) => b.charm - a.charm || a.distance - b.distance)
    .slice(0, MOST_TRIED)
    .map(({ name }) => name);
}

/** Another name, not another spelling or a part of this one; a word the whole deck shares does not count. */
function isOther(name: string, answer: string, deck: DeckIndex): boolean {
  if (name === answer) return false;
  const own = [...deck.stems(answer)].filter((stem) => !isEverywhere(stem, deck));
  const theirs = [...deck.stems(name)].filter((stem) => !isEverywhere(stem, deck));
  return theirs.length > 0 && !own.some((stem) => theirs.some((other) => areKin(stem, other)));
}

/** Other names of the deck that a learner might write instead, for the judge of a typed gap. */
export const rivalNames = (answer: string, deck: DeckIndex): readonly string[] =>
  mostTempting(
    deck.memo('all-names', () => [...latinNames(deck).values()].flat()),
    answer,
  ).filter((name) => name !== answer);
