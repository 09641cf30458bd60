/**
 * The learner's own hour: what /daily shows and what its buttons and texts change. In: choices. Out: the schedule as it
 * stands then. Times and zones are understood here and become instants in the database.
 */
import { changeSchedule, scheduleOf, silence } from '../db/schedules.js';
import { zoneNamed } from '../db/zones.js';
import { placeOf, zoneAhead, zoneMeant } from './cities.js';
import type { Daily, DailyChange, DailyOffer } from './daily.js';
import { timeIn } from './daily-time.js';
import type { StudyDeps } from './deps.js';
import { offsetOfClock } from './own-clock.js';
import { knownLearner } from './sittings.js';
import { keepStreakOverMove } from './streak.js';

/** The hour that stands on the screen before one was chosen. */
const FIRST_TIME = '9:00';

/** The schedule as it stands now. */
export async function daily(deps: StudyDeps, learnerId: number): Promise<Daily> {
  const { timeZone, dailyGoal, time, ...schedule } = await knownSchedule(deps, learnerId);
  return {
    ...schedule,
    time: time ?? FIRST_TIME,
    place: placeOf(timeZone),
    goal: dailyGoal,
  };
}

/** Changes what is given and nothing else; null when the zone is none. */
export async function changeDaily(
  deps: StudyDeps,
  learnerId: number,
  { timeZone, ...change }: DailyChange,
): Promise<Daily | null> {
  const { db } = deps;
  const learner = await knownLearner(deps, learnerId);
  const zone = timeZone === undefined ? undefined : await zoneNamed(db, timeZone);
  if (zone === null) return null;
  if (zone !== undefined) await keepStreakOverMove(deps, learner, zone);
  await changeSchedule(db, learnerId, {
    change: zone === undefined ? change : { ...change, timeZone: zone },
    now: deps.now(),
  });
  return daily(deps, learnerId);
}

/** A typed time, which switches the schedule on; null when it is none. */
export async function chooseTime(
  deps: StudyDeps,
  learnerId: number,
  text: string,
): Promise<Daily | null> {
  const time = timeIn(text);
  return time === null ? null : changeDaily(deps, learnerId, { time, isOn: true });
}

/**
 * A typed city, offset or name of a zone, whose clock is then to be asked about, or what the learner's own clock shows,
 * after which there is nothing to ask; null when it is none of them.
 */
export async function choosePlace(
  deps: StudyDeps,
  learnerId: number,
  text: string,
): Promise<Daily | null> {
  const offset = offsetOfClock(text, deps.now());
  if (offset !== null) return setClock(deps, learnerId, offset);
  const name = /^[A-Za-z0-9_+/-]{3,40}$/u.test(text.trim()) ? text.trim() : null;
  const timeZone = zoneMeant(text) ?? name;
  if (timeZone === null) return null;
  return changeDaily(deps, learnerId, { timeZone, isZoneConfirmed: false });
}

/** The clock the learner sees: where it is the one they have, their city stays. */
async function setClock(deps: StudyDeps, learnerId: number, offset: number): Promise<Daily | null> {
  const { clock } = await knownSchedule(deps, learnerId);
  const isHere = offsetOfClock(clock, deps.now()) === offset;
  const timeZone = isHere ? undefined : zoneAhead(offset);
  if (timeZone === null) return null;
  const moved = timeZone === undefined ? {} : { timeZone };
  return changeDaily(deps, learnerId, { ...moved, isZoneConfirmed: true });
}

/**
 * Whether to offer questions every day, at the end of a sitting or, to somebody who had blocked the bot, at their return.
 * Each offer is made once: whoever says nothing to it finds /daily.
 */
export async function dailyOffer(
  deps: StudyDeps,
  learnerId: number,
  moment: 'summary' | 'start',
): Promise<DailyOffer | null> {
  const { time, ...known } = await knownSchedule(deps, learnerId);
  const isNew = time === null;
  const isSilenced = known.silence === 'blocked' || known.silence === 'unanswered';
  const isDue = moment === 'start' ? known.silence === 'blocked' : isNew || isSilenced;
  if (!isDue) return null;
  const offered = await changeDaily(deps, learnerId, { isOn: false });
  return offered && { kind: isNew ? 'first' : 'return', daily: offered };
}

async function knownSchedule(deps: StudyDeps, learnerId: number) {
  await knownLearner(deps, learnerId);
  const row = await scheduleOf(deps.db, learnerId, deps.now());
  if (row === null) throw new Error('a learner just added is not there');
  return row;
}

/** The bot was blocked: nothing is sent until the learner says so, nothing is forgotten. */
export function silenceDaily(deps: StudyDeps, learnerId: number): Promise<void> {
  return silence(deps.db, learnerId, 'blocked');
}
