import { indexDeck } from '../../src/questions/deck-index.js';
import { lint } from '../../src/questions/lint.js';
import type { Choice, ChoiceQuestion, RecallQuestion } from '../../src/questions/question.js';

const deck = indexDeck([]);

const choice = (text: string, correct = false, code = false): Choice => ({ text, code, correct });
const plain = (text: string) => ({ text, code: false });

/** A question nobody complains about, with some of it changed. */
const question = (changed: Partial<ChoiceQuestion> = {}): ChoiceQuestion => ({
  id: 'id',
  factId: 'fact',
  kind: 'term2def',
  section: null,
  ask: 'Что такое «сервер»?',
  material: null,
  answer: plain('машина, которая отвечает на запросы'),
  topic: plain('сервер'),
  line: 1,
  source: 'сервер - машина, которая отвечает на запросы',
  form: 'choice',
  choices: [
    choice('машина, которая отвечает на запросы', true),
    choice('правило обмена сообщениями'),
    choice('адрес устройства в сети'),
  ],
  ...changed,
});

const options = (...texts: string[]): Partial<ChoiceQuestion> => ({
  choices: texts.map((text, i) => choice(text, i === 0)),
});

test('a good question has no complaints', () => {
  expect(lint(question(), deck)).toEqual([]);
});

test('a gap after a preposition is the end of a sentence, not a sentence cut off', () => {
  const material = (text: string) => ({ ask: 'Что пропущено?', material: plain(text) });
  expect(lint(question(material('«Файлы передают по ___»')), deck)).toEqual([]);
  expect(lint(question(material('«Файлы передают по»')), deck)).toContain('truncated');
});

const broken: [string, Partial<ChoiceQuestion>][] = [
  ['few-options', options('ключ от двери', 'замок на двери')],
  ['one-right', { choices: question().choices.map((option) => ({ ...option, correct: true })) }],
  ['dup-options', options('адрес в сети', 'Адрес, в сети', 'имя в сети')],
  ['nested-options', options('адрес в сети', 'полный адрес в сети дома', 'имя машины рядом')],
  [
    'leak',
    {
      ask: 'Что такое «почтовый адрес»?',
      ...options('адрес дома', 'имя хозяина', 'номер квартиры'),
    },
  ],
  [
    'leak',
    {
      ask: 'Что такое «repository»?',
      ...options('репозиторий файлов', 'полка книг', 'склад вещей'),
    },
  ],
  [
    'leak',
    {
      ask: 'Что такое «адрес дома на карте города»?',
      ...options('адрес дома на карте города', 'адрес дома', 'карта города'),
    },
  ],
  [
    'length-stands-out',
    options('имя машины', 'очень длинное описание того, что бывает в сети', 'вид сети'),
  ],
  [
    'length-stands-out',
    options(
      'порт',
      'число, которое выбирает программу на машине',
      'число, которое выбирает машину в сети',
    ),
  ],
  ['form-stands-out', options('посмотреть список', 'вид списка', 'имя списка')],
  [
    'long-option',
    options(
      `${'слово '.repeat(18)}конец`,
      `${'речь '.repeat(22)}конец`,
      `${'звук '.repeat(21)}конец`,
    ),
  ],
  ['long-prompt', { ask: `Что такое «${'слово '.repeat(60)}»?` }],
  ['short-prompt', { ask: 'Что это?' }],
  ['unbalanced', options('адрес (полный', 'имя машины', 'вид сети')],
  ['unbalanced', { material: plain('«слово') }],
  ['truncated', options('адрес устройства в', 'имя машины сети', 'вид новой сети')],
  ['truncated', { material: plain('«отвечает на запросы, которые…»') }],
  ['markup', options('**адрес** сети', 'имя машины', 'вид сети')],
  ['markup', options('тег <b> сети', 'имя машины', 'вид сети')],
  ['markup', options('адрес &amp; сеть', 'имя машины', 'вид сети')],
  ['double-space', options('адрес  сети', 'имя машины', 'вид сети')],
  ['anaphora', options('он отвечает всем', 'имя машины', 'вид сети')],
  ['anaphora', { material: plain('«Также отвечает на запросы»') }],
  ['undefined', options('undefined сети', 'имя машины', 'вид сети')],
  ['shouting', options('адрес ВСЕХ машин', 'имя машины сети', 'вид новой сети')],
  ['personal', { material: plain('пишите на anna@example.org') }],
  ['personal', { section: 'Телефон +7 912 345 67 89' }],
  ['too-tall', options(...['а', 'б', 'в', 'г'].map((letter) => `${'слово '.repeat(15)}${letter}`))],
];

