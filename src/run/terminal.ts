/**
 * The terminal chat: one person at the local Telegram, lines in, messages out. It goes through the same inbox as any
 * update. Reads a script from a pipe too: the next line when the update before it is finished, the end with its input.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Message, Update } from 'grammy/types';
import type { Log } from '../log.js';
import type { LocalTelegram } from '../telegram/local/local-telegram.js';
import { buttonsOf, type Person } from '../telegram/local/person.js';
import type { ChatEvent } from '../telegram/local/world.js';
import type { Inbox } from './inbox.js';
import { sleep, untilDone } from './patience.js';
import { type Console, type ConsoleSettings, openConsole } from './terminal-console.js';
import { readLine, type Typed } from './terminal-line.js';
import { dim, renderCards, renderEdit, renderMessage } from './terminal-screen.js';

export interface TerminalSettings extends ConsoleSettings {
  readonly telegram: LocalTelegram;
  readonly person: Person;
  readonly inbox: Pick<Inbox, 'accept' | 'settled'>;
  /** Where files of the bot are put. */
  readonly filesDir: string;
  readonly log: Log;
}

export interface Terminal {
  /** Resolves when the input has ended and its last line is answered, or after `stop`. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

const help =
  'Чат в терминале: число — нажать кнопку, 12:2 — кнопка 2 сообщения 12, =7 — отправить «7» текстом,\n' +
  'остальное — текст. Начать — /start, отправить файл — /file путь, карточки для чужого чата — @bot слово,\n' +
  'выйти — Ctrl-D.';

const longestText = 4096;

/** Opens the chat. The person must exist at this Telegram; the inbox gets every update from now on. */
export async function startTerminal(settings: TerminalSettings): Promise<Terminal> {
  const { telegram, person } = settings;
  const stopping = new AbortController();
  await telegram.deliverTo(throughInbox(settings, stopping.signal));
  const terminal = openConsole(settings);
  const screen = createScreen(settings, terminal);
  terminal.print(help);
  telegram.watch(screen.show);
  // What was left by the last run may have been answered before this chat opened.
  for (const message of person.messages()) screen.show({ kind: 'sent', message });

  async function chat(): Promise<void> {
    for await (const line of terminal.lines) {
      if (stopping.signal.aborted) break;
      terminal.echo(line);
      const typed = readLine(line, screen.countButtons);
      await act(typed, { person, screen, print: terminal.print }).catch((error: unknown) => {
        if (!stopping.signal.aborted) throw error;
      });
      // Where a file has gone is said before the next line is read.
      await screen.filesSaved();
    }
    await screen.filesSaved();
  }
  const ended = chat();
  ended.catch(() => undefined);
  return {
    ended,
    async stop() {
      stopping.abort();
      terminal.close();
      await ended.catch(() => undefined);
    },
  };
}

/** Takes an update to the inbox and waits until it is handled, or until the chat is to stop. */
function throughInbox({ inbox, log }: TerminalSettings, signal: AbortSignal) {
  const stopped = new Promise<void>((resolve) => {
    signal.addEventListener('abort', () => resolve());
  });
  const onFailure = (err: unknown) => log.error({ err }, 'line not stored yet');
  return async (update: Update): Promise<void> => {
    await untilDone(() => inbox.accept([update]), { signal, sleep, onFailure });
    await Promise.race([inbox.settled(update.update_id), stopped]);
  };
}

interface Screen {
  readonly show: (event: ChatEvent) => void;
  readonly countButtons: (message: number | null) => number;
  /** The message with a short number, or the newest with buttons. */
  readonly find: (message: number | null) => Message | undefined;
  readonly filesSaved: () => Promise<unknown>;
}

/** Shows what the bot does and remembers the short numbers of its messages. */
function createScreen(settings: TerminalSettings, { print, colour }: Console): Screen {
  const { telegram, person, filesDir, log } = settings;
  const numbers = new Map<number, number>();
  const ids = new Map<number, number>();
  let saving: Promise<unknown> = Promise.resolve();
  const look = (message: Message) => ({
    number: numbers.get(message.message_id) ?? 0,
    colour,
  });

  function show(event: ChatEvent): void {
    if (event.kind === 'sent' && event.message.from?.is_bot === true) {
      const number = numbers.size + 1;
      numbers.set(event.message.message_id, number);
      ids.set(number, event.message.message_id);
      print(`\n${renderMessage(event.message, look(event.message))}`);
      saving = saving
        .then(() => save(event.message))
        .catch((err: unknown) => log.error({ err }, 'file not saved'));
    } else if (event.kind === 'edited') {
      const edit = renderEdit(event.message, event.before, look(event.message));
      if (edit !== null) print(edit);
    } else if (event.kind === 'answered' && event.answer.text !== '') {
      print(`· ${event.answer.text}`);
    }
  }

  async function save(message: Message): Promise<void> {
    const id = message.document?.file_id ?? message.photo?.at(-1)?.file_id;
    const file = id === undefined ? undefined : telegram.file(id);
    if (file === undefined) return;
    await mkdir(filesDir, { recursive: true });
    const path = join(filesDir, `${message.message_id}-${basename(file.name)}`);
    await writeFile(path, file.bytes);
    print(dim(`📎 ${path}`, colour));
  }

  function find(number: number | null): Message | undefined {
    if (number === null) return person.newest({ withButtons: true });
    const id = ids.get(number);
    return person.messages().find(({ message_id }) => message_id === id);
  }

  return {
    show,
    find,
    countButtons: (number) => {
      const message = find(number);
      return message === undefined ? 0 : buttonsOf(message).length;
    },
    filesSaved: () => saving,
  };
}

interface Stage extends Pick<TerminalSettings, 'person'> {
  readonly screen: Screen;
  readonly print: (text: string) => void;
}

/** Does what a line says; resolves when the bot has finished with it. */
async function act(typed: Typed, { person, screen, print }: Stage): Promise<void> {
  switch (typed.kind) {
    case 'nothing':
      return;
    case 'no-such-button':
      return print(`Такой кнопки нет. Отправить текстом: =${typed.typed}`);
    case 'text':
      // As the apps do: a text too long for one message goes as several.
      for (let at = 0; at < typed.text.length; at += longestText) {
        await person.say(typed.text.slice(at, at + longestText));
      }
      return;
    case 'inline':
      return print(renderCards((await person.inline(typed.query)).answer()));
    case 'file':
      return sendFile(typed.path, person, print);
    case 'press': {
      const message = screen.find(typed.message);
      if (message === undefined) return;
      print(`→ ${buttonsOf(message)[typed.button - 1]?.text ?? ''}`);
      await person.press(message, typed.button);
    }
  }
}

async function sendFile(
  path: string,
  person: Person,
  print: (text: string) => void,
): Promise<void> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) print(`Файл не прочитан: ${path}`);
  else await person.sendDocument({ name: basename(path), bytes });
}
