/**
 * The way back to /settings from the screens of others that it opens. In: a tap, and the screen that answers it. Out: the
 * same screen, leading back if the tapped one did: buttons carry their own state, so it is read off them.
 */
import { pack } from './callbacks.js';
import type { Tap } from './tap.js';
import type { BotContext } from './context.js';
import type { Keyboard, Row } from './keyboards.js';
import type { Message } from './message.js';
import { backToSettings } from './texts/settings.js';

/** Taps that stand only on /settings and on what was opened from there. */
const leading: readonly Tap[] = [
  { kind: 'settings' },
  { kind: 'dailySettings' },
  { kind: 'decksSettings', page: 0 },
  { kind: 'exam' },
];

const leadingData = new Set(leading.map(pack));

/** Do these buttons stand on /settings, or on what was opened from there? */
export const leadsToSettings = (keyboard: Keyboard = []): boolean =>
  keyboard.flat().some(({ tap }) => leadingData.has(pack(tap)));

/** Was the screen that was tapped, or answered in words, /settings or opened from there? */
export function isFromSettings({ tap, callbackQuery, saidTo }: BotContext): boolean {
  if (leading.some(({ kind }) => kind === tap?.kind) || leadsToSettings(saidTo)) return true;
  const rows = callbackQuery?.message?.reply_markup?.inline_keyboard ?? [];
  return rows
    .flat()
    .some((button) => 'callback_data' in button && leadingData.has(button.callback_data));
}

/**
 * The screen with a way back to /settings; one that leads back to /daily or to the list of notes leads to the copy opened
 * from there.
 */
export function withWayBack({ keyboard = [], ...message }: Message): Message {
  const last = keyboard.at(-1)?.[0];
  const leadsBack = last?.text === BACK;
  const rows = leadsBack ? keyboard.slice(0, -1) : keyboard;
  return { ...message, keyboard: [...rows, wayBackFor(leadsBack ? last.tap : undefined)] };
}

const BACK = '‹ Назад';

function wayBackFor(tap: Tap | undefined): Row {
  if (tap?.kind === 'daily') return [{ text: BACK, tap: { kind: 'dailySettings' } }];
  if (tap?.kind === 'decks') return [{ text: BACK, tap: { kind: 'decksSettings', page: 0 } }];
  return backToSettings;
}