test.each(broken)('%s: %j', (name, changed) => {
  expect(lint(question(changed), deck)).toContain(name);
});

test('options in one alphabet and one in the other stand out in lists only', () => {
  const mixed = options('Linux', 'система', 'сервер');
  expect(lint(question({ ...mixed, kind: 'member', ask: 'Что есть в списке?' }), deck)).toContain(
    'script-stands-out',
  );
  expect(lint(question({ ...mixed, ask: 'Что пропущено тут?' }), deck)).toEqual([]);
});

test.each([
  ['надкостный слой', 'кость', ['кость', 'хрящ', 'связка']],
  ['вернуть Number.isNaN', 'NaN', ['NaN', 'null', 'false']],
])('«%s» sounds like «%s» and like no other option', (shown, _, texts) => {
  const asked = question({ kind: 'def2term', material: plain(shown), ...options(...texts) });
  expect(lint(asked, deck)).toContain('echo');
});

test('an echo in a wrong option, too, gives nothing away', () => {
  const asked = { kind: 'def2term', material: plain('надкостный слой') } as const;
  const texts = options('кость', 'костный мозг', 'связка');
  expect(lint(question({ ...asked, ...texts }), deck)).not.toContain('echo');
});

test('a name of two words stands out among names of one', () => {
  const asked = { kind: 'cloze', ask: 'Что пропущено?' } as const;
  const lonely = options('Docker Hub', 'Windows', 'Linux');
  expect(lint(question({ ...asked, ...lonely }), deck)).toContain('words-stand-out');
  const mixed = options('Docker Hub', 'Docker Desktop', 'Linux');
  expect(lint(question({ ...asked, ...mixed }), deck)).not.toContain('words-stand-out');
});

test('the right name is not the only one in its alphabet', () => {
  const asked = { kind: 'def2term', ask: 'Как это называется?' } as const;
  const lonely = options('Трезвучие', 'largo', 'andante');
  expect(lint(question({ ...asked, ...lonely }), deck)).toContain('script-stands-out');
  const mixed = options('Трезвучие', 'Аккорд', 'andante');
  expect(lint(question({ ...asked, ...mixed }), deck)).not.toContain('script-stands-out');
});

test('a command may stand in another command', () => {
  const choices = ['git log --all -p', 'git log --all', 'git status -s'].map((text, i) =>
    choice(text, i === 0, true),
  );
  const asked = question({ kind: 'desc2cmd', ask: 'Какая команда подходит?', choices });
  expect(lint(asked, deck)).toEqual([]);
});

test('a truth question has two options', () => {
  const choices = [choice('Верно', true), choice('Неверно')];
  const asked = question({ kind: 'tf', material: plain('«Порт» — число программы.'), choices });
  expect(lint(asked, deck)).toEqual([]);
  expect(lint({ ...asked, choices: [...choices, choice('Не знаю')] }, deck)).toContain(
    'few-options',
  );
});

test('abbreviations are not shouting', () => {
  expect(lint(question(options('страны НАТО', 'страны СССР', 'страны ООН')), deck)).toEqual([]);
});

test('a self-graded card may show unfinished lines, but no personal data', () => {
  const { choices: _choices, ...rest } = question({ material: plain('«Сервер отвечает на ___»') });
  const card: RecallQuestion = { ...rest, form: 'recall', items: ['запросы,'] };
  expect(lint(card, deck)).toEqual([]);
  expect(lint({ ...card, answer: plain('почта anna@example.org') }, deck)).toEqual(['personal']);
});
