import type { Command, Fact } from '../../../src/notes/note.js';
import { openBank } from '../../../src/questions/bank.js';
import { judgeReply } from '../../../src/questions/judge.js';
import type { TypedQuestion } from '../../../src/questions/question.js';
import { command, gitDeck } from '../deck.js';

const typed = (facts: readonly Fact[], fact: Fact | undefined): TypedQuestion | undefined =>
  openBank(facts)
    .questionsFor(fact?.id ?? '', 1)
    .find((question) => question.form === 'typed');

const alone = (fact: Command): TypedQuestion | undefined => typed([fact], fact);

test('names the program, states the task and knows the rivals', () => {
  const question = typed(gitDeck, gitDeck[6]);
  expect(question).toMatchObject({
    kind: 'typecmd',
    ask: 'Напишите команду git',
    material: { text: 'Задача: посмотреть историю снимков.' },
    judge: 'command',
    accepted: ['git log'],
    rivals: ['git status', 'git log --oneline'],
  });
});

test('its own command is right, a rival is not', () => {
  const question = typed(gitDeck, gitDeck[6]) as TypedQuestion;
  expect(judgeReply(question, 'git log').result).toBe('correct');
  for (const rival of question.rivals) expect(judgeReply(question, rival).result).toBe('wrong');
});

test.each([
  ['kubectl get pods', 'показать все поды'],
  ['docker compose up -d', 'запустить все сервисы в фоне'],
  ['docker rm <id>', 'удалить остановленный контейнер'],
  ['docker run -p 8080:80 nginx', 'запустить nginx, порты 8080:80'],
])('%s can be typed for «%s»', (name, purpose) => {
  expect(alone(command(name, purpose))?.accepted).toEqual([name]);
});

test.each([
  ['docker run -p 8080:80 nginx', 'запустить веб-сервер'],
  ['git commit -m "первый"', 'сохранить снимок с подписью'],
  ['curl https://example.org', 'скачать страницу целиком'],
  [
    'docker run --rm --interactive --tty --name shell ubuntu bash',
    'открыть оболочку ubuntu bash shell',
  ],
  ['git add', 'если файлы изменились'],
  ['git fetch', 'скачать и'],
  ['mkdir', 'создать новую папку'],
  ['rm -r old', 'удалить папку вместе с содержимым'],
  ['ssh-copy-id user@host', 'положить свой ключ на сервер'],
  ['INCR views', 'прибавить единицу'],
])('%s is not asked for «%s»', (name, purpose) => {
  expect(alone(command(name, purpose))).toBeUndefined();
});

test('a key that only spares questions need not be typed, unless the task asks for it', () => {
  const quiet = command('npm init -y', 'создать описание проекта');
  expect(alone(quiet)?.accepted).toEqual(['npm init -y', 'npm init']);
  const told = command('npm init -y', 'создать описание проекта без вопросов');
  expect(alone(told)?.accepted).toEqual(['npm init -y']);
  const other = command('npm init', 'ответить на вопросы о проекте', 2);
  expect(typed([quiet, other], quiet)?.accepted).toEqual(['npm init -y']);
});

test('a command whose point is blacked out is not asked at all', () => {
  const hidden = command('curl -H "Host: shop.test" localhost', 'проверить сайт до переезда');
  expect(alone(hidden)).toBeUndefined();
});

test('a command with a twin is not asked: the task could not tell them apart', () => {
  const twins = [
    command('git push origin main', 'отправить main на сервер origin', 1),
    command('git push origin dev', 'отправить dev на сервер origin', 2),
  ];
  expect(typed(twins, twins[0])).toBeUndefined();
});

test('a program that is written in capitals is named so, and so are its own words', () => {
  const question = alone(command('CONFIG GET <name>', 'посмотреть настройку сервера'));
  expect(question).toMatchObject({
    ask: 'Напишите команду CONFIG',
    accepted: ['CONFIG GET <name>'],
  });
});
