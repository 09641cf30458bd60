/**
 * What an author says to themselves: homework, reminders, who teaches and where, a smile. It teaches nothing, so it is
 * never asked, and a heading with nothing else under it is empty.
 */
import { pattern } from '../../russian/pattern.js';

const REMINDER = pattern(
  /^(?:(?:todo|fixme|tbd)(?!\p{L})|спросить|уточнить у|дописать|доделать|доучить|дочитать|перечитать|доразобрать|разобраться|выучить|не забыть|купить|начал[аи]? вести|см\.|дз(?!\p{L})|д\/з|домашн\p{L}+ (?:работа|задани)|к (?:зач[её]ту|экзамену|семинару|коллоквиуму|контрольной|уроку|четвергу|понедельнику|вторнику|среде|пятнице)(?!\p{L}))/iu,
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

/** «(Марьиванна спрашивает всегда!!!)», «(в др. книге 10994)», «(?)», «(не уверен)»: about the author, the teacher or the book. */
const SAID_ASIDE = pattern(
  /\s*\((?:[^()]*(?:!{3,}|(?<!\p{L})(?:спраш|спрос(?:ит|ят|ила|или)(?!\p{L})|на зач[её]те|на экзамене)\p{L}*)[^()]*|в (?:др\.|другой|другом|учебнике|книге)[^()]*|\?+|не (?:уверена?|помню|понял|поняла|успела?)[^()]*|проверить|уточнить)\)/giu,
);
const DOUBT = /,\s+(?:спорят|спорно|хз|кажется|вроде бы|вроде)$/iu;
/** «Не люблю. …», «Бред! …»: one or two words of opinion before the matter. */
const OPINION = pattern(
  /^(?:(?:я )?(?:не люблю|ненавижу|люблю|обожаю)|(?:полный |какой-то )?бред|ужас|жесть|кошмар|важно|жуть|круто|огонь|прикольно)[.!]+(?:\s+|$)/iu,
);
/** «…, пример /tmp»: one case of what has been said. */
const EXAMPLE = /,(?<=\p{L}{3}[^,]*,)\s+пример(?:ы)?\s*[:—–-]?\s+\S.{0,60}$/u;

/** An order to oneself in place of a term or of its meaning: «TODO - сети», «XACK - разобраться зачем». */
export const isPostponed = (text: string): boolean =>
  /^(?:todo|fixme|tbd|доделать|дописать|доучить|разобраться|спросить у)(?!\p{L})/iu.test(text);

/** Is nothing said but what the author feels about it? */
export const isOpinion = (text: string): boolean => text.replace(OPINION, '') === '';

/** A text without what the author says in passing to themselves; what would be nothing else stays as it is. */
export function withoutRemarks(text: string): string {
  if (!/[(!.,]/.test(text)) return text;
  const bare = text
    .replace(SAID_ASIDE, '')
    .replace(DOUBT, '')
    .replace(EXAMPLE, '')
    .replace(OPINION, '')
    .trim();
  return /\p{L}{2}/u.test(bare) ? bare : text;
}
