import { parseNote } from '../../src/notes/parse.js';
import { reportOn } from '../../src/notes/report.js';

const report = (text: string) => reportOn(parseNote(text));

describe('reportOn', () => {
  test('counts facts and names empty sections', () => {
    expect(report('ТОМА - \n\n\nСлой - часть образа')).toMatchObject({
      facts: 1,
      gaps: [{ section: 'Тома', line: 1 }],
    });
  });

  test('tells only of lines the author can mend', () => {
    const { unclear } = report(
      '-----\n!!! \n#тег\nМитоз деление клетки\nСлой - часть образа\nСлой - часть образа',
    );
    expect(unclear).toEqual([
      { line: 4, text: 'Митоз деление клетки', reason: 'no-separator' },
      { line: 6, text: 'Слой - часть образа', reason: 'duplicate' },
    ]);
  });

  test('a term defined twice differently is a conflict', () => {
    expect(
      report('Слой - часть образа\nСеть - связь машин\nСлои - ступень приложения').conflicts,
    ).toEqual([
      {
        term: 'Слой',
        definitions: [
          { line: 1, text: 'часть образа' },
          { line: 3, text: 'ступень приложения' },
        ],
      },
    ]);
  });

  test.each([
    'Слой - часть образа\nСлой - часть образа, доступная только для чтения',
    'Слой - набор файлов образа\nСлой - набор всех файлов образа',
    'Слой - часть образа (другими словами, это набор файлов, который нельзя менять)',
  ])('%j is no conflict', (text) => {
    expect(report(text).conflicts).toEqual([]);
  });
});
