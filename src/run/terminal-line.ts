/** What a typed line means in the terminal chat. Pure: what stands on the screen comes in as an argument. */

export type Typed =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'text'; readonly text: string }
  /** `message` is its short number; null for the newest message with buttons. */
  | { readonly kind: 'press'; readonly message: number | null; readonly button: number }
  | { readonly kind: 'file'; readonly path: string }
  /** What another chat would send to the inline mode. */
  | { readonly kind: 'inline'; readonly query: string }
  | { readonly kind: 'no-such-button'; readonly typed: string };

/** How many buttons a message has; null means the newest message with buttons. */
export type CountButtons = (message: number | null) => number;

/** Reads a line: a number taps, `12:2` taps under message 12, `=7` and all else is text, `/file path` sends a file, `@bot …` asks inline. */
export function readLine(line: string, countButtons: CountButtons): Typed {
  const typed = line.trim();
  if (typed === '') return { kind: 'nothing' };
  if (typed.startsWith('=') && typed.length > 1) return { kind: 'text', text: typed.slice(1) };
  const file = /^\/file\s+(.+)$/u.exec(typed)?.[1];
  if (file !== undefined) return { kind: 'file', path: file };
  const query = /^@(?:bot|\w+_bot)(?:\s+(.*))?$/isu.exec(typed);
  if (query !== null) return { kind: 'inline', query: query[1] ?? '' };

  const [, message, button] = /^(?:(\d{1,6}):)?(\d{1,6})$/.exec(typed) ?? [];
  if (button === undefined) return { kind: 'text', text: line };
  const target = message === undefined ? null : Number(message);
  const buttons = countButtons(target);
  if (Number(button) >= 1 && Number(button) <= buttons) {
    return { kind: 'press', message: target, button: Number(button) };
  }
  // «9:30» is an hour, and a number where there is nothing to tap can only be meant as text.
  const isText = target === null ? buttons === 0 : isHour(typed);
  return isText ? { kind: 'text', text: line } : { kind: 'no-such-button', typed };
}

function isHour(typed: string): boolean {
  return /^(?:[01]?\d|2[0-3]):[0-5]\d$/.test(typed);
}
