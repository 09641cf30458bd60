/** How a message of the bot looks in a terminal. In: a message; out: lines of text, with ANSI styles only if wanted. */
import type { Message, MessageEntity } from 'grammy/types';
import type { InlineAnswer } from '../telegram/local/world.js';

export interface Look {
  /** The short number people type: `#12`. */
  readonly number: number;
  readonly colour: boolean;
}

const styles: Partial<Record<MessageEntity['type'], readonly [string, string]>> = {
  bold: ['\u001b[1m', '\u001b[22m'],
  italic: ['\u001b[3m', '\u001b[23m'],
  underline: ['\u001b[4m', '\u001b[24m'],
  code: ['\u001b[36m', '\u001b[39m'],
  pre: ['\u001b[36m', '\u001b[39m'],
};

const isQuote = ({ type }: MessageEntity) =>
  type === 'blockquote' || type === 'expandable_blockquote';

/** A new message: its number, its text, its buttons. */
export function renderMessage(message: Message, look: Look): string {
  return [dim(`#${look.number}`, look.colour), ...renderBody(message, look)].join('\n');
}

/** A changed message; null when nothing visible is new (buttons that only went away). */
export function renderEdit(message: Message, before: Message, look: Look): string | null {
  const isSameText = textOf(message).text === textOf(before).text;
  const body = isSameText ? renderButtons(message) : renderBody(message, look);
  if (body.length === 0) return null;
  return [`✎ ${dim(`#${look.number}`, look.colour)}`, ...body].join('\n');
}

/** The cards of the inline mode, one a line, under the button that stands over them. */
export function renderCards(answer: InlineAnswer | null): string {
  if (answer === null) return '';
  const cards = answer.cards.map(({ title, description }) => `▫ ${title}: ${description}`);
  return [...(answer.button === null ? [] : [`[${answer.button}]`]), ...cards].join('\n');
}

/** Dimmed, where there are colours. */
export function dim(text: string, colour: boolean): string {
  return colour ? `\u001b[2m${text}\u001b[22m` : text;
}

function renderBody(message: Message, { colour }: Look): string[] {
  const { text, entities } = textOf(message);
  return [...renderText(text, entities, colour), ...renderButtons(message)];
}

function textOf(message: Message): { text: string; entities: readonly MessageEntity[] } {
  const { text, entities, caption, caption_entities } = message;
  return text === undefined
    ? { text: caption ?? '', entities: caption_entities ?? [] }
    : { text, entities: entities ?? [] };
}

/** Text with its styles; every line of a block quote begins with a bar. */
export function renderText(
  text: string,
  entities: readonly MessageEntity[],
  colour: boolean,
): string[] {
  const styled = colour ? entities.filter(({ type }) => styles[type] !== undefined) : [];
  const lines: string[] = [];
  let at = 0;
  const add = (end: number, prefix: string) => {
    // A quote stands on lines of its own: the line break around it is part of neither.
    const from = at > 0 && text.charAt(at) === '\n' ? at + 1 : at;
    const to = end < text.length && end > from && text.charAt(end - 1) === '\n' ? end - 1 : end;
    at = end;
    if (from >= to) return;
    let start = from;
    for (const line of text.slice(from, to).split('\n')) {
      lines.push(prefix + styleLine(line, start, styled));
      start += line.length + 1;
    }
  };
  for (const quote of entities.filter(isQuote)) {
    add(quote.offset, '');
    add(quote.offset + quote.length, '│ ');
  }
  add(text.length, '');
  return lines;
}

function styleLine(line: string, start: number, entities: readonly MessageEntity[]): string {
  const end = start + line.length;
  const cuts = entities.flatMap(({ offset, length }) => [offset, offset + length]);
  const places = [...new Set([start, end, ...cuts])]
    .filter((place) => place >= start && place <= end)
    .sort((a, b) => a - b);
  let out = '';
  for (const [index, from] of places.entries()) {
    const to = places[index + 1];
    if (to === undefined) break;
    const active = entities.filter(({ offset, length }) => offset <= from && offset + length >= to);
    const piece = withoutControls(line.slice(from - start, to - start));
    out += active.reduce(
      (inner, { type }) => (styles[type]?.[0] ?? '') + inner + (styles[type]?.[1] ?? ''),
      piece,
    );
  }
  return out;
}

/** A terminal obeys control characters; those in somebody's notes are not meant for it. */
function withoutControls(text: string): string {
  return text.replace(/(?!\t)\p{Cc}/gu, '');
}

function renderButtons(message: Message): string[] {
  let number = 0;
  return (message.reply_markup?.inline_keyboard ?? []).map((row) =>
    row.map(({ text }) => `[${(number += 1)}] ${text}`).join('  '),
  );
}
