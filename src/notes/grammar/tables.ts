/**
 * Wide tables: a row of three or more cells says of its first cell what the heads of the columns ask.
 * In: the cells of the head and of a row. Out: the row as a table of two columns, which `shapeOf` reads as a definition.
 */
import { pattern } from '../../russian/pattern.js';

/** The cells of a row of a Markdown table, trimmed; none for another line. */
export function cellsOf(row: string): string[] {
  if (!row.trim().startsWith('|')) return [];
  return row
    .trim()
    .replace(/^\||\|$/g, '')
    .split('|')
    .map((cell) => cell.trim());
}

const EMPTY = /^[-–—?\s]*$/;
const LEAST_COLUMNS = 3;
const MOST_COLUMNS = 6;

/** `| монополия | одна | закрыт |` under `| Тип | Фирм | Вход |` → `| монополия | фирм: одна; вход: закрыт |`. */
export function narrowRow(head: readonly string[], row: readonly string[]): string | null {
  if (row.length < LEAST_COLUMNS || row.length > MOST_COLUMNS || row.length !== head.length)
    return null;
  const [name = '', ...values] = row;
  const said = values.flatMap((value, i) => {
    const title = (head[i + 1] ?? '').replace(/[\s:?]+$/, '');
    if (EMPTY.test(value)) return [];
    return title === '' ? [value] : [`${lowerFirst(title)}: ${value}`];
  });
  return name === '' || said.length === 0 ? null : `| ${name} | ${said.join('; ')} |`;
}

/** Heads over what is typed at a prompt. */
const TYPED = pattern(/^(?:команд[аы]|cmd|commands?)(?!\p{L})/iu);

/** The row with a prompt before its first cell, so that it is read as a command, where the head says that it is one. */
export function promptedRow(head: readonly string[], row: string): string {
  const [name = ''] = cellsOf(row);
  const command = name.replace(/^`+|`+$/g, '');
  const isTyped = TYPED.test(head[0] ?? '') && /^[a-z.]/.test(command);
  return isTyped ? row.replace(name, () => `$ ${command}`) : row;
}

const lowerFirst = (title: string): string =>
  /^[А-ЯЁ][а-яё ]/u.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
