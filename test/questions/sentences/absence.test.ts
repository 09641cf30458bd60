import { absenceTurns } from '../../../src/questions/sentences/absence.js';
import { turned } from '../../../src/questions/sentences/antonyms.js';

test.each([
  ['Узел, у которого нет рабочих процессов', 'Узел, у которого есть рабочие процессы'],
  ['У ветки нет открытых запросов', 'У ветки есть открытые запросы'],
  ['В сборке нет мелких блоков', 'В сборке есть мелкие блоки'],
])('%s → %s', (text, presence) => {
  expect(turned(text, absenceTurns(text))).toBe(presence);
});

test.each(['У узла нет внешних адресов', 'У узла нет памяти', 'В сборке нет процессов'])(
  '%s stays: the nominative is not known',
  (text) => {
    expect(absenceTurns(text)).toEqual([]);
  },
);
