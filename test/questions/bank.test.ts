import fc from 'fast-check';
import type { Fact } from '../../src/notes/note.js';
import { type Bank, openBank, openingBank } from '../../src/questions/bank.js';
import { indexDeck } from '../../src/questions/deck-index.js';
import { lint } from '../../src/questions/lint.js';
import type { Question } from '../../src/questions/question.js';
import { cellDeck, command, commandDeck, definition, gitDeck, statement } from './deck.js';

const EFFORT = { choice: 0, typed: 1, recall: 2 };
const decks = { gitDeck, cellDeck, commandDeck };
const seeds = Array.from({ length: 20 }, (_, i) => i + 1);

const shown = (question: Question): string =>
  JSON.stringify({ ...question, source: '', id: '', factId: '' });

describe.each(Object.entries(decks))('the bank of %s', (_name, facts) => {
  const bank: Bank = openBank(facts);

  test('is the same, byte for byte, for the same facts and seed', () => {
    expect(JSON.stringify(openBank(facts).all(7))).toBe(JSON.stringify(bank.all(7)));
  });

  test('is the same when it was opened in small steps', () => {
    const work = openingBank(facts);
    for (let step = work.next(); ; step = work.next()) {
      if (step.done !== true) continue;
      expect(JSON.stringify(step.value.all(7))).toBe(JSON.stringify(bank.all(7)));
      return;
    }
  });

  test('gives a fact the same questions alone and among all', () => {
    for (const fact of facts) {
      const alone = openBank(facts).questionsFor(fact.id, 'session 12');
      expect(alone).toEqual(
        bank.all('session 12').filter((question) => question.factId === fact.id),
      );
    }
  });

  test('asks about every fact, taps before typing before self-grading', () => {
    for (const fact of facts) {
      const efforts = bank.questionsFor(fact.id, 3).map((question) => EFFORT[question.form]);
      expect(efforts.length).toBeGreaterThan(0);
      expect(efforts).toEqual([...efforts].sort());
    }
  });

  test('keeps the id of a question over the seeds and never uses it twice', () => {
    const known = new Set(bank.all(1).map(({ id }) => id));
    for (const seed of seeds) {
      const ids = bank.all(seed).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => known.has(id)).length).toBeGreaterThan(known.size / 2);
    }
  });

  test('holds nothing the lint complains about', () => {
    const deck = indexDeck(facts);
    const automatic = seeds.flatMap((seed) =>
      bank.all(seed).filter((question) => question.kind !== 'flash'),
    );
    for (const question of automatic)
      expect([question.id, lint(question, deck)]).toEqual([question.id, []]);
  });

  test('shows other options or another order under another seed', () => {
    const [first] = facts;
    const variants = seeds.map((seed) => shown(bank.questionsFor(first?.id ?? '', seed)[0]!));
    expect(new Set(variants).size).toBeGreaterThan(3);
  });
});

test('a fact of another deck has no questions', () => {
  expect(openBank(gitDeck).questionsFor('unknown', 1)).toEqual([]);
});

test('an empty deck has an empty bank', () => {
  expect(openBank([]).all(1)).toEqual([]);
});

test('a fact that nothing else can ask becomes exactly one self-graded card', () => {
  const bank = openBank([statement('Порядок важнее скорости')]);
  expect(bank.all(1).map(({ form, kind }) => ({ form, kind }))).toEqual([
    { form: 'recall', kind: 'flash' },
  ]);
});

test('e-mails, phones, tokens and addresses of pages are never shown', () => {
  const secrets = [
    'anna@example.org',
    '+7 912 345-67-89',
    'ghp_abcdefghijkl0123456789',
    'https://',
  ];
  const facts = [
    ...commandDeck,
    command('git config user.email anna@example.org', 'подписать снимки почтой', 90),
    command('curl https://example.org/install', 'скачать установщик', 91),
    definition('Поддержка', 'дежурный инженер, телефон +7 912 345-67-89', 92),
    statement('Токен ghp_abcdefghijkl0123456789 хранится у Анны, почта anna@example.org', null, 93),
  ];
  const bank = openBank(facts);
  for (const seed of seeds) {
    for (const question of bank.all(seed)) {
      for (const secret of secrets) expect(shown(question)).not.toContain(secret);
    }
  }
});

const word = fc.constantFrom(
  'узел',
  'сеть',
  'Docker',
  'память',
  'ключ',
  '<b>',
  '«',
  '(',
  '___',
  '-a',
  'не',
  '42',
  '👍',
  '…',
);
const phrase = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));

test('any facts at all give a full bank without an exception, each fact at least one question', () => {
  const anyFact = fc.record({
    name: phrase,
    text: fc.oneof(phrase, fc.string()),
    isCommand: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 12 }), fc.integer(), (rows, seed) => {
      const facts: Fact[] = rows.map(({ name, text, isCommand }, i) =>
        isCommand ? command(name, text, i + 1) : definition(name, text, i + 1),
      );
      const asked = new Set(
        openBank(facts)
          .all(seed)
          .map(({ factId }) => factId),
      );
      expect(asked).toEqual(new Set(facts.map(({ id }) => id)));
    }),
    { numRuns: 150 },
  );
});
