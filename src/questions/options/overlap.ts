/**
 * Overlap of commands: purposes that are true of another command as well, though in other words.
 * In: commands with their purposes. Out: may both be right, and is a purpose too vague to tell commands apart?
 */
import type { DeckIndex } from '../deck-index.js';
import { subCommand } from './sub-command.js';
import { commandLine, type Pair } from './pairs.js';
import { pattern } from '../../russian/pattern.js';

const ACTION = /^[a-z][a-z-]{3,}$/;

/** What a command does by its own words. */
export interface Deed {
  readonly program: string;
  /** Sub-commands and words behind keys (`nginx -s reload`). */
  readonly actions: ReadonlySet<string>;
}

/** The deed of a command of the deck. */
export function deedOf({ name }: Pair, deck: DeckIndex): Deed {
  const { binary, words, flags } = commandLine(name, deck);
  const values = flags.map(({ value }) => value ?? '');
  const actions = [...subCommand(binary, words), ...values].filter((word) => ACTION.test(word));
  return { program: binary, actions: new Set(actions) };
}

/** Two programs told to do one thing: `systemctl reload nginx` and `nginx -s reload`. Symmetric. */
export function doOneThing(a: Deed, b: Deed): boolean {
  if (a.program === b.program) return false;
  for (const action of a.actions) if (b.actions.has(action)) return true;
  return false;
}

/** «то же, но …»: everything the line above does is done here, too. */
const LIKE_ABOVE = pattern(
  /^(?:то же|тоже|так же|также|та же|те же|аналогично|как и|ещё|еще)(?!\p{L})/iu,
);
/** «посмотреть, что отвечает сервер», «подробно», «что там лежит»: true of half of the commands around. */
const VAGUE = pattern(
  /^(?:(?:по)?(?:смотреть|глядеть)|глянуть|увидеть|узнать|показать),? (?:что|как)(?!\p{L})|^(?:подробно|подробнее|кратко|быстро|сразу|просто)(?:,|$)|(?<!\p{L})(?:что|кто|всё|все) (?:там|тут|здесь)(?!\p{L})/iu,
);

/** A purpose that says too little, or leans on the line above: no option and no question with options. */
export const isVague = (purpose: string): boolean =>
  LIKE_ABOVE.test(purpose) || VAGUE.test(purpose);

/** Does the point of a command stand in quotes that are blacked out: `awk "…" access.log`? Then its program is all that is left. */
export function isHollow({ name, code }: Pair, deck: DeckIndex): boolean {
  if (!code || !name.includes('"…"')) return false;
  const { binary, words, flags } = commandLine(name, deck);
  return flags.length + subCommand(binary, words).length === 0;
}
