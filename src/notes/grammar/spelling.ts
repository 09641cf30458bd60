/**
 * How a phrase of the note is shown: headings shouted in capitals become ordinary words, `Docker - ОБРАЗАМИ` becomes
 * «Docker-образами». Abbreviations and names are known from the table and from how the same note writes them elsewhere.
 */
import { stem } from '../../russian/stem.js';
import { PREPOSITIONS } from './joints.js';
import { pattern } from '../../russian/pattern.js';

/** How one note writes its words. */
export interface Vocabulary {
  /** Russian words seen in lower case. */
  readonly lower: ReadonlySet<string>;
  /** Russian words seen with a capital in the middle of a line, folded to lower case. */
  readonly names: ReadonlySet<string>;
  /** Foreign name and Russian noun the note joins by a hyphen, as `docker-образ` (the noun by its stem). */
  readonly compounds: ReadonlySet<string>;
}

const CYRILLIC_WORD = pattern(/(?<!\p{L})[А-ЯЁа-яё]+(?!\p{L})/gu);
const GLUED = pattern(
  /(?<![\p{L}\p{N}.])(\p{Script=Latin}[\p{Script=Latin}\p{N}.]*)-(\p{Script=Cyrillic}{4,})/gu,
);
const LATIN_CAPS = pattern(
  /(?<![\p{L}\p{N}.])(\p{Script=Latin}[\p{Script=Latin}\p{N}.]*)\s+[-–—]\s+(?=[А-ЯЁ]{3})/gu,
);
const LATIN_DASH = pattern(
  /(?<![\p{L}\p{N}.])(\p{Script=Latin}[\p{Script=Latin}\p{N}.]*)(\s+[-–—]\s+|\s+)(\p{Script=Cyrillic}{3,})/gu,
);
/** `Docker ОБРАЗ - …`: a term shouted after a foreign name is written with a hyphen. */
const SHOUTED_TERM = /^(\p{Script=Latin}[\p{Script=Latin}\p{N}.]*)\s+([А-ЯЁ]{3,})\s+[-–—]\s/u;

const ABBREVIATIONS = new Set(
  (
    'субд гост вич спид ссср снг нато оон ес сша рф мвд фсб мид юнеско эвм элт асу ооп ооо оао зао пао ип ндс ввп ввс гк ук упк гпк тк коап ' +
    'днк рнк атф фио ос озу пзу цп цпу пк по ии иб бд ск жк кпд эдс вуз сми цнс жкт экг мрт узи орви лфк фз мрот инн снилс егэ ' +
    'гиа ран мгу нэп гулаг вчк ркп кпсс вкп цк чк сро соэ ибс ад чсс жел лпвп лпнп'
  ).split(' '),
);

/** Short words that are words; other short words in capitals are taken for abbreviations. */
const SHORT_WORDS = new Set(
  (
    'а и но или да не ни что как кто где чем чей чья чьё его её их им нам вам вас нас мы вы он она оно они это эта эти тот та те все всё вся оба обе ' +
    'для при про без над под из от до за на по об во со к с в о у же бы ли то так тут там раз два три пять шаг тип вид код имя ' +
    'лес мир век год дом ход сон ток вес газ сок зуб рот нос лоб ген род сад суд акт иск мор ряд ключ цель роль сеть путь суть'
  ).split(' '),
);

/** What the lines of a note tell about its spelling. */
export function readVocabulary(lines: Iterable<string>): Vocabulary {
  const lower = new Set<string>();
  const names = new Set<string>();
  const compounds = new Set<string>();
  for (const line of lines) {
    for (const match of line.matchAll(CYRILLIC_WORD)) {
      const [word] = match;
      const first = word.charAt(0);
      if (first === first.toLowerCase()) lower.add(word);
      else if (
        match.index > 0 &&
        word.length > 2 &&
        word.slice(1) === word.slice(1).toLowerCase()
      ) {
        if (!/[.!?:)»"-]\s*$/.test(line.slice(Math.max(0, match.index - 3), match.index))) {
          names.add(word.toLowerCase());
        }
      }
    }
    for (const [, latin = '', noun = ''] of line.matchAll(GLUED))
      compounds.add(compound(latin, noun));
    const [, latin, noun] = SHOUTED_TERM.exec(line) ?? [];
    if (latin !== undefined && noun !== undefined) compounds.add(compound(latin, noun));
  }
  return { lower, names, compounds };
}

const compound = (latin: string, noun: string): string => `${latin.toLowerCase()}-${stem(noun)}`;

/** Joins a foreign name and the Russian noun it belongs to: only pairs the note itself writes with a hyphen. */
export function joinCompounds(text: string, vocabulary: Vocabulary): string {
  if (vocabulary.compounds.size === 0) return text;
  return text.replace(LATIN_DASH, (whole, latin: string, gap: string, noun: string) => {
    const isOdd = gap.trim() !== '' || /^[А-ЯЁ]/.test(noun);
    if (!isOdd || !vocabulary.compounds.has(compound(latin, noun))) return whole;
    return `${latin}-${noun.toLowerCase()}`;
  });
}

