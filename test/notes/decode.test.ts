import fc from 'fast-check';
import { decodeNote, NOTE_LIMIT } from '../../src/notes/decode.js';

const TEXT = 'ОБРАЗ - основа контейнера.\nЁлка «стоит» в лесу — № 5\n';

/** Text → bytes of a one-byte encoding, by reading its table backwards. */
function encode(text: string, label: string): Uint8Array {
  const table = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte -= 1) {
    table.set(new TextDecoder(label).decode(Uint8Array.of(byte)), byte);
  }
  return Uint8Array.from([...text], (char) => table.get(char) ?? 63);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));

function utf16(text: string, { big, mark }: { big: boolean; mark: boolean }): Uint8Array {
  const bytes = new Uint8Array((text.length + (mark ? 1 : 0)) * 2);
  const view = new DataView(bytes.buffer);
  [...(mark ? '\uFEFF' : ''), ...text].forEach((char, i) => {
    view.setUint16(i * 2, char.charCodeAt(0), !big);
  });
  return bytes;
}

describe('decodeNote', () => {
  test('reads UTF-8 with and without a byte order mark', () => {
    expect(decodeNote(utf8(TEXT))).toEqual({ ok: true, text: TEXT });
    expect(decodeNote(utf8(`\uFEFF${TEXT}`))).toEqual({ ok: true, text: TEXT });
  });

  test.each([
    { big: false, mark: true },
    { big: true, mark: true },
    { big: false, mark: false },
    { big: true, mark: false },
  ])('reads UTF-16: $big big-endian, $mark marked', (form) => {
    expect(decodeNote(utf16(TEXT, form))).toEqual({ ok: true, text: TEXT });
  });

  test.each(['windows-1251', 'koi8-r', 'ibm866', 'x-mac-cyrillic'])('reads %s', (label) => {
    const text = 'ВИДЫ СЕТЕЙ:\nМост - сеть по умолчанию\nУзел - общая сеть с машиной\n';
    expect(decodeNote(encode(text, label))).toEqual({ ok: true, text });
  });

  test.each(['windows-1251', 'koi8-r', 'ibm866'])('reads a shouted note in %s', (label) => {
    const text = 'ПРЕИМУЩЕСТВА ВИРТУАЛЬНЫХ МАШИН';
    expect(decodeNote(encode(text, label))).toEqual({ ok: true, text });
  });

  test('a UTF-8 file cut in the middle of a letter stays UTF-8', () => {
    const cut = utf8(TEXT.repeat(3)).slice(0, 41);
    const decoded = decodeNote(cut);
    expect(decoded.ok && decoded.text.startsWith('ОБРАЗ - основа')).toBe(true);
  });

  test.each([
    ['a docx or another archive', latin('PK\x03\x04word/document.xml')],
    ['a PDF', latin('%PDF-1.7\n1 0 obj')],
    ['a PNG', latin('\x89PNG\r\n\x1a\n')],
    ['a JPEG', latin('\xff\xd8\xff\xe0')],
    ['an old Word file', latin('\xd0\xcf\x11\xe0\xa1\xb1')],
    ['a sound', latin('ID3\x03\0\0\0')],
    ['bytes without a name', Uint8Array.from({ length: 4000 }, (_, i) => (i * 7919) % 256)],
  ])('%s is binary', (_, bytes) => {
    expect(decodeNote(bytes)).toEqual({ ok: false, reason: 'binary' });
  });

  test.each(['ID3 - подписи к музыке', 'RIFF и WAV - звук', 'Rar! - начало архива'])(
    '«%s» is a note about a format, not a file of it',
    (text) => expect(decodeNote(utf8(text))).toEqual({ ok: true, text }),
  );

  test('a NUL among the letters is left out', () => {
    expect(decodeNote(utf8(`${TEXT}\0`))).toEqual({ ok: true, text: TEXT });
  });

  test.each(['', '\uFEFF', ' \r\n\t\n ', '--- !!! ---'])('%j is empty', (text) => {
    expect(decodeNote(utf8(text))).toEqual({ ok: false, reason: 'empty' });
  });

  test('a file over the limit is refused before it is read', () => {
    expect(decodeNote(new Uint8Array(NOTE_LIMIT + 1))).toEqual({ ok: false, reason: 'too-big' });
    expect(decodeNote(utf8('заметка'), 13)).toEqual({ ok: false, reason: 'too-big' });
    expect(decodeNote(utf8('заметка'), 14)).toEqual({ ok: true, text: 'заметка' });
  });

  test('any bytes give a text or a reason', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
        const decoded = decodeNote(bytes);
        expect(decoded.ok ? typeof decoded.text : decoded.reason).toBeTruthy();
      }),
    );
  });

  test('any Russian text survives UTF-8', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'абвгдежзиклмнопрстуфхцчшщыэюя -.\n') }),
        (text) => {
          const whole = `Я${text}`;
          expect(decodeNote(utf8(whole))).toEqual({ ok: true, text: whole });
        },
      ),
    );
  });
});
