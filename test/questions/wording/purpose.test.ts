import {
  corePurpose,
  isCutOff,
  isFullPurpose,
  isPurpose,
  lacksObject,
  task,
} from '../../../src/questions/wording/purpose.js';

test.each(['посмотреть список и', 'список, ', 'список файлов в', 'список…', 'список —', 'чтобы'])(
  '«%s» is cut off',
  (text) => {
    expect(isCutOff(text)).toBe(true);
  },
);

test.each(['посмотреть список файлов', 'список (не весь)', 'порт 80', 'вернуться назад'])(
  '«%s» is whole',
  (text) => {
    expect(isCutOff(text)).toBe(false);
  },
);

test('a purpose has enough to say and begins like one', () => {
  expect(isPurpose('посмотреть образы', 2)).toBe(true);
  expect(isPurpose('посмотреть', 2)).toBe(false);
  expect(isPurpose('если файлы есть', 1)).toBe(false);
  expect(isPurpose('^ то же самое', 1)).toBe(false);
  expect(isPurpose('наоборот, показать строки без слова', 2)).toBe(false);
  expect(isPurpose('ещё и скрытые файлы', 2)).toBe(false);
});

test.each([
  '-f1 /etc/group — второй столбец',
  '/ поиск по странице',
  '— вернуться на шаг',
  'чтоб не спрашивал пароль',
  'опасно, стирает чужую историю',
  'каталог - перейти в каталог',
])('«%s» is no purpose: it begins in the middle, or with a warning', (text) => {
  expect(isPurpose(text, 1)).toBe(false);
});

test.each([
  ['поставить в систему', true],
  ['собрать и запустить', true],
  ['создать и сразу перейти', true],
  ['удалить без вопросов', true],
  ['достать обратно и удалить из тайника', true],
  ['удалить с общей папкой', true],
  ['удалить из общей папки старые снимки', false],
  ['создать ветку', false],
  ['перейти в соседнюю ветку', false],
  ['сохранить всё', false],
  ['запуск в фоне', false],
])('«%s» lacks what the deed is done to: %s', (text, expected) => {
  expect(lacksObject(text)).toBe(expected);
});

test('what the author shouts in brackets is left out of a task', () => {
  expect(task('свободные узлы (кончились → смотреть сюда!!)')).toBe('Задача: свободные узлы.');
  expect(task('удалить ветку (если слита)')).toBe('Задача: удалить ветку (если слита).');
});

test('a task is a sentence of its own', () => {
  expect(task('посмотреть образы')).toBe('Задача: посмотреть образы.');
  expect(task('убрать метку; -A убрать все')).toBe('Задача: убрать метку.');
  expect(task('стереть черновики. сперва с -k')).toBe('Задача: стереть черновики.');
  expect(task('слово '.repeat(60))).toBeNull();
});

test.each([
  ['посмотреть образы', true],
  ['список всех узлов', true],
  ['в автозагрузку и сразу запустить', true],
  ['индексы', true],
  ['запустить', false],
  ['только один узел', false],
  ['по сети от имени гостя', false],
  ['после правки настроек, иначе возьмёт старые', false],
])('«%s» says by itself what a command does: %s', (text, expected) => {
  expect(isFullPurpose(text)).toBe(expected);
});

test.each([
  ['поставить пакет, -y = без вопросов', 'поставить пакет'],
  ['собрать архив --fast: без сжатия', 'собрать архив'],
  ['список узлов (top их не видит)', 'список узлов'],
  ['завершить процесс (сигнал 15)', 'завершить процесс (сигнал 15)'],
  ['удалить всё, кроме журнала', 'удалить всё, кроме журнала'],
])('the core of «%s» is «%s»', (text, core) => {
  expect(corePurpose(text)).toBe(core);
});
