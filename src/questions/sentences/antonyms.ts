/**
 * The closed table of contraries: words that turn a true sentence into a false one and leave it well formed.
 * Every inflected form is listed; a word that is not here is never turned.
 */
import { pattern } from '../../russian/pattern.js';

/** Each side in the same form; turned both ways unless the pair is one-way. */
const BOTH_WAYS: readonly (readonly [string, string])[] = [
  ['общий', 'собственный'], ['общая', 'собственная'], ['общее', 'собственное'], ['общие', 'собственные'],
  ['общую', 'собственную'],
  ['можно', 'нельзя'],
  ['возможен', 'невозможен'], ['возможна', 'невозможна'], ['возможны', 'невозможны'],
  ['легко', 'сложно'],
  ['легче', 'труднее'], ['проще', 'сложнее'], ['быстрее', 'медленнее'], ['быстро', 'медленно'],
  ['дешевле', 'дороже'], ['больше', 'меньше'], ['чаще', 'реже'], ['выше', 'ниже'], ['раньше', 'позже'],
  ['всегда', 'никогда не'],
  ['нет необходимости', 'есть необходимость'],
  ['обязательно', 'необязательно'],
  ['увеличивает', 'уменьшает'], ['увеличивается', 'уменьшается'], ['увеличивают', 'уменьшают'], ['увеличиваются', 'уменьшаются'],
  ['повышает', 'понижает'], ['повышается', 'понижается'], ['повышают', 'понижают'], ['повышаются', 'понижаются'],
  ['ускоряет', 'замедляет'], ['ускоряют', 'замедляют'], ['ускоряется', 'замедляется'], ['ускоряются', 'замедляются'],
  ['упрощает', 'усложняет'], ['упрощают', 'усложняют'], ['упрощается', 'усложняется'],
  ['расширяет', 'сужает'], ['расширяются', 'сужаются'], ['расширяется', 'сужается'],
  ['поглощает', 'выделяет'], ['поглощается', 'выделяется'], ['поглощают', 'выделяют'],
  ['разрешает', 'запрещает'], ['разрешают', 'запрещают'], ['разрешено', 'запрещено'], ['разрешён', 'запрещён'], ['разрешена', 'запрещена'],
  ['медленнее', 'быстрее'], ['сильнее', 'слабее'], ['максимальный', 'минимальный'], ['максимальное', 'минимальное'], ['максимальная', 'минимальная'],
  ['независимый', 'зависимый'], ['независимая', 'зависимая'], ['независимое', 'зависимое'], ['независимые', 'зависимые'],
  ['независимым', 'зависимым'], ['независимой', 'зависимой'], ['независимыми', 'зависимыми'], ['независимо', 'зависимо'],
  ['постоянный', 'временный'], ['постоянная', 'временная'], ['постоянное', 'временное'], ['постоянные', 'временные'],
  ['постоянно', 'временно'], ['навсегда', 'временно'],
  ['левой', 'правой'], ['левое', 'правое'], ['левая', 'правая'], ['левый', 'правый'], ['левом', 'правом'], ['левого', 'правого'],
  ['внутренний', 'внешний'], ['внутренняя', 'внешняя'], ['внутреннее', 'внешнее'], ['внутренние', 'внешние'],
  ['синхронно', 'асинхронно'], ['синхронный', 'асинхронный'], ['синхронная', 'асинхронная'],
  ['локально', 'удалённо'], ['одинаково', 'по-разному'],
  ['пропадает', 'сохраняется'], ['пропадают', 'сохраняются'],
]; // prettier-ignore

/** Turned in one direction only: the way back would not be the contrary of what was said. */
const ONE_WAY: readonly (readonly [string, string])[] = [
  ['дольше', 'меньше'],
  ['только для чтения', 'для чтения и записи'],
  ['вручную', 'автоматически'], ['теряется', 'сохраняется'], ['теряются', 'сохраняются'],
  ['одинаковый', 'разный'], ['одинаковая', 'разная'], ['одинаковое', 'разное'], ['одинаковые', 'разные'],
  ['всё равно нужен', 'не нужен'], ['всё равно нужна', 'не нужна'], ['всё равно нужно', 'не нужно'], ['всё равно нужны', 'не нужны'],
  ['нужен', 'не нужен'], ['нужна', 'не нужна'], ['нужны', 'не нужны'],
  ['можно легко', 'нельзя'], ['можно быстро', 'нельзя'], ['можно просто', 'нельзя'],
  ['очень легко', 'очень сложно'], ['не нужно', 'обязательно нужно'], ['не нужна', 'обязательно нужна'],
  ['не нужен', 'обязательно нужен'], ['не нужны', 'обязательно нужны'],
  ['изолированной среде', 'общей среде'], ['изолированном окружении', 'общем окружении'],
  ['изолирован от', 'не изолирован от'], ['изолирована от', 'не изолирована от'], ['изолировано от', 'не изолировано от'], ['изолированы от', 'не изолированы от'],
]; // prettier-ignore

const FULL_ENDINGS = ['ый', 'ая', 'ое', 'ые', 'ым', 'ой', 'ыми'];
/** Of two words that say one thing («независимым и изолированным от …») one is left, or the claim would say two. */
const ISOLATED: readonly (readonly [string, string])[] = FULL_ENDINGS.flatMap((ending) => [
  [`независим${ending} и изолированн${ending}`, `зависим${ending}`],
  [`изолированн${ending} и независим${ending}`, `зависим${ending}`],
  [`изолированн${ending} от`, `не изолированн${ending} от`],
]);

