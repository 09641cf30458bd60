/**
 * «В чём разница?» Two commands that differ by one key are shown; what each of them does is found among mixed-up pairs.
 * A variant of `cmd2desc`. Where a phone has room for four options they are (a, b), (b, a), (a, c), (c, a), for one of the
 * two purposes a and one c of a third command; else (a, b), (b, c), (c, a). Either way every purpose stands as often first
 * as second, so the options alone do not tell the right one.
 */
import type { Fact } from '../../notes/note.js';
import type { CommandLine } from '../command-line.js';
import type { DeckIndex } from '../deck-index.js';
import { areRivals, commandLine, commandPairs, type Pair } from '../options/pairs.js';
import { isPurposeOf } from '../options/solver.js';
import type { ChoiceQuestion } from '../question.js';
import { pick, shuffle } from '../random.js';
import { formOf } from '../wording/form.js';
import { isPurpose } from '../wording/purpose.js';
import { fitsPhone, LIMITS } from '../wording/size.js';
import { choiceQuestion, code, frame, type Maker, plain } from './maker.js';

/** Third commands looked at on either side of the two: neighbours in the notes are the most tempting ones. */
const NEIGHBOURS = 8;
/** Words two purposes must begin with before they are said once: «посмотреть список …», not «собрать …». */
const LEAST_SHARED = 2;

export const difference: Maker = {
  kind: 'cmd2desc',
  make: (fact, deck, random) => {
    const contrast = contrastOf(fact, deck);
    const third = contrast && pick(contrast.thirds, random);
    if (!contrast || !third) return [];
    const { first, second } = contrast;
    const [own, other] = random() < 0.5 ? [first, second] : [second, first];
    const four = [said(own, other), said(other, own), said(own, third), said(third, own)];
    const three = [said(first, second), said(second, third), said(third, first)];
    return [shuffle(four, random), shuffle(three, random)]
      .filter((texts) => texts.every((text) => text.length <= LIMITS.option))
      .map((texts) => questionOf(contrast, texts))
      .filter(fitsPhone)
      .slice(0, 1);
  },
  defends: ({ factId }, choice, deck) => {
    const fact = deck.find(factId);
    const contrast = fact && contrastOf(fact, deck);
    if (!contrast) return false;
    const { first, second, thirds } = contrast;
    const pairs = [first, second, ...thirds];
    const meant = pairs.flatMap((a) =>
      pairs.flatMap((b) => (said(a, b) === choice.text ? [[a, b] as const] : [])),
    );
    return meant.some(
      ([a, b]) =>
        isPurposeOf(first.name, purposeOf(a), deck) && isPurposeOf(second.name, purposeOf(b), deck),
    );
  },
};

interface Contrast {
  readonly first: Pair;
  /** The command with the key more, or the later one. */
  readonly second: Pair;
  /** Commands whose purposes fit neither of the two. */
  readonly thirds: readonly Pair[];
}

function questionOf({ first, second }: Contrast, texts: readonly string[]): ChoiceQuestion {
  const right = said(first, second);
  const base = frame(second.fact, 'cmd2desc', {
    variant: 'difference',
    ask: 'В чём разница?',
    material: code(`${first.name}\n${second.name}`),
    answer: plain(right),
    topic: code(second.name),
  });
  return choiceQuestion(
    base,
    texts.map((text) => ({ text, code: false, correct: text === right })),
  );
}

/** «первая — посмотреть список запущенных контейнеров; вторая — всех контейнеров»: what both begin with is said once. */
function said(first: Pair, second: Pair): string {
  const begun = purposeOf(first).split(' ');
  const words = purposeOf(second).split(' ');
  const shared = words.findIndex((word, i) => word !== begun[i]);
  const rest = shared >= LEAST_SHARED ? words.slice(shared) : words;
  return `первая — ${begun.join(' ')}; вторая — ${rest.join(' ')}`;
}

const purposeOf = ({ text }: Pair): string => text.replace(/\s*\([^()]*\)/gu, '').trim() || text;

function contrastOf(fact: Fact, deck: DeckIndex): Contrast | null {
  if (fact.kind !== 'command') return null;
  return deck.once('contrast', fact, () => {
    const pairs = commandPairs(deck);
    const at = placesOf(deck).get(fact) ?? -1;
    const second = pairs[at];
    const first = second && partnerOf(second, deck);
    if (!second || !first || areRivals(first, second, deck)) return null;
    const thirds = pairs
      .slice(Math.max(0, at - NEIGHBOURS), at + NEIGHBOURS + 1)
      .filter((pair) => pair !== first && pair !== second)
      .filter((pair) => [first, second].every((of) => mayStandFor(pair, of, deck)));
    const isAlike = formOf(first.text) === formOf(second.text);
    return isAlike && [first, second].every(isClear) ? { first, second, thirds } : null;
  });
}

/** Where the pair of a fact stands among those of all commands. */
const placesOf = (deck: DeckIndex): ReadonlyMap<Fact, number> =>
  deck.memo(
    'places-of-commands',
    () => new Map(commandPairs(deck).map(({ fact }, at) => [fact, at])),
  );

const isClear = ({ text }: Pair): boolean => isPurpose(text, 1) && !text.includes(';');

const mayStandFor = (pair: Pair, of: Pair, deck: DeckIndex): boolean =>
  isClear(pair) && formOf(pair.text) === formOf(of.text) && !areRivals(pair, of, deck);

/** Nobody writes more forms of one command; a file of thousands of them would take minutes. */
const MOST_RELATIVES = 100;

/** The command that lacks one key of this one, or an earlier one that has another key in its place. */
function partnerOf(pair: Pair, deck: DeckIndex): Pair | undefined {
  const group = families(deck).get(familyOf(lineOf(pair, deck))) ?? [];
  const from = Math.max(0, group.indexOf(pair) - MOST_RELATIVES / 2);
  const own = keysOf(pair, deck);
  const differences = group
    .slice(from, from + MOST_RELATIVES)
    .filter((other) => other !== pair)
    .map((other) => {
      const keys = keysOf(other, deck);
      const more = [...own].filter((key) => !keys.has(key)).length;
      return { other, more, less: [...keys].filter((key) => !own.has(key)).length };
    });
  const without = differences.find(({ more, less }) => more === 1 && less === 0);
  const instead = differences.find(
    ({ other, more, less }) => more === 1 && less === 1 && other.fact.line < pair.fact.line,
  );
  return (without ?? instead)?.other;
}

const lineOf = ({ name }: Pair, deck: DeckIndex): CommandLine => commandLine(name, deck);

const keysOf = (pair: Pair, deck: DeckIndex): ReadonlySet<string> =>
  deck.once('command-keys', pair, () => {
    const { flags } = lineOf(pair, deck);
    return new Set(flags.map(({ name, value }) => (value === null ? name : `${name}=${value}`)));
  });

/** Binary and words: what two commands that differ by a key have in common. */
const familyOf = ({ binary, words }: CommandLine): string => [binary, ...words].join(' ');

const families = (deck: DeckIndex): ReadonlyMap<string, readonly Pair[]> =>
  deck.memo('command-families', () => {
    const groups = new Map<string, Pair[]>();
    for (const pair of commandPairs(deck)) {
      const family = familyOf(lineOf(pair, deck));
      const members = groups.get(family);
      if (members) members.push(pair);
      else groups.set(family, [pair]);
    }
    return groups;
  });
