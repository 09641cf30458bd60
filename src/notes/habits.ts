/** What a whole note shows about its author's ways, where a single line would leave room for doubt. */
import { isCommand } from './grammar/commands.js';
import { readPlain, type Shape } from './grammar/shape.js';
import { hasSureVerb, isInfinitive } from './grammar/verbs.js';
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
/** `ZADD top 150 vasya`, `CONFIG GET maxmemory`, `LPUSH / RPUSH`: shouted words with what they are told to work upon. */
const WITH_ARGUMENTS =
  /^[A-Z]{3,}(?:\s[A-Z]{3,})*(?:\s(?:\/|[a-z0-9_:*.-]+|[A-Z]{3,}|\p{Script=Cyrillic}+)){1,5}$/u;
const SMALL_ARGUMENT = /\s[a-z][a-z0-9_:*-]*(?=\s|$)/;
const SHOUTED = /^[A-Z]{3,}(?:\s|$)/;
/** `show ip route`, `no shutdown`: hardly a term begins with such a word in small letters. */
const ORDERED =
  /^(?:show|no|enable|disable|configure|clear|reload|copy|erase|delete|remove|create|add)\s[a-z0-9]/;
const SMALL_WORDS = /^[a-z][a-z0-9-]*(?:\s[A-Za-z0-9<>/._:-]+)*$/;
const LEAST_WORDS = 3;
const LEAST_ORDERED = 2;
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
  for (const { term } of typedOrders(passages)) orders.add(term);
  return orders;
}

/** Runs of lines without a gap between them in which orders are typed that no known program begins. */
function typedOrders(passages: readonly Passage[]): readonly Defined[] {
  const runs = definedIn(
    passages,
    ({ shape, blanksBefore }) => shape.kind === 'heading' || blanksBefore > 0,
  );
  const withArguments = runs
    .flat()
    .filter(({ term }) => WITH_ARGUMENTS.test(term) && SMALL_ARGUMENT.test(term));
  const isShouting = withArguments.length >= LEAST_WORDS;
  return runs.flatMap((run) => [...(isShouting ? shoutedIn(run) : []), ...orderedIn(run)]);
}

/** In a note whose shouted words take arguments: those of a run where one does, and most are shouted. */
function shoutedIn(run: readonly Defined[]): readonly Defined[] {
  const others = run.filter(({ term }) => !isCommand(term));
  const shouted = others.filter(({ term }) => SHOUTED.test(term));
  const isOrder = shouted.some(({ term }) => WITH_ARGUMENTS.test(term));
  return isOrder && shouted.length >= others.length * MOSTLY ? shouted : [];
}

/** `exit` and `switchport mode trunk` beside `show vlan` and `no shutdown` */
function orderedIn(run: readonly Defined[]): readonly Defined[] {
  const typed = run.filter(({ term }) => SMALL_WORDS.test(term));
  const ordered = new Set(typed.map(({ term }) => term).filter((term) => ORDERED.test(term)));
  return ordered.size >= LEAST_ORDERED && typed.length >= run.length * MOSTLY ? typed : [];
}

const isHabit = (some: readonly Defined[], all: readonly Defined[]): boolean =>
  some.length >= LEAST_WORDS && some.length >= all.length * MOSTLY;

interface Defined {
  readonly term: string;
  readonly text: string;
}

/** What stands under each heading, known commands included: they show what their neighbours are. */
const definedByHeading = (passages: readonly Passage[]): Defined[][] =>
  definedIn(passages, ({ shape }) => shape.kind === 'heading');

/** What is defined, in blocks; each passage that `opens` one begins the next. */
function definedIn(
  passages: readonly Passage[],
  opens: (passage: Passage) => boolean,
): Defined[][] {
  const blocks: Defined[][] = [[]];
  for (const passage of passages) {
    const { shape } = passage;
    if (opens(passage)) blocks.push([]);
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

const RUSSIAN_WORD = pattern(/(?<!\p{L})[а-яё]{5,}(?!\p{L})\.?/giu);
const SHORTENED = /[бвгджзклмнпрстфхцчшщ]\.$/;
const LEAST_BEGINNING = 5;
/** An ending of a noun is shorter. */
const SHORTEST_REST = 3;

/** The author's own shortenings: «привилегир.» in a note that also says «привилегированный», and no other form of it. */
export function shortenedIn(passages: readonly Passage[]): ReadonlySet<string> {
  const words = new Set(
    passages.flatMap(({ text }) => text.toLowerCase().match(RUSSIAN_WORD) ?? []),
  );
  const stopped = new Set(
    [...words].filter((word) => SHORTENED.test(word)).map((word) => word.slice(0, -1)),
  );
  const begun = new Set<string>();
  const inflected = new Set<string>();
  for (const word of words) {
    if (word.endsWith('.')) continue;
    for (let end = LEAST_BEGINNING; end <= word.length; end += 1) {
      const beginning = word.slice(0, end);
      if (stopped.has(beginning))
        (word.length - end < SHORTEST_REST ? inflected : begun).add(beginning);
    }
  }
  return new Set([...begun].filter((word) => !inflected.has(word) && !hasSureVerb(word)));
}
