/** A message as the bot composes it, before it is anybody's: text and the rows of buttons under it. */
import type { Tap } from './tap.js';
import type { Html } from './html.js';
import type { Keyboard } from './keyboards.js';

export interface Message {
  readonly text: Html;
  /** No rows: the message has no buttons. */
  readonly keyboard?: Keyboard;
  /** What may be written in answer, besides the words on the buttons. */
  readonly listens?: Listening;
}

/** What a text means to a message that asks something. */
export interface Listening {
  /** «Да» and «нет», where no button says them. */
  readonly yes?: Tap;
  readonly no?: Tap;
  readonly hears?: Hearing;
}

/** `time`: the hour of the daily questions; `clock`: that, or the city or the clock of the learner; `exam`: its date. */
export type Hearing =
  { readonly kind: 'time' | 'clock' } | { readonly kind: 'exam'; readonly deckId: string };

/** A message that stands in the chat. */
export interface Shown {
  readonly message: Message;
  readonly messageId: number;
}
