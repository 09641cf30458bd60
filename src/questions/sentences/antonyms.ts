/**
 * The closed table of contraries: words that turn a true sentence into a false one and leave it well formed.
 * Every inflected form is listed; a word that is not here is never turned.
 */

/** Each side in the same form; turned both ways unless the pair is one-way. */
const BOTH_WAYS: readonly (readonly [string, string])[] = [
  ['общий', 'собственный'], ['общая', 'собственная'], ['общее', 'собственное'], ['общие', 'собственные'],
  ['общую', 'собственную'],
  ['можно', 'нельзя'],
  ['возможен', 'невозможен'], ['возможна', 'невозможна'], ['возможны', 'невозможны'],
  ['легко', 'сложно'], ['просто', 'сложно'], ['удобно', 'неудобно'],
  ['легче', 'труднее'], ['проще', 'сложнее'], ['быстрее', 'медленнее'], ['быстро', 'медленно'],
  ['дешевле', 'дороже'], ['больше', 'меньше'], ['чаще', 'реже'], ['выше', 'ниже'], ['раньше', 'позже'],
  ['всегда', 'никогда не'],
  ['автоматически', 'только вручную'],
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
]; // prettier-ignore

/** Turned in one direction only: the way back would not be the contrary of what was said. */
const ONE_WAY: readonly (readonly [string, string])[] = [
  ['дольше', 'меньше'],
  ['только для чтения', 'для чтения и записи'],
  ['вручную', 'автоматически'],
  ['можно легко', 'нельзя'], ['можно быстро', 'нельзя'], ['можно просто', 'нельзя'], ['очень удобно', 'неудобно'],
  ['очень легко', 'очень сложно'], ['не нужно', 'обязательно нужно'], ['не нужна', 'обязательно нужна'],
  ['не нужен', 'обязательно нужен'], ['не нужны', 'обязательно нужны'],
  ['изолированной среде', 'общей среде'], ['изолированном окружении', 'общем окружении'],
  ['изолированный от', 'неотделимый от'], ['изолированная от', 'неотделимая от'], ['изолированное от', 'неотделимое от'],
  ['изолированные от', 'неотделимые от'], ['изолированным от', 'неотделимым от'], ['изолированы от', 'неотделимы от'],
  ['изолирован от', 'неотделим от'], ['изолирована от', 'неотделима от'], ['изолировано от', 'неотделимо от'],
]; // prettier-ignore

const keyOf = (phrase: string): string =>
  phrase.toLowerCase().replace(/\s+/gu, ' ').replaceAll('ё', 'е');

const TABLE = new Map<string, string>(
  [...BOTH_WAYS.flatMap(([a, b]) => [[b, a] as const, [a, b] as const]), ...ONE_WAY].map(
    ([from, to]) => [keyOf(from), to],
  ),
);

const phrases = [...TABLE.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map((phrase) => phrase.replaceAll(' ', '\\s+').replaceAll('е', '[её]'));
const CONTRARY = new RegExp(`(?<![\\p{L}-])(?:${phrases.join('|')})(?![\\p{L}-])`, 'giu');

/** «не мешает»: taking a negation away needs no agreement, putting one in does. */
const DENIED_VERB = /(?<!\p{L})не\s+(?=\p{L}{2,}(?:[еиуюая]т|[еиуюая]тся)(?!\p{L}))/giu;
/** Where a negation belongs to a pair («не …, а …») or to another negation («ничего не»), it cannot be taken alone. */
const BOUND_DENIAL =
  /(?<!\p{L})(?:ни|никто|ничто|ничего|никак\p{L}*|никогда|нигде|нельзя|нет|без)(?!\p{L})|, (?:а|но) |не только|(?:не[^.]*){2}/iu;

/** A word or phrase of a sentence that has a contrary. */
export interface Turn {
  readonly at: number;
  readonly from: string;
  readonly to: string;
}

/** Everything in the sentence that the table can turn, from left to right, phrases before single words. */
export function turnsIn(sentence: string): Turn[] {
  const listed = [...sentence.matchAll(CONTRARY)].flatMap((match) => {
    const [from] = match;
    const to = TABLE.get(keyOf(from));
    if (to === undefined) return [];
    const isCapital = from.charAt(0) !== from.charAt(0).toLowerCase();
    return [
      { at: match.index, from, to: isCapital ? to.charAt(0).toUpperCase() + to.slice(1) : to },
    ];
  });
  if (BOUND_DENIAL.test(sentence)) return listed;
  const denied = [...sentence.matchAll(DENIED_VERB)]
    .map((match): Turn => ({ at: match.index, from: match[0], to: '' }))
    .filter(({ at }) => !listed.some((turn) => at >= turn.at && at < turn.at + turn.from.length));
  return [...listed, ...denied].sort((a, b) => a.at - b.at);
}

/** The sentence with some of its words turned. */
export function turned(sentence: string, turns: readonly Turn[]): string {
  return turns
    .toSorted((a, b) => b.at - a.at)
    .reduce(
      (text, { at, from, to }) => text.slice(0, at) + to + text.slice(at + from.length),
      sentence,
    );
}
