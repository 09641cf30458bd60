/** `1812 год - …`, `12 апреля 1961 - …`, `XIX век - …`: a date, a dash and what happened. */
import { pattern } from '../../russian/pattern.js';

export interface Dated {
  readonly date: string;
  readonly event: string;
}

const YEAR = String.raw`\d{3,4}(?:\s*[-–—]\s*\d{2,4})?`;
const MONTH =
  '(?:январ|феврал|март|апрел|ма[йя]|июн|июл|август|сентябр|октябр|ноябр|декабр)[а-яё]*';
const ERA = String.raw`(?:\s*до\s+н\.?\s?э\.?)?`;
const YEAR_WORD = String.raw`(?:\s*(?:год[ыау]?|гг?\.?))`;
const DATE = [
  String.raw`\d{1,2}\.\d{1,2}\.\d{2,4}`,
  String.raw`(?:\d{1,2}(?:\s*[-–—]\s*\d{1,2})?\s+)?${MONTH}\s+${YEAR}${YEAR_WORD}?`,
  `${YEAR}${YEAR_WORD}${ERA}`,
  String.raw`[12]\d{3}(?:\s*[-–—]\s*[12]?\d{1,3})?`,
  String.raw`[IVXLХ]{1,6}(?:\s*[-–—]\s*[IVXLХ]{1,6})?\s*(?:век[аи]?|вв?\.)${ERA}`,
].join('|');

/** A dash with or without its spaces; glued to both sides only before a word, so that «1917-й» stays whole. */
const BORDER = String.raw`(?:\s+[-–—]\s*|[-–—]\s+|:\s+|[-–—](?=\p{Script=Cyrillic}{4}))`;
const DATED = new RegExp(String.raw`^(?:[Вв]\s+)?(${DATE})${BORDER}(\S.*)$`, 'iu');
/** Dates that nothing else can be: what follows them needs no dash. */
const SURE = [
  String.raw`\d{1,2}\s+${MONTH}\s+\d{3,4}(?:\s*(?:года?|г\.?))?`,
  String.raw`[12]\d{3}\s*[-–—]\s*[12]\d{3}(?:\s*(?:гг?\.|год[ыа]?))?`,
  String.raw`[12]\d{3}\s*г\.`,
].join('|');
const SURELY_DATED = new RegExp(String.raw`^(${SURE})\s+(\p{Script=Cyrillic}.*)$`, 'iu');
/** A year at the start of a line, in notes that are full of dates; «1500 метров» is none. */
const YEAR_FIRST = pattern(
  /^((?:1\d|20)\d{2}|\d{3}(?=\s+[-–—]))\s+(?:[-–—]\s+)?(?!(?:метр|байт|руб|кг|км|г(?!\p{L})|м(?!\p{L})|мл|мг|человек|раз(?!\p{L})|штук|тонн|бит|год|лет|символ|единиц|страниц|тысяч|тыс|млн))(\p{Script=Cyrillic}{2}.*)$/iu,
);
const HEAD = 120;

/** The date and its event; null when the line does not begin with a date. */
export function readDate(text: string): Dated | null {
  if (!/^(?:[Вв]\s|[\dIVXLХ]|\p{Script=Cyrillic}{3,9}\s+\d{3})/u.test(text)) return null;
  const head = text.slice(0, HEAD);
  return datedBy(DATED.exec(head) ?? SURELY_DATED.exec(head), text);
}

/** A bare year and its event, where the note has shown that it writes so. */
export function readYear(text: string): Dated | null {
  return datedBy(YEAR_FIRST.exec(text.slice(0, HEAD)), text);
}

function datedBy(match: RegExpExecArray | null, text: string): Dated | null {
  if (!match) return null;
  const date = (match[1] ?? '').trim();
  const event = text.slice(match[0].length - (match[2] ?? '').length).trim();
  return /\p{L}{3}/u.test(event) ? { date, event } : null;
}
