import { sectionIndexOf, shownTitles } from '../../src/study/sections.js';

const heading = (title: string, line: number) => ({ title, line, isEmpty: false });
const sections = [
  heading('Git', 1),
  heading('Минусы', 5),
  heading('Почта', 9),
  heading('Минусы', 12),
];

test('headings that say the same are numbered from the second on', () => {
  expect(shownTitles(sections)).toEqual(['Git', 'Минусы', 'Почта', 'Минусы (2)']);
});

test.each([
  ['Минусы', 6, 1],
  ['Минусы', 13, 3],
  ['Git', 2, 0],
  ['Минусы', 3, 1],
  ['Чужой', 3, -1],
])('a fact under «%s» on line %i stands in section %i', (section, line, index) => {
  expect(sectionIndexOf(sections, { section, line })).toBe(index);
});

test('what stands under no heading comes after the last section', () => {
  expect(sectionIndexOf(sections, { section: null, line: 1 })).toBe(4);
});
