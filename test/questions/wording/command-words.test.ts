import { meaningsOf } from '../../../src/questions/wording/command-words.js';

test.each([
  ['docker stop web', ['остановить']],
  ['git remote add origin', ['добавить']],
  ['vault create secrets.yml', ['создать']],
  ['galaxy init myrole', ['role']],
  ['npm i my-package', ['package']],
])('%s tells %j', (command, meanings) => {
  expect(meaningsOf(command).split(' ')).toEqual(expect.arrayContaining(meanings));
});

test('a part of a word tells nothing', () => {
  expect(meaningsOf('ls stopped.log.old listing')).not.toMatch(/остановить|список/u);
  expect(meaningsOf('mysql -u root')).not.toContain('sql');
});
