import fc from 'fast-check';
import { choiceOf, judgeReply } from '../../src/questions/judge.js';
import type { ChoiceQuestion, TypedQuestion, Verdict } from '../../src/questions/question.js';
import { JUDGED } from './judge.cases.js';

const BASE = {
  id: 'f:typecmd',
  factId: 'f',
  section: null,
  ask: '',
  material: null,
  answer: { text: '', code: true },
  topic: { text: '', code: true },
  line: 1,
  source: '',
};

function typed(
  judge: 'command' | 'term',
  accepted: readonly string[],
  rivals: readonly string[],
): TypedQuestion {
  return { ...BASE, kind: 'typecmd', form: 'typed', judge, accepted, rivals };
}

function tapped(kind: 'tf' | 'desc2cmd', texts: readonly string[]): ChoiceQuestion {
  const choices = texts.map((text, i) => ({ text, code: false, correct: i === 0 }));
  return { ...BASE, kind, form: 'choice', choices };
}

function inOneLine({ result, remark }: Verdict): string {
  if (!remark) return result;
  switch (remark.kind) {
    case 'typo':
      return `${result} typo ${remark.letters}`;
    case 'other-term':
      return `${result} -> ${remark.term}`;
    case 'other-flag':
      return `${result} ${remark.given} not ${remark.wanted}`;
    default:
      return `${result} ${remark.kind}`;
  }
}

describe('replies judged by hand', () => {
  for (const { judge, accepted, rivals, replies } of JUDGED) {
    test.each(replies)(`${accepted.join(' or ')} ← "%s" is %s`, (reply, verdict) => {
      expect(inOneLine(judgeReply(typed(judge, accepted, rivals), reply))).toBe(verdict);
    });
  }

  test('there are at least 200 of them', () => {
    expect(JUDGED.flatMap(({ replies }) => replies).length).toBeGreaterThanOrEqual(200);
  });
});

describe('whatever is written', () => {
  const judge = fc.constantFrom('command' as const, 'term' as const);
  const name = fc.oneof(
    fc.constantFrom(
      'docker ps',
      'docker ps -a',
      'Docker Hub',
      'образ',
      'ls -la',
      'C++',
      'не образ',
    ),
    fc.string({ minLength: 1, unit: 'grapheme' }),
    fc.stringMatching(/^[a-zа-я<>" -]{1,12}$/u),
  );

  test('an accepted spelling is correct and has no remark', () => {
    fc.assert(
      fc.property(judge, name, fc.array(name), (kind, answer, rivals) => {
        expect(judgeReply(typed(kind, [answer], rivals), answer)).toEqual({ result: 'correct' });
      }),
    );
  });

  test('the very text of a rival is never correct', () => {
    const fold = (text: string) =>
      text
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}+#_.-]/gu, '')
        .toLowerCase();
    fc.assert(
      fc.property(judge, name, name, (kind, answer, rival) => {
        fc.pre(fold(rival) !== fold(answer) && fold(rival) !== '');
        expect(judgeReply(typed(kind, [answer], [rival]), rival).result).not.toBe('correct');
      }),
    );
  });

  test('no reply makes the judge throw, and every partial verdict says why', () => {
    fc.assert(
      fc.property(
        judge,
        name,
        fc.array(name),
        fc.string({ unit: 'binary' }),
        (kind, answer, rivals, reply) => {
          const verdict = judgeReply(typed(kind, [answer], rivals), reply);
          if (verdict.result === 'partial') expect(verdict.remark).toBeDefined();
        },
      ),
    );
  });

  test('an essay is wrong at once', () => {
    expect(judgeReply(typed('term', ['образ'], ['контейнер']), 'образ '.repeat(2000))).toEqual({
      result: 'wrong',
    });
  });
});

describe('typing instead of tapping', () => {
  const commands = tapped('desc2cmd', ['docker ps', 'docker ps -a', 'docker ps -A']);
  const truth = tapped('tf', ['Верно', 'Неверно']);
  const years = tapped('desc2cmd', ['1812', '2', '1825']);

  test.each([
    ['а', 0],
    ['Б', 1],
    ['Б)', 1],
    ['б.', 1],
    ['A', 0],
    ['2', 1],
    ['2)', 1],
    ['№2', 1],
    ['вариант 3', 2],
    ['ответ в', 2],
    ['Docker ps', 0],
    ['docker ps -a', 1],
    ['docker ps -A', 2],
    ['вщслук зы', 0],
    ['г', null],
    ['4', null],
    ['0', null],
    ['B', null],
    ['Docker PS -A', null],
    ['верно', null],
    ['', null],
    ['не знаю', null],
  ])('"%s" is option %s of three commands', (reply, index) => {
    expect(choiceOf(commands, reply)).toBe(index);
  });

  test.each([
    ['верно', 0],
    ['Верно!', 0],
    ['да', 0],
    ['правда', 0],
    ['неверно', 1],
    ['не верно', 1],
    ['нет', 1],
    ['ложь', 1],
    ['dthyj', 0],
    ['1', 0],
    ['2', 1],
    ['может быть', null],
  ])('"%s" is option %s of a truth question', (reply, index) => {
    expect(choiceOf(truth, reply)).toBe(index);
  });

  test('an option that is itself a number wins over the number of an option', () => {
    expect(choiceOf(years, '2')).toBe(1);
    expect(choiceOf(years, '1')).toBe(0);
    expect(choiceOf(years, '1825')).toBe(2);
  });

  test('any text gives an index of the question or null', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (reply) => {
        expect([null, 0, 1, 2]).toContain(choiceOf(commands, reply));
      }),
    );
  });
});
