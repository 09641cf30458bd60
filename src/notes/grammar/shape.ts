/**
 * What one line of a note is, told from its words alone; the first shape that fits wins.
 * In: the plain text of a line (or of several, joined). Out: its shape with the parts the author meant.
 */
import {
  type CommandLine,
  type CommentedCode,
  isBareCode,
  isCommand,
  readCode,
  readCommand,
  readTickedCode,
} from './commands.js';
import { type Dated, readDate } from './dates.js';
import { type Enumeration, readEnumeration } from './enumerations.js';
import {
  CAPITALS_RANK,
  type Heading,
  headingOf,
  insideOrnament,
  isCapitalHeading,
  PLAIN_RANK,
  readHeading,
  readOrnament,
} from './headings.js';
import { isReminder, isTask } from './remarks.js';
import { capitalise, isCapitals, joinCapitals } from './spelling.js';
import {
  type Parted,
  isTerm,
  partByColon,
  partByDash,
  partByEquals,
  partByGluedDash,
} from './terms.js';
import { hasFiniteVerb, isInfinitive } from './verbs.js';
import { pattern } from '../../russian/pattern.js';

export type Weight = 0 | 1 | 2;

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
  | DefinitionShape
  | { readonly kind: 'pair'; readonly term: string; readonly text: string }
  | ({ readonly kind: 'enumeration' } & Enumeration)
  | { readonly kind: 'prose'; readonly text: string };

interface Defined {
  readonly term: string;
  readonly text: string;
}

export interface DefinitionShape extends Defined {
  readonly kind: 'definition';
  /** Further terms of the same line: «BEGIN - начать, COMMIT - зафиксировать». */
  readonly more?: readonly Defined[];
}

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
const NUMBER =
  /^\(?(\d{1,3})(?:\)\.?\s*|\.(?:\s+|(?=\p{Lu}\p{L}|\p{Script=Cyrillic}{2}))|\s+\)\s*)(?=\S)/u;
/** «1.2. Стороны обязаны …» */
const CLAUSE_NUMBER = /^\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=\p{Lu}\p{L})/u;
const LETTER = /^\(?[а-яёa-z]\)\s+/iu;

const MARKDOWN_HEADING = /^(#{1,6})\s+(\S.*?)\s*#*$/;
const WHAT =
  /^что\s+(?:такое|значит|означает)\s+(.{1,80}?)\s*(?:\?+\s*(?:[-–—:]\s*)?|\s[-–—]\s+|\s*:\s*)(?:это\s+)?(.*)$/iu;
const WHY = pattern(
  /^((?:для\s+чего|зачем|почему|за\s+сч[её]т\s+чего|в\s+ч[её]м|чем|как|когда|где|кто|сколько|какой|какая|какие|какое|из\s+чего|от\s+чего)(?!\p{L})[^?]{3,140}\?)\s*(?:[-–—:]\s*)?(.*)$/iu,
);
/** «Чем занимались земства: школы, больницы, дороги» */
const ASKED =
  /^((?:для\s+чего|зачем|почему|в\s+ч[её]м|чем|как(?!\s+(?:правило|пример|видно|результат|итог|вариант))|когда|где|кто|сколько|из\s+чего|от\s+чего|что)\s[^:?.!;]{2,90}):\s+(\S.*)$/iu;
/** «Ctrl-r вернуть отменённое» */
const KEY =
  /^((?:Ctrl|Alt|Shift|Cmd|Esc|Tab|Enter|Del|F\d{1,2})(?:\s?[+-]\s?\S{1,8}){0,3})\s+(\p{Script=Cyrillic}.*)$/u;
/** «Зачем нужен индекс - чтобы искать быстрее» */
const REASONED = /^((?:для\s+чего|зачем|почему)\s[^:?.!;]{2,90}?)\s[-–—]\s(\S.*)$/iu;
/** A sign or a piece of code between back ticks may be a term whatever it is made of: `[^abc]`. */
const TICKED_TERM = /^`([^`\p{Script=Cyrillic}]{1,40})`\s+[-–—]{1,2}\s+(\S.*)$/u;
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
  if (/^\|.*(?:\||\s\|\s)/.test(text)) return readTableRow(text);
  const inner = insideOrnament(text);
  // Stars may be bold type, whose «!!!» weighs; what is ruled in is a heading, «!!!» or not.
  const ruled = text.startsWith('*') ? null : readOrnament(text);
  if (inner !== null) return ruled ?? readMarked(inner) ?? readOrnament(text) ?? shapeOf(inner);
  return readMarked(text) ?? readItem(text) ?? readPlain(text);
}

/** A line without marker or bullet; also what stands behind a bullet. */
export function readPlain(text: string): Shape {
  const command = readCommand(text);
  // `listen 80 default_server;  - …`: a line of a configuration ends so, nothing typed at a prompt does.
  if (command?.command.endsWith(';') && !isCommand(command.command))
    return { kind: 'code', code: command.command, comment: command.purpose };
  if (command) return { kind: 'command', ...command };
  const code = readCode(text) ?? readTickedCode(text);
  if (code) return { kind: 'code', ...code };
  if (/^[A-Za-z0-9_.-]+:\s*#/.test(text)) return { kind: 'code-only' };
  const ticked = TICKED_TERM.exec(text);
  const [, sign = '', meaning = ''] = ticked ?? [];
  if (ticked && !isTerm(sign))
    return { kind: 'definition', term: sign, text: meaning.replaceAll('`', '') };
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

