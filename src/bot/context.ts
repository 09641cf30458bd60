/** What the bot stands on, and what its handlers leave for one another while an update is handled. */
import type { ConversationData, ConversationFlavor, VersionedState } from '@grammyjs/conversations';
import type { Api, ApiClientOptions, Context } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { AdminDesk } from '../study/admin.js';
import type { Paste } from '../study/own-decks.js';
import type { AnswerOutcome, StepRef } from '../study/step.js';
import type { Study } from '../study/study.js';
import type { Tap } from './tap.js';
import type { Keyboard } from './keyboards.js';
import type { Later } from './later.js';
import type { Shown } from './message.js';

/** Where conversations are kept; fits `db/conversations.ts` by shape. Keys are `chat:user`. */
export interface ConversationStore {
  read(key: string): Promise<unknown>;
  write(key: string, state: unknown): Promise<void>;
  delete(key: string): Promise<void>;
}

/** The logger, by shape. Nothing that is logged holds a text or a name. */
export interface BotLog {
  debug(details: object, message: string): void;
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

/** Files people send. */
export interface FileDoor {
  /** Bytes of the largest one that is read. */
  readonly largest: number;
  /** The file at the path that getFile gave; `largest` bytes in place of the usual. */
  load(
    path: string,
    largest?: number,
  ): Promise<
    | { readonly ok: true; readonly bytes: Uint8Array }
    | { readonly ok: false; readonly reason: 'too-big' | 'unreachable' }
  >;
}

/** Whoever notices that no more messages of a paste come. */
export interface PasteWatch {
  /** Looks at this paste again when there may have been enough silence. */
  expect(api: Api, paste: Paste): void;
  /** Takes up what the last run left open, and from time to time what other processes did. */
  resume(api: Api): Promise<void>;
}

export interface BotDeps {
  readonly token: string;
  readonly study: Study;
  readonly conversationStore: ConversationStore;
  readonly log: BotLog;
  /** Is this error the database being away? Such updates are handled again later. */
  readonly isDatabaseAway: (error: unknown) => boolean;
  readonly files: FileDoor;
  readonly pastes: PasteWatch;
  /** Telegram ids of those who run the bot, and what they can do in the chat; absent: nobody. */
  readonly admins?: { readonly ids: readonly number[]; readonly desk: AdminDesk };
  /** Time, for what must not be said too soon; absent, the real one. */
  readonly later?: Later;
  readonly client?: ApiClientOptions;
  /** What getMe would say; absent, the bot has to be asked with `bot.init()`. */
  readonly botInfo?: UserFromGetMe;
}

/** A question to be put. */
export interface Placement extends StepRef {
  /** Asked for by the learner: put even if it stands somewhere above; the copy there loses its buttons. */
  readonly isAgain: boolean;
}

export type Judged = Extract<AnswerOutcome, { kind: 'judged' }>;

interface Passing {
  /** The button pressed, or said in words. */
  tap?: Tap;
  /** The rows in which the button that was said stands. */
  saidTo?: Keyboard;
  /** A typed answer whose verdict the conversation has said: what follows it is still to be done. */
  judged?: Judged;
  /** The question to put when the handlers are done. */
  upNext?: Placement;
  /** The message that showed this question before. */
  oldCopy?: number | null;
  /** The last message with buttons: what it takes in words is listened for. */
  onScreen?: Shown;
  /** The verdict on the screen is the last of its sitting, and «Дальше» under it leads to the summary. */
  endsSitting?: boolean;
  /** What was waited for until now, and is not any more. */
  ended?: Awaited;
}

/** The conversations that wait for something to be written, by the names they are registered under. */
export type Awaited = 'daily' | 'exam-date' | 'rename' | 'deletion';

/** The context of all handlers; conversations have their own, without these fields. */
export type BotContext = ConversationFlavor<Context> & Passing;

/** The states of a learner's conversations, as the plugin hands them to its storage. */
export type StoredConversations = VersionedState<ConversationData>;

/** The learner's Telegram id. Everything behind the private-chat filter has one. */
export function learnerOf(ctx: { readonly from?: { readonly id: number } | undefined }): number {
  if (ctx.from === undefined) throw new Error('an update without a sender passed the filter');
  return ctx.from.id;
}