/** `РАБОТА С Docker - ОБРАЗАМИ` → `РАБОТА С Docker-ОБРАЗАМИ`; a name that begins the line is a term and its dash stays. */
export function joinCapitals(text: string): string {
  return text.replace(LATIN_CAPS, (whole, latin: string, at: number) =>
    /[А-ЯЁ]{2}|^[А-ЯЁ]\s/.test(text.slice(0, at)) ? `${latin}-` : whole,
  );
}

const isBracketed = (text: string, word: string, at: number): boolean =>
  text[at - 1] === '(' && text[at + word.length] === ')';

/** «И потерять»: a joint of one letter shouted with its neighbours. */
const SHOUTED_JOINT = /(?<=[а-яё,] )[ИАВКСОУ](?= [а-яё])/gu;

/** Shouted words of a sentence in ordinary letters; a first word keeps its capital. */
export function calm(text: string, vocabulary: Vocabulary): string {
  if (!/[А-ЯЁ]{2}/.test(text)) return text;
  const written = new Set(text.match(CYRILLIC_WORD));
  const calmed = text.replace(CYRILLIC_WORD, (word, at: number) => {
    // «АА или аа», «(ОПЕК)»: where both spellings stand, or the word is all there is in its bracket, capitals mean something.
    if (written.has(word.toLowerCase()) || isBracketed(text, word, at)) return word;
    const quiet = quietWord(word, vocabulary);
    return at === 0 && quiet !== word ? capitalise(quiet) : quiet;
  });
  return calmed === text ? text : calmed.replace(SHOUTED_JOINT, (joint) => joint.toLowerCase());
}

/** «ПЕТРА I», but not «КУЛЬТУРА XIX ВЕКА»: a number that belongs to a person. */
const RULER_NUMBER = pattern(
  /^\s+(?:I{1,3}|IV|VI{0,3})(?![\p{L}\p{N}])(?!\s+(?:ВЕК|КУРС|ЭТАП|СТЕП|ТИП|УРОВ))/u,
);
/** The first word behind «Лекция 1.» */
const AFTER_NUMBER = /(?<=\d[.:]\s)[а-яё]/gu;
const capitaliseLast = (letter: string): string => letter.toUpperCase();

/** A heading as shown: one space between words, no shouting, a capital first. */
export function headline(text: string, vocabulary: Vocabulary): string {
  const isShouted = isCapitals(text);
  const joined = joinCompounds(joinCapitals(text), vocabulary);
  const quiet = joined.replace(CYRILLIC_WORD, (word, at: number) => {
    if (word.length === 1 && isShouted) return word.toLowerCase();
    const calmed = quietWord(word, vocabulary);
    return calmed !== word && RULER_NUMBER.test(joined.slice(at + word.length))
      ? capitalise(calmed)
      : calmed;
  });
  const whole = quiet.replace(/\s+/g, ' ').trim();
  return capitalise(isShouted ? whole.replace(AFTER_NUMBER, capitaliseLast) : whole);
}

function quietWord(word: string, vocabulary: Vocabulary): string {
  if (word.length < 2 || word !== word.toUpperCase()) return word;
  const lower = word.toLowerCase();
  if (SHORT_WORDS.has(lower) || PREPOSITIONS.has(lower)) return lower;
  if (ABBREVIATIONS.has(lower) || !/[аеёиоуыэюя]/.test(lower)) return word;
  if (word.length <= 2) return word;
  if (vocabulary.lower.has(lower)) return lower;
  if (word.length <= 3) return word;
  return vocabulary.names.has(lower) ? capitalise(lower) : lower;
}

/** The text with a capital first letter, unless it begins with a foreign word. */
export function capitalise(text: string): string {
  const first = text.charAt(0);
  return /[а-яё]/.test(first) ? first.toUpperCase() + text.slice(1) : text;
}

/** The text with a small first letter, unless it begins with an abbreviation or a foreign word. */
export const lowerFirst = (text: string): string =>
  /^[А-ЯЁ](?:[а-яё]|\s)/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

const CAPITAL_SHARE = 0.75;

/** Is the Russian part of the text written in capitals? False without a Russian word of four letters. */
export function isCapitals(text: string): boolean {
  if (!/[А-ЯЁ]{4}/.test(text)) return false;
  const letters = text.match(/[А-ЯЁа-яё]/g) ?? [];
  const capitals = letters.filter((letter) => letter <= 'Я' || letter === 'Ё').length;
  return capitals >= letters.length * CAPITAL_SHARE;
}

/** Is the term an abbreviation, so that its capitals do not make it a heading: «СУБД - система управления …»? */
export function isAbbreviation(term: string, text: string): boolean {
  const bare = term.toLowerCase();
  if (ABBREVIATIONS.has(bare) || !/[аеёиоуыэюя]/.test(bare)) return true;
  if (/\s/.test(term) || term.length > 6) return false;
  const initials = (text.match(/(?<!\p{L})\p{L}/gu) ?? []).join('').toLowerCase();
  return initials.includes(bare);
}
