/** What a command is for, as the notes say it: is it good enough to ask about, and how a task is put. */
import { PREPOSITIONS } from '../../notes/grammar/joints.js';
import { isInfinitive } from '../../notes/grammar/verbs.js';
import { words } from '../../russian/fold.js';
import { contentStems } from '../../russian/stem.js';
import { shorten } from './display.js';
import { formOf } from './form.js';
import { pattern } from '../../russian/pattern.js';

const LONGEST_TASK = 200;
const NO_START = pattern(
  /^(?:(?:если|а|и|но|или|тоже|то же|тот же|та же|те же|так же|ещё|еще|наоборот|аналогично|как и|наш\p{L}*|чтобы?|опасно|осторожно|внимание)(?!\p{L})|[-–—+=<>~|/\\.,:;^(]|\d+[.)])/iu,
);
/** «папка - перейти в папку»: the argument of the command slipped into what the command is for. */
const ARGUMENT_FIRST = pattern(/^\p{L}+ [-–—] \p{L}+(?:ть|ти|чь)(?:ся)?(?!\p{L})/u);
/** A phrase that ends in one of these was cut off. */
const NO_END = new Set(
  'а без в для до за и из или к как на над не но о об от перед по под при про с со у что чтобы через то если когда где который которая которые'.split(
    ' ',
  ),
);

const WORD = pattern(/[\p{L}\p{N}]+/gu);
/** No joint is longer; a search from the start of a long text would be slow. */
const TAIL = 16;

/** Does a phrase end in the middle (preposition, conjunction, comma, dash, colon, dots)? */
export function isCutOff(text: string): boolean {
  const tail = text.slice(-TAIL);
  if (/(?:…|\.\.\.|[,:;–—-])\s*[»“")]?\s*$/u.test(tail)) return true;
  return NO_END.has(tail.match(WORD)?.at(-1)?.toLowerCase() ?? '');
}

/** May this stand as the purpose of a command: enough words with a meaning, begun and finished? */
export const isPurpose = (text: string, leastWords: number): boolean =>
  contentStems(text).filter((stem) => /\p{L}{2}/u.test(stem)).length >= leastWords &&
  !NO_START.test(text) &&
  !ARGUMENT_FIRST.test(text) &&
  !isCutOff(text);

/** Opens with a circumstance, «только один хост», «после правки юнитов»; where somebody does something, too, it is a purpose. */
const CIRCUMSTANCE = pattern(
  /^(?:только|лишь|после|до|перед|при|без|с|со|в|во|на|по|из|к|от|через|иначе|вместе|отдельно)(?!\p{L})/iu,
);
const WORDS = pattern(/\p{L}+/gu);

/** A deed without what it is done to: «запустить», «править». */
const isBareDeed = (text: string): boolean => !isPurpose(text, 2) && formOf(text) !== 'noun';

/** Does it say by itself what the command does: a thing («индексы»), or somebody's action upon one? */
export const isFullPurpose = (text: string): boolean =>
  isPurpose(text, 1) &&
  !isBareDeed(text) &&
  (!CIRCUMSTANCE.test(text) || (text.match(WORDS) ?? []).some(isInfinitive));

/** «поставить пакет, -b = sudo»: what a key means is said of this one command alone. */
const KEY_EXPLAINED = /[,;.]?\s+[«`"]?--?[A-Za-z][A-Za-z0-9-]*[»`"]?(?:\s*[=:]\s*|\s+[—–-]\s+).*$/u;
/** «удалить слитую; -D удалить силой», «удалить файлы. сперва с -n»: another key makes another command. */
const KEY_BESIDE = pattern(
  /(?:[;,]\s+[«`"]?--?[A-Za-z][A-Za-z0-9-]*[»`"]?\s+\p{L}|\.\s+\p{Ll}[^.]*\s--?[A-Za-z]).*$/u,
);
/** «(pg_dump их не берёт)», «(htop красивее)»: a bracket that names another program. */
const NAMES_ANOTHER = /\s*\([^()]*[a-z]{2}[^()]*\)/gu;

/** The purpose without what would tell its command among others: explained keys and brackets with foreign words. */
export const corePurpose = (text: string): string =>
  text.replace(KEY_EXPLAINED, '').replace(KEY_BESIDE, '').replace(NAMES_ANOTHER, '').trim();

/** Deeds that are done to something: without it a task says nothing. */
const TRANSITIVE = pattern(
  /^(?:поставить|установить|положить|добавить|создать|удалить|убрать|собрать|пересобрать|пересобирать|записать|прочитать|изменить|показать|вывести|открыть|закрыть|дописать|скачать|забрать|достать|спрятать|отправить|загрузить|выгрузить|сохранить|копировать|скопировать|перенести|переименовать|переместить|заменить|проверить|поднять|сменить|назначить|снять|вернуть|запустить|остановить|перезапустить|включить|выключить|отключить|обновить|залить|найти|сделать)$/u,
);
const MANNER = new Set(
  'и или сразу заново снова быстро вручную обратно молча принудительно немедленно'.split(' '),
);
/** «с домашней папкой», «в проект»: longer ones are followed by what the deed is done to. */
const LONGEST_CIRCUMSTANCE = 2;

/** «поставить в проект», «создать и сразу перейти»: what is to be put or made, the notes say in another line. */
export function lacksObject(text: string): boolean {
  const said = words(text);
  if (!TRANSITIVE.test(said[0] ?? '')) return false;
  const at = said.findIndex((word) => !MANNER.has(word) && formOf(word) !== 'infinitive');
  const isCircumstance = PREPOSITIONS.has(said[at] ?? '');
  return at < 0 || (isCircumstance && said.length - at - 1 <= LONGEST_CIRCUMSTANCE);
}

/** «сам создаст базу», «custom, сжатый»: who does it, or what is so, stands in another line. */
const LEANS = pattern(/^(?:сам[аои]?(?!\p{L})|[a-z][a-z\d_-]*, )/iu);

/** May a command be asked for by this purpose: it says what is done, and to what? */
export const isTask = (text: string): boolean =>
  isFullPurpose(text) && !lacksObject(text) && !LEANS.test(text);

/** «(место есть, а писать не даёт → смотреть сюда!!)»: what the author shouts in brackets is no part of the task. */
const SHOUTED_ASIDE = pattern(
  /\s*\([^()]*(?:!!|->|=>|→|(?<!\p{L})(?:сюда|см)(?!\p{L}))[^()]*\)/giu,
);

/** «Задача: посмотреть список образов.» or null when the purpose is too long to be read as a task. */
export function task(purpose: string): string | null {
  const told = purpose.replace(KEY_BESIDE, '').replace(SHOUTED_ASIDE, '');
  const text = shorten(told, LONGEST_TASK);
  return text === null ? null : `Задача: ${text}.`;
}
