/** «Напишите команду docker» A purpose is shown, the command is typed. */
import type { Fact } from '../../notes/note.js';
import { isPlaceholder } from '../command-line.js';
import type { DeckIndex } from '../deck-index.js';
import { fold } from '../../russian/fold.js';
import { commandLine, commandPairs, type Pair } from '../options/pairs.js';
import { subCommand } from '../options/sub-command.js';
import { isVague } from '../options/overlap.js';
import { isPurpose, isTask, task } from '../wording/purpose.js';
import { code, frame, type Maker, plain, typedQuestion } from './maker.js';

const LONGEST_COMMAND = 40;
/** A reply is compared with each rival; a deck of a thousand commands need not be. */
const MOST_RIVALS = 60;
const UNTYPABLE = /["'«»“”{}|;\\]|:\/\/|<(?:url|token|e-mail|phone)>|\s>>?(?:\s|$)/;
/** `-tulpn`: so many keys at once are a spell, and no task says all of them. */
const MOST_KEYS = 2;
/** `-f1`, `-d:`: a key with its value grown to it. */
const GROWN_VALUE = /^-[A-Za-z][^A-Za-z-]/;

export const typecmd: Maker = {
  kind: 'typecmd',
  make: (fact, deck) => {
    const pair = pairOf(fact, deck);
    const material = pair && isTypable(pair, deck) ? task(pair.text) : null;
    if (!pair || material === null) return [];
    const base = frame(fact, 'typecmd', {
      ask: `Напишите команду ${programOf(pair, deck)}`,
      material: plain(material),
      answer: code(pair.name),
      topic: code(pair.name),
    });
    return [
      typedQuestion(base, {
        judge: 'command',
        accepted: acceptedFor(pair, deck),
        rivals: rivalsOf(pair, deck),
      }),
    ];
  },
};

/** `CONFIG GET maxmemory`: words typed in capitals say what is done, small ones what it is done to. */
const SHOUTED = /^[A-Z]{2,}(?=\s|$)/;

/** The program as the notes write it. */
const programOf = ({ name }: Pair, deck: DeckIndex): string =>
  SHOUTED.exec(name)?.[0] ?? commandLine(name, deck).binary;

const pairOf = (fact: Fact, deck: DeckIndex): Pair | undefined =>
  deck
    .memo(
      'command-pair-by-fact',
      () => new Map(commandPairs(deck).map((pair) => [pair.fact.id, pair])),
    )
    .get(fact.id);

function isTypable(pair: Pair, deck: DeckIndex): boolean {
  if (pair.name.length > LONGEST_COMMAND || UNTYPABLE.test(pair.name)) return false;
  if (!isPurpose(pair.text, 2) || !isTask(pair.text) || isVague(pair.text)) return false;
  const { given, flags, others } = partsOf(pair, deck);
  if (flags.length > MOST_KEYS || flags.some(({ shown }) => GROWN_VALUE.test(shown))) return false;
  const free = others.filter((argument) => isFree(argument, pair));
  const unnamed = others.filter((argument) => !isFree(argument, pair) && !isNamed(argument, pair));
  // The prompt names the program: nothing would be left to type but what the reader fills in or finds in the task.
  const left = SHOUTED.test(pair.name) ? 0 : others.length - free.length;
  const isEmpty = given.length + flags.length + left === 0;
  return !isEmpty && unnamed.length === 0 && isAlone(pair, deck);
}

/** What follows the program: the words that say what is done, the keys, and what it is done to. */
function partsOf({ name }: Pair, deck: DeckIndex) {
  const { binary, words, flags } = commandLine(name, deck);
  const deeds = OPENS_WITH_KEY.test(name) ? [] : subCommand(binary, words).filter(isDeed);
  const given = SHOUTED.test(name) ? deeds.filter((word) => SHOUTED.test(word)) : deeds;
  const values = flags.flatMap((flag) => flag.value ?? []);
  return { given, flags, others: [...words.slice(given.length), ...values] };
}

/** Behind a key stands what it is about: `pg_restore -d postgres`. */
const OPENS_WITH_KEY = /^\S+ -/;

const isDeed = (word: string): boolean => !isPlace(word) && !/^\d/.test(word);

/** `./app`, `/backup/base`, `shop.dump`, `10.0.0.5`, `vasya@server`: whatever stands there on the reader's own machine. */
const isPlace = (word: string): boolean =>
  /^[~.]?\.?\/[a-z\d]|[a-z\d]\/|^[a-z\d_-]+(?:\.[a-z\d_-]+)+$|@/iu.test(word) &&
  !MEANS_ITSELF.test(word);
/** The default route, the machine itself, a mask. */
const MEANS_ITSELF = /^(?:0\.0\.0\.0|127\.|255\.)/;
/** `cp -r src dst`, `SETNX key val`: words that everybody writes for one of his own. */
const STANDS_FOR_ONE =
  /^(?:[a-z]|dir|folder|files?|src|dst|source|target|name|path|cmd|command|pid|PID|host|user|group|url|key|val|value|text|member|field|index)$/;

const isNamed = (argument: string, { text }: Pair): boolean => fold(text).includes(fold(argument));

/** May the reader type whatever he likes there? Not where the task names it. */
const isFree = (argument: string, pair: Pair): boolean =>
  isPlaceholder(argument) ||
  STANDS_FOR_ONE.test(argument) ||
  (isPlace(argument) && !isNamed(argument, pair));

/** No other command with the same signature: the task could not tell which of them is wanted. */
function isAlone(pair: Pair, deck: DeckIndex): boolean {
  const counts = deck.memo('signature-counts', () => {
    const result = new Map<string, number>();
    for (const { signature } of commandPairs(deck)) {
      result.set(signature, (result.get(signature) ?? 0) + 1);
    }
    return result;
  });
  return counts.get(pair.signature) === 1;
}

/** An argument that may be anything, and may be left out. */
const ANYTHING = '[имя]';

/** Keys that change how much is asked or printed, never what is done. */
const MANNERS = /\s(?:-y|--yes|--assume-yes|-q|--quiet)(?=\s|$)/gu;
const NAMES_MANNERS = /вопрос|спраш|подтвержд|соглас|молча|тих|лишн|вывод|автомат/iu;

/** The command, and the same without such keys where neither the task nor another command makes them matter. */
function acceptedFor(pair: Pair, deck: DeckIndex): string[] {
  const { name, text } = pair;
  const open = withOpenPlaces(pair, deck);
  const own = open === name ? [name] : [name, open];
  const bare = name.replace(MANNERS, '');
  if (bare === name || NAMES_MANNERS.test(text) || !/\s/.test(bare)) return own;
  const isTaken = commandPairs(deck).some((other) => other.name === bare);
  return isTaken ? own : [...own, bare];
}

/** The same with every free argument left open: none is wanted, any will do. */
function withOpenPlaces(pair: Pair, deck: DeckIndex): string {
  const { others } = partsOf(pair, deck);
  const isOpen = (token: string): boolean =>
    others.includes(token) && !isPlaceholder(token) && isFree(token, pair);
  return pair.name
    .split(' ')
    .map((token) => (isOpen(token) ? ANYTHING : token))
    .join(' ');
}

function rivalsOf(pair: Pair, deck: DeckIndex): string[] {
  const binaryOf = (signature: string): string => signature.split(' ', 1)[0] ?? '';
  const binary = binaryOf(pair.signature);
  const sameBinary = deck.memo(`commands-of:${binary}`, () =>
    commandPairs(deck).filter(({ signature }) => binaryOf(signature) === binary),
  );
  return sameBinary
    .filter(({ key }) => key !== pair.key)
    .slice(0, MOST_RIVALS)
    .map(({ name }) => name);
}
