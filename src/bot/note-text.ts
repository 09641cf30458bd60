/**
 * Words of the notes on their way to the screen. In: text somebody wrote. Out: `Html` of a bounded length in which
 * Telegram finds no link, command, mention or hashtag of its own: such tokens stand in `<code>`.
 */
import { redact } from '../questions/redact.js';
import { prose, join, type Html } from './html.js';

/** Text with a mark whether it is a command; the shape of `Piece` and of what is to be repeated. */
interface Worded {
  readonly text: string;
  readonly code: boolean;
}

/** Longest quote shown; with all the rest of a verdict it stays far below the 4096 signs of a message. */
const LONGEST_QUOTE = 1000;
const LONGEST_OPEN_QUOTE = 150;

/** Control signs, halves of surrogate pairs, and signs without a shape: zero-width ones, those that turn the direction. */
const INVISIBLE = /(?![\n\t\u200d])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\u115f\u1160\u3164]/gu;

/** What Telegram turns into something to tap: `/etc`, `@user`, `#tag`, `$PATH`, `docker.io`, `10.0.0.1`, any scheme. */
const TAPPABLE = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}_/])/[A-Za-z0-9_]`,
    String.raw`@[A-Za-z0-9_]`,
    String.raw`(?<![\p{L}\p{N}_])#[\p{N}_]*\p{L}`,
    String.raw`(?<![\p{L}\p{N}_])\$[A-Z]{1,8}(?![\p{L}\p{N}_])`,
    String.raw`[\p{L}\p{N}_-]\.(?:[A-Za-z]{2,}|рф)(?![\p{L}\p{N}_])`,
    String.raw`(?<!\d)\d{1,3}(?:\.\d{1,3}){3}(?!\d)`,
    String.raw`[A-Za-z]:\/\/`,
  ].join('|'),
  'u',
);

/** A token between white space, and the punctuation around it that stays outside `<code>`. */
const TOKEN = /^([«"'([<„“‘]*)(.*?)([.,;:!?»")\]>“”’…]*)$/su;

type Style = 'plain' | 'bold' | 'italic';

/** Note text in at most `limit` signs. */
export function noteText(text: string, limit: number): Html {
  return styled(clip(tidy(text), limit), 'plain');
}

/** The same in bold; Telegram allows no bold around `<code>`, so tokens in code stay as they are. */
export function boldNoteText(text: string, limit: number): Html {
  return styled(clip(tidy(text), limit), 'bold');
}

/** The same in italics. */
export function italicNoteText(text: string, limit: number): Html {
  return styled(clip(tidy(text), limit), 'italic');
}

/** A command in `<code>`, anything else as note text. */
export function worded(piece: Worded, limit: number): Html {
  return piece.code
    ? prose`<code>${clip(tidy(piece.text), limit)}</code>`
    : noteText(piece.text, limit);
}

/** In «ёлочки», inner ones turned into „лапки“; a command stands in `<code>` without quotes. */
export function named(piece: Worded, limit: number): Html {
  if (piece.code) return worded(piece, limit);
  const inner = piece.text.replaceAll('«', '„').replaceAll('»', '“');
  return prose`«${noteText(inner, limit)}»`;
}

/** A title or a line in «ёлочки», whatever white space it holds. */
export const inQuotes = (text: string, limit: number): Html =>
  named({ text: text.replace(/\s+/gu, ' ').trim(), code: false }, limit);

/** Lines of the notes as a block quote, without personal data, the answer in bold where it stands literally. */
export function quote(source: string, answer: string): Html {
  const text = clip(tidy(redact(source)).trim(), LONGEST_QUOTE);
  const at = literalPlace(text, tidy(answer).trim());
  const words =
    at === null
      ? styled(text, 'plain')
      : join(
          [
            styled(text.slice(0, at.from), 'plain'),
            styled(text.slice(at.from, at.to), 'bold'),
            styled(text.slice(at.to), 'plain'),
          ],
          '',
        );
  return text.length > LONGEST_OPEN_QUOTE
    ? prose`<blockquote expandable>${words}</blockquote>`
    : prose`<blockquote>${words}</blockquote>`;
}

