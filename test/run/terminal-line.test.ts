import { readLine } from '../../src/run/terminal-line.js';

/** Message 12 has two buttons and is the newest with any. */
const onScreen = (message: number | null) => (message === null || message === 12 ? 2 : 0);
const press = (message: number | null, button: number) => ({ kind: 'press', message, button });
const text = (words: string) => ({ kind: 'text', text: words });

test.each([
  ['2', press(null, 2)],
  [' 1 ', press(null, 1)],
  ['12:2', press(12, 2)],
  ['3', { kind: 'no-such-button', typed: '3' }],
  ['0', { kind: 'no-such-button', typed: '0' }],
  ['12:3', { kind: 'no-such-button', typed: '12:3' }],
  ['9:30', text('9:30')],
  ['=7', text('7')],
  ['=', text('=')],
  ['/start', text('/start')],
  ['docker ps', text('docker ps')],
  ['/file a b.txt', { kind: 'file', path: 'a b.txt' }],
  ['/file', text('/file')],
  ['@bot', { kind: 'inline', query: '' }],
  ['@bot два слова', { kind: 'inline', query: 'два слова' }],
  ['@local_konspekt_bot слой', { kind: 'inline', query: 'слой' }],
  ['@anna привет', text('@anna привет')],
  ['   ', { kind: 'nothing' }],
])('%j', (line, expected) => {
  expect(readLine(line, onScreen)).toEqual(expected);
});

test('a number is text while there is nothing to tap', () => {
  expect(readLine('1961', () => 0)).toEqual(text('1961'));
});
