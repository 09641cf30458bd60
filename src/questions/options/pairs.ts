/**
 * Pairs: facts that match a name with a text (a term and its description, a command and its purpose), made comparable.
 * Two pairs are rivals when a reader could take one's text for the other's; rivals never meet in one question.
 */
import type { CodeLine, Command, Definition } from '../../notes/note.js';
import { parseCommand } from '../command-line.js';
import { subCommand } from './sub-command.js';
import { termKey, type DeckIndex } from '../deck-index.js';
import { presentable } from '../wording/display.js';
import { hasKin } from '../wording/kin.js';
import { redactCommand } from '../redact.js';

export interface Pair {
  readonly fact: Definition | Command | CodeLine;
  /** The term or the command as a question shows it. */
  readonly name: string;
  /** The description or the purpose as a question shows it, unshortened. */
  readonly text: string;
  /** Is the name a command or code? */
  readonly code: boolean;
  /** Equal for two spellings of one name. */
  readonly key: string;
  /** What stays of a command without its arguments; '' for a term. */
  readonly signature: string;
}

/** Definitions of the deck, one per fact. */
export const definitionPairs = (deck: DeckIndex): readonly Pair[] =>
  deck.memo('definition-pairs', () =>
    deck.ofKind('definition').map((fact) => ({
      fact,
      name: fact.term,
      text: presentable(fact.text, deck),
      code: false,
      key: termKey(fact.term),
      signature: '',
    })),
  );

/** Commands of the deck, one per fact. */
export const commandPairs = (deck: DeckIndex): readonly Pair[] =>
  deck.memo('command-pairs', () =>
    deck.ofKind('command').map((fact) => codePair(fact, fact.command, fact.purpose, deck)),
  );

/** Commented lines of code or configuration, one per fact. */
export const codePairs = (deck: DeckIndex): readonly Pair[] =>
  deck.memo('code-pairs', () =>
    deck.ofKind('code').map((fact) => codePair(fact, fact.code, fact.comment, deck)),
  );

function codePair(fact: Command | CodeLine, written: string, text: string, deck: DeckIndex): Pair {
  const name = redactCommand(written);
  return {
    fact,
    name,
    text: presentable(text, deck),
    code: true,
    key: commandKey(name),
    signature: signature(name),
  };
}

/** Equal for two spellings of one command: keys in another order, long keys for short ones. */
function commandKey(command: string): string {
  const { binary, words, flags } = parseCommand(command);
  const keys = flags.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  return [binary, ...words, ...keys.sort()].join(' ');
}

const LONGEST_HEADING = 40;
const COMMAND_SIGNS = /^[^\p{L}\p{N}]+$/u;

/** Binary, sub-command, names of the keys, and arguments that are signs (`cd ..`). */
function signature(command: string): string {
  const { binary, words, flags } = parseCommand(command);
  const signs = words.filter((word) => COMMAND_SIGNS.test(word));
  return [
    binary,
    ...subCommand(binary, words),
    ...signs,
    ...flags.map((flag) => flag.name).sort(),
  ].join(' ');
}

const LATIN_WORD = /[A-Za-z][A-Za-z0-9_-]+/g;

const latinWords = (text: string): string =>
  (text.toLowerCase().match(LATIN_WORD) ?? []).sort().join(' ');

/** Could somebody who knows the deck take the text of one for the text of the other? Symmetric. */
export function areRivals(a: Pair, b: Pair, deck: DeckIndex): boolean {
  if (a.key === b.key || a.name === b.name) return true;
  if (a.code && a.signature === b.signature && latinWords(a.text) === latinWords(b.text)) {
    return true;
  }
  return saysTheSame(a.text, b.text, deck, a.code) || saysTheSame(b.text, a.text, deck, a.code);
}

/** Share of the words of a claim that must stand in a text before the text is taken to say it. */
const SAID = 0.85;
/** Purposes of commands are short and alike («список всех …», «список запущенных …»), descriptions are not. */
const ALIKE = { purpose: 0.7, description: 0.6 };

/** Does the text say what the claim says, in the same or nearly the same words? */
export function saysTheSame(text: string, claim: string, deck: DeckIndex, code: boolean): boolean {
  const said = deck.phrase(text);
  const claimed = deck.phrase(claim);
  let shared = 0;
  for (const stem of claimed) if (said.has(stem)) shared += 1;
  if (shared === 0) return text === claim;
  if (shared / claimed.size >= SAID) return true;
  const union = said.size + claimed.size - shared;
  return shared / union >= (code ? ALIKE.purpose : ALIKE.description);
}

/** Does the text hold the whole name, in any form and in either alphabet? */
export function mentions(text: string, name: string, deck: DeckIndex): boolean {
  const stems = deck.stems(text);
  const named = [...deck.stems(name)];
  return named.length > 0 && named.every((stem) => stems.has(stem) || hasKin(stem, stems));
}

/** Does a text name its own term? Then it gives the term away, as a prompt and as an option. */
export function namesItself({ name, text }: Pick<Pair, 'name' | 'text'>, deck: DeckIndex): boolean {
  const own = ownStems(name, deck);
  return [...deck.stems(text)].some((stem) => hasKin(stem, own));
}

/** Is this the name of what the whole deck is about («Docker»)? Much of what is said of its parts is true of it, too. */
export const isUmbrella = (name: string, deck: DeckIndex): boolean =>
  [...deck.stems(name)].every((stem) => deck.isCommon(stem));

/** Adjectives by their endings; «предложение», «алюминий», «герой» and «стая» are none. */
const ADJECTIVE =
  /^[\p{L}-]*(?:(?:верх|ниж|сред|внутрен|внеш|послед|ран|позд|перед|край)н(?:ий|яя|ее)|\p{L}{2}(?:ый|ые|[кгхшщчж]ий|[кгхщ]ие|(?:ов|ев|н)ой|[нвктлрщ]ая|[нвктл]ое))$/iu;

/** A term that means nothing without its heading: a bare adjective («Канальный») or a number («22», «2 этап»). */
export const needsHeading = (name: string): boolean =>
  ADJECTIVE.test(name) || /^[\d\s.,:–-]+(?:этап|шаг|уровень|степень|тип|вид)?$/iu.test(name);

/** The heading as words in front of such a term, without brackets; null when there is none short enough. */
export function headingFor({ name, fact }: Pair): string | null {
  const title = fact.section?.replace(/\s*\([^()]*\)/gu, '').trim() ?? '';
  return needsHeading(name) && title.length > 0 && title.length <= LONGEST_HEADING ? title : null;
}

/** Stems of the name that tell it from other terms of the deck; all of them when every one is common. */
export function ownStems(name: string, deck: DeckIndex): readonly string[] {
  const all = [...deck.stems(name)];
  const own = all.filter((stem) => !deck.isCommon(stem));
  return own.length > 0 ? own : all;
}
