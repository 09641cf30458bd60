/** A player who looks at the options and not at the notes must not do better than chance. */
import type { Fact } from '../../src/notes/note.js';
import { openBank } from '../../src/questions/bank.js';
import type { ChoiceQuestion } from '../../src/questions/question.js';
import { contentStems } from '../../src/russian/stem.js';
import { cellDeck, commandDeck, gitDeck } from './deck.js';

const SEEDS = 50;
/** Points of a hundred. */
const TOLERANCE = 5;

/** What each cheat wants most: it takes the option with the highest score and guesses among equals. */
const cheats: Record<string, (question: ChoiceQuestion) => number[]> = {
  'the longest option': ({ choices }) => choices.map(({ text }) => text.length),
  'the shortest option': ({ choices }) => choices.map(({ text }) => -text.length),
  'the option that repeats the question most': (question) => {
    const prompt = new Set(contentStems(`${question.ask} ${question.material?.text ?? ''}`));
    return question.choices.map(
      ({ text }) => new Set(contentStems(text).filter((stem) => prompt.has(stem))).size,
    );
  },
  'the first option': ({ choices }) => choices.map((_, i) => -i),
};

function tapped(facts: readonly Fact[]): ChoiceQuestion[] {
  const bank = openBank(facts);
  return Array.from({ length: SEEDS }, (_, i) => bank.all(i + 1))
    .flat()
    .filter((question) => question.form === 'choice');
}

/** Points above (or below) chance that the cheat makes out of a hundred questions. */
function gain(questions: readonly ChoiceQuestion[], scoresOf: (q: ChoiceQuestion) => number[]) {
  let sum = 0;
  for (const question of questions) {
    const scores = scoresOf(question);
    const best = Math.max(...scores);
    const taken = question.choices.filter((_, i) => scores[i] === best);
    const right = taken.filter(({ correct }) => correct).length;
    sum += right / taken.length - 1 / question.choices.length;
  }
  return (100 * sum) / questions.length;
}

const decks: readonly (readonly [string, readonly Fact[]])[] = [
  ['five terms and three commands', gitDeck],
  ['twelve terms', cellDeck],
  ['ten commands', commandDeck],
];

describe.each(decks)('%s', (_name, facts) => {
  const questions = tapped(facts);

  test.each(Object.entries(cheats))('%s is right as often as chance', (_cheat, scoresOf) => {
    expect(questions.length).toBeGreaterThan(SEEDS * facts.length);
    expect(Math.abs(gain(questions, scoresOf))).toBeLessThanOrEqual(TOLERANCE);
  });

  test('half of the truth questions are true', () => {
    const truths = questions.filter(({ kind }) => kind === 'tf' || kind === 'tfflip');
    if (truths.length === 0) return;
    const share = truths.filter(({ choices }) => choices[0]?.correct).length / truths.length;
    expect(share).toBeGreaterThan(0.46);
    expect(share).toBeLessThan(0.54);
  });
});
