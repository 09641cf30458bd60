/**
 * Does a description say enough by itself? Half a sentence, a pronoun whose noun stands elsewhere and a line of code are
 * no descriptions: their facts are asked as a whole line, which the learner grades.
 * In: texts as the notes have them. Out: yes or no; nothing is known of the deck.
 */
import type { Definition } from '../../notes/note.js';
import { words } from '../../russian/fold.js';
import { PREPOSITIONS } from '../../notes/grammar/joints.js';
import { withoutAsides } from './display.js';
import { pattern } from '../../russian/pattern.js';

const CONJUNCTIONS = new Set('и или либо а но'.split(' '));
/** Pronouns that point at a noun; behind a preposition only. */
const POINTERS = new Set('него нее неё ней нею ним ними них нем нём'.split(' '));
/** Words that say where or how, and never of what. */
const ADVERBS = new Set(
  (
    'назад вперед вперёд вверх вниз вправо влево внутрь наружу внутри снаружи наоборот обратно справа слева выше ниже сверху снизу сзади ' +
    'спереди дальше ближе рядом сразу потом затем позже раньше быстро медленно редко часто всегда никогда иногда везде нигде ' +
    'да нет обычно еще ещё также тоже'
  ).split(' '),
);
/** «та самая артерия»: known to whoever has read the line before. */
const SAME_AS_BEFORE = pattern(
  /(?<!\p{L})(?:тот|та|то|те|того|той|тех|ту) сам(?:ый|ая|ое|ые|ого|ой|ых|ую)(?!\p{L})/iu,
);
/** «дальше развил», «потом открыли»: a story goes on. */
const GOES_ON = pattern(
  /^(?:дальше|далее|потом|затем|позже|после) \p{L}+(?:ла?|ли|ло|[еи]т|[ую]т|[ая]т)(?!\p{L})/iu,
);
/** «заметно сильнее, поэтому …»: than what, the line before knows. */
const COMPARING = pattern(
  /^(?:(?:заметно|гораздо|намного|чуть|ещ[её]|немного|значительно|куда)\s+\p{L}{2,}(?:[еь]е|[шжчщ]е)|(?:больше|меньше|лучше|хуже|быстрее|медленнее|сильнее|слабее|дороже|дешевле|проще|сложнее|легче|тяжелее|чаще|реже|короче|длиннее|шире|толще|тоньше))(?!\p{L}| чем)/iu,
);
const OBLIQUE = /(?:ый|ий|ой|ая|яя|ое|ее|ые|ие|ых|их|ого|его|ому|ему|ым|им|ыми|ими|ую|юю)$/u;
/** In the nominative; «ослабление» and «герой» are none. */
const ADJECTIVE =
  /^\p{L}{2,}(?:ый|[кгхшщчж]ий|ний|[нвл]ой|[бвгджзклмнпрстхчшщ]ая|няя|[вгклнрстхшщ]ое|нее|ые|щийся|вшийся)$/u;
const CODE = /[;{}|$]|:\/\/|=>|[A-Za-z]\(\)|^[a-z_$][A-Za-z0-9_.]{2,} = /u;
const CYRILLIC = /\p{Script=Cyrillic}/u;

/** «почти то же, но про науку»: than what, the line before knows. */
const LIKE_BEFORE = pattern(
  /^(?:примерно |почти |практически |всё |все )?(?:то|та|тот|те) же(?!\p{L})/iu,
);
/** «часть компилятора, которая за этим следит» */
const POINTING = pattern(
  /(?<!\p{L})(?:в|во|за|над|под|с|от|для|до|из|об|о|на|по|к|при)\s+(?:этого|этому|этим|этом|это)(?=\s+\p{L}+(?:[еёиуюая]т|[еиуюая]т[ь]?ся)(?!\p{L})|\s*(?:$|[,.;)]))/iu,
);
/** «… конец сказки» */
const BEGUN_BEFORE = /^(?:\.{2,}|…)/u;
/** «кусок пути; `@RequestParam` — …», «твёрдые частицы, пиноцитоз - жидкость»: the second half is of another term. */
const HOLDS_ANOTHER = /[;,]\s+[^\s,;—–-][^,;—–]{0,30}\s[—–-]\s/u;
const LEANING: readonly RegExp[] = [
  HOLDS_ANOTHER,
  BEGUN_BEFORE,
  SAME_AS_BEFORE,
  GOES_ON,
  COMPARING,
  LIKE_BEFORE,
  POINTING,
];

