/**
 * Telegram's HTML, as strict as the server's own parser. In: text with tags; out: plain text and its entities, trimmed,
 * offsets in UTF-16 units. What Telegram would refuse is a Rejection with its words, offsets there in UTF-8 bytes.
 */
import type { MessageEntity } from 'grammy/types';
import { badRequest, type Rejection } from './rejection.js';

export interface FormattedText {
  readonly text: string;
  readonly entities: readonly MessageEntity[];
}

const simpleTags: Readonly<Record<string, MessageEntity['type']>> = {
  b: 'bold',
  strong: 'bold',
  i: 'italic',
  em: 'italic',
  u: 'underline',
  ins: 'underline',
  s: 'strikethrough',
  strike: 'strikethrough',
  del: 'strikethrough',
  'tg-spoiler': 'spoiler',
  span: 'spoiler',
  code: 'code',
  pre: 'pre',
  blockquote: 'blockquote',
};

const namedCharacters: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"' };

interface OpenTag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Where its content starts in the plain text. */
  readonly offset: number;
}

/** Parses HTML the way `parse_mode: 'HTML'` does. Throws a Rejection (400). */
export function parseHtml(html: string): FormattedText {
  const open: OpenTag[] = [];
  const entities: MessageEntity[] = [];
  let text = '';
  let at = 0;

  while (at < html.length) {
    const char = html.charAt(at);
    if (char === '&') {
      const reference = readReference(html, at);
      text += reference.text;
      at = reference.end;
    } else if (char !== '<') {
      text += char;
      at += 1;
    } else if (html.charAt(at + 1) === '/') {
      const end = closeTag(html, at, open);
      const tag = open.pop();
      if (tag !== undefined && text.length > tag.offset) entities.push(toEntity(tag, text.length));
      at = end;
    } else {
      const tag = readStartTag(html, at);
      open.push({ ...tag, offset: text.length });
      at = tag.end;
    }
  }
  const unclosed = open.at(-1);
  if (unclosed !== undefined) {
    throw cannotParse(`Can't find end tag corresponding to start tag "${unclosed.name}"`);
  }
  return trim(text, entities);
}

function readStartTag(html: string, begin: number) {
  const opening = /<([^\s>]*)/y;
  opening.lastIndex = begin;
  const name = (opening.exec(html)?.[1] ?? '').toLowerCase();
  let at = opening.lastIndex;
  if (at >= html.length)
    throw cannotParse(`Unclosed start tag at byte offset ${bytes(html, begin)}`);
  if (simpleTags[name] === undefined && name !== 'a') {
    throw cannotParse(`Unsupported start tag "${name}" at byte offset ${bytes(html, begin)}`);
  }

  const attributes = new Map<string, string>();
  const attribute = /\s*([^\s=>]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>"']+))?/y;
  const rest = /\s*>/y;
  for (;;) {
    rest.lastIndex = at;
    if (rest.test(html)) break;
    attribute.lastIndex = at;
    const found = attribute.exec(html);
    if (found === null) {
      throw cannotParse(`Unclosed start tag "${name}" at byte offset ${bytes(html, begin)}`);
    }
    attributes.set(
      (found[1] ?? '').toLowerCase(),
      decode((found[2] ?? '').replace(/^["']|["']$/g, '')),
    );
    at = attribute.lastIndex;
  }
  if (name === 'span' && attributes.get('class') !== 'tg-spoiler') {
    throw cannotParse(
      `Tag "span" must have class "tg-spoiler" at byte offset ${bytes(html, begin)}`,
    );
  }
  return { name, attributes, end: rest.lastIndex };
}

/** Checks an end tag against the innermost open one and gives the place after it. */
function closeTag(html: string, begin: number, open: readonly OpenTag[]): number {
  const expected = open.at(-1)?.name;
  if (expected === undefined) {
    throw cannotParse(`Unexpected end tag at byte offset ${bytes(html, begin)}`);
  }
  const closing = /<\/([^\s>]*)\s*(>?)/y;
  closing.lastIndex = begin;
  const [, found = '', bracket = ''] = closing.exec(html) ?? [];
  if (bracket === '') throw cannotParse(`Unclosed end tag at byte offset ${bytes(html, begin)}`);
  if (found !== '' && found.toLowerCase() !== expected) {
    throw cannotParse(
      `Unmatched end tag at byte offset ${bytes(html, begin)}, expected "</${expected}>", found "</${found}>"`,
    );
  }
  return closing.lastIndex;
}

function toEntity(tag: OpenTag, end: number): MessageEntity {
  const place = { offset: tag.offset, length: end - tag.offset };
  if (tag.name === 'a')
    return { type: 'text_link', url: tag.attributes.get('href') ?? '', ...place };
  if (tag.name === 'blockquote' && tag.attributes.has('expandable')) {
    return { type: 'expandable_blockquote', ...place };
  }
  return { type: simpleTags[tag.name] ?? 'bold', ...place } as MessageEntity;
}

const referencePattern = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(lt|gt|amp|quot));/iy;

/** A character reference; an ampersand that starts none stays an ampersand. */
function readReference(html: string, at: number): { text: string; end: number } {
  referencePattern.lastIndex = at;
  const found = referencePattern.exec(html);
  if (found === null) return { text: '&', end: at + 1 };
  const [all, decimal, hexadecimal, name] = found;
  const code = decimal === undefined ? parseInt(hexadecimal ?? '', 16) : Number(decimal);
  const isCode = name === undefined && code > 0 && code <= 0x10ffff;
  const text =
    name === undefined
      ? isCode
        ? String.fromCodePoint(code)
        : all
      : namedCharacters[name.toLowerCase()];
  return { text: text ?? all, end: at + all.length };
}

function decode(value: string): string {
  return value.replace(
    /&(?:#\d+|#x[0-9a-f]+|\p{L}+);/giu,
    (reference) => readReference(reference, 0).text,
  );
}

/** Telegram cuts white space at both ends; entities follow, and those left empty go. */
export function trim(text: string, entities: readonly MessageEntity[]): FormattedText {
  const start = text.length - text.trimStart().length;
  const end = text.trimEnd().length;
  const kept = entities.flatMap((entity) => {
    const from = Math.max(entity.offset, start);
    const to = Math.min(entity.offset + entity.length, end);
    return to > from ? [{ ...entity, offset: from - start, length: to - from }] : [];
  });
  kept.sort((a, b) => a.offset - b.offset || b.length - a.length);
  return { text: text.slice(start, Math.max(start, end)), entities: kept };
}

function bytes(html: string, end: number): number {
  return Buffer.byteLength(html.slice(0, end));
}

function cannotParse(problem: string): Rejection {
  return badRequest(`can't parse entities: ${problem}`);
}
