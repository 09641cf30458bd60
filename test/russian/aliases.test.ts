import { aliasOf } from '../../src/russian/aliases.js';

test('a nickname leads to the name, in any case', () => {
  expect(aliasOf('Хаб')).toBe('hub');
  expect(aliasOf('компоуз')).toBe('compose');
});

test('other words, also the names of object fields, lead nowhere', () => {
  expect(aliasOf('образ')).toBeUndefined();
  expect(aliasOf('constructor')).toBeUndefined();
});
