/** Keys of commands: `-F` means nothing without the program it is typed behind. */
import { isCommand, programOf } from './grammar/commands.js';
import { pattern } from '../russian/pattern.js';
import type { Passage } from './grammar/wrapped.js';

const KEY = /^--?[A-Za-z][A-Za-z0-9-]*(?:[ =]\S+)?$/;
/** How far above its keys a command may stand. */
const FARTHEST = 30;
const LATIN = pattern(/[a-z][a-z0-9_.-]+(?: [a-z][a-z-]+)?/gu);

/** Is the term a key of a command: `-F`, `--clean`, `-c fast`? */
export const isKey = (term: string): boolean => KEY.test(term);

/**
 * The program whose key this is: the one its heading names, or the only one whose commands stand above it; of several the
 * one typed with such keys. Null when that cannot be told.
 */
export function ownerOfKey(
  passages: readonly Passage[],
  at: number,
  section: string | null,
): string | null {
  const [named] = (section?.match(LATIN) ?? []).filter((word) => isCommand(word));
  if (named !== undefined) return named;
  const keys: string[] = [];
  const lines = new Map<string, string>();
  for (let i = at; i >= Math.max(0, at - FARTHEST); i -= 1) {
    const passage = passages[i];
    if (!passage || passage.shape.kind === 'heading') break;
    const { shape, text } = passage;
    const term = shape.kind === 'definition' || shape.kind === 'pair' ? shape.term : '';
    if (isKey(term)) keys.push(term.split(/[ =]/)[0] ?? '');
    const typed = shape.kind === 'command' ? shape.command : shape.kind === 'code-only' ? text : '';
    const program = programOf(typed);
    if (program !== null) lines.set(program, `${lines.get(program) ?? ''} ${typed} `);
  }
  const programs = [...lines.keys()];
  const using = programs.filter((program) =>
    keys.some((key) => lines.get(program)?.includes(` ${key} `)),
  );
  const [only, second] = programs.length > 1 ? using : programs;
  return only !== undefined && second === undefined ? only : null;
}
