import { indexDeck } from '../../../src/questions/deck-index.js';
import { tellsByTone } from '../../../src/questions/sentences/tone.js';
import { statement } from '../kinds/facts.js';

const facts = [
  'Метку можно переставить',
  'Ветку легко переименовать',
  'Снимок хранит автора',
  'История растёт вперёд',
  'Сервер принимает ветки',
  'Копию делают командой clone',
].map((text) => statement(text));

test('a claim that forbids stands out where no note forbids', () => {
  const deck = indexDeck(facts);
  expect(tellsByTone('Метку нельзя переставить', 'Метку можно переставить', deck)).toBe(true);
  expect(tellsByTone('Метку сложно переставить', 'Метку легко переставить', deck)).toBe(false);
});

test('it does not where a note forbids something else, or the sentence itself does', () => {
  const deck = indexDeck([...facts, statement('Общую историю переписывать нельзя')]);
  expect(tellsByTone('Метку нельзя переставить', 'Метку можно переставить', deck)).toBe(false);
  const strict = indexDeck(facts);
  expect(tellsByTone('Её нельзя править', 'Её нельзя читать', strict)).toBe(false);
});
