/** What the bot stands on, and what its handlers leave for one another while an update is handled. */
import type { ConversationData, ConversationFlavor, VersionedState } from '@grammyjs/conversations';
import type { ApiClientOptions, Context } from 'grammy';
import type { UserFromGetMe } from 'grammy/types';
import type { AnswerOutcome, StepRef, Study } from '../study/study.js';
import type { Tap } from './callbacks.js';

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

export interface BotDeps {
  readonly token: string;
  readonly study: Study;
  readonly conversationStore: ConversationStore;
  readonly log: BotLog;
  /** Is this error the database being away? Such updates are handled again later. */
  readonly isDatabaseAway: (error: unknown) => boolean;
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
  /** The button pressed. */
  tap?: Tap;
  /** A typed answer whose verdict the conversation has said: what follows it is still to be done. */
  judged?: Judged;
  /** The question to put when the handlers are done. */
  upNext?: Placement;
  /** The message that showed this question before. */
  oldCopy?: number | null;
}

/** The context of all handlers; conversations have their own, without these fields. */
export type BotContext = ConversationFlavor<Context> & Passing;

/** The states of a learner's conversations, as the plugin hands them to its storage. */
export type StoredConversations = VersionedState<ConversationData>;

/** The learner's Telegram id. Everything behind the private-chat filter has one. */
export function learnerOf(ctx: Context): number {
  if (ctx.from === undefined) throw new Error('an update without a sender passed the filter');
  return ctx.from.id;
}
