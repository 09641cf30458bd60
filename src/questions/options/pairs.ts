/**
 * Pairs: facts that match a name with a text (a term and its description, a command and its purpose), made comparable.
 * Two pairs are rivals when a reader could take one's text for the other's; rivals never meet in one question.
 */
import type { CodeLine, Command, Definition, Fact, Item, Statement } from '../../notes/note.js';
import { announcesSeveral } from '../../notes/grammar/general.js';
import { type CommandLine, parseCommand } from '../command-line.js';
import { subCommand } from './sub-command.js';
import { termKey, type DeckIndex } from '../deck-index.js';
import { carriesMeaning, stem } from '../../russian/stem.js';
import { isBareMatch } from '../sentences/relations.js';
import { described, presentable } from '../wording/display.js';
import { hasKin, tellersOf } from '../wording/kin.js';
import { isNameOfPerson, isPerson } from '../wording/people.js';
import { isAskingHeading, isWhole } from '../wording/whole.js';
import { redactCommand } from '../redact.js';
import { pattern } from '../../russian/pattern.js';

export interface Pair {
  readonly fact: Definition | Command | CodeLine | Item | Statement;
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

/** Definitions of the deck that say enough by themselves, one per fact. */
export const definitionPairs = (deck: DeckIndex): readonly Pair[] =>
  deck.memo('definition-pairs', () =>
    deck.ofKind('definition').flatMap((fact) => pairOf(fact, deck) ?? []),
  );

/** What `definitionPairs` and its like are made of, one fact after the other: for who has others to serve in between. */
export function* preparePairs(deck: DeckIndex): Generator<void> {
  for (const fact of deck.facts) {
    pairOf(fact, deck);
    yield;
  }
}

/** The pair of a fact; null for a fact that makes none. */
const pairOf = (fact: Fact, deck: DeckIndex): Pair | null =>
  deck.once('pair', fact, () => {
    switch (fact.kind) {
      case 'definition':
        return isAskable(fact, deck) ? definitionPair(fact, deck) : null;
      case 'command': {
        const pair = codePair(fact, fact.command, fact.purpose, deck);
        return LOST_ARGUMENT.test(pair.name) ? null : pair;
      }
      case 'code':
        return codePair(fact, fact.code, fact.comment, deck);
      default:
        return null;
    }
  });

const isAskable = (fact: Definition, deck: DeckIndex): boolean =>
  isWhole(fact) &&
  !SUPERLATIVE.test(fact.term) &&
  !isBareMatch(fact.text) &&
  !isLoneAdjective(fact, deck) &&
  !isGenitive(fact, deck);

/** «самая длинная река»: a riddle, no name; «что такое» is no question about it. */
const SUPERLATIVE = pattern(/^сам(?:ый|ая|ое|ые)(?!\p{L})/iu);

const definitionPair = (fact: Definition, deck: DeckIndex): Pair => ({
  fact,
  name: fact.term,
  text: described(fact.text, deck),
  code: false,
  key: termKey(fact.term),
  signature: '',
});

/** «Жёлтый» under «Остеология»: the heading names the noun of several adjectives («Уровни сети»), never of one alone. */
function isLoneAdjective(fact: Definition, deck: DeckIndex): boolean {
  const { term, text, section } = fact;
  if (!isScoped({ name: term, text, fact }) || BARE_NUMBER.test(term)) return false;
  if (AGREEING.test(`${section ?? ''} ${term}`)) return false;
  return !deck
    .inSection(section)
    .some((fact) => fact.kind === 'definition' && fact.term !== term && needsHeading(fact.term));
}

/** «Инфляция ползучая»: a heading of one word in the gender of the adjective is its noun. */
const AGREEING = pattern(/^(?:\p{L}+[ая] \p{L}+[ая]я|\p{L}+[бвгджзклмнпрстфхц] \p{L}+[ыио]й)$/iu);

const OF_ACTION = /^\p{Script=Cyrillic}+(?:ен|ан|ян)ия$/iu;
const IN_GENITIVE = /^\p{Script=Cyrillic}+[аяыи]$/iu;
/** So many names of actions in the genitive under one heading show that all its names stand so. */
const LEAST_GENITIVES = 2;

/** «Обмена» beside «соединения», «разложения» under «Типы реакций»: the end of a name whose beginning is in the heading. */
function isGenitive({ term, section }: Definition, deck: DeckIndex): boolean {
  if (!IN_GENITIVE.test(term) || section === null || !announcesSeveral(section)) return false;
  const named = deck.inSection(section).filter((fact) => fact.kind === 'definition');
  return named.filter((fact) => OF_ACTION.test(fact.term)).length >= LEAST_GENITIVES;
}

/** Commands of the deck, one per fact; not those whose point would be blacked out with somebody's data. */
export const commandPairs = (deck: DeckIndex): readonly Pair[] =>
  deck.memo('command-pairs', () =>
    deck.ofKind('command').flatMap((fact) => pairOf(fact, deck) ?? []),
  );

/** What is behind such a key says what the command does: `curl -H "…"` could be anything. */
const LOST_ARGUMENT =
  /\s(?:-H|--header|-d|--data\S*|-e|-c|-X|--since|--until|--format|--filter)[ =]?(?:"…"|<url>|<token>)/;

/** Commented lines of code or configuration, one per fact. */
export const codePairs = (deck: DeckIndex): readonly Pair[] =>
  deck.memo('code-pairs', () => deck.ofKind('code').flatMap((fact) => pairOf(fact, deck) ?? []));

function codePair(fact: Command | CodeLine, written: string, text: string, deck: DeckIndex): Pair {
  const name = redactCommand(written);
  return {
    fact,
    name,
    text: presentable(text, deck),
    code: true,
    key: commandKey(commandLine(name, deck)),
    signature: signature(commandLine(name, deck)),
  };
}

/** The parts of a command of the deck; several kinds ask for them. */
export const commandLine = (command: string, deck: DeckIndex): CommandLine =>
  deck.ofText('command-line', (text) => parseCommand(text))(command);

/** Equal for two spellings of one command: keys in another order, long keys for short ones. */
function commandKey({ binary, words, flags }: CommandLine): string {
  const keys = flags.map(({ name, value }) => (value === null ? name : `${name}=${value}`));
  return [binary, ...words, ...keys.sort()].join(' ');
}

const LONGEST_HEADING = 40;
const COMMAND_SIGNS = pattern(/^[^\p{L}\p{N}]+$/u);

/** Binary, sub-command, names of the keys, and arguments that are signs (`cd ..`). */
function signature({ binary, words, flags }: CommandLine): string {
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
export const areRivals = (a: Pair, b: Pair, deck: DeckIndex): boolean =>
  areRivalPhrases(a, b, deck.phrase(a.text), deck.phrase(b.text));

/** The same for who compares many pairs, with the phrases of their texts. */
export function areRivalPhrases(
  a: Pair,
  b: Pair,
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
): boolean {
  if (a.key === b.key || a.name === b.name) return true;
  if (a.code && a.signature === b.signature && latinWords(a.text) === latinWords(b.text)) {
    return true;
  }
  const [less, more] = one.size < other.size ? [one, other] : [other, one];
  const shared = countShared(less, more);
  if (shared === 0) return a.text === b.text;
  return isMostOf(shared, less) || areAlike(shared, less, more, a.code);
}

function countShared(less: ReadonlySet<string>, more: ReadonlySet<string>): number {
  let shared = 0;
  for (const stem of less) if (more.has(stem)) shared += 1;
  return shared;
}

/** Share of the words of a claim that must stand in a text before the text is taken to say it. */
const SAID = 0.85;
/** Purposes of commands are short and alike («список всех …», «список запущенных …»), descriptions are not. */
const ALIKE = { purpose: 0.7, description: 0.6 };

/** Does the text say what the claim says, in the same or nearly the same words? */
export function saysTheSame(text: string, claim: string, deck: DeckIndex, code: boolean): boolean {
  const said = deck.phrase(text);
  const claimed = deck.phrase(claim);
  const shared = countShared(claimed, said);
  if (shared === 0) return text === claim;
  return isMostOf(shared, claimed) || areAlike(shared, said, claimed, code);
}

const isMostOf = (shared: number, claimed: ReadonlySet<string>): boolean =>
  shared / claimed.size >= SAID;

function areAlike(
  shared: number,
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  code: boolean,
): boolean {
  const union = one.size + other.size - shared;
  return shared / union >= (code ? ALIKE.purpose : ALIKE.description);
}

/** Does the text hold the whole name, in any form and in either alphabet? */
export function mentions(text: string, name: string, deck: DeckIndex): boolean {
  const stems = deck.stems(text);
  const named = deck.stems(name);
  for (const stem of named) if (!stems.has(stem) && !hasKin(stem, stems)) return false;
  return named.size > 0;
}

/** Stems of a text that name its own term, or share its root. */
export function tellingStems(
  pair: Pick<Pair, 'name' | 'text'>,
  deck: DeckIndex,
): readonly string[] {
  return deck.once('telling-stems', pair, () => {
    const own = new Set(ownStems(pair.name, deck));
    const names = deck
      .folded(pair.name)
      .split(' ')
      .filter((word) => own.has(stem(word)));
    const said = deck.folded(pair.text).split(' ').filter(carriesMeaning);
    return said.filter(tellersOf(names)).map(stem);
  });
}

/** Does a text name its own term? Then it gives the term away, as a prompt and as an option. */
export const namesItself = (pair: Pick<Pair, 'name' | 'text'>, deck: DeckIndex): boolean =>
  spellsOut(pair) || tellingStems(pair, deck).length > 0;

const ABBREVIATION = /^[A-ZА-ЯЁ]{2,6}$/;
const WORD_START = pattern(/(?<!\p{L})\p{L}/gu);

/** «УТП» — «уникальное торговое предложение …»: whoever can spell finds it. */
function spellsOut({ name, text }: Pick<Pair, 'name' | 'text'>): boolean {
  if (!ABBREVIATION.test(name)) return false;
  const starts = (text.match(WORD_START) ?? []).join('').toUpperCase();
  return starts.includes(name);
}

/** Is this the name of what the whole deck is about («Docker»)? Much of what is said of its parts is true of it, too. */
export const isUmbrella = (name: string, deck: DeckIndex): boolean =>
  [...deck.stems(name)].every((stem) => deck.isCommon(stem));

/** Adjectives by their endings; «предложение», «алюминий», «герой» and «стая» are none. */
const ADJECTIVE = pattern(
  /^[\p{L}-]*(?:(?:верх|ниж|сред|внутрен|внеш|послед|ран|позд|перед|край)н(?:ий|яя|ее)|\p{L}{2}(?:ый|ые|[кгхшщчж]ий|[кгхщ]ие|(?:ов|ев|н)ой|[бвгджзклмнпрстхчшщ]ая|[вгклнрстхшщ]ое))$/iu,
);

/** A term that means nothing without its heading: a bare adjective («Канальный») or a number («22», «2 этап»). */
export const needsHeading = (name: string): boolean =>
  (LAST_SIGN.test(name) &&
    isAllAdjectives(name.replace(/\s*\([^()]*\)/gu, '')) &&
    !isNameOfPerson(name)) ||
  (BARE_NUMBER.test(name) && !IP_ADDRESS.test(name));

/** «Локтевой», «атлантоосевой срединный» */
const isAllAdjectives = (name: string): boolean =>
  name.split(' ').every((word) => ADJECTIVE.test(word));

/** Of an adjective, with or without a bracket behind; most terms end otherwise and need no closer look. */
const LAST_SIGN = /[йяе)]\s*$/iu;
const BARE_NUMBER = /^[\d\s.,:–-]+(?:этап|шаг|уровень|степень|тип|вид)?$/iu;
const IP_ADDRESS = /^\d+(?:\.\d+){3}$/;

/** A row of a table, «формула — …; цвет — …»: beside descriptions in words it would be seen at once. */
export const isTabular = (text: string): boolean => /^[^;]+; [^—;]{2,25} — /u.test(text);

/** Does the term mean nothing without its heading? A surname in «-ский» is no adjective. */
export const isScoped = ({ name, text, fact }: Pick<Pair, 'name' | 'text' | 'fact'>): boolean =>
  needsHeading(name) && !isPerson({ name, text, section: fact.section });

/** Is somebody, not something, described? */
export const isSomebody = (pair: Pair, deck: DeckIndex): boolean =>
  deck.once('is-somebody', pair, () => isPerson({ ...pair, section: pair.fact.section }));

/** May „what is it“ and „what is it called“ be asked: no person, and no answer to a heading that asks otherwise? */
export const isNamed = (pair: Pair, deck: DeckIndex): boolean =>
  !isSomebody(pair, deck) && !isAskingHeading(pair.fact.section);

/** The heading as words in front of such a term, without brackets; null when there is none short enough. */
export function headingFor(pair: Pair): string | null {
  if (!isScoped(pair)) return null;
  const { fact } = pair;
  const title = fact.section?.replace(/\s*\([^()]*\)/gu, '').trim() ?? '';
  return title.length > 0 && title.length <= LONGEST_HEADING ? title : null;
}

/** Stems of the name that tell it from other terms of the deck; all of them when every one is common. */
export function ownStems(name: string, deck: DeckIndex): readonly string[] {
  const all = [...deck.stems(name)];
  const own = all.filter((stem) => !deck.isCommon(stem));
  return own.length > 0 ? own : all;
}
