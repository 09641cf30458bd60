/** «Верно ли?» A sentence stands as the notes have it or with one word turned into its contrary, half of them true. */
import { factTexts, type DeckIndex } from '../deck-index.js';
import type { Fact } from '../../notes/note.js';
import { absenceTurns } from '../sentences/absence.js';
import { areExchanged, turned, turnsIn, type Turn } from '../sentences/antonyms.js';
import { countTurns } from '../sentences/counts.js';
import { sayingsByStem, type Gap } from '../sentences/gap.js';
import { GAP } from '../wording/display.js';
import { areOfOneSort, nameGaps } from '../sentences/names.js';
import { nounGaps } from '../sentences/nouns.js';
import { tellsByTone } from '../sentences/tone.js';
import {
  isStatement,
  sentenceOf,
  subjectOf,
  withSubject,
  type Sentence,
} from '../sentences/sentence.js';
import { pick } from '../random.js';
import { choiceQuestion, frame, type Maker, plain } from './maker.js';
import { isTurned, leaderOf, truthChoices, type Truths } from './truth.js';
import { pattern } from '../../russian/pattern.js';

const LONGEST_CLAIM = 200;
const MOST_CONTRARIES = 2;
const LONGEST_SECTION = 60;

const TRUTHS: Truths = {
  kind: 'tfflip',
  canAsk: (fact, deck) => (claimsOf(fact, deck)?.falsehoods.length ?? 0) > 0,
};

export const tfflip: Maker = {
  kind: 'tfflip',
  chanceOf: (fact, deck) => leaderOf(fact, TRUTHS, deck),
  make: (fact, deck, random) => {
    const sentence = sentenceOf(fact, deck);
    const claims = claimsOf(fact, deck);
    if (!sentence || !claims) return [];
    const isTrue = random() < 0.5 !== isTurned(fact, TRUTHS, deck);
    const { core, falsehoods } = claims;
    const falsehood = pick(falsehoods, random);
    if (falsehood === undefined) return [];
    const base = frame(fact, 'tfflip', {
      ask: 'Верно ли?',
      material: plain(claim(sentence, isTrue ? core : falsehood)),
      answer: plain(core),
      topic: plain(topicOf(fact, sentence)),
    });
    return [choiceQuestion({ ...base, section: sectionOf(fact, sentence) }, truthChoices(isTrue))];
  },
  defends: ({ factId, material, answer }, choice, deck) => {
    const claimed = material?.text ?? '';
    const isOwn = deck.folded(claimed).endsWith(deck.folded(answer.text));
    return (isOwn || isSaidBySomeOther(claimed, factId, deck)) === (choice.text === 'Верно');
  },
};

/** Does another fact say every word of the claim? A bag of most words would not tell a sentence from its contrary. */
function isSaidBySomeOther(claimed: string, factId: string, deck: DeckIndex): boolean {
  const index = sayingsByStem(deck);
  const postings = [...deck.stems(claimed)].map((stem) => index.get(stem) ?? []);
  const fewest = postings.reduce((a, b) => (b.length < a.length ? b : a), postings[0] ?? []);
  const own = deck.find(factId);
  const ownTexts = own ? factTexts(own) : [];
  const words = [...deck.phrase(claimed)];
  return fewest.some((text) => {
    const said = deck.phrase(text);
    return !ownTexts.includes(text) && words.every((word) => said.has(word));
  });
}

const claim = (sentence: Sentence, text: string): string => `${withSubject(sentence, text)}.`;

const JUDGES = /преимущ|недостат|плюс|минус|достоинств/iu;

/** Under such a title the header must go, and without it nothing says what the sentence is about. */
const hangsInTheAir = (fact: Fact, deck: DeckIndex): boolean =>
  fact.section !== null && JUDGES.test(fact.section) && subjectOf(fact, deck) === null;

/** The header of a truth question gives nothing away, unless it praises: an advantage is hardly «сложно». */
function sectionOf(fact: Fact, sentence: Sentence): string | null {
  const { section } = fact;
  if (section === null || section.length > LONGEST_SECTION || sentence.subject !== null)
    return null;
  return JUDGES.test(section) ? null : section;
}

/** The short name of what is tested: the subject where there is one, else the section. */
export const topicOf = (fact: Fact, { text, subject }: Sentence): string =>
  (fact.kind === 'statement' ? fact.subject : null) ?? subject ?? fact.section ?? text;

/** What is claimed when it is true, and everything that may be claimed instead. */
interface Claims {
  readonly core: string;
  readonly falsehoods: readonly string[];
}

/** Null for a fact that has no sentence, or one that nothing says the subject of. */
function claimsOf(fact: Fact, deck: DeckIndex): Claims | null {
  const sentence = sentenceOf(fact, deck);
  return sentence && !hangsInTheAir(fact, deck) ? falsehoodsOf(fact, sentence, deck) : null;
}

/** Without the tail where the sentence has a contrary without it. */
const falsehoodsOf = (fact: Fact, sentence: Sentence, deck: DeckIndex): Claims =>
  deck.once('falsehoods', fact, () => {
    const bare = withoutTail(sentence.text);
    const cores = bare === null ? [sentence.text] : [bare, sentence.text];
    const claims = cores.map((core) => ({ core, falsehoods: contrariesTo(core, fact, deck) }));
    return (
      claims.find(({ falsehoods }) => falsehoods.length > 0) ?? {
        core: sentence.text,
        falsehoods: [],
      }
    );
  });

