import { indexDeck } from '../../../src/questions/deck-index.js';
import { difference } from '../../../src/questions/kinds/difference.js';
import { lint } from '../../../src/questions/lint.js';
import type { ChoiceQuestion } from '../../../src/questions/question.js';
import { seededRandom } from '../../../src/questions/random.js';
import type { Fact } from '../../../src/notes/note.js';
import { command } from './facts.js';

const short = [
  command('git log', 'прочитать историю снимков'),
  command('git log -p', 'прочитать список правок'),
  command('git push', 'отправить снимки'),
  command('git status', 'узнать, что изменено'),
];
const long = [
  command('docker ps', 'посмотреть список работающих контейнеров'),
  command('docker ps -a', 'посмотреть список всех контейнеров'),
  command('docker images', 'посмотреть список скачанных образов'),
];

function asked(facts: readonly Fact[], seed = 1): readonly ChoiceQuestion[] {
  const deck = indexDeck(facts);
  return facts.flatMap((fact) =>
    difference.make(fact, deck, seededRandom(seed)),
  ) as ChoiceQuestion[];
}

test('two commands that differ by a key are told apart by what each of them does', () => {
  const [question, ...others] = asked(long);
  expect(others).toEqual([]);
  expect(question).toMatchObject({
    kind: 'cmd2desc',
    ask: 'В чём разница?',
    material: { text: 'docker ps\ndocker ps -a', code: true },
    answer: {
      text: 'первая — посмотреть список работающих контейнеров; вторая — всех контейнеров',
    },
    topic: { text: 'docker ps -a', code: true },
  });
  expect(question?.id).toBe(`${long[1]?.id}:cmd2desc:difference`);
});

test('every purpose stands as often first as second, so that counting does not help', () => {
  for (const facts of [short, long]) {
    for (let seed = 1; seed <= 20; seed += 1) {
      const options =
        asked(facts, seed)[0]?.choices.map(({ text }) => text.split('; вторая — ')) ?? [];
      const stemsOf = (part = ''): string => part.split(' ').at(-1) ?? '';
      const counts = (side: 0 | 1): string[] =>
        options.map((option) => stemsOf(option[side])).toSorted();
      expect(options.length).toBeGreaterThanOrEqual(3);
      expect(counts(0)).toEqual(counts(1));
    }
  }
});

test('exactly one option can be defended, and a teacher has nothing to strike out', () => {
  for (const facts of [short, long]) {
    const deck = indexDeck(facts);
    for (const question of asked(facts, 7)) {
      expect(lint(question, deck)).toEqual([]);
      const defended = question.choices.filter((choice) =>
        difference.defends?.(question, choice, deck),
      );
      expect(defended).toEqual(question.choices.filter(({ correct }) => correct));
    }
  }
});

test('a key in the place of another one counts, two keys or another word do not', () => {
  const reset = [
    command('git reset --soft old', 'вернуться и оставить правки'),
    command('git reset --hard old', 'вернуться и потерять правки'),
    command('git fetch', 'скачать новое'),
  ];
  expect(asked(reset).map(({ topic }) => topic.text)).toEqual(['git reset --hard old']);
  expect(
    asked([
      command('ls', 'показать файлы'),
      command('ls -l -a', 'показать всё'),
      ...short.slice(2),
    ]),
  ).toEqual([]);
  expect(
    asked([
      command('git add a', 'добавить файл'),
      command('git add -p b', 'добавить часть'),
      ...short.slice(2),
    ]),
  ).toEqual([]);
});

test('nothing is asked where one purpose says the other or there is no third command', () => {
  const same = [
    command('rm -r x', 'удалить папку'),
    command('rm -r -f x', 'удалить папку'),
    ...short.slice(2),
  ];
  expect(asked(same)).toEqual([]);
  const more = [
    command('git diff', 'показать правки'),
    command('git diff -w', 'показать правки без пробелов'),
  ];
  expect(asked([...more, ...short.slice(2)])).toEqual([]);
  expect(asked(long.slice(0, 2))).toEqual([]);
});
