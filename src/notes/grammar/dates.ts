/** `1812 год - …`, `12 апреля 1961 - …`, `XIX век - …`: a date, a dash and what happened. */

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

const DATED = new RegExp(String.raw`^(?:[Вв]\s+)?(${DATE})\s*(?:\s[-–—]\s|:\s)\s*(\S.*)$`, 'iu');
const HEAD = 120;

/** The date and its event; null when the line does not begin with a date. */
export function readDate(text: string): Dated | null {
  if (!/^(?:[Вв]\s|[\dIVXLХ]|\p{Script=Cyrillic}{3,9}\s+\d{3})/u.test(text)) return null;
  const match = DATED.exec(text.slice(0, HEAD));
  if (!match) return null;
  const date = (match[1] ?? '').trim();
  const event = text.slice(match[0].length - (match[2] ?? '').length).trim();
  return /\p{L}{3}/u.test(event) ? { date, event } : null;
}
