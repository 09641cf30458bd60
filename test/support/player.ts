/**
 * A learner who sees nothing but the chat and answers whatever is asked, often twice, whether the bot is alive or not.
 * Remembers what was tapped and typed, so that it can be held against the database afterwards.
 */
import type { Message } from 'grammy/types';
import { pick, type Random } from '../../src/questions/random.js';
import type { LocalTelegram } from '../../src/telegram/local/local-telegram.js';
import { buttonsOf, type Person, type Press } from '../../src/telegram/local/person.js';

/** Something done to a question or in answer to it. */
export interface Deed {
  readonly updateId: number;
  /** The tapped message, or the text itself. */
  readonly messageId: number;
  readonly isTap: boolean;
  /** `session:position` of an answer button; null for all else. */
  readonly step: string | null;
  /** What the bot said to the tap; null while it has not, and for texts. */
  readonly toast: () => string | null;
}

export interface Player {
  readonly person: Person;
  readonly deeds: readonly Deed[];
  /** Messages as they were before an edit. */
  readonly past: readonly Message[];
  /** One tap or text; resolves when the bot has answered it, however often it died meanwhile. */
  act(): Promise<void>;
}

const TYPED = /Ответьте сообщением/;
const TEXTS = ['git stash', 'git restore', 'git status', 'ветка', 'мимо', 'не знаю', '/stats'];
/** Answers, grades and «Не знаю» of a question. */
const ANSWER = /^1[agu]:([\w-]+:\d+)/;

export function createPlayer(telegram: LocalTelegram, person: Person, random: Random): Player {
  const deeds: Deed[] = [];
  const past: Message[] = [];
  telegram.watch((event) => {
    if (event.kind === 'edited' && event.before.chat.id === person.user.id) past.push(event.before);
  });

  async function type(text: string): Promise<void> {
    const { update_id: updateId, message } = await person.say(text);
    const messageId = message?.message_id ?? 0;
    deeds.push({ updateId, messageId, isTap: false, step: null, toast: () => null });
    await until(telegram, () => (person.newest()?.message_id ?? 0) > messageId);
  }

  async function tap(message: Message, data: string): Promise<void> {
    const times = random() < 0.3 ? 2 : 1;
    const presses: Press[] = [];
    for (let time = 0; time < times; time += 1) {
      const press = await person.pressData(message, data);
      presses.push(press);
      deeds.push({
        updateId: press.update.update_id,
        messageId: message.message_id,
        isTap: true,
        step: ANSWER.exec(data)?.[1] ?? null,
        toast: () => press.answer()?.text ?? null,
      });
    }
    await until(telegram, () => presses.every((press) => press.answer() !== null));
  }

  return {
    person,
    deeds,
    past,
    async act() {
      const asked = person.newest();
      const message = person.newest({ withButtons: true });
      if (asked === undefined) return type('/start');
      const isTyped = TYPED.test(asked.text ?? '') && random() < 0.9;
      if (isTyped) return type(pick(TEXTS, random) ?? '');
      // Some lists lead only to themselves; whoever has seen enough of one asks for questions again.
      if (random() < 0.1) return type('/quiz');
      const button = message && pick(buttonsOf(message), random);
      const data = button && 'callback_data' in button ? button.callback_data : undefined;
      // A right answer leaves no button, and the next question may never have been sent.
      return message === undefined || data === undefined ? type('/quiz') : tap(message, data);
    },
  };
}

/** Longer than any of this takes, shorter than Jest waits: a failure should say what did not come. */
const PATIENCE_MS = 45_000;

/** Resolves when something holds; looks whenever anything happens in a chat. */
export function until(telegram: LocalTelegram, holds: () => boolean): Promise<void> {
  const error = new Error(`it never came to this: ${holds.toString()}`);
  return new Promise((resolve, reject) => {
    const guard = setTimeout(() => reject(error), PATIENCE_MS);
    const look = () => {
      if (!holds()) return;
      clearTimeout(guard);
      unwatch();
      resolve();
    };
    const unwatch = telegram.watch(look);
    look();
  });
}
