import fc from 'fast-check';
import { parseHtml } from '../../../src/telegram/local/html.js';
import { Rejection } from '../../../src/telegram/local/rejection.js';

const refusalOf = (html: string): string => {
  try {
    parseHtml(html);
  } catch (error) {
    if (error instanceof Rejection) return error.description;
  }
  return 'accepted';
};

describe('what Telegram shows', () => {
  test('tags become entities with offsets in UTF-16 units', () => {
    expect(parseHtml('👍 <b>Что это?</b>\n<code>docker ps</code>')).toEqual({
      text: '👍 Что это?\ndocker ps',
      entities: [
        { type: 'bold', offset: 3, length: 8 },
        { type: 'code', offset: 12, length: 9 },
      ],
    });
  });

  test('nested tags keep the outer one first', () => {
    const { entities } = parseHtml('<blockquote expandable>a <b>b</b></blockquote>');
    expect(entities).toEqual([
      { type: 'expandable_blockquote', offset: 0, length: 3 },
      { type: 'bold', offset: 2, length: 1 },
    ]);
  });

  test('character references are read, a lone ampersand stays', () => {
    expect(parseHtml('&lt;b&gt; &amp;amp; R&D &#1071; &nbsp;').text).toBe('<b> &amp; R&D Я &nbsp;');
  });

  test('white space at both ends is cut and entities follow', () => {
    expect(parseHtml(' \n <b> да </b>\n')).toEqual({
      text: 'да',
      entities: [{ type: 'bold', offset: 0, length: 2 }],
    });
  });

  test('a link keeps its address', () => {
    expect(parseHtml('<a href="https://t.me/x?a=1&amp;b=2">сюда</a>').entities).toEqual([
      { type: 'text_link', url: 'https://t.me/x?a=1&b=2', offset: 0, length: 4 },
    ]);
  });

  test('any text survives escaping', () => {
    const escape = (text: string) =>
      text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const parsed = parseHtml(`<b>${escape(text)}</b>`);
        expect(parsed.text).toBe(text.trim());
      }),
    );
  });
});

describe('what Telegram refuses', () => {
  test.each([
    ['<b>нет конца', `Can't find end tag corresponding to start tag "b"`],
    ['да <i>нет</b>', 'Unmatched end tag at byte offset 14, expected "</i>", found "</b>"'],
    ['нет</b>', 'Unexpected end tag at byte offset 6'],
    ['<container>', 'Unsupported start tag "container" at byte offset 0'],
    ['a < b', 'Unsupported start tag "" at byte offset 2'],
    ['<b', 'Unclosed start tag at byte offset 0'],
    ['<b>x</b', 'Unclosed end tag at byte offset 4'],
    ['<a href="x', 'Unclosed start tag "a" at byte offset 0'],
  ])('%s', (html, problem) => {
    expect(refusalOf(html)).toBe(`Bad Request: can't parse entities: ${problem}`);
  });
});
