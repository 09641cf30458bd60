/** What a learner may set, as the bot shows it; `change-settings.ts` does it. */
export interface Settings {
  readonly dailyGoal: number;
  readonly newPerDay: number;
  /** Questions to be typed are asked too. */
  readonly isTyping: boolean;
  /** «Дальше» under every verdict. */
  readonly isPacing: boolean;
  /** The notes /quiz asks from; null when there are none. */
  readonly deckTitle: string | null;
  /** When questions come by themselves: `9:00`, on which weekdays (bit 0 is Monday), each of them or every 7 days. */
  readonly daily: DailyHour | null;
  /** The date of the exam in these notes, ISO; null for none. */
  readonly exam: string | null;
  /** The first day with questions again, ISO; null when nobody rests. */
  readonly restUntil: string | null;
}

export interface DailyHour {
  readonly time: string;
  readonly weekdays: number;
  readonly stepDays: number;
}

/** Settings by name. The last two are 1 or 0. */
export type SettingName = 'goal' | 'new' | 'typing' | 'pacing';
