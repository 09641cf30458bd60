/**
 * Overlap of commands: purposes that are true of another command as well, though in other words.
 * In: commands with their purposes. Out: may both be right, and is a purpose too vague to tell commands apart?
 */
import type { DeckIndex } from '../deck-index.js';
import { subCommand } from './sub-command.js';
import { commandLine, type Pair } from './pairs.js';

const ACTION = /^[a-z][a-z-]{3,}$/;

/** What a command does by its own words: sub-commands and words behind keys (`nginx -s reload`). */
const actionsOf = (pair: Pair, deck: DeckIndex): ReadonlySet<string> =>
  deck.once('actions', pair, () => {
    const { binary, words, flags } = commandLine(pair.name, deck);
    const values = flags.map(({ value }) => value ?? '');
    return new Set([...subCommand(binary, words), ...values].filter((word) => ACTION.test(word)));
  });

/** The program a command calls. */
export const binaryOf = (pair: Pair, deck: DeckIndex): string =>
  commandLine(pair.name, deck).binary;

/** Two programs told to do one thing: `systemctl reload nginx` and `nginx -s reload`. Symmetric. */
export function doOneThing(a: Pair, b: Pair, deck: DeckIndex): boolean {
  if (!a.code || binaryOf(a, deck) === binaryOf(b, deck)) return false;
  const other = actionsOf(b, deck);
  for (const action of actionsOf(a, deck)) if (other.has(action)) return true;
  return false;
}

/** «то же, но …»: everything the line above does is done here, too. */
const LIKE_ABOVE = /^(?:то же|тоже|так же|также|та же|те же|аналогично|как и|ещё|еще)(?!\p{L})/iu;
/** «посмотреть, что отвечает сервер», «подробно», «что там лежит»: true of half of the commands around. */
const VAGUE =
  /^(?:(?:по)?(?:смотреть|глядеть)|глянуть|увидеть|узнать|показать),? (?:что|как)(?!\p{L})|^(?:подробно|подробнее|кратко|быстро|сразу|просто)(?:,|$)|(?<!\p{L})(?:что|кто|всё|все) (?:там|тут|здесь)(?!\p{L})/iu;

/** A purpose that says too little, or leans on the line above: no option and no question with options. */
export const isVague = (purpose: string): boolean =>
  LIKE_ABOVE.test(purpose) || VAGUE.test(purpose);
