import fc from 'fast-check';
import { readLines } from '../../src/notes/markup.js';

const textOf = (line: string): string | undefined => readLines(line)[0]?.text;

describe('readLines', () => {
  test.each([
    ['LF', 'а\n\nб'],
    ['CRLF', 'а\r\n\r\nб'],
    ['CR', 'а\r\rб'],
  ])('%s ends a line, and blank lines count', (_, text) => {
    expect(readLines(text).map(({ number, text: words }) => [number, words])).toEqual([
      [1, 'а'],
      [2, ''],
      [3, 'б'],
    ]);
  });

  test('the source keeps markup and spaces but no control characters, direction marks or half pairs', () => {
    const [line] = readLines('  **Под** \u202E- \u0000единица\uD800 запуска\u200F ');
    expect(line?.source).toBe('  **Под** - единица запуска ');
    expect(line?.text).toBe('Под - единица запуска');
    expect(line?.indent).toBe(2);
  });

  test.each([
    ['**Образ** — шаблон', 'Образ — шаблон'],
    ['__Образ__ — _шаблон_', 'Образ — шаблон'],
    ['*Образ* и ==метка==', 'Образ и метка'],
    ['[Образ](https://example.com/a) и [[images|образы]] и [[слой]]', 'Образ и образы и слой'],
    ['<b>Образ</b><br>и&nbsp;<span class="x">слой</span> &mdash; часть', 'Образ и слой — часть'],
    ['Образ &lt;div&gt; &#171;а&#x00BB;', 'Образ <div> «а»'],
    ['> Образ - шаблон', 'Образ - шаблон'],
    ['Образ - шаблон ^ab12cd', 'Образ - шаблон'],
    ['Образ\u00A0-\u2009шаблон\u200B', 'Образ - шаблон'],
    ['Образ ☝\uFE0F готов', 'Образ ☝ готов'],
    ['и\u0306од', 'йод'],
    ['Образ\tшаблон', 'Образ - шаблон'],
    ['-\tшаблон\tобраз', '-  шаблон  образ'],
  ])('%j reads as %j', (line, words) => {
    expect(textOf(line)).toBe(words);
  });

  test.each([
    '<div> - блок',
    '__init__ - конструктор',
    'find . -name "*.log" -o -name "*.txt"',
    'a * b * c',
    '`**kwargs`',
  ])('%j is no markup', (line) => {
    expect(textOf(line)).toBe(line);
  });

  test.each(['#docker #заметки', '![схема](a.png)', 'https://example.com/a?b=c', '> [!note]'])(
    '%j says nothing by itself',
    (line) => {
      expect(readLines(line)).toMatchObject([{ text: '', region: 'markup', source: line }]);
    },
  );

  test('front matter and fences are markup, what is between fences is code', () => {
    const lines = readLines('---\ntags: [a]\n---\nтекст\n```bash\nls  # **список**\n```\nтекст');
    expect(lines.map(({ region }) => region)).toEqual([
      'markup',
      'markup',
      'markup',
      'text',
      'markup',
      'code',
      'markup',
      'text',
    ]);
    expect(lines[5]?.text).toBe('ls  # **список**');
  });

  test('a fence that is never closed hides nothing', () => {
    const lines = readLines('```\nОбраз - шаблон');
    expect(lines.map(({ region }) => region)).toEqual(['markup', 'text']);
  });

  test.each([
    ['D\u043E\u0441ker', 'Docker'],
    ['\u0421ontainer', 'Container'],
    ['c\u0435ть', '\u0441еть'],
    ['TCPшный', 'TCPшный'],
    ['Docker-образ', 'Docker-образ'],
    ['VMка', 'VMка'],
  ])('a word in two alphabets goes to one when it can: %s', (mixed, whole) => {
    expect(textOf(mixed)).toBe(whole);
  });

  test('no text loses a line', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(readLines(text)).toHaveLength(text.split(/\r\n|\n|\r/).length);
      }),
    );
  });
});
