/** Text into the smallest pieces that are still true and whole: sentences, full clauses in brackets, restatements. */
import { lastWord } from './joints.js';
import { hasFiniteVerb, hasSureVerb } from './verbs.js';
import { pattern } from '../../russian/pattern.js';

/** Shortenings that end in a stop without ending a sentence. */
const SHORTENED = new Set(
  (
    'т е д п к н э г гг в вв др пр см рис табл стр с им ул обл тыс млн млрд руб коп напр англ лат греч рус нем фр доп осн опер сокр ср ст гл ' +
    'мин макс сек час кг км м ч кол акад проф тел эл букв перен умолч ок прим соотв и сев южн юж вост зап сент окт янв февр авг дек нояб'
  ).split(' '),
);

const BOUNDARY =
  /([.!?…]{1,5}["»)]{0,3})(\s+)(?=["«(]?[\p{Lu}\p{N}]|[а-яё]{2})|(?<=\p{Script=Cyrillic}{3})\.(?=[А-ЯЁ]\p{Script=Cyrillic})/gu;

/** No shortening ends so. */
const WHOLE_END = /[аеёиоуыэюяьй]$/u;
const SHORTEST_WHOLE = 4;
/** «Не вынимать! закрепить его повязкой»: one order. */
const NEEDS_BEFORE = pattern(/(?<!\p{L})(?:его|её|ее|их|она?|они|оно)(?!\p{L})/iu);
const LOOKED_AHEAD = 60;

/** The sentences of a text. Shortenings, versions, file names and brackets do not end one. */
export function sentences(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  let depth = 0;
  let seen = 0;
  for (const match of text.matchAll(BOUNDARY)) {
    const end = match.index + (match[1] ?? '.').length;
    for (; seen < end; seen += 1) {
      const char = text[seen];
      if (char === '(') depth += 1;
      if (char === ')') depth = Math.max(0, depth - 1);
    }
    const before = text.slice(start, match.index);
    if (depth > 0 || endsShortened(before, match[0])) continue;
    const after = text.slice(match.index + match[0].length, end + LOOKED_AHEAD);
    if (/^[а-яё]/.test(after) && !endsWhole(before, match[0], after)) continue;
    parts.push(text.slice(start, end).trim());
    start = end;
  }
  parts.push(text.slice(start).trim());
  return parts.filter((part) => part !== '');
}

function endsShortened(before: string, mark: string): boolean {
  if (!mark.startsWith('.') || mark.startsWith('..')) return false;
  const last = lastWord(before);
  // A single letter is an initial or the end of «и т. д.».
  return SHORTENED.has(last.toLowerCase()) || (last.length === 1 && last !== 'я');
}

/** «… проблемы. статьи, видео»: the author goes on in small letters, but no shortening ends in a vowel or as a verb. */
function endsWhole(before: string, mark: string, after: string): boolean {
  if (mark.startsWith('!')) return !NEEDS_BEFORE.test(after);
  const last = lastWord(before);
  if (!mark.startsWith('. ') || last.length < SHORTEST_WHOLE) return false;
  return WHOLE_END.test(last) || hasSureVerb(last);
}

export interface Cleared {
  readonly text: string;
  /** What stood in brackets as a sentence of its own, without its introduction. */
  readonly clauses: readonly string[];
}

const BRACKETS = /\s*\(([^()]{12,400})\)/g;
const INTRODUCTION =
  /^(?:т\.\s?е\.|то есть|другими словами|иначе говоря|иными словами|проще говоря|короче)[,:]?\s+/iu;
const DEPENDENT = pattern(
  /^(?:\d|если|или|либо|при|когда|кроме|что|чтобы|так как|котор\p{L}+|где|как|а|и|но|например|напр|в том числе|см|хотя|потому|поскольку|поэтому|даже|не|только|обычно|чаще)(?!\p{L})/iu,
);
const LEAST_WORDS = 4;

/** «берём образ и …»: what people do, said right after «т.е.». */
const WE_DO = pattern(
  /^(?!всем|своим|таким|этим|другим|самим|одним|путем|путём)\p{L}{2,}(?:ем|ём|им)(?!\p{L})/iu,
);

const isClause = (text: string): boolean =>
  !DEPENDENT.test(text) &&
  text.split(/\s+/).length >= LEAST_WORDS &&
  (hasFiniteVerb(text) || WE_DO.test(text));

/** «да, я тоже забыл», «никто у нас не понял»: about the author, not about the matter. */
const OWN_STORY = pattern(
  /^(?:да,? )?(?:я|мы|у меня|мне|меня)(?!\p{L})|^никто (?:в группе|у нас|из нас)(?!\p{L})/iu,
);

/** Takes the full clauses out of brackets; a bracket that only explains a word stays where it is. */
export function takeClauses(text: string): Cleared {
  const clauses: string[] = [];
  const rest = text.replace(BRACKETS, (whole, inner: string) => {
    const clause = inner.replace(INTRODUCTION, '').trim();
    const isRenaming = clause !== inner && /^это\s+\S+\s+\S/iu.test(clause);
    if (!isRenaming && !isClause(clause)) return whole;
    if (!OWN_STORY.test(clause)) clauses.push(clause);
    return '';
  });
  return { text: rest.trim(), clauses };
}

const RESTATED = /,?\s+(?:т\.\s?е\.|то есть)\s+/iu;
const REASON = /,\s+(?:так как|потому что|поскольку|ведь)\s+/iu;
const POINTS_BACK = pattern(
  /^(?:он|она|оно|они|это|этот|эта|эти|его|её|их|такой|такая|такие|там|тогда|тот|та|те|так|сам|сама|сами|в нём|в ней|в них|у него|у них)(?!\p{L})/iu,
);
const LEAST_MAIN_WORDS = 3;

/**
 * «X, т.е. Y» and «X, так как Y» say two things when both sides are sentences and the second needs nothing of the first.
 */
export function splitReasons(sentence: string): string[] {
  for (const border of [RESTATED, REASON]) {
    const match = border.exec(sentence);
    if (!match) continue;
    const main = sentence.slice(0, match.index).trim();
    const rest = sentence.slice(match.index + match[0].length).trim();
    const isWhole = main.split(/\s+/).length >= LEAST_MAIN_WORDS && !main.includes('(');
    const isOwn = rest.split(/\s+/).length >= LEAST_WORDS && hasFiniteVerb(rest);
    if (isWhole && isOwn && !POINTS_BACK.test(rest)) return [main, rest];
  }
  return [sentence];
}

/** «… небесных тел.», «… целый час.»: at the end of a text whole words, though also shortenings before a number or a name. */
const WHOLE_AT_END = new Set('тел час им'.split(' '));

/** Without the sign it ends in; an ellipsis and the stop of a shortening stay, also of the author's own shortenings. */
export function withoutStop(text: string, own: ReadonlySet<string> = new Set()): string {
  const bare = text.replace(/[;,:\s]{1,9}$/, '').replace(/(?<=\p{Script=Cyrillic})!{1,3}$/u, '');
  if (!bare.endsWith('.') || bare.endsWith('..')) return bare;
  const before = bare.slice(0, -1);
  const last = lastWord(before).toLowerCase();
  const isShortened = own.has(last) || (!WHOLE_AT_END.has(last) && endsShortened(before, '.'));
  return isShortened ? bare : before.trimEnd();
}
