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
  ['HSETNX key field val', 'записать поле, если такого ещё нет (бывает и HSET key field)'],
  ['pg_checksums /srv/copy', 'проверить контрольные суммы'],
  ['chroot 022', 'сменить корень новых процессов'],
  ['git stash list', 'что там вообще лежит'],
  ['npm i', 'поставить в проект'],
  ['vlan database', 'в режим старых сетей'],
  ['rsync -avz a/ b/', 'обновить копию каталога'],
  ['pg_dumpall > all.sql', 'сохранить все базы с ролями'],
  ['pg_restore -C -d postgres', 'восстановить вместе с созданием базы'],
  ['cut -d: -f1 /etc/group', 'вывести первый столбец'],
  ['ip route 0.0.0.0 0.0.0.0', 'задать маршрут по умолчанию'],
  ['SETEX key 30 val', 'записать значение на 30 секунд'],
  ['n / N', 'следующее совпадение, предыдущее совпадение'],
  ['pg_dump -Fc', 'custom, сжатый формат'],
  ['npm init', 'сам создаст описание проекта'],
])('%s is not asked for «%s»', (name, purpose) => {
  expect(alone(command(name, purpose))).toBeUndefined();
});

test('a place that the task does not name may be any, or none', () => {
  const question = alone(command('tail -f /var/log/app.log', 'следить за журналом'));
  expect(question?.accepted).toEqual(['tail -f /var/log/app.log', 'tail -f [имя]']);
  for (const reply of ['tail -f /var/log/app.log', 'tail -f access.log', 'tail -f'])
    expect(judgeReply(question as TypedQuestion, reply).result).toBe('correct');
  expect(judgeReply(question as TypedQuestion, 'tail access.log').result).toBe('wrong');
});

test.each([
  ['cp -r src dst', 'скопировать каталог целиком', 'cp -r [имя] [имя]'],
  ['git add file.txt', 'положить файл в индекс', 'git add [имя]'],
  ['pg_restore -l shop.dump', 'показать содержимое копии', 'pg_restore -l [имя]'],
])('%s can be typed with any names: «%s»', (name, purpose, open) => {
  expect(alone(command(name, purpose))?.accepted).toEqual([name, open]);
});

test('a place that the task names has to be typed', () => {
  const question = alone(command('tar -xf old.tar', 'распаковать архив old.tar'));
  expect(question?.accepted).toEqual(['tar -xf old.tar']);
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
