/**
 * The only place that sends. In: a context (also one inside a conversation) and a composed message. Out: the message on
 * the phone: HTML, no link previews, no sound but the daily question's. Telegram's ordinary refusals are values here, all others throw.
 */
import { InputFile, type Api, type Context } from 'grammy';
import type {
  InlineKeyboardButton,
  InlineKeyboardMarkup,
  InlineQueryResultArticle,
} from 'grammy/types';
import { classifyTelegramError } from '../telegram/errors.js';
import { pack } from './callbacks.js';
import { learnerOf, type BotContext } from './context.js';
import type { Keyboard } from './keyboards.js';
import type { Message, Shown } from './message.js';
import { NOTHING_FOUND, type InlineCard } from './texts/inline.js';

/** Where something can be said: the context of a handler, or a chat in which nobody has just spoken. */
export interface Speaker {
  readonly api: Api;
  readonly chat?: { readonly id: number } | undefined;
  readonly from?: { readonly id: number } | undefined;
  /** Left here for whoever listens for an answer: the last message with buttons. */
  onScreen?: Shown;
}

const layout = { parse_mode: 'HTML', link_preview_options: { is_disabled: true } } as const;

/** Sends a new message to the chat and gives its id. The only call that is safe inside a conversation. */
export async function say(ctx: Speaker, message: Message): Promise<number> {
  const sent = await ctx.api.sendMessage(chatOf(ctx), message.text.markup, {
    ...layout,
    disable_notification: true,
    ...(message.keyboard && { reply_markup: markupOf(message.keyboard) }),
  });
  if (message.keyboard) ctx.onScreen = { message, messageId: sent.message_id };
  return sent.message_id;
}

/** A picture to be sent: a PNG with the name it gets when somebody saves it. */
export interface Picture {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Sends a picture with the message as its caption. */
export async function sayPicture(ctx: Context, picture: Picture, caption: Message): Promise<void> {
  await ctx.api.sendPhoto(chatOf(ctx), new InputFile(picture.bytes, picture.name), {
    caption: caption.text.markup,
    parse_mode: layout.parse_mode,
    disable_notification: true,
    ...(caption.keyboard && { reply_markup: markupOf(caption.keyboard) }),
  });
}

/** Sends a file with the message as its caption. */
export async function sayDocument(ctx: Context, file: Picture, caption: Message): Promise<void> {
  await ctx.api.sendDocument(chatOf(ctx), new InputFile(file.bytes, file.name), {
    caption: caption.text.markup,
    parse_mode: layout.parse_mode,
    disable_notification: true,
    ...(caption.keyboard && { reply_markup: markupOf(caption.keyboard) }),
  });
}

/** Sends the daily question: the only message that rings. */
export async function ring(api: Api, chatId: number, message: Message): Promise<number> {
  const sent = await api.sendMessage(chatId, message.text.markup, {
    ...layout,
    ...(message.keyboard && { reply_markup: markupOf(message.keyboard) }),
  });
  return sent.message_id;
}

/** Edits a message, which loses its buttons unless there are new ones; false when it is gone. */
export async function edit(ctx: Speaker, messageId: number, message: Message): Promise<boolean> {
  return reaches(
    ctx.api.editMessageText(chatOf(ctx), messageId, message.text.markup, {
      ...layout,
      reply_markup: markupOf(message.keyboard ?? []),
    }),
  );
}

/** Puts a screen or a verdict where the button was pressed, or below when that message is gone. */
export async function show(ctx: BotContext, message: Message): Promise<void> {
  const messageId = ctx.callbackQuery?.message?.message_id;
  const isShown = messageId !== undefined && (await edit(ctx, messageId, message));
  if (!isShown) await say(ctx, message);
  else if (message.keyboard) ctx.onScreen = { message, messageId };
}

/** Takes the buttons off a message, if it is still there. */
export async function takeButtons(
  ctx: Speaker,
  messageId: number | null | undefined,
): Promise<void> {
  if (messageId === null || messageId === undefined) return;
  await stripButtons(ctx.api, chatOf(ctx), messageId);
}

/** The same in a chat that nobody has just spoken in. */
export async function stripButtons(api: Api, chatId: number, messageId: number): Promise<void> {
  await reaches(
    api.editMessageReplyMarkup(chatId, messageId, { reply_markup: { inline_keyboard: [] } }),
  );
}

/** Deletes a message; one that is too old for that loses its buttons. */
export async function retire(api: Api, chatId: number, messageId: number): Promise<void> {
  if (await reaches(api.deleteMessage(chatId, messageId))) return;
  await stripButtons(api, chatId, messageId);
}

/** Answers a tap, with a toast or silently; the spinner ends. */
export async function toast(ctx: Context, text?: string): Promise<void> {
  const query = ctx.callbackQuery;
  if (query === undefined) return;
  try {
    await ctx.api.answerCallbackQuery(query.id, text === undefined ? {} : { text });
  } catch (error) {
    if (classifyTelegramError(error) !== 'query-too-old') throw error;
  }
}

/** Seconds Telegram may keep the cards for this person. */
const CARDS_KEPT = 60;

/**
 * Answers what is being typed after the bot's name in some chat. Always personal: a list kept for everybody would hide
 * from its owner what their own notes say.
 */
export async function answerInline(ctx: Context, cards: readonly InlineCard[]): Promise<void> {
  const query = ctx.inlineQuery;
  if (query === undefined) return;
  const results = cards.map(({ id, title, description, text }): InlineQueryResultArticle => ({
    ...{ type: 'article', id, title, description },
    input_message_content: { message_text: text.markup, ...layout },
  }));
  await ctx.api.answerInlineQuery(query.id, results, {
    cache_time: CARDS_KEPT,
    is_personal: true,
    ...(results.length === 0 && { button: { text: NOTHING_FOUND, start_parameter: 'explain' } }),
  });
}

/** "Not modified" is a success in all but name; a message that is gone is not an error either. */
async function reaches(call: Promise<unknown>): Promise<boolean> {
  try {
    await call;
    return true;
  } catch (error) {
    const kind = classifyTelegramError(error);
    if (kind === 'not-modified') return true;
    if (kind === 'message-gone') return false;
    throw error;
  }
}

const chatOf = (ctx: Speaker): number => ctx.chat?.id ?? learnerOf(ctx);

const markupOf = (keyboard: Keyboard): InlineKeyboardMarkup => ({
  inline_keyboard: keyboard.map((row) =>
    row.map(({ text, tap }): InlineKeyboardButton.CallbackButton => ({
      text,
      callback_data: pack(tap),
    })),
  ),
});
