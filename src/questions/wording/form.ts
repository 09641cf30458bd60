/** The grammatical shape of a phrase by its first word: options of one question should be built alike. */
import { looksLikeVerb } from '../../notes/grammar/verbs.js';
import { pattern } from '../../russian/pattern.js';
import { remembered } from '../../russian/remembered.js';

/**
 * «посмотреть список», «показывает список», «в списке стоят контейнеры», «список контейнеров»; the past tells the gender
 * of whom it speaks: «собрал», «собрала», «собрало», «собрали».
 */
export type Form = 'infinitive' | 'verb' | 'adverbial' | 'noun' | Past;
type Past = 'past-he' | 'past-she' | 'past-it' | 'past-they';

const FIRST_WORD = pattern(/[\p{L}\p{N}]+/u);
const PREPOSITIONS = new Set(
  'в во на с со из из-за для до за к ко над о об от перед под по при про у через без между после внутри вне среди вместо кроме'.split(
    ' ',
  ),
);
const INFINITIVE = /(?:[аяеиоуы]ть|ти|чь)(?:ся|сь)?$/u;
const NOUN_LIKE_INFINITIVE =
  /(?:ость|есть|сеть|память|нить|печать|кровать|мать|путь|речь|ночь|дочь|печь|помощь|вещь|пути|сети|части|области|кости|ности|дети)$/u;
const VERB =
  /(?:[аяеу]ет|[аеиоуя]ёт|[уюая]ют|ется|ётся|ится|ются|утся|атся|ятся|[бвджзлмнпрстшщч]ит|[нрлдтзсв]ят|[бвджзкнст]ут|жат|чат)$/u;
const NOUN_LIKE_VERB =
  /(?:кредит|аудит|лимит|визит|транзит|гранит|магнит|дефицит|профицит|графит|алфавит|аппетит|рит|лит|институт|наряд|отряд|взгляд)$/u;
const SHORT_VERBS = new Set(
  'может идёт идет ведёт ведет даёт дает берёт берет несёт будет'.split(' '),
);

const PAST = /(?:[аяеиуы]|[швн]ё)л(а|о|и)?(?:ся|сь)?$/u;
const PASTS: Readonly<Record<string, Past>> = { а: 'past-she', о: 'past-it', и: 'past-they' };

const MOST_KNOWN = 20_000;

/** The form of a phrase; what begins with neither a verb nor a preposition counts as a noun. */
export const formOf = (text: string): Form =>
  formOfFirst(FIRST_WORD.exec(text)?.[0].toLowerCase() ?? '');

/** The form by the first word: all that the form depends on, and there are few of them. */
const formOfFirst = remembered(readForm, MOST_KNOWN);

function readForm(first: string): Form {
  if (PREPOSITIONS.has(first)) return 'adverbial';
  if (SHORT_VERBS.has(first)) return 'verb';
  if (first.length < 4) return 'noun';
  if (INFINITIVE.test(first) && !NOUN_LIKE_INFINITIVE.test(first)) return 'infinitive';
  if (VERB.test(first) && !NOUN_LIKE_VERB.test(first)) return 'verb';
  const past = looksLikeVerb(first) ? null : PAST.exec(first);
  return past ? (PASTS[past[1] ?? ''] ?? 'past-he') : 'noun';
}
