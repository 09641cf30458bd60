import { parseNote } from '../../src/notes/parse.js';

const commandsOf = (...lines: string[]): string[] =>
  parseNote(lines.join('\n')).facts.flatMap((fact) =>
    fact.kind === 'command' ? [fact.command] : [],
  );

const STORE = [
  'PUSH shelf book - положить сверху',
  'POP shelf - забрать верхнюю',
  'PUT shelf book - поставить в ряд',
];

test('shouted words that take arguments are typed, and so are those of their run that take none', () => {
  expect(commandsOf(...STORE, 'SAVE - сохранить всё')).toEqual([
    'PUSH shelf book',
    'POP shelf',
    'PUT shelf book',
    'SAVE',
  ]);
});

test('abbreviations of the same note, in a run of their own, stay terms', () => {
  const terms = ['TCP - доставка с подтверждением', 'UDP - доставка без гарантий'];
  expect(commandsOf(...STORE, '', ...terms)).toHaveLength(STORE.length);
});

test('one shouted word with an argument makes no orders', () => {
  expect(commandsOf('USB hub - делит один порт на несколько', 'USB - общая шина')).toEqual([]);
});

test('what is typed beside orders that begin with a verb is an order, too', () => {
  expect(
    commandsOf(
      'show queue - очередь заданий',
      'exit - на уровень назад',
      'no paging - печатать всё сразу',
      'printer mode duplex - печать с двух сторон',
    ),
  ).toEqual(['show queue', 'exit', 'no paging', 'printer mode duplex']);
});

test('terms in small letters are none because one of them begins with a verb', () => {
  expect(
    commandsOf(
      'copy constructor - создаёт объект по образцу',
      'move semantics - передача владения',
    ),
  ).toEqual([]);
});

test('a colon before a key or a quoted argument parts nothing', () => {
  expect(commandsOf('cut -d: -f1 names.txt - первый столбец файла')).toEqual([
    'cut -d: -f1 names.txt',
  ]);
  expect(commandsOf('tar -x: распаковать архив')).toEqual(['tar -x']);
});

test('a shortening of the author keeps its stop, the last word of a sentence does not', () => {
  const { facts } = parseNote(
    'кабель - соединение с экранир.\nэкранированный - защищён от помех\nмоток - запас проводов.',
  );
  expect(facts).toMatchObject([{ text: 'соединение с экранир.' }, {}, { text: 'запас проводов' }]);
});
