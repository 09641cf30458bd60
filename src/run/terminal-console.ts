/** The console under the terminal chat: lines in, blocks of text out, a prompt in between when somebody sits at it. */
import { clearLine, createInterface, cursorTo } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

export interface ConsoleSettings {
  readonly input: Readable & { readonly isTTY?: boolean };
  readonly output: Writable & { readonly isTTY?: boolean };
  /** Ctrl-C typed while the terminal is raw, which makes no signal. */
  readonly onInterrupt: () => void;
}

export interface Console {
  /** Typed lines; ends with the input or with `close`. */
  readonly lines: AsyncIterable<string>;
  readonly colour: boolean;
  readonly print: (text: string) => void;
  /** Repeats a line that nobody saw being typed: one of a script. */
  readonly echo: (line: string) => void;
  close(): void;
}

export function openConsole({ input, output, onInterrupt }: ConsoleSettings): Console {
  const isInteractive = input.isTTY === true && output.isTTY === true;
  const reader = createInterface({
    input,
    ...(isInteractive ? { output, prompt: '> ' } : {}),
    terminal: isInteractive,
  });
  let hasPrompt = false;
  reader.on('SIGINT', onInterrupt);
  // A reader that went away (`| head`) ends the chat like the end of the input.
  output.on('error', () => reader.close());
  reader.once('close', () => {
    if (hasPrompt) output.write('\n');
    hasPrompt = false;
  });

  function print(text: string): void {
    if (hasPrompt) {
      cursorTo(output, 0);
      clearLine(output, 0);
    }
    output.write(`${text}\n`);
    if (!isInteractive || !isOpen(reader)) return;
    hasPrompt = true;
    reader.prompt(true);
  }

  return {
    lines: reader,
    colour: output.isTTY === true,
    print,
    echo: (line) => {
      if (input.isTTY !== true) print(`\n> ${line}`);
    },
    close: () => reader.close(),
  };
}

/** Node closes a reader without telling in its types. */
function isOpen(reader: object): boolean {
  return !('closed' in reader && reader.closed === true);
}
