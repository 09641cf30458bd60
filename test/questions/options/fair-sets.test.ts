import { indexDeck } from '../../../src/questions/deck-index.js';
import { fairSets, type Asked } from '../../../src/questions/options/fair-sets.js';
import { seededRandom } from '../../../src/questions/random.js';

const deck = indexDeck([]);
const NAMES = ['Go', 'Rust', 'Swift', 'Kotlin', 'Haskell', 'TypeScript'];

const asked = (answer: string): Asked => ({
  prompt: 'Сервис переписали на ___',
  answer,
  others: NAMES.filter((name) => name !== answer),
});

test('over a neighbourhood the longest name is right no more often than chance', () => {
  const questions = NAMES.map(asked);
  const draw = fairSets(questions, deck);
  let found = 0;
  const rounds = 200;
  questions.forEach(({ answer }, index) => {
    for (let seed = 0; seed < rounds; seed += 1) {
      const wrong = draw(index, seededRandom(`${answer}${seed}`));
      expect(wrong).toHaveLength(3);
      expect(wrong).not.toContain(answer);
      if (wrong.every((name) => name.length < answer.length)) found += 1;
    }
  });
  expect(Math.abs(found / (rounds * questions.length) - 1 / 4)).toBeLessThan(0.04);
});

test('three options where four cannot be had, none where three cannot', () => {
  const few = [
    { prompt: '___', answer: 'Go', others: ['Rust', 'Swift'] },
    { prompt: '___', answer: 'Go', others: ['Rust'] },
  ];
  const draw = fairSets(few, deck);
  expect(draw(0, seededRandom(1))).toEqual(['Rust', 'Swift']);
  expect(draw(1, seededRandom(1))).toEqual([]);
});

test('a word of the answer that the prompt shows stands in a wrong option too', () => {
  const question: Asked = {
    prompt: 'Реестр образов компании Docker называется ___',
    answer: 'Docker Hub',
    others: ['GitHub', 'Gitea', 'Harbor', 'Docker Compose'],
  };
  const draw = fairSets([question], deck);
  for (let seed = 0; seed < 20; seed += 1) {
    expect(draw(0, seededRandom(seed))).toContain('Docker Compose');
  }
});
