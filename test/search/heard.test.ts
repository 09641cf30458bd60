import * as fc from 'fast-check';
import { isHeardAs } from '../../src/search/heard.js';

describe('an English word written as Russian ears hear it', () => {
  test.each([
    ['truncate', 'транкейт'],
    ['right', 'райт'],
    ['origin', 'ориджин'],
    ['delete', 'делит'],
    ['head', 'хэд'],
    ['job', 'джоб'],
    ['try', 'трай'],
    ['by', 'бай'],
    ['volumes', 'волюмс'],
    ['quick', 'квик'],
    ['cell', 'сел'],
  ])('`%s` may be «%s»', (english, russian) => {
    expect(isHeardAs(english, russian)).toBe(true);
  });

  test.each([
    ['etcd', 'этсиди'],
    ['cgroups', 'сигрупс'],
    ['dns', 'дээнэс'],
    ['ssh', 'эсэсаш'],
  ])('`%s` may be «%s», letter by letter', (english, russian) => {
    expect(isHeardAs(english, russian)).toBe(true);
  });

  test.each([
    ['rebase', 'ребус'],
    ['service', 'сервиз'],
    ['lambda', 'ламбада'],
    ['cat', 'сат'],
    ['gun', 'жун'],
    ['port', 'портвейн'],
    ['', 'а'],
  ])('`%s` is never «%s»', (english, russian) => {
    expect(isHeardAs(english, russian)).toBe(false);
  });

  test('takes any two words, and soon', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'aeioucghstnx'), maxLength: 40 });
    const heard = fc.string({ unit: fc.constantFrom(...'аеиоушгжксэ'), maxLength: 40 });
    fc.assert(
      fc.property(letters, heard, (english, russian) => {
        expect(typeof isHeardAs(english, russian)).toBe('boolean');
      }),
    );
  });
});
