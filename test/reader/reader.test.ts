import * as fc from 'fast-check';
import { matchFacts } from '../../src/notes/match.js';
import { parseNote } from '../../src/notes/parse.js';
import { createReader } from '../../src/reader/reader.js';
import { readNote } from '../../src/reader/read.js';
import { GIT } from '../support/git-notes.js';

const ANNA = 1;
const BORIS = 2;
const limits = { bytes: 1_048_576, facts: 5000 };
const reader = createReader({ limits });
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Facts enough to keep a thread busy for longer than it may be. */
const manyLines = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => `Термин${i} - понятие номер ${i} для проверки ${i * 7}`,
  ).join('\n');

describe('reading in a thread', () => {
  test('gives what reading here would give', async () => {
    const source = { bytes: bytesOf(GIT) };
    const read = await reader.read(ANNA, source);
    expect(read).toEqual(readNote(source, limits));
    expect(read).toMatchObject({ ok: true, text: GIT });
  });

  test('a paste is read like a file', async () => {
    const [file, paste] = await Promise.all([
      reader.read(ANNA, { bytes: bytesOf(GIT) }),
      reader.read(BORIS, { text: GIT }),
    ]);
    expect(paste).toEqual(file);
  });

  test('counts the facts whose answers can be checked', () => {
    const read = readNote({ text: GIT }, limits);
    if (!read.ok) throw new Error(read.reason);
    expect(read.report.facts).toBe(read.note.facts.length);
    expect(read.checked).toBeGreaterThan(0);
    expect(read.checked).toBeLessThanOrEqual(read.report.facts);
  });

  test.each([
    ['empty', { bytes: new Uint8Array(0) }],
    ['empty', { text: ' \n' }],
    ['binary', { bytes: bytesOf('%PDF-1.7\n') }],
    ['too-big', { bytes: new Uint8Array(limits.bytes + 1) }],
    ['too-big', { text: 'ы'.repeat(limits.bytes / 2 + 1) }],
    ['nothing-to-ask', { text: 'привет' }],
  ])('%s is an answer, not an error', async (reason, source) => {
    expect(await reader.read(ANNA, source)).toEqual({ ok: false, reason });
  });

  test('a note with more facts than allowed is refused', async () => {
    const strict = createReader({ limits: { ...limits, facts: 2 } });
    const read = await strict.read(ANNA, { text: manyLines(3) });
    expect(read).toEqual({ ok: false, reason: 'too-many-facts' });
  });
});

describe('a file that takes too much', () => {
  const hard = { text: manyLines(12_000) };
  const generous = { bytes: 10_000_000, facts: 100_000 };

  test('of time ends as a refusal', async () => {
    const hasty = createReader({ limits: generous, thread: { time: 1, memory: 512 } });
    expect(await hasty.read(ANNA, hard)).toEqual({ ok: false, reason: 'too-hard' });
  });

  test('of memory ends as a refusal', async () => {
    const poor = createReader({ limits: generous, thread: { time: 60_000, memory: 16 } });
    expect(await poor.read(ANNA, hard)).toEqual({ ok: false, reason: 'too-hard' });
  });

  test('leaves the next file alone, and this thread free meanwhile', async () => {
    const poor = createReader({
      ...{ limits: generous, threadsAtOnce: 1 },
      thread: { time: 60_000, memory: 64 },
    });
    const order: string[] = [];
    const reading = (name: string, learnerId: number, text: string) =>
      poor.read(learnerId, { text }).then(({ ok }) => void order.push(`${name} ${ok}`));
    const readings = [
      reading('hard', ANNA, manyLines(60_000)),
      reading('second', ANNA, GIT),
      reading('other', BORIS, GIT),
    ];
    await new Promise(setImmediate);
    expect(order).toEqual([]);
    await Promise.all(readings);
    // In turns: the second file of one learner waits behind the first of another.
    expect(order).toEqual(['hard false', 'other true', 'second true']);
  });
});

describe('matching in a thread', () => {
  test('pairs the very facts it was given, as matching here does', async () => {
    const stored = parseNote(GIT).facts.map((fact, i) => ({ id: `row-${i}`, fact }));
    const { facts } = parseNote(`${GIT.replace('истории', 'всей истории')}\nТег - имя снимка`);
    const matched = await reader.match(ANNA, stored, facts);
    expect(matched).toEqual(matchFacts(stored, facts));
    expect(matched?.added.every((fact) => facts.includes(fact))).toBe(true);
  });

  test('has an answer for thousands of facts that say nearly the same', () => {
    const same = (word: string) =>
      parseNote(
        Array.from({ length: 1500 }, (_, i) => `Термин - ${word} ${i} слово рядом`).join('\n'),
      ).facts;
    const stored = same('одно').map((fact, i) => ({ id: `row-${i}`, fact }));
    const matched = matchFacts(stored, same('другое'));
    expect(matched.changed.length + matched.added.length).toBe(1500);
  });

  test('loses and doubles nobody, however alike the facts are', () => {
    const word = fc.constantFrom('сервер', 'хранит', 'копии', 'файлов', 'журнал', 'снимок');
    const line = fc
      .array(word, { minLength: 2, maxLength: 6 })
      .map((words) => `Термин - ${words.join(' ')}`);
    const note = fc.array(line, { maxLength: 80 }).map((all) => parseNote(all.join('\n')).facts);
    fc.assert(
      fc.property(note, note, (before, after) => {
        const stored = before.map((fact, i) => ({ id: `row-${i}`, fact }));
        const { kept, changed, added, gone } = matchFacts(stored, after);
        const pairs = [...kept, ...changed];
        expect(new Set([...pairs.map(([id]) => id), ...gone]).size).toBe(before.length);
        expect(new Set([...pairs.map(([, fact]) => fact), ...added]).size).toBe(after.length);
      }),
    );
  });
});
