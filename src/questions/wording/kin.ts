/**
 * Kinship of words: do two stems name the same thing for a reader, across endings and alphabets?
 * «репозитор» is kin of `repository`, «контейнеризац» of «контейнер»; «порт» is not kin of «пост».
 */
import { distance } from '../../russian/distance.js';
import { rootmatesOf } from '../../russian/root.js';
import { stem } from '../../russian/stem.js';
import { skeleton } from '../../russian/skeleton.js';

const SHARED_PREFIX = 5;
const LOOSE_FROM = 5;
/** Stems of fewer letters are kin of nothing but themselves. */
const SHORTEST = 3;

const isLatin = (stem: string): boolean => stem >= 'a' && stem < '{';

/**
 * First letters that may begin skeletons with one letter («файл» and `photo`): one row a group; «а» and the rest stand
 * alone, and a letter in no row may begin with anything.
 */
const ALIKE_FIRST = ['сзцчшщкcskqxz', 'пфpf', 'оуюиейыэяoueiy', 'вvw', 'жj', 'гg', 'хh', 'тt', 'дd', 'бb', 'рr',
  'лl', 'мm', 'нn', 'аa']; // prettier-ignore
const sounds = new Uint8Array(0x500);
ALIKE_FIRST.forEach((letters, row) => {
  for (const letter of letters) sounds[letter.charCodeAt(0)] = row + 1;
});

/** False when the skeletons of two words cannot begin alike: spares looking most of them up. */
function mayBeginAlike(a: string, b: string): boolean {
  const left = sounds[a.charCodeAt(0)];
  const right = sounds[b.charCodeAt(0)];
  return !left || !right || left === right;
}

/** Equal stems, five equal first letters, skeletons one edit apart, or a Russian stem that begins its Latin twin. */
export function areKin(a: string, b: string): boolean {
  if (a === b) return true;
  if (!mayBeginAlike(a, b)) return false;
  if (beginAlike(a, b)) return true;
  if (Math.abs(a.length - b.length) > 3 || Math.min(a.length, b.length) < SHORTEST) return false;
  const left = skeleton(a);
  const right = skeleton(b);
  // Spellings of one foreign word agree in their first letter; asking for it spares most of the distances.
  if (left[0] !== right[0]) return false;
  if (isLatin(a) !== isLatin(b) && isBeginning(left, right)) return true;
  if (left === right) return Math.min(a.length, b.length) > SHORTEST;
  return Math.min(left.length, right.length) >= LOOSE_FROM && distance(left, right, 1) <= 1;
}

/** Are the first letters equal, as many as tell a word? Runs for every pair of words, so nothing is cut out of them. */
function beginAlike(a: string, b: string): boolean {
  if (a.length < SHARED_PREFIX || b.length < SHARED_PREFIX) return false;
  for (let i = 0; i < SHARED_PREFIX; i += 1) {
    if (a.charCodeAt(i) !== b.charCodeAt(i)) return false;
  }
  return true;
}

/** The stemmer takes «ит» of «коммит» for an ending: the stem is a beginning of `commit`. */
function isBeginning(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= SHORTEST && long.length - short.length <= 2 && long.startsWith(short);
}

/** Does any of the stems have kin among the others? */
export function hasKin(stem: string, others: Iterable<string>): boolean {
  for (const other of others) if (areKin(stem, other)) return true;
  return false;
}

/** Which words tell of one of these: kin, or built on one root? «психик» tells of «психолог», «меня» of «обмен». */
export function tellersOf(words: readonly string[]): (word: string) => boolean {
  const stems = words.map(stem);
  const isRootmate = rootmatesOf(words);
  return (word) => hasKin(stem(word), stems) || isRootmate(word);
}

/** How many of `stems` have kin among `others`. */
export function countKin(stems: Iterable<string>, others: ReadonlySet<string>): number {
  let count = 0;
  for (const stem of stems) if (others.has(stem) || hasKin(stem, others)) count += 1;
  return count;
}

/** `hasKin` of one company for who asks it often: only stems that may begin alike are compared. */
export function kinAmong(stems: Iterable<string>): (stem: string) => boolean {
  const all = [...stems];
  const bySound = new Map<number, string[]>();
  for (const stem of all) {
    const sound = soundOf(stem);
    const alike = bySound.get(sound);
    if (alike) alike.push(stem);
    else bySound.set(sound, [stem]);
  }
  const unsure = bySound.get(UNSURE) ?? [];
  return (stem) => {
    const sound = soundOf(stem);
    if (sound === UNSURE) return hasKin(stem, all);
    return hasKin(stem, bySound.get(sound) ?? []) || hasKin(stem, unsure);
  };
}

/** Of a letter in no row: it may begin with anything. */
const UNSURE = 0;

const soundOf = (stem: string): number => sounds[stem.charCodeAt(0)] ?? UNSURE;
