/**
 * A person talking to the bot: writes, taps, sends files, blocks. Every action makes the update Telegram would make
 * and resolves when the bot's listener is done with it.
 */
import type { InlineKeyboardButton, Message, MessageEntity, Update, User } from 'grammy/types';
import { badRequest } from './rejection.js';
import {
  deliver,
  type InlineAnswer,
  type InlineAsked,
  post,
  type Room,
  storeFile,
  type Tap,
  type TapAnswer,
  type World,
} from './world.js';

const longestInlineQuery = 256;

export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly mimeType?: string;
}

export interface Press {
  readonly update: Update;
  /** What the bot answered; null while it has not. */
  answer(): TapAnswer | null;
}

export interface Inline {
  readonly update: Update;
  /** What the bot offers; null while it has not answered. */
  answer(): InlineAnswer | null;
}

export interface Person {
  readonly user: User;
  /** A text message, to the private chat or to a group. Commands are marked as Telegram marks them. */
  say(text: string, place?: Place): Promise<Update>;
  /** Taps a button of a message as this person saw it: by its text, or by its number counted from 1. */
  press(message: Message, button: string | number): Promise<Press>;
  /** A tap whose data the message need not have: forged, or from a version long gone. */
  pressData(message: Message, data: string): Promise<Press>;
  sendDocument(file: DocumentFile, caption?: string): Promise<Update>;
  /** Types after the bot's name in some other chat. */
  inline(query: string): Promise<Inline>;
  /** Any other content: `{ sticker }`, `{ voice }`, `{ location }`. */
  send(content: Partial<Message>, place?: Place): Promise<Update>;
  block(): Promise<Update>;
  unblock(): Promise<Update>;
  /** The private chat, oldest first, as it stands now. */
  messages(): readonly Message[];
  /** The bot's newest message, with buttons if asked for. */
  newest(wanted?: { readonly withButtons: boolean }): Message | undefined;
}

export interface Place {
  /** A group; the private chat when absent. */
  readonly chatId?: number;
  /** The message answered to. */
  readonly replyTo?: Message;
}

/** The buttons of a message in reading order. */
export function buttonsOf(message: Message): readonly InlineKeyboardButton[] {
  return message.reply_markup?.inline_keyboard.flat() ?? [];
}

export function createPerson(world: World, user: User, room: Room): Person {
  function place({ chatId = user.id, replyTo }: Place): { room: Room; content: Partial<Message> } {
    const found = world.rooms.get(chatId);
    if (found === undefined) throw badRequest('chat not found');
    const original = replyTo as Message['reply_to_message'] | undefined;
    return { room: found, content: original === undefined ? {} : { reply_to_message: original } };
  }

  async function send(content: Partial<Message>, where: Place = {}): Promise<Update> {
    const target = place(where);
    if (target.room === room && room.access === 'never-started') room.access = 'open';
    const message = post(world, target.room, { from: user, ...target.content, ...content });
    return deliver(world, { message: message as NonNullable<Update['message']> });
  }

  async function pressData(message: Message, data: string): Promise<Press> {
    const { chat, message_id } = message;
    const current = world.rooms.get(chat.id)?.messages.get(message_id);
    const id = String(world.nextId());
    const tap: Tap = { id, from: user, chatId: chat.id, madeAt: world.now(), answer: null };
    world.taps.set(id, tap);
    const update = await deliver(world, {
      callback_query: {
        id,
        from: user,
        chat_instance: String(chat.id),
        data,
        message: current ?? { chat: chat, message_id, date: 0 },
      },
    });
    return { update, answer: () => tap.answer };
  }

  async function inline(text: string): Promise<Inline> {
    const id = String(world.nextId());
    const asked: InlineAsked = { madeAt: world.now(), answer: null };
    world.inlineQueries.set(id, asked);
    const query = text.slice(0, longestInlineQuery);
    const update = await deliver(world, { inline_query: { id, from: user, query, offset: '' } });
    return { update, answer: () => asked.answer };
  }

  async function changeAccess(access: 'open' | 'blocked'): Promise<Update> {
    const status = (allowed: boolean) => ({
      user: world.me,
      status: allowed ? 'member' : 'kicked',
      until_date: 0,
    });
    const wasOpen = room.access !== 'blocked';
    room.access = access;
    return deliver(world, {
      my_chat_member: {
        chat: room.chat,
        from: user,
        date: Math.floor(world.now() / 1000),
        old_chat_member: status(wasOpen),
        new_chat_member: status(access === 'open'),
      } as NonNullable<Update['my_chat_member']>,
    });
  }

  return {
    user,
    send,
    pressData,
    inline,
    say: (text, where) => send({ text, ...commandEntities(text) }, where),
    press: (message, button) => pressData(message, callbackData(message, button)),
    sendDocument({ name, bytes, mimeType = 'text/plain' }, caption) {
      const id = storeFile(world, { name, bytes });
      const document = {
        file_id: id,
        file_unique_id: id,
        file_name: name,
        mime_type: mimeType,
        file_size: bytes.length,
      };
      return send({ document, ...(caption === undefined ? {} : { caption }) });
    },
    block: () => changeAccess('blocked'),
    unblock: () => changeAccess('open'),
    messages: () => [...room.messages.values()],
    newest: ({ withButtons } = { withButtons: false }) =>
      [...room.messages.values()].findLast(
        (message) =>
          message.from?.id === world.me.id && (!withButtons || buttonsOf(message).length > 0),
      ),
  };
}

function callbackData(message: Message, wanted: string | number): string {
  const buttons = buttonsOf(message);
  const button =
    typeof wanted === 'number' ? buttons[wanted - 1] : buttons.find(({ text }) => text === wanted);
  if (button === undefined || !('callback_data' in button)) {
    const labels = buttons.map(({ text }) => `[${text}]`).join(' ');
    throw new Error(`No button "${wanted}" under message ${message.message_id}: ${labels}`);
  }
  return button.callback_data;
}

const command = /(?<![^\s])\/[a-z0-9_]{1,64}(?:@[a-z0-9_]{3,32})?(?![a-z0-9_/])/gi;

function commandEntities(text: string): { entities?: MessageEntity[] } {
  const entities = [...text.matchAll(command)].map((found): MessageEntity => ({
    type: 'bot_command',
    offset: found.index,
    length: found[0].length,
  }));
  return entities.length === 0 ? {} : { entities };
}
