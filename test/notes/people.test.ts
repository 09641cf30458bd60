/**
 * The notes of fourteen people against what a careful reader sees in them. The numbers are floors below what was measured,
 * for the half the rules were tuned on and for the half they never saw.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { decodeNote } from '../../src/notes/decode.js';
import type { Note } from '../../src/notes/note.js';
import { parseNote } from '../../src/notes/parse.js';

interface Expected {
  readonly facts: readonly { readonly line: number }[];
  readonly sections: readonly { readonly line: number }[];
  readonly empty: readonly { readonly line: number }[];
  readonly notFacts: readonly number[];
}

const folder = new URL('../fixtures/notes/people/', import.meta.url);
const TUNING = /^(?:git|sql|networks|history|pharmacology|regex-vim|economics)\./;

const people = readdirSync(folder)
  .filter((name) => /\.(?:txt|md)$/.test(name) && name !== 'README.md')
  .map((name) => {
    const decoded = decodeNote(readFileSync(new URL(name, folder)));
    const beside = new URL(name.replace(/\.\w+$/, '.expected.json'), folder);
    return {
      isTuning: TUNING.test(name),
      note: parseNote(decoded.ok ? decoded.text : ''),
      expected: JSON.parse(readFileSync(beside, 'utf8')) as Expected,
    };
  });

interface Share {
  readonly found: number;
  readonly of: number;
}

/** How many of the expected lines the parser has, over one half of the notes. */
function share(
  isTuning: boolean,
  wanted: keyof Expected,
  has: (note: Note) => readonly number[],
): Share {
  const counts = people
    .filter((person) => person.isTuning === isTuning)
    .map(({ note, expected }) => {
      const lines = new Set(has(note));
      const asked = expected[wanted].map((it) => (typeof it === 'number' ? it : it.line));
      return { found: asked.filter((line) => lines.has(line)).length, of: asked.length };
    });
  return counts.reduce((a, b) => ({ found: a.found + b.found, of: a.of + b.of }));
}

const factLines = ({ facts }: Note): number[] => facts.map(({ line }) => line);

test.each([
  [true, 0.95],
  [false, 0.87],
])('facts are found on their lines (tuning half: %j)', (isTuning, least) => {
  const { found, of } = share(isTuning, 'facts', factLines);
  expect(found / of).toBeGreaterThanOrEqual(least);
});

test.each([
  [true, 0.95],
  [false, 0.75],
])('headings are headings (tuning half: %j)', (isTuning, least) => {
  const { found, of } = share(isTuning, 'sections', ({ sections }) =>
    sections.map(({ line }) => line),
  );
  expect(found / of).toBeGreaterThanOrEqual(least);
});

test.each([
  [true, 0.8],
  [false, 0.8],
])('empty headings are reported (tuning half: %j)', (isTuning, least) => {
  const { found, of } = share(isTuning, 'empty', ({ gaps }) => gaps.map(({ line }) => line));
  expect(found / of).toBeGreaterThanOrEqual(least);
});

test.each([
  [true, 0.03],
  [false, 0.08],
])('rulers, remarks and homework are no facts (tuning half: %j)', (isTuning, most) => {
  const { found, of } = share(isTuning, 'notFacts', factLines);
  expect(found / of).toBeLessThanOrEqual(most);
});
