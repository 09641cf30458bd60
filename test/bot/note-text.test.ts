import * as fc from 'fast-check';
import { visible } from '../../src/bot/html.js';
import { clip, label, named, noteText, quote, worded } from '../../src/bot/note-text.js';
import { parseHtml } from '../../src/telegram/local/html.js';

test.each([
  ['файл /etc/hosts, потом', 'файл <code>/etc/hosts</code>, потом'],
  ['(запустить deploy.sh)', '(запустить <code>deploy.sh</code>)'],
  ['README.md и docker.io/library', '<code>README.md</code> и <code>docker.io/library</code>'],
  ['спросить @someone!', 'спросить <code>@someone</code>!'],
  ['тег #важно', 'тег <code>#важно</code>'],
  ['адрес 127.0.0.1:8080', 'адрес <code>127.0.0.1:8080</code>'],
  ['переменная $PATH', 'переменная <code>$PATH</code>'],
  ['a=/usr/bin', '<code>a=/usr/bin</code>'],
])('%p holds nothing that Telegram would turn into a link or a command', (text, markup) => {
  expect(noteText(text, 100).markup).toBe(markup);
});

test.each(['и/или', 'т.е. так', 'версия 5.1', 'конец.Начало', 'C# и F#', '1/2', 'цена 5$'])(
  '%p stays as it is written',
  (text) => {
    expect(noteText(text, 100).markup).toBe(text);
  },
);

test('signs without a shape and signs that turn the direction are gone', () => {
  expect(noteText('сло\u200bво\u202e и\u0000 ещё\ud800', 100).markup).toBe('слово и ещё');
});

test('a command stands in code, with nothing inside it', () => {
  expect(worded({ text: 'cat <file> @x', code: true }, 100).markup).toBe(
    '<code>cat &lt;file&gt; @x</code>',
  );
});

test('quotes inside quotes are „лапки“', () => {
  expect(named({ text: 'том «данные»', code: false }, 100).markup).toBe('«том „данные“»');
});

describe('a quote', () => {
  test('shows the answer in bold where it stands literally', () => {
    const markup = quote('git log  - показать историю', 'git log').markup;
    expect(markup).toBe('<blockquote><b>git log</b>  - показать историю</blockquote>');
  });

  test('shows no bold for a part of a word', () => {
    expect(quote('указатель на коммит', 'указ').markup).toBe(
      '<blockquote>указатель на коммит</blockquote>',
    );
  });

  test('is folded over 150 signs', () => {
    expect(quote('слово '.repeat(30), 'нет').markup).toMatch(/^<blockquote expandable>/);
    expect(quote('слово '.repeat(20), 'нет').markup).toMatch(/^<blockquote>/);
  });

  test('shows nobody’s e-mail, phone or token', () => {
    const source =
      'писать на ivan@example.com или +7 912 345-67-89, ключ 1234567890:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA';
    const text = visible(quote(source, ''));
    expect(text).not.toMatch(/ivan|912|AAAA/);
    expect(text).toMatch(/^писать на /);
  });
});

test('whatever the notes hold, the markup is valid and no longer than asked', () => {
  const hostile = fc.array(
    fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('<b>', '&amp;', '</code>', '@a', '/b', 'x.io', '\u202e', '```', '**', '\n'),
    ),
  );
  fc.assert(
    fc.property(hostile, fc.integer({ min: 2, max: 300 }), (parts, limit) => {
      const text = parts.join('');
      for (const shown of [noteText(text, limit), worded({ text, code: true }, limit)]) {
        expect(() => parseHtml(shown.markup)).not.toThrow();
        expect(visible(shown).length).toBeLessThanOrEqual(limit);
      }
      expect(() => parseHtml(quote(text, parts[0] ?? '').markup)).not.toThrow();
    }),
  );
});

test('a cut falls between words and never inside a surrogate pair', () => {
  expect(clip('одно два три', 9)).toBe('одно два…');
  expect(clip('слово', 5)).toBe('слово');
  expect(clip(`ab${'🙂'.repeat(9)}`, 6)).not.toMatch(/\p{Cs}/u);
});

test('the answer is found where it stands, also behind a capital that is longer in small letters', () => {
  expect(quote('İ - 🙂 ветка', '🙂 ветка').markup).toBe(
    '<blockquote>İ - <b>🙂 ветка</b></blockquote>',
  );
});

test('a label is one line', () => {
  expect(label('первая\nвторая   третья', 20)).toBe('первая вторая третья'.slice(0, 20));
});
