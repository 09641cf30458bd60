/**
 * What one line of a note is, told from its words alone; the first shape that fits wins.
 * In: the plain text of a line (or of several, joined). Out: its shape with the parts the author meant.
 */
import {
  type CommandLine,
  type CommentedCode,
  isBareCode,
  readCode,
  readCommand,
} from './commands.js';
import { type Dated, readDate } from './dates.js';
import { isCapitals, joinCapitals } from './spelling.js';
import { type Parted, isTerm, partByColon, partByDash, partByGluedDash } from './terms.js';
import { hasFiniteVerb } from './verbs.js';

export type Weight = 0 | 1 | 2;

/** Markdown says how deep a heading is (1–6); a shouted line is above a plain one that ends in a colon. */
export const CAPITALS_RANK = 7;
export const PLAIN_RANK = 8;

export interface Heading {
  readonly kind: 'heading';
  readonly text: string;
  readonly rank: number;
  /** Ends in a dash or colon, so something was meant to follow. */
  readonly isOpen: boolean;
}

export type Shape =
  | { readonly kind: 'blank' | 'ruler' | 'mark' | 'markup' | 'code-only' | 'too-long' }
  | Heading
  | { readonly kind: 'property'; readonly text: string; readonly weight: Weight }
  | ItemShape
  | ({ readonly kind: 'command' } & CommandLine)
  | ({ readonly kind: 'code' } & CommentedCode)
  | {
      readonly kind: 'what';
      readonly term: string;
      readonly text: string;
      readonly title: string;
      readonly rank: number;
    }
  | {
      readonly kind: 'why';
      readonly question: string;
      readonly answer: string;
      readonly rank: number;
    }
  | ({ readonly kind: 'date' } & Dated)
  | { readonly kind: 'definition'; readonly term: string; readonly text: string }
  | { readonly kind: 'pair'; readonly term: string; readonly text: string }
  | { readonly kind: 'prose'; readonly text: string };

export interface ItemShape {
  readonly kind: 'item';
  readonly text: string;
  readonly isNumbered: boolean;
}

