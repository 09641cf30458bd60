/** What Russian makes of words: verbs of foreign ones, short names of long ones, its own in Latin letters. */

const PREFIX = /^(?:за|с|от|пере|вы|по|про|у|до|на|под|рас|раз|при)(?=\p{L}{3})/u;
const VERB_OF_FOREIGN =
  /^(\p{Script=Cyrillic}{3,}?)(?:ировать|ирует|ируется|ировал|ануть|нуть|анул|нул|ить|ать|еть|ит|ил|ят)$/u;

/** «Склонировать», «запушить», «грепнуть»: the foreign words these may be made of, with and without a prefix. */
export function borrowedFrom(word: string): string[] {
  const whole = VERB_OF_FOREIGN.exec(word)?.[1];
  if (whole === undefined) return [];
  const core = whole.replace(PREFIX, '');
  return core === whole ? [whole] : [whole, core];
}

/** English endings as they are heard: `truncate`, `replication`, `stage`, `finalize`; some are Russian otherwise: «гипервизор». */
const HEARD_ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ейт$/u, 'ate'],
  [/ейш[ие]?н$/u, 'ation'],
  [/ейш[ие]?н$/u, 'ация'],
  [/айзер$/u, 'изор'],
  [/[еэ]йдж$/u, 'age'],
  [/айз$/u, 'ize'],
  [/айт$/u, 'ite'],
  [/[еэ]йс$/u, 'ace'],
  [/оуд$/u, 'ode'],
  [/[еэ]йм$/u, 'ame'],
  [/[еэ]йбл$/u, 'able'],
];

/** «Трункейт»: the English word with its ending spelled, when it has one of those. */
export function spelledAs(word: string): string[] {
  return HEARD_ENDINGS.filter(([heard]) => heard.test(word)).map(([heard, ending]) =>
    word.replace(heard, ending),
  );
}

const COLLOQUIAL = /^(\p{Script=Cyrillic}{5,})к[аиоуе]й?$/u;

/** «Локалка», «клавуланка»: the beginning of the adjective it is made of. */
export const shortenedFrom = (word: string): string | null => COLLOQUIAL.exec(word)?.[1] ?? null;

/** `sloj`, `kanalnyj`: such a letter is «й»; elsewhere it may be «ж». */
const SHORT_I = /(?<=[aeiouy])j(?![aeiouy])/g;
/** Signs of old telephones: `4` is «ч», `w` is «ш», `x` is «х». */
const SIGNS: Record<string, string> = { 4: 'ch', w: 'sh', x: 'h' };

/** Ways to read Russian in Latin letters by ear: `zh`, `kh`, `ts`, `shch` are one letter each. */
export function fromRoman(word: string): string[] {
  const readings = [word, word.replace(SHORT_I, 'i')];
  if (/[4wx]/.test(word)) readings.push(word.replace(/[4wx]/g, (sign) => SIGNS[sign] ?? sign));
  const heard = readings.map((reading) =>
    reading
      .replace(/shch|sch/g, 'sh')
      .replaceAll('zh', 'j')
      .replaceAll('kh', 'h')
      .replaceAll('ts', 'c'),
  );
  return [...new Set(heard)];
}

/** «Неймспейсес»: an English plural after a hissing sound. */
export const withoutPlural = (word: string): string => word.replace(/(?<=[сзшч])[еи][сз]$/u, '');

const ROMAN: Record<string, string> = {
  a: 'а', b: 'б', c: 'ц', d: 'д', e: 'е', f: 'ф', g: 'г', h: 'х', i: 'и', j: 'й', k: 'к', l: 'л', m: 'м', n: 'н', o: 'о', p: 'п', q: 'к', r: 'р',
  s: 'с', t: 'т', u: 'у', v: 'в', w: 'в', x: 'кс', y: 'й', z: 'з', shch: 'щ', sch: 'щ', sh: 'ш', ch: 'ч', zh: 'ж', kh: 'х', ts: 'ц', ya: 'я', ja: 'я',
  yu: 'ю', ju: 'ю', yo: 'е', jo: 'е',
}; // prettier-ignore
const ROMAN_LETTERS = /shch|sch|sh|ch|zh|kh|ts|[yj][auo]|[a-z]/g;

/** The same in Russian letters: `dokerfajl` is «докерфайл». */
export const inRussianLetters = (word: string): string =>
  word.replace(ROMAN_LETTERS, (letters) => ROMAN[letters] ?? letters);

/** The last letter of `force` and `clone` is not heard. */
export const endsMute = (word: string): boolean => /^[a-z]{3,}e$/.test(word);
