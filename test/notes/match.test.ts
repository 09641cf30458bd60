import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { matchFacts, type StoredFact } from '../../src/notes/match.js';
import type { Fact } from '../../src/notes/note.js';
import { parseNote } from '../../src/notes/parse.js';

const NOTE = readFileSync(new URL('../fixtures/notes/git.txt', import.meta.url), 'utf8');

const facts = (text: string): readonly Fact[] => parseNote(text).facts;
const store = (text: string): StoredFact[] =>
  facts(text).map((fact, i) => ({ id: `row-${i}`, fact }));
const match = (before: string, after: string) => matchFacts(store(before), facts(after));

describe('matchFacts', () => {
  test('the same note keeps every fact', () => {
    const matched = match(NOTE, NOTE);
    expect(matched.kept).toHaveLength(facts(NOTE).length);
    expect(matched).toMatchObject({ changed: [], added: [], gone: [] });
  });

  test('white space, case and dashes change nothing', () => {
    const edited = NOTE.replaceAll(' - ', '   — ')
      .replaceAll('ВАЖНО: ', 'ВАЖНО:   ')
      .replaceAll('\n', ' \r\n');
    expect(match(NOTE, edited)).toMatchObject({ changed: [], added: [], gone: [] });
  });

  test('a reworded definition of the same term is the same fact', () => {
    const matched = match('Слой - часть образа', 'Слой - неизменяемый набор файлов');
    expect(matched).toMatchObject({
      kept: [],
      changed: [['row-0', { term: 'Слой' }]],
      added: [],
      gone: [],
    });
  });

  test('the same command with another description is the same fact', () => {
    expect(match('docker ps - список', 'docker ps - показать контейнеры').changed).toHaveLength(1);
  });

  test('a statement with most of its words left is the same fact', () => {
    const before = '!!! Том хранит данные контейнера на диске машины';
    expect(match(before, before.replace('на диске', 'на жёстком диске')).changed).toHaveLength(1);
  });

  test('a statement that lost its mark or became a list entry is still itself', () => {
    const matched = match(
      '!!! Том хранит данные контейнера на диске',
      'ТОМА:\n- Том хранит данные контейнера на диске\n- второй пункт\n- третий пункт',
    );
    expect(matched.changed).toMatchObject([['row-0', { kind: 'item' }]]);
    expect(matched.gone).toEqual([]);
  });

  test('another statement is a new one, and the old one is gone', () => {
    const matched = match('!!! Том хранит данные контейнера', '!!! Сеть соединяет разные машины');
    expect(matched).toMatchObject({ kept: [], changed: [], gone: ['row-0'] });
    expect(matched.added).toHaveLength(1);
  });

  test('of two like statements each finds its own', () => {
    const first = '!!! Мост соединяет контейнеры одной машины между собой';
    const second = '!!! Мост соединяет контейнеры разных машин через сеть';
    const matched = match(`${first}\n${second}`, `${second} напрямую\n${first} всегда`);
    expect(matched.changed.map(([id, fact]) => [id, fact.line]).toSorted()).toEqual([
      ['row-0', 2],
      ['row-1', 1],
    ]);
  });

  test('a list that gained an entry is the same list', () => {
    const before = 'ВИДЫ СЕТЕЙ:\n- мост\n- узел\n- никакая';
    const { changed, added, gone } = match(before, `${before}\n- поверх узлов`);
    expect(changed).toMatchObject([['row-0', { kind: 'list' }]]);
    expect(added).toMatchObject([{ kind: 'item', text: 'поверх узлов' }]);
    expect(gone).toEqual([]);
  });

  test('every stored id and every new fact comes back exactly once, whatever lines are dropped, moved or changed', () => {
    const lines = NOTE.split('\n');
    const edit = fc.record({
      at: fc.nat(lines.length - 1),
      how: fc.constantFrom('drop', 'repeat', 'extend', 'swap'),
    });
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
        const edited = [...lines];
        for (const { at, how } of edits) {
          const line = edited[at] ?? '';
          if (how === 'drop') edited[at] = '';
          if (how === 'repeat') edited[at] = `${line}\n${line}`;
          if (how === 'extend') edited[at] = `${line} снова`;
          if (how === 'swap') edited[at] = (edited[at] ?? '').split(' ').toReversed().join(' ');
        }
        const before = store(NOTE);
        const after = facts(edited.join('\n'));
        const matched = matchFacts(before, after);
        const pairs = [...matched.kept, ...matched.changed];
        expect([...pairs.map(([id]) => id), ...matched.gone].toSorted()).toEqual(
          before.map(({ id }) => id).toSorted(),
        );
        expect(
          [...pairs.map(([, fact]) => fact.id), ...matched.added.map(({ id }) => id)].toSorted(),
        ).toEqual(after.map(({ id }) => id).toSorted());
        expect(matchFacts(before, after)).toEqual(matched);
      }),
      { numRuns: 60 },
    );
  });
});
