import fc from 'fast-check';
import { isPlaceholder, parseCommand, tidyCommand } from '../../src/questions/command-line.js';

const parts = (text: string) => {
  const { binary, words, flags } = parseCommand(text);
  return {
    binary,
    words,
    flags: flags.map(({ name, value }) => (value === null ? name : `${name}=${value}`)),
  };
};

test.each([
  [
    'Docker run -dp 80:80 nginx',
    { binary: 'docker', words: ['run', 'nginx'], flags: ['--detach', '--publish=80:80'] },
  ],
  [
    'git commit -m "два слова"',
    { binary: 'git', words: ['commit'], flags: ['--message="два слова"'] },
  ],
  [
    'docker rm <имя контейнера>',
    { binary: 'docker', words: ['rm', '<имя контейнера>'], flags: [] },
  ],
  ['find . -name a.txt', { binary: 'find', words: ['.', 'a.txt'], flags: ['-name'] }],
  ['docker logs -f web', { binary: 'docker', words: ['logs', 'web'], flags: ['--follow'] }],
  [
    'docker build -f Dockerfile .',
    { binary: 'docker', words: ['build', '.'], flags: ['--file=Dockerfile'] },
  ],
  ['docker container prune', { binary: 'docker', words: ['container', 'prune'], flags: [] }],
  ['kill -9 42', { binary: 'kill', words: ['42'], flags: ['-9'] }],
  ['', { binary: '', words: [], flags: [] }],
])('%s has its parts', (text, expected) => {
  expect(parts(text)).toEqual(expected);
});

test.each([
  '<имя>',
  '[name]',
  '{id}',
  'container_id',
  'FILE',
  'имя_образа',
  '"текст"',
  '...',
  '$HOST',
])('%s stands for something else', (token) => {
  expect(isPlaceholder(token)).toBe(true);
});

test.each(['nginx', 'HEAD', 'file', 'ps', '80:80', 'my_app', 'A'])(
  '%s stands for itself',
  (token) => {
    expect(isPlaceholder(token)).toBe(false);
  },
);

test('what phones do to a command is undone', () => {
  expect(tidyCommand('  $ sudo docker\u00A0ps —all.  ')).toBe('docker ps --all');
  expect(tidyCommand('`git commit –m “x”`')).toBe('git commit -m "x"');
});

test('the binary of any text is in lower case', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(parseCommand(text).binary).toBe(parseCommand(text).binary.toLowerCase());
    }),
  );
});
