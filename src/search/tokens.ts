/** Text as the words it is found by: Russian and Latin words, numbers, and the keys of commands with their dash. */
import { withLatinTwins } from '../russian/look-alikes.js';
import { contentStems, stem } from '../russian/stem.js';

const TOKEN =
  /(?<![\p{L}\p{N}])-{1,2}[\p{L}\p{N}][\p{L}\p{N}-]*|[\p{L}\p{N}]+(?:[+#]+(?![\p{L}\p{N}]))?/gu;
/** What phones make of the dash of a key. */
const LONG_DASH = /[‐-―−]/g;
const LONG_KEY = 4;

/** Words of a text, folded. `-a` stays a key, `--soft` is also simply the word «soft». */
export function tokens(text: string): string[] {
  const lower = text.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(LONG_DASH, '-');
  const found = lower.match(TOKEN) ?? [];
  const isMixed = MIXED.test(lower);
  return found.map((token) => {
    const bare = token.startsWith('-') ? token.replace(/^-+/, '') : token;
    const word = bare === token || bare.length < LONG_KEY ? token : bare;
    return isMixed ? inOneAlphabet(word) : word;
  });
}

const MIXED = /[a-z\p{N}]\p{Script=Cyrillic}|\p{Script=Cyrillic}[a-z\p{N}]/u;

/** «2хх» typed with Russian letters is meant to be 2xx. */
function inOneAlphabet(word: string): string {
  if (!hasCyrillic(word) || !/[a-z\p{N}]/u.test(word)) return word;
  const latin = withLatinTwins(word);
  return hasCyrillic(latin) ? word : latin;
}

const LATIN_PLURAL = /^(?=.*[aeiouy])([a-z0-9]{2,}[^suiy])s$/;
/** Endings a short word really has; the stemmer also cuts «томат» down to «том». */
const SHORT_ENDING =
  /^(?:|[аеиоуыэюяйь]|[оеы]й|[оеыя]м|[оеы]в|[ая][мх]|[ая]ми|[ьи]ю|[ьи]я|[ьи]е|и[ий]|ией|ия[мх]|иями|ого|ому|ых|ыми|ая|ое|ые)$/u;
const SHORT_STEM = 3;
/** Forms no rule of endings leads together. */
const IRREGULAR = new Map(
  Object.entries({
    дн: 'день дня дню днем дне дни дней дням днями днях', окн: 'окон', ядр: 'ядер', ребр: 'ребер', церкв: 'церковь',
    врем: 'времени временем времена времен', им: 'имени именем имена имен', письм: 'писем', копейк: 'копеек',
    уровн: 'уровень', сло: 'слоев', узл: 'узел', угл: 'угол', корн: 'корень', камн: 'камень', ветр: 'ветер', орл: 'орел', люд: 'людей люди людям',
  }).flatMap(([root, forms]) => forms.split(' ').map((form) => [form, root] as const)),
); // prettier-ignore
/** «Образуется» is a form of «образовать», not of «образ». */
const VERB_OF_NOUN = /^(\p{L}{3,})[ую](?:ет|ют|ем|ешь|ете|ющ\p{L}{2,3})(?:ся)?$/u;
/** The vowel that «рынок», «веток», «столбец» have and «рынка», «ветка», «столбца» do not. */
const FLEETING = /(?<=\p{L}{2})([бвгджзклмнпрстфхцчшщ])[оеь](к|ц)$/u;

/** What different forms of a word share: the Russian stem, the Latin word without its plural «s». */
export function rootOf(word: string): string {
  if (!hasCyrillic(word)) return word.replace(LATIN_PLURAL, '$1');
  const known = IRREGULAR.get(word);
  if (known !== undefined) return known;
  const verb = VERB_OF_NOUN.exec(word)?.[1];
  if (verb !== undefined) return `${verb}ова`;
  const root = stem(word).replace(FLEETING, '$1$2');
  if (root.length > SHORT_STEM) return root;
  const isForm = root.length > 1 && SHORT_ENDING.test(word.slice(root.length));
  return isForm ? root : word;
}

export const hasCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

/** Words of questions that name nothing: what is asked is said by the others. */
const QUESTION_WORDS = new Set(
  (
    'зачем почему сколько скольки где куда откуда чей чья нужен нужна нужно нужны нужда делает делают делать бывает бывают значит называется называются ' +
    'chto eto takoe kak ot po na iz za dlya ' +
    'такое такая самый самая самое давать происходит есть бы пожалуйста плиз мне год году годы веке каком каких какую каким какими какого было была были будет другой другая другое другую другие другого друг друга другу другом'
  ).split(' '),
);

/** Words that ask for a list; only when nothing else is said are they looked for themselves. */
const LISTING_WORDS = new Set(
  'вид виды видов тип типы типов пример примеры суть смысл разновидности'.split(' '),
);

/** Does the word only ask, so that it can never be what is asked about? */
export const isQuestionWord = (word: string): boolean => QUESTION_WORDS.has(word);

/** Does the word carry no meaning of its own in a question? */
export const isFunctionWord = (word: string): boolean =>
  QUESTION_WORDS.has(word) ||
  LISTING_WORDS.has(word) ||
  (hasCyrillic(word) && contentStems(word).length === 0);
