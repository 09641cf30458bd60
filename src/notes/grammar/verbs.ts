/** Signs of a verb in Russian text, by endings: enough to tell a sentence from a name. No morphology, so no certainty. */
import { pattern } from '../../russian/pattern.js';

/** Words that make a predicate by themselves. */
const PREDICATES = new Set(
  (
    'можно нельзя нужно надо должен должна должно должны следует нет есть был была было были будет будут может могут хочет ' +
    'является являются имеет имеют бывает бывают умеет умеют значит необходимо достаточно возможен возможна возможно возможны нужен нужна нужны'
  ).split(' '),
);

/** Nouns and adverbs that end like a verb. */
const NOT_VERBS = new Set(
  (
    'ответ ответа совет привет бюджет предмет пакет билет сюжет макет сервлет аплет апплет портрет кабинет интернет планшет объект букет ' +
    'паркет браслет авторитет приоритет факультет комитет иммунитет суверенитет дефолт цвет свет лет расцвет вид завет элемент пробел коммит ' +
    'скелет магнит кредит лимит аудит кит бит байт кэш визит дефицит профит антрацит гранит монолит транзит алгоритм хит гит ' +
    'атрибут статут институт минут маршрут салют дебют абсолют брат формат результат сертификат аппарат субстрат адресат автомат агрегат ' +
    'клиент студент дубликат мандат санат сенат плагиат ряд отряд взгляд разряд снаряд заряд обряд наряд яд год код ' +
    'канал файл стол узел отдел раздел предел модель сигнал материал потенциал интервал журнал терминал оригинал капитал персонал ' +
    'протокол символ пул шкала школа сила скала формула молекула число начало правило зеркало масло тело дело село весло ' +
    'правила числа начала тела дела школы силы модели роли соли доли ил тыл бал зал вал металл минерал филиал идеал ритуал ' +
    'если или либо ли вдали внутри модули нули протоколы файлы каналы узлы разделы символы сигналы детали печали стали клавиши'
  ).split(' '),
);

const FINITE_ENDING =
  /(?:[её]т|[уюая]т|ит|[уюяа]тся|[её]тся|ится|[аяеиу]л(?:а|о|и|ся|ась|ось|ись)?)$/;
/** Endings no noun has: safe enough to refuse a term for. */
const SURE_ENDING = /(?:(?:[аяуюе]ет|[аяуюе]ют|[аяу]ёт)(?:ся)?|[аяеёию]тся)$/;
const INFINITIVE = /(?:[аяеиоуы]ть|[аяеиоуы]ться|[зс]ти|[зс]тись|чь)$/;
const NOUN_IN_SOFT_SIGN =
  /(?:[оеё]сть|[пм]ять|сеть|кисть|смерть|речь|печь|ночь|дочь|мощь|помощь|мочь|путь|суть|ртуть|нефть|кровь)$/;
const WORD = pattern(/\p{L}[\p{L}-]*/gu);
const SHORTEST = 4;

const isFinite = (word: string): boolean =>
  PREDICATES.has(word) ||
  (word.length >= SHORTEST && FINITE_ENDING.test(word) && !looksLikeVerb(word));

/** Is the word a noun that only ends like a verb, in its first form or with a letter more: «терминал», «терминала»? */
export const looksLikeVerb = (word: string): boolean =>
  NOT_VERBS.has(word) || (/[ауеы]$/.test(word) && NOT_VERBS.has(word.slice(0, -1)));

const russianWords = (text: string): string[] => text.toLowerCase().match(WORD) ?? [];

/** Does the text have a verb in a personal form, or a word that stands for one («можно», «нет»)? */
export const hasFiniteVerb = (text: string): boolean => russianWords(text).some(isFinite);

/** Does the text have a word that can only be a verb? */
export const hasSureVerb = (text: string): boolean =>
  russianWords(text).some((word) => PREDICATES.has(word) || SURE_ENDING.test(word));

/** Does the word name an action: «посмотреть», «удаление»? */
export function isAction(word: string): boolean {
  const lower = word.toLowerCase();
  return (
    (INFINITIVE.test(lower) && !NOUN_IN_SOFT_SIGN.test(lower)) ||
    /(?:[аеия]ние|[аеия]ция|ка)$/.test(lower)
  );
}

/** Is the word an infinitive: «посмотреть», «найти»? */
export const isInfinitive = (word: string): boolean =>
  INFINITIVE.test(word.toLowerCase()) && !NOUN_IN_SOFT_SIGN.test(word.toLowerCase());
