/** Checks `reply_markup` by Telegram's rules. In: what the bot sent; out: the inline keyboard to show, if it is one. */
import type { InlineKeyboardButton, InlineKeyboardMarkup } from 'grammy/types';
import { badRequest } from './rejection.js';

const longestCallbackData = 64;
const longestRow = 8;
const mostButtons = 100;

/** Kinds of buttons besides callback data that need no more than their presence checked here. */
const otherActions = [
  'url',
  'copy_text',
  'switch_inline_query',
  'switch_inline_query_current_chat',
];

/** The inline keyboard of a message; undefined when there is none, also for force_reply and custom keyboards. */
export function readKeyboard(
  markup: Record<string, unknown> | undefined,
): InlineKeyboardMarkup | undefined {
  if (markup === undefined) return undefined;
  if (!('inline_keyboard' in markup)) {
    if ('force_reply' in markup || 'remove_keyboard' in markup || 'keyboard' in markup) {
      checkPlaceholder(markup['input_field_placeholder']);
      return undefined;
    }
    throw badRequest('object expected as reply markup');
  }
  const rows = markup['inline_keyboard'];
  if (!Array.isArray(rows) || !rows.every(Array.isArray)) {
    throw badRequest('field "inline_keyboard" must be an Array of Arrays');
  }
  const keyboard = rows
    .map((row: unknown[]) => row.map(readButton))
    .filter((row) => row.length > 0);
  if (keyboard.flat().length > mostButtons || keyboard.some((row) => row.length > longestRow)) {
    throw badRequest('REPLY_MARKUP_TOO_LONG');
  }
  return keyboard.length === 0 ? undefined : { inline_keyboard: keyboard };
}

function readButton(button: unknown): InlineKeyboardButton {
  const isObject = typeof button === 'object' && button !== null;
  if (!isObject || !('text' in button) || typeof button.text !== 'string') {
    throw badRequest(`can't parse inline keyboard button: Can't find field "text"`);
  }
  if (button.text.trim() === '') throw badRequest('inline keyboard button text must be non-empty');
  if ('callback_data' in button) {
    const data = button.callback_data;
    if (typeof data !== 'string' || data === '' || Buffer.byteLength(data) > longestCallbackData) {
      throw badRequest('BUTTON_DATA_INVALID');
    }
  } else if (!otherActions.some((action) => action in button)) {
    throw badRequest(
      "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
    );
  }
  if ('url' in button && !/^(?:https?|tg):\/\/\S+$/.test(String(button.url))) {
    throw badRequest(
      `inline keyboard button URL '${String(button.url)}' is invalid: Wrong HTTP URL`,
    );
  }
  return button as InlineKeyboardButton;
}

function checkPlaceholder(placeholder: unknown): void {
  if (placeholder === undefined) return;
  if (typeof placeholder !== 'string' || placeholder.length > 64) {
    throw badRequest('input field placeholder is too long');
  }
}
