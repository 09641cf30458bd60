/**
 * What an author says to themselves: homework, reminders, who teaches and where, a smile. It teaches nothing, so it is
 * never asked, and a heading with nothing else under it is empty.
 */
import { pattern } from '../../russian/pattern.js';

const REMINDER = pattern(
  /^(?:todo|fixme|tbd|спросить|уточнить у|дописать|доделать|доучить|дочитать|перечитать|доразобрать|выучить|не забыть|купить|начал[аи]? вести|см\.|дз(?!\p{L})|д\/з|домашн\p{L}+ (?:работа|задани)|к (?:зач[её]ту|экзамену|семинару|коллоквиуму|контрольной|уроку|четвергу|понедельнику|вторнику|среде|пятнице)(?!\p{L}))/iu,
);
/** These verbs may also say what a command does: only with something to study behind them. */
const STUDY = pattern(
  /^(?:повторить|прочитать|разобрать|посмотреть|законспектировать) (?:к |до |перед |ещё раз|дома|тем[уы]|глав[уы]|лекци[юи]|параграф\p{L}*|билет\p{L}*|конспект\p{L}*|статью|видео(?!\p{L}))/iu,
);
const PEOPLE =
  /^(?:преподаватель|препод|преподша|лектор|учитель|учительница|семинарист|ассистент|староста|куратор|научрук|аудитория|каб(?:инет)?|дедлайн|тестить|проверять|смотреть|читать)(?: (?:тут|здесь))?\s*:/iu;
const HERE = /^\S+(?:\s\S+)?\s(?:тут|здесь)\s*:/iu;
const SMILE = /(?<!\))\){3,}$|(?:^|\s)[:;=]-?\)+$/u;
/** A whole line in brackets is said aside; a long one may still be a thought. */
const ASIDE = /^\([^()]{1,70}\)\.?$/u;
const RESTATES = /^\((?:т\.\s?е\.|то есть|другими словами|иначе говоря)/iu;
/** Looked for from the beginning of a run only: from each of its letters it would be slow. */
const CONTACT = pattern(
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+\.\p{L}{2,}|(?:\+7|(?<![\d.])8)[\s(-]{0,2}\d{3}[\s)-]{0,2}\d{3}[\s-]?\d{2}/u,
);

/** A contact stands near the start of a line; further on it would be slow to look for. */
const HEAD = 300;

/** Is the line a remark of the author to themselves? For lines without a command or a definition in them. */
export const isRemark = (text: string): boolean =>
  REMINDER.test(text) ||
  STUDY.test(text) ||
  PEOPLE.test(text) ||
  HERE.test(text) ||
  SMILE.test(text) ||
  (/@|\d{3}/.test(text) && CONTACT.test(text.slice(0, HEAD))) ||
  (ASIDE.test(text) && !RESTATES.test(text));

/** An order to oneself, whatever stands before it. */
export const isReminder = (text: string): boolean => REMINDER.test(text) || STUDY.test(text);

/** A box to be ticked before something to do is a plan, not a fact. */
export const isTask = (text: string): boolean =>
  isReminder(text) ||
  /^(?:повторить|прочитать|разобрать|добавить|сделать|посмотреть|написать|найти|сдать)(?!\p{L})/iu.test(
    text,
  );
