/**
 * How a description opens: what grammar shows of it behind a foreign term. «Изотопы» — «частица …» is seen to be false by
 * its number, «Ядро» — «делят пополам» by its verb.
 * In: a description. Out: a class; two descriptions of one class can change places unnoticed.
 */
import { hasFiniteVerb } from '../../notes/grammar/verbs.js';
import { formOf, type Form } from './form.js';
import { pattern } from '../../russian/pattern.js';
import { remembered } from '../../russian/remembered.js';

/**
 * «частица, которая …», «частицы …», «отвечающая за …» (by its ending, for it agrees with the term), «делит», «делят»,
 * «убираем», «когда …», «O2 и озон», and a sentence with a subject of its own: «равновесие сместится».
 */
export type Opening =
  | Exclude<Form, 'noun' | 'verb'>
  | 'one'
  | 'many'
  | `participle in -${string}`
  | 'it does'
  | 'they do'
  | 'we do'
  | 'clause'
  | 'value'
  | 'sentence';

const FIRST_WORD = pattern(/[\p{L}\p{N}]+/u);
const PARTICIPLE = /(?:[уюая]щ|[аяеиоу]вш)(ий|ая|ее|ие)(?:ся)?$/u;
const THEY_DO = /[уюая]т(?:ся)?$/u;
const WE_DO = /(?:[аяуе]ю|[аяу]ем|[её]м)(?:ся|сь)?$/u;
const NOUN_LIKE_WE_DO = /(?:при|объ|подъ|съ|за|водо|на|разъ|ш|кр|фон)[её]м$/u;
/** «вещества, которые …»: the ending alone does not tell them from «кислота». */
const MANY_BY_RELATIVE = pattern(/^\p{L}+[ая](?:\s\p{L}+)*,?\s+которые(?!\p{L})/iu);
/** «атомы», «сложные», «гибкие», but not «разложение». */
const MANY = /(?:ы|и|ые|[кгхжшщч]ие)$/u;
const CLAUSE = new Set(
  'когда если чтобы чем чего что кто кого кому где куда откуда как пока почему зачем сколько и а но'.split(
    ' ',
  ),
);
/** «не пускает» opens like «пускает», «нет реакции» like «реакция». */
const DENIED = pattern(/^нет?\s+(?=\p{L})/iu);
/** «подробно, по каждому счёту», «словесно: рассказ и беседа»; «волокно, которое …» is a noun. */
const ADVERB = pattern(
  /^(?!волокно|полотно)\p{L}{2,}(?:[аяеё]нн|[иеаояу]чн|[еаио]льн|обн|[иаое]вн|[аиеу]тн|упн|[яуое]рн|еск)[ои](?=[,:;(]|\s+(?:в|на|по|с|без|для|из|через|при|от|до|за|к|и)\s|$)/iu,
);
/** What follows says something about the noun in front, not about the term. */
const ASIDE = pattern(
  /[,;:(—]|\s(?:котор\p{L}+|где|что|когда|если|чтобы|как|по котор\p{L}+)(?!\p{L})|\.\s/iu,
);

/** «нем. опера»: a word cut short says nothing by its ending. */
const CUT_SHORT = pattern(/^\p{Ll}{2,5}\.\s+(?=\p{Ll})/u);

const MOST_KNOWN = 20_000;

/** The class of a description by its first words; most are asked about several times. */
export const openingOf = remembered(readOpening, MOST_KNOWN);

function readOpening(written: string): Opening {
  const text = written.replace(DENIED, '').replace(CUT_SHORT, '');
  const first = FIRST_WORD.exec(text)?.[0].toLowerCase() ?? '';
  if (!/^[а-яё]/.test(first)) return 'value';
  if (CLAUSE.has(first)) return 'clause';
  if (ADVERB.test(text)) return 'adverbial';
  const form = formOf(text);
  if (form === 'verb') return THEY_DO.test(first) ? 'they do' : 'it does';
  const [head = ''] = text.split(ASIDE, 1);
  const isSentence = hasFiniteVerb(head);
  if (form === 'adverbial') return isSentence ? 'sentence' : form;
  if (form !== 'noun') return form;
  if (WE_DO.test(first) && !NOUN_LIKE_WE_DO.test(first)) return 'we do';
  const participle = PARTICIPLE.exec(first);
  if (participle) return `participle in -${participle[1] ?? ''}`;
  if (isSentence) return 'sentence';
  return MANY.test(first) || MANY_BY_RELATIVE.test(text) ? 'many' : 'one';
}

/** The class of an option among others: number, gender and alphabet tell nothing there. */
export function outlineOf(text: string): Opening {
  const opening = openingOf(text);
  const isNoun = opening === 'many' || opening === 'value' || opening.startsWith('participle');
  return isNoun ? 'one' : opening;
}
