import type { Question, QuestionKind } from '../../src/questions/question.js';
import { nextTurn } from '../../src/review/rotate.js';

const aQuestion = (kind: QuestionKind, form: Question['form'], variant = ''): Question =>
  ({ id: `fact:${kind}${variant}`, factId: 'fact', kind, form }) as Question;

const questions = [
  aQuestion('def2term', 'choice'),
  aQuestion('term2def', 'choice'),
  aQuestion('typecmd', 'typed'),
];

describe('nextTurn', () => {
  test('a young card is only tapped, also when its mistake returns', () => {
    for (let i = 0; i < 50; i += 1) {
      const turn = nextTurn(questions, 0, `seed${i}`);
      expect(turn?.question.form).toBe('choice');
      expect(turn?.again.form).toBe('choice');
    }
  });

  test('a mistake returns in another kind where there is one', () => {
    const turn = nextTurn(questions, 0, 'seed');
    expect(turn?.again.kind).not.toBe(turn?.question.kind);
  });

  test('an older card goes through every kind, typed ones too', () => {
    const kinds = [2, 3, 4].map((reps) => nextTurn(questions, reps, 'seed')?.question.kind);
    expect(new Set(kinds)).toEqual(new Set(['def2term', 'term2def', 'typecmd']));
  });

  test('different facts start with different kinds', () => {
    const first = Array.from(
      { length: 30 },
      (_, i) => nextTurn(questions, 0, `f${i}`)?.question.kind,
    );
    expect(new Set(first)).toEqual(new Set(['def2term', 'term2def']));
  });

  test('nothing to ask is no turn', () => {
    expect(nextTurn([], 0, 'seed')).toBeNull();
  });
});
