import { readHeadings } from '../../src/search/headings.js';

/** Headings of lines in which the parser found no fact; `known` are the lines it took for headings. */
function headings(text: string, known: readonly number[] = []): string[] {
  const lines = text.split('\n');
  const told = known.map((line) => ({ title: lines[line - 1] ?? '', line, isEmpty: false }));
  return readHeadings(told, lines, []).map(({ title, isEmpty }) =>
    isEmpty ? `${title} (empty)` : title,
  );
}

describe('headings only their marks give away', () => {
  test.each([
    ['--- ветки\nтекст', ['ветки']],
    ['*** ДАТЫ ***\nтекст', ['ДАТЫ']],
    ['**Символы**\nтекст', ['Символы']],
    ['текст до\n\nПротивовирусные\n\nтекст', ['Противовирусные']],
    ['#тег #другой\nтекст', []],
    ['--- а здесь слишком много слов для одного заголовка\nтекст', []],
  ])('%j', (text, titles) => {
    expect(headings(text)).toEqual(titles);
  });
});

describe('an empty heading', () => {
  test('has nothing below, or only a remark to oneself', () => {
    expect(headings('--- теги\n\n--- ветки\n(спросить на семинаре)\n\n--- метки\nтекст')).toEqual([
      'теги (empty)',
      'ветки (empty)',
      'метки',
    ]);
  });

  test('is none when it is the roof of smaller ones', () => {
    expect(headings('# Всё\n\n## Часть\nтекст')).toEqual(['Всё', 'Часть']);
  });

  test('ends in a dash with no list below', () => {
    expect(headings('СМУТА -\nвече: собрание', [1])).toEqual(['СМУТА - (empty)']);
    expect(headings('ТОПОЛОГИИ -\n- шина', [1])).toEqual(['ТОПОЛОГИИ -']);
  });

  test('is not the title of all notes', () => {
    expect(headings('Вся ботаника\n\n--- корни\nтекст\n--- листья\nтекст', [1])).toEqual([
      'Вся ботаника',
      'корни',
      'листья',
    ]);
  });

  test('is filled by more than a few lines after a blank one, whatever the habit', () => {
    const written = ['первый', 'второй', 'третий'].map((title) => `--- ${title}\nтекст`);
    const late = (below: number) =>
      headings(
        [...written, '--- позже', '', ...Array.from({ length: below }, () => 'текст')].join('\n'),
        [7],
      ).at(-1);
    expect(late(2)).toBe('--- позже (empty)');
    expect(late(6)).toBe('--- позже');
  });

  test('is followed by a blank line where all others are not', () => {
    const written = ['первый', 'второй', 'третий'].map((title) => `--- ${title}\nтекст`);
    expect(headings([...written, '--- пустой\n\nтекст о другом'].join('\n'))).toEqual([
      'первый',
      'второй',
      'третий',
      'пустой (empty)',
    ]);
  });
});
