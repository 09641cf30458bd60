import * as fc from 'fast-check';
import { prose, join, lines, paragraphs, visible } from '../../src/bot/html.js';

test('escapes everything that is interpolated, except markup', () => {
  const inner = prose`<b>${'<i>&'}</b>`;
  expect(prose`«${inner}» ${'"a" > b'}`.markup).toBe(
    '«<b>&lt;i&gt;&amp;</b>» &quot;a&quot; &gt; b',
  );
});

test('what a learner sees is what was interpolated', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(visible(prose`<b>${text}</b>`)).toBe(text);
    }),
  );
});

test('a dash of our own never begins a line; the dash of a note is left alone', () => {
  expect(prose`Вопросы — /quiz, ${'тире — здесь'}`.markup).toBe(
    'Вопросы\u00a0— /quiz, тире — здесь',
  );
});

test('lines and paragraphs leave out what is not there', () => {
  const [one, two] = [prose`раз`, prose`два`];
  expect(lines([one, null, two]).markup).toBe('раз\nдва');
  expect(paragraphs([null, one, two]).markup).toBe('раз\n\nдва');
  expect(join([], ', ').markup).toBe('');
});