/** The text of a list entry without its bullet; null when there is none. */
function readItem(text: string): Shape | null {
  const number = NUMBER.exec(text) ?? CLAUSE_NUMBER.exec(text);
  const bullet = number ?? LETTER.exec(text) ?? BULLET.exec(text);
  if (!bullet) return null;
  const marked = text.slice(bullet[0].length);
  const rest = marked.replace(CHECKBOX, '').trim();
  if (CHECKBOX.test(marked) ? isTask(rest) : isReminder(rest)) return { kind: 'mark' };
  // «...не успела»: what was not written down.
  if (/^(?:\.{2,}|…)/u.test(rest)) return { kind: 'mark' };
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
  if (question !== undefined)
    return { kind: 'why', question, answer: answer.trim(), rank: rankOf(question) };
  const [, asked, told = ''] = ASKED.exec(text) ?? REASONED.exec(text) ?? [];
  if (asked === undefined || isCapitals(asked)) return null;
  return { kind: 'why', question: `${asked}?`, answer: told.trim(), rank: PLAIN_RANK };
}

const rankOf = (title: string): number => (isCapitals(title) ? CAPITALS_RANK : PLAIN_RANK);

function readParted(text: string): Shape | null {
  const date = readDate(text);
  if (date) return { kind: 'date', ...date };
  const enumeration = readEnumeration(text);
  if (enumeration) return { kind: 'enumeration', ...enumeration };
  const joined = isCapitals(text.slice(0, LONGEST_CAPITALS)) ? joinCapitals(text) : text;
  const key = text.length <= LONGEST_MARKDOWN ? KEY.exec(text) : null;
  if (key && isInfinitive(/^\p{L}+/u.exec(key[2] ?? '')?.[0] ?? ''))
    return { kind: 'definition', term: key[1] ?? '', text: key[2] ?? '' };
  const dashed = partByDash(joined);
  const labelled = dashed && labelledPair(text, dashed);
  if (labelled) return labelled;
  if (dashed) return definitionOf(dashed);
  const glued = partByGluedDash(text);
  if (glued && isTerm(glued.left)) return definitionOf(glued);
  const said = IS.exec(text);
  if (said && isTerm(said[1] ?? ''))
    return { kind: 'definition', term: said[1] ?? '', text: said[2] ?? '' };
  const equated = partByEquals(text);
  if (equated && isTerm(equated.left)) return definitionOf(equated);
  const pair = partByColon(text);
  if (!pair || !isTerm(pair.left) || !/[\p{L}\p{N}]/u.test(pair.right)) return null;
  if (isBareCode(text)) return null;
  return pairsIn(pair) ?? { kind: 'pair', term: pair.left, text: pair.right };
}

/** «Гипероним: цветок — роза», «Гипотеза Сепира — Уорфа: язык …»: the colon parts the term, the dash something else. */
function labelledPair(text: string, { left, right }: Parted): Shape | null {
  const isInTerm = /:\s/.test(left);
  const isInName = /^\p{Lu}\p{Ll}+:\s/u.test(right) && /(?:^|\s)\p{Lu}\p{Ll}+$/u.test(left);
  const pair = isInTerm || isInName ? partByColon(text) : null;
  if (!pair || !(isTerm(pair.left) || isInName)) return null;
  return { kind: 'definition', term: pair.left, text: pair.right };
}

