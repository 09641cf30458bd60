import { openingOf, outlineOf } from '../../../src/questions/wording/opening.js';

test.each([
  ['частица, которая хранит свойства вещества', 'one'],
  ['разложение света в спектр', 'one'],
  ['частицы одного вещества', 'many'],
  ['гибкие нити между клетками', 'many'],
  ['вещества, которые проводят ток', 'many'],
  ['отвечающая за равновесие', 'participle in -ая'],
  ['пропускает только своих', 'it does'],
  ['пропускают только своих', 'they do'],
  ['убираем лишнее', 'we do'],
  ['объём кучи по умолчанию', 'one'],
  ['посмотреть список', 'infinitive'],
  ['в конце строки', 'adverbial'],
  ['подробно: по каждой грядке', 'adverbial'],
  ['волокно, из которого прядут', 'one'],
  ['при нагреве газ расширяется', 'sentence'],
  ['равновесие сместится туда, где слабее', 'sentence'],
  ['действие, за которым следует награда', 'one'],
  ['когда вода замерзает', 'clause'],
  ['чем управляем', 'clause'],
  ['не пропускает чужих', 'it does'],
  ['нет ответа сервера', 'one'],
  ['H2 и O2', 'value'],
  ['100 по умолчанию', 'value'],
])('«%s»: %s', (text, opening) => {
  expect(openingOf(text)).toBe(opening);
});

test('among options a sentence stands out, a number of things does not', () => {
  expect(outlineOf('частицы одного вещества')).toBe(outlineOf('частица вещества'));
  expect(outlineOf('WAL')).toBe(outlineOf('журнал'));
  expect(outlineOf('равновесие сместится туда')).not.toBe(outlineOf('равновесие сил'));
});