/** Turned only where a sentence sets one against the other: «открытый … всем, а закрытый …». */
const ONLY_TOGETHER: readonly (readonly [string, string])[] = [
  ['открытый', 'закрытый'], ['открытая', 'закрытая'], ['открытое', 'закрытое'], ['открытые', 'закрытые'],
  ['публичный', 'приватный'], ['публичная', 'приватная'], ['публичное', 'приватное'], ['публичные', 'приватные'],
  ['первый', 'второй'], ['первая', 'вторая'], ['первое', 'второе'],
]; // prettier-ignore

const keyOf = (phrase: string): string =>
  phrase.toLowerCase().replace(/\s+/gu, ' ').replaceAll('ё', 'е');

const TABLE = new Map<string, string>(
  [
    ...[...BOTH_WAYS, ...ONLY_TOGETHER].flatMap(([a, b]) => [[b, a] as const, [a, b] as const]),
    ...ONE_WAY,
    ...ISOLATED,
  ].map(([from, to]) => [keyOf(from), to]),
);
const IN_PAIRS = new Set(ONLY_TOGETHER.flat().map(keyOf));

/** Phrases by their first word, longer ones first. */
const BY_FIRST_WORD = new Map<string, string[]>();
for (const phrase of [...TABLE.keys()].toSorted((a, b) => b.length - a.length)) {
  const [first = ''] = phrase.split(' ', 1);
  BY_FIRST_WORD.set(first, [...(BY_FIRST_WORD.get(first) ?? []), phrase]);
}
const WORD = /[\p{L}-]+/gu;

/** «не мешает»: taking a negation away needs no agreement, putting one in does. */
const DENIED_VERB = pattern(/(?<!\p{L})не\s+(?=\p{L}{2,}(?:[еиуюая]т|[еиуюая]тся)(?!\p{L}))/giu);
/** «автоматически останавливает» becomes «не останавливает автоматически»; behind its verb the word has a contrary. */
const BY_ITSELF_BEFORE = pattern(
  /(?<!\p{L})автоматически\s+(\p{L}{2,}(?:[еиуюая]т|[еиуюая]тся))(?!\p{L})/giu,
);
const BY_ITSELF_AFTER = pattern(
  /(?<=\p{L}{2,}(?:[еиуюая]тся|[аея]н[аоы]?)\s)автоматически(?!\p{L})/giu,
);
/** «внутри этой VM» becomes «вне этой VM»; of other places the contrary may be no place at all. */
const INSIDE = pattern(/(?<!\p{L})внутри(?=\s+(?:котор|эт)\p{L}+)/giu);
/** Where a negation belongs to a pair («не …, а …») or to another negation («ничего не»), it cannot be taken alone. */
const BOUND_DENIAL = pattern(
  /(?<!\p{L})(?:ни|никто|ничто|ничего|никак\p{L}*|никогда|нигде|нельзя|нет|без)(?!\p{L})|, (?:а|но|только) |не только|(?:(?<!\p{L})не(?!\p{L})[^.]*){2}/iu,
);

/** A word or phrase of a sentence that has a contrary. */
export interface Turn {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** Everything in the sentence that the table can turn, from left to right, phrases before single words. */
export function turnsIn(sentence: string): Turn[] {
  const listed = listedIn(sentence);
  const found = [...listed, ...placesIn(sentence), ...deniedIn(sentence)];
  return found
    .filter((turn) => !found.some((other) => other !== turn && covers(other, turn)))
    .sort((a, b) => a.at - b.at);
}

/** Are two words each other's contrary in one sentence? Then they change places. */
export const areExchanged = (a: Turn, b: Turn): boolean =>
  keyOf(a.from) === keyOf(b.to) && keyOf(b.from) === keyOf(a.to);

function listedIn(sentence: string): Turn[] {
  const words = [...sentence.matchAll(WORD)];
  const turns = words.flatMap(({ index: at, 0: word }, i): Turn[] => {
    for (const phrase of BY_FIRST_WORD.get(keyOf(word)) ?? []) {
      const last = words[i + phrase.split(' ').length - 1];
      const from = last && sentence.slice(at, last.index + last[0].length);
      const to = TABLE.get(phrase);
      if (from && to !== undefined && keyOf(from) === phrase) {
        return [{ at, from, to: likeCase(from, to) }];
      }
    }
    return [];
  });
  return turns.filter(
    (turn) => !IN_PAIRS.has(keyOf(turn.from)) || turns.some((other) => areExchanged(turn, other)),
  );
}

function placesIn(sentence: string): Turn[] {
  if (!/автоматически|внутри/iu.test(sentence)) return [];
  return [
    ...[...sentence.matchAll(BY_ITSELF_BEFORE)].map(({ index: at, 0: from, 1: verb = '' }) => ({
      at,
      from,
      to: likeCase(from, `не ${verb} автоматически`),
    })),
    ...[...sentence.matchAll(BY_ITSELF_AFTER)].map(({ index: at, 0: from }) => ({
      at,
      from,
      to: 'только вручную',
    })),
    ...[...sentence.matchAll(INSIDE)].map(({ index: at, 0: from }) => ({
      at,
      from,
      to: likeCase(from, 'вне'),
    })),
  ];
}

const deniedIn = (sentence: string): Turn[] =>
  BOUND_DENIAL.test(sentence)
    ? []
    : [...sentence.matchAll(DENIED_VERB)].map(({ index: at, 0: from }) => ({ at, from, to: '' }));

const covers = (outer: Turn, inner: Turn): boolean =>
  inner.at >= outer.at && inner.at < outer.at + outer.from.length;

const likeCase = (from: string, to: string): string =>
  /^\p{Lu}/u.test(from) ? to.charAt(0).toUpperCase() + to.slice(1) : to;

/** The sentence with some of its words turned. */
export function turned(sentence: string, turns: readonly Turn[]): string {
  return turns
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (text, { at, from, to }) => text.slice(0, at) + to + text.slice(at + from.length),
      sentence,
    );
}
