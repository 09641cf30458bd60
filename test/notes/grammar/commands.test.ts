import { isBareCode, readCode, readCommand } from '../../../src/notes/grammar/commands.js';

test.each([
  ['docker ps  - список', { command: 'docker ps', purpose: 'список' }],
  ['sudo apt update — обновить списки', { command: 'sudo apt update', purpose: 'обновить списки' }],
  ['foo --all - всё сразу', { command: 'foo --all', purpose: 'всё сразу' }],
  ['foo bar  - сделать', { command: 'foo bar', purpose: 'сделать' }],
  [
    'git commit -m “текст” -> сохранить',
    { command: 'git commit -m "текст"', purpose: 'сохранить' },
  ],
  ['docker run —rm app - запустить', { command: 'docker run --rm app', purpose: 'запустить' }],
  [
    'curl -H "Accept: text" <адрес> - попросить текст',
    { command: 'curl -H "Accept: text" <адрес>', purpose: 'попросить текст' },
  ],
  ['git fetch = забрать новое', { command: 'git fetch', purpose: 'забрать новое' }],
  ['./run.sh - запуск', { command: './run.sh', purpose: 'запуск' }],
  [
    'docker exec -it <контейнер> sh - войти',
    { command: 'docker exec -it <контейнер> sh', purpose: 'войти' },
  ],
])('%j is a command', (text, parts) => {
  expect(readCommand(text)).toEqual(parts);
});

test.each([
  'Docker Hub - склад образов',
  'docker - сервис для контейнеров',
  'pull request - просьба влить изменения',
  'bridge  - сеть по умолчанию',
  'git хранит историю',
  'образ - основа',
  'Docker Compose: инструмент',
])('%j is none', (text) => {
  expect(readCommand(text)).toBeNull();
});

test.each([
  ['EXPOSE 80  # порт', { code: 'EXPOSE 80', comment: 'порт' }],
  ['SELECT 1;  -- проверка', { code: 'SELECT 1', comment: 'проверка' }],
  ['image: nginx # образ', { code: 'image: nginx', comment: 'образ' }],
])('%j is a line of code', (text, parts) => {
  expect(readCode(text)).toEqual(parts);
});

test.each(['services:  # раздел', '# заголовок', 'привет  # мир'])('%j is none', (text) => {
  expect(readCode(text)).toBeNull();
});

test.each([
  ['SELECT * FROM t', true],
  ['docker ps', true],
  ['ports:', true],
  ['Pods are small', false],
  ['обычный текст', false],
])('isBareCode(%j) is %s', (text, expected) => {
  expect(isBareCode(text)).toBe(expected);
});
