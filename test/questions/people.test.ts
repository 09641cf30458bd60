/** What a strict teacher strikes out, over the notes of fourteen people and three seeds. */
import { readFileSync, readdirSync } from 'node:fs';
import { decodeNote } from '../../src/notes/decode.js';
import { parseNote } from '../../src/notes/parse.js';
import type { Fact } from '../../src/notes/note.js';
import { openBank } from '../../src/questions/bank.js';
import type { Question } from '../../src/questions/question.js';
import { indexDeck } from '../../src/questions/deck-index.js';
import { def2term } from '../../src/questions/kinds/def2term.js';
import { term2def } from '../../src/questions/kinds/term2def.js';
import { tf } from '../../src/questions/kinds/tf.js';
import { needsHeading } from '../../src/questions/options/pairs.js';
import { seededRandom } from '../../src/questions/random.js';
import { definition } from './kinds/facts.js';

const folder = new URL('../fixtures/notes/people/', import.meta.url);
const notes = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
  .map((name) => {
    const decoded = decodeNote(readFileSync(new URL(name, folder)));
    return [name, decoded.ok ? parseNote(decoded.text).facts : []] as const;
  });

function asked(facts: readonly Fact[]): Question[] {
  const bank = openBank(facts);
  return [11, 12, 13].flatMap((seed) => bank.all(seed));
}

describe.each(notes)('%s', (_name, facts) => {
  const questions = asked(facts);
  const isChecked = (fact: Fact): boolean =>
    questions.some(({ factId, form }) => factId === fact.id && form !== 'recall');

  // Lower than half: a doubtful question is dropped, and its fact is graded by the learner.
  test('three tenths of the facts and more can be checked, and every fact can be asked', () => {
    expect(facts.filter(isChecked).length).toBeGreaterThanOrEqual(facts.length * 0.3);
    expect(new Set(questions.map(({ factId }) => factId)).size).toBe(facts.length);
  });

  test('no label, teacher or remark is asked as a term', () => {
    const terms = questions.filter(
      ({ kind }) => kind === 'def2term' || kind === 'term2def' || kind === 'tf',
    );
    const names = terms.map(({ topic }) => topic.text.toLowerCase());
    for (const label of [
      'правило',
      'виды',
      'типы',
      'преподаватель',
      'эффекты',
      'механизм',
      'функции',
    ])
      expect(names).not.toContain(label);
  });

  test('no description among the options is told by figures, or is many times the words of another', () => {
    for (const question of questions) {
      if (question.kind !== 'term2def' || question.form !== 'choice' || question.material) continue;
      const options = question.choices.map(({ text }) => text);
      const counts = options.map((text) => text.split(' ').length);
      expect({ options, ratio: Math.max(...counts) / Math.min(...counts) <= 3 }).toEqual({
        options,
        ratio: true,
      });
      expect(new Set(options.map((text) => /\d/.test(text))).size).toBe(1);
      expect(Math.max(...options.map(({ length }) => length))).toBeLessThanOrEqual(70);
    }
  });

  test('no name among the options is told by a number or a bracket', () => {
    for (const question of questions) {
      if (question.kind !== 'def2term' || question.form !== 'choice') continue;
      const options = question.choices.filter(({ code }) => !code).map(({ text }) => text);
      expect(new Set(options.map((text) => /\d/.test(text))).size).toBeLessThan(2);
      expect(new Set(options.map((text) => text.includes('('))).size).toBeLessThan(2);
    }
  });

  test('an adjective never stands among nouns', () => {
    for (const question of questions) {
      if (question.kind !== 'def2term' || question.form !== 'choice') continue;
      const bare = question.choices.map(({ text }) => needsHeading(text));
      expect([question.id, new Set(bare).size]).toEqual([question.id, 1]);
    }
  });

  test('a card of a list never shows its title alone', () => {
    for (const question of questions) {
      const isItem = facts.some(({ id, kind }) => id === question.factId && kind === 'item');
      if (question.kind !== 'flash' || !isItem) continue;
      expect(question.material?.text ?? '').not.toMatch(/^«(?:Фазы|Виды|Этапы|Что)[^:;]*: ___»$/u);
    }
  });
});

test('people are no things: nobody asks what Olga is called, but who she is', () => {
  const rulers = [
    definition('Ольга', 'ввела уроки и погосты'),
    definition('Игорь', 'собирал дань с племён'),
    definition('Святослав', 'разбил хазар на Волге'),
    definition('Пётр I', 'указ о бородах и кафтанах'),
    definition('Полюдье', 'объезд земель ради дани'),
  ];
  const deck = indexDeck(rulers);
  for (const fact of rulers.slice(0, 4)) {
    expect(term2def.make(fact, deck, seededRandom(1))).toEqual([]);
    for (const question of def2term.make(fact, deck, seededRandom(1))) {
      expect(question.ask).toBe('Кто это?');
      expect(question.form === 'choice' && question.choices.map(({ text }) => text)).not.toContain(
        'Полюдье',
      );
    }
  }
});

test('a deed of a man is never told of a woman', () => {
  const rulers = [
    definition('Ольга', 'ввела уроки и погосты'),
    definition('Игорь', 'собирал дань с племён'),
    definition('Святослав', 'разбил хазар на Волге'),
  ];
  const deck = indexDeck(rulers);
  for (let seed = 1; seed <= 20; seed += 1)
    for (const fact of rulers)
      for (const question of tf.make(fact, deck, seededRandom(seed)))
        expect(question.material?.text).not.toMatch(
          /Ольга» — (?:собирал|разбил)|(?:Игорь|Святослав)» — ввела/u,
        );
});
