/**
 * English words as Russian ears write them: «трункейт» is `truncate`, «райт» is `right`, «этсиди» is `etcd`.
 * A written English sound has several Russian spellings; two words meet when one of the ways to read the first is the second.
 */

/** Ways to write what is heard, by the English letters that stand for it; longer letters first. */
const SOUNDS: readonly (readonly [letters: string, heard: string])[] = [
  ['tion', 'шн шен шон'], ['sion', 'шн шен жн жен'], ['ture', 'чер чур тур'], ['tch', 'ч'], ['igh', 'ай'], ['sch', 'ш ск'],
  ['age', 'ейдж эйдж идж адж'], ['ai', 'ей эй ай е'], ['ay', 'ей эй ай'], ['au', 'о ау'], ['aw', 'о ау'], ['al', 'ол ал'], ['ch', 'ч к ш х'],
  ['ck', 'к'], ['dg', 'дж'], ['ee', 'и'], ['ea', 'и е э ей'], ['ei', 'ей и ай'], ['ey', 'ей эй и ай'], ['ew', 'ю у'], ['gh', 'г х '],
  ['gu', 'г гу'], ['ie', 'и ай ие'], ['kn', 'н кн'], ['oa', 'о оу'], ['oo', 'у'], ['ou', 'ау у оу о а'], ['ow', 'оу ау ов о'], ['ph', 'ф'],
  ['qu', 'кв к'], ['sh', 'ш'], ['th', 'т с з'], ['wh', 'в у'], ['wr', 'р вр'], ['a', 'а э е ей эй'], ['b', 'б'], ['c', 'к с ц'], ['d', 'д'],
  ['e', 'е э и'], ['f', 'ф'], ['g', 'г дж ж'], ['h', 'х г'], ['i', 'и ай ы й'], ['j', 'дж ж'], ['k', 'к'], ['l', 'л'], ['m', 'м'], ['n', 'н'],
  ['o', 'о оу у'], ['p', 'п'], ['q', 'к'], ['r', 'р'], ['s', 'с з'], ['t', 'т'], ['u', 'а у ю'], ['v', 'в'], ['w', 'в у'], ['x', 'кс з'],
  ['y', 'и й ай ы'], ['z', 'з ц с'],
]; // prettier-ignore

/** Letters called by their names, as in `etcd` and `cgroups`. */
const NAMES: Record<string, string> = {
  b: 'би бэ', c: 'си цэ', d: 'ди дэ', f: 'эф', g: 'джи гэ', h: 'эйч аш', j: 'джей', k: 'кей ка', l: 'эл', m: 'эм', n: 'эн', p: 'пи пэ', q: 'кью',
  r: 'ар эр', s: 'эс', t: 'ти тэ', v: 'ви вэ', x: 'икс экс', z: 'зед зет',
}; // prettier-ignore

interface Sound {
  readonly letters: string;
  readonly heard: readonly string[];
}

const byLetter = new Map<string, Sound[]>();
for (const [letters, heard] of SOUNDS) {
  const first = letters.charAt(0);
  const known = byLetter.get(first) ?? [];
  byLetter.set(first, [...known, { letters, heard: heard.split(' ') }]);
}
const names = new Map(
  Object.entries(NAMES).map(([letter, heard]) => [letter, heard.split(' ')] as const),
);

/** By the first letter of an English word, the Russian letters it may begin with: most words need no closer look. */
const initials = new Map(
  [...byLetter].map(([letter, ways]) => {
    const heard = [...ways.flatMap((way) => way.heard), ...(names.get(letter) ?? [])];
    return [letter, heard.map((sound) => sound.charAt(0)).join('')] as const;
  }),
);

const VOWEL = /[aeiouy]/;
const SOFTENERS = 'eiy';
const SOFT_ONLY = new Set(['с', 'ц', 'дж', 'ж']);

/** Longer words are no words. */
const LONGEST = 24;

/** Can the English word be written so in Russian? Both folded, the Russian one without its soft and hard signs. */
export function isHeardAs(english: string, russian: string): boolean {
  if (english.length > LONGEST || russian.length > 2 * LONGEST) return false;
  if (initials.get(english.charAt(0))?.includes(russian.charAt(0)) === false) return false;
  // Ways that led nowhere: without them a row of equal letters would be read in thousands of ways.
  const deadEnds = new Set<number>();
  const readsFrom = (at: number, heard: number): boolean => {
    if (at === english.length) return heard === russian.length;
    const place = at * (2 * LONGEST + 1) + heard;
    if (deadEnds.has(place)) return false;
    for (const { letters, sounds } of waysToRead(english, at)) {
      for (const sound of sounds) {
        const goesOn = russian.startsWith(sound, heard);
        if (goesOn && readsFrom(at + letters, heard + sound.length)) return true;
      }
    }
    deadEnds.add(place);
    return false;
  };
  return readsFrom(0, 0);
}

interface Way {
  /** How many letters are read at once. */
  readonly letters: number;
  readonly sounds: readonly string[];
}

const SILENCE = [''];

function* waysToRead(english: string, at: number): Generator<Way> {
  const letter = english.charAt(at);
  const known = byLetter.get(letter);
  if (!known) yield { letters: 1, sounds: [letter] };
  for (const { letters, heard } of known ?? []) {
    if (!english.startsWith(letters, at)) continue;
    const isHard = isSoftened(letters) && !isSoftHere(english, at);
    const sounds = isHard ? heard.filter((sound) => !SOFT_ONLY.has(sound)) : heard;
    yield { letters: letters.length, sounds };
  }
  if (isMute(english, at)) yield { letters: 1, sounds: SILENCE };
  const called = names.get(letter);
  if (called && !VOWEL.test(english.charAt(at + 1))) yield { letters: 1, sounds: called };
}

/** `c` and `g` sound so only before certain vowels; among consonants, as in `etcd`, they are letters and no sounds. */
const isSoftHere = (english: string, at: number): boolean =>
  SOFTENERS.includes(english.charAt(at + 1) || ' ') ||
  (at > 0 && !VOWEL.test(english.charAt(at - 1)) && !VOWEL.test(english.charAt(at + 1)));

const isSoftened = (letters: string): boolean => letters === 'c' || letters === 'g';

/** The last «e» of `clone` and `volumes`, one of two equal letters. */
function isMute(english: string, at: number): boolean {
  const letter = english.charAt(at);
  if (letter === english.charAt(at + 1)) return true;
  const rest = english.slice(at + 1);
  return letter === 'e' && at > 1 && (rest === '' || rest === 's');
}
