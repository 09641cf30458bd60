import * as fc from 'fast-check';
import { visible } from '../../../src/bot/html.js';
import type { Message } from '../../../src/bot/message.js';
import { closedMessage, verdictMessage } from '../../../src/bot/texts/verdict.js';
import type { Question, Remark, Result } from '../../../src/questions/question.js';
import type { Reply, Step } from '../../../src/study/step.js';
import { parseHtml } from '../../../src/telegram/local/html.js';
import {
  aChoice,
  aCommandQuestion,
  aDefinitionQuestion,
  aFlashQuestion,
  aListQuestion,
  aStep,
  aTruthQuestion,
  aTypedQuestion,
  anAnswer,
  everyQuestion,
} from '../../support/steps.js';

const verdict = (
  question: Question,
  reply: Reply,
  result: Result,
  more: { remark?: Remark; step?: Partial<Step> } = {},
) => {
  const { remark, step = {} } = more;
  const answer = remark === undefined ? { reply, result } : { reply, result, remark };
  return verdictMessage(anAnswer(question, answer, step));
};

const shown = (...given: Parameters<typeof verdict>) => verdict(...given).text.markup;
const firstLine = (...given: Parameters<typeof verdict>) => shown(...given).split('\n')[0];
const tap = (choice: number): Reply => ({ kind: 'tap', choice });
const typed: Reply = { kind: 'text', text: 'git lgo' };
const rowsOf = ({ keyboard = [] }: Message) => keyboard.map((row) => row.map(({ text }) => text));
const nbsp = '\u00a0';

describe('a tapped question', () => {
  test('answered right shows the line of the notes alone', () => {
    expect(shown(aDefinitionQuestion(), tap(1), 'correct')).toBe(
      '✅ Правильно\n\n📖 строка 12\n<blockquote>Ветка - <b>подвижный указатель на последний коммит</b></blockquote>',
    );
  });

  test('answered right after a hint says so', () => {
    const step = { isHinted: true };
    expect(firstLine(aDefinitionQuestion(), tap(1), 'correct', { step })).toBe(
      '✅ Правильно, с подсказкой',
    );
  });

  test('answered wrong keeps the right and the chosen option and explains the chosen one', () => {
    expect(shown(aDefinitionQuestion(), tap(0), 'wrong')).toBe(
      [
        '❌ Нет',
        [
          'Что такое «Ветка»?',
          '✅ Б) подвижный указатель на последний коммит',
          `❌ А) сохранённый снимок всех файлов проекта${nbsp}— это «Коммит», строка 9`,
        ].join('\n'),
        '📖 строка 12\n<blockquote>Ветка - <b>подвижный указатель на последний коммит</b></blockquote>',
      ].join('\n\n'),
    );
  });

  test('with options on buttons has no letters; a command is explained by its purpose', () => {
    const text = shown(aCommandQuestion(), tap(2), 'wrong');
    expect(text).toContain('\n✅ <code>git status</code>\n');
    expect(text).toContain(`\n❌ <code>git diff</code>${nbsp}— показать отличия, строка 21\n`);
  });

  test('a chosen term is explained by its text', () => {
    const choices = [
      aChoice('Коммит', { about: ['снимок всех файлов', 9] }),
      aChoice('Ветка', { correct: true }),
      aChoice('Клон'),
    ];
    expect(shown(aDefinitionQuestion({ kind: 'def2term', choices }), tap(0), 'wrong')).toContain(
      `❌ Коммит${nbsp}— по конспекту это снимок всех файлов, строка 9`,
    );
  });

  test('a chosen term is explained by what it does, without «это»', () => {
    const deed = { text: 'хранит снимки файлов', code: false, line: 9, isDeed: true } as const;
    const choices = [{ ...aChoice('Коммит'), about: deed }, aChoice('Ветка', { correct: true })];
    expect(shown(aDefinitionQuestion({ kind: 'def2term', choices }), tap(0), 'wrong')).toContain(
      `❌ Коммит${nbsp}— по конспекту хранит снимки файлов, строка 9`,
    );
  });

  test('given up shows the right option and no wrong one', () => {
    const text = shown(aDefinitionQuestion(), { kind: 'unknown' }, 'wrong');
    expect(text).toMatch(/^❌ Запоминаем\n\nЧто такое «Ветка»\?\n✅ Б\) .*\n\n📖 строка 12\n/);
    expect(text.match(/❌/gu)).toHaveLength(1);
  });

  test('names its notes when the learner has several', () => {
    const step = { deckTitle: 'Git' };
    expect(shown(aDefinitionQuestion(), tap(1), 'correct', { step })).toContain(
      '📖 Git, строка 12\n',
    );
  });
});