const RULER = /^[-=_*~#+.·•—–\s]+$/;
const MARK = /^[!?‼❗⚠…\s]+$/u;
const EMPHASIS = /^(?:(?:!{2,}|[‼❗⚠]!*)\s*)+/u;
const IMPORTANT =
  /^(?:(?:очень|крайне|самое)\s+)?(?:важно|важное|внимание|запомни(?:ть|те)?|nb|n\.b\.)(?:\s*[:!]+|\s+[-–—]|\s*$)\s*/iu;
/** Words that announce a statement and are no part of it. */
const LABEL =
  /^(?:главное|вывод|итог|итого|примечание|замечание|кстати|суть|помни(?:ть|те)?)\s*:\s+/iu;
const SHOUTED_IMPORTANT = /^(?:ОЧЕНЬ\s+)?ВАЖНО(?!\p{L})[\s:.!–—-]*/u;
const TRAILING_EMPHASIS = /\s*(?:!{2,20}|[‼❗]{1,20})$/u;

const BULLET =
  /^(?:[-*•+◦▪▫●○‣⁃·∙→➤✓✔✅☑–—](?=\s)|-(?=[«"]?\p{Script=Cyrillic})|[•●▪▫◦‣→➤✓✔✅☑](?=\S))\s*/u;
const CHECKBOX = /^\[[ xXхХ]\]\s+/u;
const NUMBER = /^\(?(\d{1,3})(?:\)\.?\s*|\.(?:\s+|(?=\p{Lu}\p{L}))|\s+\)\s*)(?=\S)/u;
/** «1.2. Стороны обязаны …» */
const CLAUSE_NUMBER = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\p{Lu}\p{L})/u;
const LETTER = /^\(?[а-яёa-z]\)\s+/iu;

const MARKDOWN_HEADING = /^(#{1,6})\s+(\S.*?)\s*#*$/;
const WHAT =
  /^что\s+(?:такое|значит|означает)\s+(.{1,80}?)\s*(?:\?+\s*(?:[-–—:]\s*)?|\s[-–—]\s+|\s*:\s*)(?:это\s+)?(.*)$/iu;
const WHY =
  /^((?:для\s+чего|зачем|почему|за\s+сч[её]т\s+чего|в\s+ч[её]м|чем|как|когда|где|кто|сколько|какой|какая|какие|какое|из\s+чего|от\s+чего)(?!\p{L})[^?]{3,140}\?)\s*(?:[-–—:]\s*)?(.*)$/iu;
const CHAPTER =
  /^(?:статья|глава|тема|лекция|раздел|урок|билет|занятие|часть|модуль|параграф|§)\s*№?\s*(?:\d+|[IVX]+)(?!\p{L})/iu;
const OPEN_END = /(?:\s*:|\s+[-–—]|(?<=\p{Lu}{2})[-–—])(?:\s*[-–—:])*$/u;

/** «Контейнер это изолированный процесс»: the dash was forgotten. */
const IS = /^([A-ZА-ЯЁ][^\s,.:]*(?:\s[^\s,.:]+){0,2})\s+это\s+(\S+\s\S.*)$/u;

const LONGEST_HEADING = 110;
const LONGEST_MARKDOWN = 200;
const LONGEST_CAPITALS = 90;

/** The shape of a line. `text` is trimmed, without markup. */
export function shapeOf(text: string): Shape {
  if (text === '') return { kind: 'blank' };
  if (RULER.test(text)) return { kind: 'ruler' };
  if (MARK.test(text)) return { kind: 'mark' };
  if (text.startsWith('|')) return readTableRow(text);
  return readMarked(text) ?? readItem(text) ?? readPlain(text);
}

/** A line without marker or bullet; also what stands behind a bullet. */
export function readPlain(text: string): Shape {
  const command = readCommand(text);
  if (command) return { kind: 'command', ...command };
  const code = readCode(text);
  if (code) return { kind: 'code', ...code };
  if (/^[A-Za-z0-9_.-]+:\s*#/.test(text)) return { kind: 'code-only' };
  const bare = text.replaceAll('`', '');
  return readQuestion(bare) ?? readHeading(bare) ?? readParted(bare) ?? readRest(bare);
}

function readMarked(text: string): Shape | null {
  const markdown = MARKDOWN_HEADING.exec(text);
  if (markdown && text.length <= LONGEST_MARKDOWN)
    return readMarkdown(markdown[2] ?? '', (markdown[1] ?? '#').length);
  const marks = EMPHASIS.exec(text)?.[0] ?? '';
  const rest = text.slice(marks.length);
  const important = IMPORTANT.exec(rest) ?? (marks === '' ? null : SHOUTED_IMPORTANT.exec(rest));
  const trailing = TRAILING_EMPHASIS.exec(rest)?.[0] ?? '';
  const label = important ? '' : (LABEL.exec(rest)?.[0] ?? '');
  if (marks === '' && !important && trailing === '' && label === '') return null;
  const said = rest
    .slice(important?.[0].length ?? label.length, rest.length - trailing.length)
    .trim();
  if (!/[\p{L}\p{N}]/u.test(said)) return { kind: 'mark' };
  if (said.endsWith(':') && said.length <= LONGEST_HEADING) return headingOf(said, PLAIN_RANK);
  return { kind: 'property', text: said.replaceAll('`', ''), weight: important ? 2 : 1 };
}

/** A heading may be a question whose answer follows. */
function readMarkdown(text: string, rank: number): Shape {
  const question = readQuestion(text);
  return question ? { ...question, rank } : headingOf(text, rank);
}

function headingOf(text: string, rank: number): Heading {
  const bare = text
    .replaceAll('`', '')
    .replace(OPEN_END, '')
    .replace(/\s+[-–—]\s+это$/iu, '')
    .trim();
  return { kind: 'heading', text: bare, rank, isOpen: OPEN_END.test(text) };
}

/** The text of a list entry without its bullet; null when there is none. */
function readItem(text: string): Shape | null {
  const number = NUMBER.exec(text) ?? CLAUSE_NUMBER.exec(text);
  const bullet = number ?? LETTER.exec(text) ?? BULLET.exec(text);
  if (!bullet) return null;
  const rest = text.slice(bullet[0].length).replace(CHECKBOX, '').trim();
  if (!/[\p{L}\p{N}]/u.test(rest)) return { kind: 'mark' };
  if (number && isCapitalHeading(rest)) return headingOf(rest, CAPITALS_RANK);
  return { kind: 'item', text: rest, isNumbered: number !== null };
}

function readQuestion(text: string): (Shape & { kind: 'what' | 'why' }) | null {
  if (!/^[А-ЯЁа-яё]/.test(text)) return null;
  const what = WHAT.exec(text);
  if (what) {
    const [, term = '', definition = ''] = what;
    const title = `${text.slice(0, text.indexOf(term))}${term}`;
    return { kind: 'what', term, text: definition.trim(), title, rank: rankOf(title) };
  }
  const [, question, answer = ''] = WHY.exec(text) ?? [];
  if (question === undefined) return null;
  return { kind: 'why', question, answer: answer.trim(), rank: rankOf(question) };
}

const rankOf = (title: string): number => (isCapitals(title) ? CAPITALS_RANK : PLAIN_RANK);

function isCapitalHeading(text: string): boolean {
  if (text.length > LONGEST_CAPITALS || !isCapitals(text)) return false;
  return partByDash(joinCapitals(text.replace(OPEN_END, ''))) === null;
}

function readHeading(text: string): Heading | null {
  if (text.length > LONGEST_HEADING || /[=;{}]/.test(text)) return null;
  if (isCapitalHeading(text)) return headingOf(text, CAPITALS_RANK);
  if (CHAPTER.test(text) && !/[.!?]$/.test(text)) return headingOf(text, CAPITALS_RANK);
  if (!OPEN_END.test(text) || /^[a-z][A-Za-z0-9_.-]*:$/.test(text)) return null;
  const heading = headingOf(text, rankOf(text));
  return /\p{L}{2}/u.test(heading.text) ? heading : null;
}

function readParted(text: string): Shape | null {
  const date = readDate(text);
  if (date) return { kind: 'date', ...date };
  const joined = isCapitals(text.slice(0, LONGEST_CAPITALS)) ? joinCapitals(text) : text;
  const dashed = partByDash(joined);
  if (dashed) return definitionOf(dashed);
  const glued = partByGluedDash(text);
  if (glued && isTerm(glued.left)) return definitionOf(glued);
  const said = IS.exec(text);
  if (said && isTerm(said[1] ?? ''))
    return { kind: 'definition', term: said[1] ?? '', text: said[2] ?? '' };
  const pair = partByColon(text);
  if (!pair || !isTerm(pair.left) || !/[\p{L}\p{N}]/u.test(pair.right)) return null;
  if (isBareCode(text)) return null;
  return { kind: 'pair', term: pair.left, text: pair.right };
}

function definitionOf({ left, right }: Parted): Shape | null {
  if (!isTerm(left)) return null;
  const text = right.replace(/^(?:это|есть)\s+(?=\S)/iu, '');
  return /[\p{L}\p{N}]/u.test(text) ? { kind: 'definition', term: left, text } : null;
}

function readRest(text: string): Shape {
  return isBareCode(text) ? { kind: 'code-only' } : { kind: 'prose', text };
}

/** A table of two columns says what `left - right` says; wider tables have no single meaning. */
function readTableRow(text: string): Shape {
  const cells = text
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
  const [left = '', right = ''] = cells;
  if (cells.length !== 2 || /^[-:\s]*$/.test(left) || right === '') return { kind: 'markup' };
  return readPlain(`${left} - ${right}`);
}

/** Is this a sentence or a phrase long enough to mean something without a heading? */
export function isTelling(text: string): boolean {
  const count = text.split(/\s+/).length;
  return count >= 3 && (hasFiniteVerb(text) || /\s[-–—]\s/.test(text) || count > MOST_LABEL_WORDS);
}

const MOST_LABEL_WORDS = 6;
