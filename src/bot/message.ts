/** A message as the bot composes it, before it is anybody's: text and the rows of buttons under it. */
import type { Html } from './html.js';
import type { Keyboard } from './keyboards.js';

export interface Message {
  readonly text: Html;
  /** No rows: the message has no buttons. */
  readonly keyboard?: Keyboard;
}