/** A text that says nothing without the line above it or the other half of its own line. */
export function isFragment(text: string): boolean {
  if (LEANING.some((leaning) => leaning.test(text))) return true;
  const said = words(withoutAsides(text));
  return isAdverbAlone(said) || isDenialAlone(said) || isNounless(said) || pointsAway(said);
}

/** «назад (грудной)» */
const isAdverbAlone = (said: readonly string[]): boolean =>
  said.length > 0 && said.every((word) => ADVERBS.has(word) || CONJUNCTIONS.has(word));

/** «цилиндрический», «первый завершившийся»: what is so, the heading knows. */
const isNounless = (said: readonly string[]): boolean =>
  said.length > 0 && said.every((word) => ADJECTIVE.test(word));

/** «не связанных»: of what, stands in the other half of the line. */
const isDenialAlone = (said: readonly string[]): boolean =>
  said[0] === 'не' && said.length > 1 && said.slice(1).every((word) => OBLIQUE.test(word));

/** «между ними», «дальше от него»: a pronoun before any word that could be its noun. */
function pointsAway(said: readonly string[]): boolean {
  const at = said.findIndex((word, i) => POINTERS.has(word) && PREPOSITIONS.has(said[i - 1] ?? ''));
  return at > 0 && said.slice(0, at).every((word) => PREPOSITIONS.has(word) || ADVERBS.has(word));
}

/** A line of code or a bare address: «return 301 …» describes nothing. */
export const isCodeLine = (text: string): boolean => !CYRILLIC.test(text) && CODE.test(text);

/** «1», «2»: a number in a list of cases; «403» and «22» are names of something. */
const ORDINAL = /^\d\.?$/;

/** A number says how much, not what: «100 по умолчанию», «≈ 9,8 м/с²». */
export const isFigure = (text: string): boolean => /^(?:[-+≈~<>≤≥±]\s?)?\d/u.test(text);

/** Does a description say what the thing is, so that it can be recognised: no figure, and a noun in its first clause? */
export function saysWhat(text: string): boolean {
  if (isFigure(text)) return false;
  const [clause = ''] = withoutAsides(text).split(/[,;]/u, 1);
  return !isNounless(words(clause));
}

const LEAST_SECOND = 2;

/** May a question stand on this definition: a name and a description that need nothing beside them? */
export function isWhole({ term, text, source }: Definition): boolean {
  if (ORDINAL.test(term) || isFragment(text) || isCodeLine(text)) return false;
  return !isSecondHalf(term, source) || fullWords(text) >= LEAST_SECOND;
}

const fullWords = (text: string): number =>
  words(withoutAsides(text)).filter((word) => !PREPOSITIONS.has(word) && word.length > 2).length;

/** «синхрония: язык в один момент; диахрония: в развитии»: the second half of a line leans on the first. */
function isSecondHalf(term: string, source: string): boolean {
  const at = source.toLowerCase().lastIndexOf(term.toLowerCase());
  return at > 0 && /[,;]\s+$/u.test(source.slice(0, at));
}

/** «Через что проходит», «Когда: …»: a heading that asks; what stands under it is an answer, not a name. */
const ASKING = pattern(
  /^(?:[вкнс]о?|на|через|из|от|до|за|по|для|у|под|над)?\s*(?:что|чего|чему|чем|кто|кого|кому|где|куда|откуда|когда|сколько|как)(?!\p{L}| такое)/iu,
);

/** Is the heading itself a question, so that „what is it called“ asks something else than the notes do? */
export const isAskingHeading = (section: string | null): boolean =>
  section !== null && ASKING.test(section.trim());
