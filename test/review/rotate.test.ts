import type { Question, QuestionKind } from '../../src/questions/question.js';
import { nextTurn } from '../../src/review/rotate.js';

const aQuestion = (kind: QuestionKind, form: Question['form'], variant = ''): Question =>
  ({ id: `fact:${kind}${variant}`, factId: 'fact', kind, form }) as Question;

const questions = [
  aQuestion('def2term', 'choice'),
  aQuestion('term2def', 'choice'),
  aQuestion('typecmd', 'typed'),
];

const rules = { reps: 0, isTapOnly: false, seed: 'seed' };

describe('nextTurn', () => {
  test('a fact is tapped the first time and typed the second time', () => {
    for (let i = 0; i < 50; i += 1) {
      const seed = `seed${i}`;
      expect(nextTurn(questions, { ...rules, seed })?.question.form).toBe('choice');
      expect(nextTurn(questions, { ...rules, reps: 1, seed })?.question.form).toBe('typed');
    }
  });

  test('a mistake returns in another kind where there is one', () => {
    expect(nextTurn(questions, rules)?.again.form).toBe('typed');
    expect(nextTurn(questions, { ...rules, reps: 1 })?.again.form).toBe('choice');
    const single = questions.slice(0, 1);
    expect(nextTurn(single, rules)?.again).toBe(single[0]);
  });

  test('a newcomer has nothing to type, not even after a mistake', () => {
    for (let i = 0; i < 50; i += 1) {
      const turn = nextTurn(questions, { ...rules, isTapOnly: true, seed: `seed${i}` });
      expect([turn?.question.form, turn?.again.form]).toEqual(['choice', 'choice']);
    }
  });

  test('what is about to be made easier is not typed when it comes back', () => {
    for (let i = 0; i < 50; i += 1) {
      const turn = nextTurn(questions, { ...rules, isTapOnlyAgain: true, seed: `seed${i}` });
      expect(turn?.again.form).toBe('choice');
      expect(turn?.again.kind).not.toBe(turn?.question.kind);
    }
    const typed = questions.slice(2);
    expect(nextTurn(typed, { ...rules, isTapOnlyAgain: true })?.again).toBe(typed[0]);
  });

  test('over the reviews of a card every kind has its turn', () => {
    const kinds = [1, 2, 3].map((reps) => nextTurn(questions, { ...rules, reps })?.question.kind);
    expect(new Set(kinds)).toEqual(new Set(['def2term', 'term2def', 'typecmd']));
  });

  test('different facts start with different kinds', () => {
    const first = Array.from(
      { length: 30 },
      (_, i) => nextTurn(questions, { ...rules, seed: `f${i}` })?.question.kind,
    );
    expect(new Set(first)).toEqual(new Set(['def2term', 'term2def']));
  });

  test('nothing to ask is no turn', () => {
    expect(nextTurn([], rules)).toBeNull();
  });
});
