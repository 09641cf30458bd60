/** What the things of a note may be called: by their facts, and by what a line gives away itself. */
import type { Fact } from '../notes/note.js';
import { fold } from '../russian/fold.js';

export interface NamedThing {
  readonly kind: 'term' | 'command' | 'code';
  readonly title: string;
  /** The first is the plain one. */
  readonly names: readonly string[];
  readonly purpose: string | null;
}

/** The name of a fact that is about one thing; null for sentences, lists, dates. */
export function nameOf(fact: Fact): NamedThing | null {
  switch (fact.kind) {
    case 'definition': {
      const names = [fact.term, ...initialsOf(fact.term)];
      return { kind: 'term', title: fact.term, names, purpose: null };
    }
    case 'command': {
      const names = [withoutPlaceholders(fact.command)];
      return { kind: 'command', title: fact.command, names, purpose: fact.purpose };
    }
    case 'code':
      return { kind: 'code', title: fact.code, names: [fact.code], purpose: fact.comment };
    default:
      return null;
  }
}

/** Other names a fact gives to its line. */
export function namesOf(fact: Fact, bare: string): readonly string[] {
  switch (fact.kind) {
    case 'explanation':
      return [fact.question];
    case 'date':
      return [fact.date];
    case 'list':
      // A list without a heading of its own stands on the line of its first item.
      return fold(bare).includes(fold(fact.title)) ? [fact.title] : [];
    default:
      return nameOf(fact)?.names ?? [];
  }
}

/** What happened, where the facts of a line are dates. */
export function dateEventOf(facts: readonly Fact[]): string | null {
  for (const fact of facts) if (fact.kind === 'date') return fact.event;
  return null;
}

/** What stands for something else in a command: `<имя>`, `[ключи]`, `"*.log"`, `файл`, `file.txt`. */
const PLACEHOLDER =
  /<[^<>]*>|\[[^[\]]*\]|"[^"]*"|(?<=\s)[\p{Script=Cyrillic}/:]+(?!\S)|(?<=\s)[\p{L}\p{N}_-]+\.[a-z]{2,4}(?!\S)/giu;

function withoutPlaceholders(command: string): string {
  const bare = command.replace(PLACEHOLDER, ' ');
  return bare.replace(/\s+/g, ' ').trim() || command;
}

