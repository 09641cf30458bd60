/** What a command is for, as the notes say it: is it good enough to ask about, and how a task is put. */
import { isInfinitive } from '../../notes/grammar/verbs.js';
import { contentStems } from '../../russian/stem.js';
import { shorten } from './display.js';
import { formOf } from './form.js';
import { pattern } from '../../russian/pattern.js';

const LONGEST_TASK = 200;
const NO_START = pattern(
  /^(?:(?:если|а|и|но|или|тоже|то же|тот же|та же|те же|так же|ещё|еще|наоборот|аналогично|как и|наш\p{L}*)(?!\p{L})|\^|\(|\d+[.)])/iu,
);
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
  !isCutOff(text);

/** Opens with a circumstance, «только один хост», «после правки юнитов»; where somebody does something, too, it is a purpose. */
const CIRCUMSTANCE = pattern(
  /^(?:только|лишь|после|до|перед|при|без|с|со|в|во|на|по|из|к|от|через|иначе)(?!\p{L})/iu,
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
/** «(pg_dump их не берёт)», «(htop красивее)»: a bracket that names another program. */
const NAMES_ANOTHER = /\s*\([^()]*[a-z]{2}[^()]*\)/gu;

/** The purpose without what would tell its command among others: explained keys and brackets with foreign words. */
export const corePurpose = (text: string): string =>
  text.replace(KEY_EXPLAINED, '').replace(NAMES_ANOTHER, '').trim();

/** «Задача: посмотреть список образов.» or null when the purpose is too long to be read as a task. */
export function task(purpose: string): string | null {
  const text = shorten(purpose, LONGEST_TASK);
  return text === null ? null : `Задача: ${text}.`;
}