/** «синхрония: язык в один момент; диахрония: язык в развитии» */
function pairsIn({ left, right }: Parted): DefinitionShape | null {
  const [first = '', ...others] = right.split(NEXT_LABEL);
  const more = others.map(partByColon).map((pair) => pair && { term: pair.left, text: pair.right });
  if (more.length === 0 || !areAlike([left, ...more.map((pair) => pair?.term ?? '')])) return null;
  return {
    ...{ kind: 'definition', term: left, text: first.trim() },
    more: more.filter((pair) => pair !== null),
  };
}

const NEXT_LABEL = pattern(/;\s+(?=\p{L}[\p{L}-]{1,20}:\s)/u);

function definitionOf({ left, right }: Parted): Shape | null {
  if (!isTerm(left)) return null;
  const [first = '', ...others] = splitOutside(right, NEXT_PAIR);
  const more = others.map(partByDash).map((pair) => pair && { term: pair.left, text: pair.right });
  const isRow = more.length > 0 && areAlike([left, ...more.map((pair) => pair?.term ?? '')]);
  const text = (isRow ? first : besideNames(right)).replace(/^это\s+(?:есть\s+)?(?=\S)/iu, '');
  if (!/[\p{L}\p{N}]/u.test(text)) return null;
  const defined = { kind: 'definition', term: left, text } as const;
  return isRow ? { ...defined, more: more.filter((pair) => pair !== null) } : defined;
}

/** «расплав в недрах, лава - то же снаружи»: what is said of the next name becomes the next sentence. */
function besideNames(text: string): string {
  const [first = '', ...others] = splitOutside(text, NEXT_NAME);
  if (others.length === 0 || partByDash(first) !== null) return text;
  const areNames = others.every((other) => isTerm(partByDash(other)?.left ?? ''));
  return areNames ? [first, ...others.map(capitalise)].join('. ') : text;
}

const BRACKETED = /<[^<>]*>|\([^()]*\)|\[[^[\]]*\]|"[^"]*"|«[^«»]*»/gu;

/** The parts of a text at a border that stands in no bracket: `Func<T, R>` is one word. */
function splitOutside(text: string, border: RegExp): string[] {
  const masked = text.replace(BRACKETED, (inner) => '·'.repeat(inner.length));
  const parts: string[] = [];
  let start = 0;
  for (const { index, 0: sign } of masked.matchAll(border)) {
    parts.push(text.slice(start, index).trim());
    start = index + sign.length;
  }
  return [...parts, text.slice(start).trim()];
}

/** A comma before «COMMIT - …»: the line goes on with the next term. */
const NEXT_PAIR = /(?:,\s+(?=[^\s,;А-Яа-яЁё]{1,20}\s[-–—]\s)|;\s+(?=[^\s,;]{1,20}\s[-–—]\s))/gu;
const NEXT_NAME = pattern(/,\s+(?=\p{L}[\p{L}-]*(?:\s\p{L}[\p{L}-]*){0,2}\s[-–—]\s\p{L})/gu);
const CODE_WORD = /^%?[A-Za-z0-9_:.!<>-]+$/;
const RUSSIAN_WORD = /^[А-Яа-яЁё-]+$/;

/** Are all terms of a line single words of one alphabet, so that none of them is the middle of a sentence? */
const areAlike = (terms: readonly string[]): boolean =>
  terms.every((term) => CODE_WORD.test(term.replace(BRACKETED, ''))) ||
  terms.every((term) => RUSSIAN_WORD.test(term) && isTerm(term));

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
  // A row of a wide table says several things of its first cell, also of one that is called like a program.
  if (COLUMNS.test(right) && isTerm(left.replaceAll('`', '')))
    return { kind: 'definition', term: left.replaceAll('`', ''), text: right.replaceAll('`', '') };
  return readPlain(`${left} - ${right}`);
}

const COLUMNS = /^[^:;]{2,25}: [^;]+; [^:;]{2,25}: /u;

/** Is this a sentence or a phrase long enough to mean something without a heading? */
export function isTelling(text: string): boolean {
  const count = text.split(/\s+/).length;
  return (
    count >= 3 && (hasFiniteVerb(text) || /\s[-–—=→]\s|:\s/.test(text) || count > MOST_LABEL_WORDS)
  );
}

const MOST_LABEL_WORDS = 6;
