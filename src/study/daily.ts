/** What /daily shows and changes, as the bot sees it; `daily-schedule.ts` does it. Times are `9:00`, 24 hours. */
import type { SilenceReason } from '../db/schema/daily.js';

/** When a learner is asked every day, and what their clock shows. */
export interface Daily {
  readonly isOn: boolean;
  readonly time: string;
  /** Bit 0 is Monday, bit 6 Sunday; never 0. */
  readonly weekdays: number;
  /** 1: every one of these weekdays; 7: once a week. */
  readonly stepDays: number;
  /** What the zone is called: a city, or `UTC+5`. */
  readonly place: string;
  /** The clock there now. */
  readonly clock: string;
  /** The learner has said that the clock is right. */
  readonly isZoneConfirmed: boolean;
  /** Questions a day. */
  readonly goal: number;
  /** The first date with questions again, ISO; null when nobody rests. */
  readonly restUntil: string | null;
  /** Why it is off; null while it is on or nothing was chosen yet. */
  readonly silence: SilenceReason | null;
}

/** What a tap changes. */
export interface DailyChange {
  readonly time?: string;
  readonly weekdays?: number;
  readonly stepDays?: number;
  readonly isOn?: boolean;
  readonly isZoneConfirmed?: boolean;
  /** An IANA name. */
  readonly timeZone?: string;
}

/** What to offer: `first` to whoever was never asked, `return` to whom it was switched off for. */
export type DailyOffer =
  | { readonly kind: 'first'; readonly daily: Daily }
  | { readonly kind: 'return'; readonly daily: Daily };
