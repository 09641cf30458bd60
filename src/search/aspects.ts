/**
 * What a question wants to know of its subject: how many, when, by which formula, what is bad about it.
 * Such words are hardly ever in the notes themselves; what they ask for shows in other ways: a number, a year, an equals sign.
 */
import { rootOf, tokens } from './tokens.js';

export interface Aspect {
  /** Does the word only say what is wanted of the subject? */
  isFrame(word: string): boolean;
  /** How surely a line tells what is wanted, from 0 to 1. */
  shownIn(text: string): number;
  /** Is a line that does not tell it no answer at all? */
  readonly isNeeded: boolean;
}

interface Rule {
  readonly asked: RegExp;
  /** Words that say no more than the question does. */
  readonly frame: RegExp;
  readonly shown: RegExp;
  readonly isNeeded?: boolean;
}

const RULES: readonly Rule[] = [
  {
    asked: /^(?:а )?(?:сколько (?:сейчас |примерно |обычно )?сто(?:ит|ят|ил)|поч[её]м )/iu,
    frame: /^(?:сто(?:ит|ят|ил\p{L}?)|почем|сейчас|примерно|обычно)$/u,
    shown: /цен[аыуе]|стоимост|стоит\s+\d|платн|дорог|деш[её]в|(?<!\p{L})руб(?:л\p{L}+|\.|(?!\p{L}))|[₽$€]/iu,
    isNeeded: true,
  },
  {
    asked: /^(?:(?:в|за|до|с|со|к|через) )?скольк|^(?:с|со|до|в|к) как(?:ого|ом|ому) возраст/iu,
    frame: /^(?:возраст\p{L}*|количеств\p{L}*|числ[оа]|всего|длит[сь]\p{L}*|состав(?:ит|ляет))$/u,
    shown: /\d/u,
  },
  {
    asked: /^(?:когда|в как(?:ом|ие) (?:год|век)|как(?:ой|ого|ие) (?:год|дат|числ))|^(?:дата|год|годы) /iu,
    frame: /^(?:дат[аыу]|год\p{L}*|век\p{L}*|числ[ао]|произош\p{L}*|случил\p{L}*|состоял\p{L}*|был\p{L}?)$/u,
    shown: /(?<!\d)\d{3,4}(?!\d)/u,
  },
  {
    asked: /формул|^(?:а )?(?:чему|сколько) (?:же )?рав|^(?:а )?как (?:найти|посчитать|считать|считается|вычислить|вычисляется|рассчитать|рассчитывается|определить)/iu,
    frame: /^(?:формул\p{L}*|рав(?:ен|на|но|ны|няется)|найти|(?:по)?счита\p{L}*|вычисл\p{L}*|рассчит\p{L}*|определить)$/u,
    shown: /[=÷≈→]/u,
  },
  {
    asked: /измеря|единиц\p{L}* (?:измерени|\p{L}+$)/iu,
    frame: /^(?:измер\p{L}*|единиц\p{L}*)$/u,
    shown: /измеря|\(\p{Lu}\p{Ll}?\p{Lu}?\p{Ll}?\)/u,
  },
  {
    asked: /^(?:а )?(?:чем|почему|насколько) .*(?:опас|вред|плох)|^(?:опасность|вред) /iu,
    frame: /^(?:опас\p{L}*|вред\p{L}*|плох\p{L}*)$/u,
    shown: /нельзя|побоч|опас|вред|передоз|осторож|!!|теря|затира|пропад/iu,
  },
]; // prettier-ignore

const COUNTED =
  /^(?:(?:в|за|до|с|со|к|через) )?сколь\p{L}+\s+(?:\p{L}+\s+(?:пар|групп) )?(\p{L}+)/iu;
const NUMBER =
  /^(?:\d+|один|одна|одно|два|две|три|четыре|пять|шесть|семь|восемь|девять|десять|много|несколько)$/u;
/** A number of a list is none of the line. */
const LIST_NUMBER = /^\s*\d{1,2}[.)]\s*/u;
/** A number says less than a number of just these things. */
const SOME_NUMBER = 0.5;

/** What the question wants of its subject; null when it only names it. */
export function readAspect(text: string): Aspect | null {
  const all = RULES.filter(({ asked }) => asked.test(text));
  if (all.length === 0) return null;
  const needed = all.filter(({ isNeeded }) => isNeeded === true);
  const rules = needed.length > 0 ? needed : all;
  const counted = COUNTED.exec(text.toLowerCase())?.[1];
  const root = counted === undefined ? null : rootOf(counted.replaceAll('ё', 'е'));
  return {
    isNeeded: needed.length > 0,
    isFrame: (word) => rules.some(({ frame }) => frame.test(word)),
    shownIn: (line) => {
      const bare = line.replace(LIST_NUMBER, '');
      if (!rules.some(({ shown }) => shown.test(bare))) return 0;
      return root === null || countsOf(bare, root) ? 1 : SOME_NUMBER;
    },
  };
}

/** Does a number stand right before the thing that is counted? */
function countsOf(line: string, root: string): boolean {
  const words = tokens(line);
  return words.some((word, i) => NUMBER.test(words[i - 1] ?? '') && rootOf(word) === root);
}