describe('a truth verdict agrees with its button', () => {
  test.each([
    [true, 0, 'correct', '✅ Правильно, всё так'],
    [true, 1, 'wrong', '❌ Нет, здесь всё верно'],
    [false, 1, 'correct', '✅ Правильно, это не так'],
    [false, 0, 'wrong', '❌ Нет, это не так'],
  ] as const)('statement %p, choice %i', (isTrue, choice, result, words) => {
    expect(firstLine(aTruthQuestion(isTrue), tap(choice), result)).toBe(words);
  });

  test('and says whose the foreign description is', () => {
    for (const [choice, result] of [
      [0, 'wrong'],
      [1, 'correct'],
    ] as const) {
      expect(shown(aTruthQuestion(false), tap(choice), result)).toContain(
        '\nЭто сказано про «Коммит», строка 9\n',
      );
    }
    expect(shown(aTruthQuestion(true), tap(0), 'correct')).not.toContain('сказано');
  });
});

describe('a typed answer', () => {
  test.each([
    ['correct', undefined, '✅ Правильно'],
    ['correct', { kind: 'russian-layout' }, '✅ Правильно, раскладка была русская'],
    ['correct', { kind: 'latin-layout' }, '✅ Правильно, раскладка была английская'],
    ['partial', { kind: 'typo', letters: 1 }, '🟡 Почти, засчитано: опечатка в одну букву'],
    ['partial', { kind: 'typo', letters: 2 }, `🟡 Почти, засчитано: опечатка в 2${nbsp}буквы`],
    ['partial', { kind: 'word-form' }, '🟡 Почти, засчитано: другая форма слова'],
    ['partial', { kind: 'extra-word' }, '🟡 Почти, засчитано: лишнее слово'],
    ['wrong', undefined, '❌ Нет'],
    [
      'wrong',
      { kind: 'other-term', term: 'git status' },
      '❌ Нет, это другая команда: <code>git status</code>',
    ],
    [
      'wrong',
      { kind: 'other-flag', given: '-A', wanted: '-a' },
      `❌ Нет: <code>-A</code> и <code>-a</code>${nbsp}— разные ключи`,
    ],
  ] as const)('%s, %j: %s', (result, remark, words) => {
    const more = remark === undefined ? {} : { remark };
    expect(firstLine(aTypedQuestion(), typed, result, more)).toBe(words);
  });

  test('another term stands in quotes', () => {
    const question = aTypedQuestion({ judge: 'term', answer: { text: 'Ветка', code: false } });
    expect(
      firstLine(question, typed, 'wrong', { remark: { kind: 'other-term', term: 'Тег' } }),
    ).toBe('❌ Нет, это другой термин: «Тег»');
  });

  test('that is not simply right shows what was wanted', () => {
    expect(shown(aTypedQuestion(), typed, 'partial')).toContain('\nНужно: <code>git log</code>\n');
    expect(shown(aTypedQuestion(), typed, 'wrong')).toContain('\nНужно: <code>git log</code>\n');
    expect(shown(aTypedQuestion(), typed, 'correct')).not.toContain('Нужно');
  });
});

describe('a self-graded answer', () => {
  test.each([
    ['correct', '✅ 5 из 5 · Состояния файла, строка 30'],
    ['partial', '🟡 3–4 из 5 · Состояния файла, строка 30'],
    ['wrong', '❌ 0–2 из 5 · Состояния файла, строка 30'],
  ] as const)('of a list, %s, is one line without buttons', (result, words) => {
    const message = verdict(aListQuestion(5), { kind: 'graded', result }, result);
    expect(message.text.markup).toBe(words);
    expect(message.keyboard).toBeUndefined();
  });

  test('of a line says the learner’s own word and quotes the line', () => {
    expect(shown(aFlashQuestion(), { kind: 'graded', result: 'partial' }, 'partial')).toMatch(
      /^🟡 Частично\n\n📖 строка 40\n<blockquote>/,
    );
  });

  test('given up shows all entries and «Дальше»', () => {
    const message = verdict(aListQuestion(3), { kind: 'unknown' }, 'wrong');
    expect(message.text.markup).toContain('3. состояние под номером 3');
    expect(message.keyboard?.[0]?.[0]?.text).toBe('Дальше');
  });
});

