/** Days in a row in one line, for the summary and /stats. Nothing is said of what was missed. */
import type { StreakNow } from '../../study/mastery.js';
import { days } from '../count.js';
import { prose, type Html } from '../html.js';

/** «🔥 6 дней подряд»; null when there is nothing in a row yet. */
export function streakText(streak: StreakNow): Html | null {
  const { days: inRow, record } = streak;
  if (inRow === 0) return null;
  const offs = streak.saved.filter(({ outcome }) => outcome === 'off');
  if (offs.length > 0) return prose`❄️ ${dayOffText(offs)}, серия цела: ${days(inRow)}`;
  if (inRow === 1 && streak.saved.length === 0) return firstDayText(streak, record);
  if (streak.saved.length > 0) {
    return prose`🔥 ${days(inRow)} подряд. ${repairText(streak.saved)}`;
  }
  const earned = streak.isDayOffEarned ? prose`, +1 выходной в запасе` : prose``;
  return prose`🔥 ${days(inRow)} подряд${earned}`;
}

function firstDayText({ isTodayDone }: StreakNow, record: number): Html | null {
  if (!isTodayDone) return null;
  return record > 1
    ? prose`🔥 День первый. Рекорд — ${days(record)} — остаётся за вами`
    : prose`🔥 День первый`;
}

type Saved = StreakNow['saved'];

function dayOffText(offs: Saved): string {
  if (offs.length > 1) return `Выходных было ${offs.length}`;
  return offs[0]?.isYesterday === true ? 'Вчера был выходной' : 'Был выходной';
}

function repairText(repaired: Saved): string {
  if (repaired.length > 1) {
    return `Бот не работал ${days(repaired.length)}, они засчитаны`;
  }
  return repaired[0]?.isYesterday === true
    ? 'Вчера бот не работал, день засчитан'
    : 'Один день бот не работал, он засчитан';
}
