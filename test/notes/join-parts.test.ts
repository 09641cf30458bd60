import * as fc from 'fast-check';
import { joinParts } from '../../src/notes/join-parts.js';

const LIMIT = 4096;
const WORDS = 'клетка делится надвое и каждая половина растёт дальше без остановки ';

/** As apps cut: at the last end of a line among the last 300 signs, else at the last space, and trimmed. */
function cutKindly(text: string): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > LIMIT) {
    const near = rest.slice(LIMIT - 300, LIMIT);
    const line = near.lastIndexOf('\n');
    const at = LIMIT - 300 + (line >= 0 ? line : near.lastIndexOf(' '));
    parts.push(rest.slice(0, at).trim());
    rest = rest.slice(at).trim();
  }
  return [...parts, rest];
}

/** As a program cuts: at the limit, wherever that is. */
const cutHard = (text: string): string[] => text.match(/[^]{1,4096}/gu) ?? [];

test('short messages are lines of their own', () => {
  expect(joinParts(['ЯДРО - хранит ДНК', 'МИТОЗ - деление'])).toBe(
    'ЯДРО - хранит ДНК\nМИТОЗ - деление',
  );
  expect(joinParts([])).toBe('');
});

test('a word cut in two at the limit is one word again', () => {
  const text = `${'А - б.\n'.repeat(580)}${'слово'.repeat(40)}\nМИТОЗ - деление`;
  expect(cutHard(text)).toHaveLength(2);
  expect(joinParts(cutHard(text))).toBe(text);
});

test('a long line cut at a space is one line again', () => {
  const text = `${'А - б.\n'.repeat(400)}${WORDS.repeat(60).trim()}`;
  expect(cutKindly(text)).toHaveLength(2);
  expect(joinParts(cutKindly(text))).toBe(text);
});

test('a new line that begins the next message stays a line', () => {
  const full = `${'а'.repeat(LIMIT - 20)}\n${'б'.repeat(19)}`;
  expect(full).toHaveLength(LIMIT);
  expect(joinParts([full, 'МИТОЗ - деление'])).toBe(`${full}\nМИТОЗ - деление`);
  expect(joinParts([full, '- деление'])).toBe(`${full}\n- деление`);
});

test('notes of ordinary lines come back whole, however many messages they took', () => {
  const line = fc.constantFrom(
    'ЯДРО - хранит наследственные сведения в виде молекул ДНК',
    'Рибосома - собирает белок из аминокислот.',
    '1) клеточная стенка из целлюлозы',
    'git status  - посмотреть состояние рабочего каталога',
  );
  fc.assert(
    fc.property(fc.array(line, { minLength: 150, maxLength: 400 }), (lines) => {
      const text = lines.join('\n');
      expect(joinParts(cutKindly(text))).toBe(text);
    }),
    { numRuns: 30 },
  );
});
