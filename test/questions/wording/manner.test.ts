import { isEnumeration, mannerOf } from '../../../src/questions/wording/manner.js';

test.each([
  ['Плотина', 'стена поперёк реки', 'definition'],
  ['Плотина', 'задерживает воду', 'definition'],
  ['Паводок', 'когда река выходит из берегов', 'definition'],
  ['ROLLBACK', 'вернуть всё как было', 'deed'],
  ['Обморожение', 'не растирать, укутать, дать тёплого питья', 'remark'],
  ['Тина', 'на дне стоячих прудов', 'remark'],
  ['Паровоз', '120 т с тендером', 'remark'],
  ['Соха', 'нем. плуг без колёс', 'definition'],
  ['Породы', 'сосна, берёза, дуб', 'remark'],
])('«%s» — «%s»: %s', (name, text, manner) => {
  expect(mannerOf({ name, text })).toBe(manner);
});

test.each([
  ['сосна, берёза, дуб'],
  ['глина и песок'],
  ['синица; серая цапля (летом); чайка'],
  ['целебная, декоративная, кормовая'],
])('«%s» only names members', (text) => {
  expect(isEnumeration(text)).toBe(true);
});

test.each([
  ['птица, живущая у воды'],
  ['группа островов, объединённых общей историей'],
  ['процесс, обратный таянию'],
  ['поле, где зреет рожь'],
  ['пашет, сеет, жнёт'],
  ['жильё'],
])('«%s» says what something is or does', (text) => {
  expect(isEnumeration(text)).toBe(false);
});
