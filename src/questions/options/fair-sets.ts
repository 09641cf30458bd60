/**
 * Wrong options for questions whose options are no pairs: gaps in sentences, steps of a process.
 * In: questions of one neighbourhood with everything that may stand wrong beside their answers. Out: a draw of a set for
 * each. Invariants: the options of a set look alike; over the neighbourhood the longest, the shortest and the most
 * overlapping option is the right one no more often than chance, as far as the answers permit.
 */
import type { DeckIndex } from '../deck-index.js';
import type { Random } from '../random.js';
import { formOf, type Form } from '../wording/form.js';
import { hasKin } from '../wording/kin.js';
import { optionsSize, LIMITS } from '../wording/size.js';
import { balancedWeights, type Stake } from './balance.js';
import { hasLoneForm, standsOutByLength } from './likeness.js';

export interface Asked {
  readonly prompt: string;
  readonly answer: string;
  readonly others: readonly string[];
}

/** Draws the wrong options of a question by its place in the neighbourhood; none when no set is fair. */
export type DrawWrong = (index: number, random: Random) => readonly string[];

const MOST_WRONG = 3;
const FEWEST_WRONG = 2;
/** More wrong options than this are too many sets to weigh. */
const MOST_OTHERS = 6;

/** Signs of header and prompt, roughly; the lint measures exactly. */
const HEADER = 60;

interface WrongSet extends Stake {
  readonly wrong: readonly string[];
}

/** Weighs the possible sets of a neighbourhood once; drawing afterwards is cheap. */
export function fairSets(questions: readonly Asked[], deck: DeckIndex): DrawWrong {
  const sets = questions.map((asked) => possibleSets(asked, deck));
  const weights = balancedWeights(sets);
  return (index, random) => {
    const own = sets[index] ?? [];
    let left = random();
    for (const [i, set] of own.entries()) {
      left -= weights[index]?.[i] ?? 0;
      if (left <= 0) return set.wrong;
    }
    return own.at(-1)?.wrong ?? [];
  };
}

/** What an option is worth to the tricks. */
interface Look {
  readonly text: string;
  readonly form: Form;
  readonly stems: readonly string[];
  readonly overlap: number;
}

function possibleSets(asked: Asked, deck: DeckIndex): WrongSet[] {
  const prompt = deck.stems(asked.prompt);
  const look = (text: string): Look => {
    const stems = [...deck.stems(text)];
    const overlap = stems.filter((part) => prompt.has(part)).length;
    return { text, form: formOf(text), stems, overlap };
  };
  const answer = look(asked.answer);
  const leaks = answer.stems.filter((part) => hasKin(part, prompt));
  const others = asked.others.slice(0, MOST_OTHERS).map(look);
  for (let size = MOST_WRONG; size >= FEWEST_WRONG; size -= 1) {
    const sets = combinations(others, size).flatMap(
      (wrong) => (covers(wrong, leaks) && stake(asked.prompt, [answer, ...wrong])) || [],
    );
    if (sets.length > 0) return sets;
  }
  return [];
}

/** Words of the answer that the prompt shows must stand in wrong options too. */
const covers = (wrong: readonly Look[], leaks: readonly string[]): boolean =>
  leaks.every((leak) => wrong.some(({ stems }) => hasKin(leak, stems)));

/** The set as balance sees it, the answer first; null when it does not fit or an option stands out. */
function stake(prompt: string, options: readonly Look[]): WrongSet | null {
  const texts = options.map(({ text }) => text);
  if (optionsSize(texts).signs + prompt.length > LIMITS.signs - HEADER) return null;
  const lengths = texts.map((text) => text.length);
  if (standsOutByLength(texts) || hasLoneForm(options.map(({ form }) => form))) return null;
  const tricks = [lengths, lengths.map((length) => -length), options.map(({ overlap }) => overlap)];
  const advantages = tricks.map((scores) => firstWins(scores) - 1 / texts.length);
  return { wrong: texts.slice(1), prior: 1, advantages };
}

function combinations<T>(items: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return items.flatMap((item, i) =>
    combinations(items.slice(i + 1), size - 1).map((rest) => [item, ...rest]),
  );
}

/** How often the first is taken by somebody who takes the highest score and guesses among equals. */
function firstWins(scores: readonly number[]): number {
  const best = Math.max(...scores);
  return scores[0] === best ? 1 / scores.filter((score) => score === best).length : 0;
}
