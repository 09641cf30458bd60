import { isClaimable, isClaimSubject, isOfAction } from '../../../src/questions/wording/claim.js';

test.each([
  'ворота для прохода судов',
  'подъём воды, который бывает дважды в сутки',
  'прибор, показывает высоту воды над дном',
  'насыпь из камня или бетона у входа в порт',
  'канат, которым судно держат у берега, пока идёт погрузка',
  'время, когда вода стоит низко, напр. в июле, см. график',
])('«%s» can be claimed of something', (text) => {
  expect(isClaimable(text)).toBe(true);
});

test.each([
  ['says too little', 'стена у воды'],
  ['has no noun', 'деревянный, держится на сваях'],
  ['has no noun, however strong it is', 'очень широкая, по ней ходят поезда'],
  ['is a bare number', 'ровно один, больше в порту нет'],
  ['is a figure', '30 метров от берега до бакена'],
  ['is a row of examples', 'баржа, катер, ледокол и буксир'],
  ['is a row of two', 'речной порт, морской порт'],
  ['is a row of deeds', 'на берег, снять груз, проверить канат'],
  ['is put in signs', 'груз = всё, что лежит в трюме'],
  ['has a sign for a word', 'груз + палуба, где он лежит'],
  ['names a quantity by a letter', 'вода подо льдом, t около 4 градусов'],
  ['runs on into another sentence', 'стоянка судов. бывает зимняя, бывает летняя'],
  ['goes on from the line before', 'обратно к берегу, против течения'],
  ['is a dependent clause', 'на которую ставят тяжёлый груз'],
  ['is a title', '"Записки капитана", роман о большой реке'],
  ['points at the line above', 'полоса между ними, шириной в метр'],
  ['is a sentence of its own', 'каждый бакен соединён с двумя соседями'],
])('a description that %s cannot: «%s»', (_why, text) => {
  expect(isClaimable(text)).toBe(false);
});

test.each(['Шлюз', 'Речной порт', '.env', 'namespace', 'класс', 'BETWEEN 1 AND 5'])(
  'something can be claimed of «%s»',
  (term) => {
    expect(isClaimSubject(term)).toBe(true);
  },
);

test.each(['-F', '--force', '22 июня', '3 уровня', 'типы', 'основные признаки', 'чтобы не тонул'])(
  'nothing can be claimed of «%s»',
  (term) => {
    expect(isClaimSubject(term)).toBe(false);
  },
);

test.each([
  ['испарение воды с палубы', true],
  ['постепенное повышение уровня', true],
  ['регистрация судов в порту', true],
  ['побег с листьями', false],
  ['насыпь у воды', false],
])('«%s» is a deed: %s', (text, expected) => {
  expect(isOfAction(text)).toBe(expected);
});
