/** Whichever seed a deck is drawn with, about half of its claims are true. */
import { openBank } from '../../../src/questions/bank.js';
import type { Fact } from '../../../src/notes/note.js';
import { statement } from '../deck.js';

const seeds = Array.from({ length: 30 }, (_, i) => i + 1);

const things = 'архив журнал отчёт снимок список указатель перечень словарь каталог реестр'.split(
  ' ',
);

const sayings: readonly Fact[] = things.map((thing, i) =>
  statement(`Большой ${thing} открывается быстрее, чем лежащая рядом с ним копия`, null, i + 1),
);

const shares = (facts: readonly Fact[]): number[] => {
  const bank = openBank(facts);
  return seeds.flatMap((seed) => {
    const claims = bank.all(seed).filter((question) => question.kind === 'tfflip');
    const right = claims.filter((claim) => claim.form === 'choice' && claim.choices[0]?.correct);
    return claims.length < 10 ? [] : right.length / claims.length;
  });
};

test('of ten claims four to six are true', () => {
  const drawn = shares(sayings);
  expect(drawn).toHaveLength(seeds.length);
  expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0.4);
  expect(Math.max(...drawn)).toBeLessThanOrEqual(0.6);
});

test('neither button is always the right one for a fact', () => {
  const bank = openBank(sayings);
  for (const { id } of sayings) {
    const right = seeds.map((seed) => {
      const [claim] = bank.questionsFor(id, seed).filter(({ kind }) => kind === 'tfflip');
      return claim?.form === 'choice' && claim.choices[0]?.correct;
    });
    expect(new Set(right)).toEqual(new Set([true, false]));
  }
});