/** Bullets, numbers, heading and stress marks, quotes and emphasis of Markdown: not part of what a line says. */
const LEADING_MARKS = /^(?:[\s>*•·#=!|+–—-]+|\[[ x]\]|\d{1,2}[.)](?=\s)|[a-zа-я]\)(?=\s))+/iu;
const MARKUP = /\*\*|==|`|\[\[|\]\]|\s\|\s*$/g;

export function withoutMarks(text: string): string {
  const bare = text.replace(LEADING_MARKS, '').replace(MARKUP, '').replace(/\s+/g, ' ').trim();
  return bare || text.trim();
}

const SEPARATOR = /\s*[-–—]+\s+|\s+(?:=|→|это)\s+|:\s+|\s+\|\s+/u;
/** «Ядро-хранит ДНК»: the dash was typed without its spaces. */
const GLUED = /^([\p{L}\s]{1,39}?\p{L})-(?=[\p{L}\p{N}]+\s)/u;
/** `mkdir создать папку`: Latin words before the Russian ones, with nothing between. */
const LATIN_RUN = /^[^\p{Script=Cyrillic}]*[a-z][^\p{Script=Cyrillic}]*(?=\s\p{Script=Cyrillic})/iu;
/** Words that stress a line and name nothing. */
const STRESS =
  /^(?:очень\s+)?(?:важно|внимание|примечание|nb|todo|например|пример|не путать|спросить|уточнить|дописать|допишу|доделать|проверить)!*$/iu;
const STRESSED =
  /^(?:очень\s+)?(?:важно|внимание|примечание|nb|todo)(?:!+|\s*[:.–—])\s*(?=\p{L})/iu;
const LONGEST_HEAD = 5;

/** «ВАЖНО: Образ легко скачать» without the word that only stresses it. */
export const withoutStress = (bare: string): string => bare.replace(STRESSED, '');

/** A name stands at the beginning; the patterns need not read a line of a megabyte. */
const HEAD_AREA = 200;

/** What stands before the dash or colon of a line, when it is short enough to be what the line speaks of. */
export function headOf(bare: string): string | null {
  const at = SEPARATOR.exec(bare.slice(0, HEAD_AREA));
  return at ? asHead(bare.slice(0, at.index)) : null;
}

/** Names a line gives away: its head, its first column, the word before a glued dash; unread, its first Latin words. */
export function headsOf(bare: string, text: string, isUnread: boolean): string[] {
  const line = text.trim();
  const beginning = bare.slice(0, HEAD_AREA);
  const [column = ''] = line.split('\t');
  const heads = [
    headOf(bare),
    column === line ? null : asHead(withoutMarks(column)),
    asHead(GLUED.exec(beginning)?.[1] ?? ''),
    isUnread ? asHead((LATIN_RUN.exec(beginning)?.[0] ?? '').replace(/[\s:=|–—-]+$/u, '')) : null,
  ];
  return heads.filter((head) => head !== null);
}

function asHead(text: string): string | null {
  const head = text.trim();
  const isName = head !== '' && head.split(' ').length <= LONGEST_HEAD && !STRESS.test(head);
  return isName ? head : null;
}

/** Lines the parser read as one may each speak of something else: rows of two columns, for one. */
export const hasOwnHead = (raw: string): boolean =>
  headsOf(withoutMarks(raw), raw, false).length > 0;

/** A sign in the first column, `>>  дописать`: no bullet stands so far from its words. */
const SIGN_COLUMN = /^\s*([^\p{L}\p{N}\s]{1,3})(?:\s{2,}|\t)(?=\S)/u;
/** Several signs are no bullet either: `>> сдвинуть`. */
const SIGNS = /^\s*(>>|<<|&&|\|\||[<>=!]=|::|\?\?)\s+(?=\p{L})/u;
const IN_BACKTICKS = /`([^`\s]{1,40})`/g;

/** What a line writes with signs alone, or between backticks: found only as it stands. */
export function literalsOf(raw: string): string[] {
  const line = raw.slice(0, HEAD_AREA);
  const sign = (SIGN_COLUMN.exec(line) ?? SIGNS.exec(line))?.[1];
  const quoted = [...line.matchAll(IN_BACKTICKS)].flatMap(([, text]) => text ?? []);
  return sign === undefined ? quoted : [sign, ...quoted];
}

/** «ВМ» for «виртуальная машина». */
function initialsOf(term: string): string[] {
  const parts = term
    .replace(/\([^()]*\)/g, ' ')
    .trim()
    .split(/[\s-]+/);
  const isPhrase = parts.length > 1 && parts.length < 6;
  return isPhrase && parts.every((part) => /^\p{L}{3,}$/u.test(part))
    ? [parts.map((part) => part.charAt(0)).join('')]
    : [];
}

/** All ways to say the names: with and without brackets, what is in them, each side of «или», a comma, a slash. */
export function variants(names: readonly string[]): string[] {
  const all = new Map<string, string>();
  const note = (name: string): void => {
    const text = name.trim();
    const key = text.toLowerCase();
    if (text !== '' && !all.has(key)) all.set(key, text);
  };
  for (const name of names) {
    note(name);
    const inside = /\(([^()]{1,40})\)/.exec(name)?.[1];
    const outside = name.replace(/\([^()]*\)/g, ' ').replace(/\s+/g, ' ');
    if (inside !== undefined) {
      note(outside);
      note(inside.replace(/^(?:он|она|оно|они) же\s+/iu, ''));
    }
    for (const part of outside.split(/\s+или\s+|\s*[/,]\s+|\s+\/\s*/u)) note(part);
  }
  return [...all.values()];
}
