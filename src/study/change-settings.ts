/** What a learner may change: how much, how asked, which notes; and a rest that costs no streak. */
import type { LearnerToday } from '../db/learners.js';
import { examAhead } from '../db/exams.js';
import { scheduleOf, type ScheduleRow } from '../db/schedules.js';
import { saveRest, saveSettings, type LearnerSettings } from '../db/settings.js';
import type { StudyDeps } from './deps.js';
import { currentDeck, knownLearner } from './sittings.js';
import { streakOf } from './streak.js';
import { addDays } from './upcoming.js';
import type { DailyHour, SettingName, Settings } from './settings.js';

/** How everything is set. */
export async function settings(deps: StudyDeps, learnerId: number): Promise<Settings> {
  return settingsOf(deps, await knownLearner(deps, learnerId));
}

/** Changes one setting. */
export async function changeSetting(
  deps: StudyDeps,
  learnerId: number,
  change: { readonly setting: SettingName; readonly value: number },
): Promise<Settings> {
  await knownLearner(deps, learnerId);
  await saveSettings(deps.db, learnerId, changed(change.setting, change.value));
  return settings(deps, learnerId);
}

function changed(setting: SettingName, value: number): LearnerSettings {
  switch (setting) {
    case 'goal':
      return { dailyGoal: value };
    case 'new':
      return { newPerDay: value };
    case 'typing':
      return { isTyping: value === 1 };
    case 'pacing':
      return { isPacing: value === 1 };
  }
}

/** No questions for so many days from today on; 0 ends the rest. What the days before were is settled first. */
export async function rest(deps: StudyDeps, learnerId: number, days: number): Promise<Settings> {
  const learner = await knownLearner(deps, learnerId);
  await streakOf(deps, learner);
  await saveRest(deps.db, learnerId, days === 0 ? null : addDays(learner.today, days));
  return settings(deps, learnerId);
}

async function settingsOf(deps: StudyDeps, learner: LearnerToday): Promise<Settings> {
  const { deck } = await currentDeck(deps, learner);
  const { id: learnerId, dailyGoal, newPerDay, isTyping, isPacing, restUntil, today } = learner;
  const at = { learnerId, deckId: deck?.id ?? '', today };
  return {
    ...{ dailyGoal, newPerDay, isTyping, isPacing },
    deckTitle: deck?.title ?? null,
    daily: dailyHour(await scheduleOf(deps.db, learnerId, deps.now())),
    exam: (await examAhead(deps.db, at))?.date ?? null,
    restUntil: restUntil !== null && restUntil > today ? restUntil : null,
  };
}

function dailyHour(schedule: ScheduleRow | null): DailyHour | null {
  if (schedule === null || !schedule.isOn || schedule.time === null) return null;
  const { time, weekdays, stepDays } = schedule;
  return { time, weekdays, stepDays };
}
