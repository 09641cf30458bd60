/** Lint rules about the options of a tapped question. */
import { contentStems } from '../../russian/stem.js';
import { formOf } from '../wording/form.js';
import { hasKin } from '../wording/kin.js';
import { hasLoneForm, standsOutByLength } from '../options/likeness.js';
import type { DeckIndex } from '../deck-index.js';
import type { ChoiceQuestion, QuestionKind } from '../question.js';
import { LIMITS } from '../wording/size.js';

const TRUTH: ReadonlySet<QuestionKind> = new Set(['tf', 'tfflip']);
const LISTS: ReadonlySet<QuestionKind> = new Set(['member', 'oddone']);
const LEAST_OPTIONS = 3;
/** Shorter options may stand in each other: `docker ps` in `docker ps -a`. */
const WORDS_WORTH_CONTAINING = 3;

/** A tapped question with what several rules look at. */
interface Look {
  readonly question: ChoiceQuestion;
  readonly texts: readonly string[];
  /** The right option, and the wrong ones. */
  readonly answer: string;
  readonly others: readonly string[];
  /** Stems of what is asked; none for a truth question, whose options are always the same. */
  readonly prompt: readonly string[];
}

type Rule = (look: Look, deck: DeckIndex) => boolean;

function lookAt(question: ChoiceQuestion): Look {
  const { ask, material, choices, kind } = question;
  return {
    question,
    texts: choices.map(({ text }) => text),
    answer: choices.find(({ correct }) => correct)?.text ?? '',
    others: choices.flatMap(({ correct, text }) => (correct ? [] : text)),
    prompt: TRUTH.has(kind)
      ? []
      : [...contentStems(ask), ...(material === null ? [] : contentStems(material.text))],
  };
}

const notTruth =
  (rule: Rule): Rule =>
  (look, deck) =>
    !TRUTH.has(look.question.kind) && rule(look, deck);

const hasFewOptions = ({ question: { kind }, texts }: Look): boolean =>
  TRUTH.has(kind) ? texts.length !== 2 : texts.length < LEAST_OPTIONS;

function hasTwins({ question }: Look, deck: DeckIndex): boolean {
  const seen = question.choices.map(({ text, code }) => (code ? text : deck.folded(text) || text));
  return seen.some((text, i) => seen.indexOf(text) < i);
}

/** One option says all of another and more; commands do that by nature and are the better options for it. */
function hasNested({ question }: Look, deck: DeckIndex): boolean {
  const phrases = question.choices.flatMap(({ text, code }) => (code ? [] : deck.folded(text)));
  return phrases.some(
    (phrase, i) =>
      phrases.some((outer, j) => i !== j && holds(outer, phrase)) &&
      phrase.split(' ').length >= WORDS_WORTH_CONTAINING,
  );
}

/** Do the words of one phrase stand in the other, whole and in a row? */
const holds = (outer: string, inner: string): boolean =>
  outer.includes(inner) && ` ${outer} `.includes(` ${inner} `);

/** Words of the answer that stand in the prompt and in no other option, or at least two more than any other option has. */
function givesAway({ answer, others, prompt }: Look, deck: DeckIndex): boolean {
  const shared = (text: string): string[] =>
    [...deck.stems(text)].filter((stem) => hasKin(stem, prompt));
  const leaks = shared(answer);
  if (leaks.length === 0) return false;
  const isElsewhere = (leak: string): boolean =>
    others.some((text) => hasKin(leak, deck.stems(text)));
  if (!leaks.every(isElsewhere)) return true;
  return leaks.length >= 2 + Math.max(...others.map((text) => shared(text).length));
}

/** A whole stem inside another one: «бедр» in «бедренный», «кост» in «надкостница», `nan` in `isNaN`. */
function echoes(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short.length < SHORTEST_TOKEN || !long.includes(short)) return false;
  return short.length >= SHORTEST_ECHO || /^[a-z]/.test(short);
}

const SHORTEST_ECHO = 4;
const SHORTEST_TOKEN = 3;

/** A word of the prompt that sounds in the right option and in no other one. */
function echoesAnswer({ answer, others, prompt }: Look, deck: DeckIndex): boolean {
  const soundsIn = (text: string, heard: string): boolean => {
    for (const own of deck.stems(text)) if (echoes(own, heard)) return true;
    return false;
  };
  return prompt.some(
    (stem) => soundsIn(answer, stem) && !others.some((text) => soundsIn(text, stem)),
  );
}

/** «Docker Hub» is seen at once among names of one word. */
const isOnlyLong = ({ question: { choices } }: Look): boolean =>
  choices.every(({ text, correct }) => text.includes(' ') === correct);

const isRussian = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

/** In a list of words one option in the other alphabet is seen at once. */
function hasLoneScript({ texts }: Look): boolean {
  const latin = texts.filter((text) => !isRussian(text)).length;
  return latin === 1 || (latin > 0 && latin === texts.length - 1);
}

/** «Трезвучие» among largo, andante and allegro: wrong options in another alphabet may be one of several. */
const isRightInLoneScript = ({ answer, others }: Look): boolean =>
  answer !== '' && others.every((other) => isRussian(other) !== isRussian(answer));

/** The rules by name. */
const rules: readonly (readonly [string, Rule])[] = [
  ['one-right', ({ question }) => question.choices.filter(({ correct }) => correct).length !== 1],
  ['few-options', hasFewOptions],
  ['dup-options', hasTwins],
  ['nested-options', hasNested],
  ['leak', notTruth(givesAway)],
  ['echo', notTruth(echoesAnswer)],
  ['length-stands-out', notTruth(({ texts }) => standsOutByLength(texts))],
  [
    'form-stands-out',
    notTruth(
      ({ question, texts }) =>
        !question.choices.some(({ code }) => code) && hasLoneForm(texts.map(formOf)),
    ),
  ],
  [
    'script-stands-out',
    (look) =>
      (LISTS.has(look.question.kind) && hasLoneScript(look)) ||
      (look.question.kind === 'def2term' && isRightInLoneScript(look)),
  ],
  ['words-stand-out', (look) => look.question.kind === 'cloze' && isOnlyLong(look)],
  ['long-option', ({ texts }) => texts.some((text) => text.length > LIMITS.option)],
];

/** Names of the rules that the options break, in the order of the rules. */
export function choiceFlaws(question: ChoiceQuestion, deck: DeckIndex): readonly string[] {
  const look = lookAt(question);
  return rules.flatMap(([name, isBroken]) => (isBroken(look, deck) ? name : []));
}
