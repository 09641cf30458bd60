/** The grammatical shape of a phrase by its first word: options of one question should be built alike. */
/** «посмотреть список», «показывает список», «список контейнеров». */
export type Form = 'infinitive' | 'verb' | 'noun';

const FIRST_WORD = /[\p{L}\p{N}]+/u;
const INFINITIVE = /(?:[аяеиоуы]ть|ти|чь)(?:ся|сь)?$/u;
const NOUN_LIKE_INFINITIVE =
  /(?:ость|есть|сеть|память|нить|печать|кровать|мать|путь|речь|ночь|дочь|печь|помощь|вещь|пути|сети|части|области|кости|ности|дети)$/u;
const VERB =
  /(?:ает|яет|ует|еет|ёт|ают|яют|уют|ется|ится|ются|утся|атся|ятся|одит|ржит|оит|авит|осит|елит|ащит|олнит|учит)$/u;

/** The form of a phrase; what is no verb counts as a noun. */
export function formOf(text: string): Form {
  const first = FIRST_WORD.exec(text)?.[0].toLowerCase() ?? '';
  if (first.length < 4) return 'noun';
  if (INFINITIVE.test(first) && !NOUN_LIKE_INFINITIVE.test(first)) return 'infinitive';
  return VERB.test(first) ? 'verb' : 'noun';
}
