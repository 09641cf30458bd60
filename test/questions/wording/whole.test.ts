import {
  isAskingHeading,
  isCodeLine,
  isFragment,
  isWhole,
  saysWhat,
} from '../../../src/questions/wording/whole.js';
import { definition } from '../deck.js';

test.each([
  'назад (спина)',
  'снаружи',
  'не окрашенных (лак, воск)',
  'между ними, у молодых шире',
  'дальше от неё',
  'на той самой улице',
  'дальше открыл ещё два закона',
  'потом сменил название',
  'заметно крепче, поэтому берут его',
  'дешевле и легче',
  'камни и песок, ил - мягкий осадок',
  '... конец сказки',
  'почти то же, но про воду',
  'служба, которая за этим следит',
  'шарообразный',
  'первый оставшийся (любой)',
])('«%s» says nothing without its neighbours', (text) => {
  expect(isFragment(text)).toBe(true);
});

test.each([
  'группа серверов, между ними делят запросы',
  'на уровне пояса, от него отсчитывают длину',
  'не проводит ток',
  'между стенкой и полом',
  'самая длинная река',
  'внутри клетки',
  'ослабление',
  'больше чем половина поля',
  'помощь, которую при этом обряде зовут',
  'среднее значение ряда',
  'круглый стол',
  'после реакции остаётся в колбе',
])('«%s» stands by itself', (text) => {
  expect(isFragment(text)).toBe(false);
});

test('a line of code is no description, foreign words are', () => {
  expect(isCodeLine('return 404 $uri;')).toBe(true);
  expect(isCodeLine("cut -d' ' -f1 log | sort")).toBe(true);
  expect(isCodeLine('Remote Procedure Call')).toBe(false);
  expect(isCodeLine('вернуть 404; закрыть')).toBe(false);
});

describe('a definition that can be asked', () => {
  test('has a name that is more than a place in a list', () => {
    expect(isWhole(definition('2', 'слабый ветер, гнутся ветки'))).toBe(false);
    expect(isWhole(definition('404', 'страницы нет на сервере'))).toBe(true);
  });

  test('is not the short second half of a line', () => {
    const source = 'прилив: подъём воды у берега; отлив: в море';
    expect(isWhole({ ...definition('отлив', 'в море'), source })).toBe(false);
    expect(isWhole({ ...definition('отлив', 'уход воды в море'), source })).toBe(true);
    expect(isWhole({ ...definition('прилив', 'подъём воды у берега'), source })).toBe(true);
  });
});

test.each([
  ['100 по умолчанию, менять только с перезапуском', false],
  ['≈ 9,8 м/с²', false],
  ['нормальный, с версии 14', false],
  ['зашифрованный', false],
  ['сеть из двух узлов', true],
  ['плоский камень у берега', true],
])('«%s» says what a thing is: %s', (text, expected) => {
  expect(saysWhat(text)).toBe(expected);
});

test('a heading may ask for something else than a name', () => {
  expect(isAskingHeading('Через что проходит ток')).toBe(true);
  expect(isAskingHeading('Где растут')).toBe(true);
  expect(isAskingHeading('Что такое сеть')).toBe(false);
  expect(isAskingHeading('Части речи')).toBe(false);
  expect(isAskingHeading('Кодировки')).toBe(false);
  expect(isAskingHeading(null)).toBe(false);
});
