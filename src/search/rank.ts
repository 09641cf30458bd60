/**
 * Which entries answer, and how well.
 * An entry is as good as the share of the question it covers, better when its name says so and says little else, and
 * better again when it is the sort of thing that was asked for. Below a least share the notes do not have it.
 * The numbers were tuned on half of a set of look-ups and are checked on the other half.
 */
import type { Wish } from './ask.js';
import type { Entry, HitKind } from './entries.js';
import { bestNaming, type Naming, type Question } from './naming.js';
import type { Name, Postings } from './postings.js';
import type { TypedWord } from './typed.js';
import type { Rung, WordReading } from './vocabulary.js';
import { isDoing, isShowing, weigh, type WeighedWord } from './weigh.js';

export interface Ranked {
  /** Number of the entry. */
  readonly entry: number;
  readonly score: number;
  reason(): Reason;
}

/** How an entry was found. */
export interface Reason {
  /** The boldest step taken on the way to this entry. */
  readonly why: Rung;
  /** The words looked for, as the notes have them. */
  readonly forms: readonly string[];
  /** By `words`: how the one word that was asked for was guessed in the text; absent when it stands there. */
  readonly guess?: Guess;
}

/** A word of the notes that sounds like the typed one, or differs by a slip. */
export type Guess = 'skeleton' | 'typo';

/** What a word in the text of an entry, and in a heading above it, is worth beside one in its name. */
const IN_TEXT = 0.85;
const IN_HEADING = 0.6;
/** A phrase with a word the notes have never heard must be covered better: «уголовный кодекс» is not any «кодекс». */
const LEAST_SHARE = { known: 0.4, foreign: 0.55 };
const KIND_GAIN: Record<HitKind, number> = {
  term: 1, command: 0.9, code: 0.9, section: 0.85, empty: 0.85, line: 0.75,
}; // prettier-ignore
const TOLD_GAIN = 0.95;
const DOING_GAIN = 1.2;
/** Asked how to do it, a heading that names the thing is half an answer. */
const HEADING_SHARE = 0.5;
const LITTLE_WORD_GAIN = 0.12;
/** «Без» and «не» turn a line into its opposite. */
const NEGATION = { words: new Set(['без', 'не']), times: 3 };
const OPENING_GAIN = 0.5;
/** A line that begins with the word speaks of it, one that ends in it of something else. */
const SPOKEN_OF_GAIN = 0.35;
const REASON_GAIN = 0.4;
const SHOWN_GAIN = 0.5;
const COMMAND_GAIN = { how: 0.15, listed: 0.6, single: 0.3 };
const REMARK_COST = 0.5;
/** A line that says every word of a longer question. */
const WHOLE_GAIN = 0.15;
const LEAST_WHOLE = 3;
const UNDONE_COST = 0.25;
const UNASKED_COST = 0.15;
const BREVITY_GAIN = 0.1;

interface Deck {
  readonly entries: readonly Entry[];
  readonly postings: Postings;
}

/** Entries that answer, best first. */
export function rank(
  typed: readonly TypedWord[],
  { wish, aspect }: Pick<Question, 'wish' | 'aspect'>,
  { entries, postings }: Deck,
): Ranked[] {
  const words = typed.map((word) => weigh(word, wish, postings));
  const total = words.reduce((sum, { weight }) => sum + weight, 0);
  if (total === 0) return [];
  const question: Question = { words, total, wish, aspect, postings };
  const least = leastShare(question);
  const inText = words.map(({ byRoot }) => qualitiesInText(byRoot, entries.length, postings));
  const ranked: Ranked[] = [];
  for (const number of candidates(words, postings)) {
    const entry = entries[number];
    const share = shareAt(number, words, inText) / total;
    if (!entry || share < least) continue;
    if (aspect?.isNeeded === true && aspect.shownIn(entry.text) === 0) continue;
    const text = inText.map((qualities) => qualities[number] ?? 0);
    const names = postings.names(number);
    const naming = bestNaming(names, question);
    const score =
      scoreOf({ entry, opening: postings.openingOf(number), text, share, naming }, question) -
      (wish === 'how' && entry.kind === 'command' ? unasked(names, words) * UNASKED_COST : 0) +
      BREVITY_GAIN / Math.sqrt(postings.sizeOf(number) + 1);
    ranked.push({ entry: number, score, reason: () => reasonOf(number, naming, question) });
  }
  return ranked.sort((a, b) => b.score - a.score || a.entry - b.entry);
}

