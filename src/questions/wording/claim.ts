/**
 * Does «термин» — описание read as a sentence that a stranger could call true or false?
 * In: a term and its description as a question shows them; nothing is known of the deck. Out: yes or no.
 */
import { hasFiniteVerb, isInfinitive } from '../../notes/grammar/verbs.js';
import { words } from '../../russian/fold.js';
import { pattern } from '../../russian/pattern.js';
import { saysWhat } from './whole.js';

/** In fewer words hardly anything is said. */
const FEWEST_WORDS = 4;

/** Signs that stand for words: «стебель = донце», «телефон/почта», «2 + 2»; also a bare letter, «t около 5000». */
const NOTATION = pattern(/[;=/+<>~→⇒|{}]|(?<![\p{L}\p{N}.\\])[a-z](?![\p{L}\p{N}])/u);
/** «зачаток. бывает двух видов»: a new sentence that the author did not care to begin. */
const RUNS_ON = /[.!?] \p{Ll}/gu;
const ABBREVIATION = pattern(
  /(?<!\p{L})(?:т\.\s?[дпек]|др|пр|см|г|гг|в|вв|тыс|млн|млрд|мин|сек|ок|напр)\.$/iu,
);
/** «обратно …», «на которую …», «"Название книги", …»: the end of something, or its name. */
const OPENS_ODDLY = pattern(
  /^(?:(?:обратн|наоборот|противоположно|аналогичн|тоже|также|там)\p{L}*(?!\p{L})|(?:\p{L}{1,4} )?котор|["«„“]|[-–—+])/iu,
);
/** «слой над ней», «участок между ними»: a pronoun before anything that it could stand for. */
const POINTS_AWAY = pattern(
  /^[^,:(—]*(?<!\p{L})(?:в|на|над|под|за|из|от|с|у|о|к|по|между|около|перед|через|после|вокруг|для|без) (?:ним|ней|н[её]м|него|не[её]|ними|них|нею|нему|ним)(?!\p{L})/iu,
);
/** «очень плотная», «ровно один»: an adjective without its noun, however it is strengthened. */
const DEGREE = pattern(
  /^(?:(?:не|очень|сам(?:ый|ая|ое|ые)|более|менее|почти|ровно|только|довольно|чуть|слегка)\s+)+/iu,
);
const BARE_ONE = pattern(
  /^(?:один|одна|одно|первый|первая|первое|второй|вторая|второе)(?=\s*(?:[,;:(]|$))/iu,
);
/** «каждый узел соединён с двумя»: a short participle behind its subject makes a sentence of its own. */
const SAYS_OF_ITSELF = pattern(
  /^[^,;:(—]*\p{L}\s+(?:\p{L}+\s+)*\p{L}{3,}(?:ён|ен[аоы]|ан[аоы]?|ят[аоы]?)(?!\p{L})/iu,
);

/** Is this description one that may be claimed of its term, or of another one? */
export function isClaimable(text: string): boolean {
  if (words(text).length < FEWEST_WORDS || OPENS_ODDLY.test(text) || POINTS_AWAY.test(text))
    return false;
  const calm = text.replace(DEGREE, '');
  if (!saysWhat(calm) || BARE_ONE.test(calm) || NOTATION.test(text)) return false;
  return !runsOn(text) && !isRow(text) && !SAYS_OF_ITSELF.test(text);
}

const runsOn = (text: string): boolean =>
  [...text.matchAll(RUNS_ON)].some(({ index }) => !ABBREVIATION.test(text.slice(0, index + 1)));

const PART = /\s*[,:]\s*/u;
const JOINED = /\s+(?:и|или)\s+/u;
const LONGEST_PART = 3;
const OPENS_CLAUSE = pattern(
  /^(?:котор|где|что|чтоб|когда|если|как|куда|откуда|пока|так|то|но|а|не|без|для|из|в|на|с|от|до|по|при|у|к|под|над|через|между|после|перед)(?:\p{L}{0,3})(?!\p{L})/iu,
);

/** «рассказ, беседа, лекция», «в тень, снять лишнее, пить»: examples or deeds in a row say nothing of the term. */
function isRow(text: string): boolean {
  const parts = text.replace(/\s*\([^()]*\)/gu, '').split(PART);
  if (parts.length < 2) return false;
  parts.push(...(parts.pop() ?? '').split(JOINED));
  if (parts.filter((part) => isInfinitive(words(part)[0] ?? '')).length > 1) return true;
  const longest = parts.length === 2 ? LONGEST_PART - 1 : LONGEST_PART;
  return parts.every(
    (part) => words(part).length <= longest && !hasFiniteVerb(part) && !OPENS_CLAUSE.test(part),
  );
}

/** Sorts of things in the plural, or counted: of what they are, stands in the line above. */
const SORTS = pattern(
  /^(?:\d+\s+\p{L}+|(?:\p{L}+(?:ые|ие)\s+)?(?:вид|тип|форм|групп|семейств|свойств|признак|критери|пример|функци|задач|цел|метод|способ|при[её]м|част|элемент|компонент|причин|следстви|последстви|результат|плюс|минус|рол|значени|особенност|этап|стади|уровн|сло|представител|агент|услови|правил|разновидност|черт|класс|стран|автор)(?:[ыиая]|ья))$/iu,
);
const FIGURE_OR_KEY = /^[-–—\d]/u;
/** «пароль чтобы не спрашивал»: a half of a sentence instead of a name. */
const CLAUSE_INSIDE = pattern(/(?<!\p{L})(?:чтоб|чтобы|если|когда|как|где|не)(?!\p{L})/iu);

/** Is this a name of something, so that something can be claimed of it? */
export const isClaimSubject = (term: string): boolean =>
  !FIGURE_OR_KEY.test(term) && !SORTS.test(term) && !CLAUSE_INSIDE.test(term);

const ACTION = pattern(/^(?:\p{L}+(?:ое|ее) )?\p{L}+(?:[еаия]ние|[цс]ия|тие)(?!\p{L})/iu);

/** Is a deed described, and no thing: «испарение воды», «деление клетки»? */
export const isOfAction = (text: string): boolean => ACTION.test(text);
