import { remembered } from '../../src/russian/remembered.js';

function counted(most: number) {
  const asked: string[] = [];
  const find = remembered((text) => {
    asked.push(text);
    return text.length;
  }, most);
  return { find, asked };
}

test('a text is worked out once', () => {
  const { find, asked } = counted(10);
  expect([find('мост'), find('брод'), find('мост')]).toEqual([4, 4, 4]);
  expect(asked).toEqual(['мост', 'брод']);
});

test('no more is kept than was allowed, and what was forgotten is found again', () => {
  const { find, asked } = counted(2);
  for (const text of ['мост', 'брод', 'паром']) find(text);
  expect(find('мост')).toBe(4);
  expect(asked).toEqual(['мост', 'брод', 'паром', 'мост']);
});