/** A line of the notes, with the command in it if there is one. */
interface WrittenLine {
  readonly text: string;
  readonly code: string | null;
}

/**
 * Several lines as a block quote of at most `limit` signs, without personal data, commands in `<code>`. A long quote is
 * folded up unless it `isOpen`.
 */
export function quoteLines(
  written: readonly WrittenLine[],
  { limit, isOpen = false }: { limit: number; isOpen?: boolean },
): Html {
  const shown: Html[] = [];
  let length = 0;
  for (const { text, code } of written) {
    const room = limit - length;
    if (room < 2) break;
    const line = clip(tidy(redact(text)).trimEnd(), room);
    length += line.length + 1;
    shown.push(withCode(line, code === null ? '' : tidy(code)));
  }
  return length > LONGEST_OPEN_QUOTE && !isOpen
    ? prose`<blockquote expandable>${join(shown, '\n')}</blockquote>`
    : prose`<blockquote>${join(shown, '\n')}</blockquote>`;
}

function withCode(line: string, code: string): Html {
  const at = code === '' ? -1 : line.indexOf(code);
  if (at < 0) return styled(line, 'plain');
  const [before, after] = [line.slice(0, at), line.slice(at + code.length)];
  return prose`${styled(before, 'plain')}<code>${code}</code>${styled(after, 'plain')}`;
}

/** Note text for a button, where no markup exists: one line, cut at its end. */
export function label(text: string, limit: number): string {
  return clip(tidy(text).replace(/\s+/gu, ' ').trim(), limit);
}

/** At most `limit` signs, cut between words where possible. */
export function clip(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = wholePoints(text.slice(0, limit - 1));
  const space = cut.search(/\s\S*$/u);
  return `${(space > limit / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** Without a half of a surrogate pair at the end: Telegram refuses it. */
const wholePoints = (text: string): string => text.replace(/[\ud800-\udbff]$/u, '');

const tidy = (text: string): string => text.replace(INVISIBLE, '').replaceAll('\t', ' ');

function styled(text: string, style: Style): Html {
  const parts: Html[] = [];
  let plain = '';
  const flush = () => {
    if (plain !== '') parts.push(inStyle(plain, style));
    plain = '';
  };
  for (const token of text.split(/(\s+)/u)) {
    const [, before = '', core = token, after = ''] = TOKEN.exec(token) ?? [];
    if (!TAPPABLE.test(core)) {
      plain += token;
      continue;
    }
    plain += before;
    flush();
    parts.push(prose`<code>${core}</code>`);
    plain = after;
  }
  flush();
  return join(parts, '');
}

function inStyle(text: string, style: Style): Html {
  if (style === 'plain') return prose`${text}`;
  return style === 'bold' ? prose`<b>${text}</b>` : prose`<i>${text}</i>`;
}

/** Small letters, each where the capital stood: «İ» in small letters is two signs long, and would move all behind it. */
function lowered(text: string): string {
  const small = text.toLowerCase();
  if (small.length === text.length) return small;
  return Array.from(text, (char) => {
    const letter = char.toLowerCase();
    return letter.length === char.length ? letter : char;
  }).join('');
}

/** Where the answer stands as whole words; null when it does not. */
function literalPlace(text: string, answer: string): { from: number; to: number } | null {
  if (answer.length < 2) return null;
  const from = lowered(text).indexOf(lowered(answer));
  const to = from + answer.length;
  const isPartOfToken = /[\p{L}\p{N}_@#$/.-]/u;
  if (from < 0 || isPartOfToken.test(text[from - 1] ?? ' ')) return null;
  return isPartOfToken.test((text[to] ?? ' ').replace('.', ' ')) ? null : { from, to };
}
