/** How well the name of an entry says what was asked, and in which words. */
import type { Aspect } from './aspects.js';
import type { Wish } from './ask.js';
import type { Name, Postings } from './postings.js';
import { isFunctionWord } from './tokens.js';
import type { WordReading } from './vocabulary.js';
import type { WeighedWord } from './weigh.js';

export interface Question {
  readonly words: readonly WeighedWord[];
  /** Sum of the weights. */
  readonly total: number;
  readonly wish: Wish;
  readonly aspect: Aspect | null;
  readonly postings: Postings;
}

export interface Naming {
  readonly name: Name;
  /** Share of the question in the name times share of the name in the question. */
  readonly worth: number;
  /** By word of the question: the word of the name that meets it. */
  readonly readings: readonly (WordReading | null)[];
}

/** What both the name and the purpose say counts a little more than what one of them says. */
const SECOND = 0.25;
const OTHER_FORM = 0.94;
const LITTLE_WORD = 0.1;
const LEAST_WORD = 0.2;
const PURPOSE = { asked: 0.9, other: 0.5 };

/** The name that says the question best; null when none says any of it. */
export function bestNaming(names: readonly Name[], question: Question): Naming | null {
  let best: Naming | null = null;
  let purpose: Naming | null = null;
  for (const name of names) {
    const naming = namingBy(name, question);
    if (!naming) continue;
    if (name.isPurpose) purpose = naming;
    else if (!best || naming.worth > best.worth) best = naming;
  }
  if (!best || !purpose) return best ?? purpose;
  const [more, less] = purpose.worth > best.worth ? [purpose, best] : [best, purpose];
  return { ...more, worth: more.worth + less.worth * SECOND };
}

function namingBy(name: Name, question: Question): Naming | null {
  if (!name.roots.some((root) => question.words.some(({ byRoot }) => byRoot.has(root))))
    return null;
  const readings = question.words.map((word) => meet(word, name));
  const asked = question.words.reduce(
    (sum, { weight }, i) => sum + weight * (readings[i]?.quality ?? 0),
    0,
  );
  if (asked === 0) return null;
  const share = shareOf(name, question);
  const { wish } = question;
  const isDone = wish === 'how' || wish === 'commands';
  // A purpose runs on after what was asked; that makes it no worse an answer.
  const worth = name.isPurpose
    ? Math.cbrt(share) * (isDone ? PURPOSE.asked : PURPOSE.other)
    : share;
  return { name, readings, worth: (asked / question.total) * worth };
}

/** The word of the name that the typed word most likely stands for. */
function meet({ typed, byRoot }: WeighedWord, name: Name): WordReading | null {
  let best: WordReading | null = null;
  for (let i = 0; i < name.roots.length; i += 1) {
    const root = name.roots[i] ?? -1;
    const reading = byRoot.get(root);
    if (!reading) continue;
    const form = name.words[i] ?? '';
    const isSame = form === typed.word;
    const quality = isSame ? 1 : Math.min(reading.quality, OTHER_FORM);
    if (best && quality <= best.quality) continue;
    const rung = isSame ? 'exact' : reading.rung === 'exact' ? 'stem' : reading.rung;
    best = { root, form, quality, rung };
  }
  return best;
}

/** How much of the name was asked for, its rare words counting more. */
function shareOf(name: Name, { words, postings }: Question): number {
  let met = 0;
  let all = 0;
  for (const [i, root] of name.roots.entries()) {
    const word = name.words[i] ?? '';
    const isLittle = word.startsWith('-') || isFunctionWord(word);
    const weight = isLittle ? LITTLE_WORD : LEAST_WORD + postings.nameWeightOf(root);
    all += weight;
    if (words.some(({ byRoot }) => byRoot.has(root))) met += weight;
  }
  return all === 0 ? 0 : met / all;
}
