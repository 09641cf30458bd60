/** The way to an exam in words: when it is, what it takes, what is chosen. */
import { plural } from '../../russian/plural.js';
import type { ExamLoad, ExamPlan, ExamScope } from '../../study/exam-plan.js';
import type { Home } from '../../study/portion.js';
import { count, dayAndMonth, days, facts, questions } from '../count.js';
import {
  backToExam,
  examDatesKeyboard,
  examPlanKeyboard,
  examSetKeyboard,
} from '../exam-keyboard.js';
import { lines, prose, type Html } from '../html.js';
import type { Message } from '../message.js';
import { noteText } from '../note-text.js';

const LONGEST_TITLE = 60;

/** «📅 **Когда экзамен?**», with the title of the notes for those who have several. */
export const examDatesMessage = (deckId: string, deckTitle: string | null): Message => ({
  text:
    deckTitle === null
      ? prose`📅 <b>Когда экзамен?</b>`
      : prose`📅 <b>Когда экзамен?</b> Конспект: ${noteText(deckTitle, LONGEST_TITLE)}.`,
  keyboard: examDatesKeyboard(deckId),
  listens: { hears: { kind: 'exam', deckId } },
});

/** Asked in the conversation that waits for a date. */
export const otherDateMessage = (deckId: string): Message => ({
  text: prose`Напишите дату экзамена: «28 мая», «28.05» или «через неделю».`,
  keyboard: [backToExam(deckId)],
});

export const noDateMessage = (deckId: string): Message => ({
  text: prose`Такой даты впереди не нашлось. Напишите её так: «28 мая», «28.05» или «через неделю».`,
  keyboard: [backToExam(deckId)],
});

/** What it takes until the date, and the choice. */
export function examPlanMessage(plan: ExamPlan): Message {
  const { main, all } = plan;
  const isMainOffered = main.facts > 0 && main.facts < all.facts;
  return {
    text: lines([
      whenText(plan),
      isMainOffered ? loadText('Главное', plan, main) : null,
      loadText('Всё', plan, all),
      plan.isNight ? prose`План начнётся утром. Не спится — вот первые 10.` : null,
    ]),
    keyboard: examPlanKeyboard(plan),
  };
}

/** «Последний день — только повторение, до него 4 дня.» */
function whenText({ date, inDays, days: left }: ExamPlan): Html {
  if (inDays === 0) return prose`📅 <b>Экзамен сегодня.</b> Новое и повторение — всё сегодня.`;
  if (inDays === 1) return prose`📅 <b>Экзамен завтра.</b> Новое и повторение — всё сегодня.`;
  return prose`📅 <b>Экзамен ${dayAndMonth(date)}.</b> Последний день — только повторение, до него ${days(left)}.`;
}

function loadText(name: string, { days: left }: ExamPlan, load: ExamLoad): Html {
  const what = name === 'Главное' ? ' (определения и «ВАЖНО»)' : '';
  const total = `${name}: ${facts(load.facts)}${what}`;
  if (load.fresh === 0) return prose`${total}, новых нет — только повторение.`;
  const fresh = load.fresh === load.facts ? '' : `, новых ${load.fresh}`;
  const perDay = left > 1 ? `по ${load.perDay} в день` : 'всё за день';
  return prose`${total}${fresh}, ${perDay}, ${count(load.minutes, 'мин', 'мин', 'мин')}.`;
}

const NAMES: Readonly<Record<ExamScope, string>> = { main: 'главное', all: 'всё' };

/** The plan is chosen. */
export function examSetMessage(plan: ExamPlan): Message {
  const load = plan.chosen === 'main' ? plan.main : plan.all;
  const perDay =
    plan.days > 1 && load.fresh > 0
      ? `, по ${load.perDay} ${plural(load.perDay, 'новому', 'новых', 'новых')} в день`
      : '';
  return {
    text: lines([
      whenText(plan),
      prose`План: ${NAMES[plan.chosen ?? 'all']}${perDay}.`,
      plan.isNight ? prose`Начнётся утром. Не спится — вот первые 10.` : null,
    ]),
    keyboard: examSetKeyboard(plan),
  };
}

export const examOffMessage = (deckId: string): Message => ({
  text: prose`Экзамена нет, вопросы приходят как обычно.`,
  keyboard: examDatesKeyboard(deckId),
});

/** What today's portion says of an exam ahead; null when there is none. */
export function examAheadText({ exam, size }: Extract<Home, { kind: 'portion' }>): Html | null {
  if (exam === null) return null;
  const plan = exam.today > size ? `, сегодня по плану ${questions(exam.today)}` : '';
  if (exam.inDays === 0) return prose`📅 Экзамен сегодня${plan}`;
  if (exam.inDays === 1) return prose`📅 Экзамен завтра${plan}`;
  return prose`📅 До экзамена ${days(exam.inDays)}${plan}`;
}
