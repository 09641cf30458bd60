/** «Напишите команду docker» A purpose is shown, the command is typed. */
import type { Fact } from '../../notes/note.js';
import { isPlaceholder } from '../command-line.js';
import type { DeckIndex } from '../deck-index.js';
import { fold } from '../../russian/fold.js';
import { commandLine, commandPairs, type Pair } from '../options/pairs.js';
import { subCommand } from '../options/sub-command.js';
import { isPurpose, task } from '../wording/purpose.js';
import { code, frame, type Maker, plain, typedQuestion } from './maker.js';

const LONGEST_COMMAND = 40;
/** A reply is compared with each rival; a deck of a thousand commands need not be. */
const MOST_RIVALS = 60;
const UNTYPABLE = /["'«»“”{}|;\\]|:\/\/|<(?:url|token|e-mail|phone)>/;

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
  if (!isPurpose(pair.text, 2)) return false;
  const { binary, words, flags } = commandLine(pair.name, deck);
  const values = flags.flatMap((flag) => flag.value ?? []);
  const deeds = subCommand(binary, words);
  const given = SHOUTED.test(pair.name) ? deeds.filter((word) => SHOUTED.test(word)) : deeds;
  const others = [...words.slice(given.length), ...values];
  // The prompt names the program: nothing would be left to type but what the reader fills in.
  if (given.length + flags.length === 0 && others.every(isPlaceholder)) return false;
  const named = fold(pair.text);
  const isKnown = (argument: string): boolean =>
    isPlaceholder(argument) || named.includes(fold(argument));
  return others.every(isKnown) && isAlone(pair, deck);
}

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

/** Keys that change how much is asked or printed, never what is done. */
const MANNERS = /\s(?:-y|--yes|--assume-yes|-q|--quiet)(?=\s|$)/gu;
const NAMES_MANNERS = /вопрос|спраш|подтвержд|соглас|молча|тих|лишн|вывод|автомат/iu;

/** The command, and the same without such keys where neither the task nor another command makes them matter. */
function acceptedFor({ name, text }: Pair, deck: DeckIndex): string[] {
  const bare = name.replace(MANNERS, '');
  if (bare === name || NAMES_MANNERS.test(text) || !/\s/.test(bare)) return [name];
  const isTaken = commandPairs(deck).some((pair) => pair.name === bare);
  return isTaken ? [name] : [name, bare];
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
