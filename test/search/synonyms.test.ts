import { readdirSync, readFileSync } from 'node:fs';
import { synonymsOf } from '../../src/search/synonyms.js';
import { rootOf } from '../../src/search/tokens.js';

const FOLDER = 'src/search/meanings/';
const meanings = readdirSync(FOLDER).flatMap((file) =>
  [...readFileSync(FOLDER + file, 'utf8').matchAll(/^ {2}'(.+)',$/gm)].map(([, line = '']) => line),
);

describe('words for the same', () => {
  test.each([
    ['грохнуть', 'удалить'],
    ['снести', 'delete'],
    ['накатить', 'применить'],
    ['прокинуть', 'пробросить'],
    ['сервак', 'сервер'],
    ['бранч', 'ветка'],
    ['табличка', 'таблица'],
    ['тельце', 'эритроцит'],
    ['сахар', 'глюкоза'],
    ['тяжесть', 'гравитация'],
    ['закипание', 'кипение'],
    ['пеня', 'неустойка'],
    ['ссуда', 'кредит'],
    ['имение', 'поместье'],
  ])('«%s» is also «%s»', (said, meant) => {
    expect([...synonymsOf(said)]).toContain(meant);
  });

  test.each([
    ['эритроцит', 'тельце'],
    ['эритроцит', 'лейкоцит'],
    ['память', 'диск'],
    ['диск', 'память'],
    ['глюкоза', 'углевод'],
  ])('«%s» is not «%s»', (said, meant) => {
    expect([...synonymsOf(said)]).not.toContain(meant);
  });

  test('every line of the tables leads from one word to another', () => {
    const idle = meanings.filter((line) => {
      const [said = '', meant = said] = line.split(': ');
      return !said
        .split(' ')
        .some((word) => meant.split(' ').some((other) => rootOf(other) !== rootOf(word)));
    });
    expect(idle).toEqual([]);
  });

  test('the words of the tables are folded, and no line stands twice', () => {
    expect(meanings.filter((line) => /ё|\p{Lu}| {2}/u.test(line))).toEqual([]);
    expect(meanings.filter((line, i) => meanings.indexOf(line) !== i)).toEqual([]);
  });
});