/** How much of the question the entry says at all. */
function shareAt(
  number: number,
  words: readonly WeighedWord[],
  inText: readonly Float32Array[],
): number {
  let share = 0;
  for (let i = 0; i < words.length; i += 1) {
    share += (words[i]?.weight ?? 0) * (inText[i]?.[number] ?? 0);
  }
  return share;
}

function leastShare({ words, wish }: Question): number {
  const isForeign = words.some(({ typed }) => !typed.isSoft && typed.readings.length === 0);
  return (wish === 'term' || wish === 'question') && isForeign
    ? LEAST_SHARE.foreign
    : LEAST_SHARE.known;
}

/** How well a word is met by the text of each entry, by the number of the entry. */
function qualitiesInText(
  byRoot: ReadonlyMap<number, WordReading>,
  size: number,
  postings: Postings,
): Float32Array {
  const best = new Float32Array(size);
  const raise = (numbers: readonly number[], quality: number): void => {
    for (const number of numbers) if ((best[number] ?? 0) < quality) best[number] = quality;
  };
  for (const { root, quality } of byRoot.values()) {
    raise(postings.entriesOf(root), quality);
    raise(postings.underHeading(root), quality * IN_HEADING);
  }
  return best;
}

function candidates(words: readonly WeighedWord[], postings: Postings): Set<number> {
  const found = new Set<number>();
  for (const { typed } of words) {
    const readings = typed.isSoft ? [] : typed.readings;
    for (const { root } of readings)
      for (const number of postings.entriesOf(root)) found.add(number);
  }
  return found;
}

interface Candidate {
  readonly entry: Entry;
  /** The word its line begins with. */
  readonly opening: number | undefined;
  /** By word: how well the text meets it. */
  readonly text: readonly number[];
  readonly share: number;
  readonly naming: Naming | null;
}

function scoreOf(
  { entry, opening, text, share, naming }: Candidate,
  { words, total, wish, aspect }: Question,
): number {
  let cover = 0;
  let little = 0;
  let isDone = true;
  let said = 0;
  let asked = 0;
  // Asked what a thing is, a command that only does something with it is no better than any line.
  const isAside = naming?.name.isPurpose === true && isCommand(entry) && !isToDo(wish);
  const isHeading = entry.kind === 'section' || entry.kind === 'empty';
  for (const [i, { typed, weight }] of words.entries()) {
    const inText = text[i] ?? 0;
    if (typed.isSoft) little += inText * (NEGATION.words.has(typed.word) ? NEGATION.times : 1);
    const quality = Math.max(
      (naming?.readings[i]?.quality ?? 0) * (isAside ? IN_TEXT : 1),
      inText * IN_TEXT,
    );
    cover += (weight * quality) / total;
    if (weight > 0) asked += 1;
    if (weight > 0 && quality > IN_HEADING) said += 1;
    if (isDoing(typed, wish) && !isShowing(typed) && quality === 0) isDone = false;
  }
  const named = (naming?.worth ?? 0) * share * share;
  const shown = aspect?.shownIn(entry.text) ?? 0;
  return (
    cover +
    named *
      kindGain(entry, isDone ? wish : 'term') *
      (isHeading ? headingShare(wish, { isDone, isMute: aspect !== null && shown === 0 }) : 1) +
    LITTLE_WORD_GAIN * Math.min(2, little) +
    (isToDo(wish)
      ? 0
      : (weightOfOpening(opening, words) / total) * SPOKEN_OF_GAIN * share * share) +
    (isAskedBy(entry, words) ? OPENING_GAIN * share * share : 0) +
    shown * SHOWN_GAIN * share * share +
    (said === asked && asked >= LEAST_WHOLE ? WHOLE_GAIN : 0) +
    (isDone ? wishGain(entry, wish) : -UNDONE_COST) -
    (entry.isRemark ? REMARK_COST : 0)
  );
}

/** How much of its name counts for a heading: it says what stands below, not how it is done nor how many there are. */
function headingShare(
  wish: Wish,
  { isDone, isMute }: { readonly isDone: boolean; readonly isMute: boolean },
): number {
  if (wish === 'how') return isDone ? HEADING_SHARE : 0;
  return isMute ? HEADING_SHARE : 1;
}

