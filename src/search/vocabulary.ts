/**
 * All words of one deck, and which of them a typed word may stand for.
 * A word is read plainly (itself, another form, another name, the other alphabet) and only when that fails loosely (a slip of
 * the finger, a beginning). Roots are numbered in the order they come.
 */
import { skeleton } from '../russian/skeleton.js';
import { aliasOf } from '../russian/aliases.js';
import {
  borrowedFrom,
  endsMute,
  fromRoman,
  inRussianLetters,
  shortenedFrom,
  spelledAs,
  withoutPlural,
} from './borrowed.js';
import { isHeardAs } from './heard.js';
import { indexSlips, type Form, type SlipIndex } from './slips.js';
import { synonymsOf } from './synonyms.js';
import { hasCyrillic, rootOf } from './tokens.js';

/** How a word was recognised, from the plainest to the boldest. */
export type Rung = 'exact' | 'alias' | 'stem' | 'layout' | 'skeleton' | 'typo' | 'words';

export interface WordReading {
  readonly root: number;
  /** The word as it stands in the notes. */
  readonly form: string;
  readonly rung: Rung;
  /** 1 for the very word, less for every liberty taken. */
  readonly quality: number;
}

export interface Vocabulary {
  /** The number of the root, given out when it is new. */
  add(word: string): number;
  /** Words it is without guessing at slips. */
  plain(word: string): readonly WordReading[];
  /** Is there any such word? */
  knows(word: string): boolean;
  /** Words it may be with a letter or two wrong or its end left out; best first. */
  loose(word: string): readonly WordReading[];
  /** Words grown from the same beginning, «петровский» and «Пётр»: too weak to find anything alone. */
  kin(word: string): readonly WordReading[];
  /** Is it a Russian verb around a foreign word, «склонировать»? Then it names a command as a noun would. */
  isBorrowed(word: string): boolean;
}

const QUALITY = {
  exact: 1, stem: 0.94, sound: 0.88, alias: 0.8, slip: 0.74, shortened: 0.7, beginning: 0.65, kin: 0.5,
}; // prettier-ignore
/** What each wrong letter after the first takes away. */
const SECOND_SLIP = 0.08;

/** Shortest word heard in the other alphabet; in its own the ear is trusted later, «шит» and «щит» being two words. */
const SHORTEST_SOUND = { other: 3, own: 5 };
/** «Парацет» is enough to know the word; fewer letters begin too many. */
const SHORTEST_BEGINNING = 5;
const SHORTEST_KIN = 3;
/** Words whose readings are kept. */
const MOST_RECENT = 200;
/** Letters two words must begin with to be kin when neither begins the other. */
const SHORTEST_SHARED = 6;
/** Letters kin may have apart: few when what they share is short. */
const kinTail = (shared: string): number => (shared.length === SHORTEST_KIN ? 2 : 5);

/** Words that are heard rather than spelled out. */
const ENGLISH = /^[a-z]{2,24}\d?$/;

interface Root {
  readonly text: string;
  readonly number: number;
  /** The form it was met in first. */
  readonly form: string;
}

