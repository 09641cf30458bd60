/**
 * What somebody's clock shows, and how far ahead of Greenwich that is. In: a line («16:05», «у меня уже 16.05») and the
 * instant it was written. Out: minutes, a multiple of 30; null when no clock on earth shows that now.
 */
import { timeIn } from './daily-time.js';

const DAY = 1440;
/** Zones lie whole half-hours apart. */
const STEP = 30;
/** Minutes that pass between a look at the clock and the message, or that a clock is wrong by. */
const SLIP = 3;

/** «В 16:05» is the hour of something, and no clock. */
const IS_HOUR = /(?:^|\s)во?\s/iu;

/** Minutes ahead of Greenwich, from −690 to 720. */
export function offsetOfClock(text: string, now: Date): number | null {
  const time = IS_HOUR.test(text) ? null : timeIn(text.replace(NOT_TIME, ' '));
  if (time === null) return null;
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const ahead = hour * 60 + minute - (now.getUTCHours() * 60 + now.getUTCMinutes());
  const offset = Math.round(ahead / STEP) * STEP;
  if (Math.abs(ahead - offset) > SLIP) return null;
  const within = (((offset + DAY / 2) % DAY) + DAY) % DAY;
  return within === 0 ? DAY / 2 : within - DAY / 2;
}

/** What people say around the time of their clock. */
const NOT_TIME = /(?<!\p{L})(?:у|меня|нас|сейчас|уже|здесь|тут|нет|время|на часах)(?!\p{L})/giu;
