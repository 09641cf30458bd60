import * as fc from 'fast-check';
import { namesWithin } from '../../src/reader/archive.js';
import { textOfDocx } from '../../src/reader/docx.js';
import { docx, paragraph, table, zip } from '../support/docx.js';

test('a paragraph is a line, a broken line is two, an empty paragraph stays empty', async () => {
  const bytes = docx(
    paragraph('ЯДРО - хранит <b>ДНК</b> & белки'),
    paragraph(''),
    paragraph('первая строка\nвторая строка'),
  );
  expect(await textOfDocx(bytes)).toBe(
    'ЯДРО - хранит <b>ДНК</b> & белки\n\nпервая строка\nвторая строка',
  );
});

test('headings and lists keep their signs, and every list begins with one', async () => {
  const bytes = docx(
    paragraph('Деление клетки', { heading: true }),
    paragraph('профаза', { number: 0 }),
    paragraph('метафаза', { number: 0 }),
    paragraph('хромосомы по экватору', { bullet: 1 }),
    paragraph('анафаза', { number: 0 }),
    paragraph('Виды:'),
    paragraph('митоз', { number: 0 }),
  );
  expect(await textOfDocx(bytes)).toBe(
    '# Деление клетки\n1. профаза\n2. метафаза\n  - хромосомы по экватору\n3. анафаза\nВиды:\n1. митоз',
  );
});

test('a table becomes its rows; a bold first row is a head', async () => {
  const bold = (text: string) => paragraph(text, { bold: true });
  const bytes = docx(
    table([
      [bold('Термин'), bold('Смысл')],
      [paragraph('Митоз'), paragraph('деление') + paragraph('клетки')],
    ]),
  );
  expect(await textOfDocx(bytes)).toBe(
    '\n| Термин | Смысл |\n|---|---|\n| Митоз | деление клетки |\n',
  );
});

test('other archives and other files are no documents', async () => {
  expect(await textOfDocx(zip({ 'notes.txt': 'ЯДРО - хранит ДНК' }))).toBeNull();
  expect(await textOfDocx(Buffer.from('ЯДРО - хранит ДНК'))).toBeNull();
  expect(await textOfDocx(zip({ 'word/document.xml': '<w:document' }))).toBeNull();
});

test('what unpacks into more than a document holds is refused, whatever it says of itself', async () => {
  const bomb = { 'word/document.xml': Buffer.alloc(64 * 1_048_576, 32) };
  for (const declared of [undefined, 10]) {
    const bytes = zip(bomb, declared);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await textOfDocx(bytes)).toBeNull();
  }
  const many = {
    'a.xml': Buffer.alloc(800),
    'b.xml': Buffer.alloc(800),
    'c.png': Buffer.alloc(9000),
  };
  const isRead = (name: string) => name.endsWith('.xml');
  expect(namesWithin(zip(many), 1600, isRead)).toEqual(new Set(['a.xml', 'b.xml', 'c.png']));
  expect(namesWithin(zip(many), 1599, isRead)).toBeNull();
});

test('a damaged document never throws', async () => {
  const whole = docx(paragraph('ЯДРО - хранит ДНК'), paragraph('профаза', { number: 0 }));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat({ max: whole.length - 1 }), fc.nat({ max: 255 })), { maxLength: 6 }),
      fc.nat({ max: whole.length }),
      async (changes, length) => {
        const bytes = new Uint8Array(whole);
        for (const [at, value] of changes) bytes[at] = value;
        const text = await textOfDocx(bytes.subarray(0, length < 40 ? whole.length : length));
        expect(text === null || typeof text === 'string').toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