function contrariesTo(core: string, fact: Fact, deck: DeckIndex): readonly string[] {
  if (MIXED.test(core)) return [];
  const found = [...contrariesOf(core, deck), ...strangersIn(core, fact, deck)].filter(
    (claimed) => claimed.length <= LONGEST_CLAIM && !tellsByTone(claimed, core, deck),
  );
  // «нельзя» gives a claim away by its tone where the same sentence can be turned in another way.
  const quiet = found.filter((claimed) => !/(?<!\p{L})нельзя(?!\p{L})/iu.test(claimed));
  return quiet.length > 0 ? quiet : found;
}

/** A reason, a likeness, an example: what follows keeps the old sense when the words before it are turned. */
const TAIL = pattern(
  /(?:,? (?:аналогично|подобно|как и|потому что|так как|т\.\s?к\.|поэтому|из-за|ведь|благодаря|в отличие|например|осторожно)(?!\p{L})|: (?=\p{Ll})|\s*(?:→|->|=>)).*$/iu,
);
const FEWEST_WORDS = 4;

/** The sentence up to its reason, likeness or example; null when it has none or little else. */
function withoutTail(text: string): string | null {
  const core = text.replace(TAIL, '');
  const isWhole = core.split(' ').length >= FEWEST_WORDS && isStatement(core);
  return core !== text && isWhole ? core : null;
}

/** «…, но …»: the other half is set against the turned one. «Минус — …»: what is said is judged in the same breath. */
const MIXED = pattern(
  /, (?:но|однако|хотя|зато|а если|а при)(?!\p{L})|(?<!\p{L})(?:минус|плюс|недостаток|преимущество|достоинство)\s+[—–-]\s/iu,
);

/** A word turned, or several that stand together, repeat each other or are each other's contrary. */
function contrariesOf(text: string, deck: DeckIndex): string[] {
  const turns = turnsIn(text).filter((turn) => isSafe(turn, text));
  const groups = together(turns, text);
  // Three contraries in one sentence hang on each other; turning one of them alone may leave it true.
  const chosen = groups.length > MOST_CONTRARIES ? [] : groups;
  const single = [...countTurns(text, deck), ...absenceTurns(text)];
  return [...chosen, ...single.map((turn) => [turn])].map((group) => turned(text, group));
}

/** Another term in the place of the right one; another name where there are too few of them to choose from. */
function strangersIn(text: string, fact: Fact, deck: DeckIndex): string[] {
  const names = nameGaps(text, fact, deck).filter(
    ({ answer, others: [other, ...more] }) =>
      other !== undefined && more.length === 0 && areOfOneSort(other, answer, deck),
  );
  const filled = (gap: Gap): string[] => gap.others.map((other) => gap.text.replaceAll(GAP, other));
  return [...nounGaps(text, fact, deck), ...names].flatMap(filled);
}

const DENIED_BEFORE = pattern(
  /(?<!\p{L})(?:не|ни|без|вряд ли|почти|так же|как можно|насколько)\s+$/iu,
);
/** «В общей сети …» opens with a place; turned into another place it says nothing false. */
const OPENS_WITH_PREPOSITION = /^(?:в|во|на|при|из|с|со|у|к|для|по)\s+$/iu;
const DENIED_AFTER = pattern(/^\s+(?:не|ни|ли|меньше|больше|скорее|чем|всего|вместе)(?!\p{L})/iu);
/** «Общий на все вызовы» is no question of owning. */
const SHARED_BY = pattern(/^\s+(?:на|для|у|между|со?|по)(?!\p{L})/iu);
/** A condition may be turned and the sentence stay as true as before. */
const IN_CONDITION = pattern(/(?<!\p{L})(?:если|когда|пока|чтобы)(?!\p{L})[^,;]*$/iu);
/** Where a negation put in would belong to the question word: «сколько не нужно». */
const IN_CLAUSE = pattern(/(?<!\p{L})(?:где|как|сколько|чем|что|котор\p{L}+)(?!\p{L})[^,;]*$/iu);
/** After these words a sentence repeats what it has just said, so its first half would give the truth away. */
const REPEATS = pattern(/(?<!\p{L})(?:т\.\s?е\.|то есть|а значит|иначе говоря|read-only)/iu);

/** Not where a negation, a comparison or the other half of the sentence would make the turned word odd or obvious. */
function isSafe({ at, from, to }: Turn, text: string): boolean {
  const before = text.slice(0, at);
  const after = text.slice(at + from.length);
  if (/^общ/iu.test(from) && SHARED_BY.test(after)) return false;
  // «Раньше писали …» tells a story, it compares nothing.
  if (at === 0 && /^(?:раньше|позже)$/iu.test(from)) return false;
  if (IN_CONDITION.test(before) || (to.startsWith('не ') && IN_CLAUSE.test(before))) return false;
  if (OPENS_WITH_PREPOSITION.test(before) || /^\s+[—–-]\s/u.test(after)) return false;
  return !DENIED_BEFORE.test(before) && !DENIED_AFTER.test(after) && !REPEATS.test(before);
}

/** Words joined by «и» («независимым и изолированным») and repetitions of one word are turned together. */
function together(turns: readonly Turn[], text: string): Turn[][] {
  const groups: Turn[][] = [];
  for (const turn of turns) {
    const last = groups.at(-1)?.at(-1);
    const between = last && text.slice(last.at + last.from.length, turn.at);
    const isJoined = between !== undefined && /^,?\s+и\s+$/u.test(between);
    const home = isJoined
      ? groups.at(-1)
      : groups.find((group) =>
          group.some((other) => other.to === turn.to || areExchanged(other, turn)),
        );
    if (home) home.push(turn);
    else groups.push([turn]);
  }
  return groups;
}
