/** Several things said in one line: each is a whole, none ends in the middle of another. */
import { parseNote } from '../../../src/notes/parse.js';

const definitionsOf = (line: string): string[] =>
  parseNote(line).facts.flatMap((fact) =>
    fact.kind === 'definition' ? [`${fact.term}: ${fact.text}`] : [],
  );

test.each([
  [
    '`Runner` — запускает без ответа, `Mapper<In, Out>` — превращает одно в другое',
    ['Runner: запускает без ответа', 'Mapper<In, Out>: превращает одно в другое'],
  ],
  ['%d — целое число, %s — строка', ['%d: целое число', '%s: строка']],
  [
    'Сталактит - сосулька на потолке, сталагмит - столбик на полу пещеры',
    ['Сталактит: сосулька на потолке', 'Сталагмит: столбик на полу пещеры'],
  ],
  ['Тромб - сгусток крови, у коров - редко', ['Тромб: сгусток крови, у коров - редко']],
  ['Сигналы - 1 - отбой, 2 - повтор', ['Сигналы: 1 - отбой, 2 - повтор']],
])('%j', (line, definitions) => {
  expect(definitionsOf(line)).toEqual(definitions);
});
