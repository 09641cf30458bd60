/**
 * Words one or two wrong letters away, found among all words of a deck.
 * Only words whose letters make it possible are looked at closely, so that 10,000 words take under a millisecond.
 */
import { isContrary } from '../russian/contrary.js';
import { distance } from '../russian/distance.js';
import { skeleton } from '../russian/skeleton.js';
import { hasCyrillic, rootOf } from './tokens.js';

/** A word as it stands in the notes. */
export interface Form {
  readonly text: string;
  readonly sound: string;
  /** Number of its root. */
  readonly root: number;
}

export interface Slip {
  readonly form: Form;
  readonly letters: number;
  /** Misspelled, or misheard in the other alphabet. */
  readonly kind: 'typo' | 'skeleton';
}

export interface SlipIndex {
  near(word: string): readonly Slip[];
}

const SHORTEST = 4;
/** Three Latin letters make a word of their own, `hub`; three Russian ones are often the middle of another. */
const SHORTEST_LATIN = 3;
/** Shortest sound in which a letter may differ. */
const SHORTEST_SOUND = 5;
/** Shortest stem in which a slip is forgiven, whatever the ending: «сделай» is no slip for «сделка». */
const SHORTEST_ROOT = 6;
const NO_WORD = /[\p{N}+#-]/u;

export function indexSlips(all: Iterable<Form>): SlipIndex {
  const forms = [...all].filter(({ text }) => isLong(text) && !NO_WORD.test(text));
  const texts = outlinesOf(forms.map(({ text }) => text));
  const roots = outlinesOf(forms.map(({ text }) => rootOf(text)));
  const sounds = outlinesOf(forms.map(({ sound }) => sound));

  const near = (word: string): Slip[] => {
    if (!isLong(word) || NO_WORD.test(word)) return [];
    const isRussian = hasCyrillic(word);
    const own = {
      text: outlineOf(word),
      root: outlineOf(rootOf(word)),
      sound: outlineOf(skeleton(word)),
    };
    const typed = allowed(word.length) || 1;
    const misheard = soundsAllowed(own.sound.text.length + 3);
    const found: Slip[] = [];
    for (let i = 0; i < forms.length; i += 1) {
      const isNearText = isPossible(own.text, texts, i, typed);
      const isNearRoot = isPossible(own.root, roots, i, typed);
      const isNearSound = isPossible(own.sound, sounds, i, misheard);
      const form = forms[i];
      if (!form || !(isNearText || isNearRoot || isNearSound)) continue;
      const off =
        (isNearText ? lettersOff(word, form.text) : null) ??
        (isNearRoot ? lettersOffRoot(own.root.text, form) : null);
      if (off !== null) found.push({ form, letters: off, kind: 'typo' });
      const isForeign = isNearSound && hasCyrillic(form.text) !== isRussian;
      const heard = isForeign ? soundsOff(own.sound.text, form.sound) : null;
      if (heard !== null) found.push({ form, letters: heard, kind: 'skeleton' });
    }
    return found;
  };
  return { near };
}

/** What is enough to see that two words are too far apart: how long they are and which letters they have. */
interface Outline {
  readonly text: string;
  readonly letters: number;
}

interface Outlines {
  readonly lengths: Uint16Array;
  readonly letters: Int32Array;
}

const outlineOf = (text: string): Outline => ({ text, letters: lettersOf(text) });

const outlinesOf = (texts: readonly string[]): Outlines => ({
  lengths: Uint16Array.from(texts, ({ length }) => length),
  letters: Int32Array.from(texts, lettersOf),
});

function isPossible(
  own: Outline,
  { lengths, letters }: Outlines,
  i: number,
  edits: number,
): boolean {
  if (Math.abs((lengths[i] ?? 0) - own.text.length) > edits) return false;
  // One edit changes at most two letters of the set.
  return bitsIn((letters[i] ?? 0) ^ own.letters) <= 2 * edits;
}

/** A set of letters as 32 bits. */
function lettersOf(word: string): number {
  let bits = 0;
  for (let i = 0; i < word.length; i += 1) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

function bitsIn(value: number): number {
  let rest = value - ((value >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

const isLong = (word: string): boolean =>
  word.length >= SHORTEST || (word.length === SHORTEST_LATIN && !hasCyrillic(word));

/** How many wrong letters a word of this length forgives. */
const allowed = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

function lettersOff(word: string, form: string): number | null {
  const limit = allowed(Math.min(word.length, form.length));
  if (limit === 0) return isSwapped(word, form) ? 1 : null;
  const off = distance(word, form, limit);
  if (off > limit || off === 0 || isContrary(word, form) || isGrown(word, form)) return null;
  return off;
}

/** A slip and another ending at once: «гепарниа» for «гепарин». */
function lettersOffRoot(root: string, form: Form): number | null {
  if (root.length < SHORTEST_ROOT || !hasCyrillic(root)) return null;
  const other = rootOf(form.text);
  return other.length < SHORTEST_ROOT ? null : lettersOff(root, other);
}

/** Two letters more or less at the end are another word: «контейнеровоз» is no slip for «контейнеров». */
const isGrown = (a: string, b: string): boolean =>
  Math.abs(a.length - b.length) > 1 && (a.startsWith(b) || b.startsWith(a));

/** In a word of three or four letters only two that changed places are a slip; any other letter makes another word. */
const isSwapped = (a: string, b: string): boolean =>
  a.length <= SHORTEST && a.length === b.length && distance(a, b, 1) === 1 && hasSameLetters(a, b);

const hasSameLetters = (a: string, b: string): boolean =>
  [...a].sort().join('') === [...b].sort().join('');

const soundsAllowed = (length: number): number => Math.min(3, Math.floor(length / 4));

function soundsOff(a: string, b: string): number | null {
  if (Math.min(a.length, b.length) < SHORTEST_SOUND) return null;
  const limit = soundsAllowed(Math.max(a.length, b.length));
  const off = distance(a, b, limit);
  return off <= limit ? off : null;
}
