/**
 * Text of a note → its lines, each twice: as the author wrote it (the quote) and as plain words (what is read).
 * No line ever disappears, so a line keeps the number it has in the author's editor.
 */
import { cellsOf, narrowRow, promptedRow } from './grammar/tables.js';
import { unmixAlphabets } from './homoglyphs.js';
import { pattern } from '../russian/pattern.js';

export interface NoteLine {
  /** From 1. */
  readonly number: number;
  /** As decoded, only control characters, direction marks and halves of surrogate pairs gone. */
  readonly source: string;
  /** Without markup and indent; runs of spaces inside are kept, they tell a command from a term. */
  readonly text: string;
  /** Columns before the text; a tab counts as four. */
  readonly indent: number;
  /** `code` stands inside a fence, `markup` says nothing by itself (a fence, front matter, tags, a picture). */
  readonly region: 'text' | 'code' | 'markup';
}

/** A longer line is no line of notes (and would make every pattern below slow): it is kept as it is and not read. */
export const LONGEST_LINE = 10_000;

const LINE_END = /\r\n|\n|\r/;
const FORBIDDEN =
  /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|[\u{D800}-\u{DFFF}]/gu;
const INVISIBLE = /\u00AD|\u180E|[\u200B-\u200C]|\u200D|\u2060|[\uFE0E\uFE0F]/g;
const WIDE_SPACES = /[\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/g;
const ANY_MARKUP = /[<&[\]*_^~=`]/;
const FENCE = /^\s*(?:>\s*)*(`{3,}|~{3,})/;
const TAGS_ONLY = pattern(/^(?:#[\p{L}_][\p{L}\p{N}_/-]*\s*)+$/u);
/** The line under the head of a table. */
const TABLE_RULE = /^[-:|\s]+$/;
const CALLOUT = /^\[![A-Za-z-]{1,20}\][+-]?\s*(.*)$/;
/** `%% … %%`: a comment of Obsidian, not shown to readers either. */
const COMMENT = /^%%.*%%$/;
/** A line that is bold from end to end, but for a bracket behind it; `__init__` is none. */
const BOLD_LINE =
  /^(?:\*{2,3}([^*]+)\*{2,3}|__(?=[^_]*\p{Script=Cyrillic})([^_]+)__)\s*(\([^()]*\))?\s*:?$/u;
const TABBED =
  /^([^\t]{0,39}(?:[^\t\s:.)(–—=-]|\([^()\t]*\)))[ ]*\t\s*(?=[^\s#/|=:–—→-])([^\t]+)$/u;
/** Left of the gap at most four words without a sign that ends a sentence, right of it Russian. */
const GAPPED =
  /^((?:[^\s.:,;]+ ){0,3}[^\s:,;(–—=-]*[^\s.:,;(–—=-]|[a-z][^:,;]{2,40}\S) {3,}(?=\p{Script=Cyrillic})((?:(?! {3}).)+)$/u;
const BULLET_ALONE = /^(?:[*+•◦▪]|\d{1,3})$/u;
const LINK_ONLY = /^<?(?:https?|ftp):\/\/\S+$/i;

/** The lines of a text. Ends of lines may be LF, CRLF or CR. */
export function readLines(text: string): NoteLine[] {
  const sources = text.split(LINE_END).map((line) => line.replace(FORBIDDEN, keepTab));
  const regions = regionsOf(sources);
  const rows = wideRows(sources);
  return sources.map((source, i) => {
    const number = i + 1;
    const region = regions[i] ?? 'text';
    if (region === 'markup') return { number, source, text: '', indent: 0, region };
    if (source.length > LONGEST_LINE)
      return { number, source, text: source.trim(), indent: 0, region };
    const raw = plainCharacters(source);
    const quoteless = region === 'code' ? raw : raw.replace(/^(?:\s*>(?!=)\s?)+/, '');
    const indent = columns(quoteless);
    const words =
      region === 'code' ? narrow(quoteless).trim() : plainWords(rows.get(i) ?? quoteless.trim());
    if (words === '' && source.trim() !== '')
      return { number, source, text: '', indent, region: 'markup' };
    return { number, source, text: words, indent, region };
  });
}

const keepTab = (char: string): string => (char === '\t' ? char : '');

function plainCharacters(source: string): string {
  return source.normalize('NFC').replace(WIDE_SPACES, ' ').replace(INVISIBLE, '');
}

function columns(text: string): number {
  let count = 0;
  for (const char of text) {
    if (char === ' ') count += 1;
    else if (char === '\t') count += 4;
    else break;
  }
  return count;
}

function plainWords(text: string): string {
  const spaced = narrow(partByGap(partByTab(text))).trim();
  if (TAGS_ONLY.test(spaced) || LINK_ONLY.test(spaced) || COMMENT.test(spaced)) return '';
  const title = titleOf(spaced);
  if (title === null) return withoutMarkup(spaced);
  const words = withoutMarkup(title);
  // The ornament by which `shapeOf` knows that the line stands on a level of its own.
  return words === '' ? '' : `*** ${words} ***`;
}

/** What stands alone on a bold line or behind the sign of a callout; null for any other line. */
function titleOf(text: string): string | null {
  const callout = CALLOUT.exec(text);
  if (callout) return callout[1] ?? '';
  const [, stars, underscores, bracket = ''] = BOLD_LINE.exec(text) ?? [];
  const bold = stars ?? underscores;
  return bold === undefined ? null : `${bold.trim()} ${bracket}`.trim();
}

const withoutMarkup = (text: string): string =>
  unmixAlphabets(ANY_MARKUP.test(text) ? outsideCode(text, stripMarkup) : text).trim();

/** One tab in the middle of a line parts it like a dash: `норадреналин⇥в основном альфа`. */
const partByTab = (text: string): string =>
  text.replace(TABBED, (whole, left: string, right: string) =>
    BULLET_ALONE.test(left) || /\s[-–—]\s|:\s/.test(whole.slice(0, 60))
      ? whole
      : `${left} - ${right}`,
  );

/** `ls      список файлов`: one wide gap in a line does what a tab does; behind code it parts before any dash does. */
const partByGap = (text: string): string =>
  text.replace(GAPPED, (whole, left: string, right: string) => {
    const isOwnDash = /\s[-–—]\s|:\s/.test(whole.slice(0, 60)) && !isCodeLike(left);
    return BULLET_ALONE.test(left) || isOwnDash ? whole : `${left} - ${right}`;
  });

/** `\d users`, `git log --oneline`: nothing in it is Russian, and it begins with no capital. */
const isCodeLike = (text: string): boolean =>
  /^[^\p{Lu}\p{Script=Cyrillic}-][^\p{Script=Cyrillic}]*$/u.test(text) &&
  !/\s[-–—]\s|:\s/.test(text);

/** Tabs and long runs of spaces become two spaces: more than two say no more, and cost time. */
const narrow = (text: string): string => text.replaceAll('\t', '  ').replace(/ {3,}/g, '  ');

/** Code between backticks keeps its stars, underscores and tags. */
function outsideCode(text: string, change: (part: string) => string): string {
  if (!text.includes('`')) return change(text);
  return text
    .split(/(`[^`]*`)/)
    .map((part, i) => (i % 2 === 1 ? part : change(part)))
    .join('');
}

const ENTITIES: Record<string, string> = {
  nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", mdash: '—', ndash: '–', hellip: '…',
  laquo: '«', raquo: '»', ldquo: '“', rdquo: '”', bdquo: '„', rarr: '→', larr: '←', times: '×', deg: '°',
}; // prettier-ignore

/** Tags that only format. Others stay: notes about HTML need their `<div>`. */
const FORMAT_TAG = /<\/?(?:b|i|u|s|em|strong|span|p|font|img|mark|small)(?:\s[^<>]*)?\/?>/gi;

function stripMarkup(text: string): string {
  return (
    text
      .replace(/<br\s*\/?>/gi, ' ')
      .replace(FORMAT_TAG, '')
      .replace(/!\[[^[\]]*\](?:\([^()]*\))?|!\[\[[^[\]]*\]\]/g, '')
      .replace(/\[\[(?:[^[\]|]*\|)?([^[\]|]*)\]\]/g, '$1')
      .replace(/\[([^[\]]*)\]\([^()\s]*(?:\s"[^"]*")?\)/g, '$1')
      .replace(/\*{2,3}([^*]+)\*{2,3}/g, '$1')
      // `=== Порты ===` is an ornament: marks of a highlight touch its words.
      .replace(/(?<!=)==(?![=\s])([^=]+?)(?<!\s)==(?!=)/g, '$1')
      .replace(/~~([^~]+)~~/g, '$1')
      // Underscores and single stars also stand in names and patterns: only around words they are markup.
      .replace(
        /(?<![\p{L}\p{N}_])__?(?=[^_]*\p{Script=Cyrillic})([^_]+)__?(?![\p{L}\p{N}_])/gu,
        '$1',
      )
      .replace(
        /(?<![\p{L}\p{N}*])\*(\p{L}[\p{L}\p{N} ,.-]{0,80})(?<!\s)\*(?![\p{L}\p{N}*])/gu,
        '$1',
      )
      .replace(/\s\^[A-Za-z0-9-]{4,}$/, '')
      .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, decodeEntity)
  );
}

function decodeEntity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  const isText = code >= 32 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isText ? String.fromCodePoint(code).replace(FORBIDDEN, '') : '';
}

/** Fences and front matter. A fence that is never closed is one stray line, not the end of the note. */
function regionsOf(sources: readonly string[]): NoteLine['region'][] {
  const regions = sources.map((): NoteLine['region'] => 'text');
  for (let i = 0, end = frontMatterEnd(sources); i < end; i += 1) regions[i] = 'markup';
  sources.forEach((line, i) => {
    if (line.includes('--') && TABLE_RULE.test(line) && sources[i - 1]?.includes('|'))
      regions[i - 1] = 'markup';
  });
  const fences = sources.flatMap((line, i) => (FENCE.test(line) ? [i] : []));
  for (let k = 0; k < fences.length; k += 2) {
    const open = fences[k] ?? 0;
    const close = fences[k + 1] ?? open;
    regions.fill('code', open, close + 1);
    regions[open] = 'markup';
    regions[close] = 'markup';
  }
  return regions;
}

/** Rows of tables as they are read, wide ones as rows of two cells, by the place of their line. */
function wideRows(sources: readonly string[]): ReadonlyMap<number, string> {
  const rows = new Map<number, string>();
  sources.forEach((rule, i) => {
    if (!rule.includes('--') || !TABLE_RULE.test(rule)) return;
    const head = cellsOf(sources[i - 1] ?? '');
    for (let at = i + 1; isRow(sources[at]); at += 1) {
      const row = sources[at] ?? '';
      rows.set(at, promptedRow(head, narrowRow(head, cellsOf(row)) ?? row.trim()));
    }
  });
  return rows;
}

const isRow = (line = ''): boolean => line.trimStart().startsWith('|') && !TABLE_RULE.test(line);

const FRONT_MATTER_LIMIT = 60;

/** Number of lines the YAML head takes; 0 without one. */
function frontMatterEnd(sources: readonly string[]): number {
  if (sources[0]?.trim() !== '---') return 0;
  for (let i = 1; i < Math.min(sources.length, FRONT_MATTER_LIMIT); i += 1) {
    const line = sources[i]?.trim() ?? '';
    if (line === '---') return i + 1;
    if (line !== '' && !/^(?:[\p{L}_][\p{L}\p{N}_ -]*:|- |#)/u.test(line)) return 0;
  }
  return 0;
}