test('«Дальше» stands alone and first where there is something to read, nowhere else; «👎» is below', () => {
  for (const question of everyQuestion) {
    if (question.form === 'recall') continue;
    const reply = question.form === 'typed' ? typed : tap(0);
    expect(verdict(question, reply, 'correct').keyboard).toBeUndefined();
    for (const message of [
      verdict(question, reply, 'wrong'),
      verdict(question, { kind: 'unknown' }, 'wrong'),
    ]) {
      const [first, below] = rowsOf(message);
      expect(first).toEqual(['Дальше']);
      expect(below?.at(-1)).toBe('👎 Плохой вопрос');
    }
  }
});

test('only a wrong answer that was typed can be credited', () => {
  const credit = (given: Parameters<typeof verdict>) => rowsOf(verdict(...given))[1]?.[0];
  expect(credit([aTypedQuestion(), typed, 'wrong'])).toBe('Засчитать');
  expect(credit([aTypedQuestion(), typed, 'partial'])).toBe('👎 Плохой вопрос');
  expect(credit([aTypedQuestion(), { kind: 'unknown' }, 'wrong'])).toBe('👎 Плохой вопрос');
  expect(credit([aDefinitionQuestion(), tap(0), 'wrong'])).toBe('👎 Плохой вопрос');
});

test('a credited answer says so, proves itself and leads on', () => {
  const given = [aTypedQuestion(), typed, 'correct', { remark: { kind: 'credited' } }] as const;
  expect(shown(...given)).toMatch(
    /^✅ Засчитано\. Такой ответ теперь тоже подойдёт\.\n\n📖 строка 22\n/,
  );
  expect(rowsOf(verdict(...given))).toEqual([['Дальше']]);
});

test('a fact that was lost too often is said to come with options', () => {
  const step = { ...anAnswer(aTypedQuestion(), { reply: typed, result: 'wrong' }), isEased: true };
  expect(visible(verdictMessage(step).text)).toMatch(
    /\nФакт трудный: теперь он будет приходить с вариантами ответа\.$/,
  );
});

test('where the quote comes from is explained under the first verdict ever, whatever it is', () => {
  const explained = /\nПод ответом всегда строка конспекта, из которой взят вопрос\.$/u;
  for (const [reply, result] of [
    [tap(1), 'correct'],
    [tap(0), 'wrong'],
    [{ kind: 'unknown' }, 'wrong'],
  ] as const) {
    const step = anAnswer(aCommandQuestion(), { reply, result });
    expect(visible(verdictMessage({ ...step, isFirstEver: true }).text)).toMatch(explained);
    expect(visible(verdictMessage(step).text)).not.toMatch(explained);
  }
});

test('every verdict begins with its sign and holds at most four emoji', () => {
  const signs = { correct: '✅', partial: '🟡', wrong: '❌' };
  for (const question of everyQuestion) {
    for (const result of ['correct', 'partial', 'wrong'] as const) {
      if (question.form === 'choice' && result === 'partial') continue;
      const reply: Reply =
        question.form === 'recall'
          ? { kind: 'graded', result }
          : question.form === 'typed'
            ? typed
            : tap(question.choices.findIndex(({ correct }) => correct === (result === 'correct')));
      const text = shown(question, reply, result);
      expect([...text][0]).toBe(signs[result]);
      expect(text.match(/\p{Extended_Pictographic}/gu)?.length).toBeLessThanOrEqual(4);
    }
  }
});

test('a question closed without an answer shows what was right', () => {
  for (const question of everyQuestion) {
    const text = closedMessage(aStep(question)).text.markup;
    expect(text).toMatch(/^Вопрос закрыт\n/);
    expect(text).toContain('📖 строка');
  }
});

test('whatever the notes hold, a verdict fits a message and is valid', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 6000 }),
    fc.constantFrom('<b>&amp;', '@x '.repeat(3000), 'слово '.repeat(2000), '«»'.repeat(900)),
  );
  fc.assert(
    fc.property(text, text, (one, other) => {
      const pieces = {
        ask: one,
        source: other,
        material: { text: one, code: false },
        answer: { text: other, code: false },
      };
      const choices = [one, other, one + other].map((it, i) =>
        aChoice(it, { correct: i === 1, about: [other, 7] }),
      );
      const step = { deckTitle: one };
      for (const message of [
        verdict(aDefinitionQuestion({ ...pieces, choices }), tap(0), 'wrong', { step }),
        verdict(aTypedQuestion(pieces), { kind: 'text', text: one }, 'wrong', {
          remark: { kind: 'other-term', term: one },
          step,
        }),
        verdict({ ...aListQuestion(80), ...pieces }, { kind: 'unknown' }, 'wrong', { step }),
      ]) {
        expect(() => parseHtml(message.text.markup)).not.toThrow();
        expect(visible(message.text).length).toBeLessThanOrEqual(4096);
      }
    }),
    { numRuns: 40 },
  );
});
