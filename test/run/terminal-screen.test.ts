import fc from 'fast-check';
import type { Message } from 'grammy/types';
import { renderEdit, renderMessage, renderText } from '../../src/run/terminal-screen.js';
import { parseHtml } from '../../src/telegram/local/html.js';

const lines = (html: string, colour = false) => {
  const { text, entities } = parseHtml(html);
  return renderText(text, entities, colour);
};

test('a quote stands on lines of its own', () => {
  expect(lines('📖 строка 5\n<blockquote>a\nb</blockquote>\nдальше')).toEqual([
    '📖 строка 5',
    '│ a',
    '│ b',
    'дальше',
  ]);
  expect(lines('📖 строка 5 <blockquote expandable>a</blockquote>дальше')).toEqual([
    '📖 строка 5 ',
    '│ a',
    'дальше',
  ]);
});

test('bold and code have styles only where there are colours', () => {
  const html = '<b>Что</b> делает\n<blockquote><code>docker <b>ps</b></code></blockquote>';
  expect(lines(html)).toEqual(['Что делает', '│ docker ps']);
  expect(lines(html, true)[0]).toBe('\u001b[1mЧто\u001b[22m делает');
  expect(lines(html, true)[1]).toContain('\u001b[36mdocker \u001b[39m');
});

test('empty lines stay', () => {
  expect(lines('Вопрос 1 из 5\n\n<b>Верно ли?</b>')).toEqual(['Вопрос 1 из 5', '', 'Верно ли?']);
});

test('escape sequences in notes do not reach the terminal', () => {
  expect(renderText('до\u001b[2J\u009bпосле', [], false)).toEqual(['до[2Jпосле']);
});

test('nothing but controls is ever lost', () => {
  const piece = fc.tuple(
    fc.string({ unit: fc.constantFrom('а', ' ', '\n', '👍') }),
    fc.constantFrom('b', 'blockquote', 'code'),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 5 }), fc.boolean(), (pieces, colour) => {
      const html = pieces.map(([text, tag]) => `<${tag}>${text}</${tag}>`).join('');
      const shown = lines(html, colour).join('');
      const letters = (text: string) => text.replace(/\u001b\[\d+m|[│\s]/gu, '');
      expect(letters(shown)).toBe(letters(parseHtml(html).text));
    }),
  );
});

describe('an edit', () => {
  const look = { number: 3, colour: false };
  const message = (text: string, button?: string) =>
    ({
      text,
      ...(button === undefined
        ? {}
        : { reply_markup: { inline_keyboard: [[{ text: button, callback_data: 'x' }]] } }),
    }) as Message;

  test('shows the new text', () => {
    expect(renderEdit(message('б', 'Да'), message('а'), look)).toBe('✎ #3\nб\n[1] Да');
  });
  test('of the buttons alone shows the buttons', () => {
    expect(renderEdit(message('а', 'Нет'), message('а', 'Да'), look)).toBe('✎ #3\n[1] Нет');
  });
  test('that only takes the buttons away is not shown', () => {
    expect(renderEdit(message('а'), message('а', 'Да'), look)).toBeNull();
  });
});

test('buttons are numbered through all rows', () => {
  const reply_markup = { inline_keyboard: [[{ text: 'А' }, { text: 'Б' }], [{ text: 'Стоп' }]] };
  const message = { text: 'Вопрос', reply_markup } as unknown as Message;
  expect(renderMessage(message, { number: 1, colour: false })).toBe(
    '#1\nВопрос\n[1] А  [2] Б\n[3] Стоп',
  );
});