const isToDo = (wish: Wish): boolean => wish === 'how' || wish === 'commands';

/** What the word a line begins with weighs in the question; 0 when it was not asked for. */
function weightOfOpening(opening: number | undefined, words: readonly WeighedWord[]): number {
  if (opening === undefined) return 0;
  const asked = words.find(({ typed, byRoot }) => {
    const reading = byRoot.get(opening);
    return !typed.isSoft && reading !== undefined && reading.rung !== 'words';
  });
  return asked?.weight ?? 0;
}

const isCommand = ({ kind }: Entry): boolean => kind === 'command' || kind === 'code';

function kindGain(entry: Entry, wish: Wish): number {
  if (wish === 'how' && isCommand(entry)) return DOING_GAIN;
  return entry.isTold ? TOLD_GAIN : KIND_GAIN[entry.kind];
}

const REASON = /зачем|почему|потому|чтобы|так как|поэтому|для того|благодаря/iu;

function wishGain(entry: Entry, wish: Wish): number {
  if (wish === 'reason') return REASON.test(entry.text) ? REASON_GAIN : 0;
  if (wish === 'how') return isCommand(entry) ? COMMAND_GAIN.how : 0;
  if (wish !== 'commands') return 0;
  return entry.hasCommands ? COMMAND_GAIN.listed : isCommand(entry) ? COMMAND_GAIN.single : 0;
}

const OPENINGS = [
  /^(?:зачем|почему|отчего|для чего)/iu, /^где/iu, /^когда/iu, /^кто/iu, /^сколько/iu, /^куда/iu, /^откуда/iu,
  /^как(?!\p{L})/iu, /^как(?:ой|ая|ое|ие)/iu,
]; // prettier-ignore

/** Does the line itself ask the same: «Зачем нужен индекс? …»? */
function isAskedBy({ text }: Entry, words: readonly WeighedWord[]): boolean {
  const first = words[0]?.typed;
  if (!first?.isSoft) return false;
  const opening = OPENINGS.find((pattern) => pattern.test(first.word));
  return opening !== undefined && opening.test(text.replace(/^[^\p{L}]+/u, ''));
}

/** Sub-commands nobody asked for: of two commands that do it, the plainer one is meant. */
function unasked([name]: readonly Name[], words: readonly WeighedWord[]): number {
  const [, ...rest] = (name?.roots ?? []).map((root, i) => ({ root, word: name?.words[i] ?? '' }));
  const isAsked = (root: number): boolean => words.some(({ byRoot }) => byRoot.has(root));
  return rest.filter(({ root, word }) => /^\p{L}/u.test(word) && !isAsked(root)).length;
}

const BOLDNESS: readonly Rung[] = ['exact', 'alias', 'stem', 'layout', 'skeleton', 'typo', 'words'];

/** Why an entry was found: the boldest reading in its name, or that only its text says so. */
function reasonOf(entry: number, naming: Naming | null, { words, postings }: Question): Reason {
  const telling = words.flatMap(({ typed }, i) =>
    typed.isSoft ? [] : [{ typed, reading: naming?.readings[i] ?? null }],
  );
  const [only, ...others] = telling;
  if (naming === null && only !== undefined && others.length === 0) {
    const { rung, form } = readingInText(entry, only.typed, postings) ?? {};
    const isGuess = rung === 'skeleton' || rung === 'typo';
    if (isGuess && form !== undefined) return { why: 'words', forms: [form], guess: rung };
  }
  const forms = telling.map(
    ({ typed, reading }) => reading?.form ?? typed.readings[0]?.form ?? typed.word,
  );
  const steps = telling.map(({ reading }) => BOLDNESS.indexOf(reading?.rung ?? 'words'));
  if (naming?.name.isPurpose) return { why: 'words', forms };
  return { why: BOLDNESS[Math.max(...steps)] ?? 'words', forms };
}

/** What the text of an entry has of a word, the likeliest reading of it; null when it has none. */
function readingInText(
  entry: number,
  { readings }: TypedWord,
  postings: Postings,
): WordReading | null {
  const said = readings.filter(({ root }) => postings.entriesOf(root).includes(entry));
  return said.toSorted((a, b) => b.quality - a.quality)[0] ?? null;
}
