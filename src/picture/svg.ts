/**
 * SVG as strings. In: numbers and text, some of it other people's. Out: well-formed elements. The renderer knows the one
 * font of `worker.ts`, in two weights, so that text is measured here by its letters: nothing leaves its box.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface RectStyle {
  readonly fill: string;
  readonly radius?: number;
  readonly stroke?: string;
  readonly dashed?: boolean;
}

/** A rectangle; nothing when it has no area. */
export function rect({ x, y, width, height }: Box, style: RectStyle): string {
  if (width <= 0 || height <= 0) return '';
  const { fill, radius = 0, stroke, dashed = false } = style;
  const round = Math.min(radius, width / 2, height / 2);
  const line = stroke === undefined ? '' : ` stroke="${stroke}" stroke-width="2"`;
  const dashes = dashed ? ' stroke-dasharray="6 6"' : '';
  return `<rect x="${px(x)}" y="${px(y)}" width="${px(width)}" height="${px(height)}" rx="${px(round)}" fill="${fill}"${line}${dashes}/>`;
}

interface TextStyle {
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** One line of text; `y` is its base line. */
export function text(x: number, y: number, words: string, style: TextStyle): string {
  const { size, fill, bold = false, anchor = 'start' } = style;
  const weight = bold ? ' font-weight="600"' : '';
  return `<text x="${px(x)}" y="${px(y)}" font-size="${size}"${weight} fill="${fill}" text-anchor="${anchor}">${escape(words)}</text>`;
}

/** A straight dashed line. */
export const dashes = (
  from: readonly [number, number],
  to: readonly [number, number],
  stroke: string,
): string =>
  `<path d="M${px(from[0])} ${px(from[1])}L${px(to[0])} ${px(to[1])}" stroke="${stroke}" stroke-width="2" stroke-dasharray="4 6" fill="none"/>`;

/** A filled shape of an icon, moved to a place. */
export const shape = (x: number, y: number, path: string, fill: string): string =>
  `<path transform="translate(${px(x)} ${px(y)})" d="${path}" fill="${fill}"/>`;

/** A drawing of this size. */
export const drawing = (width: number, height: number, parts: readonly string[]): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="Golos Text">${parts.join('')}</svg>`;

/** What the font has no sign for, and what has no shape at all. */
const UNSEEN = /[\p{C}\s\p{Extended_Pictographic}\ufe0f]+/gu;

/** The words, cut at their end to fit so many pixels. */
export function fit(words: string, width: number, size: number): string {
  const line = words.replace(UNSEEN, ' ').trim();
  if (widthOf(line, size) <= width) return line;
  const signs = [...line];
  while (signs.length > 1 && widthOf(`${signs.join('')}…`, size) > width) signs.pop();
  return `${signs.join('').trimEnd()}…`;
}

/** How wide the words are at most, in pixels. */
export function widthOf(words: string, size: number): number {
  return [...words].reduce((sum, sign) => sum + emOf(sign), 0) * size;
}

/** Advance widths of the heavier weight, rounded up to a twentieth of the size. */
const WIDTHS: readonly (readonly [string, number])[] = [
  [" '", 0.25],
  ['ij', 0.3],
  ['.,:;!lI', 0.35],
  ['()-frt', 0.4],
  ['/г"', 0.5],
  ['?«»–17зтьsz', 0.55],
  ['25+абвеёклопсухчэяГacekouvxyFJL', 0.6],
  ['034689дийнрцъЕЁТbdghnpqETZ', 0.65],
  ['#&АБВЗРСУХЧЬЭЯABCKPRSVXY', 0.7],
  ['—мыДКЛПЪDGU', 0.75],
  ['фюИЙНОЦHNOQ', 0.8],
  ['%жшw', 0.85],
  ['щМФmM', 0.9],
  ['Ы', 0.95],
  ['…@ЖШЮW', 1],
];

const ems = new Map(WIDTHS.flatMap(([signs, em]) => [...signs].map((sign) => [sign, em] as const)));

const emOf = (sign: string): number => ems.get(sign) ?? 1.05;

const px = (value: number): string => String(Math.round(value * 10) / 10);

const escape = (words: string): string =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
