import { stem } from '../../../src/russian/stem.js';
import { areKin } from '../../../src/questions/wording/kin.js';

test.each([
  ['образ', 'образами'],
  ['репозитории', 'repository'],
  ['контейнер', 'контейнеризация'],
  ['докер', 'docker'],
  ['коммит', 'commit'],
  ['поды', 'pods'],
])('%s and %s name one thing', (a, b) => {
  expect(areKin(stem(a), stem(b))).toBe(true);
});

test.each([
  ['порт', 'пост'],
  ['сеть', 'сервер'],
  ['образ', 'обмен'],
  ['git', 'год'],
  ['команда', 'commit'],
  ['метод', 'meta'],
])('%s and %s do not', (a, b) => {
  expect(areKin(stem(a), stem(b))).toBe(false);
});
