/**
 * A Word document → the text its author would have typed: a paragraph is a line, a heading begins with `#`, an entry of a
 * list with its sign or number, a row of a table is a row of Markdown. Pictures, notes and fonts are dropped.
 * In: bytes that may be a .docx. Out: the text; null when they are something else. Nothing throws for what is in a file.
 */
import mammoth from 'mammoth';
import { isArchive, namesWithin } from './archive.js';

/** Text of all parts, unpacked: a megabyte of .docx holds about ten of them. */
const LARGEST_UNPACKED = 32 * 1_048_576;
const MAIN_PART = 'word/document.xml';

/** As much of the library's tree as is read here. */
interface Element {
  readonly type: string;
  readonly children?: readonly Element[];
  readonly value?: string;
  readonly styleName?: string | null;
  readonly numbering?: { readonly level: string | number; readonly isOrdered: boolean } | null;
  readonly isBold?: boolean;
  readonly isAllCaps?: boolean;
  readonly isHeader?: boolean;
}

/** The text of a document. */
export async function textOfDocx(bytes: Uint8Array): Promise<string | null> {
  if (!isArchive(bytes)) return null;
  const isRead = (name: string): boolean => /\.(?:xml|rels)$/iu.test(name);
  if (namesWithin(bytes, LARGEST_UNPACKED, isRead)?.has(MAIN_PART) !== true) return null;
  let text: string | null = null;
  try {
    await mammoth.convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        includeEmbeddedStyleMap: false,
        transformDocument(document: Element) {
          text = linesOf(document).join('\n');
          // Its HTML is not wanted: nothing is left to be converted.
          return { ...document, children: [] };
        },
      },
    );
  } catch {
    return text;
  }
  return text;
}

/** Numbers given so far in the list under way, by level. */
type Counters = number[];

function linesOf(document: Element): string[] {
  const lines: string[] = [];
  const counters: Counters = [];
  for (const block of document.children ?? []) {
    if (block.type === 'table') {
      lines.push('', ...rowsOf(block), '');
      counters.length = 0;
    } else if (block.type === 'paragraph') {
      if (!block.numbering) counters.length = 0;
      lines.push(...lineOf(block, counters));
    }
  }
  return lines;
}

/** One line, or more where its author broke it. */
function lineOf(paragraph: Element, counters: Counters): string[] {
  const text = textOf(paragraph).trimEnd();
  if (text.trim() === '') return [''];
  const sign = headingSign(paragraph) ?? listSign(paragraph, counters);
  return `${sign}${text}`.split('\n');
}

/** `## ` of a heading, whatever the language Word spoke; null for any other paragraph. */
function headingSign({ styleName }: Element): string | null {
  const [, level] = /^(?:heading|заголовок)\s*(\d)/iu.exec(styleName ?? '') ?? [];
  if (level !== undefined) return `${'#'.repeat(Number(level))} `;
  return /^(?:title|название)$/iu.test(styleName ?? '') ? '# ' : null;
}

function listSign({ numbering }: Element, counters: Counters): string {
  if (!numbering) return '';
  const level = Math.min(Number(numbering.level) || 0, 8);
  counters.length = Math.min(counters.length, level + 1);
  const indent = '  '.repeat(level);
  if (!numbering.isOrdered) return `${indent}- `;
  const number = (counters[level] ?? 0) + 1;
  counters[level] = number;
  return `${indent}${number}. `;
}

/** A table in Markdown; its first row is a head when it is marked so, or bold throughout. */
function rowsOf(table: Element): string[] {
  const rows = (table.children ?? []).filter(({ type }) => type === 'tableRow');
  return rows.flatMap((row, i) => {
    const cells = (row.children ?? []).map((cell) =>
      blocksIn(cell).map(textOf).join(' ').replace(/\s+/gu, ' ').trim(),
    );
    if (cells.every((cell) => cell === '')) return [];
    const isHead = i === 0 && rows.length > 1 && (row.isHeader === true || isBold(row));
    const rule = isHead ? [`|${cells.map(() => '---').join('|')}|`] : [];
    return [`| ${cells.join(' | ')} |`, ...rule];
  });
}

const blocksIn = (cell: Element): readonly Element[] =>
  (cell.children ?? []).flatMap((block) =>
    block.type === 'table' ? (block.children ?? []).flatMap((row) => blocksIn(row)) : [block],
  );

function isBold(element: Element): boolean {
  if (element.type === 'run') return element.isBold === true || textOf(element).trim() === '';
  return (element.children ?? []).every(isBold);
}

function textOf(element: Element): string {
  switch (element.type) {
    case 'text':
      return element.value ?? '';
    case 'tab':
      return '\t';
    case 'break':
      return '\n';
    default: {
      const text = (element.children ?? []).map(textOf).join('');
      return element.isAllCaps === true ? text.toUpperCase() : text;
    }
  }
}
