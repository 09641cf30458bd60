/** What a whole note shows about its author's ways, where a single line would leave room for doubt. */
import { readPlain, type Shape } from './grammar/shape.js';
import { isInfinitive } from './grammar/verbs.js';
import type { Passage } from './grammar/wrapped.js';
import { pattern } from '../russian/pattern.js';

/**
 * The line of a last heading that its author left empty: everywhere else such headings stand right above their lines, but
 * below this one there is a blank line and then a few leftovers. Null when the note ends otherwise.
 */
export function leftEmptyAtEnd(passages: readonly Passage[]): number | null {
  const last = passages.findLastIndex(({ shape }) => shape.kind === 'heading');
  const heading = passages[last]?.shape;
  const leftovers = passages.length - 1 - last;
  if (heading?.kind !== 'heading' || leftovers === 0 || leftovers > MOST_LEFTOVERS) return null;
  if (passages[last + 1]?.blanksBefore === 0) return null;
  const others = passages.slice(0, last).flatMap(({ shape }, i) => {
    const after = passages[i + 1];
    const isCompared =
      shape.kind === 'heading' &&
      shape.rank === heading.rank &&
      after &&
      !NO_CONTENT.has(after.shape.kind);
    return isCompared ? [after.blanksBefore === 0] : [];
  });
  const tight = others.filter(Boolean).length;
  const isHabit = tight >= LEAST_TIGHT && tight >= (others.length - tight) * TIGHT_TO_LOOSE;
  return isHabit ? (passages[last]?.lines[0]?.number ?? null) : null;
}

const NO_CONTENT = new Set<Shape['kind']>(['heading', 'ruler', 'mark', 'markup']);
const MOST_LEFTOVERS = 6;
const LEAST_TIGHT = 4;
const TIGHT_TO_LOOSE = 4;

/** `\\dt` and `\\copy` are orders to a program; `\\d` and `\\w` of a note on patterns are none. */
const BACKSLASHED = /^\\[a-z]/;
const BACKSLASHED_WORD = /^\\[a-z]{2,}/;
/** `dd`, `:wq`, `/слово`, `DISTINCT`: typed to do something, where it is said so of a few of them. */
const SMALL_CODE = /^(?:[a-z\\][^\p{Script=Cyrillic}]*|[:/.]\S+)(?: или \S+)?$/u;
const SHOUTED_CODE = /^[A-Z]{2,}(?:\s[A-Z]{2,})*$/;
const LEAST_WORDS = 3;
const MOSTLY = 0.5;

/** Terms that are orders to a program, told by what is said of them and of their neighbours under one heading. */
export function ordersIn(passages: readonly Passage[]): ReadonlySet<string> {
  const orders = new Set<string>();
  for (const defined of definedByHeading(passages)) {
    const slashed = defined.filter(({ term }) => BACKSLASHED.test(term));
    const words = slashed.filter(({ term }) => BACKSLASHED_WORD.test(term));
    const areOrders =
      words.length >= LEAST_WORDS && words.length * LEAST_WORDS >= slashed.length ? slashed : [];
    const small = defined.filter(({ term }) => SMALL_CODE.test(term));
    const doing = small.filter(({ text }) => beginsWithAction(text));
    // Of the key words of a language a few do something, too: most of them have to.
    if (isHabit(doing, small)) areOrders.push(...small);
    // «RUN - выполнить …» beside «FROM - основа …» is a word of a language, not an order.
    const shouted = defined.filter(({ term }) => SHOUTED_CODE.test(term));
    const shoutedDoing = shouted.filter(({ text }) => beginsWithAction(text));
    if (isHabit(shoutedDoing, shouted)) areOrders.push(...shoutedDoing);
    for (const { term } of areOrders) orders.add(term);
  }
  return orders;
}

const isHabit = (some: readonly Defined[], all: readonly Defined[]): boolean =>
  some.length >= LEAST_WORDS && some.length >= all.length * MOSTLY;

interface Defined {
  readonly term: string;
  readonly text: string;
}

/** What stands under each heading, known commands included: they show what their neighbours are. */
function definedByHeading(passages: readonly Passage[]): Defined[][] {
  const blocks: Defined[][] = [[]];
  for (const { shape } of passages) {
    if (shape.kind === 'heading') blocks.push([]);
    const said = shape.kind === 'item' ? readPlain(shape.text) : shape;
    if (said.kind === 'definition' || said.kind === 'pair') blocks.at(-1)?.push(said);
    if (said.kind === 'command') blocks.at(-1)?.push({ term: said.command, text: said.purpose });
  }
  return blocks;
}

const beginsWithAction = (text: string): boolean => isInfinitive(/^\p{L}+/u.exec(text)?.[0] ?? '');

const OF_COMMANDS = pattern(/(?<!\p{L})команд(?:ы|ами)?(?!\p{L})/iu);
/** A key alone and a name with a capital are no command: `-b`, `Ctrl-r`, `Docker Hub`. */
const NO_COMMAND = /^-|^(?:Ctrl|Alt|Shift|Esc|Tab)(?!\p{L})|^\p{Lu}\p{Ll}/u;

/** `/etc`, `~/.ssh`: places stand among commands, too, and nobody types them alone. */
const PLACE = /^~?\/[a-z.]/i;

/** A definition as the command it is among the orders of the note or under its heading; any other shape as it is. */
export function commandIn(
  orders: ReadonlySet<string>,
  section: string | null,
  shape: Shape,
): Shape {
  if (shape.kind !== 'definition' && shape.kind !== 'pair') return shape;
  if (shape.kind === 'definition' && shape.more !== undefined) return shape;
  const { term, text } = shape;
  if (NO_COMMAND.test(term) || !/\p{L}/u.test(term)) return shape;
  const isUnderCommands =
    SMALL_CODE.test(term) && !PLACE.test(term) && section !== null && OF_COMMANDS.test(section);
  return orders.has(term) || isUnderCommands
    ? { kind: 'command', command: term, purpose: text }
    : shape;
}

const MANY_DATES = 3;

/** Is the note full of dates, so that a bare year at the start of a line is one, too? */
export const isFullOfDates = (passages: readonly Passage[]): boolean =>
  passages.filter(({ shape }) => shape.kind === 'date').length >= MANY_DATES;
