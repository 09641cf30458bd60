/**
 * What the local Telegram remembers: chats with their messages, taps and inline queries waiting for an answer, files, the bot's profile.
 * Invariant: a message is replaced, never changed in place, so whoever holds one holds what the learner saw then.
 */
import type { Chat, Message, Update, User, UserFromGetMe } from 'grammy/types';
import type { UpdateQueue } from './updates.js';

/** One chat as everybody in it sees it. */
export interface Room {
  readonly chat: Chat;
  /** By id, oldest first. */
  readonly messages: Map<number, Message>;
  /** Whether the bot may write here. */
  access: 'open' | 'never-started' | 'blocked';
}

/** What the bot said to a tap. */
export interface TapAnswer {
  readonly text: string;
  readonly alert: boolean;
  readonly url?: string;
}

/** A tap; `answer` stays null until the bot answers it, `madeAt` is in ms. */
export interface Tap {
  readonly id: string;
  readonly from: User;
  readonly chatId: number;
  readonly madeAt: number;
  answer: TapAnswer | null;
}

/** A card of the inline mode as a person sees it; `text` is what choosing it would send. */
export interface OfferedCard {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly text: string;
}

export interface InlineAnswer {
  readonly cards: readonly OfferedCard[];
  readonly cacheSeconds: number;
  readonly isPersonal: boolean;
  /** The label of the button over the cards. */
  readonly button: string | null;
}

/** What somebody is typing after the bot's name; `answer` stays null until the bot answers, `madeAt` is in ms. */
export interface InlineAsked {
  readonly madeAt: number;
  answer: InlineAnswer | null;
}

export interface StoredFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What somebody watching the chats sees happen. */
export type ChatEvent =
  | { readonly kind: 'sent'; readonly message: Message }
  | { readonly kind: 'edited'; readonly message: Message; readonly before: Message }
  | { readonly kind: 'deleted'; readonly chatId: number; readonly messageId: number }
  | { readonly kind: 'answered'; readonly tap: Tap; readonly answer: TapAnswer };

export interface World {
  readonly me: UserFromGetMe;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The next id: never below the clock in ms, so no restart gives one out again. */
  readonly nextId: () => number;
  readonly rooms: Map<number, Room>;
  readonly taps: Map<string, Tap>;
  readonly inlineQueries: Map<string, InlineAsked>;
  readonly files: Map<string, StoredFile>;
  /** Addresses of files by their path, with the time in ms they were given. */
  readonly links: Map<string, { readonly fileId: string; readonly madeAt: number }>;
  /** Commands by scope and language, descriptions and names by language. */
  readonly profile: Map<string, unknown>;
  readonly updates: UpdateQueue;
  readonly watchers: Set<(event: ChatEvent) => void>;
}

export function emit(world: World, event: ChatEvent): void {
  for (const watcher of world.watchers) watcher(event);
}

/** Puts a message into a chat and shows it to the watchers. */
export function post(world: World, room: Room, content: Partial<Message>): Message {
  const message = {
    message_id: world.nextId(),
    date: Math.floor(world.now() / 1000),
    chat: room.chat,
    ...content,
  };
  room.messages.set(message.message_id, message);
  emit(world, { kind: 'sent', message });
  return message;
}

/** An update of this content on its way to the bot. */
export async function deliver(world: World, content: Omit<Update, 'update_id'>): Promise<Update> {
  const update: Update = { update_id: world.nextId(), ...content };
  await world.updates.add(update);
  return update;
}

/** Keeps a file and gives its id. */
export function storeFile(world: World, file: StoredFile): string {
  const id = `file${world.nextId()}`;
  world.files.set(id, file);
  return id;
}
