/** Keys of commands are called with the program they are typed behind. */
import { parseNote } from '../../src/notes/parse.js';

const termsOf = (...lines: string[]): string[] =>
  parseNote(lines.join('\n')).facts.flatMap((fact) =>
    fact.kind === 'definition' ? [fact.term] : [],
  );

test('the heading names the program', () => {
  expect(
    termsOf('## ключи rsync', '| Ключ | Что делает |', '|---|---|', '| `-a` | всё как есть |', '| `--delete` | удалить лишнее |'),
  ).toEqual(['rsync -a', 'rsync --delete']);
}); // prettier-ignore

test('the only program above names it, also from a fence', () => {
  expect(termsOf('## Копии', '```', 'rsync -av src dst', '```', '-n : ничего не менять')).toEqual([
    'rsync -n',
  ]);
});

test('of several programs it is the one typed with such keys', () => {
  expect(
    termsOf('## Копии', 'rsync -av src dst', 'tar czf a.tgz src', '-av : подробно', '-n : ничего не менять'),
  ).toEqual(['rsync -av', 'rsync -n']);
}); // prettier-ignore

test('a key of nobody keeps its name', () => {
  expect(termsOf('## Ключи', '-x : выйти сразу', '-v : говорить больше')).toEqual(['-x', '-v']);
});