export function createVocabulary(): Vocabulary {
  const roots: Root[] = [];
  const byText = new Map<string, Root>();
  const forms = new Map<string, Form>();
  const english: Form[] = [];
  const sounds = new Map<string, Set<Root>>();
  // Made when first asked for, after the last word has come.
  let slips: SlipIndex | null = null;
  let sorted: readonly Root[] | null = null;
  const recentPlain = new Map<string, readonly WordReading[]>();
  const recentLoose = new Map<string, readonly WordReading[]>();

  const hear = (sound: string, root: Root): void => {
    const known = sounds.get(sound);
    if (known) known.add(root);
    else sounds.set(sound, new Set([root]));
  };

  const add = (word: string): number => {
    const known = forms.get(word);
    if (known) return known.root;
    const text = rootOf(word);
    const root = byText.get(text) ?? { text, number: roots.length, form: word };
    if (root.number === roots.length) {
      roots.push(root);
      byText.set(text, root);
      hear(skeleton(text), root);
    }
    const sound = skeleton(word);
    const form = { text: word, sound, root: root.number };
    forms.set(word, form);
    if (ENGLISH.test(word)) english.push(form);
    hear(sound, root);
    if (endsMute(word)) hear(sound.slice(0, -1), root);
    slips = sorted = null;
    recentPlain.clear();
    recentLoose.clear();
    return root.number;
  };

  const heardAs = (word: string, spellings: readonly string[]): Root[] => {
    const isRussian = hasCyrillic(word);
    const heard = new Set(
      spellings.flatMap((spelling) => [...(sounds.get(skeleton(spelling)) ?? [])]),
    );
    return [...heard].filter(({ text }) => {
      const least = SHORTEST_SOUND[hasCyrillic(text) === isRussian ? 'own' : 'other'];
      // The stem may have lost one letter to its ending.
      return word.length >= least && text.length >= least - 1;
    });
  };

  /** English words that may be written so by ear. */
  const spokenAs = (word: string): Root[] => {
    const russian = hasCyrillic(word)
      ? [word, rootOf(word), withoutPlural(word)]
      : [inRussianLetters(word)];
    const spellings = new Set(
      russian.map((text) => text.replace(/[ьъ]/g, '').replace(/(.)\1/g, '$1')),
    );
    const heard = [...spellings].filter(({ length }) => length >= SHORTEST_SOUND.other);
    return english
      .filter(({ text, root }) =>
        heard.some(
          (spelling) => isHeardAs(text, spelling) || isHeardAs(roots[root]?.text ?? '', spelling),
        ),
      )
      .flatMap(({ root }) => roots[root] ?? []);
  };

  const foreignIn = (word: string): Root[] =>
    borrowedFrom(word)
      .flatMap((core) => heardAs(core, [core]))
      .filter(({ text }) => !hasCyrillic(text));

  const startingWith = (beginning: string): readonly Root[] => {
    sorted ??= [...roots].sort((a, b) => (a.text < b.text ? -1 : 1));
    const from = firstAtLeast(sorted, beginning);
    let to = from;
    while (sorted[to]?.text.startsWith(beginning)) to += 1;
    return sorted.slice(from, to);
  };

  /** One look-up asks the same word several times. */
  const remembered =
    (known: Map<string, readonly WordReading[]>, read: (word: string) => readonly WordReading[]) =>
    (word: string): readonly WordReading[] => {
      const readings = known.get(word) ?? read(word);
      if (known.size >= MOST_RECENT) known.clear();
      known.set(word, readings);
      return readings;
    };

  const readPlainly = (word: string): WordReading[] => {
    const found = new Map<number, WordReading>();
    const note = (known: readonly (Root | undefined)[], rung: Rung, quality: number): void => {
      for (const root of known) {
        if (root && !found.has(root.number)) found.set(root.number, readingOf(root, rung, quality));
      }
    };
    const exact = forms.get(word);
    if (exact) note([roots[exact.root]], 'exact', QUALITY.exact);
    if (word.length > 1) note([byText.get(rootOf(word))], 'stem', QUALITY.stem);
    const spellings = hasCyrillic(word)
      ? [word, rootOf(word), ...spelledAs(word)]
      : [word, rootOf(word), ...fromRoman(word)];
    note(heardAs(word, spellings), 'skeleton', QUALITY.sound);
    const nickname = aliasOf(word);
    if (nickname !== undefined) note([byText.get(rootOf(nickname))], 'alias', QUALITY.sound);
    note(foreignIn(word), 'alias', QUALITY.alias);
    const names = [word, ...borrowedFrom(word)].flatMap((name) => [...synonymsOf(name)]);
    note(
      names.map((name) => byText.get(rootOf(name))),
      'alias',
      QUALITY.alias,
    );
    if (found.size === 0) note(spokenAs(word), 'skeleton', QUALITY.sound);
    const beginning = shortenedFrom(word);
    if (beginning !== null) note(startingWith(beginning), 'alias', QUALITY.shortened);
    return [...found.values()];
  };

  const readLoosely = (word: string): WordReading[] => {
    slips ??= indexSlips(forms.values());
    const best = new Map<number, WordReading>();
    for (const { form, letters, kind } of slips.near(word)) {
      const quality = QUALITY.slip - SECOND_SLIP * (letters - 1);
      if ((best.get(form.root)?.quality ?? 0) >= quality) continue;
      best.set(form.root, { root: form.root, form: form.text, rung: kind, quality });
    }
    if (best.size > 0) return [...best.values()].sort((a, b) => b.quality - a.quality);
    const root = rootOf(word);
    const beginning = root.length > SHORTEST_BEGINNING ? root : word;
    const longer = beginning.length < SHORTEST_BEGINNING ? [] : startingWith(beginning);
    // What such a verb begins with is a noun: «образ» is not «образовать» left unfinished.
    const unfinished = longer.filter(({ text }) => text !== `${word}ова`);
    return unfinished.map((root) => readingOf(root, 'typo', QUALITY.beginning));
  };

  /** «Сохранения» and «сохранять»: both grown from a beginning that is no word of the notes itself. */
  const besideOf = (own: string): Root[] => {
    const shared = own.slice(0, Math.max(SHORTEST_SHARED, own.length - 2));
    return startingWith(shared).filter(
      ({ text }) => !text.startsWith(own) && text.length - shared.length <= 2,
    );
  };

  const kin = (word: string): WordReading[] => {
    const own = rootOf(word);
    if (own.length < SHORTEST_KIN || !hasCyrillic(own)) return [];
    const beginnings = Array.from({ length: own.length - SHORTEST_KIN }, (_, i) =>
      own.slice(0, SHORTEST_KIN + i),
    );
    const shorter = beginnings
      .filter((shared) => own.length - shared.length <= kinTail(shared))
      .flatMap((shared) => byText.get(shared) ?? []);
    const longer = startingWith(own).filter(({ text }) => {
      const tail = text.length - own.length;
      return tail > 0 && tail <= kinTail(own);
    });
    const beside = own.length < SHORTEST_SHARED ? [] : besideOf(own);
    return [...shorter, ...longer, ...beside].map((root) => readingOf(root, 'words', QUALITY.kin));
  };

  const isBorrowed = (word: string): boolean =>
    foreignIn(word).length > 0 || borrowedFrom(word).some((core) => synonymsOf(core).size > 0);

  const plain = remembered(recentPlain, readPlainly);
  const loose = remembered(recentLoose, readLoosely);
  return { add, plain, knows: (word) => plain(word).length > 0, loose, kin, isBorrowed };
}

const readingOf = ({ number, form }: Root, rung: Rung, quality: number): WordReading => ({
  root: number, form, rung, quality,
}); // prettier-ignore

/** Place of the first root not before the text (binary search). */
function firstAtLeast(sorted: readonly Root[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.text ?? '') < text) low = middle + 1;
    else high = middle;
  }
  return low;
}
