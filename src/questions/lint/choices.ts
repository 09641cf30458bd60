/** Lint rules about the options of a tapped question. */
import { contentStems } from '../../russian/stem.js';
import { formOf } from '../wording/form.js';
import { areKin, hasKin } from '../wording/kin.js';
import { hasLoneForm, standsOutByLength } from '../options/likeness.js';
import type { DeckIndex } from '../deck-index.js';
import type { ChoiceQuestion, QuestionKind } from '../question.js';
import { LIMITS } from '../wording/size.js';

type Rule = (question: ChoiceQuestion, deck: DeckIndex) => boolean;

const TRUTH: ReadonlySet<QuestionKind> = new Set(['tf', 'tfflip']);
const LISTS: ReadonlySet<QuestionKind> = new Set(['member', 'oddone']);
const LEAST_OPTIONS = 3;
/** Shorter options may stand in each other: `docker ps` in `docker ps -a`. */
const WORDS_WORTH_CONTAINING = 3;

const notTruth =
  (rule: Rule): Rule =>
  (question, deck) =>
    !TRUTH.has(question.kind) && rule(question, deck);

const texts = (question: ChoiceQuestion): string[] => question.choices.map(({ text }) => text);

function hasFewOptions(question: ChoiceQuestion): boolean {
  return TRUTH.has(question.kind)
    ? question.choices.length !== 2
    : question.choices.length < LEAST_OPTIONS;
}

function hasTwins(question: ChoiceQuestion, deck: DeckIndex): boolean {
  const seen = question.choices.map(({ text, code }) => (code ? text : deck.folded(text) || text));
  return new Set(seen).size < seen.length;
}

/** One option says all of another and more; commands do that by nature and are the better options for it. */
function hasNested(question: ChoiceQuestion, deck: DeckIndex): boolean {
  const phrases = question.choices
    .filter(({ code }) => !code)
    .map(({ text }) => ` ${deck.folded(text)} `);
  return phrases.some(
    (phrase, i) =>
      phrases.some((outer, j) => i !== j && outer.includes(phrase)) &&
      phrase.split(' ').length - 2 >= WORDS_WORTH_CONTAINING,
  );
}

const promptStems = ({ ask, material }: ChoiceQuestion): readonly string[] =>
  material === null ? contentStems(ask) : [...contentStems(ask), ...contentStems(material.text)];

/** Words of the answer that stand in the prompt and in no other option, or at least two more than any other option has. */
function givesAway(question: ChoiceQuestion, deck: DeckIndex): boolean {
  const prompt = promptStems(question);
  const shared = (text: string): string[] =>
    [...deck.stems(text)].filter((stem) => hasKin(stem, prompt));
  const answer = question.choices.find(({ correct }) => correct)?.text ?? '';
  const leaks = shared(answer);
  if (leaks.length === 0) return false;
  const others = question.choices.filter(({ correct }) => !correct).map(({ text }) => text);
  const isElsewhere = (leak: string): boolean =>
    others.some((text) => [...deck.stems(text)].some((stem) => areKin(leak, stem)));
  if (!leaks.every(isElsewhere)) return true;
  return leaks.length >= 2 + Math.max(...others.map((text) => shared(text).length));
}

/** A whole stem inside another one: «бедр» in «бедренный», «кост» in «надкостница», `nan` in `isNaN`. */
function echoes(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  const least = /^[a-z]/.test(short) ? SHORTEST_TOKEN : SHORTEST_ECHO;
  return short.length >= least && long.includes(short);
}

const SHORTEST_ECHO = 4;
const SHORTEST_TOKEN = 3;

/** A word of the prompt that sounds in the right option and in no other one. */
function echoesAnswer(question: ChoiceQuestion, deck: DeckIndex): boolean {
  const prompt = promptStems(question);
  const sounding = (text: string): string[] => {
    const stems = [...deck.stems(text)];
    return prompt.filter((stem) => stems.some((own) => echoes(own, stem)));
  };
  const heard = sounding(question.choices.find(({ correct }) => correct)?.text ?? '');
  if (heard.length === 0) return false;
  const others = new Set(
    question.choices.filter(({ correct }) => !correct).flatMap(({ text }) => sounding(text)),
  );
  return heard.some((stem) => !others.has(stem));
}

/** «Docker Hub» is seen at once among names of one word. */
const isOnlyLong = ({ choices }: ChoiceQuestion): boolean =>
  choices.every(({ text, correct }) => text.includes(' ') === correct);

/** In a list of words one option in the other alphabet is seen at once. */
function hasLoneScript(question: ChoiceQuestion): boolean {
  const latin = texts(question).filter((text) => !/\p{Script=Cyrillic}/u.test(text)).length;
  return latin === 1 || (latin > 0 && latin === question.choices.length - 1);
}

/** «Трезвучие» among largo, andante and allegro: wrong options in another alphabet may be one of several. */
function isRightInLoneScript({ choices }: ChoiceQuestion): boolean {
  const scripts = [true, false].map((correct) =>
    choices
      .filter((choice) => choice.correct === correct)
      .map(({ text }) => /\p{Script=Cyrillic}/u.test(text)),
  );
  const [[right] = [], wrong = []] = scripts;
  return right !== undefined && wrong.every((other) => other !== right);
}

/** The rules by name. */
export const choiceRules: readonly (readonly [string, Rule])[] = [
  ['one-right', (question) => question.choices.filter(({ correct }) => correct).length !== 1],
  ['few-options', hasFewOptions],
  ['dup-options', hasTwins],
  ['nested-options', hasNested],
  ['leak', notTruth(givesAway)],
  ['echo', notTruth(echoesAnswer)],
  ['length-stands-out', notTruth((question) => standsOutByLength(texts(question)))],
  [
    'form-stands-out',
    notTruth(
      (question) =>
        !question.choices.some(({ code }) => code) && hasLoneForm(texts(question).map(formOf)),
    ),
  ],
  [
    'script-stands-out',
    (question: ChoiceQuestion) =>
      (LISTS.has(question.kind) && hasLoneScript(question)) ||
      (question.kind === 'def2term' && isRightInLoneScript(question)),
  ],
  [
    'words-stand-out',
    (question: ChoiceQuestion) => question.kind === 'cloze' && isOnlyLong(question),
  ],
  ['long-option', (question) => texts(question).some((text) => text.length > LIMITS.option)],
];
