/**
 * Days in a row on the learner's own calendar. In: what each study day asked for and got. Out: what became of the day and
 * the streak after it. A fold over the days in order: counting again from the first day gives the same numbers.
 */

/** A study day in numbers; `day` is an ISO date. */
export interface DayFacts {
  readonly day: string;
  /** Answers that stand. */
  readonly answers: number;
  /** Facts that wanted repetition when the day began, and how many of them were answered in it. */
  readonly due: number;
  readonly dueAnswered: number;
  /** Under /pause. */
  readonly isRest: boolean;
  /** The bot itself did not work for a good part of the day. */
  readonly isOutage: boolean;
}

/**
 * What a day was: `studied`; `idle`, nothing was due; `rested`, under /pause; `repaired`, lost by the bot and counted all
 * the same; `off`, saved by a day off; `missed`.
 */
export type DayOutcome = 'studied' | 'idle' | 'rested' | 'repaired' | 'off' | 'missed';

export interface Streak {
  readonly days: number;
  /** Days off in store. */
  readonly daysOff: number;
  readonly record: number;
}

export interface ClosedDay {
  readonly day: string;
  readonly outcome: DayOutcome;
  /** After the day. */
  readonly streak: Streak;
}

export const NO_STREAK: Streak = { days: 0, daysOff: 0, record: 0 };

/** Answers that make a day, unless less was due. */
const ENOUGH_ANSWERS = 5;
/** Every so many days in a row bring a day off, as long as the store is not full. */
const DAYS_FOR_DAY_OFF = 7;
const MOST_DAYS_OFF = 2;

/** Does the day count by what was answered in it? */
export function isStudied({ answers, due, dueAnswered }: DayFacts): boolean {
  return answers >= ENOUGH_ANSWERS || (due > 0 && dueAnswered >= due);
}

/** A day that is over, after the streak before it. */
export function closeDay(before: Streak, facts: DayFacts): ClosedDay {
  const outcome = outcomeOf(before, facts);
  return { day: facts.day, outcome, streak: streakAfter(before, outcome) };
}

function outcomeOf(before: Streak, facts: DayFacts): DayOutcome {
  if (isStudied(facts)) return 'studied';
  if (facts.isRest) return 'rested';
  if (facts.due === 0) return 'idle';
  if (before.days === 0) return 'missed';
  if (facts.isOutage) return 'repaired';
  return before.daysOff > 0 ? 'off' : 'missed';
}

function streakAfter(before: Streak, outcome: DayOutcome): Streak {
  switch (outcome) {
    case 'studied':
    case 'repaired':
      return longer(before);
    case 'off':
      return { ...before, daysOff: before.daysOff - 1 };
    case 'missed':
      return { ...NO_STREAK, record: before.record };
    case 'idle':
    case 'rested':
      return before;
  }
}

function longer({ days: before, daysOff, record }: Streak): Streak {
  const days = before + 1;
  const isEarned = days % DAYS_FOR_DAY_OFF === 0 && daysOff < MOST_DAYS_OFF;
  return { days, daysOff: daysOff + (isEarned ? 1 : 0), record: Math.max(record, days) };
}

/** The streak as it is told: today counts as soon as it is done, and is not lost before it is over. */
export interface StreakNow extends Streak {
  readonly isTodayDone: boolean;
  /** Today brought a day off. */
  readonly isDayOffEarned: boolean;
  /** What saved the streak since it last grew by answers or was lost; empty when nothing had to. */
  readonly saved: readonly {
    readonly outcome: 'off' | 'repaired';
    readonly isYesterday: boolean;
  }[];
}

/** The present: closed days in order, the last of them before today, and today so far (null when today is closed). */
export function streakNow(closed: readonly ClosedDay[], today: DayFacts | null): StreakNow {
  const before = closed.at(-1)?.streak ?? NO_STREAK;
  const isTodayDone = today === null ? closed.at(-1)?.outcome === 'studied' : isStudied(today);
  const now = today !== null && isTodayDone ? longer(before) : before;
  return {
    ...now,
    isTodayDone,
    isDayOffEarned: now.daysOff > before.daysOff,
    saved: now.days === 0 ? [] : savedSince(closed),
  };
}

function savedSince(closed: readonly ClosedDay[]): StreakNow['saved'] {
  const isOver = ({ outcome }: ClosedDay) => outcome === 'studied' || outcome === 'missed';
  const since = closed.slice(closed.findLastIndex(isOver) + 1);
  return since.flatMap(({ outcome }, i) =>
    outcome === 'off' || outcome === 'repaired'
      ? [{ outcome, isYesterday: i === since.length - 1 }]
      : [],
  );
}
